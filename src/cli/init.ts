/**
 * `npm run steward -- init`: asks which chats the bot is to be in, tries each token at once, and writes `.env`.
 *
 * Asked -> tried -> confirmed -> written: until then nothing is written, so that whoever leaves in the middle leaves all as
 * it was. Secrets are neither shown nor repeated. Only then a systemd unit is offered, which is a file beside `.env`.
 */
import { randomBytes } from "node:crypto";
import { chown, mkdir, readFile, stat, writeFile } from "node:fs/promises";
import { userInfo } from "node:os";
import { dirname, join, resolve } from "node:path";
import { fileURLToPath } from "node:url";
import type { Invitation } from "../chat/check.ts";
import { calledOf } from "../chat/platform.ts";
import type { ConfigMistake } from "../chat/variables.ts";
import {
  besideDatabase,
  ConfigError,
  databaseUrlIn,
  keyFileOf,
  readConfig,
  variableNames,
  type Config,
} from "../config.ts";
import { checkPlatforms, platformNamed, platforms, readPlatforms } from "../platforms.ts";
import { databaseFile } from "../store/location.ts";
import { keyFile } from "../store/master-key.ts";
import { exists } from "../store/open.ts";
import { KEY_BYTES } from "../store/sealing.ts";
import { readEnvFile, setIn, writeEnvFile, type Values } from "./env-file.ts";
import type { Terminal } from "./terminal.ts";
import { foldersOf, unitOf } from "./unit.ts";
import { CommandError, NotConfirmed, printable } from "./words.ts";

export interface InitOptions {
  /** What is set outside of `.env`, which goes first. */
  readonly environment: Readonly<Record<string, string | undefined>>;
  /** Where `.env` is written, absolute. */
  readonly folder: string;
  /** For docker compose: the master key goes into `.env`, apart from the volume of the data, and no unit is offered. */
  readonly container: boolean;
}

/** Where there is nobody who could be asked. */
export const noTerminal =
  "init asks questions, and there is no terminal here (in a container: docker run -it). " +
  "Run it in one, or copy .env.example to .env, fill it in, and look at it with: npm run steward -- doctor";

/** What was tried, and how the bot comes into chats there. */
interface Connected {
  readonly name: string;
  readonly values: Values;
  readonly invitation: Invitation | undefined;
}

const isYes = (answer: string): boolean => /^(?:y|yes)$/i.test(answer);

/** @throws {NotConfirmed} where nothing was written @throws {CommandError} */
export async function init(terminal: Terminal, { environment, folder, container }: InitOptions): Promise<void> {
  const file = join(folder, ".env");
  const before = await readEnvFile(file);
  const outside = Object.fromEntries(
    Object.entries(environment).flatMap(([name, value]) =>
      value !== undefined && value.trim() !== "" && variableNames.includes(name) ? [[name, value.trim()]] : [],
    ),
  );
  const given = { ...before?.values, ...outside };
  terminal.write("Steward asks which chats it is to be in, and tries each token at once.");
  terminal.write("Nothing is written before the end; Ctrl-C leaves everything as it is.");
  if (before !== undefined)
    terminal.write(`There is a .env already: ${already(given)}. You are asked before it changes.`);
  terminal.write("");

  const connected = await connect(terminal, given);
  const values: Record<string, string> = Object.assign({}, ...connected.map((one) => one.values));
  if (connected.length === 0) {
    terminal.write("No chat was chosen, so nothing is written: npm start begins in the terminal, without a .env.");
    return;
  }
  const key = await masterKey(given, container);
  Object.assign(values, key.values);
  const config = configOf({ ...before?.values, ...values, ...outside });
  const text = setIn(before?.text ?? (await template()), values, container ? "compose" : "node");
  if (before !== undefined) {
    const names = Object.keys(values).join(", ");
    if (!isYes(await terminal.ask(`Change ${names} in .env, and leave the rest as it is? Type yes`))) {
      throw new NotConfirmed();
    }
  }
  // Somebody may have written into it while questions were open: what they wrote must not be lost.
  if (before !== undefined && (await readEnvFile(file))?.text !== before.text) {
    throw new CommandError(`${file} was changed by somebody else meanwhile, so nothing was written. Begin again.`);
  }
  await writeEnvFile(file, text, before !== undefined);
  const written = container ? [] : writtenFolders(config, folder);
  for (const one of written) await makeFolder(folder, one);
  await key.make();
  await handOver(folder, [file, ...(config.masterKey.from === "file" ? [config.masterKey.file] : [])]);
  terminal.write(`Written: ${file}, which only you can read.`);
  for (const name of Object.keys(values).filter((one) => outside[one] !== undefined && outside[one] !== values[one])) {
    terminal.write(`But ${name} is set outside of .env too, and that goes first: take it away there.`);
  }
  terminal.write(key.said);
  invite(terminal, connected);
  if (container) {
    terminal.write("\nStart it:  docker compose --profile sqlite up -d");
    return;
  }
  terminal.write("\nStart it:  npm start");
  await offerUnit(terminal, folder, written, Object.keys(config.platforms).length > 0);
}

