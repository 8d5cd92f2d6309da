/**
 * A database whose moments were computed with older zone data, opened with today's: the hours that people chose stay. The
 * older data are those inside Node.js, in a process that does not get the newer ones.
 */
import { execFile } from "node:child_process";
import { createHash } from "node:crypto";
import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { promisify } from "node:util";
import { afterAll, beforeAll, expect, it } from "vitest";
import { openDatabase, type Database, type Tx } from "../../../src/store/database.ts";
import { Facts } from "../../../src/store/facts.ts";
import { keepLocalHours } from "../../../src/store/local-hours.ts";
import { openKeyring } from "../../../src/store/sealing.ts";
import type { Session } from "../../../src/store/session.ts";
import { eachDatabase } from "../../kit/databases.ts";
import { allRows } from "../../kit/rows.ts";

const program = fileURLToPath(new URL("../../../src/rehearsal/main.ts", import.meta.url));
const keyring = openKeyring(createHash("sha256").update("steward rehearsal").digest());
const hour = 3_600_000;
/** An hour and a half after everything was planned. */
const now = Date.UTC(2026, 10, 20, 19, 30);

/** Winnipeg and Havana have been an hour further ahead since November than Node.js 24.21 and 24.9 know. */
const plan = `at 2026-11-20 12:00 America/Winnipeg
chat depot telegram
chat yard telegram
chat council telegram
admin zoe@depot
admin zoe@yard
admin zoe@council
zoe@depot: /setup federation:"Net" sector:Transport cell:"Depot" zone:America/Winnipeg
ana@depot: /help
ben@depot: /help
zoe@depot: /drive new "Stay away?" goal:3 deadline:"4 december 18:00" scope:cell
zoe@depot: /gather new "Soup" at:"3 december 18:00"
zoe@depot: /gather new "Film"
zoe@depot: /gather when 2 saturday 17:00, saturday 18:00, saturday 19:00
zoe@depot: /action plan "March" from:"6 december 10:00" to:"6 december 14:00" care:meals rest:"7 december 18:00"
zoe@depot: /role new "Keys" every:2w day:friday time:18:00
ana@depot: /role join keys
ben@depot: /role join keys
ana@depot: /role away from:"8 december 09:00" to:"12 december 09:00"
zoe@depot: /circle new day:wednesday time:19:00
ana@depot presses Join the rota
zoe@depot: /cell new "Yard" sector:Transport zone:America/Havana
zoe@yard: /cell join {code}
zoe@yard: /gather new "Dominoes" at:"3 december 18:00"
zoe@depot: /council new "Council" cells:"Depot, Yard" zone:America/Winnipeg
zoe@council: /council join {code}
zoe@council: /assembly new "Plenum" rule:"every thursday" time:17:00
zoe@depot: /delegate choose seats:1 until:"20 december 12:00"
`;

const look = `at 2026-11-20 13:30 America/Winnipeg
chat depot telegram
chat yard telegram
chat council telegram
wait 1 minute
zoe@depot: /drive show
zoe@depot: /gather list
zoe@depot: /action show
zoe@depot: /role preview keys
zoe@depot: /circle show
zoe@yard: /gather list
zoe@council: /assembly next
`;

/** What goes on when the newer data come: an assembly that has begun, and a question that waits until Ana may be disturbed. */
const going = `at 2026-11-20 12:00 America/Winnipeg
chat depot telegram
chat council telegram
admin zoe@depot
admin zoe@council
zoe@depot: /setup federation:"Net" sector:Transport cell:"Depot" zone:America/Winnipeg
ana@depot: /help
ana@direct: /me show
zoe@depot: /cell new "Yard" sector:Transport
zoe@depot: /council new "Council" cells:"Depot, Yard"
zoe@council: /council join {code}
zoe@council: /assembly new "Plenum" rule:"every friday" time:12:30 length:4h
zoe@depot: /gather new Film
zoe@depot: /gather when Film "3 december"
ana@direct: /me quiet 11:00 14:45
zoe@depot: /care give soup by:@Ana
wait 45 minutes
`;

