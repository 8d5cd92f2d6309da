/**
 * Lines made by chance. Commands come from their own descriptions (options, types, choices, what exists), so a new one is
 * played without being told; buttons are those that people see, old ones too.
 */
import type { AnyUsage, Option } from "../../src/core/command.ts";
import { capabilitiesOf } from "../../src/platforms.ts";
import type { StageChat } from "../../src/rehearsal/stage.ts";
import type { PlatformName } from "../../src/chat/inbound.ts";
import { formsOf, type Form } from "../fuzz/inputs.ts";
import type { Cast } from "./cast.ts";
import type { Dice } from "./dice.ts";
import type { Play } from "./play.ts";
import { prefixOf, type World, type WorldChat, type WorldPerson } from "./world.ts";
import type { Level, Where } from "../../src/chat/levels.ts";
import { languages } from "../../src/words/languages.ts";

/** Somebody at a place, as a line writes it. */
export interface Spot {
  readonly person: string;
  /** `ana@depot5` or `ana@direct/telegram` */
  readonly at: string;
  readonly chat: StageChat;
  readonly where: Where;
}

const what = ["Soup", "Banner", "Night", "Market", "Picket", "Choir", "Letter", "Bread", "Stall", "Walk"] as const;
const moments = [
  "in 2 hours",
  "in 30 minutes",
  "in 1 day",
  "in 3 days 18:00",
  "in 10 days",
  "tomorrow 19:00",
  "friday 18:00",
  "monday 08:00",
  "in 4 weeks",
] as const;
const nonsense = ["?", "0", "-1", "999999", "yesterday", "nobody", "@nobody", "#abc", "31:61", "next never"] as const;

/** Values for each kind of option; a new kind does not compile until it has some. */
const valuesOf: Readonly<
  Record<Option<unknown>["type"]["kind"], (dice: Dice, word: () => string) => string | undefined>
> = {
  text: (_, word) => word(),
  integer: (dice) => String(dice.between(1, dice.chance(80) ? 4 : 12)),
  choice: () => undefined,
  flag: () => undefined,
  person: () => undefined,
  cell: () => undefined,
  cells: () => undefined,
  council: () => undefined,
  sector: () => undefined,
  sectors: () => undefined,
  drive: (dice) => String(dice.between(1, 3)),
  role: () => undefined,
  action: (dice) => String(dice.between(1, 3)),
  gathering: (dice) => String(dice.between(1, 4)),
  vote: (dice) => String(dice.between(1, 3)),
  recurrence: (dice) => dice.pick(["1w", "2w", "first monday of the month", "every friday", "monthly on the 31"]),
  duration: (dice) => dice.pick(["1h", "90m", "2h", "3 days", "2 days"]),
  moment: (dice) => dice.pick(moments),
  time: (dice) => dice.pick(["18:00", "07:30", "22:00", "02:30", "00:00"]),
  percentage: (dice) => dice.pick(["30%", "100%"]),
  goal: (dice) => dice.pick(["2", "3", "5", "50%"]),
  zone: (dice) => dice.pick(["Paris", "Mexico City", "Asia/Kolkata"]),
  language: (dice) => dice.pick([...languages.keys()]),
};

/** What a person who writes in words would write, where the name of the option says what it is. */
const named: Readonly<Record<string, (dice: Dice) => string>> = {
  rule: (dice) => String(dice.between(1, 2)),
  decision: (dice) => String(dice.between(1, 4)),
  from: (dice) => dice.pick(moments),
  to: (dice) => dice.pick(["in 3 hours", "in 2 days", "in 5 days", "friday 20:00"]),
  at: (dice) => dice.pick(moments),
  times: (dice) =>
    dice.pick(["friday 18:00, saturday 10:00", "tomorrow 19:00, in 3 days 19:00", "some evening next week"]),
  days: (dice) =>
    dice.pick(["in 5 days, in 6 days", "in 9 days", "saturday, sunday", "in 4 days, in 8 days or in 12 days"]),
  date: (dice) => String(dice.between(1, 3)),
  day: (dice) => dice.pick(["1", "2", "in 5 days", "saturday"]),
  rest: (dice) => dice.pick(["in 6 days 18:00", "sunday 18:00"]),
  care: (dice) => dice.pick(["meals", "childcare", "meals, rides"]),
  form: (dice) => dice.pick(["meals", "childcare", "rides"]),
  quorum: (dice) => dice.pick(["half", "more-than-half", "1/3", "half and 2 sectors"]),
  seats: (dice) => dice.pick(["1", "2", "10 max 3"]),
  // Of funds; what is meant by a name alone is a fund or a request.
  amount: (dice) => dice.pick(["10", "20 €", "12,50", "1.234", "1 234,50", "0", "$5"]),
  currency: (dice) => dice.pick(["EUR", "EUR", "JPY", "euros"]),
  month: (dice) => dice.pick(["april", "2026-05", "mayo", "13"]),
  fund: (dice) => dice.pick(["1", "1", "2"]),
  request: (dice) => dice.pick(["1", "2", "3"]),
  // Of a drive.
  demands: (dice) => dice.pick(["rest; pay", "rest, pay, air", "-"]),
  ways: (dice) => dice.pick(["out; badge", "out, badge, lunch", "out", "in; out", "2; 3"]),
  way: (dice) => dice.pick(["out", "badge", "2", "5"]),
  after: (dice) => String(dice.between(1, 3)),
  key: () => "",
  code: () => "{code}",
};

