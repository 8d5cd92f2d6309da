/**
 * Elections of delegates, and recalls. The rules are in src/domain/elections.ts; the seats are in delegates.ts.
 *
 * States of a poll: open -> closed, an election perhaps through a second round. While it is open each answer is a ballot,
 * kept under an HMAC of its person with a key that only this round has. The end of a round counts the ballots of those who
 * count in the cell at that moment, and removes ballots, key, and every button that names the poll: from then on nothing
 * leads from an answer to a person (secret-ballots.ts).
 *
 * Locks on PostgreSQL: the poll first, then its ballots.
 */
import { createHash } from "node:crypto";
import {
  approvals,
  choose,
  delegateJobs,
  mostCandidates,
  pollCard,
  pollLasts,
  pollQuorum,
  recalled,
  ticketText,
  type CandidateState,
  type Choices,
  type Chosen,
  type Ended,
  type NewElection,
  type Poll,
  type PollCandidate,
  type PollKind,
  type PollResult,
  type Stood,
  type Turnout,
  type Voted,
} from "../domain/elections.ts";
import { Buttons } from "./buttons.ts";
import { Cards } from "./cards.ts";
import { Delegates } from "./delegates.ts";
import type { FederationRecord } from "./federations.ts";
import { nothing, type OfPersons } from "./of-persons.ts";
import type { Poll as PollRow, PollCandidate as CandidateRow } from "./generated/sqlite/client.ts";
import { Jobs } from "./jobs.ts";
import { Outbox } from "./outbox.ts";
import { newBallotKey, planErasure, voters } from "./secret-ballots.ts";
import type { Session } from "./session.ts";

const purposes = { key: "Poll.sealedKey", seed: "Poll.sealedSeed" } as const;
const hour = 60 * 60_000;
const day = 24 * hour;

const sha256 = (text: string): string => createHash("sha256").update(text).digest("hex");

/** The lot of each candidate, by their number. */
export const lotsOf =
  (seed: string) =>
  (number: number): string =>
    sha256(ticketText(seed, number));

export class Polls {
  readonly #session: Session;
  readonly #federation: FederationRecord;
  readonly #jobs: Jobs;
  readonly #cards: Cards;

  constructor(session: Session, federation: FederationRecord) {
    this.#session = session;
    this.#federation = federation;
    this.#jobs = new Jobs(session, federation.id);
    this.#cards = new Cards(session);
  }

  // Opening and finding

