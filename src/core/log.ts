/** What may be logged: no text of people, no names, platform ids or tokens. */

/** Log without text of people, names, platform ids or tokens. */
export interface Log {
  info(fields: Record<string, unknown>, message: string): void;
  warn(fields: Record<string, unknown>, message: string): void;
  error(fields: Record<string, unknown>, message: string): void;
}

/** The kind of a mistake, without its words. */
export const nameOf = (error: unknown): string => (error instanceof Error ? error.name : typeof error);

/** What may be logged of a mistake: where, not what; its message may hold what people wrote. */
export const describeError = (error: unknown): Record<string, unknown> => {
  if (!(error instanceof Error)) return { error: typeof error };
  const at = (error.stack ?? "")
    .split("\n")
    .filter((line) => /^\s+at /u.test(line))
    .slice(0, 6)
    .map((line) =>
      line.replace(/^\s+at /u, "").replace(/\(?(?:file:\/\/)?\S*\/((?:[^/\s]+\/)?[^/\s]+:\d+:\d+)\)?$/u, "$1"),
    );
  return { error: error.name, ...("code" in error ? { code: String(error.code) } : {}), at };
};
