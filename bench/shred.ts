/**
 * A federation is shredded: people with their accounts, and entries of the care ledger, written by SQL as if they had come about.
 * Two sizes show whether it grows with more than what there is. `STEWARD_BENCH_DATABASE` is the address of an empty PostgreSQL,
 * instead of a file.
 */
import { openDatabase, type Database } from "../src/store/database.ts";
import { Federations } from "../src/store/federations.ts";
import { shredFederation } from "../src/store/shredding.ts";
import { count, printAims, printTable, times } from "./table.ts";
import { Folder, keyring } from "./world.ts";

interface Size {
  readonly people: number;
  readonly entries: number;
}

const sizes: readonly Size[] = [
  { people: 2_500, entries: 25_000 },
  { people: 10_000, entries: 100_000 },
];
const aimSeconds = 5;
const cells = 200;

/** Fills it, and gives the federation's id. */
async function fill(database: Database, { people, entries }: Size): Promise<string> {
  let made = 0;
  const newId = (): string => `bench${String(made++).padStart(11, "0")}`;
  return database.transaction(async (tx) => {
    const session = { tx, keyring, now: Date.UTC(2026, 2, 20), newId };
    const { id } = await new Federations(session).create({ name: "Bench", language: "en", zone: "UTC" });
    const at = new Date(session.now);
    const sector = { id: "sector", federationId: id, sealedName: "", lookupName: "", createdAt: at };
    await tx.sector.create({ data: sector });
    const of = { federationId: id, sectorId: "sector", sealedName: "", zone: "UTC", language: "en", createdAt: at };
    const numbers = (most: number) => Array.from({ length: most }, (_, index) => index);
    await tx.cell.createMany({ data: numbers(cells).map((n) => ({ ...of, id: `cell${n}`, lookupName: `cell${n}` })) });
    const numbered = (to: number) => [
      `WITH RECURSIVE n(i) AS (SELECT 0 UNION ALL SELECT i + 1 FROM n WHERE i + 1 < ${to})`,
    ];
    const run = (sql: readonly string[], ...values: readonly unknown[]) =>
      tx.$executeRaw(Object.assign([...sql], { raw: sql }) as unknown as TemplateStringsArray, ...values);
    const [n] = numbered(people);
    await run([`INSERT INTO "Person" ("id", "federationId", "createdAt", "cellId") ${n} SELECT 'person' || i, `, `, `, `, 'cell' || (i % ${cells}) FROM n`], id, at); // prettier-ignore
    await run([`INSERT INTO "Identity" ("id", "personId", "federationId", "platform", "account", "lookup", "sealedRef", "sealedName", "seenAt") ${n} SELECT 'identity' || i, 'person' || i, `, `, 'discord', 'bench', 'identity' || i, '', '', `, ` FROM n`], id, at); // prettier-ignore
    await run([`INSERT INTO "Membership" ("personId", "cellId", "joinedAt") ${n} SELECT 'person' || i, 'cell' || (i % ${cells}), `, ` FROM n`], at); // prettier-ignore
    const [m] = numbered(entries);
    await run([`INSERT INTO "CareEntry" ("id", "federationId", "cellId", "kind", "sealedWhat", "giverId", "toId", "at") ${m} SELECT 'entry' || i, `, `, 'cell' || (i % ${cells}), 'time', 'what was given, sealed', 'person' || (i % ${people}), 'person' || ((i + 1) % ${people}), `, ` FROM n`], id, at); // prettier-ignore
    return id;
  });
}

async function seconds(url: string, size: Size): Promise<number> {
  const database = await openDatabase({ url });
  const id = await fill(database, size);
  await database.checkpoint();
  const from = performance.now();
  if (!(await shredFederation(database, keyring, id))) throw new Error("There was no federation.");
  const took = (performance.now() - from) / 1000;
  const left = await database.read((tx) => tx.person.count());
  if (left > 0) throw new Error(`${left} people are left.`);
  await database.close();
  return took;
}

const folder = await Folder.make();
try {
  const results: number[] = [];
  for (const size of sizes) {
    results.push(await seconds(process.env["STEWARD_BENCH_DATABASE"] ?? folder.url(`shred ${size.people}`), size));
  }
  printTable(
    "shred: a federation and everything of it",
    ["people", "care entries", "time"],
    sizes.map(({ people, entries }, index) => [
      count(people),
      count(entries),
      `${(results[index] ?? Number.NaN).toFixed(2)} s`,
    ]),
  );
  const [few = Number.NaN, all = Number.NaN] = results;
  printAims([
    { what: `${count(sizes.at(-1)?.people ?? 0)} people in ${aimSeconds} s`, met: all < aimSeconds },
    { what: `four times as much takes ${times(all / few)}, and not its square`, met: all / few < 7 },
  ]);
} finally {
  await folder.remove();
}