const goesOn = `at 2026-11-20 14:00 America/Winnipeg
chat depot telegram
chat council telegram
ana@direct/telegram: /role who
wait 44 minutes
zoe@depot: /phase show
wait 2 minutes
`;

let folder = "";
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), "steward-hours-"));
  await writeFile(join(folder, "plan.txt"), plan);
  await writeFile(join(folder, "look.txt"), look);
  await writeFile(join(folder, "going.txt"), going);
  await writeFile(join(folder, "goes-on.txt"), goesOn);
});
afterAll(async () => {
  await rm(folder, { recursive: true, force: true });
});

const without = `data:text/javascript,Object.defineProperty(process,"execve",{value:undefined})`;
async function rehearse(file: string, url: string, older: boolean): Promise<string> {
  const flags = older ? ["--import", without] : [];
  const { stdout } = await promisify(execFile)(
    process.execPath,
    [...flags, program, join(folder, file), "--database", url],
    { env: { ...process.env, ...(older ? { ICU_TIMEZONE_FILES_DIR: join(folder, "nowhere") } : {}) } },
  );
  return stdout;
}

const sessionIn = (tx: Tx): Session => ({ tx, keyring, now, newId: () => Math.random().toString(36).padEnd(16, "0") });

/** All moments, as "Table id column". */
async function moments(database: Database): Promise<ReadonlyMap<string, number>> {
  const found = new Map<string, number>();
  for (const row of await allRows(database)) {
    const table = row.slice(0, row.indexOf(" "));
    const values = JSON.parse(row.slice(table.length)) as Record<string, unknown>;
    for (const [column, value] of Object.entries(values)) {
      if (typeof value !== "string" || !/^\d{4}-\d\d-\d\dT/u.test(value)) continue;
      const key = typeof values["key"] === "string" ? values["key"].replace(/:.*/u, "") : column;
      found.set(`${table} ${String(values["id"])} ${key}`, Date.parse(value));
    }
  }
  return found;
}

/** What has moved between two states, by table and column (of a job: its kind), and by how many hours. */
function moved(before: ReadonlyMap<string, number>, after: ReadonlyMap<string, number>): readonly string[] {
  expect([...after.keys()].filter((key) => !before.has(key) && !/^Card .* dueAt$/u.test(key))).toEqual([]);
  const all = [...before].flatMap(([key, at]) => {
    const by = ((after.get(key) ?? Number.NaN) - at) / hour;
    const [table = "", , column = ""] = key.split(" ");
    return by === 0 || column === "changedAt" || column === "dueAt" ? [] : [`${table} ${column} ${String(by)}`];
  });
  return [...new Set(all)].sort();
}

const inWinnipeg = [
  "Absence from -1",
  "Absence to -1",
  "Action endsAt -1",
  "Action startsAt -1",
  "Assembly endsAt -1",
  "Assembly slotAt -1",
  "Assembly startsAt -1",
  "CareAct endsAt -1",
  "CareAct startsAt -1",
  "CircleTurn at -1",
  "Drive deadline -1",
  "Gathering at -1",
  "Gathering decidesAt -1",
  "GatheringTime at -1",
  "Job action-end -1",
  "Job action-open -1",
  "Job assembly-close -1",
  "Job assembly-open -1",
  "Job assembly-remind -1",
  "Job circle-next -1",
  "Job circle-remind -1",
  "Job drive-clock -1",
  "Job drive-close -1",
  "Job gathering-decide -1",
  "Job gathering-over -1",
  "Job gathering-remind -1",
  "Job role-step -1",
  "Poll until -1",
  "RoleTerm from -1",
  "RoleTerm to -1",
];
const inHavana = ["Gathering at -1", "Job gathering-over -1", "Job gathering-remind -1"];

