/**
 * Votes of an assembly, and of a cell by itself. The rules are in src/domain/votes.ts.
 *
 * States of a vote: open -> closed. While it is open each answer is a ballot, kept under an HMAC of its person with a key
 * that only this vote has, so that it can be changed and withdrawn. The close counts, writes the result, and removes the
 * ballots, the key, and every button that names the vote: from then on nothing leads from an answer to a person, neither
 * here nor, once the log file is truncated (`planErasure`), there. Of an open vote of an assembly the voices of each cell stay.
 * A vote of a cell has a job that closes it at its hour; those who count in the cell at that moment are counted.
 *
 * Locks on PostgreSQL: the vote first, then its ballots.
 */
import type { FederationRecord } from "./federations.ts";
import { nothing, type OfPersons } from "./of-persons.ts";
import type { Ballot as BallotRow, Prisma, Vote as VoteRow } from "./generated/sqlite/client.ts";
import type { Session } from "./session.ts";
import type { Assembly } from "../domain/assemblies.ts";
import { quorum } from "../domain/quorum.ts";
import {
  countedMembers,
  countedSeats,
  countVoices,
  decide,
  decideInCell,
  isOfCell,
  leastOf,
  voicesByCell,
  voteCard,
  voteJobs,
  type AssemblyPlace,
  type Base,
  type CellPlace,
  type CellVoices,
  type Choice,
  type Least,
  type Unit,
  type Vote,
  type VoteResult,
  type VoteRule,
} from "../domain/votes.ts";
import { cellChats, chatsOfCell, councilChats, findAssembly } from "./assemblies/finding.ts";
import { standingOf } from "./assemblies/presence.ts";
import { Buttons } from "./buttons.ts";
import type { Cards } from "./cards.ts";
import { dateVoted } from "./dates.ts";
import { voted } from "./decisions.ts";
import { approverVoted } from "./funds/approvers.ts";
import { Store } from "./repository.ts";
import { rowOf } from "./sealing.ts";
import { newBallotKey, planErasure, voters } from "./secret-ballots.ts";

export interface NewVote {
  readonly text: string;
  readonly rule: VoteRule;
  readonly secret: boolean;
  /** The item of the agenda that is in hand. */
  readonly itemId: string | undefined;
}

/** Whose votes are meant. */
export type VotesOf = { readonly council: string } | { readonly cell: string };

/** How many have answered an open vote of a cell, how many count there, and how many must answer. */
export interface VoteTurnout {
  readonly voted: number;
  readonly members: number;
  readonly needed: number;
}

/** What became of an answer. */
export type Cast = "recorded" | "changed" | "same" | "closed";

/** What is kept of a closed vote. */
interface Kept {
  readonly result: VoteResult;
  readonly voices?: readonly CellVoices[];
}

const purposes = { text: "Vote.sealedText", key: "Vote.sealedKey", choice: "Ballot.sealedChoice" } as const;
/** Characters of "abstain". */
const longestChoice = 7;

/** As whose the ballots of one vote are kept. */
type VoterOf = (personId: string) => string;

export class Votes {
  readonly #session: Session;
  readonly #federation: FederationRecord;
  readonly #store: Store;
  readonly #cards: Cards;

  constructor(session: Session, federation: FederationRecord) {
    this.#session = session;
    this.#federation = federation;
    this.#store = new Store(session, federation);
    this.#cards = this.#store.cards;
  }

  // Opening and finding

  async open({ id: assemblyId, councilId }: Pick<Assembly, "id" | "councilId">, of: NewVote): Promise<Vote> {
    return this.#open({ assemblyId, councilId }, { councilId }, of);
  }

