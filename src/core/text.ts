/**
 * Every sentence that a person reads: phrases, and their wording in each language (Project Fluent).
 *
 * Code says *what* is to be said, as a {@link Phrase}: the id of a message and its arguments, all of it
 * JSON, since it waits in the outbox. How it is said is in `locales/<language>/*.ftl`; a new language is
 * a new folder. A phrase is formatted late, when language and zone of the reader are known, and into
 * pieces ({@link Inline}) rather than into a string, so that an adapter can show a mention or a time in its
 * platform's own way.
 *
 * How the pieces survive Fluent: while a message is formatted, each mention and time is a marker, a number between
 * U+E000 and U+E001. People's text cannot forge one: these code points are taken out of every text that goes in.
 * People's text is inserted as it is and never read as Fluent.
 */
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { FluentBundle, FluentNumber, FluentResource, type FluentVariable } from "@fluent/bundle";
import { decimal, minorDigits } from "../domain/money.ts";
import { nearestLanguage } from "../domain/nearest-language.ts";
import { existsTwice, localParts, zoneCity } from "../domain/time.ts";
import { facing, isolated, isolateLatin, withoutDirection } from "./direction.ts";
import { isRightToLeft } from "../chat/right-to-left.ts";
import { wordingsOf } from "./wordings.ts";
import { fallback, jointOf, localeOf } from "../words/languages.ts";
import {
  type Phrase,
  type PhraseArg,
  type TimeArg,
  type ListArg,
  type MoneyArg,
  type MonthArg,
  nameOn,
  type Inline,
  plainText,
  pieceText,
} from "../chat/phrase.ts";

/** For whom a phrase is formatted. */
export interface Reader {
  /** IANA id of the zone in which times are written. */
  readonly zone: string;
  /** ms since 1970; for 'in 3 hours', and for whether a date needs its year. */
  readonly now: number;
  /** Where it is read: people are called there as they are known there. */
  readonly platform?: string;
}

/** What went wrong with a message. It holds ids and names of variables only, nothing that people wrote: it may be logged. */
export interface TextProblem {
  readonly id: string;
  readonly language: string;
  readonly reason: string;
}

export interface TextsOptions {
  /** What to do about a message that is missing or lacks an argument. Without it, it is thrown: right for tests. */
  readonly onProblem?: (problem: TextProblem) => void;
}

const MARK = "\uE000";
const MARK_END = "\uE001";

/**
 * The wording of all messages in all languages. The files are read at the start, so that all of them are of one version; a
 * language is made ready when something is first said in it, which takes some 40 ms once.
 */
export class Texts {
  /** Of the languages that are not ready yet. */
  readonly #sources: Map<string, readonly string[]>;
  readonly #bundles = new Map<string, FluentBundle>();
  /** In alphabetical order. */
  readonly #languages: readonly string[];
  #onProblem: (problem: TextProblem) => void;
  readonly #formats = new Map<string, Intl.DateTimeFormat>();
  readonly #listFormats = new Map<string, Intl.ListFormat>();
  readonly #numberFormats = new Map<string, Intl.NumberFormat>();

  /** @param resources the sources of the Fluent files of each language */
  constructor(resources: ReadonlyMap<string, readonly string[]>, { onProblem = raise }: TextsOptions = {}) {
    this.#sources = new Map(resources);
    this.#languages = [...resources.keys()];
    // What all others fall back to has to be right at the start.
    this.#onProblem = raise;
    if (this.#bundle(fallback) === undefined) throw new Error(`No messages in the language '${fallback}'`);
    this.#onProblem = onProblem;
  }

  /** The messages of a language, made ready when first asked for. One that is there twice is told of; the first one stands. */
  #bundle(language: string): FluentBundle | undefined {
    const sources = this.#sources.get(language);
    if (sources === undefined) return this.#bundles.get(language);
    const rightToLeft = isRightToLeft(localeOf(language));
    const bundle = new FluentBundle(localeOf(language), { useIsolating: rightToLeft });
    for (const source of sources) {
      const resource = new FluentResource(source);
      if (rightToLeft) isolateLatin(resource);
      for (const { message } of bundle.addResource(resource)) {
        this.#onProblem({ id: "", language, reason: message });
      }
    }
    this.#sources.delete(language);
    this.#bundles.set(language, bundle);
    return bundle;
  }

