/**
 * Reads a scenario: the script of a rehearsal. The format is described in docs/coordinators.md, "Rehearsing"; an example of each
 * line:
 *
 * ```
 * at 2026-03-20 17:00 Europe/Paris
 * chance 17
 * chat depot5 matrix encrypted
 * admin zoe@depot5
 * ana@depot5: /pledge if 2
 * ana@direct/matrix: /me export
 * ana@depot5 presses I'm in again
 * ana@depot5 edits: /pledge in
 * ana@depot5 replies: friday
 * ana@depot5 presses I'm in #2
 * ana@depot5/kitchen: /help
 * late ben@depot5: /pledge in
 * again
 * ana leaves depot5
 * wait 3 days 2 hours
 * down 3 days
 * restart
 * removed depot5
 * added depot5
 * ```
 */
import type { PlatformName } from "../chat/inbound.ts";
import { nearest } from "../words/clean.ts";
import { isZone, localParts, wallClock } from "../domain/time.ts";
import { platformNamed, platformNames, platforms, thePlatform } from "../platforms.ts";

/** Where somebody speaks: a chat of the scenario, or directly to the bot. */
export type Place =
  /** `topic`: a topic or thread of it. */
  | { readonly type: "chat"; readonly chat: string; readonly topic?: string }
  /** Without a platform: on the one where the person spoke last. */
  | { readonly type: "direct"; readonly platform: PlatformName | undefined };

export interface ChatDeclaration {
  readonly name: string;
  readonly platform: PlatformName;
  readonly encrypted: boolean;
}

/** What somebody says or presses. */
export type Deed =
  | { readonly type: "says"; readonly person: string; readonly place: Place; readonly text: string }
  /** What the person wrote last there now says this. */
  | { readonly type: "edits"; readonly person: string; readonly place: Place; readonly text: string }
  /** Answers, as a reply, the newest question to the person there, or else the newest message of the bot. */
  | { readonly type: "replies"; readonly person: string; readonly place: Place; readonly text: string }
  /**
   * `again`: the label ends in "again", which most likely is no part of it. `back`: it ends in "#2": not the newest button
   * of this label but the one before, which may stand in a message as it was before it was edited.
   */
  | {
      readonly type: "presses";
      readonly person: string;
      readonly place: Place;
      readonly label: string;
      readonly again: boolean;
      readonly back: number;
    };

/** One line of a scenario after the first. */
export type Step = { readonly line: number } & (
  | { readonly type: "chat"; readonly chat: ChatDeclaration }
  | { readonly type: "admin"; readonly person: string; readonly chat: string }
  | Deed
  /** Done now, and brought to the bot after the next line. */
  | { readonly type: "late"; readonly deed: Deed }
  /** The platform delivers the event before once more. */
  | { readonly type: "again" }
  /** Somebody leaves a group, as the platform tells it. */
  | { readonly type: "leaves"; readonly person: string; readonly chat: string }
  /** Days of the calendar, then exact minutes. */
  | { readonly type: "wait"; readonly days: number; readonly minutes: number }
  /** The bot does not run for so long: days of the calendar, then exact minutes. */
  | { readonly type: "down"; readonly days: number; readonly minutes: number }
  | { readonly type: "restart" }
  /** The bot is taken out of a chat, or added to it. */
  | { readonly type: "removed" | "added"; readonly chat: string }
);

export interface Scenario {
  /** Milliseconds since 1970. */
  readonly start: number;
  /** The default zone, in which times are shown. */
  readonly zone: string;
  readonly steps: readonly Step[];
  /** From what everything random is made: the line `chance`, else the whole text. */
  readonly chance: string;
  /** The whole text. */
  readonly text: string;
}

/** Something is wrong with a line of the scenario. The message says what, for the person who wrote it. */
export class ScenarioError extends Error {
  override readonly name = "ScenarioError";
  /** From 1. */
  readonly line: number;
  constructor(line: number, what: string) {
    super(what);
    this.line = line;
  }
}

const name = String.raw`[\p{L}\p{N}_][\p{L}\p{N}_.'-]*`;
const speech = new RegExp(
  String.raw`^(${name})@(${name})(?:/(\S*?))?(?:(?:\s+(edits|replies))?\s*:\s*(.*)|\s+presses(?:\s+(.*))?)$`,
  "u",
);
const minutesOf = new Map([
  ["minute", 1],
  ["hour", 60],
]);
const daysOf = new Map([
  ["day", 1],
  ["week", 7],
]);
/** Longest time that one `wait` lets pass: what lies further ahead is a slip of the pen. */
const longestWaitDays = 3_660;

