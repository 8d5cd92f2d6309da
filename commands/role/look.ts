/** The words of `/role` that only read. */
import { usage, type Reply } from "../../src/core/command.ts";
import { verbatim, type Block } from "../../src/chat/message.ts";
import { integer, optional } from "../../src/core/options/index.ts";
import { ownerHere, role as roleOption, roleOrOnly } from "../../src/core/options/role.ts";
import { phrase, type Phrase, messageIds, time } from "../../src/chat/phrase.ts";
import { rolesCard, type TermShown, type Turn } from "../../src/domain/roles.ts";
import type { NumberedEvent } from "../../src/domain/calendar.ts";
import { leaveOuts, type LeaveOut, type Why } from "../../src/domain/rotation.ts";
import { icsFile } from "../calendar-file.ts";
import { roleEvents } from "./calendar.ts";
import { namesOf } from "../names.ts";
import { foreseen, namesIn, overview, roleMessage } from "./cards.ts";
import { standsIn, type Names } from "./names.ts";
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
    const names = await namesIn(context, terms);
    const items = terms.map((term) => {
      const from = moment(term.from);
      const people = foreseen(term, names);
      return people.length === 0
        ? phrase("role-preview-nobody", { from })
        : phrase("role-preview-line", { from, people });
    });
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
    const held = heldIn(await context.roles.history(role, mostTerms), context.now);
    const names = await namesOf(
      context,
      held.flatMap(({ personId, standinId }) => [personId, standinId]),
    );
    const items = held.map((one) => historyLine(one, names, context.now));
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

/** A time in which somebody held a role, or stood in for who held it. */
interface Held {
  readonly personId: string | undefined;
  readonly acting: boolean;
  readonly standinId?: string;
  readonly from: number;
  readonly to: number | undefined;
}

/** What has been, the newest first. A stand-in comes before the turn that it is a part of. */
function heldIn(terms: readonly TermShown[], now: number): readonly Held[] {
  const turns = terms.flatMap(({ turns: all }) =>
    all.flatMap(({ personId, state, heldFrom, heldTo }): Held[] =>
      heldFrom === undefined ? [] : [{ personId, acting: state === "acting", from: heldFrom, to: heldTo }],
    ),
  );
  const standins = terms.flatMap(({ covers }) =>
    covers
      .filter(({ from }) => from <= now)
      .map(({ forId, byId, from, to }): Held => ({ personId: forId, acting: false, standinId: byId, from, to })),
  );
  return [...standins, ...turns].sort((a, b) => b.from - a.from);
}

function historyLine({ personId, acting, standinId, from: at, to }: Held, names: Names, now: number): Phrase {
  const name = names(personId);
  const person =
    standinId !== undefined
      ? standsIn(names, standinId, personId)
      : acting
        ? phrase("role-person-acting", { person: name })
        : name;
  const from = time(at, "date");
  return to === undefined || to > now
    ? phrase("role-history-now", { person, from })
    : phrase("role-history-line", { person, from, to: time(to, "date") });
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
    const terms = [now, next].filter((shown) => shown !== undefined);
    const names = await namesOf(
      context,
      terms.flatMap(({ turns }) => turns.map(({ personId }) => personId)),
    );
    const blocks: Block[] = [
      { type: "heading", content: verbatim(role.name) },
      ...terms.flatMap((shown) => whyBlocks(shown, names)),
    ];
    if (blocks.length === 1) blocks.push({ type: "paragraph", content: phrase("role-why-nobody") });
    return [toPerson(blocks)];
  },
});

const whyBlocks = ({ term, turns }: TermShown, names: Names): readonly Block[] =>
  turns.flatMap((turn): Block[] => [
    {
      type: "paragraph",
      style: "strong",
      content: phrase("role-why-line", { person: names(turn.personId), from: moment(term.from) }),
    },
    { type: "list", items: reasons(turn) },
  ]);

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
    const names = await namesOf(
      context,
      members.map(({ personId }) => personId),
    );
    const items = members.map(({ personId, terms, lastEnd }) => {
      const args = { person: names(personId), terms };
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
          : // Those that have ended, too: their terms are to go from people's calendars.
            await context.roles.list(owner, { ended: true });
    const [first] = roles;
    if (first === undefined) return [toPerson([{ type: "paragraph", content: phrase("role-none") }])];
    const events: NumberedEvent<Phrase>[] = [];
    for (const role of roles) {
      events.push(...(await roleEvents(context, role)).map(({ event }) => event));
    }
    const open = roles.filter(({ endedAt }) => endedAt === undefined);
    const names = (open.length > 0 ? open : roles).map((role) => role.name);
    const name = verbatim(names.join(", "));
    const file = icsFile(context, { file: "roles.ics", name, events });
    return [
      toPerson([
        { type: "paragraph", content: phrase("role-ics", { roles: names }) },
        { type: "file", file },
      ]),
    ];
  },
});
