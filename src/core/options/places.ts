/** Option types for zones and languages. */
import { findZone, zoneCity } from "../../domain/time.ts";
import type { OptionType } from "../command.ts";
import { verbatim } from "../../chat/message.ts";
import { either, phrase, type Phrase } from "../../chat/phrase.ts";
import { nearestLanguage } from "../../domain/nearest-language.ts";
import { nearest } from "../../words/clean.ts";
import { isDraft } from "../../words/languages.ts";
import { fold, mostChoices, refuse } from "./option.ts";

/** A time zone: 'Paris', 'Europe/Paris', 'Nueva York'. The value is its IANA id. */
export const zone = (): OptionType<string> => ({
  kind: "zone",
  parse: async (raw) => {
    const found = findZone(raw);
    if (found.ok) return { value: found.zone };
    const typed = raw.trim().slice(0, 60);
    const near = found.suggestions.map(zoneCity);
    return near.length === 0
      ? refuse("options-zone-unknown", { typed })
      : refuse("options-zone-near", { typed, near: either(near) });
  },
  // Before something is typed, those in which the cells live: there are four hundred.
  choices: async (context, typed) => {
    if (typed === "") {
      const lived = context.federation === undefined ? [] : (await context.cells.list()).map((cell) => cell.zone);
      const known = [...new Set([context.zone, ...lived])].filter((id) => id !== "UTC");
      return known.slice(0, mostChoices).map((id) => ({ value: id, label: verbatim(id) }));
    }
    const found = findZone(typed);
    const ids = found.ok ? [found.zone] : found.suggestions;
    return ids.slice(0, mostChoices).map((id) => ({ value: id, label: verbatim(id) }));
  },
});

/** The zone of a place, where that is surely a city of one: 'Lisbon', 'Gare de Lyon, Paris'. */
export function zoneOfPlace(place: string | undefined): string | undefined {
  const parts = place === undefined ? [] : [place, place.split(",").at(-1) ?? ""];
  for (const part of parts) {
    const found = findZone(part);
    // Letters alone may be the short form of a zone and of anything else.
    if (found.ok && found.zone.includes("/") && fold(part).length > 3) return found.zone;
  }
  return undefined;
}

/** What a language calls itself: 'English', 'Español'. */
export function languageName(code: string): string {
  const name = new Intl.DisplayNames([code], { type: "language" }).of(code) ?? code;
  return name.slice(0, 1).toLocaleUpperCase(code) + name.slice(1);
}

/** The same, and whether it is a draft. */
export const languageWithState = (code: string): Phrase =>
  isDraft(code) ? phrase("options-language-draft", { language: languageName(code) }) : verbatim(languageName(code));

/** One of the languages that the bot speaks: its code, or its name in any of them. The value is the code. */
export const language = (): OptionType<string> => ({
  kind: "language",
  parse: async (raw, { languages }) => {
    const typed = fold(raw.slice(0, 100));
    const names = new Map(
      languages.flatMap((code) => [
        [fold(code), code] as const,
        ...languages.flatMap((reader) => {
          const called = new Intl.DisplayNames([reader], { type: "language" });
          // 'Português (Brasil)', and 'português'.
          return [code, new Intl.Locale(code).language].map((tag) => [fold(called.of(tag) ?? tag), code] as const);
        }),
      ]),
    );
    const base = typed.split("-")[0] ?? typed;
    const value = names.get(typed) ?? names.get(base) ?? nearestLanguage(typed, languages);
    if (value !== undefined) return { value };
    const near = names.get(nearest(typed, names.keys()) ?? "");
    const shown = raw.trim().slice(0, 60);
    return near === undefined
      ? refuse("options-language-unknown", { languages: either(languages.map(languageName)) })
      : refuse("options-did-you-mean", { typed: shown, near: languageName(near) });
  },
  choices: async ({ languages }) => languages.map((code) => ({ value: code, label: languageWithState(code) })),
});