/** Things that there are many of, which an option chooses from; without any of them a command is of no use. */
const things: ReadonlySet<string> = new Set(["drive", "role", "action", "gathering", "vote"]);

/** What kind of thing the command is about. */
const thingOf = ({ command, word, usage }: Form): string | undefined =>
  command.name === "tally"
    ? undefined
    : makes[command.name]?.includes(word) === false
      ? command.name
      : Object.values(usage.options ?? {})
          .filter(({ hidden }) => hidden !== true)
          .map(({ type }) => type.kind)
          .find((kind) => things.has(kind));

/** Commands about a thing that one of their own words makes: without any, the others are of no use. */
const makes: Readonly<Record<string, readonly (string | undefined)[]>> = {
  alert: [undefined, "lift", "show"],
  assembly: ["new"],
  charter: ["add"],
  circle: ["new"],
  date: ["propose"],
  decide: [undefined],
  delegate: ["choose", "show"],
  fund: ["new"],
};

/** What takes something away for good: by chance alone most stories would end with everybody gone. */
const isRare = ({ word = "", usage }: Form): boolean =>
  usage.ends === true || ["leave", "forget", "end", "off", "remove", "step-down", "unlink"].includes(word);

/** So many lines back is what has come lately. */
const lately = 20;

/** What not everybody may do. */
const ranksAbove: ReadonlySet<Level> = new Set(["delegate", "coordinator", "steward"]);
/** As `/role new`, or `/help`. */
export const nameOf = ({ command, word }: Form): string => `/${command.name}${word === undefined ? "" : ` ${word}`}`;

/** How often a word ran in this story, and how often it did something. */
export type Ran = (word: string) => { readonly ran: number; readonly did: number };

/** What chance is guided by. */
export interface Guides {
  readonly cast: Cast;
  readonly ran: Ran;
  /** Whether the story is near its end, so that what is taken away is no longer missed. */
  readonly late: () => boolean;
}

export class Grammar {
  readonly #play: Play;
  readonly #world: World;
  readonly #dice: Dice;
  readonly #forms: readonly Form[];
  readonly #guides: Guides;
  #words = 0;
  /** Where a command was said last: what it asks is answered there, mostly. */
  #last: Spot | undefined;

  constructor(play: Play, world: World, dice: Dice, guides: Guides) {
    this.#play = play;
    this.#world = world;
    this.#dice = dice;
    this.#guides = guides;
    this.#forms = formsOf(play.commands);
  }

  /** Some words of a person's own, not said before. */
  readonly words = (): string => `${this.#dice.pick(what)} ${++this.#words}`;

  // Where somebody is

