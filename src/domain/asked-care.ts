/**
 * Care that somebody asks for, and what others offer. Rules: docs/rules.md, "Care that is asked for".
 *
 * A need is open -> somebody said yes -> both said yes -> over, and then it is removed. Whoever offers its form is asked, one
 * after the other; who asks for it is asked whether they want the one who said yes; until both have, neither knows of the
 * other. When one of the two goes back on it, or goes, it is open again and the next one is asked. Times are milliseconds
 * since 1970.
 */
import { careForms } from "./actions.ts";
import type { CareKind } from "./ledger.ts";
import { undisturbed, usualNight } from "./time.ts";

/**
 * What falls due for a need, by the name of its job: the next one is asked; one person is told how it stands with it; who had
 * said yes has gone; it is not needed any more; it is a point of the next meeting; its moment is near; and it is over.
 */
export const careNeedJobs = {
  next: "care-need-next",
  tell: "care-need-tell",
  lost: "care-need-lost",
  gone: "care-need-gone",
  open: "care-need-open",
  near: "care-need-near",
  over: "care-need-over",
} as const;

/** Forms of care that people ask for and offer, besides their own words. */
export const askedForms = [...careForms, "shelter"] as const;
export type AskedForm = (typeof askedForms)[number];
export const isAskedForm = (form: string): form is AskedForm => (askedForms as readonly string[]).includes(form);

/** What each form of care gives, as the ledger has it. */
export const kindOfForm: Readonly<Record<AskedForm, CareKind>> = {
  meals: "food",
  pantry: "food",
  childcare: "time",
  rides: "time",
  shelter: "time",
  "first-aid": "knowledge",
  "quiet-room": "listening",
};

/**
 * How somebody who was asked stands to a need: asked, and waited for; asked, and not waited for any longer; cannot; said yes;
 * both said yes; not wanted by who needs it. Who cannot or is not wanted is not asked again, and neither is said to anybody.
 */
export type AskState = "asked" | "late" | "no" | "yes" | "given" | "passed";

/** Somebody was asked. */
export interface CareAsk {
  readonly personId: string;
  readonly state: AskState;
}

/** Care that somebody asks for. */
export interface CareNeed {
  readonly id: string;
  readonly cellId: string;
  /** Of the cell. */
  readonly zone: string;
  /** Who asks for it. */
  readonly personId: string;
  /** In their own words. */
  readonly what: string;
  /** One of `askedForms`, or words of their own. */
  readonly form: string;
  /** When it is needed. */
  readonly at: number;
  /** From when on it is an open point of the next meeting. */
  readonly openAt: number;
  /** Whether the meeting is told: not where who asks for it does not want that. */
  readonly listed: boolean;
  readonly asks: readonly CareAsk[];
}

/** What somebody gives whenever it is asked for. */
export interface CareOffer {
  readonly id: string;
  readonly cellId: string;
  readonly personId: string;
  readonly form: string;
  /** When they last said so. */
  readonly saidAt: number;
}

const minute = 60_000;
const hour = 60 * minute;
const day = 24 * hour;

/** The longest words of a need, in characters. */
export const longestNeed = 200;
/** Open needs of one person in one cell. */
export const mostNeeds = 5;
/** Offers of one person in one cell. */
export const mostOffers = 10;
/** Letters that an offer in somebody's own words has at least. */
export const fewestLetters = 3;
/** Nothing is asked for further ahead. */
export const furthestNeed = 90 * day;
/** So long after its moment a need is over. */
export const overAfter = hour;

/** Who said that they can, if anybody: they may be waiting for the yes of who needs it. */
export const giverOf = ({ asks }: Pick<CareNeed, "asks">): CareAsk | undefined =>
  asks.find(({ state }) => state === "yes" || state === "given");

/** How a person stands to a need; undefined where they were not asked. */
export const stateOf = ({ asks }: Pick<CareNeed, "asks">, personId: string): AskState | undefined =>
  asks.find((ask) => ask.personId === personId)?.state;

/** Whether somebody who was asked is waited for. */
export const isWaiting = ({ asks }: Pick<CareNeed, "asks">): boolean => asks.some(({ state }) => state === "asked");

/**
 * What comes of it when somebody is to stand so to a need, as it is by now. `taken`: somebody else has said yes; `gone`: they do
 * not stand to it any more as they would have to, as one who was to be brought together and has just said that they cannot.
 */
export function standing(need: Pick<CareNeed, "asks">, personId: string, state: AskState): "noted" | "taken" | "gone" {
  const [giver, stood] = [giverOf(need), stateOf(need, personId)];
  const others = giver !== undefined && giver.personId !== personId;
  switch (state) {
    case "given":
    case "passed":
      return giver?.personId === personId ? "noted" : "gone";
    case "yes":
      if (others) return "taken";
      return stood === "no" || stood === "passed" ? "gone" : "noted";
    case "asked":
      if (others) return "taken";
      return stood === undefined ? "noted" : "gone";
    case "late":
      return stood === "asked" ? "noted" : "gone";
    case "no":
      return "noted";
  }
}

