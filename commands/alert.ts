/**
 * `/alert`: something urgent that two people raise together. Rules: docs/rules.md, "Alerts".
 *
 * It goes before everything else that waits, in quiet hours too. *I need help* goes to the two who raised it, and to nobody
 * else: nothing that others see is made of it.
 */
import { command, Refused, usage, type JobRunner, type Reply } from "../src/core/command.ts";
import type { FederationContext, MemberContext } from "../src/core/context.ts";
import { say, verbatim, type Block, type Button, type Message } from "../src/chat/message.ts";
import { messageIds, phrase, time, type Phrase } from "../src/chat/phrase.ts";
import { cellHere } from "../src/core/options/drive.ts";
import { whenNamed } from "../src/core/options/numbered.ts";
import { choice, optional, required, text, type Cell } from "../src/core/options/index.ts";
import { chatNames, inWords } from "../src/core/receipts.ts";
import {
  alertJobs,
  alertScopes,
  confirmedWithin,
  lasts,
  longestAlert,
  mostADay,
  reachedWithin,
  whyNotBegin,
  whyNotTogether,
  type AlertAnswer,
  type WhyNot,
} from "../src/domain/alerts.ts";
import { cardBlocks, cardOf } from "./help-now.ts";
import { nameOf, namesOf } from "./names.ts";

type Alert = NonNullable<Awaited<ReturnType<FederationContext["alerts"]["get"]>>>;
type Scope = Pick<Alert, "cellId" | "scope" | "sectorId">;

const mostListed = 30;
const whyNot = messageIds({
  same: "alert-why-same",
  "other-cell": "alert-why-other-cell",
  "not-coordinators": "alert-why-not-coordinators",
  new: "alert-why-new",
}) satisfies Record<WhyNot, string>;
const unless = (why: WhyNot | undefined): void => {
  if (why !== undefined) throw new Refused(phrase(whyNot[why]));
};

const toPerson = (message: Message): Reply => ({ to: "person", message });
const paragraph = (content: Phrase, style?: "strong" | "quiet"): Block =>
  style === undefined ? { type: "paragraph", content } : { type: "paragraph", content, style };
const button = (label: Phrase, word: string, alert: string, press: Button["press"] = "seen"): Button => ({
  label,
  action: { command: "alert", word, options: { alert } },
  press,
});

/** Receipts of an alert are kept under it; those of a call for help under the call alone. */
const receiptsOf = (id: string): string => `alert:${id}`;

/** How to become reachable, for whoever raised an alert and is not: calls for help go to them directly. */
async function reachHint(context: FederationContext, personId: string): Promise<readonly Block[]> {
  if (await context.reaches(personId)) return [];
  return [paragraph(phrase("alert-reach")), { type: "link", to: "direct", label: phrase("core-answer-directly") }];
}

// Who

async function ownCell(context: MemberContext): Promise<Cell> {
  const cellId = cellHere(context);
  const cell = cellId === undefined ? undefined : await context.cells.get(cellId);
  if (cell === undefined) throw new Refused(phrase("help-now-no-cell"));
  return cell;
}

/** How somebody stands in a cell; nothing where they are gone. */
async function standing(context: FederationContext, personId: string | undefined, cellId: string | undefined) {
  const person = personId === undefined ? undefined : await context.people.get(personId);
  if (person === undefined) return undefined;
  const cell = cellId === undefined ? undefined : await context.cells.get(cellId);
  const coordinates = cell !== undefined && (await context.roles.coordinators(cell)).includes(person.id);
  return context.alerts.standing(person, cell?.id, coordinates);
}

const inScope = ({ scope, cellId, sectorId }: Scope, cell: Pick<Cell, "id" | "sectorId">): boolean =>
  scope === "cell" ? cell.id === cellId : scope === "sector" ? cell.sectorId === sectorId : true;

/** Whether somebody is a member of a cell to which it goes. */
const concerns = async ({ cells }: FederationContext, alert: Alert, personId: string): Promise<boolean> =>
  (await cells.ofPerson(personId)).some((cell) => inScope(alert, cell));

const chatsOf = async ({ cells }: FederationContext, { scope, cellId, sectorId }: Scope) =>
  cells.chats(scope === "cell" ? { cell: cellId } : scope === "sector" ? { sectors: [sectorId ?? ""] } : "federation");

