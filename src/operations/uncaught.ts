/**
 * What is thrown where nobody catches it. An adapter's library may do that on an event that it did not expect: only that
 * connection begins anew. Anything else leaves the process in a state that nobody knows: it ends, as cleanly as it can,
 * and whoever watches it starts it again. Neither shows more of an error than where it happened: its message may quote
 * people.
 */
import { describeError, type Log } from "../core/log.ts";
import { doer } from "../core/inside.ts";

/** @param end stops the bot; it is called once at most for each thing that was thrown */
export function watchUncaught(log: Log, end: () => void): void {
  const caught = (error: unknown): void => {
    const adapter = doer();
    if (adapter?.beginAnew === undefined) {
      log.error(describeError(error), "something failed where nobody waits for it: the bot ends, start it again");
      end();
      return;
    }
    const { platform } = adapter.capabilities;
    log.error({ platform, ...describeError(error) }, "a platform's library failed: its connection begins anew");
    adapter.beginAnew();
  };
  process.on("uncaughtException", caught);
  process.on("unhandledRejection", caught);
}
