/**
 * Inputs of all kinds through the real dispatch, on all platforms, beside a federation that must notice none of it. A
 * failure names the seed and the input's number: the same seed gives the same inputs.
 *
 * A program of its own, so that several can run at the same time: `node tests/fuzz/play.ts INPUTS SEED`.
 */
import assert from "node:assert/strict";
import { commands } from "../../commands/index.ts";
import type { Adapter, Outgoing, Sent } from "../../src/chat/adapter.ts";
import { ManualClock } from "../../src/core/clock.ts";
import {
  type Inbound,
  type InboundChat,
  type PlatformName,
  type PlatformUser,
  type Said,
} from "../../src/chat/inbound.ts";
import type { RenderedBlock } from "../../src/chat/message.ts";
import { seededRandom } from "../../src/core/random.ts";
import { Texts } from "../../src/core/text.ts";
import { capabilitiesOf, platformNames } from "../../src/platforms.ts";
import { createSteward } from "../../src/steward.ts";
import { openDatabase } from "../../src/store/database.ts";
import { openKeyring } from "../../src/store/sealing.ts";
import { nothingForgotten } from "../kit/forgotten.ts";
import { rowsOf } from "../kit/rows.ts";
import { Dice, Writer } from "./inputs.ts";
import type { Inline } from "../../src/chat/phrase.ts";

/** Inputs in flight at a time. */
const inFlight = 512;
const start = Date.UTC(2026, 2, 20, 16, 0);
const minute = 60_000;

/** What must never be shown: control characters, marks that turn the direction of writing, halves of characters. */
const unfit = /(?!\n)\p{Cc}|[\u061C\u200E\u200F\u202A-\u202E\u2066-\u2069\uFEFF]|\p{Cs}/u;

const inlineTexts = (pieces: readonly Inline[]): readonly string[] =>
  pieces.map((piece) => (piece.type === "mention" ? piece.name : piece.text));

function textsOf(block: RenderedBlock): readonly string[] {
  switch (block.type) {
    case "heading":
    case "paragraph":
      return inlineTexts(block.content);
    case "list":
      return block.items.flatMap(inlineTexts);
    case "table":
      return [...block.head, ...block.rows.flat()].flatMap(inlineTexts);
    case "progress":
      return inlineTexts(block.label);
    case "image":
      return [block.alt];
    case "file":
      return [block.file.name];
    case "buttons":
      return block.rows.flat().map(({ label }) => label);
    case "choices":
      return block.items.map(({ label }) => label);
    case "link":
    case "ask":
      return [block.label];
  }
}

/** Looks at everything that is shown, and keeps the buttons of the last messages. */
class Watching implements Adapter {
  readonly capabilities;
  readonly account: string;
  readonly buttons: string[] = [];
  readonly faults: string[] = [];
  shown = 0;

  constructor(platform: PlatformName) {
    this.capabilities = capabilitiesOf(platform);
    this.account = `steward-${platform}`;
  }

  start(): Promise<void> {
    return Promise.resolve();
  }

  send(outgoing: Outgoing): Promise<Sent> {
    if (outgoing.type === "delete") return Promise.resolve({});
    this.shown++;
    for (const block of outgoing.message.blocks) {
      for (const text of textsOf(block)) {
        if (unfit.test(text)) this.faults.push(`shown: ${JSON.stringify(text.slice(0, 200))}`);
        if (/Something went wrong|Algo ha fallado/u.test(text)) this.faults.push(text);
      }
      if (block.type === "buttons") this.buttons.push(...block.rows.flat().map(({ id }) => id));
      if (block.type === "choices") this.buttons.push(...block.items.map(({ id }) => id));
    }
    this.buttons.splice(0, this.buttons.length - 200);
    const messageId = `m${String(this.shown % 500)}`;
    return Promise.resolve(outgoing.type === "direct" ? { messageId, direct: `direct:${outgoing.to}` } : { messageId });
  }

  isAdministrator(_: { readonly id: string }, userId: string): Promise<boolean> {
    return Promise.resolve(userId === "user-zoe");
  }

  status() {
    return { state: "up" } as const;
  }

  stop(): Promise<void> {
    return Promise.resolve();
  }
}

