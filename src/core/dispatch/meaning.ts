/** What a button means, as it was kept. */
import type { Action, Under } from "../../chat/message.ts";
import type { Meaning } from "../present.ts";

/**
 * Reads what a button means. We have written it ourselves, sealed: its shape is certain. What a button stands under was
 * once kept among its options, under names that no option can have; such buttons may be pressed for ninety days.
 */
export function readMeaning(json: string): Meaning {
  const meaning = JSON.parse(json) as Meaning;
  return "held" in meaning ? meaning : { action: asToday(meaning.action) };
}

function asToday(action: Action): Action {
  if (action.under !== undefined || !Object.keys(action.options ?? {}).some((name) => name.startsWith(" ")))
    return action;
  const { " asked": answers, " guided": guided, " needed": needed, " menu": menu, ...options } = action.options ?? {};
  const under: Under = {
    ...(answers === undefined ? {} : { answers }),
    ...(guided === undefined ? {} : { guided: true }),
    ...(needed === undefined ? {} : { needed }),
    ...(menu === undefined ? {} : { menu: true }),
  };
  return { ...action, options, under };
}
