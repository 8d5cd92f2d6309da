/**
 * What roles say by themselves: what each person is told of theirs, in one message, and what the chats hear. The moments
 * are the store's; here are the words and the buttons.
 */
import type { JobRunner, Reply } from "../../src/core/command.ts";
import type { FederationContext } from "../../src/core/context.ts";
import type { Block, Button, Message } from "../../src/chat/message.ts";
import { phrase, type Phrase, type PhraseArg, messageIds, time } from "../../src/chat/phrase.ts";
import { roleJobs, type HandOver, type Reminder, type Role, type RoleNews } from "../../src/domain/roles.ts";
import type { LeaveOut } from "../../src/domain/rotation.ts";
import { bringRequests } from "../fund/approvers.ts";
import { nameOf, namesOfAll, type NamedAll } from "../names.ts";
import { checklistBlocks, takeButton } from "./cards.ts";
import { doneUntil, plainName, plainNames, standinAt } from "./names.ts";

/** What is said later than this is said with an apology. Milliseconds. */
const soon = 60 * 60_000;

const moment = (at: number) => time(at, "datetime", { named: true });

// To one person

const reminderSentences = messageIds({
  asked: "role-asked",
  second: "role-asked-second",
  tomorrow: "role-tomorrow",
  leaving: "role-leaving",
}) satisfies Record<Reminder["kind"], string>;

/** Said in the chats where somebody cannot be reached, so it begins with whom it is for. */
const chatSentences = messageIds({
  asked: "role-asked-chat",
  second: "role-asked-second-chat",
  tomorrow: "role-tomorrow-chat",
  leaving: "role-leaving-chat",
}) satisfies Record<Reminder["kind"], string>;

/** Asked for a term that runs already: somebody has given it up, or nobody could be asked in time. */
const running = messageIds({ direct: "role-asked-running", chat: "role-asked-running-chat" });

/** They begin in place of whose turn it is. */
const standingIn = messageIds({ direct: "role-tomorrow-stand-in", chat: "role-tomorrow-stand-in-chat" });

/** Which sentence says it, to themselves or in the chats. */
function sentenceOf({ kind, term, cover }: Reminder, inChats: boolean): string {
  if (kind === "tomorrow" && cover !== undefined) return standingIn[inChats ? "chat" : "direct"];
  if (kind === "asked" && term.state === "begun") return running[inChats ? "chat" : "direct"];
  return (inChats ? chatSentences : reminderSentences)[kind];
}

/** One message of all reminders; with several, each button says for which role it is. */
async function tellingMessage(
  context: FederationContext,
  reminders: readonly Reminder[],
  to: { readonly chatsOf: string } | undefined,
): Promise<Message> {
  const several = reminders.length > 1;
  const blocks: Block[] = [];
  for (const reminder of reminders) {
    const { kind, role, term, cover, others } = reminder;
    const args = {
      role: role.name,
      from: span(cover === undefined ? kind : "asked", term.from),
      to: moment(kind === "tomorrow" && cover !== undefined ? cover.to : term.to),
      holder: cover === undefined ? "" : await plainName(context, cover.forId),
      count: others.length,
      others: others.length === 0 ? phrase("people-somebody") : await plainNames(context, others),
    };
    const content: Phrase =
      to === undefined
        ? phrase(sentenceOf(reminder, false), args)
        : phrase(sentenceOf(reminder, true), { ...args, person: await nameOf(context, to.chatsOf) });
    blocks.push({ type: "paragraph", content });
    if (kind !== "asked" && kind !== "second") blocks.push(...checklistBlocks(role));
    const buttons = reminderButtons(reminder, several);
    if (buttons.length > 0) blocks.push({ type: "buttons", rows: [buttons] });
  }
  return { blocks };
}

/** Where the end is said as well, the zone stands behind that alone. */
const span = (kind: Reminder["kind"], at: number) =>
  time(at, "datetime", { named: kind === "tomorrow" || kind === "leaving" });

