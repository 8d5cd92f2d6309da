/**
 * Pledge drives: their answers as a histogram for each cell, what is published of them, and what became of them.
 * The rules are in src/domain/pledges.ts and src/domain/publication.ts; this folder is where their figures are kept.
 *
 * A drive is open from `create` to `close`. While it is open an answer changes one pledge, the histogram of one cell,
 * and the number `changed` of that cell's unit; nothing that it costs grows with the number of pledges. When `changed`
 * reaches `k`, a job is planned for the next moment of the grid, and `step` publishes. After the close the answers
 * stand still, people record what they kept, and after the federation's retention `clear` removes what is personal.
 *
 * Locks on PostgreSQL, always in this order: the drive's cells, its units, the drive.
 *
 * Each file is functions over one `Store`, and uses only those before it: records.ts, rows.ts, units.ts, figures.ts,
 * counting.ts, opening.ts, moving.ts, answering.ts, going.ts, linking.ts, persons.ts, retention.ts, stepping.ts. Here they are
 * given their names as a repository.
 */
import { repository } from "../repository.ts";
import { goalInCell, noteKept, ownAnswer, pledgedIn, takeAnswer } from "./answering.ts";
import { countedIn, figuresFor } from "./figures.ts";
import { answersMove, answersWouldMove, vouchedFor, vouchingChanged, withdrawAll } from "./going.ts";
import { answersOfBoth } from "./linking.ts";
import { clockMoved, editDrive, noteReminder, openDrive, planClock } from "./opening.ts";
import { ofPersons } from "./persons.ts";
import { clearDrive } from "./retention.ts";
import { chatsOf, driveById, driveByNumber, ladderOf, listDrives, prospectsOf } from "./rows.ts";
import { closeDrive, stepUnits } from "./stepping.ts";

/** Everything that is done with the drives of one federation, in one transaction. */
export const Drives = repository(
  {
    create: openDrive,
    get: driveById,
    byNumber: driveByNumber,
    list: listDrives,
    ladder: ladderOf,
    chats: chatsOf,
    prospects: prospectsOf,
    edit: editDrive,
    planClock,
    clockMoved,
    remind: noteReminder,
    answer: takeAnswer,
    own: ownAnswer,
    kept: noteKept,
    pledgedIn,
    goalInCell,
    vouchedFor,
    vouchingChanged,
    moved: answersMove,
    wouldMove: answersWouldMove,
    withdrawAll,
    ofBoth: answersOfBoth,
    figures: figuresFor,
    counted: countedIn,
    step: stepUnits,
    close: closeDrive,
    clear: clearDrive,
  },
  ofPersons,
);
export type Drives = InstanceType<typeof Drives>;
