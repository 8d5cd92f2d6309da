/**
 * `npm run steward -- doctor`: looks at everything that the bot needs, says what is wrong and how to mend it. It may run
 * while the bot runs; it changes nothing, except that where none does it brings the database to this version, as every
 * start does.
 */
import { access, constants, statfs } from "node:fs/promises";
import { dirname, resolve } from "node:path";
import { ConfigError, readConfig, type Config } from "../config.ts";
import type { AdapterHost } from "../chat/adapter.ts";
import type { Finding, PlatformCheck } from "../chat/check.ts";
import { describeError } from "../core/log.ts";
import { randomId, secureRandom } from "../core/random.ts";
import { isZone } from "../domain/time.ts";
import { checkPlatforms, platformNamed } from "../platforms.ts";
import { readBacklog } from "../store/backlog.ts";
import type { Tx } from "../store/database.ts";
import { boundChats, tryToWrite, zonesInUse, type BoundChat } from "../store/inspection.ts";
import { platformFacts } from "../store/facts.ts";
import { databaseFile } from "../store/location.ts";
import { exists, openStore, type Store } from "../store/open.ts";
import type { Session } from "../store/session.ts";
import { zoneFolder, zoneVersions } from "../zone-data.ts";
import { pagesFinding } from "./doctor-pages.ts";
import { isExplained, printable } from "./words.ts";

export type Environment = Readonly<Record<string, string | undefined>>;

/** How far our clock may be from a platform's, whose `Date` has whole seconds. */
const mostDriftMs = 10_000;
const leastFreeBytes = 200 * 1024 * 1024;

/** Writes the findings; gives the number of things that are wrong. `now`, in milliseconds since 1970: by which ages are told. */
export async function examine(
  environment: Environment,
  write: (line: string) => void,
  now = Date.now(),
): Promise<number> {
  let wrong = 0;
  for await (const [about, finding] of findings(environment, now)) {
    if (!finding.ok) wrong++;
    write(`${finding.ok ? "ok   " : "WRONG"}  ${about}: ${printable(finding.said)}`);
    if (!finding.ok) write(`         ${printable(finding.remedy)}.`);
  }
  write(
    wrong === 0
      ? "Everything is as it should be."
      : wrong === 1
        ? "1 thing is wrong."
        : `${String(wrong)} things are wrong.`,
  );
  return wrong;
}

type Found = readonly [about: string, finding: Finding];

async function* findings(environment: Environment, now: number): AsyncGenerator<Found> {
  let config: Config;
  try {
    config = readConfig(environment);
  } catch (error) {
    if (!(error instanceof ConfigError)) throw error;
    for (const { variable, wrong, remedy } of error.mistakes) yield [variable, { ok: false, said: wrong, remedy }];
    return;
  }
  yield [
    "configuration",
    {
      ok: true,
      said: `every variable can be read; on: ${Object.keys(config.platforms).join(", ") || "only the console"}`,
    },
  ];
  const store = yield* database(config);
  try {
    const zones = store === undefined ? [] : await store.database.transaction((tx) => zonesInUse(sessionIn(store, tx)));
    yield ["zone data", zoneData(zones, now)];
    yield* onPlatforms(config, store);
    const pages = await pagesFinding(config);
    if (pages !== undefined) yield ["pages", pages];
  } finally {
    await store?.database.close();
  }
}

const sessionIn = ({ keyring }: Store, tx: Tx): Session => ({
  tx,
  keyring,
  now: Date.now(),
  newId: () => randomId(secureRandom),
});

/** Open, migrated, with its key, writable, on a disk with room, and with nothing that was given up. */
async function* database(config: Config): AsyncGenerator<Found, Store | undefined> {
  const about = "database";
  const file = databaseFile(config.databaseUrl);
  if (file !== undefined && !(await exists(file))) {
    yield [about, await canBeMade(file)];
    return undefined;
  }
  let store: Store;
  try {
    store = await openStore(config.databaseUrl, config.masterKey);
  } catch (error) {
    yield [about, cannotOpen(error)];
    return undefined;
  }
  yield [about, { ok: true, said: `${store.database.provider}, open, up to date, and the master key fits` }];
  yield [about, await writable(store)];
  if (file !== undefined) yield ["disk", await freeSpace(file)];
  const { givenUp } = await store.database.read((tx) => readBacklog(tx, Date.now()));
  for (const { kind, count } of givenUp) {
    const remedy = `The log says why ("a job failed", kind ${kind}). With the cause mended, report it if it stays`;
    yield [
      "jobs",
      { ok: false, said: `${String(count)} of the kind ${kind} failed ten times and were given up`, remedy },
    ];
  }
  return store;
}

async function canBeMade(file: string): Promise<Finding> {
  for (let folder = dirname(resolve(file)); ; folder = dirname(folder)) {
    if (!(await exists(folder))) continue;
    try {
      await access(folder, constants.W_OK | constants.X_OK);
      return { ok: true, said: `there is none yet; the first start makes ${file}` };
    } catch {
      const remedy = `Give the user that runs the bot the right to write in ${folder}, or set DATABASE_URL`;
      return { ok: false, said: `${file} cannot be made`, remedy };
    }
  }
}

