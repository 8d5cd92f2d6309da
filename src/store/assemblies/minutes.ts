/** What the minutes of an assembly say. */
import { sectorPresences, type Assembly, type CellPresence } from "../../domain/assemblies.ts";
import type { Minutes, MinutesItem, MinutesVote } from "../../domain/minutes.ts";
import type { VoteResult } from "../../domain/votes.ts";
import { Cells } from "../cells.ts";
import { Councils } from "../councils.ts";
import { names } from "../people/finding.ts";
import type { Store } from "../repository.ts";
import { Votes } from "../votes.ts";
import { items } from "./agenda.ts";
import { standingOf } from "./presence.ts";

/** Everything that the minutes say, so far or in the end. */
export async function minutesOf(store: Store, assembly: Assembly): Promise<Minutes> {
  const council = await new Councils(store.session, store.federation).get(assembly.councilId);
  const cells = new Cells(store.session, store.federation);
  const sectors = new Map((await cells.sectors()).map(({ id, name }) => [id, name]));
  const final = assembly.final ?? (await standingOf(store, assembly, { ever: true }));
  const sum = (pick: (cell: CellPresence) => number): number => final.cells.reduce((all, cell) => all + pick(cell), 0);
  return {
    council: council?.name ?? "",
    number: assembly.number,
    from: assembly.openedAt === undefined ? assembly.startsAt : Math.max(assembly.openedAt, assembly.startsAt),
    to: assembly.closedAt,
    host:
      assembly.host === undefined
        ? undefined
        : { sector: sectors.get(assembly.host.sectorId) ?? "", place: assembly.host.place },
    presence: {
      seats: sum(({ seats }) => seats),
      filled: sum(({ filled }) => filled),
      present: sum(({ present }) => present),
      cells: final.cells.length,
      cellsPresent: final.cells.filter(({ present }) => present > 0).length,
      sectors: sectorPresences(final.cells).map(({ sectorId, seats, present }) => ({
        name: sectors.get(sectorId) ?? "",
        seats,
        present,
      })),
      names: assembly.series.names ? await namesOfThose(store, assembly.id) : [],
    },
    quorum: { by: assembly.series.quorum.of, needed: final.quorum.needed, sectors: final.quorum.sectors.needed },
    items: await minutesItems(store, assembly.id),
  };
}

/** Names of all who came, by name, until the retention has passed. */
async function namesOfThose(store: Store, assemblyId: string): Promise<readonly string[]> {
  const rows = await store.session.tx.attendance.findMany({ where: { assemblyId }, select: { personId: true } });
  const found = await names(
    store,
    rows.map(({ personId }) => personId),
  );
  return [...found.values()].sort(new Intl.Collator("en").compare);
}

async function minutesItems(store: Store, assemblyId: string): Promise<readonly MinutesItem[]> {
  const votes = await new Votes(store.session, store.federation).ofAssembly(assemblyId);
  const closed = votes.flatMap(({ itemId, vote: { number, text, secret, result } }) =>
    result === undefined ? [] : [{ itemId, vote: minutesVote({ number, text, secret }, result) }],
  );
  const of = (itemId: string | undefined): readonly MinutesVote[] =>
    closed.filter((one) => one.itemId === itemId).map(({ vote }) => vote);
  const listed = (await items(store, assemblyId)).map(({ id, kind, text, openedAt }): MinutesItem => ({
    title: text,
    kind,
    state: openedAt === undefined ? "not-reached" : "done",
    notes: [],
    votes: of(id),
  }));
  const others = of(undefined);
  // What opens every agenda and was not come to is no business of the next one.
  const told = listed.filter(({ kind, state, votes: own }) => state === "done" || own.length > 0 || !passedOver(kind));
  return others.length === 0
    ? told
    : [...told, { title: undefined, kind: "other", state: "done", notes: [], votes: others }];
}

const passedOver = (kind: MinutesItem["kind"]): boolean => kind === "learnt" || kind === "decisions" || kind === "fund";

function minutesVote(of: Pick<MinutesVote, "number" | "text" | "secret">, result: VoteResult): MinutesVote {
  const { majority, base, ...figures } = result;
  return { ...figures, ...of, rule: { ...majority, base } };
}
