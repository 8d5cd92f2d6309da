/** Follows docs/development.md in a copy of the project: what a newcomer does, and nothing else. */
import { execFile } from "node:child_process";
import { cp, mkdir, mkdtemp, readFile, rm, symlink, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { dirname, join, relative } from "node:path";
import { fileURLToPath } from "node:url";
import { promisify } from "node:util";

const run = promisify(execFile);
const root = fileURLToPath(new URL("../..", import.meta.url));

/** What a walk says to do with a file. */
export interface Step {
  readonly file: string;
  readonly how: "new" | "append" | "after" | "instead";
  /** How the line begins behind which, or in whose place, the text comes. */
  readonly line?: string;
  readonly text: string;
}

/** A walk as it is written: what is done with files, and the lines for the shell. */
export interface Walk {
  readonly steps: readonly Step[];
  readonly shell: readonly string[];
}

/** The walk under a heading of docs/development.md. */
export async function readWalk(heading: string): Promise<Walk> {
  const text = await readFile(join(root, "docs/development.md"), "utf8");
  const part = text.split(/^## /mu).find((one) => one.startsWith(`${heading}\n`));
  if (part === undefined) throw new Error(`docs/development.md has no walk “${heading}”`);
  const blocks = [...part.matchAll(/(?:^|\n)([^\n]*)\n\n```(\w+)\n([^]*?)```/gu)];
  const steps = blocks.flatMap(([, before = "", , body = ""]): Step[] => {
    const fresh = /^New file `([^`]+)`:$/u.exec(before)?.[1];
    if (fresh !== undefined) return [{ file: fresh, how: "new", text: body }];
    const end = /^Append to `([^`]+)`:$/u.exec(before)?.[1];
    if (end !== undefined) return [{ file: end, how: "append", text: body }];
    const [, file, where, line] = /^In `([^`]+)`, (after|in place of) `([^`]+)`:$/u.exec(before) ?? [];
    if (file === undefined || line === undefined) return [];
    return [{ file, how: where === "after" ? "after" : "instead", line, text: body }];
  });
  const shell = blocks.flatMap(([, , language, body = ""]) => (language === "sh" ? body.trim().split("\n") : []));
  return { steps, shell };
}

/** What a copy does without: the packages, which it shares, and what a bot that runs here keeps for itself. */
const left: ReadonlySet<string> = new Set([".env", ".git", "data", "node_modules"]);

/** A copy of the project, with the packages of this one. */
export class Copy {
  readonly #folder: string;

  private constructor(folder: string) {
    this.#folder = folder;
  }

  static async make(): Promise<Copy> {
    const folder = await mkdtemp(join(tmpdir(), "steward-copy-"));
    await cp(root, folder, { recursive: true, filter: (path) => !left.has(relative(root, path)) });
    await symlink(join(root, "node_modules"), join(folder, "node_modules"));
    return new Copy(folder);
  }

  async follow({ steps, shell }: Walk): Promise<void> {
    for (const step of steps) await this.#do(step);
    for (const line of shell) await this.run("sh", "-c", line);
  }

  async #do({ file, how, line = "", text }: Step): Promise<void> {
    const path = join(this.#folder, file);
    if (how === "new") {
      await mkdir(dirname(path), { recursive: true });
      await writeFile(path, text, { flag: "wx" });
      return;
    }
    const before = await readFile(path, "utf8");
    if (how === "append") {
      await writeFile(path, `${before.trimEnd()}\n\n${text}`);
      return;
    }
    const lines = before.split("\n");
    const at = lines.flatMap((one, index) => (one.trim().startsWith(line.trim()) ? [index] : []));
    if (at.length !== 1) throw new Error(`${file} has ${at.length} lines that begin with ${line}`);
    const [found = 0] = at;
    if (how === "instead") lines.splice(found, 1, text.trimEnd());
    else lines.splice(found + 1, 0, text.trimEnd());
    await writeFile(path, lines.join("\n"));
  }

  /** What a program says, run in the copy. Fails with all of it if the program fails. */
  async run(program: string, ...args: readonly string[]): Promise<string> {
    const env = Object.fromEntries(Object.entries(process.env).filter(([name]) => !/^(?:VITEST|STEWARD_)/u.test(name)));
    try {
      const { stdout } = await run(program, args, {
        cwd: this.#folder,
        env: { ...env, NODE_ENV: "test", ICU_TIMEZONE_FILES_DIR: "node_modules/.zones" },
        maxBuffer: 2 ** 26,
      });
      return stdout;
    } catch (error) {
      const said = error as { readonly stdout?: string; readonly stderr?: string }; // an edge: Node.js says so
      throw new Error(`${program} ${args.join(" ")}\n${said.stdout ?? ""}\n${said.stderr ?? ""}`, { cause: error });
    }
  }

  async remove(): Promise<void> {
    await rm(this.#folder, { recursive: true, force: true });
  }
}
