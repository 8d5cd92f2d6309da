/**
 * Our own sentences, for whoever says that one of them is wrong (`/help wrong`): found by what they quote of it, or among those
 * that were said last where they are.
 *
 * What was said is kept nowhere once it was sent. Which messages it came from (ids, with nothing of what was put in) is remembered
 * for some places, in memory alone, on purpose: after a restart people quote a few words instead.
 */
import type { Message } from "../chat/message.ts";
import type { Phrase, PhraseArg } from "../chat/phrase.ts";
import { Patience, type PerPerson } from "./patience.ts";
import type { Texts } from "./text.ts";
import { piecesOf, quotedWords, quotes, shownWording } from "./wordings.ts";

/** A sentence of ours: the ids of the messages that say it, and how it reads, with … for what is put in. */
export interface Sentence {
  readonly language: string;
  readonly ids: readonly string[];
  readonly text: string;
}

/** So many are offered where several may be meant. */
const mostOffered = 5;
/** Ids that are remembered of a place, and places. */
const mostOfPlace = 12;
const mostPlaces = 2_000;
/** So much of what was told is remembered, so that it is not told again. */
const mostTold = 500;

const day = 24 * 60 * 60;
/** How many sentences one account may tell of, and how many may be told of in a federation: so many at once, and a day. */
export const perAccount: PerPerson = { atOnce: 5, perSecond: 5 / day };
const perFederation: PerPerson = { atOnce: 20, perSecond: 20 / day };

/** Which messages were said last in a place, or to somebody alone. */
export class Lately {
  readonly #said = new Map<string, readonly Said[]>();

