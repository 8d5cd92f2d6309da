/** The words of `/role` that only read. */
import { usage, type Reply } from "../../src/core/command.ts";
import type { MemberContext } from "../../src/core/context.ts";
import { verbatim, type Block, type Message } from "../../src/chat/message.ts";
import { integer, optional } from "../../src/core/options/index.ts";
import { numbered, ownerHere, role as roleOption, roleOrOnly } from "../../src/core/options/role.ts";
import { phrase, type Phrase, messageIds, time } from "../../src/chat/phrase.ts";
import { calendarFile, type CalendarEvent } from "../../src/domain/calendar.ts";
import { rolesCard, type Role, type TermShown, type Turn } from "../../src/domain/roles.ts";
import { leaveOuts, type LeaveOut, type Why } from "../../src/domain/rotation.ts";
import { overview, roleMessage } from "./cards.ts";
import { plainName, plainNames } from "./names.ts";
import { noteBlocks } from "./reminders.ts";
import { noCell } from "./outcome.ts";

export const which = optional(roleOption(), { about: "option-role", ask: "role-ask-which", position: 0 });

/** How many terms are shown where nobody says. */
const usualTerms = 6;
const mostTerms = 26;

const moment = (at: number) => time(at, "datetime", { named: true });
const toPerson = (blocks: readonly Block[]): Reply => ({ to: "person", message: { blocks } });

export const who = usage({
  about: "role-who-about",
  level: "member",
  where: ["cell", "council", "direct"],
  answer: "chat",
  options: { role: which },
  async run(context, { role }) {
    if (role !== undefined) {
      const notes = await noteBlocks(context, role, context.person.id);
      const card: Reply = { to: "here", message: await roleMessage(context, role), open: true };
      return notes.length === 0 ? [card] : [card, toPerson(notes)];
    }
    const owner = ownerHere(context);
    if (owner === undefined) throw noCell();
    const { blocks } = await overview(context, owner);
    // A chat that came to the cell later has no pinned overview yet.
    const subject = owner.cellId ?? owner.councilId ?? "";
    const here: Reply = { to: "here", message: { blocks }, open: true };
    return context.chat === undefined ? [here] : [here, { to: "card", kind: rolesCard, subject }];
  },
});

export const preview = usage({
  about: "role-preview-about",
  level: "member",
  where: ["cell", "council", "direct"],
  answer: "private",
  // Who has which turn is known to the whole chat; so it is with the words below.
  fallback: "chat",
  options: {
    role: which,
    terms: optional(integer({ min: 1, max: mostTerms }), { about: "role-option-terms", ask: "role-ask-terms" }),
  },
  async run(context, values) {
    const role = await roleOrOnly(values.role, context);
    const terms = await context.roles.preview(role, values.terms ?? usualTerms);
    const items: Phrase[] = [];
    for (const { from, people } of terms) {
      const names = await plainNames(
        context,
        people.map(({ personId }) => personId),
      );
      items.push(
        names.length === 0
          ? phrase("role-preview-nobody", { from: moment(from) })
          : phrase("role-preview-line", { from: moment(from), people: names }),
      );
    }
    return [
      toPerson([
        { type: "heading", content: verbatim(role.name) },
        { type: "list", items },
        { type: "paragraph", style: "quiet", content: phrase("role-preview-foot") },
      ]),
    ];
  },
});

export const history = usage({
  about: "role-history-about",
  level: "member",
  where: ["cell", "council", "direct"],
  answer: "private",
  fallback: "chat",
  options: { role: which },
  async run(context, values) {
    const role = await roleOrOnly(values.role, context);
    const terms = await context.roles.history(role, mostTerms);
    const items: Phrase[] = [];
    const turns = terms.flatMap((shown) => shown.turns).sort((a, b) => (b.heldFrom ?? 0) - (a.heldFrom ?? 0));
    for (const turn of turns) items.push(...(await historyLine(context, turn)));
    return [
      toPerson([
        { type: "heading", content: verbatim(role.name) },
        items.length === 0
          ? { type: "paragraph", content: phrase("role-history-none") }
          : { type: "list", items: items.slice(0, mostTerms) },
      ]),
    ];
  },
});

async function historyLine(context: MemberContext, { personId, state, heldFrom, heldTo }: Turn): Promise<Phrase[]> {
  if (heldFrom === undefined) return [];
  const name = await plainName(context, personId);
  const person = state === "acting" ? phrase("role-person-acting", { person: name }) : name;
  const from = time(heldFrom, "date");
  return heldTo === undefined || heldTo > context.now
    ? [phrase("role-history-now", { person, from })]
    : [phrase("role-history-line", { person, from, to: time(heldTo, "date") })];
}

const decisions = messageIds({
  only: "role-why-only",
  terms: "role-why-terms",
  longest: "role-why-longest",
  draw: "role-why-draw",
}) satisfies Record<Why["decidedBy"], string>;

