/** Whatever people, clients and platforms may send: made from a seed, so that a failure can be played again. */
import type { Command, AnyUsage } from "../../src/core/command.ts";

/** Integers from a seed (mulberry32): quick, and the same everywhere. */
export class Dice {
  #state: number;

  constructor(seed: number) {
    this.#state = seed >>> 0;
  }

  /** From 0 to below `below`. */
  integer(below: number): number {
    this.#state = (this.#state + 0x6d2b79f5) >>> 0;
    let t = this.#state;
    t = Math.imul(t ^ (t >>> 15), t | 1);
    t ^= t + Math.imul(t ^ (t >>> 7), t | 61);
    return Math.floor((((t ^ (t >>> 14)) >>> 0) / 2 ** 32) * below);
  }

  /** True once in `n` times. */
  once(n: number): boolean {
    return this.integer(n) === 0;
  }

  pick<T>(from: readonly T[]): T {
    const one = from[this.integer(from.length)];
    if (one === undefined) throw new Error("nothing to pick from");
    return one;
  }
}

/** First and last code points of what is worth trying. */
const ranges: readonly (readonly [number, number])[] = [
  [0x00, 0x1f], // control characters
  [0x20, 0x7e],
  [0x7f, 0x9f], // more control characters
  [0xa0, 0x24f],
  [0x300, 0x36f], // accents without a letter
  [0x370, 0x5ff],
  [0x600, 0x6ff], // from right to left
  [0xe00, 0xe7f],
  [0x200b, 0x200f], // invisible, and turning the direction
  [0x2028, 0x202e],
  [0x2060, 0x206f],
  [0x4e00, 0x4fff],
  [0xac00, 0xacff],
  [0xd800, 0xdfff], // halves of characters
  [0xe000, 0xe0ff], // the marks of src/core/text.ts
  [0xfe00, 0xfeff],
  [0xfff0, 0xffff],
  [0x1f300, 0x1faff], // emoji
  [0x1d400, 0x1d7ff],
  [0xe0000, 0xe007f], // tags
  [0x10fff0, 0x10ffff],
];

/** What means something to a platform, to Fluent, to SQL, to a terminal, to a program. */
const markup: readonly string[] = [
  "<b>bold</b><a href='https://evil.example'>x</a><script>alert(1)</script>",
  "&lt;&#60;&amp;",
  "[x](https://evil.example) **x** __x__ ~~x~~ ||x|| > # - 1. `x` ```x```",
  "@everyone @here @room <@1> <@!1> <@&1> <#1> <:e:1> <t:0:R> </help:1>",
  "https://matrix.to/#/@a:b.c tg://user?id=1 mxc://a/b",
  "*_[]()~`>#+-=|{}.!\\",
  '{ $name } { "x" } { drive-about } -term = x',
  '\'; DROP TABLE "Person"; -- %s %n ${x} $(x) `x` ../../etc/passwd',
  "\u001b[31mred\u001b]0;title\u0007\u009b2J",
  "\u202Eabc\u202C \u2066x\u2069 \u200F\u061C",
  "\uE0000\uE001 \uE0001\uE001",
  "e\u0301\u0301\u0301\u0301\u0301\u0301\u0301\u0301\u0301\u0301",
  "👩‍👩‍👧‍👦🏳️‍🌈1️⃣",
  "﷽ Ω ﬁ İ ı ß ſ K",
  "__proto__ constructor toString hasOwnProperty",
  "NaN Infinity -0 1e999 0x10 ٥٠ １０ ½ ∞",
];

/** Values that mean something to an option, right and wrong. */
const values: readonly string[] = [
  ..."in if withdraw done 1 2 5 50 100% 30% 0 -1 999999999 1000001 yes no off confirm sector live at-goal at-close".split(
    " ",
  ),
  ..."cell federation sector transport health Depot Norte en es Paris Europe/Paris Nowhere".split(" "),
  "friday 18:00",
  "in 3 days",
  "2026-03-27 18:00",
  "2026-02-30 25:61",
  "22:00",
  "transport, health and education",
  "@Ana",
  "@user-ana",
  "#",
  "?",
  "name",
  "zone",
  "vouches",
];