/** How somebody stands to a need who was asked as two persons and is one. `states`: of both, as far as they were asked. */
export const stateOfBoth = (states: readonly AskState[]): AskState =>
  (["given", "yes", "no", "passed", "asked"] as const).find((state) => states.includes(state)) ?? "late";

/** Whether both have said yes. */
export const isFound = (need: Pick<CareNeed, "asks">): boolean => giverOf(need)?.state === "given";

/**
 * Whether it is said of a need, without a name, that nobody can give it yet: until both have said yes, so that nobody reads
 * from what stands there whether somebody's yes was wanted.
 */
export const isOpenPoint = (need: Pick<CareNeed, "asks" | "openAt" | "at" | "listed">, now: number): boolean =>
  need.listed && need.openAt <= now && now < need.at && !isFound(need);

/**
 * Until when a need waits for who offers, before it is an open point: half of the time that is left, two days at most, on the full
 * hour or minute, and not at night. `zone`: of the cell.
 */
export function openPointAt(now: number, at: number, zone: string): number {
  const moment = now + Math.min(2 * day, Math.floor((at - now) / 2));
  // Nobody minds the minutes of what is hours away.
  const step = moment - now > 4 * hour ? hour : minute;
  const morning = undisturbed(Math.ceil(moment / step) * step, { zone, ...usualNight }, zone);
  return morning < at ? morning : Math.ceil(moment / minute) * minute;
}

/**
 * Until when one person is waited for before the next one is asked: a quarter of the time that is left, at least half an hour
 * and at most a day, counted from the morning where they are asked at night.
 */
export function waitUntil(now: number, at: number, zone: string): number {
  const morning = undisturbed(now, { zone, ...usualNight }, zone);
  const from = morning < at ? morning : now;
  return from + Math.min(day, Math.max(hour / 2, Math.floor((at - from) / 4)));
}

/** When both are reminded: a day before, or two hours where that has passed. Undefined: it is nearer than that. */
export const remindAt = (now: number, at: number): number | undefined =>
  [at - day, at - 2 * hour].find((moment) => moment > now);

/** Whether two forms that people offer are the same, however they are written. */
export const sameForm = (a: string, b: string): boolean => a.toLowerCase() === b.toLowerCase();

/** The words of what people write. */
export const wordsOf = (text: string): readonly string[] =>
  text.split(/[^\p{L}\p{M}\p{N}]+/u).filter((word) => word !== "");

/** As words are compared: in lower case, and without the accents that people leave out. */
const compared = (text: string): readonly string[] =>
  wordsOf(
    text
      .normalize("NFKD")
      .replace(/[\u0300-\u036f]/gu, "")
      .toLowerCase(),
  );

/** Whether an offer in somebody's own words says what is offered: what is shorter stands in nearly all that people write. */
export const saysWhat = (form: string): boolean => (form.match(/\p{L}/gu)?.length ?? 0) >= fewestLetters;

/**
 * Whether an offer is one of what is needed: of that form, or of words that stand in those of the need, one after the other.
 * Whoever offers what fits reads the need, so no part of a word fits.
 */
export function fits(offer: Pick<CareOffer, "cellId" | "form">, need: Pick<CareNeed, "cellId" | "form">): boolean {
  if (offer.cellId !== need.cellId) return false;
  if (isAskedForm(need.form) || isAskedForm(offer.form)) return sameForm(offer.form, need.form);
  if (!saysWhat(offer.form)) return false;
  const [offered, needed] = [compared(offer.form), compared(need.form)];
  return needed.some((_, begin) => offered.every((word, index) => needed[begin + index] === word));
}

/**
 * Who can be asked, in the order in which they are: who offers that form, is not the one who needs it and was not asked yet;
 * who was asked for the fewest needs that are still there first, then who has offered it for longest.
 * @param asked how many needs each person was asked about
 */
export function toAsk(
  need: Pick<CareNeed, "cellId" | "personId" | "form" | "asks">,
  offers: readonly CareOffer[],
  asked: (personId: string) => number,
): readonly string[] {
  const was = new Set(need.asks.map(({ personId }) => personId));
  const fitting = offers.filter(
    (offer) => offer.personId !== need.personId && !was.has(offer.personId) && fits(offer, need),
  );
  const order = [...fitting].sort(
    (a, b) => asked(a.personId) - asked(b.personId) || a.saidAt - b.saidAt || (a.id < b.id ? -1 : 1),
  );
  return [...new Set(order.map(({ personId }) => personId))];
}

/**
 * Whether a person may see a need and say that they can: who coordinates the cell, and who offers that form or was asked;
 * nobody who said that they cannot, and not the one whose it is.
 */
export function mayGive(
  need: Pick<CareNeed, "personId" | "asks">,
  personId: string,
  { coordinates, offers }: { readonly coordinates: boolean; readonly offers: boolean },
): boolean {
  if (need.personId === personId) return false;
  const state = stateOf(need, personId);
  if (state !== undefined) return state !== "no" && state !== "passed";
  return coordinates || offers;
}