// not for people: for who writes the scenario
const forms = [
  "at DATE TIME ZONE",
  "chance WORD",
  "chat NAME PLATFORM",
  "admin PERSON@CHAT",
  "PERSON@CHAT: TEXT",
  "PERSON@CHAT presses LABEL",
  "PERSON@CHAT edits: TEXT",
  "PERSON@CHAT replies: TEXT",
  "late PERSON@CHAT: TEXT",
  "again",
  "PERSON leaves CHAT",
  "wait 3 days 2 hours",
  "down 3 days",
  "restart",
  "removed CHAT",
  "added CHAT",
].join(" | ");

/**
 * Reads the text of a scenario.
 * @throws {ScenarioError} for the first line that is wrong
 */
export function parseScenario(text: string): Scenario {
  const lines = text
    .replace(/^\uFEFF/, "")
    .split(/\r?\n/)
    .map((raw, index) => ({ line: index + 1, words: raw.trim() }))
    .filter(({ words }) => words !== "" && !words.startsWith("#"));
  const [first, ...rest] = lines;
  if (first === undefined) throw new ScenarioError(1, "the scenario is empty; its first line is: at DATE TIME ZONE");
  const { start, zone } = readStart(first.line, first.words);
  const [second] = rest;
  const chance = second === undefined ? undefined : /^chance\s+(\S.*)$/.exec(second.words)?.[1];
  const chats = new Map<string, ChatDeclaration>();
  const steps = rest.slice(chance === undefined ? 0 : 1).map(({ line, words }) => readStep(line, words, chats));
  return { start, zone, chance: chance ?? text, steps, text };
}

function readStart(line: number, words: string): { start: number; zone: string } {
  const match = /^at\s+(\d{4}-\d{2}-\d{2})[\sT]+(\d{1,2}:\d{2})\s+(\S+)$/.exec(words);
  if (match === null) {
    throw new ScenarioError(line, `the first line has to set the clock, as in: at 2026-03-20 17:00 Europe/Paris`);
  }
  const [, date = "", time = "", zone = ""] = match;
  if (!isZone(zone))
    throw new ScenarioError(line, `there is no time zone "${zone}"; a name such as Europe/Paris is needed`);
  try {
    return { start: wallClock(date, time.padStart(5, "0"), zone), zone };
  } catch (error) {
    if (!(error instanceof RangeError)) throw error;
    throw new ScenarioError(line, `there is no such date or time: ${date} ${time}`);
  }
}

/**
 * Reads one line after the first. A chat that it declares is added to `chats`.
 * @throws {ScenarioError} when it is wrong
 */
export function readStep(line: number, words: string, chats: Map<string, ChatDeclaration>): Step {
  const said = readSpeech(line, words, chats);
  if (said !== undefined) return { line, ...said };
  const late = /^late\s+(\S.*)$/.exec(words)?.[1];
  if (late !== undefined) {
    const deed = readSpeech(line, late, chats);
    if (deed === undefined)
      throw new ScenarioError(line, "what reaches the bot late is written as: late ana@depot5: /help");
    return { line, type: "late", deed };
  }
  const leaving = new RegExp(String.raw`^(${name})\s+leaves\s+(\S+)$`, "u").exec(words);
  if (leaving !== null) {
    const [, person = "", chat = ""] = leaving;
    return { line, type: "leaves", person, chat: knownChat(line, chat, chats) };
  }
  const [verb = ""] = words.split(/\s+/, 1);
  const rest = words.slice(verb.length).trim();
  switch (verb) {
    case "chat": {
      const chat = readChat(line, rest);
      if (chats.has(chat.name)) throw new ScenarioError(line, `the chat "${chat.name}" was declared before`);
      chats.set(chat.name, chat);
      return { line, type: "chat", chat };
    }
    case "admin": {
      const match = new RegExp(`^(${name})@(${name})$`, "u").exec(rest);
      if (match === null)
        throw new ScenarioError(line, "who is an administrator where is written as: admin zoe@depot5");
      const [, person = "", chat = ""] = match;
      return { line, type: "admin", person, chat: knownChat(line, chat, chats) };
    }
    case "wait":
      return { line, type: "wait", ...readWait(line, rest) };
    case "down":
      return { line, type: "down", ...readWait(line, rest) };
    case "restart":
    case "again":
      if (rest !== "") throw new ScenarioError(line, `"${verb}" stands alone; this is too much: ${rest}`);
      return { line, type: verb };
    case "removed":
    case "added":
      return { line, type: verb, chat: knownChat(line, rest, chats) };
    case "chance":
      throw new ScenarioError(line, "what everything random is made from is named once, in the second line");
    case "at":
      throw new ScenarioError(line, `the clock is set only once, in the first line; let time pass with: wait 2 hours`);
    default:
      throw new ScenarioError(line, `this is none of the lines that a scenario has: ${forms}`);
  }
}

