/**
 * The real thing as a process of its own, on a database file, with a platform that is nothing but its standard input and
 * output: one JSON object a line. In: an `Inbound`. Out: `{"ack": eventId}` once it is confirmed, `{"sent": Outgoing}` for
 * everything that is handed over. Tests and benchmarks start, feed and kill it.
 *
 * `node tests/kit/process.ts DATABASE_URL`
 */
import { flushCompileCache } from "node:module";
import { createInterface } from "node:readline";
import { capabilitiesOf } from "../../src/platforms.ts";
import { commands } from "../../commands/index.ts";
import type { Adapter, AdapterHost, Outgoing, Sent } from "../../src/chat/adapter.ts";
import { systemClock } from "../../src/core/clock.ts";
import type { Inbound } from "../../src/chat/inbound.ts";
import { secureRandom } from "../../src/core/random.ts";
import { Texts } from "../../src/core/text.ts";
import { createSteward } from "../../src/steward.ts";
import { openDatabase } from "../../src/store/database.ts";
import { openKeyring } from "../../src/store/sealing.ts";

const say = (line: object): void => {
  process.stdout.write(`${JSON.stringify(line)}\n`);
};

class PipeAdapter implements Adapter {
  readonly capabilities = capabilitiesOf("console");
  readonly account = "pipe";
  #next = 0;

  start(host: AdapterHost): Promise<void> {
    createInterface({ input: process.stdin }).on("line", (line) => {
      const inbound = JSON.parse(line) as Inbound;
      host.receive(inbound).then(
        () => {
          say({ ack: inbound.eventId });
        },
        () => {
          say({ refused: inbound.eventId });
        },
      );
    });
    return Promise.resolve();
  }

  send(outgoing: Outgoing): Promise<Sent> {
    say({ sent: outgoing });
    return Promise.resolve({
      messageId: outgoing.type === "edit" ? outgoing.messageId : `${process.pid}-${this.#next++}`,
    });
  }

  isAdministrator(): Promise<boolean> {
    return Promise.resolve(true);
  }

  status() {
    return { state: "up" } as const;
  }

  stop(): Promise<void> {
    return Promise.resolve();
  }
}

// Whoever is killed leaves none behind.
flushCompileCache();
const [url = ""] = process.argv.slice(2);
const steward = createSteward({
  database: await openDatabase({ url }),
  keyring: openKeyring(new Uint8Array(32).fill(7)),
  clock: systemClock,
  random: secureRandom,
  commands,
  texts: Texts.load(new URL("../../locales", import.meta.url).pathname),
  adapters: [new PipeAdapter()],
  log: {
    info: () => undefined,
    warn: (fields, message) => {
      say({ problem: message, ...fields });
    },
    error: (fields, message) => {
      say({ problem: message, ...fields });
    },
  },
  unlimited: true,
});
await steward.start();
say({ ready: true });
