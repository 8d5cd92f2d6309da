/** Python, in a virtual environment of its own for each set of packages: for readers and servers that are not of JavaScript. */
import { execFile } from "node:child_process";
import { existsSync } from "node:fs";
import { mkdir, rm, stat, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { promisify } from "node:util";

const run = promisify(execFile);

const cache = (): string => process.env["STEWARD_TEST_CACHE"] ?? join(tmpdir(), "steward-matrix");

/**
 * Makes the virtual environment if it is not there.
 * @param packages pinned: `icalendar==7.3.0`
 * @returns its Python
 */
export async function pythonWith(name: string, packages: readonly string[]): Promise<string> {
  const venv = join(cache(), `venv-${name}`);
  const python = join(venv, "bin", "python");
  const ready = join(venv, ".ready");
  const lock = join(cache(), `installing-${name}`);
  await mkdir(cache(), { recursive: true });
  for (;;) {
    if (existsSync(ready)) return python;
    try {
      await mkdir(lock);
      break;
    } catch {
      // Another test file installs it; a lock that is older than ten minutes was left by a process that ended.
      const held = await stat(lock).catch(() => undefined);
      if (held !== undefined && Date.now() - held.mtimeMs > 600_000) await rm(lock, { recursive: true, force: true });
      await new Promise((resolve) => setTimeout(resolve, 500));
    }
  }
  try {
    await rm(venv, { recursive: true, force: true });
    await run("python3", ["-m", "venv", venv]);
    await run(python, ["-m", "pip", "install", "--quiet", "--disable-pip-version-check", ...packages]);
    await writeFile(ready, "");
  } finally {
    await rm(lock, { recursive: true, force: true });
  }
  return python;
}
