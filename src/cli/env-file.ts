/**
 * The file `.env`: variables written into it so that Node.js, which reads it for the bot, and docker compose, which does in a
 * container, read them as they are. Mode 0600.
 */
import { randomBytes } from "node:crypto";
import { chown, link, open, readFile, realpath, rename, rm, stat } from "node:fs/promises";
import { dirname } from "node:path";
import { parseEnv } from "node:util";
import { CommandError } from "./words.ts";

export type Values = Readonly<Record<string, string>>;

/** What a `.env` holds; undefined where there is none. */
export async function readEnvFile(
  file: string,
): Promise<{ readonly text: string; readonly values: Values } | undefined> {
  try {
    const text = await readFile(file, "utf8");
    return { text, values: valuesIn(text) };
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === "ENOENT") return undefined;
    throw new CommandError(`${file} cannot be read. See that it is a file, and that it belongs to you.`);
  }
}

const valuesIn = (text: string): Values =>
  Object.fromEntries(
    Object.entries(parseEnv(text)).flatMap(([name, value]) => (value === undefined ? [] : [[name, value]])),
  );

/** Who reads a `.env`. */
export type Reader = "node" | "compose";

/**
 * A text of a `.env` in which these are set, and all else is as it was.
 * @param reader compose: whatever it can be told, Node.js reads as well
 * @throws {CommandError} where a value cannot be written so that it is read again
 */
export function setIn(text: string, values: Values, reader: Reader): string {
  const left = new Map(Object.entries(values));
  const lines = text.split("\n").flatMap((line) => {
    const name = /^\s*(?:export\s+)?([A-Z_][A-Z0-9_]*)\s*=/.exec(line)?.[1] ?? "";
    if (!Object.hasOwn(values, name)) return [line];
    const value = left.get(name);
    left.delete(name); // of a name that stands there twice, the last one counts: one is left
    return value === undefined ? [] : [`${name}=${quoted(name, value, reader)}`];
  });
  if (lines.at(-1) === "") lines.pop();
  for (const [name, value] of left) lines.push(`${name}=${quoted(name, value, reader)}`);
  const written = `${lines.join("\n")}\n`;
  const expected = { ...valuesIn(text), ...values };
  const read = valuesIn(written);
  for (const [name, value] of Object.entries(expected)) {
    if (read[name] !== value) throw new CommandError(`${name} cannot be written into .env as it is. Set it by hand.`);
  }
  return written;
}

/**
 * As it is, or in quotes: in single ones nobody looks for variables and escapes, but that a backslash at the end takes the
 * quote along for compose (github.com/compose-spec/compose-go, dotenv/parser.go). In backticks only Node.js sees quotes.
 */
function quoted(name: string, value: string, reader: Reader): string {
  if (/^[\w.:@/+=,*-]*$/.test(value)) return value;
  const forms = [
    ...(reader === "compose" && value.endsWith("\\") ? [] : [`'${value}'`]),
    ...(/[$\\`]/.test(value) ? [] : [`"${value}"`]),
    ...(reader === "compose" ? [] : [`\`${value}\``]),
  ];
  const right = forms.find((form) => valuesIn(`${name}=${form}\n`)[name] === value);
  if (right !== undefined) return right;
  throw new CommandError(
    reader === "compose"
      ? `${name} has a ' in it beside \", $, \\ or \`, or a \\ at its end, which docker cannot be told in a .env. Choose another one.`
      : `${name} has quotes of every kind in it, which no .env can hold. Choose another one.`,
  );
}

/**
 * Writes it whole or not at all, for its owner alone. Where there was none it does not replace one that came meanwhile.
 * @param replace one that was asked about
 */
export async function writeEnvFile(file: string, text: string, replace: boolean): Promise<void> {
  const target = replace ? await realpath(file) : file;
  const temporary = `${target}.${randomBytes(4).toString("hex")}`;
  try {
    const handle = await open(temporary, "wx", 0o600);
    try {
      await handle.writeFile(text);
      await handle.sync();
    } finally {
      await handle.close();
    }
    if (replace) {
      const { uid, gid } = await stat(target);
      if (process.getuid?.() === 0) await chown(temporary, uid, gid);
      await rename(temporary, target);
    } else await link(temporary, target); // unlike rename, never replaces one
  } catch (error) {
    const why = (error as NodeJS.ErrnoException).code;
    throw new CommandError(
      why === "EEXIST"
        ? `There is a ${file} now that was not there before. Begin again.`
        : `${file} cannot be written (${String(why)}). See that you may write in ${dirname(target)}.`,
    );
  } finally {
    await rm(temporary, { force: true });
  }
}
