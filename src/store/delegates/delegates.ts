/**
 * Who sits in a council: the seats of each cell, their delegates and alternates, and what the cell binds them to. How they
 * are chosen is in src/store/polls; the rules are in src/domain/seats.ts and docs/rules.md, "Delegates".
 *
 * A seat is a row, empty or not; there are as many as the council's rule gives the cell. They are counted when the rule
 * changes, when a cell joins, and when a cell chooses, so that an assembly does not grow while it meets. Whoever sits in a
 * seat when there are fewer stays until their seat ends. When a delegate's seat ends before its term, the alternate moves
 * up in the same transaction; a job then tells the people (`delegateJobs.news`).
 */
import { repository } from "../repository.ts";
import { install, meets, recount, seatRule, setSeatRule } from "./filling.ts";
import { endSeat, endTerm, lostByLinking, ofPersons, stepDown } from "./going.ts";
import { accept, mandate, setMandate } from "./mandate.ts";
import { planNextReminder } from "./reminders.ts";
import { councilsOf, emptySeats, findSeat, holds, isDelegate, seats, seatsOf, seatsWith } from "./seats.ts";

/** Everything that is done with the seats of one federation, in one transaction. */
export const Delegates = repository(
  {
    seats,
    seatsWith,
    holds,
    councilsOf,
    isDelegate,
    seatsOf,
    emptySeats,
    seat: findSeat,
    seatRule,
    setSeatRule,
    meets,
    recount,
    install,
    mandate,
    setMandate,
    accept,
    planNextReminder,
    end: endSeat,
    stepDown,
    endTerm,
    lostByLinking,
  },
  ofPersons,
);
export type Delegates = InstanceType<typeof Delegates>;
