/**
 * What every adapter keeps to, as one suite: the core can rely on it, whatever the platform. A stage puts the adapter
 * on its server, emulated or real, through its real library, with a group in which Ana and Ben are.
 *
 * Where a platform cannot do a thing, its stage says so with the reason, and the test is reported as skipped with it.
 *
 * @example adapterContract("telegram", openTelegramStage);
 */
import { inspect } from "node:util";
import { afterEach, describe, expect, test } from "vitest";
import {
  SendError,
  type Adapter,
  type AdapterHost,
  type AdapterLog,
  type Capabilities,
  type Completion,
  type Outgoing,
  type Place,
  type SendFailure,
} from "../../src/chat/adapter.ts";
import type { CommandDescription, UsageDescription } from "../../src/chat/description.ts";
import type { Inbound } from "../../src/chat/inbound.ts";
import type { Rendered, RenderedBlock } from "../../src/chat/message.ts";
import { patience } from "./patience.ts";

/** Whether a platform can do something; where not, why not, for who reads the report. */
export type Can = true | { readonly not: string };

/** A file as people see it. */
export interface SeenFile {
  readonly name: string;
  /** In bytes. */
  readonly size: number;
  /** What stands for a picture where it cannot be seen, if the platform has a place for that. */
  readonly alt?: string | undefined;
}

/** A message of the bot, as it is seen now. */
export interface SeenMessage {
  /** The platform's id, in the form that the adapter gives. */
  readonly id: string;
  /** As it is read: without markup, and what was markup is gone. */
  readonly text: string;
  /** What can be pressed: buttons, or choices by their reactions. */
  readonly labels: readonly string[];
  /** Ids of the accounts that it notified; `everyone` for all at once. */
  readonly pinged: readonly string[];
  readonly files: readonly SeenFile[];
}

/** Somebody in the group. */
export interface ContractPerson {
  /** The platform's id of their account. */
  readonly id: string;
  /** What others see. */
  readonly name: string;
  /** What would name and notify them on this platform, if text were read as markup. */
  readonly handles: readonly string[];
  /** Uses `/hail WORDS` in the group as people do there: typed, or as a native command. */
  hails(words: string): Promise<void>;
  /** Writes to the bot directly. */
  writes(words: string): Promise<void>;
  /** Presses the newest button in the group with this label, or chooses what bears it. */
  presses(label: string): Promise<void>;
  /** What they, and nobody else, see in the group. */
  alone(): readonly SeenMessage[];
  /** What the bot wrote to them directly. */
  direct(): readonly SeenMessage[];
  /** Whether their client still shows that something is under way. */
  waits(): boolean;
  /** Does not want to be written to any more. */
  blocks(): Promise<void>;
}

/** The adapter on its server. It has started, and is up. */
export interface ContractStage extends AsyncDisposable {
  readonly adapter: Adapter;
  readonly host: ContractHost;
  readonly group: Place;
  readonly ana: ContractPerson;
  readonly ben: ContractPerson;
  /** What the bot shows in the group to everybody, oldest first. */
  sees(): readonly SeenMessage[];
  /** What must never be in a log, besides names and ids of the people and what they say: tokens, titles. */
  readonly secrets: readonly string[];
  /** A process with the same account and the same database as the one that was stopped; it is up. */
  restart(): Promise<Adapter>;
  /** An adapter, not started, whose token or password is not taken. */
  readonly impostor: (() => Adapter) | { readonly not: string };
  /** Cuts the way to the platform, and mends it. */
  readonly network: { cut(): void; mend(): void } | { readonly not: string };
  /** A chat that does not exist, in the form of the platform's ids. */
  readonly unknownChat: string | { readonly not: string };
  /** Takes the bot out of the group. */
  readonly removesBot: (() => Promise<void>) | { readonly not: string };
  /** How choices are chosen where there are no buttons. */
  readonly choices?: "reactions" | "typed";
  /** An event that could not be recorded is handed over again while the adapter runs. */
  readonly retries: Can;
  /** An event that was not confirmed is delivered again to the next process. */
  readonly redelivers: Can;
  /** The same `Outgoing` twice shows once. */
  readonly sendsOnce: Can;
  /** An edit is shown in the place of what was there. */
  readonly edits: Can;
  /** Whom the bot names is notified. */
  readonly pings: Can;
  /** Pictures are seen as such. */
  readonly pictures: Can;
  /** An interaction can be answered for a while only, and one that never was not at all. */
  readonly interactionsEnd: Can;
  /** Somebody can refuse direct messages. */
  readonly refusesDirect: Can;
  /** Gives the bot the right to pin, and says what is pinned in the group: ids of messages. */
  readonly pins:
    | { readonly allow: () => Promise<void>; readonly pinned: () => Promise<readonly string[]> }
    | { readonly not: string };
}

const use: UsageDescription = {
  about: "contract-about",
  level: "anyone",
  where: ["cell", "unbound", "direct"],
  answer: "private",
  options: [{ name: "words", about: "contract-about", required: true, kind: "text", completes: false, position: 0 }],
};

/** Stands in for the core: records what it gets, and fails or waits where a test says so. */
export class ContractHost implements AdapterHost {
  readonly commands: readonly CommandDescription[] = [{ name: "hail", about: "contract-about", bare: use, words: [] }];
  readonly languages = ["en"];
  /** Every event that was handed over, each time. */
  readonly handed: Inbound[] = [];
  /** What was recorded: each event once. */
  readonly received: Inbound[] = [];
  readonly lines: { readonly fields: Readonly<Record<string, unknown>>; readonly message: string }[] = [];
  readonly #facts = new Map<string, string>();
  /** While true, nothing can be recorded. */
  failing = false;
  #held: Promise<void> = Promise.resolve();