const leftOut = messageIds({
  away: "role-why-away",
  declined: "role-why-declined",
  role: "role-why-role",
  limit: "role-why-limit",
}) satisfies Record<LeaveOut, string>;

const setAside = messageIds({
  away: "role-why-aside",
  declined: "role-why-aside",
  role: "role-why-aside-role",
  limit: "role-why-aside-limit",
}) satisfies Record<LeaveOut, string>;

export const why = usage({
  about: "role-why-about",
  level: "member",
  where: ["cell", "council", "direct"],
  answer: "private",
  // It gives numbers: nobody is named but those whose turn it is.
  fallback: "chat",
  options: { role: which },
  async run(context, values) {
    const role = await roleOrOnly(values.role, context);
    const { now, next } = await context.roles.why(role);
    const blocks: Block[] = [{ type: "heading", content: verbatim(role.name) }];
    for (const shown of [now, next]) if (shown !== undefined) blocks.push(...(await whyBlocks(context, shown)));
    if (blocks.length === 1) blocks.push({ type: "paragraph", content: phrase("role-why-nobody") });
    return [toPerson(blocks)];
  },
});

async function whyBlocks(context: MemberContext, { term, turns }: TermShown): Promise<readonly Block[]> {
  const blocks: Block[] = [];
  for (const turn of turns) {
    const args = { person: await plainName(context, turn.personId), from: moment(term.from) };
    blocks.push({ type: "paragraph", style: "strong", content: phrase("role-why-line", args) });
    blocks.push({ type: "list", items: reasons(turn) });
  }
  return blocks;
}

function reasons({ why: of, state }: Turn): readonly Phrase[] {
  if (of === undefined) return [state === "acting" ? phrase("role-why-acting") : phrase("role-why-agreed")];
  return [
    phrase(decisions[of.decidedBy], { among: of.among, terms: of.terms }),
    ...leaveOuts.flatMap((reason) => {
      const people = of.leftOut[reason] ?? 0;
      return people === 0 ? [] : [phrase(leftOut[reason], { people })];
    }),
    ...of.relaxed.map((reason) => phrase(setAside[reason])),
  ];
}

export const balance = usage({
  about: "role-balance-about",
  level: "member",
  where: ["cell", "council", "direct"],
  answer: "private",
  fallback: "chat",
  options: { role: which },
  async run(context, values) {
    const role = await roleOrOnly(values.role, context);
    const { members, spread } = await context.roles.balance(role);
    if (members.length === 0) return [toPerson([{ type: "paragraph", content: phrase("role-balance-nobody") }])];
    const items = await Array.fromAsync(members, async ({ personId, terms, lastEnd }) => {
      const args = { person: await plainName(context, personId), terms };
      return lastEnd === undefined
        ? phrase("role-balance-line", args)
        : phrase("role-balance-line-last", { ...args, last: time(lastEnd, "date") });
    });
    return [
      toPerson([
        { type: "heading", content: verbatim(role.name) },
        { type: "list", items },
        { type: "paragraph", style: "quiet", content: phrase("role-balance-spread", { spread }) },
      ]),
    ];
  },
});

export const ics = usage({
  about: "role-ics-about",
  level: "member",
  where: ["cell", "council", "direct"],
  answer: "private",
  fallback: "chat",
  options: { role: which },
  async run(context, values) {
    const owner = ownerHere(context);
    const roles =
      values.role !== undefined
        ? [values.role]
        : owner === undefined
          ? []
          : (await numbered(context, owner)).map(({ role }) => role);
    const [first] = roles;
    if (first === undefined) return [toPerson([{ type: "paragraph", content: phrase("role-none") }])];
    const events: CalendarEvent[] = [];
    for (const role of roles) events.push(...(await eventsOf(context, role)));
    const name = roles.map((role) => role.name).join(", ");
    const data = Buffer.from(calendarFile({ name, stamp: context.now, events })).toString("base64");
    const message: Message = {
      blocks: [
        { type: "paragraph", content: phrase("role-ics", { roles: roles.map((role) => role.name) }) },
        { type: "file", file: { name: "roles.ics", mediaType: "text/calendar", data } },
      ],
    };
    return [{ to: "person", message }];
  },
});

async function eventsOf(context: MemberContext, role: Role): Promise<CalendarEvent[]> {
  const events: CalendarEvent[] = [];
  for (const { term, turns } of await context.roles.calendar(role)) {
    const names = await Array.fromAsync(turns, ({ personId }) => icsName(context, personId));
    const known = names.filter((name) => name !== "");
    events.push({
      uid: `${term.id}@steward`,
      sequence: term.sequence,
      start: term.from,
      end: term.to,
      summary: known.length === 0 ? role.name : `${role.name}: ${known.join(", ")}`,
      cancelled: term.state === "cancelled",
      updatedAt: context.now,
    });
  }
  return events;
}

/** A file has no reader's language, so it says no 'somebody'. */
async function icsName(context: MemberContext, id: string | undefined): Promise<string> {
  const name = await plainName(context, id);
  return typeof name === "string" ? name : "";
}
