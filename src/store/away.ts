/** Whether a database is not there, as against one that does not want us. */

/** Of sockets, and of a PostgreSQL that is starting up or shutting down. */
const awayCodes: ReadonlySet<string> = new Set([
  "ECONNREFUSED",
  "ECONNRESET",
  "ETIMEDOUT",
  "EHOSTUNREACH",
  "ENETUNREACH",
  "ENOTFOUND", // a container's name is known once that runs
  "EAI_AGAIN",
  "57P01",
  "57P02",
  "57P03",
]);
/** The same, as Prisma's adapter says it. */
const awayKinds: ReadonlySet<string> = new Set(["DatabaseNotReachable", "ConnectionClosed", "SocketTimeout"]);

/** It may come yet: waiting is worth while. A wrong password, or a database that is not there on the server, is no such thing. */
export function isAway(error: unknown, depth = 0): boolean {
  if (typeof error !== "object" || error === null || depth > 5) return false;
  const said = (name: string): string => {
    const value: unknown = Reflect.get(error, name);
    return typeof value === "string" ? value : "";
  };
  if (awayCodes.has(said("code")) || awayCodes.has(said("originalCode")) || awayKinds.has(said("kind"))) return true;
  // A name with several addresses fails with an error for each.
  const inner: unknown[] = error instanceof AggregateError ? error.errors : [];
  return [...inner, Reflect.get(error, "cause")].some((one) => isAway(one, depth + 1));
}
