/**
 * The real bot as a process that posts: on a database file, with three platforms that are nothing but its standard output.
 * Each says `{"id", "type", "chat", "picture", "platform", "at"}` of what it is given (`picture`: bytes), and answers a moment
 * later, so that a kill falls in between. Budgets are kept; Matrix has those of an account whose limits were lifted.
 *
 * `node tests/kit/posting.ts DATABASE_URL`
 */
import { setTimeout as pause } from "node:timers/promises";
import { capabilitiesOf } from "../../src/platforms.ts";
import { commands } from "../../commands/index.ts";
import type { Adapter, Capabilities, Outgoing, Sent } from "../../src/chat/adapter.ts";
import { systemClock } from "../../src/core/clock.ts";
import type { PlatformName } from "../../src/chat/inbound.ts";
import { secureRandom } from "../../src/core/random.ts";
import { Texts } from "../../src/core/text.ts";
import { createSteward } from "../../src/steward.ts";
import { openDatabase } from "../../src/store/database.ts";
import { openKeyring } from "../../src/store/sealing.ts";

/** Resolves when it has left this process: what a platform has taken, it has, whoever is killed. */
const say = (line: object): Promise<void> =>
  new Promise((resolve) => process.stdout.write(`${JSON.stringify(line)}\n`, () => resolve()));

class OutputAdapter implements Adapter {
  readonly capabilities: Capabilities;
  readonly account: string;
  #next = 0;

  constructor(platform: PlatformName) {
    const of = capabilitiesOf(platform);
    this.capabilities = platform === "matrix" ? { ...of, budget: { perSecond: 40, perChatPerSecond: 1 } } : of;
    this.account = `steward-${platform}`;
  }

  start(): Promise<void> {
    return Promise.resolve();
  }

  async send(outgoing: Outgoing): Promise<Sent> {
    const { id, type } = outgoing;
    const images = "message" in outgoing ? outgoing.message.blocks.filter((block) => block.type === "image") : [];
    const [picture = 0] = images.map(({ file }) => Buffer.byteLength(file.data, "base64"));
    const chat = outgoing.type === "direct" ? "" : outgoing.chat.id;
    await say({ id, type, chat, picture, platform: this.capabilities.platform, at: Date.now() });
    await pause(20);
    return {
      messageId: outgoing.type === "edit" ? outgoing.messageId : `${String(process.pid)}-${String(this.#next++)}`,
    };
  }

  isAdministrator(): Promise<boolean> {
    return Promise.resolve(false);
  }

  status() {
    return { state: "up" } as const;
  }

  stop(): Promise<void> {
    return Promise.resolve();
  }
}

const [url = ""] = process.argv.slice(2);
const problem = (fields: Record<string, unknown>, message: string): void => {
  void say({ problem: message, ...fields });
};
const steward = createSteward({
  database: await openDatabase({ url }),
  keyring: openKeyring(new Uint8Array(32).fill(7)),
  clock: systemClock,
  random: secureRandom,
  commands,
  texts: Texts.load(new URL("../../locales", import.meta.url).pathname),
  adapters: (["telegram", "discord", "matrix"] as const).map((platform) => new OutputAdapter(platform)),
  log: { info: () => undefined, warn: problem, error: problem },
});
await steward.start();
await say({ ready: true });
