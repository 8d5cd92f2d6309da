/**
 * Searches a database, as somebody would who has a copy of it without its key, for what docs/privacy.md promises that it does not hold
 * ("Who can see what"). What to search for is read from the database itself with its key: all that is sealed there.
 */
import type { ReadTx } from "../../src/store/database.ts";
import { Prisma } from "../../src/store/generated/sqlite/client.ts";
import { readSealedTables, type SealedTable } from "../../src/store/sealed-places.ts";
import { rowOf, SealingError, type Keyring, type Opener } from "../../src/store/sealing.ts";
import { finerThanSaid } from "./minutes.ts";

type Reading = Pick<ReadTx, "$queryRaw" | "federation">;
type Row = Readonly<Record<string, unknown>>;

/** What was found, of which kind, and where: `Table.column`. */
export interface Leak {
  readonly kind: "not sealed" | "said" | "answer" | "code" | "no id" | "time";
  readonly place: string;
  readonly text: string;
}

/** Columns in which chance may spell anything: sealed texts, HMACs, ids. */
const opaque = /^(?:sealed|lookup|wrapped)|^(?:tag|voter|lane|shownAs|mark|id|uid|.*Id)$/u;
/** How an id or an HMAC looks; before it there may be of what it is, and behind it which part. */
const anId = /^(?:[a-z-]+:)?[\w-]{12,}(?:[:.@][\w.-]+)*$/u;
/**
 * Columns of the program's own words, which may be words of somebody's as well: an assembly called 'Assembly'. And where the
 * platform's number of a message lies in the clear, as docs/privacy.md says.
 */
const itsOwn = /\.kind$|^Choice\.buttons$/u;
/** Zones lie in the clear, and somebody may have said that they are in Paris. */
const zone = /^(?:Africa|America|Antarctica|Asia|Atlantic|Australia|Europe|Indian|Pacific)\/[\w/+-]+$/u;
/** Answers to drives, gatherings and votes, as they are stored when they are not sealed. */
const answer = /^(?:in|out|if:\d+(?::sector)?|going|maybe|no|yes|abstain)$/u;
/** Eight letters and digits, given out by the bot. */
const code = /(?<![\w-])[2-9B-DF-HJ-NP-TV-Z]{8}(?![\w-])/u;
/** What is sealed and was not said by anybody, nor tells who somebody is: words of the program, keys, seeds, answers. */
const ofProgram = /\.sealed(?:Action|State|Body|Answer|Change|Choices?|Key|Seed|Passed)?$/u;

const text = (value: unknown): string => (value instanceof Date ? value.toISOString() : String(value));

/** The strings in a value, those of JSON one by one. */
function leaves(value: string): readonly string[] {
  if (!/^[[{"]/u.test(value)) return [value];
  try {
    const found: string[] = [];
    JSON.parse(value, (_, one: unknown) => {
      if (typeof one === "string" || typeof one === "number") found.push(String(one));
      return one;
    });
    return found;
  } catch {
    return [value];
  }
}

/** What is sealed in a database: each value opened, with its place. Beside them those that do not open where they lie. */
export async function openAll(
  tx: Reading,
  keyring: Keyring,
): Promise<{ readonly opened: readonly (readonly [place: string, text: string])[]; readonly wrong: readonly Leak[] }> {
  const openers = new Map<string | undefined, Opener>([[undefined, keyring.system]]);
  for (const { id, wrappedKey } of await tx.federation.findMany({ where: { wrappedKey: { not: "" } } }))
    openers.set(id, keyring.sealerOnce(id, wrappedKey));
  const opened: (readonly [string, string])[] = [];
  const wrong: Leak[] = [];
  for (const table of await readSealedTables()) {
    for (const row of await rowsOf(tx, table)) {
      const opener = openers.get((row["federation of it"] as string | null) ?? undefined) ?? keyring.system;
      const key = rowOf(...table.key.map((column) => text(row[column])));
      for (const column of table.columns) {
        const value = row[column];
        // A message that was sent is emptied.
        if (typeof value !== "string" || value === "") continue;
        const place = `${table.table}.${column}`;
        try {
          opened.push([place, opener.open(value, place, key)]);
        } catch (error) {
          if (!(error instanceof SealingError)) throw error;
          wrong.push({ kind: "not sealed", place, text: value });
        }
      }
    }
  }
  return { opened, wrong };
}

const rowsOf = (tx: Reading, { table, joins, federation }: SealedTable): Promise<readonly Row[]> =>
  tx.$queryRaw<Row>`
    SELECT t.*, ${federation === undefined ? Prisma.sql`NULL` : Prisma.raw(federation)} AS "federation of it"
    FROM ${Prisma.raw(`"${table}"`)} t ${Prisma.raw(joins)}`;

/** Names, accounts, chats and texts: what people said, and what tells who they are and where. The longest first. */
export const saidIn = (opened: readonly (readonly [place: string, text: string])[]): readonly string[] => {
  const said = opened.flatMap(([place, value]) => (ofProgram.test(place) ? [] : leaves(value)));
  // What is shorter than a name is found anywhere.
  return [...new Set(said.map((one) => one.toLowerCase()))].filter((one) => one.length > 2 && !/^\d{1,4}$/u.test(one));
};

/**
 * Everything that was found.
 * @param also what to look for besides, in small letters: of who is forgotten nothing is sealed any more
 */
export async function leaksIn(tx: Reading, keyring: Keyring, also: readonly string[] = []): Promise<readonly Leak[]> {
  const { opened, wrong } = await openAll(tx, keyring);
  const whole = [...saidIn(opened), ...also].map((one) => one.replace(/[.*+?^${}()|[\]\\]/gu, "\\$&"));
  const any = new RegExp(`(?<![\\p{L}\\d_-])(?:${whole.join("|")})(?![\\p{L}\\d_-])`, "u");
  const leaks: Leak[] = [...wrong];
  for (const table of Object.values(Prisma.ModelName)) {
    for (const row of await tx.$queryRaw<Row>`SELECT * FROM ${Prisma.raw(`"${table}"`)}`) {
      for (const [column, value] of Object.entries(row)) {
        if (value === null || value === "") continue;
        const place = `${table}.${column}`;
        const add = (kind: Leak["kind"]) => void leaks.push({ kind, place, text: text(value) });
        if (opaque.test(column)) {
          if (!/^(?:sealed|wrapped)/u.test(column) && !anId.test(text(value))) add("no id");
          continue;
        }
        const found = leaves(text(value)).filter((one) => !zone.test(one.replace(/^zone:/u, "")));
        if (!itsOwn.test(place) && found.some((one) => any.test(one.toLowerCase()))) add("said");
        if (found.some((one) => answer.test(one))) add("answer");
        if (found.some((one) => code.test(one))) add("code");
      }
    }
  }
  for (const fine of await finerThanSaid(tx)) {
    const [place = "", value = ""] = fine.split(" ");
    leaks.push({ kind: "time", place, text: value });
  }
  return leaks;
}