  /** Somebody in a group chat. */
  inChat(person: string, { name, group }: WorldChat): Spot {
    const where = group === undefined ? "unbound" : group.kind;
    return { person, at: `${person}@${name}`, chat: this.#play.stage.group(name), where };
  }

  /** Somebody in their direct chat, on a platform of one of their chats. */
  direct(person: WorldPerson): Spot {
    return this.directOn(person, this.chat(this.#dice.pick(person.chats)).platform);
  }

  directOn({ name }: WorldPerson, platform: PlatformName): Spot {
    return {
      person: name,
      at: `${name}@direct/${platform}`,
      chat: this.#play.stage.direct(platform, name),
      where: "direct",
    };
  }

  chat(name: string): WorldChat {
    const found = this.#world.chats.find((one) => one.name === name);
    if (found === undefined) throw new Error(`the story has no chat ${name}`);
    return found;
  }

  person(): WorldPerson {
    return this.#dice.pick(this.#world.people);
  }

  /** Somebody somewhere; where the command can be used, if that is asked for and possible. */
  spot(fit?: readonly Where[]): Spot {
    for (let tries = 0; tries < 6; tries++) {
      const person = this.#dice.chance(20) ? this.founder() : this.person();
      const spot = this.#dice.chance(35)
        ? this.direct(person)
        : this.inChat(person.name, this.chat(this.#dice.pick(person.chats)));
      if (fit === undefined || fit.includes(spot.where)) return spot;
    }
    const person = this.person();
    return this.inChat(person.name, this.chat(this.#dice.pick(person.chats)));
  }

  founder(): WorldPerson {
    return this.#world.people.find(({ name }) => name === this.#world.founder) ?? this.person();
  }

  // Saying

  /** A line in which somebody says a command. */
  say({ at, chat }: Spot, words: string): string {
    return `${at}: ${prefixOf(chat.platform)}${words}`;
  }

  /** Any command that there is, with options that fit mostly; rather one that has not run or has done nothing yet. */
  async command(): Promise<string> {
    const dice = this.#dice;
    for (let tries = 0; ; tries++) {
      const form = dice.pick(this.#forms);
      if (isRare(form) && !this.#guides.late() && dice.chance(70)) continue;
      const { ran, did } = this.#guides.ran(nameOf(form));
      if (tries < 40 && !dice.chance(ran === 0 ? 100 : did === 0 && ran < 4 ? 40 : 12)) continue;
      const thing = dice.chance(94) ? thingOf(form) : undefined;
      const spot = await this.#spotFor(form.usage, thing);
      if (spot === undefined && tries < 40) continue;
      const at = spot ?? this.spot();
      this.#last = at;
      return this.say(at, await this.typed(form, at));
    }
  }

  /**
   * Somebody who may use it, where it can be used and there is something that it is about; now and then anybody, anywhere.
   * Undefined where there is nothing of the kind.
   */
  async #spotFor({ level, where }: AnyUsage, thing: string | undefined): Promise<Spot | undefined> {
    const dice = this.#dice;
    if (dice.chance(8)) return this.spot();
    if (thing === undefined && !ranksAbove.has(level) && dice.chance(20)) return this.spot(where);
    const { having } = await this.#guides.cast.roll();
    const able = await this.#able(level, where, thing === undefined ? undefined : (having.get(thing) ?? new Set()));
    return dice.maybe(able) ?? (thing === undefined ? this.spot(where) : undefined);
  }

  /** Where somebody of that level may say it; `having`: cells and councils in which it is of use. */
  async #able(level: Level, where: readonly Where[], having: ReadonlySet<string> | undefined): Promise<Spot[]> {
    const { cast } = this.#guides;
    const { groups } = await cast.roll();
    const spots: Spot[] = [];
    for (const chat of this.#world.chats) {
      const { group } = chat;
      const id = groups.get(chat.name);
      if (group === undefined || id === undefined || having?.has(id) === false) continue;
      for (const { person, countsIn } of await cast.who(level, chat)) {
        if (where.includes(group.kind)) spots.push(this.inChat(person.name, chat));
        if (where.includes("direct") && (group.kind === "council" || countsIn === id)) {
          spots.push(this.directOn(person, chat.platform));
        }
      }
    }
    return spots;
  }

  /**
   * A word that only reads, said where there is something to read; undefined where there is nothing of the kind.
   * @param anywhere then it is said all the same
   */
  async reading(name: string, anywhere: boolean): Promise<string | undefined> {
    const form = this.#forms.find((one) => nameOf(one) === name);
    if (form === undefined) throw new Error(`there is no ${name}`);
    const { level, where } = form.usage;
    const thing = thingOf(form);
    const { having } = await this.#guides.cast.roll();
    const there = thing === undefined ? undefined : (having.get(thing) ?? new Set<string>());
    const fits = await this.#able(level, where, there);
    const spot = this.#dice.maybe(fits.length > 0 || !anywhere ? fits : await this.#able(level, where, undefined));
    return spot === undefined ? undefined : this.say(spot, await this.typed(form, spot));
  }

  /** A command with its options as it is typed, without a prefix. `given` are values that the caller has chosen. */
  async typed({ command, word, usage }: Form, spot: Spot, given: Readonly<Record<string, string>> = {}) {
    const positional: string[] = [];
    const keyed: string[] = [];
    const options = Object.entries(usage.options ?? {}).filter(([, { hidden }]) => hidden !== true);
    const byPlace = options.sort(([, one], [, other]) => (one.position ?? 99) - (other.position ?? 99));
    for (const [name, option] of byPlace) {
      const wanted = Object.hasOwn(given, name) || this.#dice.chance(option.required ? 93 : this.#likely(usage));
      if (!wanted) continue;
      const value = given[name] ?? (await this.#value(name, option, spot, { command: command.name, word }));
      if (value === undefined || value === "") continue;
      if (option.position !== undefined && positional.length === option.position) positional.push(value);
      else keyed.push(`${name}:${/[\s:,]/u.test(value) ? `"${value}"` : value}`);
    }
    return [command.name, ...(word === undefined ? [] : [word]), ...positional, ...keyed].join(" ");
  }

  /** With many options few of them are given. */
  #likely({ options = {} }: AnyUsage): number {
    return Object.keys(options).length > 4 ? 20 : 35;
  }

  async #value(
    name: string,
    { type }: Option<unknown>,
    { chat, person }: Spot,
    { command, word }: { readonly command: string; readonly word: string | undefined },
  ): Promise<string | undefined> {
    const dice = this.#dice;
    if (dice.chance(4)) return dice.pick(nonsense);
    if (type.words !== undefined) return dice.pick(type.words);
    if (type.kind === "text" && Object.hasOwn(named, name)) return named[name]?.(dice);
    if (type.choices !== undefined && dice.chance(85)) {
      const request = { command, ...(word === undefined ? {} : { word }), option: name };
      const one = dice.maybe(await this.#play.choices(chat, person, request));
      // The value may be an id, which means nothing in another rehearsal of the same lines.
      if (one !== undefined) {
        const shown = one.value.startsWith("#") ? one.label : one.value;
        return type.kind === "person" ? `@${shown}` : shown;
      }
    }
    if (type.kind === "person") return `@${this.person().name}`;
    return valuesOf[type.kind](dice, this.words) ?? this.#something(type.kind);
  }

  /** What nothing was offered for. */
  #something(kind: Option<unknown>["type"]["kind"]): string {
    const { groups } = this.#world;
    const cells = groups.filter((group) => group.kind === "cell").map((group) => group.name);
    if (kind === "cells") return this.#dice.some(this.#dice.between(1, 3), cells).join(", ");
    if (kind === "cell") return this.#dice.pick(cells);
    if (kind === "council") return "Council";
    if (kind === "sector" || kind === "sectors") return this.#dice.pick(["transport", "health", "education"]);
    return this.words();
  }

  /**
   * What is written without a command: the answer to a question, or talk. In a group on Matrix a plain line is talk: an
   * answer stands behind `!`, or replies.
   */
  answer(spot: Spot): string {
    const dice = this.#dice;
    const text = dice.pick([
      this.words(),
      String(dice.between(1, 4)),
      dice.pick(moments),
      "18:00",
      "-",
      `@${this.person().name}`,
      "meals",
      "Paris",
      "yes",
      "cancel",
    ]);
    const { ask, prefixes } = capabilitiesOf(spot.chat.platform);
    const marks = prefixes.includes("!");
    if (spot.where !== "direct" && marks && dice.chance(50)) return `${spot.at}: ! ${text}`;
    if (spot.where !== "direct" && ask === "reply" && dice.chance(70)) return `${spot.at} replies: ${text}`;
    return `${spot.at}: ${text}`;
  }

  // Pressing

  /** What the last command asks is answered, or one of its buttons is pressed. */
  #goOn(): string | undefined {
    const spot = this.#last;
    this.#last = undefined;
    if (spot === undefined) return undefined;
    if (this.#play.stage.question(spot.chat, spot.person) !== undefined) return this.answer(spot);
    const notices = this.#play.played.at(-1)?.notices ?? [];
    const direct = this.#play.stage.direct(spot.chat.platform, spot.person);
    const fresh = [spot.chat, direct].flatMap((chat) =>
      this.#play.stage
        .pressables(chat, spot.person)
        .filter(
          ({ message, label }) =>
            !/^\s*$|\s#\d+$/u.test(label) && notices.some((one) => one.message === message && !one.card),
        ),
    );
    const one = this.#dice.maybe(fresh);
    if (one === undefined) return undefined;
    const at = one.message.chat === direct ? `${spot.person}@direct/${spot.chat.platform}` : spot.at;
    return `${at} presses ${one.label}`;
  }

  /** Something that is there to be pressed: mostly something new, sometimes an old one, or twice. */
  press(): string | undefined {
    const dice = this.#dice;
    const spot = this.spot();
    return this.pressAt(spot, dice.chance(15) ? "old" : dice.chance(75) ? "newest" : "any");
  }

  pressAt(spot: Spot, which: "newest" | "any" | "old"): string | undefined {
    const dice = this.#dice;
    const { stage } = this.#play;
    const all =
      which === "old" ? stage.everPressables(spot.chat, spot.person) : stage.pressables(spot.chat, spot.person);
    if (all.length === 0) return undefined;
    const one = dice.pick(which === "newest" ? all.slice(0, 8) : all);
    if (one.label.trim() === "" || /\s#\d+$/u.test(one.label)) return undefined;
    const same = all.filter(({ label }) => label === one.label);
    const back = which === "old" ? same.indexOf(one) + 1 : 1;
    if (back > 99) return undefined;
    const again = back === 1 && dice.chance(4) ? " again" : "";
    return `${spot.at} presses ${one.label}${back > 1 ? ` #${String(back)}` : again}`;
  }

  /**
   * A press of a button whose label fits, by somebody who sees it; undefined where nobody does. What has come last is meant:
   * many questions are answered with "yes", and old ones stand there still.
   */
  pressing(label: RegExp, spots: readonly Spot[]): string | undefined {
    const { played, stage } = this.#play;
    const recent = new Map(
      played.slice(-lately).flatMap(({ notices }, at) => notices.map(({ message }) => [message, at] as const)),
    );
    let best: { readonly at: number; readonly line: string } | undefined;
    for (const spot of this.#dice.shuffled(spots)) {
      const one = stage.pressables(spot.chat, spot.person).find((found) => label.test(found.label));
      const at = one === undefined ? -1 : (recent.get(one.message) ?? 0);
      if (one !== undefined && at > (best?.at ?? -1)) best = { at, line: `${spot.at} presses ${one.label}` };
    }
    return best?.line;
  }

  // What happens besides

  /** Time, the machine, the platforms. */
  event(): string {
    const dice = this.#dice;
    const chats = this.#world.chats.filter(({ group }) => group !== undefined);
    // What takes long would end what others wait for: that comes late, mostly.
    if (!this.#guides.late() && dice.chance(75)) {
      return `wait ${dice.pick(["1 minute", "10 minutes", "1 hour", "5 hours", "9 hours", "20 hours"])}`;
    }
    switch (dice.integer(22)) {
      case 0:
        return "restart";
      case 1:
        return `down ${dice.pick(["2 hours", "1 day", "3 days", "9 days"])}`;
      case 2:
        return "again";
      case 3:
        return `removed ${dice.pick(chats).name}`;
      case 4:
      case 5:
        return `added ${dice.pick(chats).name}`;
      case 6: {
        const { name, chats: inChats } = this.person();
        return `${name} leaves ${dice.pick(inChats)}`;
      }
      case 7:
        return `wait ${dice.pick(["2 weeks", "2 weeks", "3 weeks", "40 days", "100 days"])}`;
      case 8:
      case 9:
        return `wait ${dice.pick(["6 days", "1 week", "2 weeks"])}`;
      case 10:
      case 11:
      case 12:
      case 13:
        return `wait ${dice.pick(["1 day", "2 days", "20 hours"])}`;
      default:
        return `wait ${dice.pick(["1 minute", "10 minutes", "1 hour", "5 hours", "9 hours"])}`;
    }
  }

  /** The next line by chance; `still`: one that lets no time pass. */
  async next(still = false): Promise<string> {
    const dice = this.#dice;
    const goesOn = dice.chance(55) ? this.#goOn() : undefined;
    if (goesOn !== undefined) return goesOn;
    const kind = dice.integer(100);
    if (kind < 48) return this.#changed(await this.command());
    if (kind < 78) {
      const press = this.press();
      if (press !== undefined) return this.#changed(press);
    }
    if (kind < 84) {
      const spot = this.spot();
      const asked = this.#play.stage.question(spot.chat, spot.person);
      if (asked !== undefined || dice.chance(15)) return this.answer(spot);
    }
    if (still) return this.#changed(await this.command());
    return this.event();
  }

  /** In a topic, or late. */
  #changed(line: string): string {
    const dice = this.#dice;
    if (dice.chance(2)) return `late ${line}`;
    if (dice.chance(3)) return line.replace(/^(\S+)@(?!direct)(\w+)(:| presses )/u, "$1@$2/kitchen$3");
    return line;
  }
}
