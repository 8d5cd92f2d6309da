/** What every repository is made of: the open transaction and the keys. One session lives as long as its transaction. */
import type { Tx } from "./database.ts";
import type { Keyring } from "./sealing.ts";

export interface Session {
  readonly tx: Tx;
  readonly keyring: Keyring;
  /** Milliseconds since 1970. */
  readonly now: number;
  /** A random id of 16 characters [a-z0-9]. Seeded in rehearsals. */
  newId(): string;
}
