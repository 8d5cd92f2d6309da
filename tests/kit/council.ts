/** A council with seats for conversations: set up by talking, its seats filled as if cells had chosen. */
import { Cells } from "../../src/store/cells.ts";
import { People } from "../../src/store/people/people.ts";
import { Federations } from "../../src/store/federations.ts";
import type { Session } from "../../src/store/session.ts";
import { newestCode, type Scene } from "./conversation.ts";
import type { Stage, StageChat, StagePerson } from "./stage.ts";

/** A cell of the council: its chat, and who sits there for it. */
export interface SeatedCell {
  readonly name: string;
  readonly sector: string;
  readonly place?: string;
  /** Names of people; undefined: the seat is empty, or has no alternate. */
  readonly seats: readonly { readonly delegate?: string; readonly alternate?: string }[];
}

export interface StagedCouncil {
  readonly stage: Stage;
  readonly id: string;
  /** The council's own chat. */
  readonly chat: StageChat;
  /** Coordinates the council, and is the steward. */
  readonly zoe: StagePerson;
  /** Somebody in the council's chat. */
  who(name: string): StagePerson;
  /** The chat of a cell. */
  cell(name: string): StageChat;
  /** Fills a seat, or empties it. */
  seat(cell: string, number: number, of: { readonly delegate?: string; readonly alternate?: string }): Promise<void>;
  /** Runs something on the store. */
  store<T>(work: (session: Session) => Promise<T>): Promise<T>;
}

/** Makes a federation with these cells, a council "Council" of all of them with one chat, and fills its seats. */
export async function council({ stage, platform }: Scene, cells: readonly SeatedCell[]): Promise<StagedCouncil> {
  const chatOf = (name: string): StageChat => stage.chat(name.toLowerCase().replaceAll(" ", ""), platform);
  const [first] = cells;
  if (first === undefined) throw new Error("a council needs cells");
  const zoeIn = (name: string): StagePerson => chatOf(name).person("Zoe").administrates();
  const zone = "zone:Europe/Paris language:en";
  const place = (cell: SeatedCell): string => (cell.place === undefined ? "" : `place:"${cell.place}" `);
  await zoeIn(first.name).says(
    `/setup federation:"Alliance" cell:"${first.name}" sector:"${first.sector}" ${place(first)}${zone}`,
  );
  const sectors = new Set([first.sector]);
  for (const cell of cells.slice(1)) {
    await stage.wait(1_000); // the order in which they were made decides who hosts first
    if (!sectors.has(cell.sector)) await zoeIn(first.name).says(`/sector new ${cell.sector}`);
    sectors.add(cell.sector);
    await zoeIn(first.name).says(`/cell new "${cell.name}" sector:"${cell.sector}" ${place(cell)}${zone}`);
    await zoeIn(cell.name).says(`/cell join ${newestCode(stage)}`);
  }
  const chat = stage.chat("council", platform);
  const zoe = chat.person("Zoe").administrates();
  const names = cells.map(({ name }) => name).join(", ");
  await zoeIn(first.name).says(`/council new Council cells:"${names}" ${zone}`);
  await zoe.says(`/council join ${newestCode(stage)}`);
  for (const cell of cells) {
    for (const { delegate, alternate } of cell.seats) {
      for (const name of [delegate, alternate])
        if (name !== undefined) await chatOf(cell.name).person(name).says("/help");
    }
  }

  const store = <T>(work: (session: Session) => Promise<T>): Promise<T> =>
    stage.database.transaction((tx) => work(stage.steward.dispatch.sessionIn(tx)));
  const id = await store(async ({ tx }) => (await tx.council.findFirstOrThrow()).id);
  const staged: StagedCouncil = {
    stage,
    id,
    chat,
    zoe,
    who: (name) => chat.person(name),
    cell: chatOf,
    store,
    seat: (cellName, number, of) =>
      store(async (session) => {
        const federation = await new Federations(session).find((await session.tx.federation.findFirstOrThrow()).id);
        if (federation === undefined) throw new Error("there is no federation");
        const people = new People(session, federation);
        const idOf = async (name: string | undefined): Promise<string | null> =>
          name === undefined ? null : ((await people.byAccount(platform, chat.person(name).user.id))?.id ?? null);
        const cellId = (await cellNamed(session, federation, cellName)) ?? "";
        const who = { delegateId: await idOf(of.delegate), alternateId: await idOf(of.alternate) };
        const key = { councilId: id, cellId, number };
        await session.tx.seat.upsert({
          where: { councilId_cellId_number: key },
          create: { id: session.newId(), ...key, ...who },
          update: who,
        });
      }),
  };
  for (const cell of cells) {
    for (const [index, of] of cell.seats.entries()) await staged.seat(cell.name, index + 1, of);
  }
  return staged;
}

async function cellNamed(
  session: Session,
  federation: ConstructorParameters<typeof Cells>[1],
  name: string,
): Promise<string | undefined> {
  return (await new Cells(session, federation).byName(name))?.id;
}
