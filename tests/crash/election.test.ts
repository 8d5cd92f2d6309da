/**
 * A cell chooses a delegate and an alternate, and recalls the delegate, in a real process that is killed again and again,
 * while people vote and while the votes are counted: no ballot is lost, none counts twice, who changed their mind is
 * counted as they last said, and who sits there is whom a recount finds.
 */
import { createHash, randomInt } from "node:crypto";
import { expect, it } from "vitest";
import type { Inbound } from "../../src/chat/inbound.ts";
import { delegateJobs, type PollResult } from "../../src/domain/elections.ts";
import { People } from "../../src/store/people/people.ts";
import { between } from "../kit/between.ts";
import { eachDatabase } from "../kit/databases.ts";
import { event, Feeder } from "../kit/feeder.ts";

const members = 12;
const candidates = 4;
const ballots = 60;
/** While people vote; while it is counted. */
const kills = { voting: 3, counting: 2 } as const;
const names = Array.from({ length: members }, (_, person) => `p${String(person)}`);
const aMember = (): string => names[randomInt(members)] ?? "p0";

/** Candidates by number, "yes" or "no"; undefined: they have no ballot. */
type Ballots = Map<string, readonly string[] | undefined>;

const given = (last: Ballots): readonly (readonly string[])[] =>
  [...last.values()].filter((ballot) => ballot !== undefined);
const approvals = (last: Ballots, choice: string): number =>
  given(last).filter((ballot) => ballot.includes(choice)).length;

/** The time of the poll that is open is over, and the process that counts it dies meanwhile. */
async function count(url: string, feeder: Feeder): Promise<void> {
  await feeder.kill();
  const { id, round } = await between(url, async ({ tx, now }) => {
    const poll = await tx.poll.findFirstOrThrow({ where: { closedAt: null } });
    const past = new Date(now - 1);
    await tx.poll.update({ where: { id: poll.id }, data: { closesAt: past } });
    await tx.job.updateMany({ where: { kind: delegateJobs.close }, data: { dueAt: past } });
    return poll;
  });
  const done = (): Promise<boolean> =>
    between(url, async ({ tx }) => {
      const poll = await tx.poll.findUniqueOrThrow({ where: { id } });
      return poll.closedAt !== null || poll.round > round;
    });
  for (let died = 0; died < kills.counting || !(await done()); died++) {
    expect(died).toBeLessThan(20);
    await feeder.start();
    await new Promise((resolve) => setTimeout(resolve, died < kills.counting ? randomInt(250) : 1_000));
    await feeder.kill();
  }
  await feeder.start();
}

interface State {
  readonly result: PollResult | undefined;
  readonly delegates: readonly (string | undefined)[];
  readonly alternates: readonly (string | undefined)[];
  readonly kept: number;
}

/** What the last poll came to, and who sits there, by name. */
const look = (url: string): Promise<State> =>
  between(url, async (session, federation) => {
    const { tx } = session;
    // Times are kept to the minute, in which the election and the recall were both opened.
    const poll = await tx.poll.findFirstOrThrow({ orderBy: [{ openedAt: "desc" }, { kind: "desc" }] });
    const seats = await tx.seat.findMany({ where: { cellId: poll.cellId } });
    const ids = seats.flatMap(({ delegateId, alternateId }) => [delegateId, alternateId]);
    const known = await new People(session, federation).names(ids.filter((id) => id !== null));
    return {
      result: poll.closedAt === null ? undefined : (JSON.parse(poll.result ?? "") as PollResult), // an edge: it wrote it
      delegates: seats.map(({ delegateId }) => known.get(delegateId ?? "")),
      alternates: seats.map(({ alternateId }) => known.get(alternateId ?? "")),
      kept: await tx.pollBallot.count(),
    };
  });