async function checkLimit({ alerts }: FederationContext, of: Scope, except?: Alert): Promise<void> {
  const { open, sent } = await alerts.inScope(of);
  if (open && except === undefined) throw new Refused(phrase("alert-open-already"));
  if (sent >= mostADay) throw new Refused(phrase("alert-too-many", { most: mostADay }));
}

// Raising

const begin = usage({
  about: "alert-begin-about",
  level: "member",
  where: ["cell", "direct"],
  answer: "private",
  fallback: "chat",
  options: {
    text: required(text({ max: longestAlert }), { about: "alert-option-text", ask: "alert-ask-text", position: 0 }),
    scope: optional(choice(alertScopes), { about: "alert-option-scope", ask: "alert-ask-scope" }),
  },
  async run(context, { text: what, scope = "cell" }) {
    const { alerts, person, now } = context;
    const cell = await ownCell(context);
    const of = { cellId: cell.id, scope, sectorId: scope === "sector" ? cell.sectorId : undefined, text: what };
    const who = await standing(context, person.id, cell.id);
    if (who === undefined) throw new Error("somebody who speaks is gone");
    unless(whyNotBegin(scope, who, now));
    await checkLimit(context, of);
    const alert = await alerts.begin(of, person.id);
    const hint = await reachHint(context, person.id);
    const mine = scope === "cell" ? say("alert-begun") : say("alert-begun-wider");
    return [toPerson({ blocks: [...mine.blocks, ...hint] }), ...(await questions(context, alert, cell, hint))];
  },
});

/** Asks those who may be the second: in the cell's chats, or who coordinates a cell of the scope, and the stewards. */
async function questions(
  context: MemberContext,
  alert: Alert,
  cell: Cell,
  hint: readonly Block[],
): Promise<readonly Reply[]> {
  const { cells, alerts, person } = context;
  const message: Message = {
    blocks: [
      paragraph(phrase("alert-question", { person: await nameOf(context, person.id), cell: cell.name })),
      paragraph(verbatim(alert.text), "strong"),
      paragraph(
        phrase("alert-question-how", { until: time(alert.beganAt + confirmedWithin, "time", { named: true }) }),
      ),
      ...hint,
      {
        type: "buttons",
        rows: [[{ ...button(phrase("alert-button-confirm"), "confirm", alert.id), style: "danger" }]],
      },
    ],
  };
  if (alert.scope === "cell") {
    const chats = (await chatsOf(context, alert)).map(({ id }) => id);
    return [{ to: "chats", chats, message, urgent: true }];
  }
  const asked = new Set<string | undefined>(await alerts.stewards());
  for (const one of await cells.list(alert.scope === "sector" ? [cell.sectorId] : undefined)) {
    for (const id of await context.roles.coordinators(one)) asked.add(id);
  }
  asked.delete(person.id);
  return [...asked].flatMap((id): readonly Reply[] =>
    id === undefined ? [] : [{ to: "direct", person: id, message, waits: "alert" }],
  );
}

const hidden = { about: "alert-about", ask: "alert-about", hidden: true } as const;
const which = { alert: optional(text({ max: 40 }), hidden) };

/** The alert that is meant: the one of the button, or the newest here that is in this state. Locked. */
async function meant(
  context: MemberContext,
  id: string | undefined,
  state: "waits" | "goes-on" | "either",
): Promise<Alert> {
  const { alerts, cells, person, now } = context;
  const fits = ({ confirmedAt }: Alert): boolean =>
    state === "either" || (confirmedAt === undefined) === (state === "waits");
  let found = id;
  if (found === undefined) {
    const cellId = cellHere(context);
    const mine = cellId === undefined ? await cells.ofPerson(person.id) : [await ownCell(context)];
    for (const cell of mine) found ??= (await alerts.open(cell)).find(fits)?.id;
  }
  const alert = found === undefined ? undefined : await alerts.locked(found);
  if (alert === undefined) throw new Refused(phrase("alert-none"));
  const late = alert.confirmedAt === undefined && now > alert.beganAt + confirmedWithin;
  if (alert.endedAt !== undefined || late || !fits(alert)) {
    const card = await cardOf(context, alert.cellId);
    throw new Refused(phrase("alert-gone"), card === undefined ? undefined : { blocks: cardBlocks(card) });
  }
  return alert;
}