  /** Those who count in a cell are asked. */
  async openInCell({ cellId, closesAt, least }: CellPlace, of: Omit<NewVote, "itemId">): Promise<Vote> {
    const quorum = least === undefined ? null : JSON.stringify(least);
    const made = await this.#open(
      { cellId, closesAt: new Date(closesAt), quorum },
      { cellId },
      { ...of, itemId: undefined },
    );
    const { close: kind } = voteJobs;
    const job = { kind, key: `${kind}:${made.id}`, payload: { vote: made.id }, dueAt: closesAt };
    await this.#store.jobs.schedule(job);
    return made;
  }

  async #open(place: Partial<VoteRow>, numbered: Prisma.VoteWhereInput, of: NewVote): Promise<Vote> {
    const { tx, now, newId } = this.#session;
    const last = await tx.vote.aggregate({ where: numbered, _max: { number: true } });
    const { majority, base, by } = of.rule;
    const id = newId();
    const row = await tx.vote.create({
      data: {
        ...place,
        id,
        federationId: this.#federation.id,
        itemId: of.itemId ?? null,
        number: (last._max.number ?? 0) + 1,
        sealedText: this.#federation.sealer.seal(of.text, purposes.text, id),
        num: majority.num,
        den: majority.den,
        base,
        by,
        secret: of.secret,
        openedAt: new Date(now),
      },
    });
    return this.#record(row);
  }

  async get(id: string): Promise<Vote | undefined> {
    const [row] = await this.#session.tx.$queryRaw<RawRow>`
      SELECT * FROM "Vote" WHERE "id" = ${id} AND "federationId" = ${this.#federation.id}`;
    return row === undefined ? undefined : this.#record({ ...row, secret: Boolean(row.secret) });
  }

  /** The votes of a council or of a cell, the oldest first: all of them, or (`closed: false`) the open ones. */
  async list(of: VotesOf, { closed = true } = {}): Promise<readonly Vote[]> {
    const whose = "cell" in of ? { cellId: of.cell } : { councilId: of.council };
    const rows = await this.#session.tx.vote.findMany({
      where: { ...whose, federationId: this.#federation.id, ...(closed ? {} : { closedAt: null }) },
      orderBy: { number: "asc" },
    });
    return rows.map((row) => this.#record(row));
  }

  /** The votes of an assembly, the oldest first, with the item of the agenda under which each was opened. */
  async ofAssembly(
    assemblyId: string,
  ): Promise<readonly { readonly itemId: string | undefined; readonly vote: Vote }[]> {
    const rows = await this.#session.tx.vote.findMany({ where: { assemblyId }, orderBy: { number: "asc" } });
    return rows.map((row) => ({ itemId: row.itemId ?? undefined, vote: this.#record(row) }));
  }

  /** The chats (ids of ours) that a result concerns: the council's own, and those of its cells; or the cell's own. */
  async chats(vote: Vote): Promise<readonly string[]> {
    return isOfCell(vote)
      ? this.ownChats(vote)
      : [...(await this.ownChats(vote)), ...(await cellChats(this.#store, vote.place.councilId))];
  }

  /** The chats (ids of ours) of who votes. */
  async ownChats({ place }: Vote): Promise<readonly string[]> {
    return "cellId" in place ? chatsOfCell(this.#store, place.cellId) : councilChats(this.#store, place.councilId);
  }

  /** How many answers there are in an open vote. */
  async answered(voteId: string): Promise<number> {
    return this.#session.tx.ballot.count({ where: { voteId } });
  }

  /** How many have answered an open vote of a cell: who goes takes their answer along. */
  async turnout(voteId: string, { cellId, least }: CellPlace): Promise<VoteTurnout> {
    const members = (await this.#membersOf(cellId)).length;
    return { voted: await this.answered(voteId), members, needed: leastOf(least, members) };
  }

  /** The ids of those who count in a cell. */
  async #membersOf(cellId: string): Promise<readonly string[]> {
    const where = { cellId, federationId: this.#federation.id };
    const rows = await this.#session.tx.person.findMany({ where, select: { id: true } });
    return rows.map(({ id }) => id);
  }

  // Answering

  /** Records an answer; the last one counts. Whether the person may answer has been asked before. */
  async cast(vote: Vote, personId: string, choice: Choice): Promise<Cast> {
    const { tx, now } = this.#session;
    const voterOf = await this.#voters(vote.id);
    if (voterOf === undefined || (isOfCell(vote) && now >= vote.place.closesAt)) return "closed";
    const voter = voterOf(personId);
    const [before] = await tx.$queryRaw<BallotRow>`
      SELECT * FROM "Ballot" WHERE "voteId" = ${vote.id} AND "voter" = ${voter}`;
    if (before !== undefined && this.#choice(before) === choice) return "same";
    const sealed = this.#sealChoice(vote.id, voter, choice);
    await tx.$executeRaw`
      INSERT INTO "Ballot" ("voteId", "voter", "sealedChoice") VALUES (${vote.id}, ${voter}, ${sealed})
      ON CONFLICT ("voteId", "voter") DO UPDATE SET "sealedChoice" = ${sealed}`;
    if (before === undefined) this.#cards.touch({ kind: voteCard, subject: vote.id });
    return before === undefined ? "recorded" : "changed";
  }

  /** All are of one length. */
  #sealChoice(voteId: string, voter: string, choice: Choice): string {
    return this.#federation.sealer.seal(choice.padEnd(longestChoice), purposes.choice, rowOf(voteId, voter));
  }

  #choice({ voteId, voter, sealedChoice }: BallotRow): Choice {
    const text = this.#federation.sealer.open(sealedChoice, purposes.choice, rowOf(voteId, voter));
    return text.trimEnd() as Choice; // an edge: only `cast` writes it
  }

  /** As whose ballots are kept in an open vote, whose key is made with the first; undefined once it is closed. */
  async #voters(voteId: string): Promise<VoterOf | undefined> {
    const { tx } = this.#session;
    const { sealer } = this.#federation;
    const [row] = await tx.$queryRaw<{ sealedKey: string | null; closedAt: Date | null }>`
      SELECT "sealedKey", "closedAt" FROM "Vote" WHERE "id" = ${voteId} ${tx.forUpdate}`;
    if (row === undefined || row.closedAt !== null) return undefined;
    const sealedKey = row.sealedKey ?? newBallotKey(sealer, purposes.key, voteId);
    if (row.sealedKey === null) await tx.vote.update({ where: { id: voteId }, data: { sealedKey } });
    return voters(sealedKey, sealer, purposes.key, voteId);
  }

  // Withdrawing

  /** The person's answers in the council's open votes are withdrawn: they have no seat there any more. */
  async withdraw(councilId: string, personId: string): Promise<void> {
    await this.#withdraw(personId, await this.list({ council: councilId }, { closed: false }));
  }

  get ofPersons(): OfPersons {
    const bySeat = nothing(
      "who has no seat any more has no answer either: src/store/assemblies/leaving.ts, delegateGone",
    );
    return {
      tables: ["Ballot"],
      leavesCell: nothing(
        "a cell's vote is of those who count in it: countsElsewhere; an assembly's goes with the seat",
      ),
      // An assembly's goes with the seat.
      countsElsewhere: async ({ person, from }) =>
        this.#withdraw(person.id, await this.list({ cell: from }, { closed: false })),
      becomesOne: ({ first, second }) => this.#merge(first.id, second),
      forgotten: async ({ person }) => this.#withdraw(person.id, await this.#allOpen()),
      exported: async ({ personId }) => ({ openVotes: await this.#export(personId) }),
      retention: nothing("ballots go with the close of their vote"),
      cellLeavesCouncil: bySeat,
    };
  }

  async #withdraw(personId: string, votes: readonly Vote[]): Promise<void> {
    for (const { id } of votes) {
      const voterOf = await this.#voters(id);
      if (voterOf === undefined) continue;
      const { count } = await this.#session.tx.ballot.deleteMany({ where: { voteId: id, voter: voterOf(personId) } });
      if (count > 0) this.#cards.touch({ kind: voteCard, subject: id });
    }
  }

  /** `second` turns out to be `first`: where both have answered, the answer of `first` stands. */
  async #merge(first: string, second: string): Promise<void> {
    const { tx } = this.#session;
    for (const { id: voteId } of await this.#allOpen()) {
      const voterOf = await this.#voters(voteId);
      if (voterOf === undefined) continue;
      const [mine, theirs] = [voterOf(first), voterOf(second)];
      const both = (await tx.ballot.count({ where: { voteId, voter: mine } })) > 0;
      const [other] = await tx.ballot.findMany({ where: { voteId, voter: theirs } });
      await tx.ballot.deleteMany({ where: { voteId, voter: theirs } });
      if (!both && other !== undefined) {
        const sealedChoice = this.#sealChoice(voteId, mine, this.#choice(other));
        await tx.ballot.create({ data: { voteId, voter: mine, sealedChoice } });
      }
      this.#cards.touch({ kind: voteCard, subject: voteId });
    }
  }

  async #allOpen(): Promise<readonly Vote[]> {
    const rows = await this.#session.tx.vote.findMany({
      where: { closedAt: null, federationId: this.#federation.id },
      orderBy: { id: "asc" },
    });
    return rows.map((row) => this.#record(row));
  }

  /** What is held about a person in open votes; of a secret one only that there is an answer. */
  async #export(personId: string): Promise<readonly Readonly<Record<string, unknown>>[]> {
    const found: Readonly<Record<string, unknown>>[] = [];
    for (const { id: voteId, number, text, secret } of await this.#allOpen()) {
      const voterOf = await this.#voters(voteId);
      const ballot =
        voterOf === undefined
          ? null
          : await this.#session.tx.ballot.findUnique({ where: { voteId_voter: { voteId, voter: voterOf(personId) } } });
      if (ballot !== null)
        found.push({ vote: number, text, secret, ...(secret ? {} : { answer: this.#choice(ballot) }) });
    }
    return found;
  }

  // The close

  /** Counts, freezes the result, and removes every ballot. Undefined if it is closed already. */
  async close(vote: Vote): Promise<Vote | undefined> {
    const { tx, now } = this.#session;
    const voterOf = await this.#voters(vote.id);
    if (voterOf === undefined) return undefined;
    const ballots = await this.#ballots(vote.id);
    const kept = await this.#count(vote, (person) => ballots.get(voterOf(person)));
    if (kept === undefined) return undefined;
    const row = await tx.vote.update({
      where: { id: vote.id },
      data: { closedAt: new Date(now), sealedKey: null, result: JSON.stringify(kept) },
    });
    await tx.ballot.deleteMany({ where: { voteId: vote.id } });
    await new Buttons(this.#session).forgetNaming(
      { federationId: this.#federation.id, since: vote.openedAt, name: `#${vote.id}` },
      this.#federation.sealer,
    );
    await planErasure(this.#session);
    await this.#store.jobs.cancel(`${voteJobs.close}:${vote.id}`);
    this.#cards.touch({ kind: voteCard, subject: vote.id });
    const closed = this.#record(row);
    await voted(this.#store, closed);
    await dateVoted(this.#store, closed);
    await approverVoted(this.#store, closed);
    return closed;
  }

  async #count(vote: Vote, ballotOf: (person: string) => Choice | undefined): Promise<Kept | undefined> {
    if (isOfCell(vote)) {
      const { cellId, least } = vote.place;
      const voices = countedMembers(cellId, await this.#membersOf(cellId), ballotOf);
      return { result: decideInCell(vote.rule, voices, least) };
    }
    const assembly = await findAssembly(this.#store, vote.place.assemblyId);
    if (assembly === undefined) return undefined;
    const { seats, represented } = await standingOf(this.#store, assembly);
    const counted = countedSeats(seats, represented, ballotOf);
    const there = seats.map(({ cell, sector }, index) => ({ cell, sector, present: counted[index]?.present === true }));
    const quorate = quorum(assembly.series.quorum, there).met;
    const result = decide(vote.rule, countVoices(counted, vote.rule.by), quorate);
    return vote.secret ? { result } : { result, voices: voicesByCell(counted) };
  }

  async #ballots(voteId: string): Promise<ReadonlyMap<string, Choice>> {
    const rows = await this.#session.tx.$queryRaw<BallotRow>`SELECT * FROM "Ballot" WHERE "voteId" = ${voteId}`;
    return new Map(rows.map((row) => [row.voter, this.#choice(row)]));
  }

  #record(row: VoteRow): Vote {
    const kept = row.result === null ? undefined : (JSON.parse(row.result) as Kept); // an edge: only `close` writes it
    const known = {
      id: row.id,
      number: row.number,
      text: this.#federation.sealer.open(row.sealedText, purposes.text, row.id),
      rule: {
        majority: { num: row.num, den: row.den },
        base: row.base as Base, // an edge, like the next: only `open` writes them
        by: row.by as Unit,
      },
      secret: row.secret,
      openedAt: row.openedAt.getTime(),
      closedAt: row.closedAt?.getTime(),
      result: kept?.result,
      voices: kept?.voices,
    };
    const place = placeOf(row);
    return "cellId" in place ? { ...known, place } : { ...known, place };
  }
}

/** A vote is of an assembly or of a cell: `#open` writes no other. */
function placeOf({ councilId, assemblyId, cellId, closesAt, quorum: least }: VoteRow): AssemblyPlace | CellPlace {
  if (councilId !== null && assemblyId !== null) return { councilId, assemblyId };
  if (cellId === null || closesAt === null) throw new Error("a vote is nobody's");
  // An edge: only `openInCell` writes it.
  const set = least === null ? undefined : (JSON.parse(least) as Least);
  return { cellId, closesAt: closesAt.getTime(), least: set };
}

/** SQLite has no booleans. */
type RawRow = Omit<VoteRow, "secret"> & { readonly secret: boolean | number };
