/** What can be wrong with a store. Each of them stops the machine: none is worked around. */
export type StoreProblem =
  /** `initialize` was given a path for which `provideStoreKey` was never called. */
  | "no-key"
  | "wrong-key"
  | "corrupt"
  /** Another process, or another machine of this one, has the store open. */
  | "in-use"
  /** The file is older than what was written last: going on would use Megolm indexes twice. */
  | "rolled-back"
  /** The file is a backup. It is read with `readBackup`, never opened to go on with. */
  | "is-backup"
  | "not-a-backup"
  /** The store belongs to another user or device. */
  | "wrong-account"
  | "write-failed"
  | "closed";

/** The store cannot be used, and why. */
export class CryptoStoreError extends Error {
  override readonly name = "CryptoStoreError";
  readonly problem: StoreProblem;

  constructor(problem: StoreProblem, message: string, options?: ErrorOptions) {
    super(message, options);
    this.problem = problem;
  }
}

/** A room event could not be read. `MissingRoomKey` may mend itself: see `OlmMachine.onRoomKeys`. */
export class DecryptionError extends Error {
  override readonly name = "DecryptionError";
  /** The name in `DecryptionErrorCode` of the WebAssembly package, such as `MissingRoomKey`. */
  readonly code: string;
  /** Why the sender kept the key back (`m.unverified` and the like), if it said so. */
  readonly withheldCode: string | undefined;

  constructor(code: string, message: string, withheldCode: string | undefined) {
    super(message);
    this.code = code;
    this.withheldCode = withheldCode;
  }
}

/** Called once memory and file can no longer be trusted to agree. It is to end the process. */
export type FatalHandler = (error: Error) => void;

/** Exit code of the default handler: EX_SOFTWARE of sysexits.h. */
const EXIT_CODE = 70;

const exit: FatalHandler = (error) => {
  process.stderr.write(`matrix-crypto: ${error.message}; the process ends, start it again\n`);
  process.exit(EXIT_CODE);
};

let handler: FatalHandler = exit;

/**
 * Replaces what happens after a Rust panic or a failed write; by default one line on stderr and exit code 70.
 * A handler that returns leaves the machine refusing all work, since neither can be recovered from in the process: after
 * a panic the calls in flight never settle and the locks that they held stay locked.
 *
 * @example onFatal((error) => { log.fatal(error); process.exit(70); });
 * @returns a function that puts the handler back that was there before.
 */
export function onFatal(next: FatalHandler): () => void {
  const before = handler;
  handler = next;
  return () => {
    handler = before;
  };
}

/** Reports an error after which the process must not go on. */
export function fatal(error: Error): void {
  handler(error);
}

/** A panic of the Rust code: WebAssembly then traps, and says no more than "unreachable". */
export function isPanic(error: unknown): error is Error {
  return error instanceof Error && error.name === "RuntimeError" && /matrix_sdk_crypto/.test(error.stack ?? "");
}

let watching = false;

/**
 * Watches for panics. Most come as uncaught exceptions, because the Rust futures run in microtasks of their own; the
 * promise that the caller waits for never settles. A monitor sees them even where another part of the process has
 * installed an `uncaughtException` handler that goes on.
 */
export function watchForPanics(): void {
  if (watching) return;
  watching = true;
  process.on("uncaughtExceptionMonitor", (error) => {
    if (isPanic(error)) fatal(panicked(error));
  });
}

/** Runs a call into WebAssembly; a panic that comes back to the caller is as fatal as one that does not. */
export async function guarded<T>(call: () => T | Promise<T>): Promise<T> {
  try {
    return await call();
  } catch (error) {
    if (isPanic(error)) fatal(panicked(error));
    throw error;
  }
}

function panicked(cause: Error): Error {
  return new Error("the encryption library panicked", { cause });
}
