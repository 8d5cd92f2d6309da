/**
 * Roles: their pools, their terms, and who holds them when. The rules are in src/domain/rotation.ts.
 *
 * A role has at most one term that runs and, until it ends, exactly one to come. The term to come: planned -> somebody is
 * asked for each place (stage 1) -> where there is no answer, somebody else as well (2) -> both are reminded (3) -> begun
 * at its hour -> over at the next one. A turn is one person's part in it (`TurnState`); `heldFrom` and `heldTo` say when
 * they held the place, and once past they are never changed.
 *
 * There is one job for each role, for the next of these moments, and one for each person who is to be told something,
 * so that reminders of several roles fall together into one message. Each step does all that has fallen due and says only
 * how things stand then: after a long silence nobody hears of what is past.
 *
 * What a choice needs of the past is in `RoleMember`, and a few turns around the term: nothing that it costs grows with
 * the number of terms. Locks on PostgreSQL: the roles of a cell (or council) together, since a choice in one depends on
 * the others.
 *
 * Functions over rows (src/store/repository.ts), in layers, a file each, and each uses only those before it: rows.ts,
 * circumstances.ts, choice.ts, ending.ts, answers.ts, offers.ts, changes.ts, steps.ts, reminders.ts, persons.ts; ahead.ts and
 * showing.ts read only.
 */
import { repository } from "../repository.ts";
import {
  absences,
  answerTurn,
  isBack,
  joinPool,
  leaveRole,
  removeFromRole,
  setAway,
  skipTurn,
  stepDown,
  volunteer,
} from "./answers.ts";
import { clearRoles, createRole, editRole, endRole, zoneChanged } from "./changes.ts";
import { coverOf, endCover } from "./ending.ts";
import { agreeToOffer, findOffer, offerCover, offerSwap, refuseOffer } from "./offers.ts";
import { ofPersons } from "./persons.ts";
import { freshNotes, leaveNote, notesFor, tellPerson } from "./reminders.ts";
import { chatsOf, findRole, listRoles } from "./rows.ts";
import {
  balanceOf,
  calendarOf,
  cardOf,
  cardsOf,
  coordinates,
  coordinatorsOf,
  historyOf,
  poolOf,
  presentIn,
  previewOf,
  whyOf,
} from "./showing.ts";
import { stepRole } from "./steps.ts";

/** Everything that is done with the roles of one federation, in one transaction. */
export const Roles = repository(
  {
    get: findRole,
    list: listRoles,
    chats: chatsOf,
    join: joinPool,
    leave: leaveRole,
    remove: removeFromRole,
    answer: answerTurn,
    volunteer,
    skip: skipTurn,
    stepDown,
    setAway,
    absences,
    back: isBack,
    offerSwap,
    offerCover,
    offer: findOffer,
    agree: agreeToOffer,
    refuse: refuseOffer,
    cover: coverOf,
    endCover,
    create: createRole,
    edit: editRole,
    zoneChanged,
    end: endRole,
    clear: clearRoles,
    step: stepRole,
    tell: tellPerson,
    note: leaveNote,
    notes: notesFor,
    freshNotes,
    card: cardOf,
    cards: cardsOf,
    pool: poolOf,
    balance: balanceOf,
    preview: previewOf,
    history: historyOf,
    why: whyOf,
    calendar: calendarOf,
    present: presentIn,
    coordinators: coordinatorsOf,
    coordinates,
  },
  ofPersons,
);
export type Roles = InstanceType<typeof Roles>;
