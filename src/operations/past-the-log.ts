/**
 * What Node.js and libraries say past the log, as lines of it: whoever reads it reads JSON. Of a warning only kind and code
 * are kept, of what a library prints only where: their words may quote people.
 */
import { describeError, type Log } from "../core/log.ts";

const printing = ["log", "info", "warn", "error", "debug", "trace"] as const;

/** From now on, for as long as the process lives. */
export function takeOverWhatIsPrinted(log: Log): void {
  process.removeAllListeners("warning"); // Node.js's own, which writes on standard error
  process.on("warning", (warning) => {
    log.warn(describeError(warning), "Node.js warns of something");
  });
  for (const name of printing) {
    console[name] = () => {
      const { at } = describeError(new Error("printed"));
      // The first place is this one.
      log.warn({ at: Array.isArray(at) ? at.slice(1) : [] }, "a library printed something, which is left out");
    };
  }
}
