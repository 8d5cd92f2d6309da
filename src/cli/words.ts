/** What the commands of the operator share: which errors explain themselves, and what may be written on a terminal. */
import { ConfigError } from "../config.ts";
import { MigrationError } from "../store/database.ts";
import { DatabaseHeld } from "../store/held.ts";
import { MasterKeyError } from "../store/master-key.ts";
import { MoveError } from "../store/moving.ts";
import { SealingError } from "../store/sealing.ts";

/** Something is missing that whoever typed the command can put right. */
export class CommandError extends Error {}

/** What was asked for was not confirmed, or whoever was asked has gone. */
export class NotConfirmed extends Error {}

/** Its message is made for the operator. */
export const isExplained = (error: unknown): error is Error =>
  [CommandError, ConfigError, DatabaseHeld, MasterKeyError, MigrationError, MoveError, SealingError].some(
    (kind) => error instanceof kind,
  );

/** A name that somebody chose cannot steer the terminal. */
export const printable = (text: string): string => text.replace(/[\p{Cc}\p{Cf}\u2028\u2029]/gu, "");