  /** What comes from now on waits until the function that comes back is called. */
  hold(): () => void {
    const { promise, resolve } = Promise.withResolvers<void>();
    this.#held = promise;
    return resolve;
  }

  async receive(inbound: Inbound): Promise<void> {
    this.handed.push(inbound);
    await this.#held;
    if (this.failing) throw new Error("the database is away");
    const known = this.received.some((one) => one.account === inbound.account && one.eventId === inbound.eventId);
    if (!known) this.received.push(inbound);
  }

  /** What people did or said, among the events. */
  get doings(): readonly Inbound[] {
    return this.received.filter(isDoing);
  }

  complete(): Promise<readonly Completion[]> {
    return Promise.resolve([]);
  }

  text(language: string, id: string): string {
    return `${id} (${language})`;
  }

  readonly facts = {
    get: (key: string): Promise<string | undefined> => Promise.resolve(this.#facts.get(key)),
    set: (key: string, value: string): Promise<void> => {
      this.#facts.set(key, value);
      return Promise.resolve();
    },
  };

  readonly #line = (fields: Readonly<Record<string, unknown>>, message: string): void => {
    this.lines.push({ fields, message });
  };
  readonly log: AdapterLog = { info: this.#line, warn: this.#line, error: this.#line };

  now(): number {
    return Date.now();
  }
}

const isDoing = ({ said }: Inbound): boolean =>
  !["bot-added", "bot-allowed", "bot-removed", "left", "moved", "start"].includes(said.type);

/** What somebody said in the command, however it came. */
function wordsOf({ said }: Inbound): string | undefined {
  if (said.type === "command") return said.name === "hail" ? said.options["words"] : undefined;
  if (said.type === "text") return said.text.replace(/^[/!]hail\s+/, "");
  return undefined;
}

/** Resolves with what the probe gives as soon as it gives something. */
export async function until<T>(probe: () => T | undefined | false, what: string, ms = patience): Promise<T> {
  const end = Date.now() + ms;
  for (;;) {
    const found = probe();
    if (found !== undefined && found !== false) return found;
    if (Date.now() > end) throw new Error(`waited ${String(ms)} ms for: ${what}`);
    await new Promise((resolve) => setTimeout(resolve, 5));
  }
}

// What is said

const message = (...blocks: readonly (RenderedBlock | string)[]): Rendered => ({
  language: "en",
  blocks: blocks.map((block) =>
    typeof block === "string" ? { type: "paragraph", content: [{ type: "text", text: block }] } : block,
  ),
});

/** Ids of outgoing messages are unique over all runs: a real server remembers them. */
const run = Date.now().toString(36);
let numbered = 0;
const newId = (): string => `contract${run}${String(numbered++)}`;

const inGroup = ({ group }: ContractStage, ...blocks: readonly (RenderedBlock | string)[]): Outgoing => ({
  id: newId(),
  type: "message",
  chat: group,
  message: message(...blocks),
});

const offered = (stage: ContractStage, options: readonly { readonly id: string; readonly label: string }[]) =>
  stage.choices === undefined
    ? ({ type: "buttons", rows: [options.map((one) => ({ ...one, press: "seen" as const }))] } as const)
    : ({
        type: "choices",
        reactions: stage.choices === "reactions",
        items: options.map((one, index) => ({
          ...one,
          mark: stage.choices === "reactions" ? (marks[index] ?? "") : `!${String(index + 1)}`,
        })),
      } as const);
const marks = ["👍", "👎"];

/** Invisible joints, by which adapters keep words from being read as names. */
const visible = (text: string): string => text.replace(/[\u2060\u200B\u200C]/g, "");

const includes = (messages: readonly SeenMessage[], text: string): boolean =>
  messages.some((one) => visible(one.text).includes(text));

async function failureOf(work: Promise<unknown>): Promise<SendError> {
  try {
    await work;
  } catch (error) {
    if (error instanceof SendError) return error;
    throw error;
  }
  throw new Error("it did not fail");
}

/** Text in which each platform would find something, if it looked. One piece is one paragraph. */
const hostile = [
  "<b>bold</b> <i>tilted</i> &amp; &lt;script&gt; <a href='https://a.example'>here</a>",
  "*one* **two** _three_ __four__ ~~five~~ ||six|| `seven` [eight](https://b.example) \\*nine\\*",
  "# heading",
  "> quoted",
  "- item",
  "1. first",
  "-# small",
  "```code",
  "@everyone @here @room @channel <@&1> <#2> </hail:3> <t:0:R>",
  "{ $name } %s \u{1F1EA}\u{1F1F8} ñ 漢字",
];

/** The promise as something that can be asked whether it is settled. */
function watched<T>(promise: Promise<T>): { readonly promise: Promise<T>; readonly settled: () => boolean } {
  let settled = false;
  const done = (): void => {
    settled = true;
  };
  promise.then(done, done);
  return { promise, settled: () => settled };
}

/** Runs the suite on stages that `open` makes, one for each test. */
export function adapterContract(name: string, open: () => Promise<ContractStage>): void {
  describe(`the contract of adapters: ${name}`, () => {
    let opened: ContractStage | undefined;
    const onStage = async (): Promise<ContractStage> => {
      opened = await open();
      return opened;
    };
    afterEach(async () => {
      const stage = opened;
      opened = undefined;
      await stage?.[Symbol.asyncDispose]();
    });
    /** The next event that people cause, which must be the only one that is not in `before`. */
    const caused = async ({ host }: ContractStage, before: number): Promise<Inbound> => {
      await until(() => host.doings.length > before, "the event");
      const event = host.doings[before];
      if (event === undefined) throw new Error("no event");
      return event;
    };

    describe("capabilities and state", () => {
      test("are sane, and those of one adapter", async () => {
        const { adapter, choices } = await onStage();
        const of: Capabilities = adapter.capabilities;
        expect(adapter.account).not.toBe("");
        // Room for a card: heading, question, bar, and a few lines.
        expect(of.textLimit.size).toBeGreaterThanOrEqual(1_000);
        expect(of.unseen === "on-press").toBe(of.alertLimit !== undefined);
        expect(of.buttons === "none").toBe(choices !== undefined);
        if (of.buttons !== "none") {
          expect(of.buttons.perRow * of.buttons.rows).toBeGreaterThanOrEqual(5);
          // A button's label may have 40 characters (src/chat/message.ts).
          expect(of.buttons.label).toBeGreaterThanOrEqual(40);
        }
        // Who cannot type commands has native ones, and forms for what is missing.
        if (of.prefixes.length === 0) expect(of.ask).toBe("form");
        for (const prefix of of.prefixes) expect(["/", "!"]).toContain(prefix);
        expect(of.edits.everyMs).toBeGreaterThanOrEqual(0);
        expect(of.edits.most).toBeGreaterThan(0);
        expect(of.edits.ageMs).toBeGreaterThan(0);
        expect(of.budget.perChatPerSecond).toBeGreaterThan(0);
        expect(of.budget.perSecond).toBeGreaterThanOrEqual(of.budget.perChatPerSecond);
        // An edit is a message: a card alone must not use up what its chat may take.
        if (of.edits.everyMs > 0) expect(1_000 / of.edits.everyMs).toBeLessThan(of.budget.perChatPerSecond);
      });

      test("addresses for a link or a camera are there where it says so, and open on the web", async () => {
        const { adapter } = await onStage();
        expect(adapter.address !== undefined).toBe(adapter.capabilities.addresses === true);
        if (adapter.address === undefined) return;
        for (const to of ["direct", "group"] as const) {
          const address = await adapter.address({ to, payload: "join-BCDF2345" });
          expect(new URL(address).protocol).toBe("https:");
          expect(address.length).toBeLessThan(200);
        }
      });

      test("up when it has started, stopped when it is stopped", async () => {
        const { adapter } = await onStage();
        expect(adapter.status().state).toBe("up");
        await adapter.stop();
        expect(adapter.status().state).toBe("stopped");
      });

      test("down while the platform cannot be reached, and up again by itself; sending says 'unreachable'", async ({
        skip,
      }) => {
        const stage = await onStage();
        const { adapter, network, host, ana } = stage;
        if ("not" in network) return skip(network.not);
        network.cut();
        expect((await failureOf(adapter.send(inGroup(stage, "nobody hears this")))).failure).toBe("unreachable");
        await until(() => adapter.status().state === "down", "down");
        expect(adapter.status().detail).toMatch(/\S/);
        network.mend();
        await until(() => adapter.status().state === "up", "up again");
        await ana.hails("after the storm");
        expect(wordsOf(await caused(stage, 0))).toBe("after the storm");
        await adapter.send(inGroup(stage, "and heard"));
        await until(() => includes(stage.sees(), "and heard"), "the message");
        expect(includes(stage.sees(), "nobody hears this")).toBe(false);
        expect(host.doings).toHaveLength(1);
      });

      test("down and up again when its library has failed; nothing is lost or comes twice", async ({ skip }) => {
        const stage = await onStage();
        const { adapter, host, ana, redelivers } = stage;
        if (adapter.beginAnew === undefined) return skip("there is no connection");
        await ana.hails("before");
        await caused(stage, 0);
        adapter.beginAnew();
        await until(() => adapter.status().state === "down", "down");
        if (redelivers === true) await ana.hails("meanwhile");
        await until(() => adapter.status().state === "up", "up again");
        await ana.hails("after");
        const words = redelivers === true ? ["before", "meanwhile", "after"] : ["before", "after"];
        await until(() => host.doings.length === words.length, "the events");
        expect(host.doings.map(wordsOf)).toEqual(words);
        await adapter.send(inGroup(stage, "and heard"));
        await until(() => includes(stage.sees(), "and heard"), "the message");
        await adapter.stop();
        expect(adapter.status().state).toBe("stopped");
      });

      test("refused where the token is not taken: start resolves, and nothing shows the token", async ({ skip }) => {
        const { impostor, secrets } = await onStage();
        if (typeof impostor !== "function") return skip(impostor.not);
        const adapter = impostor();
        expect(adapter.status().state).toBe("starting");
        const host = new ContractHost();
        await adapter.start(host);
        expect(adapter.status().state).toBe("refused");
        const told = `${JSON.stringify(adapter.status())} ${JSON.stringify(host.lines)}`;
        for (const secret of secrets) expect(told).not.toContain(secret);
        const error = await failureOf(
          adapter.send({ id: newId(), type: "message", chat: { id: "1" }, message: message("x") }),
        );
        // What waits is not lost: it can be sent once the operator has mended the token.
        expect(error.failure).toBe("unreachable");
        await adapter.stop();
        expect(adapter.status().state).toBe("stopped");
      });
    });

    describe("events", () => {
      test("arrive once, and say who, where and what; each has an id of its own", async () => {
        const stage = await onStage();
        const { adapter, host, group, ana, ben } = stage;
        await ana.hails("one");
        const first = await caused(stage, 0);
        await ben.hails("two & <three>");
        const second = await caused(stage, 1);
        for (const [event, person, words] of [
          [first, ana, "one"],
          [second, ben, "two & <three>"],
        ] as const) {
          expect(event).toMatchObject({
            platform: adapter.capabilities.platform,
            account: adapter.account,
            chat: { id: group.id, kind: "group" },
            sender: { id: person.id, name: person.name },
          });
          expect(wordsOf(event)).toBe(words);
          expect(event.eventId).toMatch(/^\S+$/);
          // What is typed has no interaction but where a person can be answered in place.
          expect(event.interaction !== undefined).toBe(adapter.capabilities.unseen === "always");
        }
        expect(second.eventId).not.toBe(first.eventId);
        expect(host.handed.filter(isDoing)).toHaveLength(2);
      });

      test("of the direct chat say so", async () => {
        const stage = await onStage();
        await stage.ana.writes("good morning");
        const event = await caused(stage, 0);
        expect(event).toMatchObject({
          chat: { kind: "direct" },
          sender: { id: stage.ana.id },
          said: { type: "text", text: "good morning" },
        });
        expect(event.chat.id).not.toBe(stage.group.id);
      });

      test("that could not be recorded are handed over again with the same id, in the same order", async ({ skip }) => {
        const stage = await onStage();
        const { host, ana, ben, retries } = stage;
        if (retries !== true) return skip(retries.not);
        host.failing = true;
        await ana.hails("first");
        await until(() => host.handed.filter(isDoing).length >= 2, "the second try");
        expect(host.doings).toEqual([]);
        host.failing = false;
        await until(() => host.doings.length === 1, "the record");
        await ben.hails("second");
        await until(() => host.doings.length === 2, "the next event");
        expect(host.doings.map(wordsOf)).toEqual(["first", "second"]);
        const tries = host.handed.filter((one) => wordsOf(one) === "first").map(({ eventId }) => eventId);
        expect(tries.length).toBeGreaterThanOrEqual(3);
        expect(new Set(tries).size).toBe(1);
      });

      test("are not confirmed before they are recorded: the next process gets them, with the same id", async ({
        skip,
      }) => {
        const stage = await onStage();
        const { adapter, host, ana, redelivers } = stage;
        if (redelivers !== true) return skip(redelivers.not);
        await ana.hails("recorded");
        const recorded = await caused(stage, 0);
        const release = host.hold();
        await ana.hails("in hand");
        const inHand = await until(() => host.handed.find((one) => wordsOf(one) === "in hand"), "the event");
        const stopping = watched(adapter.stop());
        host.failing = true;
        release();
        await stopping.promise;
        host.failing = false;
        const before = host.handed.length;
        await stage.restart();
        await until(() => host.doings.length === 2, "what was not confirmed");
        expect(host.doings.map(({ eventId }) => eventId)).toEqual([recorded.eventId, inHand.eventId]);
        // What was confirmed comes again at most as itself.
        for (const one of host.handed.slice(before).filter(isDoing)) {
          expect([recorded.eventId, inHand.eventId]).toContain(one.eventId);
        }
      });

      test("stop lets what was handed over finish, and takes nothing new", async () => {
        const stage = await onStage();
        const { adapter, host, ana, ben, redelivers } = stage;
        const release = host.hold();
        await ana.hails("in hand");
        await until(() => host.handed.some((one) => wordsOf(one) === "in hand"), "the event");
        const stopping = watched(adapter.stop());
        await ben.hails("too late");
        await new Promise((resolve) => setTimeout(resolve, 50));
        expect(stopping.settled()).toBe(false);
        release();
        await stopping.promise;
        // Whatever it still had in its hands would come now.
        await new Promise((resolve) => setTimeout(resolve, 50));
        expect(host.handed.filter(isDoing).map(wordsOf)).toEqual(["in hand"]);
        expect(host.doings.map(wordsOf)).toEqual(["in hand"]);
        if (redelivers !== true) return;
        await stage.restart();
        await until(() => host.doings.length === 2, "what came while nobody was there");
        expect(host.doings.map(wordsOf)).toEqual(["in hand", "too late"]);
      });
    });

    describe("messages", () => {
      test("show text as it is, whatever markup is in it, and ping nobody whom the bot does not name", async () => {
        const stage = await onStage();
        const { adapter, ana, ben } = stage;
        const texts = [...hostile, ...ana.handles, ...ben.handles, `@${ben.name}`];
        for (const wrap of [
          (text: string): RenderedBlock => ({ type: "paragraph", content: [{ type: "text", text }] }),
          (text: string): RenderedBlock => ({ type: "heading", content: [{ type: "text", text }] }),
          (text: string): RenderedBlock => ({ type: "list", items: [[{ type: "text", text }]] }),
        ]) {
          const before = stage.sees().length;
          await adapter.send(inGroup(stage, ...texts.map(wrap)));
          await until(() => stage.sees().length > before, "the message");
          const shown = stage.sees().slice(before);
          const lines = shown.flatMap(({ text }) => visible(text).split("\n"));
          for (const text of texts)
            expect(
              lines.some((line) => line.includes(text)),
              text,
            ).toBe(true);
          expect(shown.flatMap(({ pinged }) => pinged)).toEqual([]);
        }
        const before = stage.sees().length;
        const named: RenderedBlock = {
          type: "paragraph",
          content: [
            { type: "text", text: "It is your turn, " },
            { type: "mention", user: { id: ana.id }, name: ana.name },
          ],
        };
        await adapter.send(inGroup(stage, named));
        const [told] = await until(() => stage.sees().length > before && stage.sees().slice(before), "the mention");
        expect(told?.text).toContain(ana.name);
        expect(told?.pinged).toEqual(stage.pings === true ? [ana.id] : []);
      });

      test("that are edited show the new state only, in the same place", async ({ skip }) => {
        const stage = await onStage();
        const { adapter, group, edits, host, ana } = stage;
        if (edits !== true) return skip(edits.not);
        const sent = await adapter.send(
          inGroup(stage, "three of ten", offered(stage, [{ id: "in1", label: "I'm in" }])),
        );
        await adapter.send(inGroup(stage, "something else"));
        await until(() => stage.sees().length === 2, "both messages");
        const [before] = stage.sees();
        const { messageId = "" } = sent;
        expect(before?.id).toBe(messageId);
        const edited = await adapter.send({
          id: newId(),
          type: "edit",
          chat: group,
          messageId,
          message: message("four of ten", offered(stage, [{ id: "in2", label: "Me too" }])),
        });
        expect(edited.messageId).toBe(messageId);
        await until(() => includes(stage.sees(), "four of ten"), "the edit");
        const now = stage.sees();
        expect(now).toHaveLength(2);
        expect(now[0]).toMatchObject({ id: messageId, labels: ["Me too"] });
        expect(now[0]?.text).not.toContain("three of ten");
        expect(now[1]?.text).toContain("something else");
        expect(now[0]?.pinged).toEqual([]);
        await ana.presses("Me too");
        const event = await caused(stage, 0);
        if (stage.choices === undefined) expect(event.said).toMatchObject({ type: "press", button: "in2" });
        // The same state again is no failure.
        await adapter.send({
          id: newId(),
          type: "edit",
          chat: group,
          messageId,
          message: message("four of ten", offered(stage, [{ id: "in2", label: "Me too" }])),
        });
        expect(stage.sees()).toHaveLength(2);
        expect(host.doings).toHaveLength(1);
      });

      test("with the same id show once", async ({ skip }) => {
        const stage = await onStage();
        const { adapter, ana, sendsOnce } = stage;
        if (sendsOnce !== true) return skip(sendsOnce.not);
        const once = inGroup(stage, "once", offered(stage, [{ id: "in1", label: "I'm in" }]));
        const first = await adapter.send(once);
        const again = await adapter.send(once);
        expect(again.messageId).toBe(first.messageId);
        await adapter.send(inGroup(stage, "the next"));
        await until(() => includes(stage.sees(), "the next"), "the next message");
        expect(stage.sees()).toHaveLength(2);
        await ana.writes("good morning");
        await caused(stage, 0);
        const direct: Outgoing = { id: newId(), type: "direct", to: ana.id, message: message("for Ana") };
        await adapter.send(direct);
        await adapter.send(direct);
        await adapter.send({ ...direct, id: newId(), message: message("the last") });
        await until(() => includes(ana.direct(), "the last"), "the last message");
        expect(ana.direct()).toHaveLength(2);
      });

      test("longer than three messages arrive whole and in order", async () => {
        const stage = await onStage();
        const { adapter } = stage;
        const { size } = adapter.capabilities.textLimit;
        const words: string[] = [];
        for (let length = 0; length < 3 * size; length += (words.at(-1)?.length ?? 0) + 1) {
          words.push(`w${String(words.length)}`);
        }
        await adapter.send(inGroup(stage, words.join(" ")));
        await adapter.send(inGroup(stage, "behind it"));
        await until(() => includes(stage.sees(), "behind it"), "the end");
        const shown = stage.sees();
        expect(shown.flatMap(({ text }) => text.match(/w\d+/g) ?? [])).toEqual(words);
        expect(shown.at(-1)?.text).toContain("behind it");
      });

      test("bring files, with their name and their size", async () => {
        const stage = await onStage();
        const data = Buffer.from("date,pledges\n2026-03-20,4\n");
        const file = { name: "pledges.csv", mediaType: "text/csv", data: data.toString("base64") };
        await stage.adapter.send(inGroup(stage, "Here it is.", { type: "file", file }));
        await until(() => stage.sees().some(({ files }) => files.length > 0), "the file");
        expect(stage.sees().flatMap(({ files }) => files)).toMatchObject([{ name: "pledges.csv", size: data.length }]);
        expect(includes(stage.sees(), "Here it is.")).toBe(true);
      });

      test("are pinned where the bot may, and are there where it may not", async ({ skip }) => {
        const stage = await onStage();
        const { adapter, pins, group } = stage;
        if (!("allow" in pins)) return skip(pins.not);
        const pinned = (words: string, insteadOf?: string): Outgoing => ({
          id: newId(),
          type: "message",
          chat: group,
          message: message(words),
          pin: insteadOf === undefined ? {} : { insteadOf },
        });
        await adapter.send(pinned("not allowed"));
        await until(() => includes(stage.sees(), "not allowed"), "the message");
        expect(await pins.pinned()).toEqual([]);
        await pins.allow();
        const { messageId: first = "" } = await adapter.send(pinned("the first"));
        expect(await pins.pinned()).toEqual([first]);
        const { messageId: second = "" } = await adapter.send(pinned("the second", first));
        expect(await pins.pinned()).toEqual([second]);
        await until(() => includes(stage.sees(), "the second"), "all messages");
        expect(stage.sees()).toHaveLength(3);
      });

      test("bring pictures with what they show in words, and an edit replaces both", async ({ skip }) => {
        const stage = await onStage();
        const { adapter, group, edits, host, ana, pictures } = stage;
        if (pictures !== true) return skip(pictures.not);
        const picture = (bytes: number, alt: string, said: boolean): RenderedBlock => ({
          type: "image",
          file: { name: "tally.png", mediaType: "image/png", data: Buffer.alloc(bytes, 7).toString("base64") },
          alt,
          said,
        });
        const choices = offered(stage, [{ id: "in1", label: "I'm in" }]);
        const sent = await adapter.send(inGroup(stage, "three of ten", picture(300, "Bars: three", false), choices));
        await until(() => stage.sees().some(({ files }) => files.length > 0), "the picture");
        await until(() => stage.sees().some(({ labels }) => labels.length > 0), "the choice");
        const files = () => stage.sees().flatMap((one) => one.files);
        const alts = () => [...files().map(({ alt }) => alt ?? ""), ...stage.sees().map(({ text }) => text)].join("\n");
        expect(files()).toMatchObject([{ name: "tally.png", size: 300 }]);
        expect(includes(stage.sees(), "three of ten")).toBe(true);
        expect(alts()).toContain("Bars: three");
        const shown = stage.sees().length;
        if (edits !== true) return skip(edits.not);
        const edit = (...blocks: readonly (RenderedBlock | string)[]) =>
          adapter.send({
            id: newId(),
            type: "edit",
            chat: group,
            messageId: sent.edit ?? sent.messageId ?? "",
            message: message(...blocks),
          });
        const edited = await edit("four of ten", picture(400, "Bars: four", false), choices);
        expect(edited.messageId).toBe(sent.messageId);
        await until(() => files()[0]?.size === 400 && includes(stage.sees(), "four of ten"), "the edit");
        expect(alts()).toContain("Bars: four");
        expect(alts()).not.toContain("three");
        expect(stage.sees()).toHaveLength(shown);
        // The same once more is no failure; and the choice is still there.
        await edit("four of ten", picture(400, "Bars: four", false), choices);
        expect(files()).toHaveLength(1);
        await ana.presses("I'm in");
        await caused(stage, 0);
        expect(host.doings).toHaveLength(1);
        // Without a picture, text and choice stay where they are.
        if (adapter.capabilities.platform === "telegram") return;
        await edit("five of ten", choices);
        await until(() => includes(stage.sees(), "five of ten") && files().length === 0, "the edit without a picture");
      });

      test("bring a picture alone, and one beside more text than a caption holds", async ({ skip }) => {
        const stage = await onStage();
        const { adapter, group, edits, pictures } = stage;
        if (pictures !== true) return skip(pictures.not);
        const picture = (bytes: number): RenderedBlock => ({
          type: "image",
          file: { name: "tally.png", mediaType: "image/png", data: Buffer.alloc(bytes, 7).toString("base64") },
          alt: "Bars",
          said: true,
        });
        const long = (word: string): string => `${`${word} `.repeat(300)}end of ${word}`;
        const alone = await adapter.send(inGroup(stage, picture(100)));
        const beside = await adapter.send(inGroup(stage, long("north"), picture(200)));
        const sizes = () => stage.sees().flatMap(({ files }) => files.map(({ size }) => size));
        await until(() => sizes().length === 2 && includes(stage.sees(), "end of north"), "both");
        expect(sizes()).toEqual([100, 200]);
        if (edits !== true) return skip(edits.not);
        const shown = stage.sees().length;
        for (const [{ edit, messageId }, blocks] of [
          [alone, [picture(101)]],
          [beside, [long("south"), picture(201)]],
        ] as const) {
          await adapter.send({
            id: newId(),
            type: "edit",
            chat: group,
            messageId: edit ?? messageId ?? "",
            message: message(...blocks),
          });
        }
        await until(() => sizes().join() === "101,201" && includes(stage.sees(), "end of south"), "the edits");
        expect(includes(stage.sees(), "north")).toBe(false);
        expect(stage.sees()).toHaveLength(shown);
      });

      test("directly reach only their person, and say in which chat", async () => {
        const stage = await onStage();
        const { adapter, host, ana, ben } = stage;
        if (adapter.capabilities.direct === "after-start") {
          const early: Outgoing = { id: newId(), type: "direct", to: ben.id, message: message("too early") };
          expect((await failureOf(adapter.send(early))).failure).toBe("blocked");
        }
        await ana.writes("good morning");
        const { chat } = await caused(stage, 0);
        const sent = await adapter.send({ id: newId(), type: "direct", to: ana.id, message: message("for Ana alone") });
        expect(sent.direct).toBe(chat.id);
        await adapter.send({
          id: newId(),
          type: "direct",
          to: ana.id,
          ...(sent.direct === undefined ? {} : { direct: sent.direct }),
          message: message("and this"),
        });
        await until(() => includes(ana.direct(), "and this"), "both messages");
        expect(includes(ana.direct(), "for Ana alone")).toBe(true);
        // In a direct chat, a message is sent as in any other.
        await adapter.send({ id: newId(), type: "message", chat: { id: chat.id }, message: message("an answer") });
        await until(() => includes(ana.direct(), "an answer"), "the answer");
        expect(ben.direct()).toEqual([]);
        expect([...stage.sees(), ...ana.alone(), ...ben.alone()]).toEqual([]);
        expect(host.doings).toHaveLength(1);
      });

      test("that cannot be brought say why", async ({ skip }) => {
        const stage = await onStage();
        const { adapter, unknownChat, removesBot, host, group } = stage;
        if (typeof unknownChat !== "string") return skip(unknownChat.not);
        if (typeof removesBot !== "function") return skip(removesBot.not);
        const lost: Outgoing = { id: newId(), type: "message", chat: { id: unknownChat }, message: message("hello?") };
        expect(["not-found", "removed"] satisfies SendFailure[]).toContain(
          (await failureOf(adapter.send(lost))).failure,
        );
        await removesBot();
        await until(
          () => host.received.some(({ said, chat }) => said.type === "bot-removed" && chat.id === group.id),
          "the removal",
        );
        expect((await failureOf(adapter.send(inGroup(stage, "hello?")))).failure).toBe("removed");
      });

      test("to somebody who does not want them say 'blocked'", async ({ skip }) => {
        const stage = await onStage();
        const { adapter, ben, refusesDirect } = stage;
        if (refusesDirect !== true) return skip(refusesDirect.not);
        await ben.writes("good morning");
        const { chat } = await caused(stage, 0);
        await ben.blocks();
        const out: Outgoing = { id: newId(), type: "direct", to: ben.id, direct: chat.id, message: message("hello?") };
        expect((await failureOf(adapter.send(out))).failure).toBe("blocked");
        expect((await failureOf(adapter.send({ ...out, id: newId() }))).failure).toBe("blocked");
        expect(ben.direct()).toEqual([]);
      });
    });

    describe("choices", () => {
      test("as buttons, a press brings their id; several rows, as many in a row as is said", async ({ skip }) => {
        const stage = await onStage();
        const { adapter, ana, ben, group } = stage;
        const { buttons, unseen } = adapter.capabilities;
        if (buttons === "none") return skip("there are no buttons: see the next test");
        const row = (letter: string) =>
          Array.from({ length: buttons.perRow }, (_, index) => ({
            id: `${letter}${String(index)}`,
            label: `${letter} ${String(index)}`,
            press: "seen" as const,
          }));
        const longest = {
          id: "x".repeat(20),
          label: "y".repeat(40),
          press: "unseen" as const,
          style: "primary" as const,
        };
        const rows = [row("a"), row("b"), [longest]];
        const sent = await adapter.send(inGroup(stage, "Choose", { type: "buttons", rows }));
        await until(() => stage.sees().length === 1, "the buttons");
        expect(stage.sees()[0]?.labels).toEqual(rows.flat().map(({ label }) => label));
        await ana.presses("b 1");
        const first = await caused(stage, 0);
        expect(first).toMatchObject({
          chat: { id: group.id },
          sender: { id: ana.id },
          said: { type: "press", button: "b1", messageId: sent.messageId },
        });
        await ben.presses(longest.label);
        const second = await caused(stage, 1);
        expect(second).toMatchObject({ sender: { id: ben.id }, said: { type: "press", button: longest.id } });
        for (const { interaction } of [first, second]) {
          expect(interaction !== undefined).toBe(unseen !== "never");
          expect(interaction?.plainLimit).toBe(adapter.capabilities.alertLimit);
          if (unseen !== "never") expect(interaction?.expiresAt).toBeGreaterThan(Date.now());
        }
        // The same button again is an event of its own: what it means is the core's.
        await ana.presses("b 1");
        expect((await caused(stage, 2)).eventId).not.toBe(first.eventId);
      });

      test("as the answers to a question: all that fit are offered, and choosing brings the id", async ({ skip }) => {
        const stage = await onStage();
        const { adapter, ana } = stage;
        const { buttons } = adapter.capabilities;
        if (buttons === "none") return skip("there are no buttons: see the next test");
        const rows = Array.from({ length: buttons.menu ?? 12 }, (_, index) => [
          { id: `zone${String(index)}`, label: `Zone ${String(index)} ${"z".repeat(30)}`, press: "seen" as const },
        ]);
        const skipped = { id: "skip", label: "Skip", press: "seen" as const };
        const sent = await adapter.send(
          inGroup(
            stage,
            "Where?",
            { type: "buttons", rows, menu: "Which zone? ".repeat(20) },
            { type: "buttons", rows: [[skipped]] },
          ),
        );
        await until(() => stage.sees().length === 1, "the question");
        expect(stage.sees()[0]?.labels).toEqual([...rows.flat().map(({ label }) => label), "Skip"]);
        await ana.presses(rows.at(-1)?.[0]?.label ?? "");
        expect(await caused(stage, 0)).toMatchObject({
          sender: { id: ana.id },
          said: { type: "press", button: rows.at(-1)?.[0]?.id, messageId: sent.messageId },
        });
        await ana.presses("Skip");
        expect(await caused(stage, 1)).toMatchObject({ said: { type: "press", button: "skip" } });
      });

      test("without buttons, by reaction or by number", async ({ skip }) => {
        const stage = await onStage();
        const { adapter, ana, choices } = stage;
        if (choices === undefined) return skip("there are buttons");
        const options = [
          { id: "c1", label: "I'm in" },
          { id: "c2", label: "Not me" },
        ];
        const sent = await adapter.send(inGroup(stage, "Choose", offered(stage, options)));
        await until(() => stage.sees()[0]?.labels.length === 2, "the choices");
        await ana.presses("Not me");
        const { said, sender } = await caused(stage, 0);
        expect(sender.id).toBe(ana.id);
        if (choices === "reactions") expect(said).toEqual({ type: "reaction", mark: "👎", messageId: sent.messageId });
        else expect(said).toMatchObject({ type: "text", text: "!2" });
      });
    });

    describe("an interaction", () => {
      test("is answered so that only its person sees it", async () => {
        const stage = await onStage();
        const { adapter, host, group, ana, ben } = stage;
        const { unseen } = adapter.capabilities;
        if (unseen === "never") {
          const out: Outgoing = {
            id: newId(),
            type: "private",
            chat: group,
            to: ana.id,
            message: message("for Ana alone"),
            interaction: "none",
          };
          expect((await failureOf(adapter.send(out))).failure).toBe("refused");
          await adapter.send(inGroup(stage, "for all"));
          await until(() => includes(stage.sees(), "for all"), "the message");
          expect(stage.sees()).toHaveLength(1);
          return;
        }
        await adapter.send(inGroup(stage, "Choose", offered(stage, [{ id: "in1", label: "I'm in" }])));
        await until(() => stage.sees().length === 1, "the button");
        const acts = [() => ana.presses("I'm in"), ...(unseen === "always" ? [() => ana.hails("hello")] : [])];
        for (const [index, act] of acts.entries()) {
          await act();
          const { interaction } = await caused(stage, index);
          if (interaction === undefined) throw new Error("no interaction");
          const answer = `You are in, ${String(index)} <b>`;
          await adapter.send({
            id: newId(),
            type: "private",
            chat: group,
            to: ana.id,
            message: message(answer),
            interaction: interaction.token,
          });
          await until(() => includes(ana.alone(), answer), "the answer");
          await until(() => !ana.waits(), "the end of the waiting");
        }
        expect(ana.alone()).toHaveLength(acts.length);
        expect([...ben.alone(), ...ben.direct()]).toEqual([]);
        expect(stage.sees().map(({ text }) => text)).toEqual([expect.stringContaining("Choose")]);
        expect(host.doings).toHaveLength(acts.length);
      });

      test("with nothing to say ends without a trace", async ({ skip }) => {
        const stage = await onStage();
        const { adapter, group, ana, ben } = stage;
        const { unseen } = adapter.capabilities;
        if (unseen === "never") return skip("nothing waits for an answer");
        await adapter.send(inGroup(stage, "Choose", offered(stage, [{ id: "in1", label: "I'm in" }])));
        await until(() => stage.sees().length === 1, "the button");
        const acts = [() => ana.presses("I'm in"), ...(unseen === "always" ? [() => ana.hails("hello")] : [])];
        for (const [index, act] of acts.entries()) {
          await act();
          const { interaction } = await caused(stage, index);
          if (interaction === undefined) throw new Error("no interaction");
          await adapter.send({
            id: newId(),
            type: "private",
            chat: group,
            to: ana.id,
            message: message(),
            interaction: interaction.token,
          });
          await until(() => !ana.waits(), "the end of the waiting");
        }
        expect([...ana.alone(), ...ana.direct(), ...ben.alone()]).toEqual([]);
        expect(stage.sees()).toHaveLength(1);
      });

      test("that nobody began is too old", async ({ skip }) => {
        const stage = await onStage();
        const { adapter, group, ana, interactionsEnd } = stage;
        if (interactionsEnd !== true) return skip(interactionsEnd.not);
        const out: Outgoing = {
          id: newId(),
          type: "private",
          chat: group,
          to: ana.id,
          message: message("for Ana alone"),
          interaction: "nothing",
        };
        expect((await failureOf(adapter.send(out))).failure).toBe("too-old");
        expect([...stage.sees(), ...ana.alone(), ...ana.direct()]).toEqual([]);
      });
    });

    test("no text, name, id or token gets into the log or an error", async () => {
      const stage = await onStage();
      const { adapter, host, ana, ben, unknownChat, network, secrets, group } = stage;
      const errors: unknown[] = [];
      const tries = async (outgoing: Outgoing): Promise<void> => {
        await adapter.send(outgoing).catch((error: unknown) => errors.push(error));
      };
      const said = "Marigold";
      if (stage.retries === true) host.failing = true;
      await ana.hails(said);
      await until(() => host.handed.some((one) => wordsOf(one) === said), "the event");
      host.failing = false;
      await until(() => host.doings.length === 1, "the record");
      await ben.writes(said);
      await until(() => host.doings.length === 2, "the direct message");
      await adapter.send(inGroup(stage, said, offered(stage, [{ id: "in1", label: said }])));
      await tries({ id: newId(), type: "edit", chat: group, messageId: "987654321", message: message(said) });
      await tries({ id: newId(), type: "delete", chat: group, messageId: "987654321" });
      await tries({
        id: newId(),
        type: "private",
        chat: group,
        to: ana.id,
        message: message(said),
        interaction: "Primrose",
      });
      if (typeof unknownChat === "string")
        await tries({ id: newId(), type: "message", chat: { id: unknownChat }, message: message(said) });
      await tries({ id: newId(), type: "direct", to: "1234567", message: message(said) });
      if (!("not" in network)) {
        network.cut();
        await tries(inGroup(stage, said));
        await until(() => adapter.status().state === "down", "down");
        network.mend();
        await until(() => adapter.status().state === "up", "up again");
      }
      await adapter.stop();
      const log = JSON.stringify(host.lines);
      const thrown = errors.map((error) => inspect(error, { depth: 8, showHidden: true })).join("\n");
      for (const person of [ana, ben]) {
        for (const secret of [...secrets, said, "Primrose", person.name, person.id]) {
          expect(log).not.toContain(secret);
          // A stack names files of this machine, which are no secrets.
          expect(thrown.replace(/^\s+at .*$/gm, "")).not.toContain(secret);
        }
      }
    });
  });
}
