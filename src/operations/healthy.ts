/**
 * `node src/operations/healthy.ts`: ends with 0 where the bot of this machine answers on its local port, or has none, and
 * with 1 where it does not. For a container's HEALTHCHECK, so it loads next to nothing.
 */
import { readAddress } from "../chat/variables.ts";

/** What is asked: `/healthz` where STEWARD_PORT says; undefined where there is no local port. */
export function asked(port: string): string | undefined {
  const { host, port: number } = readAddress(port.trim() === "" ? "9321" : port.trim()) ?? {};
  if (host === undefined) return undefined;
  const here = { "0.0.0.0": "127.0.0.1", "::": "::1" }[host] ?? host;
  return `http://${here.includes(":") ? `[${here}]` : here}:${String(number)}/healthz`;
}

if (import.meta.main) {
  const address = asked(process.env["STEWARD_PORT"] ?? "");
  if (address !== undefined) {
    process.exitCode = await fetch(address).then(
      ({ ok }) => (ok ? 0 : 1),
      () => 1,
    );
  }
}
