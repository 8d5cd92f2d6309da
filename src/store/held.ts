/** What it is to hold a database: one process has it to itself, or, on PostgreSQL, several bots have it together. */

/** Another process has the database; the message says what to do. */
export class DatabaseHeld extends Error {
  override readonly name = "DatabaseHeld";
}

/** The database is held until this is released, or the process ends. */
export interface Hold {
  release(): Promise<void>;
}

/** The hold of a bot. It begins alone where no other one runs, and lets others in once it is {@link share}d. */
export interface BotHold extends Hold {
  /** Nobody else has the database until it is shared. */
  readonly alone: boolean;
  /** From now on other bots may run beside this one (PostgreSQL); commands that must not meet a bot stay out. */
  share(): Promise<void>;
}
