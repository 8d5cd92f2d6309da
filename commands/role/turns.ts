/** The words of `/role` by which people take turns: they concern who uses them; only `remove` is for the coordinator. */
import { Needed, Refused, usage, type JobRunner, type Reply } from "../../src/core/command.ts";
import type { FederationContext, MemberContext } from "../../src/core/context.ts";
import type { Block, Message } from "../../src/chat/message.ts";
import {
  flag,
  moment,
  momentAfter,
  optional,
  person,
  required,
  text,
  writtenMoment,
} from "../../src/core/options/index.ts";
import { roleOrOnly } from "../../src/core/options/role.ts";
import { messageIds, phrase, type Phrase, time } from "../../src/chat/phrase.ts";
import { roleJobs, type Offer, type OfferEnd, type Role, type Term, type Turn } from "../../src/domain/roles.ts";
import { nameOf } from "../names.ts";
import { which } from "./look.ts";
import { plainName } from "./names.ts";
import { bringAll, bringNotes, endingOf, noteBlocks } from "./reminders.ts";
import { done } from "./outcome.ts";

const longestNote = 1_000;
/** A day that is given without a time begins at its first minute and ends with its last. Minutes of the day. */
const firstMinute = 0;
const lastMinute = 24 * 60 - 1;

const when = (at: number) => time(at, "datetime", { named: true });
/** The zone stands once, behind the end. */
const span = ({ from, to }: { readonly from: number; readonly to: number }) => ({
  from: time(from, "datetime"),
  to: when(to),
});
const toPerson = (content: Phrase, ...more: readonly Block[]): Reply => ({
  to: "person",
  message: { blocks: [{ type: "paragraph", content }, ...more] },
});

/** The answers concern who asks, and are no secret in the cell. */
const own = { level: "member", where: ["cell", "council", "direct"], answer: "private", fallback: "chat" } as const;

const hiddenId = { about: "option-role", ask: "role-ask-which", hidden: true } as const;

export const join = usage({
  ...own,
  about: "role-join-about",
  options: { role: which },
  async run(context, values) {
    const role = await roleOrOnly(values.role, context);
    const { already } = done(await context.roles.join(role, context.person.id), role.name);
    return [
      toPerson(
        already ? phrase("role-joined-already", { role: role.name }) : phrase("role-joined", { role: role.name }),
      ),
    ];
  },
});

export const leave = usage({
  ...own,
  about: "role-leave-about",
  options: { role: which },
  async run(context, values) {
    const fits = async (one: Role) =>
      (await context.roles.pool(one)).some(({ personId }) => personId === context.person.id);
    const role = await roleOrOnly(values.role, context, { fits });
    done(await context.roles.leave(role, context.person.id), role.name);
    return [toPerson(phrase("role-left", { role: role.name }))];
  },
});

/** The turn that somebody is asked for, or has taken on, in the term to come. */
async function ownTurn(context: MemberContext, role: Role): Promise<Turn | undefined> {
  const { next } = await context.roles.why(role);
  return next?.turns.find(({ personId }) => personId === context.person.id);
}

/** How many terms ahead it is looked for a turn of somebody who has none in the next. */
const lookAhead = 26;

/** Why nothing can be done with a turn of somebody: they have none, or one that comes later. */
async function noTurnYet(context: MemberContext, role: Role, does: "swap" | "decline"): Promise<Refused> {
  const terms = await context.roles.preview(role, lookAhead);
  const at = terms.findIndex(({ people }) => people.some(({ personId }) => personId === context.person.id));
  const [before, term] = [terms[at - 1], terms[at]];
  if (before === undefined || term === undefined) {
    return new Refused(phrase("role-refused-no-turn", { role: role.name }));
  }
  const args = { role: role.name, from: when(term.from), since: when(before.from) };
  return new Refused(does === "swap" ? phrase("role-swap-not-yet", args) : phrase("role-decline-not-yet", args));
}

export const accept = usage({
  ...own,
  about: "role-accept-about",
  options: {
    role: which,
    turn: optional(text({ max: 40 }), hiddenId),
    offer: optional(text({ max: 40 }), hiddenId),
  },
  async run(context, values) {
    if (values.offer !== undefined) return answerOffer(context, values.offer, true);
    const asked = async (one: Role) => (await ownTurn(context, one)) !== undefined;
    const role = await roleOrOnly(values.role, context, { fits: asked });
    const turn = values.turn ?? (await ownTurn(context, role))?.id;
    if (turn === undefined) return volunteer(context, role);
    const { term, holdsNow } = done(await context.roles.answer(turn, context.person.id, "accept"), role.name);
    const brought = holdsNow ? await bringAll(context, role, context.person.id) : [];
    return [toPerson(accepted(role, term, holdsNow)), ...brought];
  },
});