const confirm = usage({
  about: "alert-confirm-about",
  level: "member",
  where: ["cell", "direct"],
  answer: "private",
  fallback: "chat",
  options: which,
  async run(context, { alert: id }) {
    const { alerts, person, now } = context;
    const alert = await meant(context, id, "waits");
    const here = alert.scope === "cell" ? alert.cellId : cellHere(context);
    const [first, second] = [
      await standing(context, alert.beganById, alert.cellId),
      await standing(context, person.id, here),
    ];
    if (first === undefined || second === undefined) throw new Refused(phrase("alert-gone"));
    const cell = here === undefined ? undefined : await context.cells.get(here);
    if (!second.steward && (cell === undefined || !inScope(alert, cell)))
      throw new Refused(phrase(whyNot["other-cell"]));
    unless(whyNotTogether(alert.scope, first, second, now));
    await checkLimit(context, alert, alert);
    await alerts.confirm(alert, person.id);
    const chats = await chatsOf(context, alert);
    const told: Message = {
      blocks: [
        paragraph(phrase("alert-sent", { chats: chats.length })),
        ...(await reachHint(context, person.id)),
        {
          type: "buttons",
          rows: [
            [
              button(phrase("tally-button-receipts"), "receipts", alert.id),
              button(phrase("alert-button-off"), "off", alert.id),
            ],
          ],
        },
      ],
    };
    const other: readonly Reply[] = [{ to: "direct", person: first.person, message: told, waits: "alert" }];
    return [...(await sent(context, alert, chats)), toPerson(told), ...other];
  },
});

/** The alert in all its chats, each with the emergency card of its own cell, else of the cell from which it comes. */
async function sent(
  context: FederationContext,
  alert: Alert,
  chats: readonly { readonly id: string; readonly cellId: string | undefined }[],
): Promise<readonly Reply[]> {
  const own = await cardOf(context, alert.cellId);
  const cell = await context.cells.get(alert.cellId);
  const groups = new Map<string, { readonly chats: string[]; readonly card: typeof own }>();
  // An alert may go to a thousand cells, and few of them have a card.
  const withCard = alert.scope === "cell" ? undefined : await context.helpCards.all();
  for (const chat of chats) {
    const has = chat.cellId !== undefined && withCard?.has(chat.cellId) === true;
    const card = has ? await cardOf(context, chat.cellId) : own;
    const key = card === undefined ? "" : card === own ? "own" : JSON.stringify(card);
    const group = groups.get(key) ?? { chats: [], card };
    groups.set(key, group);
    group.chats.push(chat.id);
  }
  return [...groups.values()].map(({ chats: ids, card }): Reply => ({
    to: "chats",
    chats: ids,
    broadcast: receiptsOf(alert.id),
    urgent: true,
    message: {
      blocks: [
        { type: "heading", content: phrase("alert-heading", { cell: cell?.name ?? "" }) },
        paragraph(verbatim(alert.text), "strong"),
        ...(card === undefined ? [] : cardBlocks(card)),
        { type: "buttons", rows: [answerButtons(alert.id)] },
      ],
    },
  }));
}

const answerButtons = (id: string): readonly Button[] => [
  button(phrase("alert-button-safe"), "i-am-safe", id),
  button(phrase("alert-button-coming"), "i-am-coming", id),
  { ...button(phrase("alert-button-help"), "i-need-help", id, "unseen"), style: "danger" },
];

// Answering

async function answered(context: MemberContext, id: string | undefined, answer: AlertAnswer) {
  const alert = await meant(context, id, "goes-on");
  if (!(await concerns(context, alert, context.person.id))) throw new Refused(phrase("alert-elsewhere"));
  return { alert, before: await context.alerts.answer(alert, context.person.id, answer) };
}

const counted = (answer: Exclude<AlertAnswer, "help">, about: string) =>
  usage({
    about,
    level: "member",
    where: ["cell", "direct"],
    answer: "private",
    fallback: "chat",
    options: which,
    async run(context, { alert: id }) {
      const { alert } = await answered(context, id, answer);
      const { safe, coming } = await context.alerts.counts(alert.id);
      return [toPerson(say("alert-noted", { safe, coming }))];
    },
  });