  /** Reads `directory/<language>/*.ftl`. */
  static load(directory: string, options: TextsOptions = {}): Texts {
    const folders = readdirSync(directory, { withFileTypes: true }).filter((entry) => entry.isDirectory());
    const resources = folders.map(({ name }): [string, string[]] => {
      const files = readdirSync(join(directory, name)).filter((file) => file.endsWith(".ftl"));
      return [name, files.sort().map((file) => readFileSync(join(directory, name, file), "utf8"))];
    });
    return new Texts(new Map(resources.sort(([a], [b]) => (a < b ? -1 : 1))), options);
  }

  /** The languages that there are folders for: first the one for whoever has none of them, the others in alphabetical order. */
  get languages(): string[] {
    return [fallback, ...this.#languages.filter((one) => one !== fallback)];
  }

  /** Whether there is a message with this id (in English, which has all of them). */
  has(id: string): boolean {
    return this.#bundle(fallback)?.hasMessage(id) ?? false;
  }

  /** The messages of a language by their ids, each in its forms (see wordings.ts). */
  *wordings(language: string): Generator<readonly [id: string, forms: readonly string[]]> {
    for (const [id, { value }] of this.#bundle(language)?._messages ?? []) {
      if (value !== null) yield [id, wordingsOf(value)];
    }
  }

  /** One message in its forms; none where there is no such message. */
  wordingsOf(language: string, id: string): readonly string[] {
    const value = this.#bundle(language)?.getMessage(id)?.value;
    return value === undefined || value === null ? [] : wordingsOf(value);
  }

  /** The language that a reader of `language` gets: 'es-MX' is 'es' where there is no 'es-MX', 'pt' is 'pt-BR', and 'xx' is 'en'. */
  languageFor(language: string): string {
    return this.#chain(language)[0] ?? fallback;
  }

  /** The phrase in pieces. Empty pieces are left out, and neighbouring texts are one. */
  format(language: string, said: Phrase, reader: Reader): Inline[] {
    const marked: Inline[] = [];
    const chain = this.#chain(language);
    const written = this.#write(chain, said, reader, marked);
    const text = isRightToLeft(localeOf(chain[0] ?? fallback)) ? facing(written) : written;
    const pieces: Inline[] = [];
    // Splitting at a pattern with a group yields text, number, text, number, ..., text.
    for (const [i, part] of text.split(markPattern).entries()) {
      const piece = i % 2 === 0 ? { type: "text" as const, text: part } : marked[Number(part)];
      if (piece && !(piece.type === "text" && piece.text === "")) pieces.push(piece);
    }
    return pieces;
  }

  /** The phrase as text, without markup or isolates: for names of buttons, logs of conversations, files. */
  plain(language: string, said: Phrase, reader: Reader): string {
    return withoutDirection(plainText(this.format(language, said, reader)));
  }

  #chain(language: string): string[] {
    const parts = language.toLowerCase().split(/[-_]/);
    const wanted = parts.map((_, i) => parts.slice(0, parts.length - i).join("-"));
    const known = wanted.flatMap((tag) => this.languages.filter((one) => one.toLowerCase() === tag));
    const near = known.length > 0 ? undefined : nearestLanguage(language, this.languages);
    return [...new Set([...known, ...(near === undefined ? [] : [near]), fallback])];
  }