const accepted = (role: Role, term: Term, holdsNow: boolean): Phrase =>
  holdsNow
    ? phrase("role-accepted-now", { role: role.name, to: when(term.to) })
    : phrase("role-accepted", { role: role.name, ...span(term) });

/** A place that nobody holds, or that somebody only keeps warm, is taken at once: the chats hear of it. */
async function volunteer(context: MemberContext, role: Role): Promise<readonly Reply[]> {
  const { term } = done(await context.roles.volunteer(role.id, context.person.id), role.name);
  const content = phrase("role-volunteered", {
    role: role.name,
    person: await nameOf(context, context.person.id),
    to: when(term.to),
  });
  return [
    toPerson(accepted(role, term, true)),
    { to: "chats", chats: await context.roles.chats(role), message: { blocks: [{ type: "paragraph", content }] } },
    ...(await bringAll(context, role, context.person.id)),
  ];
}

export const decline = usage({
  ...own,
  about: "role-decline-about",
  options: {
    role: which,
    turn: optional(text({ max: 40 }), hiddenId),
    offer: optional(text({ max: 40 }), hiddenId),
  },
  async run(context, values) {
    if (values.offer !== undefined) return answerOffer(context, values.offer, false);
    const asked = async (one: Role) => (await ownTurn(context, one)) !== undefined;
    const role = await roleOrOnly(values.role, context, { fits: asked });
    const turn = values.turn ?? (await ownTurn(context, role))?.id;
    // Who stands in for somebody, and has no turn themselves, cannot do that.
    if (turn === undefined && (await context.roles.cover(role, context.person.id)) !== undefined)
      return endCover(context, { role });
    if (turn === undefined) throw await noTurnYet(context, role, "decline");
    done(await context.roles.answer(turn, context.person.id, "cant"), role.name);
    return [toPerson(phrase("role-declined", { role: role.name }))];
  },
});

// Between two people

async function answerOffer(context: MemberContext, id: string, agrees: boolean): Promise<readonly Reply[]> {
  const { roles, person: me } = context;
  const outcome = agrees ? await roles.agree(id, me.id) : await roles.refuse(id, me.id);
  const { offer, role } = done(outcome, "");
  const args = { role: role.name, person: await plainName(context, offer.toId), ...span(offer) };
  if (!agrees) return [toPerson(phrase("role-refused-kindly")), await toAsker(context, role, offer, agrees)];
  const mine =
    offer.kind === "swap"
      ? toPerson(phrase("role-agreed-swap", args))
      : toPerson(phrase("role-agreed-cover", args), ...callOff(role, offer));
  return [mine, await toAsker(context, role, offer, agrees)];
}

/** Either of the two ends a stand-in with one tap. */
const callOff = ({ id }: Role, offer: Offer): readonly Block[] => [
  {
    type: "buttons",
    rows: [[{ label: phrase("role-button-call-off"), action: endingOf(id, offer.id), press: "seen" }]],
  },
];

/** Tells who asked what the other has answered; before it is too late, not in their quiet hours. */
async function toAsker(context: FederationContext, role: Role, offer: Offer, agrees: boolean): Promise<Reply> {
  const args = { role: role.name, person: await plainName(context, offer.toId), ...span(offer) };
  const said = agrees ? phrase("role-offer-agreed", args) : phrase("role-offer-refused", args);
  const inChats = phrase("role-to", { person: await nameOf(context, offer.fromId), said });
  const buttons = agrees && offer.kind === "cover" ? callOff(role, offer) : [];
  const message = (content: Phrase): Message => ({ blocks: [{ type: "paragraph", content }, ...buttons] });
  return {
    to: "direct",
    person: offer.fromId,
    message: message(said),
    otherwise: { chats: await context.roles.chats(role), message: message(inChats) },
    waits: {
      until: offer.from,
      kind: roleJobs.answered,
      payload: { offer: offer.id, ...(agrees ? { agrees: "yes" } : {}) },
    },
  };
}

/** That, after the quiet hours, if it is so still. */
export const answeredLater: JobRunner = async (context, payload) => {
  const agrees = payload["agrees"] === "yes";
  const offer = await context.roles.offer(payload["offer"] ?? "", agrees ? "agreed" : "refused");
  const role = offer === undefined ? undefined : await context.roles.get(offer.roleId);
  if (offer === undefined || role?.endedAt !== undefined || role === undefined) return [];
  return [await toAsker(context, role, offer, agrees)];
};