eachDatabase((_, __, freshUrl) => {
  it.each(["of today's Steward", "of the earlier one, which noted nothing"])("a database %s", async (whose) => {
    const url = await freshUrl();
    const said = await rehearse("plan.txt", url, true);
    expect(said).toMatch(/Soup\n\s+Thu 3 December, 18:00 \(Winnipeg\)/u);
    const database = await openDatabase({ url });
    if (whose.includes("earlier")) {
      await database.transaction((tx) => tx.fact.deleteMany({ where: { key: { startsWith: "zone" } } }));
    }
    const before = await moments(database);

    // It dies after the first zone: what is done is whole, and is not done again.
    let opened = 0;
    const dying = (tx: Tx): Session => {
      if (++opened === 3) throw new Error("killed");
      return sessionIn(tx);
    };
    await expect(keepLocalHours(database, dying)).rejects.toThrow("killed");
    const between = await moments(database);
    expect(moved(before, between)).toEqual(inHavana);
    expect(await keepLocalHours(database, sessionIn)).toEqual(["America/Winnipeg"]);
    const after = await moments(database);
    expect(moved(between, after)).toEqual(inWinnipeg);
    // Nothing twice.
    expect(await keepLocalHours(database, sessionIn)).toEqual([]);
    expect(moved(after, await moments(database))).toEqual([]);
    await database.close();

    const seen = await rehearse("look.txt", url, false);
    expect(seen).toMatch(/until Fri 4 December, 18:00 \(Winnipeg\)/u);
    expect(seen).toMatch(/1: Soup – Thu 3 December, 18:00 \(Winnipeg\)/u);
    expect(seen).toMatch(/Sun 6 December, 10:00 to 14:00 \(Winnipeg\)/u);
    expect(seen).toMatch(/Afterwards: March – Mon 7 December, 18:00 \(Winnipeg\)/u);
    expect(seen).toMatch(/Fri 4 December, 18:00 \(Winnipeg\): /u);
    expect(seen).toMatch(/Wed 25 November, 19:00 \(Winnipeg\)/u);
    expect(seen).toMatch(/1: Dominoes – Thu 3 December, 18:00 \(Havana\)/u);
    expect(seen).toMatch(/Thu 26 November, 17:00 \(Winnipeg\)/u);
  });

  it("what falls due on a date, at an hour, keeps the hour: notes of a charter, a review, the morning after an agreed day", async () => {
    const url = await freshUrl();
    await rehearse("plan.txt", url, true);
    const database = await openDatabase({ url });
    const keys = await database.transaction(async (tx) => {
      const { id: federationId } = await tx.federation.findFirstOrThrow();
      const { id: councilId } = await tx.council.findFirstOrThrow();
      const of = { federationId, number: 1, state: "stands", sealedText: "", recordedAt: new Date(now) };
      const zones = ["America/Winnipeg", "America/Havana"] as const;
      const cells = await Promise.all(zones.map((zone) => tx.cell.findFirstOrThrow({ where: { zone } })));
      const [depot, yard] = cells.map(({ id }) => id);
      await tx.decision.createMany({
        data: [
          { ...of, id: "ofdepot", cellId: depot ?? "" },
          { ...of, id: "ofyard", cellId: yard ?? "" },
          { ...of, id: "ofcouncil", councilId },
        ],
      });
      const sealed = { sealedWhat: "", days: "[]", smallestGroup: 5, units: "[]" };
      const open = { openedAt: new Date(now), closesAt: new Date(now) };
      await tx.dateProposal.create({ data: { id: "march", federationId, councilId, number: 1, ...sealed, ...open } });
      const dueAt = new Date(Date.UTC(2026, 11, 4, 16));
      const inWinnipeg = [
        `charter-notes:${depot ?? ""}`,
        "decision-review:ofdepot",
        "decision-review:ofcouncil",
        "date-debrief:march",
      ];
      const others = [`charter-notes:${yard ?? ""}`, "decision-review:ofyard", "decision-settle:ofdepot"];
      for (const key of [...inWinnipeg, ...others]) {
        const kind = key.replace(/:.*/u, "");
        await tx.job.create({ data: { id: key, federationId, kind, key, payload: "{}", dueAt } });
      }
      return { inWinnipeg, all: [...inWinnipeg, ...others] };
    });
    const hours = async (): Promise<ReadonlyMap<string, number>> =>
      database.read(async (tx) => {
        const rows = await tx.job.findMany({ where: { key: { in: keys.all } } });
        return new Map(rows.map(({ key, dueAt }) => [key, dueAt.getUTCHours()]));
      });
    let opened = 0;
    const firstZone = (tx: Tx): Session => {
      if (++opened === 3) throw new Error("killed");
      return sessionIn(tx);
    };
    await expect(keepLocalHours(database, firstZone)).rejects.toThrow("killed"); // Havana alone
    const between = await hours();
    for (const key of keys.inWinnipeg) expect([key, between.get(key)]).toEqual([key, 16]);
    await keepLocalHours(database, sessionIn);
    const after = await hours();
    const settle = "decision-settle:ofdepot";
    for (const key of keys.all) expect([key, after.get(key)]).toEqual([key, key === settle ? 16 : 15]);
    await database.close();
  });

  it("an assembly that goes on ends at its hour, and who is not to be disturbed is told at theirs", async () => {
    const url = await freshUrl();
    await rehearse("going.txt", url, true);
    const database = await openDatabase({ url });
    const before = await moments(database);
    const at = Date.UTC(2026, 10, 20, 19);
    expect(await keepLocalHours(database, (tx) => ({ ...sessionIn(tx), now: at }))).toEqual(["America/Winnipeg"]);
    const after = await moments(database);
    const ofTheFilm = ["Gathering decidesAt -1", "GatheringTime at -1", "Job gathering-decide -1"];
    const others = moved(before, after).filter((one) => !ofTheFilm.includes(one));
    expect(others).toEqual(["Assembly endsAt -1", "Job assembly-close -1", "Job care-ask -1.75"]);
    // Buttons hold the hour that they say, and not a moment.
    const held = await database.transaction(async (tx) => {
      const { id, wrappedKey } = await tx.federation.findFirstOrThrow();
      const sealer = keyring.sealer(id, wrappedKey);
      const buttons = await tx.button.findMany({ where: { federationId: id } });
      return buttons.map(({ id, sealedAction }) => sealer.open(sealedAction, "Button.sealedAction", id));
    });
    expect(held.filter((action) => action.includes("2026-12-03T20:00[America/Winnipeg]"))).toHaveLength(1);
    expect(held.filter((action) => /2026-12-0\dT\d\d:\d\dZ/u.test(action))).toEqual([]);
    await database.close();

    const seen = await rehearse("goes-on.txt", url, false);
    expect(seen.match(/You gave: soup/gu)).toHaveLength(1);
    expect(seen).toMatch(/14:44 depot \| [^]*14:45 direct > ana \| You gave: soup/u);
  });

  it("the program does it at its start; older data than what is noted changes nothing", async () => {
    const url = await freshUrl();
    await rehearse("plan.txt", url, true);
    expect(await rehearse("look.txt", url, false)).toMatch(/1: Soup – Thu 3 December, 18:00 \(Winnipeg\)/u);
    const database = await openDatabase({ url });
    const before = await moments(database);
    const soups = await database.transaction((tx) => tx.gathering.findMany({ where: { at: { not: null } } }));
    expect(soups.map(({ at }) => at?.toISOString())).toContain("2026-12-03T23:00:00.000Z");
    await database.transaction(async (tx) => {
      const facts = new Facts(sessionIn(tx));
      const rules = [[0, 0]];
      await facts.set("zone:America/Winnipeg", JSON.stringify({ version: "2099a", until: Date.UTC(2120, 0), rules }));
    });
    expect(await keepLocalHours(database, sessionIn)).toEqual([]);
    expect(moved(before, await moments(database))).toEqual([]);
    await database.close();
  });
});