/** Whom a folder belongs to, where it is root that makes something for them in it. */
async function ownerOf(folder: string): Promise<{ readonly uid: number; readonly gid: number } | undefined> {
  const { uid, gid } = await stat(folder);
  return process.getuid?.() === 0 && uid !== 0 ? { uid, gid } : undefined;
}

/** What root has made in somebody's folder is theirs: they could not run the bot there otherwise. */
async function handOver(folder: string, made: readonly string[]): Promise<void> {
  const owner = await ownerOf(folder);
  if (owner === undefined) return;
  for (const one of made.map((path) => resolve(folder, path))) {
    if ((await exists(one)) && (await stat(one)).uid === 0) await chown(one, owner.uid, owner.gid);
  }
}

/** Makes a folder that the bot writes to, and those above it. Those that were there stay whose they are. */
async function makeFolder(folder: string, path: string): Promise<void> {
  const first = await mkdir(path, { recursive: true, mode: 0o700 });
  const made: string[] = [];
  for (let at = path; first !== undefined && at.length >= first.length; at = dirname(at)) made.push(at);
  await handOver(folder, made);
}

/** `telegram, discord are set in it`. */
function already(given: Values): string {
  const set = platforms.filter(({ name }) =>
    Object.entries(given).some(([variable, value]) => value !== "" && variable.startsWith(`${name.toUpperCase()}_`)),
  );
  return set.length === 0 ? "no platform is set in it" : `it has ${set.map(({ name }) => calledOf(name)).join(", ")}`;
}

/** Asks for platforms until there are no more. */
async function connect(terminal: Terminal, given: Values): Promise<readonly Connected[]> {
  const offered = platforms.filter(({ connection }) => connection?.asks !== undefined).map(({ name }) => name);
  const connected = new Map<string, Connected>();
  for (;;) {
    const left = offered.filter((name) => !connected.has(name));
    if (left.length === 0) break;
    const none = connected.size === 0 ? "Enter alone for none, to try it in the terminal" : "Enter alone to go on";
    const chosen = (await terminal.ask(`Which chat? ${left.join(", ")} (${none})`)).toLowerCase();
    if (chosen === "") break;
    const name = left.find((one) => one.startsWith(chosen));
    if (name === undefined) {
      terminal.write(`There is no ${printable(chosen)} to choose.`);
      continue;
    }
    const one = await connectTo(terminal, name, given);
    if (one !== undefined) connected.set(name, one);
  }
  return [...connected.values()];
}

/** Asks for what one platform needs, and tries it, until it works, or it is to stay as it is or out. */
async function connectTo(terminal: Terminal, name: string, given: Values): Promise<Connected | undefined> {
  for (;;) {
    const values = await answers(terminal, name);
    const { ok, invitation } = await tried(terminal, name, { ...given, ...values });
    if (ok) return { name, values, invitation };
    const again = await terminal.ask("Enter to type it again, keep to write it all the same, skip to leave it out");
    if (/^keep$/i.test(again)) return { name, values, invitation: undefined };
    if (/^skip$/i.test(again)) return undefined;
  }
}