function cannotOpen(error: unknown): Finding {
  if (isExplained(error)) {
    const [said = "", ...remedy] = error.message.split(/(?<=\.) /);
    return { ok: false, said: said.replace(/\.$/, ""), remedy: remedy.join(" ").replace(/\.$/, "") };
  }
  const { code, error: kind } = describeError(error);
  const remedy = "See that DATABASE_URL is right, that it runs, and that user, password and rights are correct";
  return { ok: false, said: `it cannot be opened (${String(code ?? kind)})`, remedy };
}

/** Thrown to take back what was written. */
class TakeBack extends Error {}

async function writable(store: Store): Promise<Finding> {
  try {
    await store.database.transaction(async (tx) => {
      await tryToWrite(sessionIn(store, tx));
      throw new TakeBack();
    });
  } catch (error) {
    if (error instanceof TakeBack) return { ok: true, said: "can be written to" };
    const { code, error: kind } = describeError(error);
    const remedy =
      "See that the disk is not full or read-only, and that the file belongs to the user that runs the bot";
    return { ok: false, said: `cannot be written to (${String(code ?? kind)})`, remedy };
  }
  return { ok: true, said: "can be written to" };
}

async function freeSpace(file: string): Promise<Finding> {
  const { bavail, bsize } = await statfs(dirname(resolve(file)));
  const free = bavail * bsize;
  const megabytes = `${String(Math.floor(free / 1024 / 1024))} MB free`;
  return free >= leastFreeBytes
    ? { ok: true, said: megabytes }
    : { ok: false, said: `only ${megabytes}`, remedy: "Make room: with a full disk nothing is taken in" };
}

const halfYear = 183 * 86_400_000;

/** Whether the newest zone data that is there is used, knows every zone in use, and is young enough. `now`: milliseconds since 1970. */
export function zoneData(zones: readonly string[], now: number, { used, wanted } = zoneVersions()): Finding {
  const of = used.date === undefined ? used.version : `${used.version} of ${used.date}`;
  const unknown = zones.filter((zone) => !isZone(zone));
  if (used.version !== wanted.version) {
    const said = `${of} is used, although ${wanted.version} is there: times are wrong in some places`;
    return { ok: false, said, remedy: `Set ICU_TIMEZONE_FILES_DIR=${zoneFolder} before Steward starts` };
  }
  const remedy = "Renew it: docs/operators.md, Zone data";
  if (unknown.length > 0) return { ok: false, said: `${of} does not know ${unknown.join(", ")}`, remedy };
  // Of a version without a date only the year is known.
  const since = Date.parse(used.date ?? `${used.version.slice(0, 4)}-12-31`);
  if (!(now - since <= halfYear)) {
    return { ok: false, said: `${of} is over six months old: times are wrong where a law has changed since`, remedy };
  }
  const known = zones.length === 0 ? "" : `; knows ${zones.join(", ")}`;
  return { ok: true, said: `${of}${known}` };
}

/** Each token, our clock against each platform's, and each chat. */
async function* onPlatforms(config: Config, store: Store | undefined): AsyncGenerator<Found> {
  const chats = store === undefined ? [] : await store.database.transaction((tx) => boundChats(sessionIn(store, tx)));
  const factsOf = (platform: string): Pick<AdapterHost["facts"], "get"> =>
    store === undefined
      ? { get: () => Promise.resolve(undefined) }
      : platformFacts(store.database, platform, (tx) => sessionIn(store, tx));
  for (const { name: platform, check } of await checkPlatforms(config.platforms, factsOf)) {
    const { finding, account, aheadMs } = await check.account();
    yield [platform, finding];
    if (aheadMs !== undefined) yield ["clock", drift(aheadMs, platform)];
    if (!finding.ok) continue;
    for (const { chat, group } of chats) {
      if (chat.platform !== platform) continue;
      yield [`${platform}, ${nameOf({ chat, group })}`, await inChat(check, { chat, group }, account)];
    }
  }
  for (const platform of new Set(chats.map(({ chat }) => chat.platform))) {
    if (Object.hasOwn(config.platforms, platform)) continue;
    const known = platformNamed(platform);
    if (known === undefined) {
      const remedy = "Run the version that has it, or take these chats off their cells there";
      yield [platform, { ok: false, said: "there are chats on it, but this version does not know it", remedy }];
    } else if (known.connection !== undefined) {
      const remedy = `Set its token again. What is to be said there waits until then`;
      yield [platform, { ok: false, said: "there are chats on it, but it is off", remedy }];
    }
  }
}

const nameOf = ({ chat, group }: BoundChat): string =>
  printable(chat.title === undefined || chat.title === group ? group : `${group} (${chat.title})`);

async function inChat(check: PlatformCheck, { chat }: BoundChat, account: string | undefined): Promise<Finding> {
  if (account !== undefined && chat.account !== account) {
    const remedy =
      "Use the earlier account's token, or add the new bot to the chat and bind it with a code (/cell code)";
    return { ok: false, said: "it was bound by another account of the bot", remedy };
  }
  return check.chat(chat.ref);
}

function drift(aheadMs: number, platform: string): Finding {
  const seconds = Math.round(Math.abs(aheadMs) / 1000);
  if (Math.abs(aheadMs) <= mostDriftMs) return { ok: true, said: `agrees with ${platform}'s` };
  return {
    ok: false,
    said: `this machine's is ${String(seconds)} s ${aheadMs > 0 ? "behind" : "ahead of"} ${platform}'s`,
    remedy: "Set it by the network (systemd-timesyncd, chrony): deadlines and reminders follow it",
  };
}
