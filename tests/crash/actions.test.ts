/**
 * Care, places and what follows an action, kept by a real process that is killed again and again: nobody takes a place
 * that is not there, everybody is told what is true, and each action is ended, and followed by one decompression, once.
 */
import { randomInt } from "node:crypto";
import { expect, it } from "vitest";
import type { Inbound } from "../../src/chat/inbound.ts";
import { actionJobs } from "../../src/domain/actions.ts";
import { gatheringJobs } from "../../src/domain/gatherings.ts";
import { openDatabase } from "../../src/store/database.ts";
import { isGoing } from "../../src/store/rsvps.ts";
import { comingsIn } from "../kit/answers.ts";
import { eachDatabase } from "../kit/databases.ts";
import { event, Feeder } from "../kit/feeder.ts";

const people = 30;
const answers = 240;
const kills = 8;
const actions = 12;
const capacity = 7;
const places = 5;
const hour = 60 * 60_000;

eachDatabase((_, _open, freshUrl) => {
  it(`${answers} answers and ${actions} endings survive ${kills + 4} kills`, { timeout: 600_000 }, async () => {
    const url = await freshUrl();
    const feeder = new Feeder(url);
    await feeder.start();
    await feeder.ask(event("Depot", "zoe", "/setup federation:F cell:Depot sector:s zone:Europe/Paris language:en"));
    await feeder.ask(event("Depot", "zoe", `/gather new Soup at:"in 20 days" capacity:${capacity}`));
    for (let index = 0; index < actions; index++) {
      const rest = index % 2 === 0 ? "" : " rest:none";
      await feeder.ask(event("Depot", "zoe", `/action plan "A${index}" from:"in 10 days" to:2h care:meals${rest}`));
    }
    await feeder.ask(event("Depot", "zoe", `/action care 1 meals places:${places}`));

    // Each says whether they come, and takes on a meal or gives it back; the last word of each counts.
    const last = { rsvp: new Map<string, string>(), care: new Map<string, string>() };
    const events: Inbound[] = [];
    for (let index = 0; index < answers; index++) {
      const person = `p${randomInt(people)}`;
      const word = ["going", "going", "no", "maybe"][randomInt(4)] ?? "no";
      const care = randomInt(3) === 0;
      const doing = randomInt(3) === 0 ? "leave" : "take";
      events.push(event("Depot", person, care ? `/action care 1 meals do:${doing}` : `/gather ${word} 1`));
      if (care) last.care.set(person, doing);
      else last.rsvp.set(person, word);
    }

    await feeder.underFire(events, kills);
    await feeder.kill();

    // Ten days pass while the bot is down: all actions are over, and their decompressions were yesterday.
    const database = await openDatabase({ url });
    const now = Date.now();
    await database.transaction(async (tx) => {
      await tx.action.updateMany({ data: { startsAt: new Date(now - 40 * hour), endsAt: new Date(now - 30 * hour) } });
      await tx.gathering.updateMany({ where: { kind: "decompression" }, data: { at: new Date(now - 5 * hour) } });
      const kinds = { in: [actionJobs.open, actionJobs.end] };
      await tx.job.updateMany({ where: { kind: kinds }, data: { dueAt: new Date(now - hour) } });
    });
    await database.close();
    for (let kill = 0; kill < 4; kill++) {
      await feeder.start();
      await new Promise((resolve) => setTimeout(resolve, randomInt(300)));
      await feeder.kill();
    }
    await feeder.start();
    await feeder.ask(event("Depot", "zoe", "/gather list"));
    // What was handed over before a kill and not noted is handed over again, with the same id.
    const count = (words: string): number =>
      [...feeder.saidById.values()].filter((text) => text.includes(words)).length;
    await feeder.until(() => count("It is over. Thank you") >= actions && count("Did you meet") >= actions / 2);
    await new Promise((resolve) => setTimeout(resolve, 1_500));
    await feeder.kill();

    const after = await openDatabase({ url });
    try {
      await after.read(async (tx) => {
        const going = (await comingsIn(tx)).filter(isGoing);
        const expected = [...last.rsvp.values()].filter((word) => word === "going").length;
        expect(going).toHaveLength(expected);
        expect(new Set(going.map(({ turn }) => turn)).size).toBe(expected);
        const takers = await tx.carePlace.count();
        expect(takers).toBeLessThanOrEqual(places);
        const leavers = [...last.care.values()].filter((word) => word === "leave").length;
        expect(takers).toBeLessThanOrEqual(last.care.size - leavers);

        expect(await tx.action.count({ where: { state: "over" } })).toBe(actions);
        const rests = await tx.gathering.groupBy({ by: ["actionId"], where: { kind: "decompression" }, _count: true });
        expect(rests.map(({ _count }) => _count)).toEqual(Array.from({ length: actions }, () => 1));
        // Each of them still has a job that will ask: it was asked once whether it was held, where it had a time.
        expect(await tx.job.count({ where: { kind: gatheringJobs.rest, failedAt: null } })).toBe(actions);
        expect(await tx.gathering.count({ where: { askedAt: { not: null } } })).toBe(actions / 2);
        expect(await tx.job.count({ where: { kind: actionJobs.end } })).toBe(0);
        expect(count("It is over. Thank you")).toBe(actions);
        expect(count("Did you meet")).toBe(actions / 2);
      });
    } finally {
      await after.close();
    }
    expect(feeder.problems).toEqual([]);
  });
});
