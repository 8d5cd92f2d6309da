/** What may be logged: no text of people, no names, platform ids or tokens. */

/** Log without text of people, names, platform ids or tokens. */
export interface Log {
  info(fields: Record<string, unknown>, message: string): void;
  warn(fields: Record<string, unknown>, message: string): void;
  error(fields: Record<string, unknown>, message: string): void;
}

/** The kind of a mistake, without its words. */
export const nameOf = (error: unknown): string => (error instanceof Error ? error.name : typeof error);

/**
 * The lines of its stack that name places in code. They stand after the message, and a line of the message that looks like
 * one is none; where the message is not in the stack as it is (somebody has changed it), no line is known for certain.
 */
function placesIn({ stack = "", message }: Error): readonly string[] {
  const begins = stack.indexOf(message);
  if (begins < 0) return [];
  return stack
    .slice(begins + message.length)
    .split("\n")
    .filter((line) => /^\s+at /u.test(line));
}

/** What may be logged of a mistake: where, not what; its message may hold what people wrote. */
export const describeError = (error: unknown): Record<string, unknown> => {
  if (!(error instanceof Error)) return { error: typeof error };
  const at = placesIn(error)
    .slice(0, 6)
    .map((line) =>
      line.replace(/^\s+at /u, "").replace(/\(?(?:file:\/\/)?\S*\/((?:[^/\s]+\/)?[^/\s]+:\d+:\d+)\)?$/u, "$1"),
    );
  return { error: error.name, ...("code" in error ? { code: String(error.code) } : {}), at };
};