  async openElection({ councilId, cellId, lasts = pollLasts, ...of }: NewElection): Promise<Poll> {
    return this.#open("election", lasts, {
      councilId,
      cellId,
      seats: of.seats,
      alternates: of.alternates,
      renews: of.renews,
      until: of.until === undefined ? null : new Date(of.until),
    });
  }

  /** Whether a delegate is to lose their seat. */
  async openRecall(councilId: string, cellId: string, personId: string): Promise<Poll> {
    return this.#open("recall", pollLasts, { councilId, cellId, personId });
  }

  async #open(
    kind: PollKind,
    lasts: number,
    of: Partial<PollRow> & { readonly councilId: string; readonly cellId: string },
  ): Promise<Poll> {
    const { tx, now, newId } = this.#session;
    const { id: federationId, sealer } = this.#federation;
    const row = await tx.poll.create({
      data: {
        ...of,
        id: newId(),
        federationId,
        kind,
        openedAt: new Date(now),
        standUntil: new Date(now + Math.floor(lasts / 2)),
        closesAt: new Date(now + lasts),
        sealedSeed: sealer.seal(newId(), purposes.seed),
      },
    });
    await this.#planClose(row.id, now + lasts);
    return this.#record(row);
  }

  async #planClose(pollId: string, dueAt: number): Promise<void> {
    const { close: kind } = delegateJobs;
    await this.#jobs.schedule({ kind, key: `${kind}:${pollId}`, payload: { poll: pollId }, dueAt });
  }

  async get(id: string): Promise<Poll | undefined> {
    const row = await this.#session.tx.poll.findFirst({ where: { id, federationId: this.#federation.id } });
    return row === null ? undefined : this.#record(row);
  }

  /** The open polls of a cell, the oldest first; or of a council, or of both. */
  async open(of: { readonly cell?: string; readonly council?: string }): Promise<readonly Poll[]> {
    const { cell, council } = of;
    const rows = await this.#session.tx.poll.findMany({
      where: {
        federationId: this.#federation.id,
        closedAt: null,
        ...(cell === undefined ? {} : { cellId: cell }),
        ...(council === undefined ? {} : { councilId: council }),
      },
      orderBy: [{ openedAt: "asc" }, { id: "asc" }],
    });
    return rows.map((row) => this.#record(row));
  }

  /** When a recall of this person was last closed. In milliseconds since 1970. */
  async lastRecall(councilId: string, personId: string): Promise<number | undefined> {
    const row = await this.#session.tx.poll.findFirst({
      where: { federationId: this.#federation.id, kind: "recall", councilId, personId, closedAt: { not: null } },
      orderBy: { closedAt: "desc" },
      select: { closedAt: true },
    });
    return row?.closedAt?.getTime();
  }

  /** Those who stand or are proposed, by number. */
  async candidates(pollId: string): Promise<readonly PollCandidate[]> {
    const rows = await this.#session.tx.pollCandidate.findMany({
      where: { pollId, poll: { federationId: this.#federation.id } },
      orderBy: { number: "asc" },
    });
    return rows.map(candidateRecord);
  }

  /** How many have voted so far in this round, and how many count in the cell. */
  async turnout(poll: Poll): Promise<Turnout> {
    const { tx } = this.#session;
    const [voted, members] = [
      await tx.pollBallot.count({ where: { pollId: poll.id } }),
      await tx.person.count({ where: { cellId: poll.cellId, federationId: this.#federation.id } }),
    ];
    return { voted, members };
  }

  // Standing

  /** Somebody stands, or (`proposed`) is asked to. */
  async stand(
    poll: Poll,
    person: { readonly id: string; readonly cellId: string | undefined },
    as: "standing" | "proposed",
  ): Promise<Stood> {
    const { tx, now, newId } = this.#session;
    await this.#lock(poll.id);
    if (poll.closedAt !== undefined || now >= poll.standUntil || poll.round > 1) return "late";
    if (person.cellId !== poll.cellId) return "elsewhere";
    const seats = await new Delegates(this.#session, this.#federation).seatsOf(poll.councilId, poll.cellId);
    if (!poll.renews && seats.some(({ delegateId }) => delegateId === person.id)) return "holds-seat";
    const all = await tx.pollCandidate.findMany({ where: { pollId: poll.id } });
    const before = all.find(({ personId }) => personId === person.id);
    if (before?.state === "standing" || before?.state === as) return "already";
    if (before === undefined) {
      if (all.length >= mostCandidates) return "full";
      const number = Math.max(0, ...all.map((one) => one.number)) + 1;
      await tx.pollCandidate.create({ data: { id: newId(), pollId: poll.id, personId: person.id, number, state: as } });
    } else await tx.pollCandidate.update({ where: { id: before.id }, data: { state: as } });
    this.#cards.touch({ kind: pollCard, subject: poll.id });
    return as;
  }

  /** Somebody stands no more, or does not want to. False if they were not in it. */
  async withdraw(poll: Poll, personId: string): Promise<boolean> {
    const { count } = await this.#session.tx.pollCandidate.updateMany({
      where: { pollId: poll.id, personId, state: { in: ["standing", "proposed"] }, poll: { closedAt: null } },
      data: { state: "withdrawn" },
    });
    if (count > 0) this.#cards.touch({ kind: pollCard, subject: poll.id });
    return count > 0;
  }

  /** The open polls in which a person is proposed and has not answered. */
  async proposals(personId: string): Promise<readonly Poll[]> {
    const rows = await this.#session.tx.poll.findMany({
      where: {
        federationId: this.#federation.id,
        closedAt: null,
        round: 1,
        candidates: { some: { personId, state: "proposed" } },
      },
      orderBy: { id: "asc" },
    });
    return rows.map((row) => this.#record(row)).filter(({ standUntil }) => standUntil > this.#session.now);
  }

  // Answering

  /** Records a person's ballot; the last one counts, and without one they have not voted. */
  async vote(
    poll: Poll,
    person: { readonly id: string; readonly cellId: string | undefined },
    choices: Choices,
  ): Promise<Voted> {
    const { tx, now } = this.#session;
    if (person.cellId !== poll.cellId) return "elsewhere";
    const voterOf = await this.#voters(poll.id);
    if (voterOf === undefined || now >= poll.closesAt) return "closed";
    const key = { pollId: poll.id, voter: voterOf(person.id) };
    if (choices === undefined) await tx.pollBallot.deleteMany({ where: key });
    else {
      const text = JSON.stringify(choices);
      await tx.pollBallot.upsert({
        where: { pollId_voter: key },
        create: { ...key, choices: text },
        update: { choices: text },
      });
    }
    this.#cards.touch({ kind: pollCard, subject: poll.id });
    return "recorded";
  }

  /** A person's own ballot, for themselves. */
  async own(poll: Poll, personId: string): Promise<Choices> {
    const voterOf = await this.#voters(poll.id);
    if (voterOf === undefined) return undefined;
    const row = await this.#session.tx.pollBallot.findUnique({
      where: { pollId_voter: { pollId: poll.id, voter: voterOf(personId) } },
    });
    return row === null ? undefined : readChoices(row.choices);
  }

  async #lock(pollId: string): Promise<void> {
    const { tx } = this.#session;
    await tx.$queryRaw`SELECT "id" FROM "Poll" WHERE "id" = ${pollId} ${tx.forUpdate}`;
  }

  /** As whose ballots are kept in an open poll, whose key is made with the first; undefined once it is closed. */
  async #voters(pollId: string): Promise<((personId: string) => string) | undefined> {
    const { tx } = this.#session;
    const { sealer } = this.#federation;
    await this.#lock(pollId);
    const row = await tx.poll.findUnique({ where: { id: pollId }, select: { sealedKey: true, closedAt: true } });
    if (row === null || row.closedAt !== null) return undefined;
    const sealedKey = row.sealedKey ?? newBallotKey(sealer, purposes.key);
    if (row.sealedKey === null) await tx.poll.update({ where: { id: pollId }, data: { sealedKey } });
    return voters(sealedKey, sealer, purposes.key);
  }

  // The end

  /** The time of a round is over. Undefined if it is closed already, or goes on. */
  async end(pollId: string): Promise<Ended | undefined> {
    const poll = await this.get(pollId);
    if (poll === undefined || poll.closedAt !== undefined || this.#session.now < poll.closesAt) return undefined;
    const { voted, members, ballots } = await this.#count(poll);
    const figures = { voted, members };
    // The quorum is that of the first round: whoever does not care between those who are equal need not come again.
    if (poll.round === 1 && !pollQuorum(voted, members)) {
      return { state: "closed", poll: await this.#close(poll, { outcome: "no-quorum", ...figures }) };
    }
    if (poll.kind === "recall") return { state: "closed", poll: await this.#endRecall(poll, ballots, figures) };
    return this.#endElection(poll, ballots, figures);
  }

  /** The ballots of those who count in the cell now: who left, or was forgotten, has none. */
  async #count(poll: Poll) {
    const { tx } = this.#session;
    const voterOf = await this.#voters(poll.id);
    const people = await tx.person.findMany({
      where: { cellId: poll.cellId, federationId: this.#federation.id },
      select: { id: true },
    });
    const electorate = new Set(voterOf === undefined ? [] : people.map(({ id }) => voterOf(id)));
    const rows = await tx.pollBallot.findMany({ where: { pollId: poll.id } });
    const ballots = rows.filter(({ voter }) => electorate.has(voter)).map(({ choices }) => readChoices(choices));
    return { voted: ballots.length, members: people.length, ballots };
  }

  async #endRecall(poll: Poll, ballots: readonly (readonly string[])[], figures: Turnout): Promise<Poll> {
    const delegates = new Delegates(this.#session, this.#federation);
    const seat = (await delegates.seatsOf(poll.councilId, poll.cellId)).find(
      ({ delegateId }) => delegateId === poll.personId,
    );
    const yes = ballots.filter(([choice]) => choice === "yes").length;
    if (seat === undefined) return this.#close(poll, { outcome: "void", ...figures });
    const gone = recalled(yes, figures.voted);
    const closed = await this.#close(poll, { outcome: gone ? "recalled" : "kept", yes, ...figures });
    if (gone) await delegates.end(seat, "recalled");
    return closed;
  }

  async #endElection(poll: Poll, ballots: readonly (readonly string[])[], figures: Turnout): Promise<Ended> {
    const { tx } = this.#session;
    const { seats, alternates } = poll.places;
    const all = await this.candidates(poll.id);
    const inRound = all.filter(({ state, scores }) => state === "standing" && scores.length === poll.round - 1);
    const counted = approvals(
      inRound,
      ballots.map((approved, index) => ({ voter: String(index), approved })),
    );
    for (const { id, scores } of inRound) {
      await tx.pollCandidate.update({
        where: { id },
        data: { scores: JSON.stringify([...scores, counted.get(id) ?? 0]) },
      });
    }
    const standing = (await this.candidates(poll.id)).filter(({ state }) => state === "standing");
    const seed = await this.#seed(poll.id);
    const places = { seats, alternates };
    const chosen = choose(standing, places, poll.round > 1 ? lotsOf(seed) : undefined);
    const first = poll.firstRound ?? figures;
    if (chosen.state === "tie") {
      return { state: "second-round", poll: await this.#secondRound(poll, chosen, standing, first) };
    }
    return { state: "closed", poll: await this.#elected(poll, chosen, standing, first, seed) };
  }

  async #secondRound(
    poll: Poll,
    { between }: Extract<Chosen, { state: "tie" }>,
    standing: readonly PollCandidate[],
    first: Turnout,
  ): Promise<Poll> {
    const { tx, now } = this.#session;
    const lasts = Math.max(hour, Math.floor((poll.closesAt - poll.openedAt) / 2));
    // Those whose place is decided have a second score of nothing: they are not asked about again.
    for (const { id, scores } of standing.filter((one) => !between.includes(one.id))) {
      await tx.pollCandidate.update({ where: { id }, data: { scores: JSON.stringify([...scores, 0]) } });
    }
    await this.#erase(poll);
    const row = await tx.poll.update({
      where: { id: poll.id },
      data: {
        round: poll.round + 1,
        sealedKey: null,
        closesAt: new Date(now + lasts),
        result: JSON.stringify(first),
      },
    });
    await this.#planClose(poll.id, now + lasts);
    this.#cards.touch({ kind: pollCard, subject: poll.id });
    return this.#record(row);
  }

  async #elected(
    poll: Poll,
    { delegates, alternates, drawn }: Extract<Chosen, { state: "chosen" }>,
    standing: readonly PollCandidate[],
    figures: Turnout,
    seed: string,
  ): Promise<Poll> {
    const of = (id: string) => standing.find((one) => one.id === id);
    const numbers = (ids: readonly string[]) => ids.flatMap((id) => of(id)?.number ?? []);
    const people = (ids: readonly string[]) => ids.flatMap((id) => of(id)?.personId ?? []);
    if (delegates.length > 0) {
      const { councilId, cellId, renews, until } = poll;
      await new Delegates(this.#session, this.#federation).install(councilId, cellId, {
        delegates: people(delegates),
        alternates: people(alternates),
        renews,
        until,
      });
    }
    return this.#close(poll, {
      outcome: delegates.length > 0 ? "chosen" : "nobody",
      ...figures,
      delegates: numbers(delegates),
      alternates: numbers(alternates),
      ...(drawn.length > 0 ? { drawn: numbers(drawn), seed } : {}),
    });
  }

  async #close(poll: Poll, result: PollResult): Promise<Poll> {
    const { tx, now } = this.#session;
    await this.#erase(poll);
    const row = await tx.poll.update({
      where: { id: poll.id },
      data: { closedAt: new Date(now), sealedKey: null, result: JSON.stringify(result) },
    });
    const { clear: kind, close } = delegateJobs;
    await this.#jobs.cancel(`${close}:${poll.id}`);
    const dueAt = now + this.#federation.retentionDays * day;
    await this.#jobs.schedule({ kind, key: `${kind}:${poll.id}`, payload: { poll: poll.id }, dueAt });
    this.#cards.touch({ kind: pollCard, subject: poll.id });
    return this.#record(row);
  }

  /** Ballots go, and the buttons that people pressed; then the log file is truncated. */
  async #erase(poll: Poll): Promise<void> {
    await this.#session.tx.pollBallot.deleteMany({ where: { pollId: poll.id } });
    const of = { federationId: this.#federation.id, since: poll.openedAt };
    const named = { ...of, name: `#${poll.id}` };
    const buttons = await new Buttons(this.#session).forgetNaming(named, this.#federation.sealer);
    // Somebody asked for their own answer, and could not be reached yet: it shows which.
    await new Outbox(this.#session).forgetShowing(of, buttons, this.#federation.sealer);
    await planErasure(this.#session);
  }

  /** Nobody is asked any more: the seat that it is about is empty, or the cell sits in the council no more. */
  async cancel(of: { readonly council: string; readonly cell: string; readonly person?: string }): Promise<void> {
    const open = await this.open({ cell: of.cell, council: of.council });
    for (const poll of open.filter(({ personId }) => of.person === undefined || personId === of.person)) {
      const { voted, members } = await this.turnout(poll);
      await this.#close(poll, { outcome: "void", voted, members });
    }
  }

  /** The retention: the poll is removed. */
  async clear(pollId: string): Promise<void> {
    await this.#session.tx.poll.deleteMany({
      where: { id: pollId, federationId: this.#federation.id, closedAt: { not: null } },
    });
  }

  // People who come and go

  get ofPersons(): OfPersons {
    return {
      tables: ["Poll", "PollCandidate", "PollBallot"],
      leavesCell: nothing("who stands and votes is who counts in the cell: countsElsewhere"),
      countsElsewhere: ({ person, from }) => this.#gone(person.id, { cell: from }),
      becomesOne: ({ first, second }) => this.#merge(first.id, second),
      forgotten: ({ person }) => this.#forget(person.id),
      exported: async ({ personId }) => ({ elections: await this.#export(personId) }),
      retention: nothing("each poll that has closed has a job for it: delegate-clear"),
      cellLeavesCouncil: nothing("the seats end it, which go: src/store/delegates.ts"),
    };
  }

  /** They stand no more, and have no ballot. */
  async #forget(personId: string): Promise<void> {
    const { tx } = this.#session;
    const federationId = this.#federation.id;
    await this.#gone(personId, {});
    await tx.pollCandidate.updateMany({ where: { personId, poll: { federationId } }, data: { personId: null } });
    await tx.poll.updateMany({ where: { personId, federationId }, data: { personId: null } });
  }

  /** They stand no more, and their ballot does not count: not in what is shown, and so not in what is decided. */
  async #gone(personId: string, of: { readonly cell?: string }): Promise<void> {
    for (const poll of await this.open(of)) {
      await this.withdraw(poll, personId);
      const voter = (await this.#voters(poll.id))?.(personId);
      if (voter !== undefined) await this.#session.tx.pollBallot.deleteMany({ where: { pollId: poll.id, voter } });
      this.#cards.touch({ kind: pollCard, subject: poll.id });
    }
  }

  /** `second` turns out to be `first`: where both have voted, or stand, it is the answer of `first` that stands. */
  async #merge(first: string, second: string): Promise<void> {
    const { tx } = this.#session;
    const federationId = this.#federation.id;
    for (const { id: pollId } of await this.open({})) {
      const voterOf = await this.#voters(pollId);
      if (voterOf === undefined) continue;
      const [mine, theirs] = [voterOf(first), voterOf(second)];
      const both = (await tx.pollBallot.count({ where: { pollId, voter: mine } })) > 0;
      if (both) await tx.pollBallot.deleteMany({ where: { pollId, voter: theirs } });
      else await tx.pollBallot.updateMany({ where: { pollId, voter: theirs }, data: { voter: mine } });
      this.#cards.touch({ kind: pollCard, subject: pollId });
    }
    await this.#mergeCandidates(first, second);
    await tx.poll.updateMany({ where: { personId: second, federationId }, data: { personId: first } });
  }

  /** Who stood as two stands as one: as the one who stands more surely, else as `first`; who approved of the other approved of them. */
  async #mergeCandidates(first: string, second: string): Promise<void> {
    const { tx } = this.#session;
    const both = await tx.pollCandidate.findMany({
      where: { personId: { in: [first, second] }, poll: { federationId: this.#federation.id } },
    });
    const surer = ({ state }: CandidateRow): number => ["standing", "proposed", "withdrawn"].indexOf(state);
    for (const [pollId, rows] of Map.groupBy(both, (row) => row.pollId)) {
      const [kept, dropped] = rows.sort(
        (a, b) => surer(a) - surer(b) || Number(b.personId === first) - Number(a.personId === first),
      );
      if (kept === undefined) continue;
      if (dropped !== undefined) {
        await tx.pollCandidate.update({ where: { id: dropped.id }, data: { personId: null, state: "withdrawn" } });
        const ballots = await tx.pollBallot.findMany({ where: { pollId } });
        for (const { voter, choices } of ballots) {
          const named = readChoices(choices);
          if (!named.includes(dropped.id)) continue;
          const instead = [...new Set(named.map((id) => (id === dropped.id ? kept.id : id)))];
          const where = { pollId_voter: { pollId, voter } };
          await tx.pollBallot.update({ where, data: { choices: JSON.stringify(instead) } });
        }
      }
      await tx.pollCandidate.update({ where: { id: kept.id }, data: { personId: first } });
      this.#cards.touch({ kind: pollCard, subject: pollId });
    }
  }

  /** What is held about a person: that they stood, and that they have a ballot in an open poll, but not which. */
  async #export(personId: string): Promise<Readonly<Record<string, unknown>>> {
    const rows = await this.#session.tx.pollCandidate.findMany({
      where: { personId, poll: { federationId: this.#federation.id } },
      include: { poll: { select: { openedAt: true, closedAt: true } } },
      orderBy: { id: "asc" },
    });
    const voted: string[] = [];
    for (const poll of await this.open({})) {
      if ((await this.own(poll, personId)) !== undefined) voted.push(new Date(poll.openedAt).toISOString());
    }
    const recalls = await this.#session.tx.poll.findMany({
      where: { personId, federationId: this.#federation.id },
      orderBy: { id: "asc" },
    });
    return {
      stoodIn: rows.map(({ state, poll }) => ({ openedAt: poll.openedAt, closedAt: poll.closedAt, state })),
      votedInOpenPollsOf: voted,
      // Whether they should keep their seat.
      ...(recalls.length === 0
        ? {}
        : {
            recalls: recalls
              .map((row) => this.#record(row))
              .map(({ openedAt, closedAt, result }) => ({
                openedAt: new Date(openedAt),
                closedAt: closedAt === undefined ? null : new Date(closedAt),
                outcome: result?.outcome ?? null,
              })),
          }),
    };
  }

  async #seed(pollId: string): Promise<string> {
    const { sealedSeed } = await this.#session.tx.poll.findUniqueOrThrow({
      where: { id: pollId },
      select: { sealedSeed: true },
    });
    return this.#federation.sealer.open(sealedSeed, purposes.seed);
  }

  #record(row: PollRow): Poll {
    return {
      id: row.id,
      kind: row.kind as PollKind, // an edge, like what follows: only `#open` and `#close` write it
      councilId: row.councilId,
      cellId: row.cellId,
      personId: row.personId ?? undefined,
      places: { seats: row.seats, alternates: row.alternates },
      renews: row.renews,
      until: row.until?.getTime(),
      round: row.round,
      openedAt: row.openedAt.getTime(),
      standUntil: row.standUntil.getTime(),
      closesAt: row.closesAt.getTime(),
      closedAt: row.closedAt?.getTime(),
      sealOfLot: sha256(this.#federation.sealer.open(row.sealedSeed, purposes.seed)),
      ...readResult(row),
    };
  }
}

/** While a second round is open, the figures of the first stand where the result will be. */
function readResult({ result, closedAt }: PollRow): Pick<Poll, "result" | "firstRound"> {
  const kept: unknown = result === null ? undefined : JSON.parse(result); // an edge: only the end of a round writes it
  return closedAt === null
    ? { result: undefined, firstRound: kept as Turnout | undefined }
    : { result: kept as PollResult | undefined, firstRound: undefined };
}

const candidateRecord = (row: CandidateRow): PollCandidate => ({
  id: row.id,
  personId: row.personId ?? undefined,
  number: row.number,
  state: row.state as CandidateState, // an edge: only `stand` and `withdraw` write it
  scores: JSON.parse(row.scores) as number[], // an edge: only the end of a round writes it
});

const readChoices = (json: string): readonly string[] => JSON.parse(json) as string[]; // an edge: only `vote` writes it