function readSpeech(line: number, words: string, chats: ReadonlyMap<string, ChatDeclaration>): Deed | undefined {
  const match = speech.exec(words);
  if (match === null) return undefined;
  const [, person = "", where = "", platform, how, text, pressed] = match;
  const place = readPlace(line, where, platform, chats);
  if (text !== undefined) {
    if (text === "") throw new ScenarioError(line, `${person} says nothing: there is no text after the colon`);
    const type = how === "edits" || how === "replies" ? how : "says";
    return { type, person, place, text };
  }
  if (pressed === undefined || pressed === "") {
    throw new ScenarioError(line, `the label of the button is missing, as in: ${person}@${where} presses I'm in`);
  }
  const back = /\S\s+#([1-9]\d?)$/.exec(pressed)?.[1];
  return {
    type: "presses",
    person,
    place,
    label: pressed,
    again: /\S\s+again$/.test(pressed),
    back: Number(back ?? "1"),
  };
}

function readPlace(
  line: number,
  where: string,
  platform: string | undefined,
  chats: ReadonlyMap<string, ChatDeclaration>,
): Place {
  if (where === "direct") {
    return { type: "direct", platform: platform === undefined ? undefined : readPlatform(line, platform) };
  }
  const chat = knownChat(line, where, chats);
  return platform === undefined ? { type: "chat", chat } : { type: "chat", chat, topic: readTopic(line, platform) };
}

function readTopic(line: number, word: string): string {
  if (new RegExp(`^${name}$`, "u").test(word) && platformNamed(word.toLowerCase()) === undefined) {
    return word;
  }
  // A platform's name is most likely meant as one.
  throw new ScenarioError(line, `a platform is named only for direct messages, as in: ana@direct/matrix`);
}

function knownChat(line: number, chat: string, chats: ReadonlyMap<string, ChatDeclaration>): string {
  if (chats.has(chat)) return chat;
  const near = nearest(chat, chats.keys());
  throw new ScenarioError(
    line,
    near === undefined
      ? `there is no chat "${chat}" yet; declare it above with: chat ${chat} telegram`
      : `there is no chat "${chat}"; did you mean "${near}"?`,
  );
}

function readChat(line: number, rest: string): ChatDeclaration {
  const match = new RegExp(String.raw`^(${name})\s+(\S+)(?:\s+(\S.*))?$`, "u").exec(rest);
  if (match === null)
    throw new ScenarioError(line, "a chat is declared with its name and platform: chat depot5 telegram");
  const [, chat = "", platformWord = "", extra] = match;
  if (chat === "direct")
    throw new ScenarioError(line, `no chat can be called "direct": that is where people write to the bot`);
  const platform = readPlatform(line, platformWord);
  if (extra === undefined) return { name: chat, platform, encrypted: false };
  if (extra !== "encrypted")
    throw new ScenarioError(line, `after the platform can only stand "encrypted", not "${extra}"`);
  if (thePlatform(platform).rehearsed.encrypts !== true) {
    const can = platforms.filter(({ rehearsed }) => rehearsed.encrypts === true).map((one) => one.name);
    throw new ScenarioError(line, `only chats of ${can.join(", ")} can be encrypted`);
  }
  return { name: chat, platform, encrypted: true };
}

function readPlatform(line: number, word: string): PlatformName {
  const found = platformNamed(word.toLowerCase());
  if (found === undefined) {
    throw new ScenarioError(line, `there is no platform "${word}"; there are: ${platformNames.join(", ")}`);
  }
  return found.name;
}

function readWait(line: number, rest: string): { days: number; minutes: number } {
  const wrong = () =>
    new ScenarioError(line, `how long is written as: wait 3 days 2 hours (weeks, days, hours, minutes)`);
  let days = 0;
  let minutes = 0;
  const parts = rest.replaceAll(/,|\band\b/g, " ").trim();
  if (!/^(?:\d+\s*\p{L}+\s*)+$/u.test(parts)) throw wrong();
  for (const [, count = "", unit = ""] of parts.matchAll(/(\d+)\s*(\p{L}+)/gu)) {
    const one = unit.toLowerCase().replace(/s$/, "");
    const inDays = daysOf.get(one);
    const inMinutes = minutesOf.get(one);
    if (inDays !== undefined) days += inDays * Number(count);
    else if (inMinutes !== undefined) minutes += inMinutes * Number(count);
    else throw wrong();
  }
  if (days + minutes === 0) throw new ScenarioError(line, "no time passes");
  if (days + minutes / 1440 > longestWaitDays) throw new ScenarioError(line, "that is more than ten years");
  return { days, minutes };
}

/** A moment as the output shows it: `2026-03-20T17:00`. */
export function shownTime(at: number, zone: string): string {
  const { date, time } = localParts(at, zone);
  return `${date}T${time}`;
}