function reminderButtons({ kind, role, term, turn, cover }: Reminder, several: boolean): readonly Button[] {
  const of = { role: `#${role.id}`, turn: turn.id };
  const label = (one: Phrase, named: Phrase): Phrase => (several ? named : one);
  const name = [...role.name].slice(0, 25).join("");
  const accept: Button = {
    label: label(phrase("role-button-accept"), phrase("role-button-accept-of", { role: name })),
    action: { command: "role", word: "accept", options: of },
    press: "seen",
    style: "primary",
  };
  const decline: Button = {
    label: label(phrase("role-button-decline"), phrase("role-button-decline-of", { role: name })),
    action: { command: "role", word: "decline", options: of },
    press: "seen",
  };
  const swap: Button = {
    label: label(phrase("role-button-swap"), phrase("role-button-swap-of", { role: name })),
    action: { command: "role", word: "swap", options: { role: `#${role.id}` } },
    press: "seen",
  };
  const note: Button = {
    label: label(phrase("role-button-note"), phrase("role-button-note-of", { role: name })),
    action: { command: "role", word: "handover", options: { role: `#${role.id}` } },
    press: "unseen",
  };
  switch (kind) {
    case "asked":
      // Only a turn to come can be swapped.
      return term.state === "begun" ? [accept, decline] : [accept, decline, swap];
    case "second":
      return [accept, decline];
    case "tomorrow":
      if (cover !== undefined) return [{ ...decline, action: endingOf(role.id, cover.id) }];
      return turn.state === "accepted" ? [decline] : [accept, decline];
    case "leaving":
      return [note];
  }
}

/** What the button does with which one of the two ends a stand-in. */
export const endingOf = (roleId: string, offerId: string): Button["action"] => ({
  command: "role",
  word: "cover",
  options: { role: `#${roleId}`, end: "end", offer: offerId },
});

/** What one person is told now of all their roles. */
export const tell: JobRunner = async (context, { person: id = "" }) => {
  const telling = await context.roles.tell(id);
  if (telling === undefined || telling.reminders.length === 0) return [];
  const { personId, reminders } = telling;
  const chats = new Set<string>();
  for (const { role } of reminders) for (const chat of await context.roles.chats(role)) chats.add(chat);
  const inChats = { chats: [...chats], message: await tellingMessage(context, reminders, { chatsOf: personId }) };
  if (telling.onlyChats) return [{ to: "chats", ...inChats, asks: personId }];
  const message = await tellingMessage(context, reminders, undefined);
  return [{ to: "direct", person: personId, message, otherwise: inChats, waits: "looked-after" }];
};

// To the chats

const relaxedSentences = messageIds({ role: "role-relaxed-role", limit: "role-relaxed-limit" });

function relaxedLine(rules: readonly LeaveOut[], args: NonNullable<Phrase["args"]>): Phrase | undefined {
  const rule = rules.includes("role") ? "role" : rules.includes("limit") ? "limit" : undefined;
  return rule === undefined ? undefined : phrase(relaxedSentences[rule], args);
}

/** Who does the work from now on: mentioned, with whom they stand in for. */
const doing = (of: HandOver, state: "accepted" | "acting", { named, mentioned }: NamedAll, now: number): PhraseArg[] =>
  of.holders
    .filter((turn) => turn.state === state && turn.personId !== undefined)
    .map((turn) => {
      const cover = standinAt(of.covers, turn, now);
      if (cover === undefined) return mentioned(turn.personId);
      return phrase("role-person-stand-in", { standin: mentioned(cover.byId), person: named(turn.personId) });
    });

async function handOverBlocks(context: FederationContext, role: Role, of: HandOver): Promise<readonly Block[]> {
  const people = [...of.holders.map(({ personId }) => personId), ...of.covers.map(({ byId }) => byId), ...of.left];
  const names = await namesOfAll(context, people);
  const holders = doing(of, "accepted", names, context.now);
  const acting = doing(of, "acting", names, context.now);
  const left = of.left.map(names.named);
  const args = { role: role.name, to: moment(doneUntil({ ...of, turns: of.holders }, context.now)) };
  const said: Phrase[] = [];
  if (holders.length > 0 && left.length > 0) said.push(phrase("role-handed", { ...args, left, holders }));
  else if (holders.length > 0) said.push(phrase("role-begun", { ...args, holders }));
  if (acting.length > 0) said.push(phrase("role-stays", { role: role.name, people: acting, count: acting.length }));
  if (holders.length === 0 && acting.length === 0) said.push(phrase("role-nobody", { role: role.name }));
  else if (of.wanted > acting.length) said.push(phrase("role-place-free", { role: role.name }));
  if (of.late > soon) said.push(phrase("role-late", { at: moment(of.term.from) }));
  return [
    ...said.map((content) => ({ type: "paragraph", content }) as const),
    ...(of.wanted > 0 ? [{ type: "buttons", rows: [[takeButton(role)]] } as const] : []),
  ];
}