/** Asks the other one, directly where that can be, else in the chats; before it is too late, not in their quiet hours. */
async function ask(context: FederationContext, role: Role, offer: Offer): Promise<Reply> {
  const args = { role: role.name, person: await plainName(context, offer.fromId), ...span(offer) };
  const question = offer.kind === "swap" ? phrase("role-offer-swap", args) : phrase("role-offer-cover", args);
  const button = (word: "accept" | "decline") => ({
    action: { command: "role", word, options: { offer: offer.id } },
    press: "seen" as const,
  });
  const buttons: Block = {
    type: "buttons",
    rows: [
      [
        { ...button("accept"), label: phrase("role-button-agree"), style: "primary" },
        { ...button("decline"), label: phrase("role-button-refuse") },
      ],
    ],
  };
  const message = (content: Phrase): Message => ({ blocks: [{ type: "paragraph", content }, buttons] });
  const inChats = phrase("role-to", { person: await nameOf(context, offer.toId), said: question });
  return {
    to: "direct",
    person: offer.toId,
    message: message(question),
    otherwise: { chats: await context.roles.chats(role), message: message(inChats) },
    waits: { until: offer.from, kind: roleJobs.offer, payload: { offer: offer.id } },
  };
}

const ends = messageIds({
  cannot: "role-offer-refused",
  "not-needed": "role-offer-over",
  "not-owed": "role-swap-over",
  "owes-none": "role-swap-free",
}) satisfies Record<OfferEnd, string>;

/** Somebody with whom this person had agreed on something has gone. */
export const offerEnded: JobRunner = async (context, payload) => {
  const { person = "", what = "", other } = payload;
  const role = await context.roles.get(payload["role"] ?? "");
  if (role === undefined || !Object.hasOwn(ends, what)) return [];
  const of = span({ from: Number(payload["from"]), to: Number(payload["to"]) });
  const begins = what === "cannot" || what === "not-owed";
  const nobody = phrase(begins ? "people-somebody-first" : "people-somebody");
  const gone = other === undefined ? nobody : await plainName(context, other);
  const said = phrase(ends[what as OfferEnd], { role: role.name, person: gone, ...of }); // an edge: only the store writes it
  const inChats = phrase("role-to", { person: await nameOf(context, person), said });
  const message = (content: Phrase): Message => ({ blocks: [{ type: "paragraph", content }] });
  return [
    {
      to: "direct",
      person,
      message: message(said),
      otherwise: { chats: await context.roles.chats(role), message: message(inChats) },
      waits: { until: Number(payload["from"]), kind: roleJobs.offerEnded, payload },
    },
  ];
};

/** Asks after the quiet hours, if it still waits for an answer and there is time for one. */
export const askLater: JobRunner = async (context, { offer: id = "" }) => {
  const offer = await context.roles.offer(id);
  if (offer !== undefined && (offer.kind === "swap" ? offer.from : offer.to) <= context.now) return [];
  const role = offer === undefined ? undefined : await context.roles.get(offer.roleId);
  return offer === undefined || role === undefined ? [] : [await ask(context, role, offer)];
};

export const swap = usage({
  ...own,
  about: "role-swap-about",
  options: {
    role: which,
    with: required(person({ others: true }), { about: "role-option-with", ask: "role-ask-with" }),
  },
  async run(context, values) {
    const fits = async (one: Role) => (await ownTurn(context, one)) !== undefined;
    const role = await roleOrOnly(values.role, context, { fits });
    const offered = await context.roles.offerSwap(role, context.person.id, values.with.id);
    if (!offered.ok && offered.why === "no-turn") throw await noTurnYet(context, role, "swap");
    const { offer } = done(offered, role.name);
    const other = await plainName(context, values.with.id);
    return [toPerson(phrase("role-offered", { person: other, role: role.name })), await ask(context, role, offer)];
  },
});

export const cover = usage({
  ...own,
  about: "role-cover-about",
  options: {
    role: which,
    by: optional(person({ others: true }), { about: "role-option-by", ask: "role-ask-by" }),
    from: optional(moment({ defaultTime: firstMinute }), { about: "role-option-from", ask: "role-ask-from" }),
    to: optional(momentAfter({ defaultTime: lastMinute }), { about: "role-option-to", ask: "role-ask-to" }),
    end: optional(flag("end"), { about: "role-option-cover-end", ask: "role-option-cover-end" }),
    offer: optional(text({ max: 40 }), hiddenId),
  },
  async run(context, values) {
    if (values.end === true && values.by === undefined) return endCover(context, values);
    if (values.by === undefined) throw new Needed("by");
    if (values.to === undefined) throw new Needed("to");
    const from = values.from ?? context.now;
    const to = values.to(from);
    const role = await roleOrOnly(values.role, context, { meant: { to: writtenMoment(context, to) } });
    const { offer } = done(await context.roles.offerCover(role, context.person.id, values.by.id, from, to), role.name);
    const other = await plainName(context, values.by.id);
    return [toPerson(phrase("role-offered", { person: other, role: role.name })), await ask(context, role, offer)];
  },
});

