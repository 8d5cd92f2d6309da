/**
 * What is forgotten of itself, once a day, over all federations: what only the machinery needed. Personal records have
 * jobs of their own, which follow each federation's setting (`drive-clear`, `people-retention`).
 *
 * The job `housekeeping` is planned at the start if there is none -> run, and planned for the next day in the same
 * transaction; or, when a table had more than fits into one, for now, so that nobody waits long.
 */
import { Buttons } from "./buttons.ts";
import { choicesAtOnce, forgetChoices } from "./choices.ts";
import { forgetCodes } from "./codes.ts";
import { Inbox } from "./inbox.ts";
import { Jobs } from "./jobs.ts";
import { Outbox } from "./outbox.ts";
import type { Session } from "./session.ts";
import { Started } from "./started.ts";

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
  const before = (days: number): number => session.now - days * day;
  const forgotten: Forgotten = {
    events: await new Inbox(session).forget(before(keptDays.events), atOnce),
    messages: await new Outbox(session).forget(before(keptDays.messages), atOnce),
    ...(await new Buttons(session).forget(atOnce)),
    choices: await forgetChoices(session, before(keptDays.choices)),
    started: await new Started(session).forget(atOnce),
    codes: await forgetCodes(session, before(keptDays.codes), atOnce),
  };
  const more = forgotten.choices === choicesAtOnce || Object.values(forgotten).some((count) => count === atOnce);
  await plan(session, more ? session.now : session.now + day);
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
