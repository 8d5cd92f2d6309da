/**
 * The words of `/care` about care that is asked for, and offered. Rules: docs/rules.md, "Care that is asked for".
 *
 * All of it is said to one person at a time. The names of the two stand only in what each of them is told once both have said
 * yes; what members read on the card of their next meeting is the form and the day.
 */
import { Needed, Refused, usage, type JobRunner, type Reply } from "../../src/core/command.ts";
import type { FederationContext, MemberContext } from "../../src/core/context.ts";
import { say, type Block } from "../../src/chat/message.ts";
import { phrase } from "../../src/chat/phrase.ts";
import { askedForm, formName, formNear, formOfWords, neededAt, offeredForm } from "../../src/core/options/care.ts";
import { flag, optional, required, text } from "../../src/core/options/index.ts";
import { fold } from "../../src/core/options/option.ts";
import {
  careNeedJobs,
  furthestNeed,
  giverOf,
  isAskedForm,
  isOpenPoint,
  isWaiting,
  kindOfForm,
  longestNeed,
  mayGive,
  mostNeeds,
  mostOffers,
  sameForm,
  type CareNeed,
} from "../../src/domain/asked-care.ts";
import { minuteOf } from "../../src/domain/time.ts";
import { askGiver, ownCell, toPerson } from "./ledger.ts";
import { asked, nearButtons, offersMessage, reach, stateFor, toldGone, type Sees } from "./asked-messages.ts";

const day = 24 * 60 * 60_000;

// Asking

export const need = usage({
  about: "care-need-about",
  level: "member",
  where: ["cell", "direct"],
  answer: "private",
  fallback: "notice",
  // What somebody needs is nobody's business but of those who can give it.
  unseen: true,
  options: {
    what: required(text({ max: longestNeed }), {
      about: "care-need-option-what",
      ask: "care-need-ask-what",
      position: 0,
    }),
    when: required(neededAt(), { about: "care-need-option-when", ask: "care-need-ask-when" }),
    form: optional(askedForm(), { about: "care-need-option-form", ask: "care-need-ask-form" }),
  },
  async run(context, { what, when, form }) {
    const { askedCare, now, person } = context;
    const cellId = await ownCell(context);
    if (when <= now) throw new Refused(phrase("care-need-past"));
    if (when - now > furthestNeed) throw new Refused(phrase("care-need-far", { days: furthestNeed / day }));
    const theirs = (await askedCare.ofPerson(person.id)).filter((one) => one.cellId === cellId && one.at > now);
    // Said again it is the same, and no more of it.
    const same = theirs.find((one) => one.at === minuteOf(when) && fold(one.what) === fold(what));
    const stands = same && (await stateFor(context, same, person.id));
    if (stands !== undefined) return [toPerson(stands)];
    if (theirs.length >= mostNeeds) throw new Refused(phrase("care-need-many", { most: mostNeeds }));
    const meant = form ?? formOfWords(what);
    if (meant === undefined) throw new Needed("form");
    // What has no name of its own is found by its own words.
    const made = await askedCare.ask({
      cellId,
      personId: person.id,
      what,
      form: meant === "other" ? what : meant,
      at: when,
    });
    const first = await askNext(context, made);
    const coordinators = await tellCoordinators(
      context,
      made,
      first.map((reply) => reply.person),
    );
    return [toPerson(await asked(context, made)), ...first, ...coordinators];
  },
});

type ToOne = Extract<Reply, { readonly to: "direct" }>;

/** The next one who offers that form, and can be reached, is asked. Where there is none now, there may be later. */
async function askNext(context: FederationContext, of: CareNeed): Promise<readonly ToOne[]> {
  const { askedCare } = context;
  for (const personId of await askedCare.candidates(of)) {
    if (!(await context.reaches(personId))) continue;
    if (await askedCare.askPerson(of, personId)) return tell(context, of.id, personId);
  }
  await askedCare.tryLater(of);
  return [];
}

/** Who needs it is told how it stands; while they cannot be reached, again at the next try. */
async function tellWhoNeeds(context: FederationContext, of: CareNeed): Promise<readonly ToOne[]> {
  if (!(await context.reaches(of.personId))) await context.askedCare.tryLater(of);
  return tell(context, of.id, of.personId);
}