/** Plays `inputs` inputs. @throws an AssertionError when one of them did what none may */
async function play({ inputs, seed }: { readonly inputs: number; readonly seed: number }): Promise<void> {
  const database = await openDatabase({ url: "file::memory:" });
  const adapters = platformNames.map((platform) => new Watching(platform));
  const clock = new ManualClock(start);
  const problems: string[] = [];
  const note = (fields: Record<string, unknown>, message: string): void => {
    problems.push(`${message} ${JSON.stringify(fields)}`);
  };
  const steward = createSteward({
    database,
    keyring: openKeyring(new Uint8Array(32).fill(7)),
    clock,
    random: seededRandom(`fuzz ${seed}`),
    commands,
    texts: Texts.load(new URL("../../locales", import.meta.url).pathname),
    adapters,
    log: { info: () => undefined, warn: note, error: note },
    unlimited: true,
  });
  await steward.start();

  let events = 0;
  const happen = (
    adapter: Watching,
    chat: InboundChat,
    sender: PlatformUser,
    said: Said,
    shares?: readonly string[],
  ): Promise<void> => {
    const { unseen, alertLimit, platform } = adapter.capabilities;
    const inPlace = unseen === "always" ? said.type !== "text" : unseen === "on-press" ? said.type === "press" : false;
    const inbound: Inbound = {
      platform,
      account: adapter.account,
      eventId: `e${String(++events)}`,
      chat,
      sender,
      said,
      ...(shares === undefined ? {} : { shares }),
      ...(inPlace
        ? {
            interaction: {
              token: `t${String(events)}`,
              expiresAt: clock.now() + 15 * minute,
              seenBy: "person" as const,
              ...(alertLimit === undefined ? {} : { plainLimit: alertLimit }),
            },
          }
        : {}),
    };
    return steward.dispatch.receive(inbound);
  };
  const [onConsole] = adapters;
  if (onConsole === undefined) throw new Error("no console");

  // Two federations on each platform: "Norte" is played with, "Sur" looks on.
  const user = (name: string): PlatformUser => ({
    id: `user-${name.toLowerCase()}`,
    name,
    username: name.toLowerCase(),
  });
  const group = (id: string, title = id): InboundChat => ({ id, kind: "group", title });
  const says = (chat: string, name: string, text: string, on: Watching = onConsole) =>
    happen(on, group(chat), user(name), { type: "text", text, messageId: "m0" });
  const found = async (federation: string, chat: string, admin: string, members: readonly string[]) => {
    const setUp = `/setup federation:${federation} sector:transport cell:"${federation} 1" zone:Europe/Paris language:en`;
    await says(chat, admin, setUp);
    await says(chat, admin, "/sector new health");
    await says(chat, admin, '/drive new "Shall we stop?" goal:3 deadline:"in 300 days" scope:federation');
    for (const name of members) await says(chat, name, "/pledge if 1");
    await steward.settle();
  };
  // Zoe is an administrator everywhere, so that chats are set up and joined; Sol only sets up hers.
  await found("Norte", "norte", "Zoe", ["Ana", "Ben"]);
  const federations = () => database.transaction((tx) => tx.federation.findMany());
  const norte = new Set((await federations()).map(({ id }) => id));
  const zoe = onConsole.isAdministrator.bind(onConsole);
  onConsole.isAdministrator = () => Promise.resolve(true);
  await found("Sur", "sur", "Sol", ["Sam", "Sid"]);
  onConsole.isAdministrator = zoe;
  const sur = (await federations()).find(({ id }) => !norte.has(id))?.id;
  if (sur === undefined) throw new Error("there is one federation only");
  const buttonsOfSur = [...onConsole.buttons].slice(-3);
  clock.advanceTo(clock.now() + 60 * minute);
  await steward.settle();
  const before = await rowsOf(database, sur);
  assert.ok(before.length > 20);
  // What people can name by an id: the drive often, since most can be done with it.
  const named = before.filter((row) => /^(?:Drive|Cell|Sector|Person) /u.test(row));
  const idOf = (row: string): string => `#${/(?<="id":")[^"]+/u.exec(row)?.[0] ?? ""}`;
  const idsOfSur = named.flatMap((row) => (row.startsWith("Drive") ? [idOf(row), idOf(row), idOf(row)] : [idOf(row)]));
  const messagesBefore = problems.length;

  const dice = new Dice(seed);
  const writer = new Writer(dice, commands, [
    ...idsOfSur,
    ...["Sur", "Sur 1", "user-sol", "@Sol", "@sam", "Norte", "Norte 1", "Shall we stop?", "@Ben", "Ana"],
  ]);
  const people = ["Zoe", "Ana", "Ben", "Cho", "Dee", "Eli"].map(user);
  const strangers = (): PlatformUser => {
    if (dice.once(30)) return { id: "anonymous:norte", name: "norte", anonymous: true };
    const language = dice.once(3) ? { language: dice.pick(["es", "en-US", "xx", writer.characters(3)]) } : {};
    const id = `user-${String(dice.integer(200))}`;
    return { id, name: dice.once(2) ? writer.characters(20) : `Name ${id}`, ...language };
  };
  const somebody = (): PlatformUser => (dice.once(4) ? strangers() : dice.pick(people));
  const somewhere = (sender: PlatformUser): InboundChat => {
    const place = dice.integer(20);
    if (place < 3) return { id: `direct:${sender.id}`, kind: "direct" };
    if (place === 3) return group(`new-${String(dice.integer(40))}`, writer.characters(20));
    return {
      ...group("norte", writer.characters(10)),
      ...(dice.once(5) ? { encrypted: true } : {}),
      ...(dice.once(9) ? { thread: "t1" } : {}),
    };
  };
  const button = (on: Watching): string => {
    switch (dice.integer(8)) {
      case 0:
        return dice.pick(buttonsOfSur);
      case 1:
        return dice.once(2) ? writer.characters(20) : String(dice.integer(1e9));
      default:
        return on.buttons.length === 0 ? "" : dice.pick(on.buttons);
    }
  };
  const said = (on: Watching, sender: PlatformUser): Said => {
    const messageId = `m${String(dice.integer(500))}`;
    const kind = dice.integer(1_000);
    if (kind < 700) {
      const text = writer.text();
      const mentions = dice.once(8) ? [{ from: 0, to: dice.integer(9), user: somebody() }] : [];
      return { type: "text", text, messageId, mentions, ...(dice.once(3) ? { replyTo: messageId } : {}) };
    }
    if (kind < 800) {
      const form = writer.form();
      const word = dice.once(40) ? dice.pick(["constructor", "__proto__", "xyz", ""]) : form.word;
      return {
        type: "command",
        name: dice.once(40) ? dice.pick(["constructor", "gone", writer.characters(8)]) : form.command.name,
        ...(word === undefined ? {} : { word }),
        options: writer.options(form),
        users: [somebody()],
      };
    }
    if (kind < 910) return { type: "press", button: button(on), messageId };
    if (kind < 930)
      return { type: "reaction", mark: dice.pick(["1️⃣", "2️⃣", "🔟", "👍", writer.characters(2)]), messageId };
    if (kind < 965) return { type: "answer", ask: writer.characters(16), text: writer.value() };
    if (kind < 985) return dice.once(2) ? { type: "start" } : { type: "start", payload: button(on) };
    if (kind < 995) return { type: "left", users: [dice.once(2) ? sender : somebody()] };
    if (kind < 998) return { type: dice.once(2) ? "bot-added" : "bot-removed" };
    return { type: "moved", to: dice.pick(["sur", "norte", "", writer.characters(9)]) };
  };

  // Norte's chat is on the console; on the other platforms the same people meet nobody, join, and set up their own.
  const began = performance.now();
  const worked = process.cpuUsage();
  let sent = 0;
  while (sent < inputs) {
    const batch: Promise<unknown>[] = [];
    for (const first = sent; sent < inputs && sent < first + inFlight; sent++) {
      const on = dice.once(2) ? onConsole : dice.pick(adapters);
      const sender = somebody();
      const chat = somewhere(sender);
      if (dice.once(30)) {
        const form = writer.form();
        batch.push(
          steward.dispatch.complete(
            { platform: on.capabilities.platform, account: on.account, chat, sender },
            {
              command: dice.once(20) ? "constructor" : form.command.name,
              ...(form.word === undefined ? {} : { word: form.word }),
              option: dice.once(20) ? "__proto__" : dice.pick([...Object.keys(form.usage.options ?? {}), "x"]),
              typed: writer.value(),
            },
          ),
        );
        continue;
      }
      const shares = dice.once(9) ? [dice.pick(["norte", "nowhere"])] : undefined;
      batch.push(happen(on, chat, sender, said(on, sender), shares));
    }
    const outcomes = await Promise.allSettled(batch);
    const failed = outcomes.find(({ status }) => status === "rejected");
    clock.advanceTo(clock.now() + 5_000);
    await steward.settle();
    await nothingForgotten(database, steward, { adapters, now: clock.now() });
    const faults = adapters.flatMap((adapter) => adapter.faults);
    const wrong = [...(failed === undefined ? [] : [failed]), ...faults, ...problems.slice(messagesBefore)];
    assert.deepEqual(wrong, [], `seed ${String(seed)}, before input ${String(sent)}`);
  }
  const seconds = (performance.now() - began) / 1_000;
  const { user: userTime, system } = process.cpuUsage(worked);
  const shown = adapters.reduce((sum, one) => sum + one.shown, 0);
  console.info(
    `${sent} inputs in ${seconds.toFixed(0)} s (${((userTime + system) / 1e6).toFixed(0)} s of work), ${shown} messages`,
  );
  // It did answer, and the people of Norte did change something.
  assert.ok(shown > inputs / 10);
  const after = new Set(await rowsOf(database, sur));
  const changed = before.filter((row) => !after.has(row));
  assert.deepEqual({ changed, more: after.size - before.length }, { changed: [], more: 0 }, `seed ${String(seed)}`);
  await steward.stop();
  await database.close();
}

const [inputs, seed] = process.argv.slice(2).map(Number);
await play({ inputs: inputs ?? 1_000, seed: seed ?? 1 });
