/**
 * What the bot serves at secret addresses (src/store/addresses.ts). Each is made anew when it is asked for, by the command
 * that it is of, out of what its reader may know; of an address that is not in use nothing is told, and nothing is noted.
 */
import type { BoardPage, CalendarPage, PageKind } from "../../chat/pages.ts";
import { Addresses, findAddress, type FoundAddress } from "../../store/addresses.ts";
import { Assemblies } from "../../store/assemblies/assemblies.ts";
import { Cells } from "../../store/cells.ts";
import { Councils } from "../../store/councils.ts";
import type { ReadTx, Signal, Tx } from "../../store/database.ts";
import { Federations, type FederationRecord } from "../../store/federations.ts";
import { People } from "../../store/people/people.ts";
import type { Session } from "../../store/session.ts";
import type { Voice } from "../speak/asker.ts";
import { federated, makeContext, voiceOf } from "./contexts.ts";
import { sessionIn, type Machinery } from "./parts.ts";

/** Somebody did something: pages may have changed. No commit tells it; whoever commits passes it on. */
export const pagesChanged: Signal<never> = { name: "pages-changed" };

/** A page; of a calendar also since when it says what it says: to the second, in milliseconds since 1970. */
export type ServedPage = BoardPage | (CalendarPage & { readonly since: number });

async function councilOf(session: Session, federation: FederationRecord, assemblyId: string) {
  const assembly = await new Assemblies(session, federation).get(assemblyId);
  return assembly && new Councils(session, federation).get(assembly.councilId);
}

export class ServedPages {
  readonly #machinery: Machinery;
  readonly #watching = new Set<() => void>();

  constructor(machinery: Machinery) {
    this.#machinery = machinery;
    machinery.database.listen(
      pagesChanged,
      () => undefined,
      () => {
        this.changed();
      },
    );
  }

  /** Has somebody told whenever something may have changed that a page shows. Ends with what it gives back. */
  watch(told: () => void): () => void {
    this.#watching.add(told);
    return () => void this.#watching.delete(told);
  }

  /** Somebody did something, and it is committed. */
  changed(): void {
    for (const told of this.#watching) told();
  }

  /** Whether an address is in use: one look, so that whoever guesses addresses costs next to nothing. */
  has(kind: PageKind, secret: string): Promise<boolean> {
    return this.#machinery.database.read(
      async (tx) => (await findAddress(this.#reading(tx), kind, secret)) !== undefined,
    );
  }

  /** What is served at an address now; undefined where it is not in use. */
  read(kind: PageKind, secret: string): Promise<ServedPage | undefined> {
    const { database } = this.#machinery;
    // Of a calendar it is noted since when it says what it says; of a board nothing is written.
    if (kind === "calendar")
      return database.transaction((tx) => this.#read(sessionIn(this.#machinery, tx), kind, secret));
    return database.read((tx) => this.#read(this.#reading(tx), kind, secret));
  }

  /** An edge: repositories both read and write, and here the database itself refuses what writes. */
  #reading(tx: ReadTx): Session {
    return sessionIn(this.#machinery, tx as Tx);
  }

  async #read(session: Session, kind: PageKind, secret: string): Promise<ServedPage | undefined> {
    const found = await findAddress(session, kind, secret);
    const federation = found && (await new Federations(session).find(found.federationId));
    if (found === undefined || federation === undefined) return undefined;
    const make = this.#machinery.commands.map(({ pages }) => pages?.[kind]).find((one) => one !== undefined);
    const voice = await this.#voice(session, federation, found);
    const context = makeContext(this.#machinery, session, {
      federation,
      chat: undefined,
      group: undefined,
      voice,
      platform: "",
      account: "",
    });
    const page = await make?.(federated(context), found);
    if (page?.type !== "calendar") return page;
    return { ...page, since: await new Addresses(session, federation).served(found.lookup, page.text) };
  }

  /** The language and zone of whose it is. */
  async #voice(
    session: Session,
    federation: FederationRecord,
    { personId, cellId, assemblyId }: FoundAddress,
  ): Promise<Voice> {
    const base = voiceOf(federation, this.#machinery);
    if (personId !== undefined) {
      const who = await new People(session, federation).withVoice(personId);
      return {
        language: who?.person.language ?? who?.cell.language ?? base.language,
        zone: who?.person.zone ?? who?.cell.zone ?? base.zone,
      };
    }
    const group =
      assemblyId === undefined
        ? await new Cells(session, federation).get(cellId ?? "")
        : await councilOf(session, federation, assemblyId);
    return group === undefined ? base : { language: group.language, zone: group.zone };
  }
}