const help = usage({
  about: "alert-help-about",
  level: "member",
  where: ["cell", "direct"],
  answer: "private",
  // That somebody needs help is nobody else's business.
  fallback: "notice",
  unseen: true,
  options: which,
  async run(context, { alert: id }) {
    const { person, alerts, now, newId } = context;
    const { alert, before } = await answered(context, id, "help");
    const two = [alert.beganById, alert.confirmedById].filter((one) => one !== undefined && one !== person.id);
    const ids = [...new Set(two)].filter((one) => one !== undefined);
    const reached: string[] = [];
    for (const one of ids) if (await context.reaches(one)) reached.push(one);
    if (reached.length === 0) return [toPerson(await nobody(context, alert, person.cellId))];
    const name = await namesOf(context, reached);
    if (before === "help") return [toPerson(say("alert-call-again", { people: reached.map(name) }))];
    const call = newId();
    await alerts.watchCall(alert.id, call, person.id, now + reachedWithin);
    const who = await nameOf(context, person.id);
    const cell = person.cellId === undefined ? undefined : await context.cells.get(person.cellId);
    const message = say("alert-call", { person: who, cell: cell?.name ?? "–" });
    const people = reached.map(name);
    const own = await context.reaches(person.id);
    return [
      toPerson(own ? say("alert-call-sent", { people }) : say("alert-call-sent-only", { people })),
      ...reached.map((one): Reply => ({ to: "direct", person: one, message, broadcast: call, waits: "alert" })),
    ];
  },
});

/** Neither of the two is reached: whom to call instead. */
async function nobody(context: FederationContext, alert: Alert, cellId: string | undefined): Promise<Message> {
  const card =
    (cellId === undefined ? undefined : await cardOf(context, cellId)) ?? (await cardOf(context, alert.cellId));
  return {
    blocks: [paragraph(phrase("alert-nobody"), "strong"), ...(card === undefined ? [] : cardBlocks(card))],
  };
}

// Ending, looking

const off = usage({
  about: "alert-off-about",
  level: "member",
  where: ["cell", "direct"],
  answer: "private",
  fallback: "chat",
  options: which,
  async run(context, { alert: id }) {
    const { alerts, person } = context;
    const alert = await meant(context, id, "either");
    if (!(await mayEnd(context, alert))) throw new Refused(phrase("alert-not-yours"));
    await alerts.end(alert);
    if (alert.confirmedAt === undefined) return [toPerson(say("alert-taken-back"))];
    const chats = (await chatsOf(context, alert)).map((chat) => chat.id);
    const message: Message = {
      blocks: [paragraph(phrase("alert-is-over"), "strong"), paragraph(verbatim(alert.text), "quiet")],
    };
    const others = [alert.beganById, alert.confirmedById].filter((one) => one !== undefined && one !== person.id);
    return [
      { to: "chats", chats, message, urgent: true },
      toPerson(say("alert-ended", { chats: chats.length })),
      ...others.flatMap((one): readonly Reply[] =>
        one === undefined ? [] : [{ to: "direct", person: one, message, waits: "alert" }],
      ),
    ];
  },
});

/** Either of the two, a steward, or who coordinates a cell of the scope. */
async function mayEnd(context: MemberContext, alert: Alert): Promise<boolean> {
  const { person, cells } = context;
  if (person.steward || [alert.beganById, alert.confirmedById].includes(person.id)) return true;
  for (const cell of await cells.ofPerson(person.id)) {
    if (inScope(alert, cell) && (await context.roles.coordinators(cell)).includes(person.id)) return true;
  }
  return false;
}

const show = usage({
  about: "alert-show-about",
  level: "member",
  where: ["cell", "direct"],
  answer: "private",
  fallback: "chat",
  async run(context) {
    const { alerts, cells, person } = context;
    const open = new Map<string, Alert>();
    for (const cell of await cells.ofPerson(person.id)) {
      for (const one of await alerts.open(cell)) {
        if (one.confirmedAt !== undefined || one.cellId === cell.id) open.set(one.id, one);
      }
    }
    if (open.size === 0) throw new Refused(phrase("alert-none"));
    const blocks: Block[] = [];
    for (const alert of open.values()) {
      blocks.push(paragraph(verbatim(alert.text), "strong"));
      if (alert.confirmedAt === undefined) {
        blocks.push(paragraph(phrase("alert-waits")));
        blocks.push({ type: "buttons", rows: [[button(phrase("alert-button-confirm"), "confirm", alert.id)]] });
        continue;
      }
      const { safe, coming } = await alerts.counts(alert.id);
      blocks.push(paragraph(phrase("alert-counts", { safe, coming })));
      blocks.push({ type: "buttons", rows: [answerButtons(alert.id)] });
    }
    return [toPerson({ blocks })];
  },
});

