/**
 * The terminal as a platform: one person at a keyboard plays everybody, in as many chats as they like.
 *
 * What is typed: what the person of the prompt says in its chat; `as ben`, `as ben@depot7` or `ben@depot7: text` to go on
 * as somebody else; `presses LABEL` for a button; `wait 3 days`; `quit`. Everybody who is named exists, and who opens a chat is its
 * administrator. Lines are worked on one after the other, each until everything it caused is shown, so that a file
 * can be piped in.
 */
import { mkdtempSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { basename, join } from "node:path";
import { createInterface, type Interface } from "node:readline";
import type { Readable, Writable } from "node:stream";
import { styleText } from "node:util";
import type { Adapter, AdapterHost, AdapterStatus, Outgoing, Place, Sent } from "../../src/chat/adapter.ts";
import type { UsageDescription } from "../../src/chat/description.ts";
import type { Inbound, InboundMention, PlatformUser, Said } from "../../src/chat/inbound.ts";
import type { Rendered } from "../../src/chat/message.ts";
import { messageIds } from "../../src/chat/phrase.ts";
import { consoleCapabilities } from "./capabilities.ts";
import { withLabel } from "./labels.ts";
import { renderLines, wrapLines, type Emphasis, type Line } from "./render.ts";

export interface ConsoleOptions {
  readonly input: Readable;
  /** A terminal is shown colours, unless NO_COLOR is set, and a prompt that completes. */
  readonly output: Writable;
}

/** Who speaks where. */
interface Position {
  readonly person: string;
  readonly chat: string;
}

/** A message as it stands on the screen. */
interface OnScreen {
  readonly id: string;
  readonly chat: string;
  /** Who alone sees it. */
  readonly to: string | undefined;
  rendered: Rendered;
}

const texts = messageIds({
  begin: "console-begin",
  switch: "console-switch",
  connect: "console-connect",
  noButton: "console-no-such-button",
  timePasses: "console-time-passes",
  whoWhere: "console-who-where",
  talk: "console-talk",
  now: "console-now",
  howLong: "console-how-long",
});

const account = "steward";
const direct = "direct";
/** The fact that holds who opened which chat, as JSON. */
const openersFact = "openers";
/** Messages that can still be pressed. */
const kept = 500;

const name = String.raw`[\p{L}\p{N}_][\p{L}\p{N}_.'-]*`;
/** Milliseconds. */
const lengths = { minute: 60_000, hour: 3_600_000, day: 86_400_000, week: 7 * 86_400_000 } as const;
const waits = /^wait\s+(\d{1,3})\s*(minute|hour|day|week)s?$/;
/** No longer wait at once: everything that falls due on the way is done. Milliseconds. */
const longestWait = 366 * lengths.day;
const spoken = new RegExp(String.raw`^(${name})@(${name})(?:\s*:\s*(.*)|\s+(presses\s+.+))?$`, "u");
const mentioned = new RegExp(String.raw`(?<![\p{L}\p{N}])@(${name})`, "gu");

const colours: Readonly<Record<Emphasis, Parameters<typeof styleText>[0] | undefined>> = {
  plain: undefined,
  heading: ["bold", "underline"],
  strong: "bold",
  quiet: "dim",
  bar: "green",
  mention: "cyan",
  button: ["bold", "cyan"],
  link: "blue",
};

export class ConsoleAdapter implements Adapter {
  readonly capabilities = consoleCapabilities;
  readonly account = account;
  readonly #input: Readable;
  readonly #output: Writable;
  readonly #terminal: boolean;
  #host: AdapterHost | undefined;
  #readline: Interface | undefined;
  #at: Position = { person: "ana", chat: "depot5" };
  readonly #people = new Set<string>(["ana"]);
  readonly #chats = new Set<string>(["depot5"]);
  #screen: OnScreen[] = [];
  /** Makes ids of events and messages that no earlier run has given. */
  #run = "";
  #count = 0;
  #receiving: Promise<void> = Promise.resolve();
  #status: AdapterStatus = { state: "starting" };
  /** How many messages were shown. */
  #shown = 0;
  /** Where files are put, once there is one. */
  #folder: string | undefined;
  #wait: ((ms: number) => Promise<void>) | undefined;

  constructor({ input, output }: ConsoleOptions) {
    this.#input = input;
    this.#output = output;
    this.#terminal = "isTTY" in output && output.isTTY === true && "isTTY" in input && input.isTTY === true;
  }

  get #started(): AdapterHost {
    if (this.#host === undefined) throw new Error("the console has not been started");
    return this.#host;
  }

  #text(id: string): string {
    const host = this.#started;
    return host.text(host.languages.find((language) => language === "en") ?? host.languages[0] ?? "en", id);
  }

  start(host: AdapterHost): Promise<void> {
    this.#host = host;
    this.#run = host.now().toString(36);
    for (const id of [texts.begin, texts.switch, texts.connect]) this.#print(this.#colour("dim", this.#text(id)));
    this.#status = { state: "up" };
    return Promise.resolve();
  }

  /**
   * Reads lines until `quit` or the end of the input. `settle` resolves when everything that a line caused is shown; `wait`
   * lets so many milliseconds pass at once, where the clock can be moved. Resolves when the person wants to leave.
   */
  async run(settle: () => Promise<void>, wait?: (ms: number) => Promise<void>): Promise<void> {
    this.#wait = wait;
    const readline = createInterface({
      input: this.#input,
      ...(this.#terminal ? { output: this.#output } : {}),
      terminal: this.#terminal,
      historySize: 1_000,
      completer: (line: string) => this.complete(line),
    });
    this.#readline = readline;
    // Ctrl+C in raw mode is no signal: it means leaving, as it does everywhere.
    readline.on("SIGINT", () => {
      readline.close();
    });
    this.#prompt();
    try {
      for await (const line of readline) {
        if (!this.#terminal) this.#print(`${this.#promptText()}${line}`);
        const words = line.trim();
        if (/^[!/]?(?:quit|exit)$/.test(words)) return;
        const shown = this.#shown;
        const said = await this.#line(words);
        await settle();
        // Here nobody talks with anybody else: what has no answer was meant for the bot.
        if (said !== undefined && said !== "" && this.#shown === shown) await this.#unanswered(said);
        await settle();
        this.#prompt();
      }
      await settle();
    } finally {
      readline.close();
      this.#readline = undefined;
    }
  }

  #promptText(): string {
    return `${this.#at.person}@${this.#at.chat}> `;
  }

  #prompt(): void {
    if (!this.#terminal) return;
    this.#readline?.setPrompt(this.#colour("green", this.#promptText()));
    this.#readline?.prompt();
  }

  // What is typed

  /** @returns what was said, where something was */
  async #line(words: string): Promise<string | undefined> {
    if (/^wait(?:\s|$)/.test(words)) {
      await this.#letPass(words);
      return undefined;
    }
    const as = /^as(?:\s+(.*))?$/.exec(words);
    if (as !== null) {
      const place = new RegExp(`^(${name})(?:@(${name}))?$`, "u").exec((as[1] ?? "").trim());
      if (place === null) this.#print(this.#text(texts.whoWhere));
      else this.#go({ person: place[1] ?? "", chat: place[2] ?? this.#at.chat });
      return undefined;
    }
    const [, person, chat, text, press] = spoken.exec(words) ?? [];
    if (person !== undefined && chat !== undefined) this.#go({ person, chat });
    const rest = person === undefined ? words : (text ?? press ?? "");
    // Nothing but Enter is an empty answer: some questions may be left so.
    if (rest === "" && person !== undefined) return undefined;
    const label = /^presses\s+(.+)$/.exec(rest)?.[1];
    await (label === undefined ? this.#say(rest) : this.#press(label));
    return label === undefined ? rest : undefined;
  }

  /** A command without its sign is one; anything else is told how commands begin. */
  async #unanswered(said: string): Promise<void> {
    const asCommand = `/${said}`;
    if (this.#started.commands.some((command) => command.name === said.toLowerCase())) await this.#say(asCommand);
    else if (!/^[!/]/.test(said)) this.#print(this.#text(texts.talk));
  }

  async #letPass(words: string): Promise<void> {
    const [, count = "", unit = "day"] = waits.exec(words) ?? [];
    const ms = Number(count) * lengths[unit as keyof typeof lengths]; // the pattern has no other words
    if (count === "" || ms > longestWait) this.#print(this.#text(texts.howLong));
    else if (this.#wait === undefined) this.#print(this.#text(texts.timePasses));
    else {
      await this.#wait(ms);
      const now = new Date(this.#started.now()).toISOString().slice(0, 16).replace("T", " ");
      this.#print(this.#colour("dim", `${this.#text(texts.now)} ${now} UTC`));
    }
  }

  #go(to: Position): void {
    this.#at = to;
    this.#people.add(to.person);
    this.#chats.add(to.chat);
  }

  async #say(text: string): Promise<void> {
    const mentions = [...text.matchAll(mentioned)].flatMap((match): InboundMention[] => {
      const [whole, person = ""] = match;
      if (!this.#people.has(person)) return [];
      return [{ from: match.index, to: match.index + whole.length, user: userOf(person) }];
    });
    await this.#receive({
      type: "text",
      text,
      messageId: `${this.#run}-said-${this.#count}`,
      ...(mentions.length === 0 ? {} : { mentions }),
    });
  }

  async #press(label: string): Promise<void> {
    const buttons = this.#visible().flatMap(({ id: messageId, rendered }) =>
      rendered.blocks.flatMap((block) =>
        block.type === "buttons" ? block.rows.flat().map((button) => ({ ...button, messageId })) : [],
      ),
    );
    const found = withLabel(buttons, label);
    if (found === undefined) {
      this.#print(this.#text(texts.noButton));
      return;
    }
    await this.#receive({ type: "press", button: found.id, messageId: found.messageId });
  }

  /** What the person of the prompt sees in their chat, the newest first. */
  #visible(): OnScreen[] {
    const { person, chat } = this.#here();
    return this.#screen.filter((one) => one.chat === chat && (one.to ?? person) === person).reverse();
  }

  /** Each person has a direct chat of their own. */
  #here(): Position {
    const { person, chat } = this.#at;
    return { person, chat: chat === direct ? directOf(person) : chat };
  }

  async #receive(said: Said): Promise<void> {
    const { person, chat } = this.#here();
    const host = this.#started;
    const eventId = `${this.#run}-${++this.#count}`;
    if (this.#at.chat !== direct) await this.#noteOpener(chat, person);
    const inbound: Inbound = {
      platform: "console",
      account,
      eventId,
      chat: { id: chat, ...(this.#at.chat === direct ? { kind: "direct" } : { kind: "group", title: chat }) },
      sender: userOf(person),
      said,
      // Whoever types waits for the answer: it can always be shown in place.
      interaction: { token: eventId, expiresAt: host.now() + 24 * 60 * 60 * 1000, seenBy: "person" },
    };
    this.#receiving = host.receive(inbound);
    await this.#receiving;
  }

  // Who may set a chat up

  async #openers(): Promise<Record<string, string>> {
    const json = await this.#started.facts.get(openersFact);
    const value: unknown = json === undefined ? {} : JSON.parse(json);
    return Object.fromEntries(Object.entries(Object(value) as object).map(([chat, person]) => [chat, String(person)]));
  }

  async #noteOpener(chat: string, person: string): Promise<void> {
    const openers = await this.#openers();
    if (Object.hasOwn(openers, chat)) return;
    await this.#started.facts.set(openersFact, JSON.stringify({ ...openers, [chat]: person }));
  }

  async isAdministrator({ id }: Place, userId: string): Promise<boolean> {
    return (await this.#openers())[id] === userId;
  }

  // What is shown

  send(outgoing: Outgoing): Promise<Sent> {
    switch (outgoing.type) {
      case "message":
        return Promise.resolve(this.#post(outgoing.chat.id, undefined, outgoing.message));
      case "private":
        return Promise.resolve(this.#post(outgoing.chat.id, outgoing.to, outgoing.message));
      case "direct":
        return Promise.resolve({
          ...this.#post(directOf(outgoing.to), undefined, outgoing.message),
          direct: directOf(outgoing.to),
        });
      case "edit": {
        const { messageId, message } = outgoing;
        const shown = this.#screen.find(({ id }) => id === messageId);
        if (shown === undefined)
          this.#keep({ id: messageId, chat: outgoing.chat.id, to: undefined, rendered: message });
        else shown.rendered = message;
        this.#show(outgoing.chat.id, undefined, "~", message);
        return Promise.resolve({ messageId });
      }
      case "delete":
        return Promise.resolve({});
    }
  }

  #post(chat: string, to: string | undefined, rendered: Rendered): Sent {
    // Nothing to show: the answer only ends the waiting.
    if (rendered.blocks.length === 0) return {};
    const id = `${this.#run}-${++this.#count}`;
    this.#keep({ id, chat, to, rendered });
    this.#show(chat, to, "|", rendered);
    return { messageId: id };
  }

  #keep(message: OnScreen): void {
    this.#screen.push(message);
    if (this.#screen.length > 2 * kept) this.#screen = this.#screen.slice(-kept);
  }

  #show(chat: string, to: string | undefined, sign: "|" | "~", message: Rendered): void {
    const [shownChat, reader] = chat.startsWith(directPrefix) ? [direct, chat.slice(directPrefix.length)] : [chat, to];
    const head = `${shownChat}${reader === undefined ? "" : ` > ${reader}`} ${sign}`;
    this.#shown++;
    const files = this.#keepFiles(message).map((path): Line => ({
      spans: [{ text: path, emphasis: "link" }],
      aside: true,
    }));
    const [begin, ...others] = [...renderLines(message), ...files];
    // The head stands before the first line.
    const width = this.#columns - 2;
    const lines = [
      ...(begin === undefined ? [] : wrapLines([begin], Math.max(20, width - head.length))),
      ...wrapLines(others, width),
    ].map((line) => this.#inColour(line));
    const [first = "", ...more] = lines;
    this.#print([`${this.#colour("yellow", head)} ${first}`, ...more.map((line) => `  ${line}`)].join("\n"));
  }

  /** What a line holds: a file or a pipe has no end. */
  get #columns(): number {
    const columns = "columns" in this.#output ? Number(this.#output.columns) : NaN;
    return this.#terminal && columns > 20 ? columns : Infinity;
  }

  /** Puts the files of a message where they can be opened; only who runs the console may read them. */
  #keepFiles({ blocks }: Rendered): readonly string[] {
    return blocks.flatMap((block) => {
      if ((block.type !== "file" && block.type !== "image") || block.file.data === "") return [];
      this.#folder ??= mkdtempSync(join(tmpdir(), "steward-console-"));
      const path = join(this.#folder, basename(block.file.name).replace(/[^\p{L}\p{N}._-]+/gu, "-"));
      writeFileSync(path, Buffer.from(block.file.data, "base64"), { mode: 0o600 });
      return [path];
    });
  }

  #inColour({ spans }: Line): string {
    return spans
      .map(({ text, emphasis }) => {
        const colour = colours[emphasis];
        return colour === undefined ? text : this.#colour(colour, text);
      })
      .join("");
  }

  #colour(format: Parameters<typeof styleText>[0], text: string): string {
    if (!this.#terminal) return text;
    return styleText(format, text, { stream: this.#output });
  }

  /** Prints above the prompt, and leaves what is being typed as it is. */
  #print(text: string): void {
    if (this.#terminal && this.#readline !== undefined) {
      this.#output.write(`\r\u001B[K${text}\n`);
      this.#readline.prompt(true);
    } else this.#output.write(`${text}\n`);
  }

  // Completion

  /** What the line may go on with, and the part of it that this would replace (the form of node:readline). */
  complete(line: string): [string[], string] {
    const [, said = line] = /^\S+@\S+:\s*(.*)$/.exec(line) ?? [];
    const last = /\S*$/.exec(said)?.[0] ?? "";
    const fitting = (all: readonly string[], typed: string): [string[], string] => [
      all.filter((one) => one.toLowerCase().startsWith(typed.toLowerCase())),
      typed,
    ];
    if (/^as\s+/.test(said)) {
      const places = [...this.#people].flatMap((person) => [
        ...(last.includes("@") ? [] : [person]),
        ...[...this.#chats, direct].map((chat) => `${person}@${chat}`),
      ]);
      return fitting([...new Set(places)], last);
    }
    const labels = new Set(
      this.#visible().flatMap(({ rendered }) =>
        rendered.blocks.flatMap((block) =>
          block.type === "buttons" ? block.rows.flat().map(({ label }) => label) : [],
        ),
      ),
    );
    const press = /^presses\s+(.*)$/.exec(said)?.[1];
    if (press !== undefined) return fitting([...labels], press);
    const prefix = /^[!/]/.exec(said)?.[0];
    if (prefix === undefined) return fitting([...labels, "as ", "presses ", "wait ", "quit"], said);
    return this.#completeCommand(said.slice(1), prefix, last, fitting);
  }

  #completeCommand(
    typed: string,
    prefix: string,
    last: string,
    fitting: (all: readonly string[], typed: string) => [string[], string],
  ): [string[], string] {
    const commands = this.#started.commands;
    const [commandName = "", ...after] = typed.split(/\s+/);
    if (after.length === 0)
      return fitting(
        commands.map((command) => `${prefix}${command.name} `),
        last,
      );
    const command = commands.find((one) => one.name === commandName);
    if (command === undefined) return [[], last];
    const [wordName = ""] = after;
    const word = command.words.find((one) => one.name === wordName);
    const words = after.length === 1 ? command.words.map((one) => `${one.name} `) : [];
    const usage: UsageDescription | undefined = word ?? command.bare;
    const keys = (usage?.options ?? []).map((option) => `${option.name}:`).filter((key) => !typed.includes(` ${key}`));
    const key = /^([^:]+):(.*)$/.exec(last);
    if (key !== null) {
      const option = usage?.options.find((one) => one.name === key[1]);
      return fitting(
        (option?.words ?? []).map((one) => `${key[1] ?? ""}:${one} `),
        last,
      );
    }
    const values = (usage?.options ?? []).flatMap((option) => (option.words ?? []).map((one) => `${one} `));
    return fitting([...words, ...values, ...keys], last);
  }

  status(): AdapterStatus {
    return this.#status;
  }

  async stop(): Promise<void> {
    this.#readline?.close();
    // What failed was told to whoever typed it.
    await this.#receiving.catch(() => undefined);
    this.#status = { state: "stopped" };
  }
}

const directPrefix = "direct:";
const directOf = (person: string): string => `${directPrefix}${person}`;
const userOf = (person: string): PlatformUser => ({ id: person, name: person, username: person });
