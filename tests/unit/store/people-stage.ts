/** What the tests of the repositories share: a federation with one cell and one chat, in one transaction at a time. */
import { ManualClock } from "../../../src/core/clock.ts";
import type { PlatformUser } from "../../../src/chat/inbound.ts";
import { randomId, seededRandom } from "../../../src/core/random.ts";
import { Cells, type Cell, type Chat, type Sector } from "../../../src/store/cells.ts";
import { Codes } from "../../../src/store/codes.ts";
import type { ComingAndGoing } from "../../../src/store/coming-and-going.ts";
import type { Database } from "../../../src/store/database.ts";
import { Drives } from "../../../src/store/drives/drives.ts";
import { Federations, type FederationRecord } from "../../../src/store/federations.ts";
import { People } from "../../../src/store/people/people.ts";
import { withRepositories } from "../../../src/store/repositories.ts";
import { openKeyring } from "../../../src/store/sealing.ts";
import type { Session } from "../../../src/store/session.ts";
import type { Person } from "../../../src/store/people/records.ts";

export const keyring = openKeyring(new Uint8Array(32).fill(3));

/** The repositories of one federation in an open transaction. */
export interface Repositories {
  readonly session: Session;
  readonly federations: Federations;
  readonly cells: Cells;
  readonly people: People;
  readonly codes: Codes;
  readonly drives: Drives;
  readonly comingAndGoing: ComingAndGoing;
}

/** One federation on a database. */
export class PeopleStage {
  readonly clock = new ManualClock(Date.UTC(2026, 2, 20, 16));
  readonly database: Database;
  readonly random;
  federation: FederationRecord;
  sector: Sector;
  cell: Cell;
  chat: Chat;

  private constructor(
    database: Database,
    seed: string,
    made: Pick<PeopleStage, "federation" | "sector" | "cell" | "chat">,
  ) {
    this.database = database;
    this.random = seededRandom(`after ${seed}`);
    this.federation = made.federation;
    this.sector = made.sector;
    this.cell = made.cell;
    this.chat = made.chat;
  }

  static async make(database: Database, name = "Alliance"): Promise<PeopleStage> {
    const random = seededRandom(name);
    const made = await database.transaction(async (tx) => {
      const session = { tx, keyring, now: Date.UTC(2026, 2, 20, 16), newId: () => randomId(random) };
      const federation = await new Federations(session).create({ name, language: "en", zone: "Europe/Paris" });
      const cells = new Cells(session, federation);
      const sector = await cells.createSector("transport");
      const cell = await cells.create({
        name: "Depot 5",
        sectorId: sector.id,
        place: "Riverside",
        zone: "Europe/Paris",
        language: "en",
        coordinatorId: undefined,
      });
      const chat = await cells.bind(cell, {
        platform: "telegram",
        account: "bot",
        ref: { id: `chat of ${name}` },
        title: "Depot 5 crew",
        encrypted: false,
      });
      return { federation, sector, cell, chat };
    });
    return new PeopleStage(database, name, made);
  }

  /** Works in one transaction. */
  run<T>(work: (repositories: Repositories) => Promise<T>): Promise<T> {
    return this.database.transaction((tx) => {
      const session = { tx, keyring, now: this.clock.now(), newId: () => randomId(this.random) };
      return work({
        session,
        federations: new Federations(session),
        cells: new Cells(session, this.federation),
        people: new People(session, this.federation),
        codes: new Codes(session, this.federation),
        drives: new Drives(session, this.federation),
        comingAndGoing: withRepositories({}, session, this.federation).comingAndGoing,
      });
    });
  }

  /** Somebody writes a command in the chat (or another one), and is a member from then on. */
  speaks(user: string | PlatformUser, chat: Chat = this.chat): Promise<Person> {
    const who = typeof user === "string" ? { id: `id-${user}`, name: user, username: user.toLowerCase() } : user;
    return this.run(async ({ people }) => {
      const { person } = await people.recognise({ platform: "telegram", account: "bot", user: who, chat });
      return person;
    });
  }

  /** Another cell of the same sector, with a chat of its own. */
  async anotherCell(name: string): Promise<{ readonly cell: Cell; readonly chat: Chat }> {
    return this.run(async ({ cells }) => {
      const cell = await cells.create({
        name,
        sectorId: this.sector.id,
        place: undefined,
        zone: "Europe/Paris",
        language: "en",
        coordinatorId: undefined,
      });
      const ref = { id: `chat of ${name}` };
      const chat = await cells.bind(cell, {
        platform: "telegram",
        account: "bot",
        ref,
        title: undefined,
        encrypted: false,
      });
      return { cell, chat };
    });
  }
}
