/** What a role is, its terms, and what is said of them. Rules: docs/rules.md, "Role rotation". Times in ms since 1970. */
import type { Rule } from "./recurrence.ts";
import type { LeaveOut, Why } from "./rotation.ts";
import { remembered } from "./remembered.ts";
import { addCalendar } from "./time.ts";

/** Whom a role belongs to: one of the two. */
export interface RoleOwner {
  readonly cellId: string | undefined;
  readonly councilId: string | undefined;
}

/** How many days before the hand-over who is next is asked, somebody else is asked as well, and both are reminded. */
export interface Leads {
  readonly ask: number;
  readonly again: number;
  readonly last: number;
}
export const usualLeads: Leads = { ask: 7, again: 2, last: 1 };

/** A function that goes round. */
export interface Role {
  readonly id: string;
  readonly owner: RoleOwner;
  /** Number within the cell or council, for people to type. */
  readonly number: number;
  readonly name: string;
  /** When it changes hands, in the zone of its cell. */
  readonly rule: Rule;
  /** How many hold it at a time: 1 to 5. */
  readonly holders: number;
  /** Most terms in a row. */
  readonly limit: number;
  readonly checklist: string | undefined;
  readonly leads: Leads;
  /** Whether its holder coordinates the cell. */
  readonly power: boolean;
  readonly createdAt: number;
  readonly endedAt: number | undefined;
}

export interface NewRole {
  readonly owner: RoleOwner;
  readonly name: string;
  readonly rule: Rule;
  readonly holders: number;
  readonly limit: number;
  readonly checklist: string | undefined;
  readonly power: boolean;
}

/** What stays as it is is not named. `checklist` may be emptied. */
export type RoleChanges = Partial<Pick<Role, "name" | "rule" | "holders" | "limit" | "checklist" | "leads" | "power">>;

/** planned -> begun at its hour -> over at the next one; or cancelled with its role. */
export type TermState = "planned" | "begun" | "over" | "cancelled";

/** The time between two hand-overs. */
export interface Term {
  readonly id: string;
  readonly roleId: string;
  /** From 0, without a gap. */
  readonly index: number;
  readonly from: number;
  readonly to: number;
  readonly state: TermState;
  /** Grows with every change: SEQUENCE of its event in a calendar. */
  readonly sequence: number;
}

/**
 * asked -> accepted, or declined, or silent (the hour came without an answer, or somebody else accepted first), or
 * withdrawn (given away, stepped down, left, removed). Who holds a place has accepted it, or is acting.
 */
export type TurnState = "asked" | "accepted" | "declined" | "silent" | "withdrawn" | "acting";

/** One person's part in a term. */
export interface Turn {
  readonly id: string;
  readonly termId: string;
  /** 0 to holders - 1. */
  readonly place: number;
  /** Undefined once the person is forgotten. */
  readonly personId: string | undefined;
  readonly state: TurnState;
  /** Asked two days ahead, since the first had not answered: who accepts first holds it. */
  readonly second: boolean;
  /** From when to when they held the place; empty while they did not. `heldTo` is the end of the term while they do. */
  readonly heldFrom: number | undefined;
  readonly heldTo: number | undefined;
  /** How they came by it; empty where no choice was made (acting, volunteers). */
  readonly why: Why<LeaveOut> | undefined;
}

/** Somebody stands in for a while. */
export interface Cover {
  readonly id: string;
  readonly forId: string;
  readonly byId: string;
  readonly from: number;
  readonly to: number;
}

/** A term with those in it. */
export interface TermShown {
  readonly term: Term;
  /** Those who count now: asked, accepted or acting; in the order of places, who was asked first before the second. */
  readonly turns: readonly Turn[];
  readonly covers: readonly Cover[];
}

/** A term as it would be if nothing changed: computed, not kept. */
export interface Foreseen {
  readonly index: number;
  readonly from: number;
  readonly to: number;
  readonly people: readonly {
    readonly personId: string;
    /** Who stands in for them at its hour. */
    readonly standinId: string | undefined;
    readonly relaxed: readonly LeaveOut[];
    readonly accepted: boolean;
  }[];
  /** Places for which there is nobody. */
  readonly empty: number;
}

/** The card of a role. */
export interface RoleCard {
  readonly role: Role;
  /** The term that runs; none before the first hand-over. */
  readonly now: TermShown | undefined;
  /** The term to come, kept or only foreseen. */
  readonly next: Foreseen;
  readonly pool: number;
  /** Places that nobody holds, or that somebody only holds as acting. */
  readonly wanted: number;
}

/** Somebody in the pool. */
export interface PoolMember {
  readonly personId: string;
  /** Terms that were theirs, the one for which they are asked included. */
  readonly terms: number;
  /** What they were credited with beside those on joining or coming back: whoever has fewest of both together is next. */
  readonly credited: number;
  readonly lastEnd: number | undefined;
  readonly joinedAt: number;
}

/** What happened with a role, for its history. */
export type RoleEvent = { readonly turn: Turn; readonly term: Term };