/**
 * How it stands with a need is told to one person, as it is by then; nothing, where it is none of theirs any more.
 * @param lost who had said yes has gone back on it
 */
async function tell(
  context: FederationContext,
  needId: string,
  personId: string,
  { lost = false } = {},
): Promise<readonly ToOne[]> {
  const of = await context.askedCare.get(needId);
  // What waited while nobody was there to say it may have passed by now.
  if (of === undefined || of.at <= context.now || !(await context.people.isMember(personId, of.cellId))) return [];
  const state = await stateFor(context, of, personId, await sees(context, of, personId));
  if (state === undefined) return [];
  const message = lost && giverOf(of) === undefined ? { blocks: [lostBlock, ...state.blocks] } : state;
  const payload = { need: needId, person: personId, lost: lost ? "lost" : "" };
  const waits = { until: of.at, kind: careNeedJobs.tell, payload };
  return [{ to: "direct", person: personId, message, waits }];
}

const lostBlock: Block = { type: "paragraph", content: phrase("care-need-lost") };

/** In what part somebody sees a need that is not theirs. */
async function sees(context: FederationContext, of: CareNeed, personId: string): Promise<Sees> {
  const coordinates = (await coordinatorsOf(context, of.cellId)).includes(personId);
  return { coordinates, offers: await context.askedCare.offersFor(of, personId) };
}

async function coordinatorsOf({ cells, roles }: FederationContext, cellId: string): Promise<readonly string[]> {
  const cell = await cells.get(cellId);
  return cell === undefined ? [] : roles.coordinators(cell);
}

async function tellCoordinators(
  context: FederationContext,
  of: CareNeed,
  but: readonly string[] = [],
): Promise<readonly Reply[]> {
  const all: Reply[] = [];
  for (const one of await coordinatorsOf(context, of.cellId)) {
    if (one !== of.personId && !but.includes(one)) all.push(...(await tell(context, of.id, one)));
  }
  return all;
}

// Offering

export const offer = usage({
  about: "care-offer-about",
  level: "member",
  where: ["cell", "direct"],
  answer: "private",
  fallback: "notice",
  // Who offers what is known to nobody.
  unseen: true,
  options: {
    form: required(offeredForm(), { about: "care-offer-option-form", ask: "care-offer-ask-form", position: 0 }),
    sure: optional(flag("confirm"), { about: "option-confirm", ask: "option-confirm", hidden: true }),
  },
  async run(context, { form, sure }) {
    const { askedCare, person } = context;
    const cellId = await ownCell(context);
    const near = isAskedForm(form) || sure === true ? undefined : formNear(form);
    if (near !== undefined)
      throw new Refused(phrase("care-offer-near", { form: formName(near) }), { blocks: nearButtons(near, form) });
    const theirs = (await askedCare.offersOf(person.id)).filter((one) => one.cellId === cellId);
    if (theirs.filter((one) => !sameForm(one.form, form)).length >= mostOffers)
      throw new Refused(phrase("care-offer-many", { most: mostOffers }));
    const made = await askedCare.offer({ cellId, personId: person.id, form });
    const first = await reach(context, person.id, phrase("care-offer-reach"));
    const waiting: Reply[] = [];
    for (const one of await askedCare.openFor(cellId, person.id)) {
      if (!(await askedCare.askPerson(one, person.id))) continue;
      const message = await stateFor(context, one, person.id, { coordinates: false, offers: true });
      if (message !== undefined) waiting.push(toPerson(message));
    }
    return [toPerson(offersMessage(context, [made], first)), ...waiting];
  },
});

export async function takeOfferBack(context: MemberContext, id: string): Promise<readonly Reply[]> {
  if (!(await context.askedCare.takeBack(id, context.person.id))) throw new Refused(phrase("care-need-gone"));
  return [toPerson(say("care-offer-back"))];
}

// One's own

/** What somebody asks for, may give and offers, each with its buttons. */
export async function ownAsked(context: MemberContext): Promise<readonly Reply[]> {
  const { askedCare, cells, person } = context;
  const all: Reply[] = [];
  for (const of of await askedCare.inCells((await cells.ofPerson(person.id)).map(({ id }) => id))) {
    const message = await stateFor(context, of, person.id, await sees(context, of, person.id));
    if (message !== undefined) all.push(toPerson(message));
  }
  const offers = await askedCare.offersOf(person.id);
  return offers.length === 0 ? all : [...all, toPerson(offersMessage(context, offers))];
}

