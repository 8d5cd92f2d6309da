/**
 * The check-in and the turn of a phase, kept by a real process that is killed again and again: no answer is lost or counts
 * twice, what comes of them is published once, and each chat is told of a turn once.
 */
import { randomInt } from "node:crypto";
import { expect, it } from "vitest";
import type { Inbound } from "../../src/chat/inbound.ts";
import { checkinJobs, publish, taps, type Answer, type Question } from "../../src/domain/checkin.ts";
import { phaseJobs } from "../../src/domain/phases.ts";
import { addDays, localParts } from "../../src/domain/time.ts";
import { codePattern } from "../../src/store/codes.ts";
import { openDatabase } from "../../src/store/database.ts";
import { eachDatabase } from "../kit/databases.ts";
import { event, Feeder } from "../kit/feeder.ts";

const people = 24;
const answers = 240;
const kills = 8;
const cells = ["Depot", "Ward", "School"];
const hour = 60 * 60_000;
/** A zone in which it is past nine in the morning now, so that today's turn is to be told. */
const zone = new Date().getUTCHours() >= 10 ? "UTC" : "Asia/Tokyo";

/** A tap, as its button would run it. */
function tapped(person: string, question: Question, tap: string): Inbound {
  const typed = event("Depot", person, "");
  return { ...typed, said: { type: "command", name: "care", word: "checkin", options: { question, tap } } };
}

eachDatabase((_, _open, freshUrl) => {
  it(`${answers} answers to a check-in and a turn survive ${kills + 5} kills`, { timeout: 600_000 }, async () => {
    const url = await freshUrl();
    const feeder = new Feeder(url);
    await feeder.start();
    await feeder.ask(event("Depot", "zoe", `/setup federation:F cell:Depot sector:s zone:${zone} language:en`));
    for (const cell of cells.slice(1)) {
      await feeder.ask(event("Depot", "zoe", `/cell new ${cell} sector:s`));
      const code = feeder.said.join("\n").match(new RegExp(codePattern, "gu"))?.at(-1) ?? "";
      await feeder.ask(event(cell, "zoe", `/cell join ${code}`));
    }
    await feeder.ask(event("Depot", "zoe", "/phase set burst:3 lull:4"));
    // Few are known yet, so that it is begun all the same.
    const begun = { type: "command", name: "care", word: "checkin", options: { sure: "yes" } } as const;
    await feeder.ask({ ...event("Depot", "zoe", ""), said: begun });

    const last = new Map<string, { question: Question; tap: string }>();
    const events: Inbound[] = [];
    for (let index = 0; index < answers; index++) {
      const person = `p${randomInt(people)}`;
      const question = (["me", "need", "us"] as const)[randomInt(3)] ?? "me";
      // Mostly the first two, so that there is something to show.
      const tap = taps[question][randomInt(8) === 0 ? 3 : randomInt(2)] ?? taps[question][0];
      events.push(tapped(person, question, tap));
      last.set(`${person} ${question}`, { question, tap });
    }
    await feeder.underFire(events, kills);
    await feeder.kill();

    // A day passes while the bot is down: the check-in is over, and today a lull begins.
    const database = await openDatabase({ url });
    const now = Date.now();
    const today = localParts(now, zone).date;
    await database.transaction(async (tx) => {
      expect(await tx.checkInAnswer.count()).toBe(last.size);
      await tx.checkIn.updateMany({ data: { closesAt: new Date(now - hour) } });
      await tx.phaseCalendar.updateMany({ data: { startsOn: addDays(today, -3) } });
      await tx.job.updateMany({ where: { kind: checkinJobs.close }, data: { dueAt: new Date(now - hour) } });
      const payload = JSON.stringify({ date: today });
      await tx.job.updateMany({ where: { kind: phaseJobs.turn }, data: { dueAt: new Date(now - hour), payload } });
    });
    await database.close();
    for (let kill = 0; kill < 4; kill++) {
      await feeder.start();
      await new Promise((resolve) => setTimeout(resolve, randomInt(300)));
      await feeder.kill();
    }
    await feeder.start();
    // What was handed over before a kill and not noted is handed over again, with the same id.
    const said = (words: string): string[] => [...feeder.saidById.values()].filter((text) => text.includes(words));
    await feeder.until(() => said("Today a lull begins").length >= cells.length && said("How we are").length > 0);
    await new Promise((resolve) => setTimeout(resolve, 1_500));
    await feeder.kill();

    const after = await openDatabase({ url });
    try {
      await after.read(async (tx) => {
        expect(await tx.checkInAnswer.count()).toBe(0);
        expect(await tx.checkIn.count({ where: { about: "care", closedAt: { not: null } } })).toBe(1);
        const turns = await tx.outbox.findMany({ where: { broadcastId: { startsWith: "phase:" } } });
        expect(turns).toHaveLength(cells.length);
        expect(new Set(turns.map(({ chatId }) => chatId)).size).toBe(cells.length);
        expect(await tx.job.count({ where: { kind: phaseJobs.turn, failedAt: null } })).toBe(1);
      });
    } finally {
      await after.close();
    }
    expect(said("Today a lull begins")).toHaveLength(cells.length);
    expect(said("How we are")).toHaveLength(1);
    for (const question of ["me", "need", "us"] as const) {
      const given: Answer[] = [...last.values()].filter((one) => one.question === question);
      for (const { people: count } of publish(question, given, 5, () => 0).counts) {
        for (const text of said("How we are")) expect(text).toContain(`: ${count} people`);
      }
    }
    expect(feeder.problems).toEqual([]);
  });
});