/** A swap or a cover that somebody is asked for; both have to agree. */
export interface Offer {
  readonly id: string;
  readonly roleId: string;
  readonly kind: "swap" | "cover";
  readonly fromId: string;
  readonly toId: string;
  /** Of a swap the term that is given away, of a cover the time. */
  readonly from: number;
  readonly to: number;
}

/** Why something cannot be done; the command has a sentence for each. */
export type RoleRefusal =
  | "role-ended"
  | "not-in-pool"
  | "not-member"
  | "no-turn"
  | "turn-over"
  | "turn-taken"
  | "not-yours"
  | "already-holder"
  | "away"
  | "outside-term"
  | "covered"
  | "cover-over"
  | "offer-gone"
  | "past"
  | "oneself"
  | "not-holder";

/** Something was done, or it could not be. */
export type Outcome<T = unknown> = ({ readonly ok: true } & T) | { readonly ok: false; readonly why: RoleRefusal };

/** Kinds of jobs that src/store/roles/ plans; their runners are in the command. */
export const roleJobs = {
  /** The next thing that falls due for a role. One for each role. Payload: `role`. */
  step: "role-step",
  /** What one person is to be told, of all their roles together. One for each person. Payload: `person`. */
  tell: "role-tell",
  /** A question of one person to another that waits for the end of quiet hours. One for each. Payload: `offer`. */
  offer: "role-offer",
  /** What somebody answered to such a question, likewise. Payload: `offer`, `agrees` ("yes", or nothing). */
  answered: "role-answered",
  /** Notes for who begins, after their quiet hours. Payload: `role`, `person`. */
  notes: "role-notes",
  /**
   * Somebody with whom a person had agreed on a swap or a stand-in, or whom they had asked, has gone. Payload: `person` (who
   * is told), `role`, `other` (who has gone; none if they are forgotten), `from`, `to` (ms since 1970), `what` (`OfferEnd`).
   */
  offerEnded: "role-offer-ended",
  /** The retention of a role that has ended. One for each. */
  clear: "role-clear",
} as const;

/**
 * What it means for who is left that the other one has gone: nobody stands in for them or swaps with them; they need not stand
 * in; the turn that they were owed is not; they owe none.
 */
export const offerEnds = ["cannot", "not-needed", "not-owed", "owes-none"] as const;
export type OfferEnd = (typeof offerEnds)[number];

/** The kinds of the live messages: one role, and all roles of a cell (subject: the id of the cell or council). */
export const roleCard = "role";
export const rolesCard = "roles";

/** What one person is told of one role. */
export interface Reminder {
  /**
   * `asked`: you are next, Accept · Can't · Swap. `second`: you are asked as well, who accepts first holds it.
   * `tomorrow`: your term begins soon (with the checklist). `leaving`: your term ends soon (hand-over note).
   */
  readonly kind: "asked" | "second" | "tomorrow" | "leaving";
  readonly role: Role;
  readonly term: Term;
  readonly turn: Turn;
  /** They are told since they stand in at that moment. */
  readonly cover: Cover | undefined;
  /** `tomorrow`: who hands over; `leaving`: who takes over. Ids of people. */
  readonly others: readonly string[];
}

/** All that one person is to be told now. */
export interface Telling {
  readonly personId: string;
  /** The earliest hand-over first. */
  readonly reminders: readonly Reminder[];
  /** Their quiet hours last beyond the moment up to which it makes sense: only in the chats. */
  readonly onlyChats: boolean;
}

/** What a role has to say in its chats. */
export interface RoleNews {
  readonly role: Role;
  readonly chats: readonly string[];
  /** The hand-over that has just come; after a long silence only the latest. */
  readonly handOver: HandOver | undefined;
  /** Somebody was chosen for the term to come although a rule had to be set aside. */
  readonly relaxed: readonly { readonly personId: string; readonly rules: readonly LeaveOut[]; readonly term: Term }[];
  /** Nobody at all can be asked for the term to come. */
  readonly nobodyFor: Term | undefined;
}

export interface HandOver {
  readonly term: Term;
  /** Who holds each place now. */
  readonly holders: readonly Turn[];
  /** Who stands in for them, at any time. */
  readonly covers: readonly Cover[];
  /** Ids of those who did the work before and do no longer. */
  readonly left: readonly string[];
  /** How many volunteers are wanted: places that are empty or only held by somebody acting. */
  readonly wanted: number;
  /** How late it is said, in ms. */
  readonly late: number;
  /** Somebody has left a note for who begins. */
  readonly hasNotes: boolean;
  /** Whoever holds it is asked about what goes out of a fund: a treasurer's role, or one that coordinates a cell. */
  readonly approves: boolean;
}

/** When things fall due before a hand-over, by the calendar of the zone. */
export const leadMoments = remembered(
  20_000,
  (from: number, zone: string, { ask, again, last }: Leads) => `${from} ${zone} ${ask} ${again} ${last}`,
  (from, zone, leads) => ({
    ask: addCalendar(from, zone, -leads.ask),
    again: addCalendar(from, zone, -leads.again),
    last: addCalendar(from, zone, -leads.last),
  }),
);