const prefixes = ["/", "!"] as const;

export interface Form {
  readonly command: Command;
  readonly word: string | undefined;
  readonly usage: AnyUsage;
}

export const formsOf = (commands: readonly Command[]): readonly Form[] =>
  commands.flatMap((command) => [
    ...(command.bare === undefined ? [] : [{ command, word: undefined, usage: command.bare }]),
    ...Object.entries(command.words ?? {}).map(([word, usage]) => ({ command, word, usage })),
  ]);

/** Makes what people type. `ids` and `names` are those that exist, of any federation. */
export class Writer {
  readonly #dice: Dice;
  readonly #forms: readonly Form[];
  readonly #known: readonly string[];

  constructor(dice: Dice, commands: readonly Command[], known: readonly string[]) {
    this.#dice = dice;
    this.#forms = formsOf(commands);
    this.#known = known;
  }

  form(): Form {
    return this.#dice.pick(this.#forms);
  }

  /** Characters of all kinds. */
  characters(most: number): string {
    const dice = this.#dice;
    let text = "";
    for (let left = dice.integer(most + 1); left > 0; left--) {
      const [first, last] = dice.pick(ranges);
      text += String.fromCodePoint(first + dice.integer(last - first + 1));
    }
    return text;
  }

  /** A value for an option, sensible or not. */
  value(): string {
    const dice = this.#dice;
    switch (dice.integer(10)) {
      case 0:
        return this.characters(40);
      case 1:
        return dice.pick(markup);
      case 2:
      case 3:
      case 4:
        return dice.pick(this.#known);
      case 5:
        return `${dice.pick(values)} ${dice.pick(values)}`;
      case 6:
        return dice.once(20) ? this.characters(12).repeat(dice.integer(400)) : "";
      default:
        return dice.pick(values);
    }
  }

  /** The options of a form, some of them, and now and then one that it does not have. */
  options({ usage }: Form): Record<string, string> {
    const names = [...Object.keys(usage.options ?? {}), ...(this.#dice.once(8) ? ["__proto__", "x", ""] : [])];
    return Object.fromEntries(names.filter(() => !this.#dice.once(3)).map((name) => [name, this.value()]));
  }

  /** A command as it is typed, with mistakes. */
  typed(): string {
    const dice = this.#dice;
    const form = this.form();
    const quote = dice.pick(['"', "“", "«", ""]);
    const closing = dice.once(6) ? "" : { '"': '"', "“": "”", "«": "»", "": "" }[quote];
    const options = Object.entries(this.options(form)).map(([name, value]) =>
      dice.once(3) ? value : `${name}:${dice.once(4) ? " " : ""}${quote}${value}${closing}`,
    );
    const name = dice.once(15) ? form.command.name.slice(1) : form.command.name;
    return [`${dice.pick(prefixes)}${name}`, form.word ?? "", ...options].join(dice.once(10) ? "\n" : " ");
  }

  /** Anything. */
  text(): string {
    const dice = this.#dice;
    if (dice.once(400)) return this.characters(60).repeat(1 + dice.integer(2_000));
    if (dice.once(60)) return "";
    // Half is talk: it goes all the way to the parser, and costs the database little.
    switch (dice.integer(12)) {
      case 0:
      case 1:
      case 2:
        return this.characters(80);
      case 3:
      case 4:
        return `${dice.pick(markup)} ${this.characters(10)}`;
      case 5:
        return this.value();
      case 6:
        return `${dice.pick(prefixes)}${this.characters(30)}`;
      case 7:
        return `${dice.once(2) ? "!" : ""}${dice.integer(12)}`;
      default:
        return this.typed();
    }
  }
}