  /** The text of a phrase, with markers for what went into `marked`. */
  #write(chain: readonly string[], said: Phrase, reader: Reader, marked: Inline[]): string {
    for (const language of chain) {
      const bundle = this.#bundle(language);
      const pattern = bundle?.getMessage(said.id)?.value;
      if (!bundle || pattern === undefined || pattern === null) continue;
      const writer: Writer = { chain, language, locale: localeOf(language), reader, marked };
      const args: Record<string, FluentVariable> = {};
      for (const [name, arg] of Object.entries(said.args ?? {})) args[name] = this.#argument(arg, writer);
      const errors: Error[] = [];
      const text = bundle.formatPattern(pattern, args, errors);
      for (const error of errors) this.#onProblem({ id: said.id, language, reason: error.message });
      return text;
    }
    this.#onProblem({ id: said.id, language: chain[0] ?? fallback, reason: "No such message" }); // not for people: for the log
    return said.id;
  }

  /** Numbers stay numbers, for plurals and NUMBER(); everything else is text by now. */
  #argument(arg: PhraseArg, writer: Writer): FluentVariable {
    if (typeof arg === "number") return new FluentNumber(arg);
    if (typeof arg === "object" && "kind" in arg && arg.kind === "percent") {
      return new FluentNumber(arg.percent / 100, { style: "percent", maximumFractionDigits: 1 });
    }
    return this.#text(arg, writer);
  }

  #text(arg: PhraseArg, writer: Writer): string {
    if (typeof arg === "string") return harmless(arg);
    if (typeof arg === "number") return this.#numbers(writer.locale, "plain").format(arg);
    if (isList(arg)) return this.#list(arg, "and", writer);
    if (!("kind" in arg)) return this.#write(writer.chain, arg, writer.reader, writer.marked);
    switch (arg.kind) {
      case "time":
        return mark({ type: "time", at: arg.at, style: arg.style, text: this.#time(arg, writer) }, writer);
      case "mention": {
        const { platform } = writer.reader;
        const there =
          arg.user.platform === platform ? undefined : arg.elsewhere?.find((one) => one.user.platform === platform);
        const { user, name } = there ?? arg;
        return mark({ type: "mention", user, name: harmless(name) }, writer);
      }
      case "name":
        return harmless(nameOn(arg, writer.reader.platform));
      case "duration":
        return this.#duration(arg.minutes, writer.locale);
      case "percent":
        return this.#numbers(writer.locale, "percent").format(arg.percent / 100);
      case "money":
        return this.#money(arg, writer.locale);
      case "month":
        return this.#month(arg, writer.locale);
      case "list":
        return this.#list(arg.items, arg.join, writer);
    }
  }

  /** The words between are chosen for the text as it is read, not for markers: Spanish has 'y Ana' but 'e Irene'. */
  #list(items: readonly PhraseArg[], join: ListArg["join"], writer: Writer): string {
    // So that a list that begins with a Latin name runs from right to left with its sentence.
    const own = (text: string) => (isRightToLeft(writer.locale) ? isolated(text) : text);
    const texts = items.map((item) => own(this.#text(item, writer)));
    const read = texts.map((text) =>
      text.replace(markPattern, (_, number) => pieceText(writer.marked[Number(number)])),
    );
    const format = this.#lists(writer.locale, join === "or" ? "disjunction" : "conjunction");
    const joint = jointOf(writer.language, join, read.at(-1) ?? "");
    let next = 0;
    return format
      .formatToParts(read)
      .map((part) => {
        if (part.type === "element") return texts[next++];
        return next === texts.length - 1 && joint !== undefined ? joint(part.value) : part.value;
      })
      .join("");
  }

  /** Kept, as the formats of times are. */
  #lists(locale: string, type: Intl.ListFormatType): Intl.ListFormat {
    const key = `${locale} ${type}`;
    const format = this.#listFormats.get(key) ?? new Intl.ListFormat(locale, { type });
    this.#listFormats.set(key, format);
    return format;
  }

  #numbers(locale: string, as: keyof typeof numberOptions): Intl.NumberFormat {
    const key = `${locale} ${as}`;
    const format = this.#numberFormats.get(key) ?? new Intl.NumberFormat(locale, numberOptions[as]);
    this.#numberFormats.set(key, format);
    return format;
  }

  /** With all digits of the currency; where people write none (`HUF`), without them as long as they are zero. */
  #money({ minor, currency, bare = false }: MoneyArg, locale: string): string {
    const key = `${locale} ${currency} ${bare}`;
    const digits = minorDigits(currency);
    const format =
      this.#numberFormats.get(key) ??
      new Intl.NumberFormat(locale, {
        ...(bare ? {} : { style: "currency", currency }),
        minimumFractionDigits: digits,
        maximumFractionDigits: digits,
        useGrouping: "always",
        ...(usualDigits(locale, currency) < digits ? { trailingZeroDisplay: "stripIfInteger" } : {}),
      });
    this.#numberFormats.set(key, format);
    return format.format(decimal({ minor, currency }) as Intl.StringNumericLiteral);
  }

  #month({ year, month }: MonthArg, locale: string): string {
    const options = { month: "long", year: "numeric" } as const;
    return this.#dates(`${locale} month`, locale, "UTC", options).format(Date.UTC(year, month - 1, 1));
  }

  /** The two largest units: '2 days and 3 hours'. What is smaller is dropped. */
  #duration(minutes: number, locale: string): string {
    const whole = Math.max(0, Math.floor(minutes));
    const amounts = [
      ["day", Math.floor(whole / 1440)],
      ["hour", Math.floor(whole / 60) % 24],
      ["minute", whole % 60],
    ] as const;
    const first = amounts.findIndex(([, amount]) => amount > 0);
    const shown = first < 0 ? amounts.slice(2) : amounts.slice(first, first + 2).filter(([, amount]) => amount > 0);
    const texts = shown.map(([unit, amount]) => this.#numbers(locale, unit).format(amount));
    return this.#lists(locale, "conjunction").format(texts);
  }

  #time({ at, style, named = false, dated = false }: TimeArg, { locale, reader }: Writer): string {
    if (style === "relative") return relativeText(at, reader.now, locale);
    const withYear = dated || localParts(at, reader.zone).year !== localParts(reader.now, reader.zone).year;
    const day = () =>
      this.#dates(`${locale} day ${withYear}`, locale, reader.zone, {
        weekday: "short",
        day: "numeric",
        month: "long",
        ...(withYear && { year: "numeric" }),
      }).format(at);
    const clock = () =>
      this.#dates(`${locale} clock`, locale, reader.zone, {
        hour: "2-digit",
        minute: "2-digit",
        hourCycle: "h23",
      }).format(at);
    const hour = () => `${clock()}${existsTwice(at, reader.zone) ? ` ${this.#offset(at, locale, reader.zone)}` : ""}`;
    const text =
      style === "date" ? day() : style === "time" ? hour() : `${day()}${isRightToLeft(locale) ? "،" : ","} ${hour()}`;
    return named ? `${text} (${zoneCity(reader.zone)})` : text;
  }

  /** 'GMT+2', for an hour that the clock shows twice. */
  #offset(at: number, locale: string, zone: string): string {
    const format = this.#dates(`${locale} offset`, locale, zone, { timeZoneName: "shortOffset" });
    return format.formatToParts(at).find(({ type }) => type === "timeZoneName")?.value ?? "";
  }

  /** Making a format costs a hundred times as much as using it. There are not more of them than zones times languages. */
  #dates(key: string, locale: string, timeZone: string, options: Intl.DateTimeFormatOptions): Intl.DateTimeFormat {
    const cacheKey = `${key} ${timeZone}`;
    const cached = this.#formats.get(cacheKey) ?? new Intl.DateTimeFormat(locale, { timeZone, ...options });
    this.#formats.set(cacheKey, cached);
    return cached;
  }
}