eachDatabase((_, _open, freshUrl) => {
  it(
    `${String(ballots)} ballots a round survive ${String(kills.voting)} kills, and the count ${String(kills.counting)}`,
    { timeout: 600_000 },
    async () => {
      const url = await freshUrl();
      const feeder = new Feeder(url);
      await feeder.start();
      const ask = (user: string, text: string, chat = "Depot"): Promise<void> => feeder.ask(event(chat, user, text));
      await ask("zoe", "/setup federation:F cell:Depot sector:S zone:Europe/Paris language:en");
      await ask("zoe", "/cell new Ward sector:S");
      await ask("zoe", '/council new Council cells:"Depot, Ward"');
      await ask("zoe", `/council join ${feeder.code}`, "council");
      for (const name of names) await ask(name, "/help");

      /** One round of votes under fire: gives back how everybody voted last. */
      const round = async (draw: () => readonly string[] | undefined, word: (drawn: readonly string[]) => string) => {
        const last: Ballots = new Map();
        const said = (name: string): Inbound => {
          const drawn = draw();
          last.set(name, drawn);
          return event("Depot", name, `/delegate vote ${drawn === undefined ? "withdraw" : word(drawn)}`);
        };
        const free = Array.from({ length: ballots - members }, () => said(aMember()));
        // In the end everybody has said something; a few of them withdraw.
        await feeder.underFire([...free, ...names.map(said)], kills.voting);
        return last;
      };

      // The election, with a second round where it is needed.
      await ask("zoe", "/delegate choose seats:1 alternates:1");
      for (const name of names.slice(0, candidates)) await ask(name, "/delegate stand");
      const scores = new Map(
        Array.from({ length: candidates }, (_unused, index) => [String(index + 1), [] as number[]]),
      );
      let standing = [...scores.keys()];
      let state: State | undefined;
      for (let rounds = 0; state?.result === undefined; rounds++) {
        expect(rounds).toBeLessThan(2);
        const drawn = (): readonly string[] | undefined =>
          randomInt(10) === 0 ? undefined : standing.filter(() => randomInt(2) === 0);
        const last = await round(drawn, (chosen) => (chosen.length === 0 ? "none" : chosen.join(",")));
        for (const number of standing) scores.get(number)?.push(approvals(last, number));
        await count(url, feeder);
        await feeder.kill();
        state = await look(url);
        await feeder.start();
        if (rounds === 0 && state.result !== undefined) {
          expect(state.result).toMatchObject({ voted: given(last).length, members: members + 1 });
        }
        // Whom the first round leaves equal, where it matters: those with the score of a place, if more have it.
        const score = (number: string): number => scores.get(number)?.[0] ?? 0;
        const tied = (place: number): readonly string[] => {
          const at = [...scores.keys()].map(score).sort((a, b) => b - a);
          if (at[place] === undefined || at[place] === 0 || at[place - 1] !== at[place]) return [];
          return standing.filter((number) => score(number) === at[place]);
        };
        if (rounds === 0) standing = [...new Set([...tied(1), ...tied(2)])];
        expect(state.result === undefined, JSON.stringify([...scores])).toBe(rounds === 0 && standing.length > 0);
      }
      const lot = (number: string): string =>
        createHash("sha256")
          .update(`${state.result?.seed ?? ""}:${number}`)
          .digest("hex");
      const order = [...scores]
        .filter(([, [first = 0]]) => first > 0)
        .sort(([one, [a = 0, c = 0]], [other, [b = 0, d = 0]]) => b - a || d - c || (lot(one) < lot(other) ? -1 : 1))
        .map(([number]) => `p${String(Number(number) - 1)}`);
      expect(state.result.outcome).toBe("chosen");
      expect([state.delegates, state.alternates, state.kept]).toEqual([[order[0]], [order[1]], 0]);

      // The recall of whom they chose.
      await ask("zoe", `/delegate recall ${order[0] ?? ""}`);
      const last = await round(
        () => (randomInt(10) === 0 ? undefined : [randomInt(5) < 3 ? "yes" : "no"]),
        ([word = ""]) => word,
      );
      await count(url, feeder);
      await feeder.kill();
      const after = await look(url);
      const [voted, yes] = [given(last).length, approvals(last, "yes")];
      const gone = 2 * yes > voted;
      const enough = 2 * voted >= members + 1;
      expect(after.result).toMatchObject(
        enough
          ? { outcome: gone ? "recalled" : "kept", voted, yes, members: members + 1 }
          : { outcome: "no-quorum", voted },
      );
      expect([after.delegates, after.alternates, after.kept]).toEqual(
        enough && gone ? [[order[1]], [undefined], 0] : [[order[0]], [order[1]], 0],
      );
      // The council was told once who comes, whatever died on the way.
      const told = [...feeder.saidById.values()].filter((said) => said.includes("has chosen for the council"));
      expect(told).toHaveLength(1);
      expect(feeder.problems).toEqual([]);
    },
  );
});