/** One of the two ends a stand-in; the other one is told. */
async function endCover(
  context: MemberContext,
  { role: named, offer }: { readonly role?: Role | undefined; readonly offer?: string | undefined },
): Promise<readonly Reply[]> {
  const { roles, person: me } = context;
  const fits = async (one: Role) => (await roles.cover(one, me.id)) !== undefined;
  const role = await roleOrOnly(named, context, { fits });
  const id = offer ?? (await roles.cover(role, me.id));
  if (id === undefined) throw new Refused(phrase("role-cover-none", { role: role.name }));
  const { by, otherId } = done(await roles.endCover(id, me.id), role.name);
  const args = { role: role.name, person: await plainName(context, otherId) };
  return [toPerson(by === "holder" ? phrase("role-cover-ended", args) : phrase("role-cover-given-back", args))];
}

export const away = usage({
  ...own,
  about: "role-away-about",
  options: {
    back: optional(flag("back"), { about: "role-option-back", ask: "role-ask-back", position: 0 }),
    from: optional(moment({ defaultTime: firstMinute }), { about: "role-option-from", ask: "role-ask-from" }),
    to: optional(momentAfter({ defaultTime: lastMinute }), { about: "role-option-to", ask: "role-ask-to" }),
  },
  async run(context, values) {
    const { roles, person: me } = context;
    // `/role away 1 from:friday to:monday`: who says from when to when is not back.
    if (values.back === true && values.from === undefined && values.to === undefined) {
      await roles.back(me.id);
      return [toPerson(phrase("role-back"))];
    }
    if (values.to === undefined) throw new Needed("to");
    const from = values.from ?? context.now;
    const to = values.to(from);
    if (from >= to) throw new Refused(phrase("role-away-order"));
    const { roles: givenBack, holding: held } = await roles.setAway(me.id, from, to);
    const lines = [
      ...(givenBack.length === 0 ? [] : [phrase("role-away-given-back", { roles: givenBack.map(({ name }) => name) })]),
      ...(held.length === 0 ? [] : [phrase("role-away-holding", { roles: held.map(({ name }) => name) })]),
    ];
    const said = lines.map((content): Block => ({ type: "paragraph", content }));
    const back = {
      label: phrase("role-button-back"),
      action: { command: "role", word: "away", options: { back: "back" } },
      press: "seen" as const,
    };
    const buttons: Block = { type: "buttons", rows: [[back]] };
    return [toPerson(phrase("role-away", span({ from, to })), ...said, buttons)];
  },
});

export const skip = usage({
  ...own,
  about: "role-skip-about",
  options: { role: which },
  async run(context, values) {
    const role = await roleOrOnly(values.role, context);
    const { term } = done(await context.roles.skip(role, context.person.id), role.name);
    return [toPerson(phrase("role-skipped", { role: role.name, from: when(term.from) }))];
  },
});

export const stepDown = usage({
  ...own,
  about: "role-step-down-about",
  options: { role: which },
  async run(context, values) {
    const role = await roleOrOnly(values.role, context);
    done(await context.roles.stepDown(role, context.person.id), role.name);
    return [toPerson(phrase("role-stepped-down", { role: role.name }))];
  },
});

export const remove = usage({
  about: "role-remove-about",
  level: "coordinator",
  where: ["cell", "council"],
  answer: "chat",
  options: {
    role: which,
    person: required(person(), { about: "role-option-person", ask: "role-ask-person", position: 1 }),
  },
  async run(context, values) {
    const role = await roleOrOnly(values.role, context);
    done(await context.roles.remove(role, values.person.id), role.name);
    const content = phrase("role-removed", { person: await plainName(context, values.person.id), role: role.name });
    return [{ to: "here", message: { blocks: [{ type: "paragraph", content }] } }];
  },
});

export const handover = usage({
  about: "role-handover-about",
  level: "member",
  where: ["cell", "council", "direct"],
  answer: "private",
  // A note is between two people.
  fallback: "notice",
  unseen: true,
  options: {
    role: which,
    note: optional(text({ max: longestNote, lines: true }), {
      about: "role-option-note",
      ask: "role-ask-note",
      position: 1,
    }),
    read: optional(flag("read"), { ...hiddenId }),
  },
  async run(context, values) {
    const { roles, person: me } = context;
    const role = await roleOrOnly(values.role, context);
    if (values.note === undefined) {
      const notes = await noteBlocks(context, role, me.id);
      if (notes.length > 0) return [{ to: "person", message: { blocks: notes } }];
      if (values.read === true) throw new Refused(phrase("role-note-none"));
      throw new Needed("note");
    }
    const { toIds: to } = done(await roles.note(role, me.id, values.note), role.name);
    // Who holds it leaves the note for the hand-over; who comes may change until then.
    if (to.length === 0) return [toPerson(phrase("role-note-kept"))];
    const brought = await Array.fromAsync(to, (personId) => bringNotes(context, role, personId));
    return [toPerson(phrase("role-note-brought")), ...brought.flat()];
  },
});
