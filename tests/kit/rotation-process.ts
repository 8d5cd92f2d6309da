/**
 * The bot as a process of its own that lives through time as fast as it can: it goes from one moment at which something
 * falls due to the next, and everybody who is asked for a role accepts. Out, one JSON object a line: `{"at": ms}` before it
 * does what is due then, `{"sent": Outgoing}` for everything that is handed over, `{"end": true}`. Tests kill it.
 *
 * `node tests/kit/rotation-process.ts DATABASE_URL`. It begins once a line of its standard input says when: `FROM UNTIL` (ms
 * since 1970). So it can be loaded while another one still lives.
 */
import { once } from "node:events";
import { writeSync } from "node:fs";
import { flushCompileCache } from "node:module";
import { createInterface } from "node:readline";
import { capabilitiesOf } from "../../src/platforms.ts";
import { commands } from "../../commands/index.ts";
import type { Adapter, Outgoing, Sent } from "../../src/chat/adapter.ts";
import { ManualClock } from "../../src/core/clock.ts";
import { secureRandom } from "../../src/core/random.ts";
import { Texts } from "../../src/core/text.ts";
import { createSteward } from "../../src/steward.ts";
import { openDatabase } from "../../src/store/database.ts";
import { Federations } from "../../src/store/federations.ts";
import { Roles } from "../../src/store/roles/roles.ts";
import { openKeyring } from "../../src/store/sealing.ts";

/** At once, whatever happens next: what a process has handed over stays said when it is killed. */
const say = (line: object): void => {
  writeSync(1, `${JSON.stringify(line)}\n`);
};

const adapter: Adapter = {
  capabilities: capabilitiesOf("telegram"),
  account: "bot",
  start: () => Promise.resolve(),
  send(outgoing: Outgoing): Promise<Sent> {
    say({ sent: outgoing });
    return Promise.resolve({ messageId: outgoing.type === "edit" ? outgoing.messageId : `m${outgoing.id}` });
  },
  isAdministrator: () => Promise.resolve(true),
  status: () => ({ state: "up" }),
  stop: () => Promise.resolve(),
};

// Whoever is killed leaves none behind.
flushCompileCache();
const [url = ""] = process.argv.slice(2);
const input = createInterface({ input: process.stdin });
const [line] = (await once(input, "line")) as [string];
input.close();
const [from = "0", until = "0"] = line.split(" ");
const clock = new ManualClock(Number(from));
const database = await openDatabase({ url });
const problem = (fields: object, message: string): void => {
  say({ problem: message, ...fields });
};
const steward = createSteward({
  database,
  keyring: openKeyring(new Uint8Array(32).fill(3)),
  clock,
  random: secureRandom,
  commands,
  texts: Texts.load(new URL("../../locales", import.meta.url).pathname),
  adapters: [adapter],
  log: { info: () => undefined, warn: problem, error: problem },
  unlimited: true,
});
await steward.start();

/** As if each had pressed the button, once their question was sent. */
async function acceptAll(): Promise<void> {
  await database.transaction(async (tx) => {
    const session = steward.dispatch.sessionIn(tx);
    const asked = await tx.roleTurn.findMany({ where: { state: "asked", remind: null, term: { state: "planned" } } });
    for (const { id, personId, roleId } of asked) {
      const { federationId } = await tx.role.findUniqueOrThrow({ where: { id: roleId } });
      const federation = await new Federations(session).find(federationId);
      if (federation !== undefined && personId !== null)
        await new Roles(session, federation).answer(id, personId, "accept");
    }
  });
}

for (;;) {
  say({ at: clock.now() });
  await steward.settle();
  await acceptAll();
  await steward.settle();
  const next = clock.next();
  if (next === undefined || next > Number(until)) break;
  clock.advanceTo(Math.max(next, clock.now()));
}
say({ end: true });
await steward.stop();
await database.close();
