/**
 * What is forgotten of itself, once a day, over all federations: what only the machinery needed. Personal records have
 * jobs of their own, which follow each federation's setting (`drive-clear`, `people-retention`).
 *
 * The job `housekeeping` is planned at the start if there is none -> run, and planned for the next day in the same
 * transaction; or, when a table had more than fits into one, for now, so that nobody waits long.
 */
import { outlivedButtons, outlivedQuestions } from "./buttons.ts";
import { choicesAtOnce, forgetChoices, outlivedChoices } from "./choices.ts";
import { outlivedCodes } from "./codes.ts";
import { outlivedEvents } from "./inbox.ts";
import { Jobs } from "./jobs.ts";
import { outlivedMessages } from "./outbox.ts";
import { removeOutlived, whichOutlived, type Outlived } from "./outlived.ts";
import type { Session } from "./session.ts";
import { outlivedStarted } from "./started.ts";

/** How long things are kept, in days. The table in docs/privacy.md says the same, and a test compares. */
export const keptDays = {
  /** That an event was worked on: Matrix and Telegram deliver again for a day at most, a webhook for less. */
  events: 8,
  /** Messages that were sent or failed: what is left of them is to which chat, when, and why not. */
  messages: 30,
  /** Numbered choices and reactions, from when they were offered; those of live messages as long as these are kept up. */
  choices: 30,
  /** Who opened the direct chat and has said nothing in a group yet. */
  started: 30,
  /** Codes, after they have ended: whoever comes late is told why. */
  codes: 1,
} as const;

export const housekeeping = "housekeeping";
const day = 24 * 60 * 60_000;
/** Rows of one table in one transaction. */
const atOnce = 5_000;

/** How many rows were removed; of choices, how many were looked at. */
export interface Forgotten {
  readonly events: number;
  readonly messages: number;
  readonly buttons: number;
  readonly choices: number;
  readonly questions: number;
  readonly started: number;
  readonly codes: number;
}

/** Removes what is past its time, and plans the next round. */
export async function keepHouse(session: Session): Promise<Forgotten> {
  const { now } = session;
  const before = (days: number): number => now - days * day;
  const outlived: Readonly<Record<keyof Forgotten, Outlived>> = {
    events: outlivedEvents(before(keptDays.events)),
    messages: outlivedMessages(before(keptDays.messages)),
    buttons: outlivedButtons(now),
    questions: outlivedQuestions(now),
    choices: outlivedChoices(before(keptDays.choices)),
    started: outlivedStarted(now),
    codes: outlivedCodes(before(keptDays.codes)),
  };
  const forgotten = { events: 0, messages: 0, buttons: 0, questions: 0, choices: 0, started: 0, codes: 0 };
  const names = Object.keys(forgotten) as (keyof Forgotten)[];
  const due = await whichOutlived(
    session,
    names.map((name) => outlived[name]),
  );
  for (const name of names.filter((_, at) => due.has(at))) {
    forgotten[name] =
      name === "choices"
        ? await forgetChoices(session, before(keptDays.choices))
        : await removeOutlived(session, outlived[name], atOnce);
  }
  const more = forgotten.choices === choicesAtOnce || Object.values(forgotten).some((count) => count === atOnce);
  await plan(session, more ? now : now + day);
  return forgotten;
}

/** Plans the first round, for now, unless one is planned: a bot that is restarted every day keeps house as well. */
export async function planHousekeeping(session: Session): Promise<void> {
  const planned = await session.tx.job.findFirst({
    where: { key: housekeeping, failedAt: null },
    select: { id: true },
  });
  if (planned === null) await plan(session, session.now);
}

const plan = (session: Session, dueAt: number): Promise<void> =>
  new Jobs(session).schedule({ kind: housekeeping, key: housekeeping, payload: {}, dueAt });