  /** @param key HMAC of whom it is for alone, or of the place where all read it */
  note(key: string, language: string, message: Message): void {
    const ids = [...new Set(phrasesOf(message).flatMap(idsOf))].filter((id) => id !== "verbatim");
    const before = (this.#said.get(key) ?? []).filter((one) => one.language !== language || !ids.includes(one.id));
    this.#said.delete(key);
    this.#said.set(key, [...ids.map((id) => ({ language, id })), ...before].slice(0, mostOfPlace));
    const [oldest] = this.#said.keys();
    if (this.#said.size > mostPlaces && oldest !== undefined) this.#said.delete(oldest);
  }

  /** The newest first, of each of these in turn. */
  of(keys: readonly string[]): readonly Said[] {
    return keys.flatMap((key) => this.#said.get(key) ?? []);
  }
}

interface Said {
  readonly language: string;
  readonly id: string;
}

/** A message in its forms, each in its words. */
interface Pieces {
  readonly id: string;
  readonly forms: readonly { readonly form: string; readonly pieces: readonly (readonly string[])[] }[];
}

/** Who looks for a sentence, and where. */
export interface Looking {
  /** Languages in which they may have read it. */
  readonly languages: readonly string[];
  /** HMACs of their account and of the place. */
  readonly keys: readonly string[];
  readonly federation: string | undefined;
  /** Milliseconds since 1970. */
  readonly now: number;
}

export class Sentences {
  readonly lately = new Lately();
  readonly #texts: Texts;
  readonly #words = new Map<string, WeakRef<readonly Pieces[]>>();
  readonly #perAccount = new Patience(perAccount);
  readonly #perFederation = new Patience(perFederation);
  /** What was told last in each federation, and when (milliseconds since 1970). */
  readonly #told = new Map<string, number>();

  constructor(texts: Texts) {
    this.#texts = texts;
  }

  /** For whoever looks for one. */
  for(looking: Looking): SentencesHere {
    return {
      quoted: (text) => {
        // What stands in quotation marks is the sentence, and the rest is about it.
        const marked = [...text.matchAll(/["“«„]([^"“”«»„]{4,})["”“»]/gu)].map(([, said = ""]) => said).join(" ");
        const [one, all] = [marked, text].map((said) => this.#quoted(said, looking.languages));
        // A sentence may have such marks itself.
        return one !== undefined && all !== undefined && one.found > 0 && one.found >= all.found
          ? one.sentences
          : (all?.sentences ?? []);
      },
      lately: () => this.#lately(looking),
      mayTell: (said) => {
        const [account] = looking.keys;
        const { federation = "", now } = looking;
        const key = `${federation} ${said}`;
        if (now - (this.#told.get(key) ?? Number.NEGATIVE_INFINITY) < day * 1_000) return "told";
        if (account !== undefined && this.#perAccount.ask(account, now) !== "take") return "many";
        if (this.#perFederation.ask(federation, now) !== "take") return "many";
        this.#told.delete(key);
        this.#told.set(key, now);
        const [oldest] = this.#told.keys();
        if (this.#told.size > mostTold && oldest !== undefined) this.#told.delete(oldest);
        return "tell";
      },
    };
  }

  /** What a text quotes: one sentence where it is sure, a few where any of them may be meant. */
  #quoted(
    text: string,
    languages: readonly string[],
  ): { readonly found: number; readonly sentences: readonly Sentence[] } {
    const words = quotedWords(text);
    const all = new Set(words);
    const found = [...new Set(languages.map((one) => this.#texts.languageFor(one)))].flatMap((language) =>
      this.#pieces(language).flatMap(({ id, forms }) => {
        const best = forms
          .flatMap(({ form, pieces }) => {
            const quoted = pieces.some((piece) => piece.some((word) => all.has(word)))
              ? quotes(words, pieces)
              : undefined;
            return quoted === undefined ? [] : [{ ...quoted, text: shownWording(form) }];
          })
          .sort(better)
          .at(0);
        return best === undefined ? [] : [{ language, ids: [id], ...best }];
      }),
    );
    const sorted = found.toSorted(better);
    const most = sorted[0]?.found ?? 0;
    // All of a sentence is it, though others begin with the same words.
    const whole = sorted.filter((one) => one.found === most && one.of === most);
    const sentences = whole.length > 0 ? whole : sorted.filter(({ found: some }) => some >= 0.8 * most);
    return { found: most, sentences: together(sentences) };
  }

  /** The words of all messages of a language, kept as long as there is room for them: somebody who looks once does so again. */
  #pieces(language: string): readonly Pieces[] {
    const known = this.#words.get(language)?.deref();
    if (known !== undefined) return known;
    const made = [...this.#texts.wordings(language)].map(([id, forms]) => ({
      id,
      forms: forms.map((form) => ({ form, pieces: piecesOf(form) })),
    }));
    this.#words.set(language, new WeakRef(made));
    return made;
  }

  #lately({ keys }: Looking): readonly Sentence[] {
    return together(
      this.lately.of(keys).flatMap(({ language, id }) => {
        const [text] = this.#texts.wordingsOf(language, id).map(shownWording);
        return text === undefined || quotedWords(text).length === 0 ? [] : [{ language, ids: [id], text }];
      }),
    );
  }
}

/** What a handler knows of our sentences where somebody speaks. */
export interface SentencesHere {
  /** Those that a text quotes, the likeliest first. */
  quoted(text: string): readonly Sentence[];
  /** Those that were said last to this person, or to all here; the newest first. */
  lately(): readonly Sentence[];
  /**
   * Whether the person may tell of one more now; if so it is counted. `told`: the same words were told within a day, by whomever,
   * and nobody reads them twice.
   */
  mayTell(said: string): "tell" | "told" | "many";
}

const better = (one: { found: number; of: number }, other: { found: number; of: number }): number =>
  other.found - one.found || one.of - other.of;

/** Messages that say the same are one sentence. */
function together(all: readonly Sentence[]): readonly Sentence[] {
  const by = new Map<string, Sentence>();
  for (const { language, ids, text } of all) {
    const key = `${language} ${text}`;
    by.set(key, { language, text, ids: [...(by.get(key)?.ids ?? []), ...ids] });
  }
  return [...by.values()].slice(0, mostOffered);
}

/** The phrases of a message, from its top to its end. */
const phrasesOf = ({ blocks }: Message): readonly Phrase[] =>
  blocks.flatMap((block): readonly Phrase[] => {
    switch (block.type) {
      case "heading":
      case "paragraph":
        return [block.content];
      case "list":
        return block.items;
      case "table":
        return [...block.head, ...block.rows.flat()];
      case "progress":
      case "link":
      case "ask":
        return [block.label];
      case "buttons":
        return block.rows.flat().map(({ label }) => label);
      case "image":
      case "file":
        return [];
    }
  });

/** The ids of a phrase and of those that are put into it. */
const idsOf = ({ id, args = {} }: Phrase): readonly string[] => [id, ...Object.values(args).flatMap(inArg)];

function inArg(arg: PhraseArg): readonly string[] {
  if (typeof arg !== "object") return [];
  if (Array.isArray(arg)) return (arg as readonly PhraseArg[]).flatMap(inArg);
  if ("kind" in arg) return arg.kind === "list" ? arg.items.flatMap(inArg) : [];
  return idsOf(arg as Phrase);
}