/** The answers to what a platform asks for, each one that can be. One that is left empty is taken away in `.env` too. */
async function answers(terminal: Terminal, name: string): Promise<Values> {
  const connection = platformNamed(name)?.connection;
  if (connection?.asks === undefined) return {};
  const variables = new Map(Object.entries(connection.variables));
  const answered: Record<string, string> = {};
  for (let ask = connection.asks(answered); ask !== undefined; ask = connection.asks(answered)) {
    const variable = variables.get(ask.variable);
    const typed = unwrapped(
      await (variable?.secret === true ? terminal.askUnseen(ask.question) : terminal.ask(ask.question)),
    );
    if (typed === "" && ask.optional !== true) continue;
    if (typed !== "" && variable?.valid(typed) === false) {
      terminal.write(`That cannot be: ${variable.wrong}. ${variable.remedy}.`);
      continue;
    }
    answered[ask.variable] = typed;
  }
  // Another way to log in than before takes the place of that.
  const others = everAsked(connection.asks).filter((one) => answered[one] === undefined);
  return { ...answered, ...Object.fromEntries(others.map((one) => [one, ""])) };
}

/** Every variable that may be asked for, whatever is answered. */
function everAsked(asks: (answered: Values) => { readonly variable: string; readonly optional?: true } | undefined) {
  const found = new Set<string>();
  const walk = (answered: Values): void => {
    const ask = asks(answered);
    if (ask === undefined) return;
    found.add(ask.variable);
    for (const answer of ask.optional === true ? ["", "x"] : ["x"]) walk({ ...answered, [ask.variable]: answer });
  };
  walk({});
  return [...found];
}