const receipts = usage({
  about: "alert-receipts-about",
  level: "member",
  where: ["cell", "direct"],
  answer: "private",
  fallback: "notice",
  options: which,
  async run(context, { alert: id }) {
    const alert = id === undefined ? await meant(context, id, "goes-on") : await context.alerts.get(id);
    if (alert === undefined) throw new Refused(phrase("alert-none"));
    if (!(await mayEnd(context, alert))) throw new Refused(phrase("alert-not-yours"));
    const { sent: arrived, waiting, failed } = await context.broadcasts.receipts(receiptsOf(alert.id));
    const listed = failed.slice(0, mostListed);
    const called = await chatNames(
      context,
      listed.map(({ chatId }) => chatId),
    );
    const items: Phrase[] = listed.map(({ chatId, reason }) =>
      phrase("receipts-failed", { chat: called(chatId), why: inWords(reason) }),
    );
    if (failed.length > listed.length) items.push(phrase("receipts-more", { chats: failed.length - listed.length }));
    const chats = arrived + waiting + failed.length;
    return [
      toPerson({
        blocks: [
          paragraph(phrase("tally-receipts", { sent: arrived, chats, waiting, failed: failed.length }), "strong"),
          ...(items.length === 0 ? [] : [{ type: "list", items } as const]),
        ],
      }),
    ];
  },
});

const lift = usage({
  about: "alert-lift-about",
  level: "steward",
  where: ["cell", "direct"],
  answer: "private",
  fallback: "chat",
  options: { scope: optional(choice(alertScopes), { about: "alert-option-scope", ask: "alert-ask-scope" }) },
  async run(context, { scope = "cell" }) {
    const cell = await ownCell(context);
    await context.alerts.lift({ cellId: cell.id, scope, sectorId: scope === "sector" ? cell.sectorId : undefined });
    return [toPerson(say("alert-lifted", { most: mostADay }))];
  },
});

// What falls due

/** So long after its end (milliseconds) that an alert did not go out is no answer any more to who has just raised it. */
const lapsedLate = 60 * 60_000;

/** Nobody confirmed it within ten minutes. */
const lapse: JobRunner = async ({ alerts, now }, { alert: id = "", told = "" }) => {
  const alert = await alerts.locked(id);
  if (alert === undefined || alert.confirmedAt !== undefined || (alert.endedAt === undefined) === (told !== ""))
    return [];
  await alerts.end(alert);
  if (alert.beganById === undefined) return [];
  const ended = alert.beganAt + confirmedWithin;
  const late = now - ended > lapsedLate;
  const { blocks } = late
    ? say("alert-lapsed-late", { when: whenNamed(alert.beganAt) })
    : say("alert-lapsed", { until: time(ended, "time", { named: true }) });
  const waits = { until: now + lasts, kind: alertJobs.lapse, payload: { alert: id, told: "late" } };
  // Several may have been raised at the same time.
  const message = { blocks: [...blocks, paragraph(verbatim(alert.text), "quiet")] };
  return [{ to: "direct", person: alert.beganById, message, waits: late ? waits : "own-doing" }];
};

/** After 48 hours it is over, and who answered what is deleted. */
const over: JobRunner = async ({ alerts }, { alert: id = "" }) => {
  const alert = await alerts.locked(id);
  if (alert === undefined) return [];
  await alerts.end(alert);
  await alerts.clear(id);
  return [];
};

/** Half a minute after a call for help: if it has reached neither of the two, who called hears whom to call instead. */
const reached: JobRunner = async (context, { alert: id = "", call = "", person = "" }) => {
  const alert = await context.alerts.get(id);
  const who = await context.people.get(person);
  if (alert === undefined || who === undefined) return [];
  if ((await context.broadcasts.receipts(call)).sent > 0) return [];
  return [{ to: "direct", person, message: await nobody(context, alert, who.cellId), waits: "alert" }];
};

export const alert = command({
  name: "alert",
  about: "alert-about",
  bare: begin,
  words: {
    confirm,
    off,
    show,
    "i-am-safe": counted("safe", "alert-safe-about"),
    "i-am-coming": counted("coming", "alert-coming-about"),
    "i-need-help": help,
    receipts,
    lift,
  },
  jobs: { [alertJobs.lapse]: lapse, [alertJobs.over]: over, [alertJobs.reached]: reached },
});
