/** What a calendar has of a role: its terms, and the times in which somebody stands in. */
import type { FederationContext } from "../../src/core/context.ts";
import { verbatim } from "../../src/chat/message.ts";
import { phrase, type Phrase, type PhraseArg } from "../../src/chat/phrase.ts";
import type { NewEvent, NumberedEvent } from "../../src/domain/calendar.ts";
import type { Role, TermShown } from "../../src/domain/roles.ts";
import { namesOf } from "../names.ts";
import { holdersOf, standsIn, type Names } from "./names.ts";

/** An event of a role, and whose it is. */
export interface RoleEvent<Event = NumberedEvent<Phrase>> {
  readonly event: Event;
  readonly kind: "term" | "stand-in";
  /** Whose term it is, or who stands in (ids of people). */
  readonly people: readonly string[];
}

/** The events of a role with their numbers, the same whoever reads them; those that are gone, as cancelled, are nobody's. */
export async function roleEvents(context: FederationContext, role: Role): Promise<readonly RoleEvent[]> {
  const all = await eventsOf(context, role);
  const known = new Map(all.map((one) => [one.event.uid, one]));
  const events = all.map(({ event }) => event);
  const numbered = await context.calendars.number(`role:${role.id}`, events);
  return numbered.map((event) => ({ kind: "term", people: [], ...known.get(event.uid), event }));
}

async function eventsOf(context: FederationContext, role: Role): Promise<readonly RoleEvent<NewEvent<Phrase>>[]> {
  const events: RoleEvent<NewEvent<Phrase>>[] = [];
  const terms = await context.roles.calendar(role);
  const names = await namesOf(
    context,
    terms.flatMap(({ turns, covers }) => [
      ...turns.map(({ personId }) => personId),
      ...covers.flatMap(({ byId, forId }) => [byId, forId]),
    ]),
  );
  for (const shown of terms) {
    const { term, turns, covers } = shown;
    const changedAt = Math.max(shown.changedAt, role.endedAt ?? 0);
    const named = (people: readonly PhraseArg[]) =>
      people.length === 0 ? {} : { summary: phrase("role-ics-event", { role: role.name, people }) };
    const cancelled = term.state === "cancelled";
    const common = { title: verbatim(role.name), sequence: term.sequence, cancelled, changedAt };
    const uid = `${term.id}@steward`;
    events.push({
      kind: "term",
      people: turns.flatMap(({ personId }) => personId ?? []),
      event: { ...common, ...named(peopleOf(shown, names, context.now)), uid, start: term.from, end: term.to },
    });
    for (const { id, from, to, byId, forId } of covers) {
      const standing = named([standsIn(names, byId, forId)]);
      const event = { ...common, ...standing, uid: `${id}@steward`, start: from, end: to };
      events.push({ kind: "stand-in", people: [byId], event });
    }
  }
  return events;
}

/** Whom a term names: who had it; who has it now, acting or standing in, and nobody who is only asked; who is to have it. */
function peopleOf(shown: TermShown, names: Names, now: number): readonly PhraseArg[] {
  const known = { ...shown, turns: shown.turns.filter(({ personId }) => personId !== undefined) };
  if (shown.term.state === "begun") return holdersOf(names, known, now);
  return [...new Set(known.turns.map(({ personId }) => personId))].map(names);
}