/** What the buttons below a need do. */
export const doings = ["can", "cannot", "agree", "another", "back", "unlisted"] as const;
export type Doing = (typeof doings)[number];

/** Somebody pressed a button below a need: whoever it is none of any more reads the same as where there is none. */
export async function pressed(
  context: MemberContext,
  needId: string,
  doing: Doing | undefined,
): Promise<readonly Reply[]> {
  const { askedCare, person } = context;
  const of = await askedCare.get(needId);
  if (of === undefined || of.at <= context.now || doing === undefined) throw new Refused(phrase("care-need-gone"));
  if (of.personId === person.id) return byWhoNeeds(context, of, doing);
  if (!mayGive(of, person.id, await sees(context, of, person.id))) throw new Refused(phrase("care-need-gone"));
  if (doing === "can") {
    if ((giverOf(of)?.personId ?? person.id) !== person.id) throw new Refused(phrase("care-need-taken"));
    if (giverOf(of) !== undefined) return [toPerson(say("care-need-yes"))];
    const noted = await askedCare.answer(of, person.id, "yes");
    if (noted !== "noted") throw new Refused(phrase(noted === "taken" ? "care-need-taken" : "care-need-gone"));
    return [toPerson(say("care-need-yes")), ...(await tellWhoNeeds(context, of))];
  }
  if (doing !== "cannot") throw new Refused(phrase("care-need-gone"));
  const gave = giverOf(of)?.personId === person.id;
  if ((await askedCare.answer(of, person.id, "no")) === "gone") throw new Refused(phrase("care-need-gone"));
  const now = (await askedCare.get(of.id)) ?? of;
  // Of a no nobody hears; who counted on them does. While somebody else is waited for, nobody more is asked.
  if (!gave) {
    const waits = giverOf(now) !== undefined || isWaiting(now);
    return [toPerson(say("care-need-no")), ...(waits ? [] : await askNext(context, now))];
  }
  return [
    toPerson(say("care-need-cannot")),
    ...(await tell(context, of.id, of.personId, { lost: true })),
    ...(await askNext(context, now)),
  ];
}

async function byWhoNeeds(context: MemberContext, of: CareNeed, doing: Doing): Promise<readonly Reply[]> {
  const { askedCare } = context;
  const giver = giverOf(of);
  switch (doing) {
    case "back":
      await askedCare.end(of);
      return [toPerson(say("care-need-back"))];
    case "unlisted":
      await askedCare.unlist(of);
      return [toPerson(say("care-need-unlisted"))];
    case "agree": {
      if (giver === undefined) throw new Refused(phrase("care-need-lost-before"));
      const found = { ...of, asks: [{ ...giver, state: "given" as const }] };
      if ((await askedCare.answer(of, giver.personId, "given")) !== "noted") throw await notAnyMore(context, of);
      const message = await stateFor(context, found, context.person.id);
      return [
        ...(message === undefined ? [] : [toPerson(message)]),
        ...(giver.state === "yes" ? await tell(context, of.id, giver.personId) : []),
      ];
    }
    case "another": {
      if (giver === undefined) throw new Refused(phrase("care-need-lost-before"));
      if ((await askedCare.answer(of, giver.personId, "passed")) !== "noted") throw await notAnyMore(context, of);
      const now = (await askedCare.get(of.id)) ?? of;
      return [toPerson(say("care-need-another")), ...(await askNext(context, now))];
    }
    default:
      throw new Refused(phrase("care-need-gone"));
  }
}

/** Who had said yes does not any more, or all of it has gone: to who was about to answer them. */
const notAnyMore = async ({ askedCare }: FederationContext, { id }: CareNeed): Promise<Refused> =>
  new Refused(phrase((await askedCare.get(id)) === undefined ? "care-need-gone" : "care-need-lost-before"));

// What falls due

const next: JobRunner = async (context, { need: id = "" }) => {
  const of = await context.askedCare.get(id);
  if (of === undefined || of.at <= context.now) return [];
  const giver = giverOf(of);
  if (giver === undefined) return askNext(context, of);
  if (giver.state !== "yes" || (await isToldNext(context, of, of.personId))) return [];
  return tellWhoNeeds(context, of);
};