/** Everything that an argument needs to become text. */
interface Writer {
  readonly chain: readonly string[];
  /** The language of the message that the argument stands in. */
  readonly language: string;
  readonly locale: string;
  readonly reader: Reader;
  readonly marked: Inline[];
}

const markPattern = new RegExp(`${MARK}(\\d+)${MARK_END}`, "g");

function mark(piece: Inline, { marked }: Writer): string {
  marked.push(piece);
  return `${MARK}${marked.length - 1}${MARK_END}`;
}

/**
 * What a person wrote, without what could act instead of being read: our markers, control characters, marks that turn
 * the direction of writing, halves of characters (a text that was cut). Names come from platforms, and what is repeated
 * in a question comes as it was typed: not all of it went through `cleanText`. Line breaks stay.
 */
function harmless(text: string): string {
  if (!acting.test(text)) return text;
  return text
    .replace(/\r\n?|[\u0085\u2028\u2029\v\f]/g, "\n")
    .replaceAll("\t", " ")
    .replace(new RegExp(acting, "gu"), "");
}

const acting = /[\uE000-\uE0FF\u061C\u200E\u200F\u2028-\u202E\u2066-\u2069\uFEFF]|(?!\n)\p{Cc}|\p{Cs}/u;

/** How many digits people write behind the point. */
const usualDigits = (locale: string, currency: string): number =>
  new Intl.NumberFormat(locale, { style: "currency", currency }).resolvedOptions().maximumFractionDigits ?? 0;

/** In which ways numbers are written. */
const numberOptions = {
  plain: {},
  percent: { style: "percent", maximumFractionDigits: 1 },
  day: { style: "unit", unit: "day", unitDisplay: "long" },
  hour: { style: "unit", unit: "hour", unitDisplay: "long" },
  minute: { style: "unit", unit: "minute", unitDisplay: "long" },
} as const satisfies Readonly<Record<string, Intl.NumberFormatOptions>>;

function isList(arg: PhraseArg): arg is readonly PhraseArg[] {
  return Array.isArray(arg);
}

/** 'in 3 hours', '2 days ago': minutes up to an hour, hours up to a day and a half, then days. */
function relativeText(at: number, now: number, locale: string): string {
  const minutes = Math.round((at - now) / 60_000);
  const unit = Math.abs(minutes) < 60 ? "minute" : Math.abs(minutes) < 36 * 60 ? "hour" : "day";
  const value = Math.round(minutes / { minute: 1, hour: 60, day: 24 * 60 }[unit]);
  // 'auto' would call 36 hours 'tomorrow'; but it knows a better word for 'in 0 minutes'.
  return new Intl.RelativeTimeFormat(locale, { numeric: value === 0 ? "auto" : "always" }).format(value, unit);
}

function raise({ id, language, reason }: TextProblem): never {
  throw new Error(`Message '${id}' in '${language}': ${reason}`);
}
