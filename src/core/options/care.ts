/** Option types for acts of care. */
import { careForms, isCareForm, suggestForms, type CareForm } from "../../domain/actions.ts";
import type { Choice, OptionType } from "../command.ts";
import type { Context } from "../context.ts";
import { verbatim } from "../../chat/message.ts";
import { messageIds, phrase, type Phrase } from "../../chat/phrase.ts";
import { cleanText } from "../../words/clean.ts";
import { meant } from "../../words/fixed.ts";
import { pattern } from "../../words/languages.ts";
import { cellHere } from "./drive.ts";
import { fold, refuse } from "./option.ts";

/** Longest form of care in the cell's own words, in characters. */
const longestForm = 40;

const labels = messageIds({
  meals: "action-form-meals",
  childcare: "action-form-childcare",
  rides: "action-form-rides",
  pantry: "action-form-pantry",
  "first-aid": "action-form-first-aid",
  "quiet-room": "action-form-quiet-room",
}) satisfies Record<CareForm, string>;

/** A form of care in words: its name in the reader's language, or the cell's own words. */
export const formName = (form: string): Phrase => (isCareForm(form) ? phrase(labels[form]) : verbatim(form));

const known = (typed: string): CareForm | undefined => meant(careForms, typed);

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
      .split(/[,;+]/u)
      .every((part) => part.split(and).every((one) => meant([...careForms, "none", "no"], one) !== undefined)),
  parse: async (raw, context) => {
    const found = new Set<string>();
    for (const part of raw.split(/[,;+]/u).filter((one) => one.trim() !== "")) {
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