/** What was copied with quotes around it. */
const unwrapped = (typed: string): string => /^(["'])(.*)\1$/.exec(typed)?.[2] ?? typed;

/** Says what the platform says of them. */
async function tried(
  terminal: Terminal,
  name: string,
  given: Values,
): Promise<{ readonly ok: boolean; readonly invitation: Invitation | undefined }> {
  const of = Object.fromEntries(
    Object.entries(given).filter(([variable, value]) => value !== "" && variable.startsWith(`${name.toUpperCase()}_`)),
  );
  const mistakes: ConfigMistake[] = [];
  const settings = readPlatforms(of, {
    wrong: (mistake) => mistakes.push(mistake),
    beside: (what) => besideDatabase(databaseUrlIn(given), what),
  });
  for (const { variable, wrong, remedy } of mistakes) terminal.write(`${variable}: ${wrong}. ${remedy}.`);
  if (mistakes.length > 0) return { ok: false, invitation: undefined };
  const nothingKept = { get: () => Promise.resolve(undefined) };
  for (const { check } of await checkPlatforms(settings, () => nothingKept)) {
    const { finding } = await check.account();
    if (!finding.ok) {
      terminal.write(`${capital(printable(finding.said))}. ${printable(finding.remedy)}.`);
      return { ok: false, invitation: undefined };
    }
    terminal.write(`${capital(printable(finding.said))}.`);
    const invitation = await check.invitation?.();
    for (const note of invitation?.notes ?? []) terminal.write(`${printable(note)}.`);
    return { ok: true, invitation };
  }
  return { ok: false, invitation: undefined };
}

const capital = (sentence: string): string => sentence.slice(0, 1).toUpperCase() + sentence.slice(1);

/** The master key: where it is, or where it is made once the rest is written. */
async function masterKey(
  given: Values,
  container: boolean,
): Promise<{ readonly values: Values; readonly said: string; make(): Promise<void> }> {
  const nothing = (): Promise<void> => Promise.resolve();
  const apart = "Keep a copy of it apart from the database: without it nothing can be read.";
  if ((given["STEWARD_MASTER_KEY"] ?? "") !== "") {
    return { values: {}, said: `The master key is the one in STEWARD_MASTER_KEY. ${apart}`, make: nothing };
  }
  const url = databaseUrlIn(given);
  const database = databaseFile(url);
  if (container || database === undefined) {
    const made = randomBytes(KEY_BYTES).toString("base64");
    return {
      values: { STEWARD_MASTER_KEY: made },
      said: `A master key was made in .env (STEWARD_MASTER_KEY). ${apart}`,
      make: nothing,
    };
  }
  const file = keyFileOf(url);
  if (await exists(file)) return { values: {}, said: `The master key is the one in ${file}. ${apart}`, make: nothing };
  if (await exists(database)) {
    const said = `There is a database already, but not its master key ${file}: put back your copy of it.`;
    return { values: {}, said, make: nothing };
  }
  return {
    values: {},
    said: `A master key was made in ${file}. ${apart}`,
    make: async () => void (await keyFile(file)),
  };
}

/** The whole of it, as the bot will read it. */
function configOf(values: Values): Config {
  try {
    return readConfig(values);
  } catch (error) {
    if (!(error instanceof ConfigError)) throw error;
    throw new CommandError(`Nothing was written: something else that is set cannot be used.\n${error.message}`);
  }
}

/** The file that explains every variable, where it is there. */
async function template(): Promise<string> {
  const example = fileURLToPath(new URL("../../.env.example", import.meta.url));
  return (await exists(example)) ? await readFile(example, "utf8") : "";
}

function invite(terminal: Terminal, connected: readonly Connected[]): void {
  for (const { name, invitation } of connected) {
    if (invitation === undefined) continue;
    terminal.write(`\n${calledOf(name)}:`);
    for (const { what, address } of invitation.links) terminal.write(`  ${what}\n    ${address}`);
  }
  terminal.write("\nIn the group, whoever administers it types /setup (on Matrix !setup).");
}

/** Writes `steward.service` beside `.env`, if that is wanted. Whoever leaves here leaves what was written before. */
async function offerUnit(
  terminal: Terminal,
  folder: string,
  written: readonly string[],
  connected: boolean,
): Promise<void> {
  if (process.platform !== "linux" || !connected) return;
  const file = join(folder, "steward.service");
  const there = (await exists(file)) ? ", in place of the one that is there" : "";
  const question = `A systemd unit that starts it with the machine, in steward.service${there}? yes or Enter for no`;
  const answer = await terminal.ask(question).catch((error: unknown) => {
    if (error instanceof NotConfirmed) return "";
    throw error;
  });
  if (!isYes(answer)) return;
  const root = process.getuid?.() === 0;
  const owner = await ownerOf(folder);
  // Not as root: a user of its own, unless the folder belongs to one already.
  const user = !root ? userInfo().username : owner === undefined ? "steward" : String(owner.uid);
  await writeFile(
    file,
    unitOf({
      user,
      folder,
      program: fileURLToPath(new URL("../main.ts", import.meta.url)),
      node: process.execPath,
      written,
    }),
  );
  terminal.write(`Written: ${file}. To use it:`);
  if (user === "steward" && folder.startsWith("/root/")) {
    terminal.write(
      "  First move all of it out of /root, to /opt for instance, and run init there: no other user can read it here.",
    );
  }
  if (user === "steward") terminal.write("  useradd --system steward");
  // Of somebody's own what the bot wrote is root's where root ran it before.
  if (root) {
    terminal.write(`  chown -R ${user} ${[join(folder, ".env"), ...written].map(shell).join(" ")}`);
  }
  const sudo = root ? "" : "sudo ";
  terminal.write(`  ${sudo}cp ${shell(file)} /etc/systemd/system/`);
  terminal.write(`  ${sudo}systemctl daemon-reload && ${sudo}systemctl enable --now steward`);
}

/** What the bot writes to: the folders of the database, of the master key, and of Matrix's keys. */
export function writtenFolders({ databaseUrl, masterKey, platforms: on }: Config, folder: string): readonly string[] {
  const database = databaseFile(databaseUrl);
  const files = [
    ...(database === undefined ? [] : [database]),
    ...(masterKey.from === "file" ? [resolve(folder, masterKey.file)] : []),
  ];
  const keys = on.matrix === undefined ? [] : [resolve(folder, on.matrix.keys)];
  return foldersOf(files, keys);
}

const shell = (path: string): string => (/^[\w./-]+$/.test(path) ? path : `'${path.replaceAll("'", "'\\''")}'`);
