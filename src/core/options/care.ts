/** Option types for acts of care. */
import { careForms, suggestForms } from "../../domain/actions.ts";
import { askedForms, fewestLetters, isAskedForm, saysWhat, wordsOf, type AskedForm } from "../../domain/asked-care.ts";
import type { Choice, OptionType } from "../command.ts";
import type { Context } from "../context.ts";
import { verbatim } from "../../chat/message.ts";
import { messageIds, phrase, type Phrase } from "../../chat/phrase.ts";
import { cleanText } from "../../words/clean.ts";
import { called, meant } from "../../words/fixed.ts";
import { parseMoment } from "../../words/moments.ts";
import { languages, listed, pattern } from "../../words/languages.ts";
import { cellHere } from "./drive.ts";
import {
  comingDays,
  fold,
  isMoment,
  momentChoice,
  momentContext,
  nearest,
  refuse,
  understood,
  writtenMoment,
} from "./option.ts";

/** Longest form of care in the cell's own words, in characters. */
const longestForm = 40;

const labels = messageIds({
  meals: "action-form-meals",
  childcare: "action-form-childcare",
  rides: "action-form-rides",
  pantry: "action-form-pantry",
  "first-aid": "action-form-first-aid",
  "quiet-room": "action-form-quiet-room",
  shelter: "care-form-shelter",
}) satisfies Record<AskedForm, string>;

/** A form of care in words: its name in the reader's language, or the cell's own words. */
export const formName = (form: string): Phrase => (isAskedForm(form) ? phrase(labels[form]) : verbatim(form));

const known = (typed: string): (typeof careForms)[number] | undefined => meant(careForms, typed);

/** The forms that are suggested to this cell, the best first. */
async function suggested(context: Context, typed: string): Promise<readonly Choice[]> {
  const cellId = context.federation === undefined ? undefined : cellHere(context);
  const past = cellId === undefined ? [] : await context.actions.pastForms(cellId);
  return suggestForms(past)
    .forms.filter((form) => form.startsWith(fold(typed)))
    .map((form) => ({ value: form, label: phrase(labels[form]) }));
}

/** A form of care: one that has a name in every language, in any of them, or the cell's own words. */
export const careForm = (): OptionType<string> => ({
  kind: "text",
  max: longestForm,
  parse: async (raw) => {
    const typed = cleanText(raw, { limit: longestForm + 1 });
    if (typed === "") return refuse("options-text-empty");
    if ([...typed].length > longestForm) return refuse("options-text-too-long", { max: longestForm });
    return { value: known(typed) ?? typed };
  },
  choices: suggested,
});

const and = new RegExp(`\\s+${pattern("and")}\\s+`, "iu");

/** Several forms: 'meals, childcare'; 'meals and childcare', where these have names. */
export const careFormList = (): OptionType<readonly string[]> => ({
  kind: "text",
  max: 200,
  reads: (raw) =>
    raw
      .split(/[,;،؛+]/u)
      .every((part) => part.split(and).every((one) => meant([...careForms, "none", "no"], one) !== undefined)),
  parse: async (raw, context) => {
    const found = new Set<string>();
    for (const part of raw.split(/[,;،؛+]/u).filter((one) => one.trim() !== "")) {
      const named = part.split(and).map(known);
      const all = named.every((one) => one !== undefined) ? named : [part];
      for (const one of all) {
        const read = await careForm().parse(one, context);
        if ("refusal" in read) return read;
        found.add(read.value);
      }
    }
    return found.size === 0 ? refuse("options-text-empty") : { value: [...found] };
  },
  choices: suggested,
});

// Asked for and offered

/** All that forms of care that people ask for are called, in any language. */
const askedWords = called(askedForms);

/** The form that somebody's words are about: 'a ride to the clinic'. Undefined where that is none, or several. */
export function formOfWords(words: string): AskedForm | undefined {
  const parts = wordsOf(words);
  const runs = parts.flatMap((one, index) => [
    one,
    ...parts.slice(index + 1, index + 2).map((next) => `${one} ${next}`),
  ]);
  const found = new Set(runs.flatMap((run) => askedWords.get(fold(run)) ?? []));
  const [only] = found;
  return found.size === 1 ? only : undefined;
}

/** Words that say nothing of what somebody gives, in any language. */
const little = new Set([...languages.values()].flatMap((language) => listed(language.little)));

/** The form whose name, or else another word for it, somebody has probably mistyped: 'rids'. */
export const formNear = (typed: string): AskedForm | undefined =>
  askedWords.get(nearest(fold(typed), askedForms) ?? nearest(fold(typed), askedWords.keys()) ?? "");

const formChoices = (typed: string): readonly Choice[] =>
  askedForms
    .filter((form) => form.startsWith(fold(typed)))
    .map((form) => ({ value: form, label: phrase(labels[form]) }));

const formsAndOther = (typed: string): readonly Choice[] => [
  ...formChoices(typed),
  ...(typed === "" ? [{ value: "other", label: phrase("care-form-other") }] : []),
];

/** What kind of care is asked for: a form that has a name, or 'other': what has none is found by its own words. */
export const askedForm = (): OptionType<AskedForm | "other"> => ({
  kind: "text",
  max: longestForm,
  parse: (raw) => {
    const typed = cleanText(raw, { limit: longestForm });
    const value = meant([...askedForms, "other"], typed) ?? formOfWords(typed);
    return Promise.resolve(value === undefined ? refuse("care-need-form-unknown") : { value });
  },
  choices: (_context, typed) => Promise.resolve(formsAndOther(typed)),
});

/** A form of care that somebody offers: one that has a name, or their own words. */
export const offeredForm = (): OptionType<string> => ({
  kind: "text",
  max: longestForm,
  parse: (raw) => {
    const typed = cleanText(raw, { limit: longestForm + 1 });
    if (typed === "") return Promise.resolve(refuse("options-text-empty"));
    if ([...typed].length > longestForm) return Promise.resolve(refuse("options-text-too-long", { max: longestForm }));
    if (meant(["other"], typed) !== undefined) return Promise.resolve(refuse("care-offer-other"));
    const named = meant(askedForms, typed) ?? formOfWords(typed);
    if (named !== undefined) return Promise.resolve({ value: named });
    // What stands in nearly every need would read them all.
    if (!saysWhat(typed)) return Promise.resolve(refuse("care-offer-short", { least: fewestLetters }));
    if (wordsOf(typed).every((word) => little.has(fold(word)))) return Promise.resolve(refuse("care-offer-little"));
    return Promise.resolve({ value: typed });
  },
  choices: (_context, typed) => Promise.resolve(formsAndOther(typed)),
});

/** Minutes of the day, where somebody says only on which day they need care. */
const usualNeed = 9 * 60;

/** When care is needed. Suggested are the next days. */
export const neededAt = (): OptionType<number> => ({
  kind: "moment",
  parse: (raw, context) => Promise.resolve(understood(parseMoment(raw, momentContext(context, usualNeed)))),
  reads: (raw) => isMoment(raw),
  write: (at, context) => writtenMoment(context, at),
  choices: (context, typed) =>
    Promise.resolve(
      typed === "" ? comingDays(context, [1, 2, 3, 7], usualNeed).map((at) => momentChoice(context, at)) : [],
    ),
});
