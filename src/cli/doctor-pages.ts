/** What the doctor looks at where pages are served (STEWARD_PUBLIC_URL): whether they are reached, and nothing else is. */
import type { Config } from "../config.ts";
import type { Finding } from "../chat/check.ts";
import { newSecret, pageKinds, pagePath } from "../chat/pages.ts";
import { secureRandom } from "../core/random.ts";

/** How long an answer may take. Milliseconds. */
const patience = 10_000;

type Answer = { readonly status: number; readonly text: string } | undefined;

/** What an address answers; undefined: nothing. Where it leads on to is not followed. */
async function ask(url: string): Promise<Answer> {
  try {
    const response = await fetch(url, { redirect: "manual", signal: AbortSignal.timeout(patience) });
    return { status: response.status, text: await response.text() };
  } catch {
    return undefined;
  }
}

const docs = "docs/operators.md, Pages";

/** Undefined where no pages are served. */
export async function pagesFinding({
  publicUrl,
  operations,
}: Pick<Config, "publicUrl" | "operations">): Promise<Finding | undefined> {
  if (publicUrl === undefined || operations === undefined) return undefined;
  const host = operations.host.includes(":") ? `[${operations.host}]` : operations.host;
  const local = await ask(`http://${host}:${String(operations.port)}/healthz`);
  if (local?.status !== 200) return { ok: true, said: `${publicUrl}, not looked at: the bot does not run` };
  // Of an address that nobody has the bot itself says that it is not in use.
  for (const kind of pageKinds) {
    const path = pagePath(
      kind,
      newSecret((below) => secureRandom.integer(below)),
    );
    const answer = await ask(`${publicUrl}${path}`);
    if (answer === undefined) {
      const remedy = `See that the name leads to this machine, and that the proxy runs and has a certificate (${docs})`;
      return { ok: false, said: `${publicUrl} is not reached`, remedy };
    }
    if (answer.status !== 410) {
      const remedy = `Have the proxy pass /c/ and /b/ on to port ${String(operations.port)}, path and all (${docs})`;
      return { ok: false, said: `${publicUrl} answers ${String(answer.status)}, and not for the bot`, remedy };
    }
  }
  // The bot has them at its root, whatever path its pages are below.
  const figures = new URL("/metrics", publicUrl).href;
  const metrics = await ask(figures);
  if (metrics?.status === 200 && metrics.text.includes("steward_")) {
    const remedy = `Have the proxy pass on nothing but /c/ and /b/ (${docs})`;
    return { ok: false, said: `everybody can read the bot's figures at ${figures}`, remedy };
  }
  return { ok: true, said: `${publicUrl} is reached` };
}