const tellLater: JobRunner = async (context, { need: id = "", person = "", lost: gone = "" }) => {
  const of = await context.askedCare.get(id);
  if (of === undefined || (gone === "" && (await isToldNext(context, of, person)))) return [];
  return tell(context, id, person, { lost: gone !== "" });
};

/** Whether what has fallen due as well tells a person in a moment how it stands: nobody is told twice after a night or days down. */
async function isToldNext(context: FederationContext, of: CareNeed, personId: string): Promise<boolean> {
  const { jobs: planned } = context;
  const giver = giverOf(of);
  if (giver !== undefined) {
    const both = giver.state === "given" ? [of.personId, giver.personId] : [of.personId];
    return both.includes(personId) && (await planned.isDue(`${careNeedJobs.near}:${of.id}`));
  }
  const coordinators = of.listed ? await coordinatorsOf(context, of.cellId) : [];
  return [of.personId, ...coordinators].includes(personId) && (await planned.isDue(`${careNeedJobs.open}:${of.id}`));
}

/** The same, as what tells several now: what waited to tell one of them is not said as well. */
async function tellNow(context: FederationContext, of: CareNeed, personId: string): Promise<readonly ToOne[]> {
  await context.jobs.cancel(`${careNeedJobs.tell}:${of.id}:${personId}:`);
  return tell(context, of.id, personId);
}

/** Who had said yes has gone. */
const lost: JobRunner = async (context, { need: id = "" }) => {
  const of = await context.askedCare.get(id);
  if (of === undefined || giverOf(of) !== undefined || of.at <= context.now) return [];
  return [...(await tell(context, id, of.personId, { lost: true })), ...(await askNext(context, of))];
};

const gone: JobRunner = (context, { need: id = "", at = "", person = "" }) =>
  Promise.resolve(
    Number(at) <= context.now
      ? []
      : [
          {
            to: "direct" as const,
            person,
            message: toldGone(Number(at)),
            waits: { until: Number(at), kind: careNeedJobs.gone, payload: { need: id, at, person } },
          },
        ],
  );

/** Nobody can give it so far; and, at its moment, nobody has to any more. */
const open: JobRunner = async (context, { need: id = "" }) => {
  const of = await context.askedCare.get(id);
  if (of === undefined) return [];
  await context.askedCare.look(of);
  if (giverOf(of) !== undefined || of.at <= context.now) return [];
  // Of what the meeting is not told they have read before.
  const coordinators = isOpenPoint(of, context.now) ? await coordinatorsOf(context, of.cellId) : [];
  const all: ToOne[] = [];
  for (const one of new Set([of.personId, ...coordinators])) all.push(...(await tellNow(context, of, one)));
  return all;
};

/** Both are reminded; who has not answered yet whether they want who said yes is asked again. */
const near: JobRunner = async (context, { need: id = "" }) => {
  const of = await context.askedCare.get(id);
  const giver = of === undefined ? undefined : giverOf(of);
  if (of === undefined || giver === undefined || of.at <= context.now) return [];
  return [
    ...(await tellNow(context, of, of.personId)),
    ...(giver.state === "given" ? await tellNow(context, of, giver.personId) : []),
  ];
};

/** Its moment has passed: who gave it is asked whether that may stand in the ledger, in words that do not tell for whom. */
const over: JobRunner = async (context, { need: id = "" }) => {
  const { askedCare, people } = context;
  const of = await askedCare.get(id);
  if (of === undefined) return [];
  const giver = giverOf(of);
  await askedCare.end(of);
  if (giver?.state !== "given" || !(await people.isMember(giver.personId, of.cellId))) return [];
  const { form, cellId, at } = of;
  const what = context.plain(isAskedForm(form) ? formName(form) : phrase("care-need-in-ledger"));
  const kind = isAskedForm(form) ? kindOfForm[form] : "time";
  return askGiver(context, { personId: giver.personId, what, kind, at, source: `${id}:${giver.personId}`, cellId });
};

export const jobs = {
  [careNeedJobs.next]: next,
  [careNeedJobs.tell]: tellLater,
  [careNeedJobs.lost]: lost,
  [careNeedJobs.gone]: gone,
  [careNeedJobs.open]: open,
  [careNeedJobs.near]: near,
  [careNeedJobs.over]: over,
};
