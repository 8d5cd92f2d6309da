/** What it is to hold a database: one process has it at a time. */

/** Another process has the database; the message says what to do. */
export class DatabaseHeld extends Error {
  override readonly name = "DatabaseHeld";
}

/** The database is held until this is released, or the process ends. */
export interface Hold {
  release(): Promise<void>;
}
