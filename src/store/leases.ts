/**
 * Several processes on one PostgreSQL. For each account of the bot one of them holds the connection, receives and sends;
 * another is ready to take over (leases-postgresql.ts). On SQLite one process does all, and there are no leases.
 */

/** What is known of an account that this process could connect. */
export interface Contender {
  /** HMAC of what names the account before it has connected. */
  readonly key: string;
  readonly platform: string;
  /** The account's id on its platform; "" while it is not known. */
  account(): string;
  /** Another process knows the account's id. */
  learned(account: string): void;
  /** It is this process's turn to connect the account. */
  gained(): Promise<void>;
  /** It is not any more: nothing is begun from the moment of the call, and the connection is given up. */
  lost(): Promise<void>;
}

/**
 * - `ours`: it may be sent, if that begins now.
 * - `gone`: the row waits no more.
 * - `unsure`: it cannot be known whether the account is ours, or it is another's: not to be sent.
 */
export type Claim = "ours" | "gone" | "unsure";

export interface Leases {
  /** What this process is called, for whoever runs it: its machine and its number there. */
  readonly name: string;
  /** Tries to hold the account from now on. */
  contend(contender: Contender): void;
  /** Whether this process is the one that holds the account (its key), as far as it knows. */
  holds(key: string): boolean;
  /** Whether some process, of those that run or ran until lately, connects the account, configured here or not. */
  knows(platform: string, account: string): boolean;
  /** The name of the process that holds the account (its key), as it was when that was last looked up. */
  holder(key: string): string | undefined;
  /**
   * Asks the database whether the account (its key) is still held by this process. To be called right before a write to a
   * platform, and nothing that waits may come between its answer and the write.
   * @param row the outbox row that is to be sent, where it is one
   */
  claim(key: string, row?: string): Promise<Claim>;
  /** Holds nothing new. */
  closing(): void;
  /** Gives all back, so that another process takes over at once. */
  end(): Promise<void>;
}
