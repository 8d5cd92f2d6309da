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
 * Each file is functions over one `Work`, and uses only those before it: records.ts, rows.ts, units.ts, figures.ts, counting.ts,
 * opening.ts, moving.ts, answering.ts, going.ts, linking.ts, retention.ts, stepping.ts. Here they are given their names as a repository.
 */
import type { Drive, DriveChanges, Figures, Kept } from "../../domain/drives.ts";
import type { Answer } from "../../domain/pledges.ts";
import { Cards } from "../cards.ts";
import type { FederationRecord } from "../federations.ts";
import { Jobs } from "../jobs.ts";
import { nothing, type OfPersons } from "../of-persons.ts";
import type { Session } from "../session.ts";
import { goalInCell, noteKept, ownAnswer, takeAnswer } from "./answering.ts";
import { answersMove, exportOf, forgetAnswers, vouchedFor, vouchingChanged, withdrawAll } from "./going.ts";
import { answersOfBoth, mergeAnswers } from "./linking.ts";
import { clockMoved, editDrive, noteReminder, openDrive, planClock } from "./opening.ts";
import { figuresFor } from "./figures.ts";
import { closeDrive, stepUnits } from "./stepping.ts";
import type { Answered, Answerer, BothAnswers, NewDrive, OwnAnswer, Stepped, Work } from "./records.ts";
import { clearDrive } from "./retention.ts";
import { chatsOf, driveById, driveByNumber, listDrives, prospectsOf } from "./rows.ts";

/** Everything that is done with the drives of one federation, in one transaction. */
export class Drives {
  readonly #work: Work;

  constructor(session: Session, federation: FederationRecord) {
    this.#work = { session, federation, jobs: new Jobs(session, federation.id), cards: new Cards(session) };
  }

  /** Opens a drive: the goal in people, and the units that are published, are fixed now. */
  create(of: NewDrive): Promise<Drive> {
    return openDrive(this.#work, of);
  }

  get(id: string): Promise<Drive | undefined> {
    return driveById(this.#work, id);
  }

  byNumber(number: number): Promise<Drive | undefined> {
    return driveByNumber(this.#work, number);
  }

  /** {@link listDrives} */
  list(cellId: string | undefined, which: { readonly closed?: boolean } = {}): Promise<readonly Drive[]> {
    return listDrives(this.#work, cellId, which);
  }

  /** The chats (ids of ours) of the cells in the drive's scope. In a council's chat a drive is shown only when somebody asks. */
  chats(drive: Drive): Promise<readonly string[]> {
    return chatsOf(this.#work, drive);
  }

  /** {@link prospectsOf} */
  prospects(drive: Drive): ReturnType<typeof prospectsOf> {
    return prospectsOf(this.#work, drive);
  }

  /** Records a person's answer; the last one counts. */
  answer(drive: Drive, person: Answerer, answer: Answer): Promise<Answered> {
    return takeAnswer(this.#work, drive, person, answer);
  }

  /** A person's own answer; undefined if they gave none. */
  own(drive: Drive, personId: string): Promise<OwnAnswer | undefined> {
    return ownAnswer(this.#work, drive, personId);
  }

  /** Records that a person kept their pledge. */
  kept(drive: Drive, personId: string): Promise<Kept> {
    return noteKept(this.#work, drive, personId);
  }

  /** Whether the goal of a drive of one cell is met, for the first time. */
  goalInCell(drive: Drive): Promise<boolean> {
    return goalInCell(this.#work, drive);
  }

  /** Enough members vouch for the person now: their answers in open drives count. */
  vouchedFor(personId: string): Promise<void> {
    return vouchedFor(this.#work, personId);
  }

  /** {@link vouchingChanged} */
  vouchingChanged(): Promise<void> {
    return vouchingChanged(this.#work);
  }

  /** {@link answersMove} */
  moved(person: Answerer): ReturnType<typeof answersMove> {
    return answersMove(this.#work, person);
  }

  /** The person left, or is about to be forgotten: their answers in open drives are withdrawn and removed. */
  withdrawAll(personId: string): Promise<void> {
    return withdrawAll(this.#work, personId);
  }

  /** {@link answersOfBoth} */
  ofBoth(first: string, second: string, cellId: string | undefined): Promise<BothAnswers> {
    return answersOfBoth(this.#work, first, second, cellId);
  }

  /** {@link stepUnits} */
  step(driveId: string, due: number): Promise<Stepped | undefined> {
    return stepUnits(this.#work, driveId, due);
  }

  /** {@link figuresFor} */
  figures(drive: Drive, cellId: string | undefined): Promise<Figures> {
    return figuresFor(this.#work, drive, cellId);
  }

  /** {@link planClock} */
  planClock(drive: Drive): Promise<void> {
    return planClock(this.#work, drive);
  }

  /** Time has passed: the card is shown again. */
  clockMoved(driveId: string): Promise<void> {
    return clockMoved(this.#work, driveId);
  }

  /** Changes a drive; what is not named stays. */
  edit(drive: Drive, changes: DriveChanges): Promise<Drive> {
    return editDrive(this.#work, drive, changes);
  }

  /** Closes a drive. `goalReached` if the goal had not been met before. Undefined if it is closed already. */
  close(driveId: string): Promise<Stepped | undefined> {
    return closeDrive(this.#work, driveId);
  }

  /** Notes a nudge. False if there was one less than a day ago. */
  remind(drive: Drive): Promise<boolean> {
    return noteReminder(this.#work, drive);
  }

  /** {@link clearDrive} */
  clear(driveId: string): Promise<void> {
    return clearDrive(this.#work, driveId);
  }

  get ofPersons(): OfPersons {
    const work = this.#work;
    const { tx } = work.session;
    const federationId = work.federation.id;
    return {
      tables: ["Drive", "Pledge", "PledgeEvent", "PledgeTag"],
      leavesCell: nothing("answers go with where somebody counts: countsElsewhere"),
      countsElsewhere: async ({ person, note }) => {
        const { moved, withdrawn } = await answersMove(work, person);
        if (moved.length > 0) note({ kind: "answers-moved", drives: moved });
        if (withdrawn.length > 0) note({ kind: "answers-withdrawn", drives: withdrawn });
      },
      becomesOne: async ({ first, second, stands }) => {
        await tx.drive.updateMany({ where: { createdById: second, federationId }, data: { createdById: first.id } });
        await mergeAnswers(work, first, second, stands);
      },
      forgotten: async ({ person }) => {
        await tx.drive.updateMany({ where: { createdById: person.id, federationId }, data: { createdById: null } });
        await forgetAnswers(work, person.id);
      },
      exported: ({ personId }) => exportOf(work, personId),
      retention: nothing("each drive that has closed has a job for it: drive-clear"),
      cellLeavesCouncil: nothing("drives are of cells, sectors and the federation"),
    };
  }
}
