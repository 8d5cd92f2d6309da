/**
 * An assembly in a real process that is killed again and again while its delegates check in and vote: no ballot is lost,
 * none counts twice, and who changed their mind is counted as they last said.
 */
import { randomInt } from "node:crypto";
import { expect, it } from "vitest";
import type { Inbound } from "../../src/chat/inbound.ts";
import { choices, type Choice } from "../../src/domain/votes.ts";
import { Assemblies } from "../../src/store/assemblies/assemblies.ts";
import { between } from "../kit/between.ts";
import { eachDatabase } from "../kit/databases.ts";
import { event, Feeder } from "../kit/feeder.ts";

const kills = 10;
const delegates = 30;
const answers = 200;
const cells = ["Depot", "Ward", "School"] as const;
const cellOf = (person: number): string => cells[person % cells.length] ?? cells[0];

eachDatabase((_, _open, freshUrl) => {
  it(
    `${answers} answers of ${delegates} delegates survive ${kills} kills, each once`,
    { timeout: 600_000 },
    async () => {
      const url = await freshUrl();
      const feeder = new Feeder(url);
      await feeder.start();
      const ask = (inbound: Inbound): Promise<void> => feeder.ask(inbound);
      const zone = "zone:Europe/Paris language:en";
      await ask(event(cells[0], "zoe", `/setup federation:F cell:${cells[0]} sector:S ${zone}`));
      for (const cell of cells.slice(1)) {
        await ask(event(cells[0], "zoe", `/cell new ${cell} sector:S ${zone}`));
        await ask(event(cell, "zoe", `/cell join ${feeder.code}`));
      }
      await ask(event(cells[0], "zoe", `/council new Council cells:"${cells.join(", ")}" ${zone}`));
      await ask(event("council", "zoe", `/council join ${feeder.code}`));
      for (let person = 0; person < delegates; person++) await ask(event(cellOf(person), `p${person}`, "/help"));
      await ask(event("council", "zoe", '/assembly new Assembly rule:"every friday" time:18:00'));
      await feeder.kill();

      await between(url, async (session, federation) => {
        const { tx, newId } = session;
        const assemblies = new Assemblies(session, federation);
        const { id: councilId } = await tx.council.findFirstOrThrow();
        await tx.seat.deleteMany({ where: { councilId } });
        const people = await tx.person.findMany({ where: { steward: false }, orderBy: { id: "asc" } });
        const seats = people.map(({ id: delegateId, cellId }, number) => ({
          id: newId(),
          councilId,
          cellId: cellId ?? "",
          number,
          delegateId,
        }));
        await tx.seat.createMany({ data: seats });
        expect(await assemblies.open((await assemblies.current(councilId))?.id ?? "")).toBe(true);
        // Its hour has come: before it nothing is decided.
        await tx.assembly.updateMany({ where: { councilId }, data: { startsAt: new Date(session.now) } });
      });
      await feeder.start();
      const most = Math.floor(delegates / 2) + 1;
      for (let person = 0; person < most; person++) await ask(event("council", `p${person}`, "/assembly checkin"));
      await ask(event("council", "zoe", "/vote open Shall we? secret"));

      const last = new Map<string, Choice>();
      const events = Array.from({ length: answers }, () => {
        const name = `p${randomInt(delegates)}`;
        const answer = choices[randomInt(choices.length)] ?? "yes";
        last.set(name, answer);
        return event("council", name, `/vote ${answer}`);
      });

      await feeder.underFire(events, kills);

      // It dies once more right after the close was confirmed: the result is there, and nothing leads back.
      await ask(event("council", "zoe", "/vote close"));
      await feeder.kill();
      await between(url, async ({ tx }) => {
        const { result, sealedKey } = await tx.vote.findFirstOrThrow();
        const said = [...last.values()];
        const count = (of: Choice): number => said.filter((one) => one === of).length;
        expect(JSON.parse(result ?? "")).toMatchObject({
          result: { yes: count("yes"), no: count("no"), abstain: count("abstain"), entitled: delegates },
        });
        expect([await tx.ballot.count(), sealedKey]).toEqual([0, null]);
        const voters = new Set([...last.keys(), ...Array.from({ length: most }, (_unused, person) => `p${person}`)]);
        expect(await tx.attendance.count()).toBe(voters.size);
      });
      expect(feeder.problems).toEqual([]);
    },
  );
});
