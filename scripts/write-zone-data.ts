/**
 * Gives Node.js today's time zones: writes those of the package moment-timezone as the file that ICU, which is inside
 * Node.js, takes instead of its own where ICU_TIMEZONE_FILES_DIR names its folder (ICU User Guide, "Updating the Time
 * Zone Data"). Intl, Date and Temporal all follow. Runs at `npm ci` (postinstall), before anything of src is there.
 *
 *     node scripts/write-zone-data.ts [FOLDER]     node_modules/.zones where none is named
 *
 * Written there: `zoneinfo64.res`, and `version` with its version and, where it is known, its date ("2026f 2026-10-29").
 * Where Node.js has the same or newer zones itself, the folder is removed: ICU passes over one that is not there.
 */
import { execFileSync } from "node:child_process";
import { mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import moment, { type MomentZone } from "moment-timezone";

const DAY = 86_400_000;

// The format of ICU's resource bundles: ICU's uresdata.h, format 1.3, little endian.

/** A value inside the bundle: its type in the upper 4 bits, below them where it stands, in words of 32 bits. */
type Resource = number;
const types = { string: 0, binary: 1, table: 2, array: 8, integers: 14 } as const;

/** The words of 32 bits that these bytes make, filled up with zeros. */
function words(bytes: Uint8Array): number[] {
  const whole = Buffer.concat([bytes, Buffer.alloc(-bytes.length & 3)]);
  return Array.from({ length: whole.length / 4 }, (_, index) => whole.readInt32LE(4 * index));
}

class Bundle {
  /** Before the keys: the root and six figures about the bundle. */
  static readonly #before = 7;
  readonly #keys: Buffer;
  readonly #keyAt = new Map<string, number>();
  readonly #words: number[] = [];

  constructor(keys: readonly string[]) {
    let text = "";
    for (const key of [...keys].sort()) {
      this.#keyAt.set(key, 4 * Bundle.#before + text.length);
      text += `${key}\0`;
    }
    this.#keys = Buffer.from(text.padEnd(Math.ceil(text.length / 4) * 4, "\0"), "latin1");
  }

  get #base(): number {
    return Bundle.#before + this.#keys.length / 4;
  }

  #put(type: number, values: readonly number[]): Resource {
    const at = this.#base + this.#words.length;
    for (const value of values) this.#words.push(value | 0);
    return (type << 28) | at;
  }

  readonly integers = (values: readonly number[]): Resource => this.#put(types.integers, [values.length, ...values]);
  readonly array = (items: readonly Resource[]): Resource => this.#put(types.array, [items.length, ...items]);
  readonly binary = (bytes: Uint8Array): Resource => this.#put(types.binary, [bytes.length, ...words(bytes)]);
  readonly string = (text: string): Resource =>
    this.#put(types.string, [text.length, ...words(Buffer.from(`${text}\0`, "utf16le"))]);

  /** ICU looks for a key by halving: they stand in order. */
  table(entries: Readonly<Record<string, Resource>>): Resource {
    const sorted = Object.entries(entries).sort(([a], [b]) => (a < b ? -1 : 1));
    const head = Uint16Array.of(sorted.length, ...sorted.map(([key]) => this.#keyAt.get(key) ?? Number.NaN));
    return this.#put(types.table, [...words(Buffer.from(head.buffer)), ...sorted.map(([, value]) => value)]);
  }

  file(root: Resource): Buffer {
    // Length of this head (32), ICU's mark; then UDataInfo: its length (20), byte order, size of a character, "ResB", 1.3, 1.4.
    const head = Buffer.from("2000da271400000000000200526573420103000001040000".padEnd(64, "0"), "hex");
    const end = this.#base + this.#words.length;
    // How many figures follow, where keys, values and all end, entries in the largest table, and that no other locale stands in.
    const figures = [root, Bundle.#before - 1, this.#base, end, end, 16, 1];
    return Buffer.concat([head, ints(figures), this.#keys, ints(this.#words)]);
  }
}

const ints = (values: readonly number[]): Buffer => Buffer.from(Int32Array.from(values).buffer);

// The zones

/** One zone as ICU wants it: pairs of seconds (standard, and what summer adds), and from when on which of them holds. */
function zoneTable(bundle: Bundle, zone: MomentZone): Resource {
  const pairs: (readonly [standard: number, summer: number])[] = [];
  const before32: number[] = [];
  const within32: number[] = [];
  const after32: number[] = [];
  const map: number[] = [];
  const seconds = zone.offsets.map((minutes) => Math.round(-60 * minutes));
  let current = -1;
  for (const [index, total] of seconds.entries()) {
    const from = zone.untils[index - 1];
    const summer = summerSeconds(total - (seconds[index - 1] ?? total), (zone.untils[index] ?? 0) - (from ?? 0));
    const earlier = current;
    current = pairs.findIndex(([standard, plus]) => standard === total - summer && plus === summer);
    if (current < 0) current = pairs.push([total - summer, summer]) - 1;
    if (from === undefined || current === earlier) continue;
    const at = Math.floor(from / 1000);
    if (at < -(2 ** 31)) before32.push(Math.floor(at / 2 ** 32), at);
    else if (at < 2 ** 31) within32.push(at);
    else after32.push(Math.floor(at / 2 ** 32), at);
    map.push(current);
  }
  return bundle.table({
    typeOffsets: bundle.integers(pairs.flat()),
    ...(map.length === 0 ? {} : { typeMap: bundle.binary(Buffer.from(map)) }),
    ...(before32.length === 0 ? {} : { transPre32: bundle.integers(before32) }),
    ...(within32.length === 0 ? {} : { trans: bundle.integers(within32) }),
    ...(after32.length === 0 ? {} : { transPost32: bundle.integers(after32) }),
  });
}

/**
 * The package does not say what is summer time: a step forward of two hours at most, for most of a year at most, is. Only
 * the names of times ("Central European Summer Time") depend on it.
 */
const summerSeconds = (step: number, lasts: number): number =>
  step > 0 && step <= 2 * 3600 && lasts < 305 * DAY ? step : 0;

/** The country of each zone as Node.js has them; a zone of none is left out by `Intl.supportedValuesOf`. */
function countries(): ReadonlyMap<string, string> {
  const found = new Map<string, string>();
  const letters = [..."ABCDEFGHIJKLMNOPQRSTUVWXYZ"];
  for (const code of letters.flatMap((first) => letters.map((second) => first + second))) {
    // TypeScript does not know it yet.
    const country: Intl.Locale & { getTimeZones?(): readonly string[] | undefined } = new Intl.Locale(`und-${code}`);
    // Codes of countries that are no more stand for today's.
    for (const zone of country.getTimeZones?.() ?? []) found.set(zone, country.region ?? code);
  }
  return found;
}

function zoneFile(version: string, zones: ReadonlyMap<string, MomentZone>): Buffer {
  const bundle = new Bundle([
    ..."TZVersion Names Regions Zones".split(" "),
    ..."trans transPre32 transPost32 typeMap typeOffsets".split(" "),
  ]);
  const names = [...zones.keys()].sort();
  const country = countries();
  // Names of the same times share a table.
  const tables = new Map<string, Resource>();
  const tableOf = (zone: MomentZone): Resource => {
    const key = JSON.stringify([zone.offsets, zone.untils]);
    const table = tables.get(key) ?? zoneTable(bundle, zone);
    tables.set(key, table);
    return table;
  };
  const codes = new Map<string, Resource>();
  const codeOf = (name: string): Resource => {
    const code = country.get(name) ?? "001";
    const string = codes.get(code) ?? bundle.string(code);
    codes.set(code, string);
    return string;
  };
  return bundle.file(
    bundle.table({
      TZVersion: bundle.string(version),
      Names: bundle.array(names.map(bundle.string)),
      Regions: bundle.array(names.map(codeOf)),
      Zones: bundle.array([...zones].sort(([a], [b]) => (a < b ? -1 : 1)).map(([, zone]) => tableOf(zone))),
    }),
  );
}

// Trying it out

/** Moments at which the clocks of the written file are compared with the package's: two a month, from last year on for four years. */
function samples(): readonly number[] {
  const year = new Date().getUTCFullYear() - 1;
  return Array.from({ length: 96 }, (_, index) => Date.UTC(year, Math.floor(index / 2), index % 2 === 0 ? 1 : 15, 5));
}

/** What another Node.js with this folder has: a damaged file would end this one. */
const check = `
const { names, times } = JSON.parse(require("node:fs").readFileSync(0, "utf8"));
const offsets = names.map((timeZone) => {
  const format = new Intl.DateTimeFormat("en-US", { timeZone, hourCycle: "h23", year: "numeric", month: "numeric", day: "numeric", hour: "numeric", minute: "numeric" });
  return times.map((time) => {
    const [month, day, year, hour, minute] = format.format(time).match(/\\d+/g).map(Number);
    return (Date.UTC(year, month - 1, day, hour, minute) - time) / 60000;
  });
});
process.stdout.write(JSON.stringify({ version: process.versions.tz, offsets }));
`;

/** @throws {Error} where Node.js does not read the file as the package means it */
function tryOut(folder: string, version: string, zones: ReadonlyMap<string, MomentZone>): void {
  const names = [...zones.keys()];
  const times = samples();
  const said = execFileSync(process.execPath, ["-e", check], {
    input: JSON.stringify({ names, times }),
    env: { ...process.env, ICU_TIMEZONE_FILES_DIR: folder },
    encoding: "utf8",
    maxBuffer: 64 * 1024 * 1024,
  });
  const expected = {
    version,
    offsets: [...zones.values()].map((zone) => times.map((time) => 0 - zone.utcOffset(time))),
  };
  if (said !== JSON.stringify(expected))
    throw new Error(`Node.js ${process.version} does not take the zones ${version}`);
}

/** When the package was published with these zones, as its changelog says. */
function dateOf(version: string): string | undefined {
  const changes = readFileSync(createRequire(import.meta.url).resolve("moment-timezone/changelog.md"), "utf8");
  const entry = changes.split(/^### /mu).find((text) => text.includes(`\`${version}\``));
  return /_(\d{4}-\d\d-\d\d)_/u.exec(entry ?? "")?.[1];
}

const folder = process.argv[2] ?? fileURLToPath(new URL("../node_modules/.zones", import.meta.url));
const version = moment.tz.dataVersion;
const zones = new Map(
  moment.tz.names().flatMap((name) => {
    const zone = moment.tz.zone(name);
    return zone === null ? [] : [[name, zone] as const];
  }),
);
// Its own version, not that of a folder which is there already.
const own = execFileSync(process.execPath, ["-p", "process.versions.tz"], {
  env: { ...process.env, ICU_TIMEZONE_FILES_DIR: "" },
  encoding: "utf8",
}).trim();
if (own >= version) {
  rmSync(folder, { recursive: true, force: true });
} else {
  // Beside it first: whoever starts meanwhile must not read half a file.
  const beside = `${folder}.${String(process.pid)}`;
  try {
    mkdirSync(beside, { recursive: true });
    writeFileSync(join(beside, "zoneinfo64.res"), zoneFile(version, zones));
    tryOut(beside, version, zones);
    mkdirSync(folder, { recursive: true });
    renameSync(join(beside, "zoneinfo64.res"), join(folder, "zoneinfo64.res"));
    writeFileSync(join(beside, "version"), [version, dateOf(version)].join(" ").trim());
    renameSync(join(beside, "version"), join(folder, "version"));
  } finally {
    rmSync(beside, { recursive: true, force: true });
  }
}
