/** Roles in a process that is killed again and again between what falls due and what is sent. */
import { spawn, type ChildProcessByStdio } from "node:child_process";
import { randomInt } from "node:crypto";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { createInterface } from "node:readline";
import type { Readable, Writable } from "node:stream";
import { fileURLToPath } from "node:url";
import { expect, it } from "vitest";
import type { Outgoing } from "../../src/chat/adapter.ts";
import { openDatabase } from "../../src/store/database.ts";
import { Roles } from "../../src/store/roles/roles.ts";
import { eachDatabase } from "../kit/databases.ts";
import { PeopleStage } from "../unit/store/people-stage.ts";

const child = fileURLToPath(new URL("../kit/rotation-process.ts", import.meta.url));
const kills = 50;
const day = 24 * 60 * 60_000;
const start = Date.UTC(2026, 2, 20, 16);
const names = ["Keys", "Minutes", "Treasury"];

interface Line {
  readonly at?: number;
  readonly sent?: Outgoing;
  readonly end?: boolean;
  readonly problem?: string;
}

interface Lived {
  readonly at: number;
  readonly ended: boolean;
}

type Bot = ChildProcessByStdio<Writable, Readable, null>;

/** A process that waits for its life to begin. Most of what a life costs is to load the program: `cache` keeps it compiled. */
const load = (url: string, cache: string): Bot =>
  spawn(process.execPath, [child, url], {
    stdio: ["pipe", "pipe", "inherit"],
    env: { ...process.env, NODE_COMPILE_CACHE: cache },
  });

/** Lets the bot live on from `from` and kills it in the middle of one of its moments (`after`: of which). */
async function live(
  process_: Bot,
  from: number,
  until: number,
  after: number | undefined,
  lines: Line[],
): Promise<Lived> {
  process_.stdin.write(`${from} ${until}\n`);
  let at = from;
  let ended = false;
  let moments = 0;
  const gone = new Promise((resolve) => process_.once("close", resolve));
  createInterface({ input: process_.stdout }).on("line", (text) => {
    let line: Line;
    try {
      line = JSON.parse(text) as Line;
    } catch {
      return; // cut off by the kill
    }
    lines.push(line);
    if (line.end === true) ended = true;
    if (line.at === undefined) return;
    if (line.at > at) at = line.at;
    if (++moments === after) setTimeout(() => process_.kill("SIGKILL"), randomInt(60));
  });
  await gone;
  return { at, ended };
}

eachDatabase((_, _open, freshUrl) => {
  it(`${kills} kills: every reminder goes out, every hand-over happens once`, { timeout: 600_000 }, async () => {
    const url = await freshUrl();
    const database = await openDatabase({ url });
    const stage = await PeopleStage.make(database);
    const people = new Map<string, string>();
    for (const name of ["Ana", "Ben", "Cho", "Dee"]) people.set((await stage.speaks(name)).id, name);
    const roles = await stage.run(async ({ session }) => {
      await session.tx.federation.updateMany({ data: { retentionDays: 3650 } });
      const store = new Roles(session, stage.federation);
      const made = [];
      for (const [index, name] of names.entries()) {
        const role = await store.create({
          owner: { cellId: stage.cell.id, councilId: undefined },
          name,
          // Each at an hour of its own, so that a moment tells of which role a message is.
          rule: { pattern: "FREQ=WEEKLY;BYDAY=FR", start: "2026-03-27", minute: 1080 + index, zone: "Europe/Paris" },
          holders: 1,
          limit: 1,
          checklist: undefined,
          power: false,
        });
        for (const id of people.keys()) await store.join(role, id);
        made.push(role);
      }
      return made;
    });
    await database.close();

    const cache = await mkdtemp(join(tmpdir(), "steward-compiled-"));
    const lines: Line[] = [];
    let at = start;
    let next = load(url, cache);
    try {
      for (let killed = 0; killed < kills; killed++) {
        const bot = next;
        next = load(url, cache);
        const lived = await live(bot, at, start + 3650 * day, 1 + randomInt(6), lines);
        expect(lived.ended).toBe(false);
        at = lived.at;
      }
      const last = await live(next, at, at + 30 * day, undefined, lines);
      expect(last.ended).toBe(true);
    } finally {
      next.kill("SIGKILL");
      await rm(cache, { recursive: true, force: true });
    }
    expect(lines.filter(({ problem }) => problem !== undefined)).toEqual([]);

    const after = await openDatabase({ url });
    const terms = await after.read((tx) =>
      tx.roleTerm.findMany({ include: { turns: true }, orderBy: [{ roleId: "asc" }, { index: "asc" }] }),
    );
    await after.close();

    const sent = lines.flatMap((line) => (line.sent === undefined || !("message" in line.sent) ? [] : [line.sent]));
    const begun = terms.filter(({ state }) => state !== "planned");
    expect(begun.length).toBeGreaterThanOrEqual(3 * names.length);
    for (const role of roles) {
      const own = terms.filter(({ roleId }) => roleId === role.id);
      // No term twice, none left out: the end of one is the beginning of the next.
      expect(own.map(({ index }) => index)).toEqual(own.map((_term, index) => index));
      for (const [index, term] of own.entries()) {
        const next = own[index + 1];
        if (next !== undefined) expect(next.from).toEqual(term.to);
        if (term.state === "planned") continue;
        const held = term.turns.filter(({ heldFrom }) => heldFrom !== null);
        expect(held.map(({ state }) => state)).toEqual(["accepted"]);
        expect(term.turns.filter(({ credited }) => credited)).toHaveLength(1);
        // The question before it went out, to the one whom it is for; it may have gone out again after a kill.
        for (const { personId } of held) {
          const name = people.get(personId ?? "") ?? "nobody";
          // To themselves, or by name in the chat of who has not opened the direct chat.
          const told = (moment: Date, words: RegExp) =>
            sent.filter(
              (one) =>
                JSON.stringify(one).includes(name) &&
                tells(one, role.name, moment) &&
                words.test(JSON.stringify(one.message)),
            );
          const what = `${name}, ${role.name} ${term.index}`;
          expect(told(term.from, /Can you\?/u).length, `${what}: asked`).toBeGreaterThan(0);
          expect(told(term.from, / over from | is yours from /u).length, `${what}: tomorrow`).toBeGreaterThan(0);
          const after = next === undefined || next.state === "planned" ? undefined : next;
          const stays = after?.turns.some((turn) => turn.heldFrom !== null && turn.personId === personId) ?? true;
          if (!stays) expect(told(term.to, / hand | turn at /u).length, `${what}: leaving`).toBeGreaterThan(0);
        }
        // The announcement is one message, however often it went out.
        const announced = sent.filter(
          (one) =>
            one.type === "message" && tells(one, role.name, term.to) && JSON.stringify(one.message).includes("until"),
        );
        expect(new Set(announced.map(({ id }) => id)).size, `${role.name} ${term.index} was announced`).toBe(1);
      }
    }
  });
});

/** Whether a message speaks of a role and of this moment. */
function tells(one: Outgoing, name: string, at: Date): boolean {
  const text = "message" in one ? JSON.stringify(one.message) : "";
  return text.includes(name) && text.includes(`"at":${at.getTime()}`);
}