async function newsBlocks(context: FederationContext, news: RoleNews): Promise<readonly Block[]> {
  const { role, handOver, relaxed, nobodyFor } = news;
  const blocks: Block[] = handOver === undefined ? [] : [...(await handOverBlocks(context, role, handOver))];
  for (const { personId, rules, term } of relaxed) {
    const person = await nameOf(context, personId);
    const content = relaxedLine(rules, { role: role.name, person, from: moment(term.from) });
    if (content !== undefined) blocks.push({ type: "paragraph", content });
  }
  if (nobodyFor !== undefined) {
    blocks.push({
      type: "paragraph",
      content: phrase("role-nobody-for", { role: role.name, from: moment(nobodyFor.from) }),
    });
    const action = { command: "role", word: "join", options: { role: `#${role.id}` } };
    blocks.push({ type: "buttons", rows: [[{ label: phrase("role-button-join"), action, press: "seen" }]] });
  }
  return blocks;
}

/** The next thing that falls due for a role. */
export const step: JobRunner = async (context, { role: id = "" }) => {
  const news = await context.roles.step(id);
  if (news === undefined) return [];
  const blocks = await newsBlocks(context, news);
  const said: Reply[] = blocks.length === 0 ? [] : [{ to: "chats", chats: news.chats, message: { blocks } }];
  const { handOver } = news;
  if (handOver === undefined || !(handOver.hasNotes || handOver.approves)) return said;
  for (const turn of handOver.holders.filter(({ state }) => state === "accepted")) {
    const personId = standinAt(handOver.covers, turn, context.now)?.byId ?? turn.personId;
    if (personId !== undefined) said.push(...(await bringAll(context, news.role, personId)));
  }
  return said;
};

/** The notes of a role that this person may read. */
export async function noteBlocks(context: FederationContext, role: Role, personId: string): Promise<readonly Block[]> {
  // What was left for a term that is long over is no news.
  const [running, before] = await context.roles.history(role, 2);
  const since = (before ?? running)?.term.from ?? 0;
  const left = await context.roles.notes(role, personId);
  const notes = left.filter(({ fromId, at }) => fromId !== personId && at >= since);
  return blocksOf(context, role, notes);
}

async function blocksOf(
  context: FederationContext,
  role: Role,
  notes: readonly { readonly text: string; readonly fromId: string }[],
): Promise<readonly Block[]> {
  const blocks: Block[] = [];
  for (const { text, fromId } of notes) {
    const [person = phrase("people-somebody")] = await plainNames(context, [fromId]);
    blocks.push({ type: "paragraph", content: phrase("role-note", { person, role: role.name, note: text }) });
  }
  return blocks;
}

/** What waits for who begins: what the one before has left, and, of a fund's keeper, what is asked of the fund. */
export async function bringAll(context: FederationContext, role: Role, personId: string): Promise<readonly Reply[]> {
  await bringRequests(context, role, [personId]);
  return bringNotes(context, role, personId);
}

/**
 * What the one before has left for who begins: told to them alone, each note once. Where they cannot be reached, the chats only hear that
 * there is something to read.
 */
export async function bringNotes(context: FederationContext, role: Role, personId: string): Promise<readonly Reply[]> {
  return toBeRead(
    context,
    role,
    personId,
    await blocksOf(context, role, await context.roles.freshNotes(role, personId)),
  );
}

/** That, after the quiet hours of who begins, if the role is theirs still. */
export const notesLater: JobRunner = async (context, { role: id = "", person = "" }) => {
  const role = await context.roles.get(id);
  return role === undefined ? [] : toBeRead(context, role, person, await noteBlocks(context, role, person));
};

async function toBeRead(
  context: FederationContext,
  role: Role,
  personId: string,
  blocks: readonly Block[],
): Promise<readonly Reply[]> {
  if (blocks.length === 0) return [];
  const read: Button = {
    label: phrase("role-button-read"),
    action: { command: "role", word: "handover", options: { role: `#${role.id}`, read: "read" } },
    press: "unseen",
  };
  const waits = phrase("role-note-waits", { person: await nameOf(context, personId), role: role.name });
  const message: Message = {
    blocks: [
      { type: "paragraph", content: waits },
      { type: "buttons", rows: [[read]] },
    ],
  };
  const chats = await context.roles.chats(role);
  const payload = { role: role.id, person: personId };
  return [
    {
      to: "direct",
      person: personId,
      message: { blocks },
      otherwise: { chats, message },
      waits: { until: Infinity, kind: roleJobs.notes, payload },
    },
  ];
}

/** The retention. */
export const clear: JobRunner = async (context) => {
  if (context.federation !== undefined) await context.roles.clear();
  return [];
};
