/** The option type for a decision, and the decisions that can be meant. */
import type { Decision, DecisionPlace } from "../../domain/decisions.ts";
import type { Choice, OptionType } from "../command.ts";
import type { Context } from "../context.ts";
import { verbatim } from "../../chat/message.ts";
import { phrase } from "../../chat/phrase.ts";
import { cellHere } from "./drive.ts";
import { fold, mostChoices, refuse, shorten } from "./option.ts";

/** Whose decisions are meant: the chat's cell or council; in a direct chat the cell in which the person counts. */
export function deciderHere(context: Context): DecisionPlace | undefined {
  if (context.group?.kind === "council") return { councilId: context.group.id };
  const cellId = cellHere(context);
  return cellId === undefined ? undefined : { cellId };
}

/** The decisions of this place, by number. */
export async function decisionsHere(context: Context): Promise<readonly Decision[]> {
  const place = deciderHere(context);
  return place === undefined ? [] : context.decisions.list(place);
}

/** A decision of this place, by its number or `#<id>`. */
export const decision = (): OptionType<Decision> => ({
  kind: "text",
  max: 60,
  none: phrase("decide-none"),
  parse: async (raw, context) => {
    const typed = raw.trim().slice(0, 60);
    const byId = typed.startsWith("#") ? await context.decisions.get(typed.slice(1)) : undefined;
    if (byId !== undefined && (await concernsThem(byId, context))) return { value: byId };
    const number = /^#?(\d{1,9})$/u.exec(typed)?.[1];
    const found = (await decisionsHere(context)).find((one) => one.number === Number(number));
    return found === undefined ? refuse("decide-unknown", { typed }) : { value: found };
  },
  choices: async (context, typed) => {
    if (context.federation === undefined) return [];
    const all = await decisionsHere(context);
    return all
      .filter((one) => one.state !== "rejected" && fold(`${one.number} ${one.text}`).includes(fold(typed)))
      .slice(-mostChoices)
      .map(decisionChoice);
  },
});

export const decisionChoice = ({ id, number, text }: Decision): Choice => ({
  value: `#${id}`,
  label: verbatim(shorten(`${number}: ${text}`, 40)),
});

/** In a chat: a decision of its cell or council; in a direct chat: of any that the person belongs to. */
async function concernsThem({ place }: Decision, { chat, group, person, people, councils }: Context): Promise<boolean> {
  if (chat !== undefined) return group?.id === ("cellId" in place ? place.cellId : place.councilId);
  if (person === undefined) return false;
  if ("cellId" in place) return people.isMember(person.id, place.cellId);
  const council = await councils.get(place.councilId);
  return council !== undefined && (await councils.levelOf(person, council)) !== "anyone";
}
