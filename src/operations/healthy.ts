/**
 * `node src/operations/healthy.ts`: ends with 0 where the bot of this machine answers on its local port, or has none, and
 * with 1 where it does not. For a container's HEALTHCHECK.
 */
import { readConfig } from "../config.ts";

/** What is asked: `/healthz` where the bot listens with this environment; undefined where it has no local port. */
export function asked(environment: Readonly<Record<string, string | undefined>>): string | undefined {
  const { operations } = readConfig(environment);
  if (operations === undefined) return undefined;
  const { host, port } = operations;
  const here = { "0.0.0.0": "127.0.0.1", "::": "::1" }[host] ?? host;
  return `http://${here.includes(":") ? `[${here}]` : here}:${String(port)}/healthz`;
}

if (import.meta.main) {
  const address = asked(process.env);
  if (address !== undefined) {
    process.exitCode = await fetch(address).then(
      ({ ok }) => (ok ? 0 : 1),
      () => 1,
    );
  }
}
