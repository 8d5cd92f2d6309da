/**
 * The rotation of the keys: everything that hangs on the master key is made anew, in one transaction. Then what people
 * wrote is sealed anew under new data keys, in steps (resealing.ts).
 *
 * Look-ups are HMACs under the master key, so each is computed again from what is sealed beside it. What cannot be computed again
 * is taken away: the addresses of pages, whose secrets are kept nowhere, and what is short-lived anyway: codes (ten minutes), questions (ten minutes), choices of places that
 * are not ours any more, private buttons of accounts that we do not know, and the record of events that were worked on,
 * which a bot that was stopped properly has acknowledged.
 *
 * States of a key file: the key alone -> the new key beside it in `FILE.next` -> the database committed -> `FILE.next`
 * renamed to `FILE`. After a crash anywhere one of the two fits the database: {@link fittingKey} finds out which.
 */
import { open, rename, rm } from "node:fs/promises";
import { dirname } from "node:path";
import { laneOf, type OutboxBody } from "../chat/outgoing.ts";
import { chatLookup, chatRecord, nameKey } from "./cells.ts";
import type { Database, Tx } from "./database.ts";
import { keyFile, MasterKeyError } from "./master-key.ts";
import { identityLookup, identityRecord, usernameLookup } from "./people/records.ts";
import { startedLookup, startedPurpose, type StartedRecord } from "./started.ts";
import { sealAnew } from "./resealing.ts";
import { isFirstForm, newWrappedKey, openKeyring, rewrap, SealingError, type Keyring, type Sealer } from "./sealing.ts";

/** What a rotation has done, for whoever asked for it. */
export interface Rotated {
  readonly federations: number;
  readonly chats: number;
  readonly accounts: number;
}

/** Rows read at a time. */
const pageSize = 500;

/**
 * Replaces the master key in the whole database, or nothing of it, and then every data key; if the latter is interrupted, the
 * next start ends it. The bot must not run meanwhile.
 * @throws {SealingError} when `oldKey` is not the key of this database
 */
export async function rotateMasterKey(database: Database, oldKey: Uint8Array, newKey: Uint8Array): Promise<Rotated> {
  const rotated = await database.transaction((tx) => new Rotation(tx, oldKey, newKey).run());
  // The old look-ups must not stay behind in the log file.
  await database.checkpoint();
  await sealAnew(database, openKeyring(newKey));
  return rotated;
}

class Rotation {
  readonly #tx: Tx;
  readonly #oldKey: Uint8Array;
  readonly #newKey: Uint8Array;
  readonly #old: Keyring;
  readonly #new: Keyring;
  readonly #sealers = new Map<string, Sealer>();
  /** From the old HMAC to the new one. */
  readonly #places = new Map<string, string>();
  readonly #owners = new Map<string, string>();

  constructor(tx: Tx, oldKey: Uint8Array, newKey: Uint8Array) {
    this.#tx = tx;
    this.#oldKey = oldKey;
    this.#newKey = newKey;
    this.#old = openKeyring(oldKey);
    this.#new = openKeyring(newKey);
  }

  async run(): Promise<Rotated> {
    const federations = await this.#federations();
    await this.#names();
    const chats = await this.#chats();
    const accounts = await this.#identities();
    await this.#outbox();
    await this.#buttons();
    await this.#choices();
    await this.#facts();
    await this.#started();
    await this.#tx.code.deleteMany();
    await this.#tx.pageAddress.deleteMany();
    await this.#tx.prompt.deleteMany();
    await this.#tx.inbox.deleteMany();
    return { federations, chats, accounts };
  }

  #sealer(federationId: string | null): Sealer {
    const sealer = federationId === null ? this.#old.system : this.#sealers.get(federationId);
    if (sealer === undefined) throw new SealingError("A row belongs to a federation that is not there.");
    return sealer;
  }

  async #federations(): Promise<number> {
    const rows = await this.#tx.federation.findMany({ where: { wrappedKey: { not: "" } } });
    for (const { id, wrappedKey } of rows) {
      this.#sealers.set(id, this.#old.sealer(id, wrappedKey));
      const wrapped = rewrap(id, wrappedKey, this.#oldKey, this.#newKey);
      const wrappedNext = newWrappedKey(id, this.#newKey);
      await this.#tx.federation.update({ where: { id }, data: { wrappedKey: wrapped, wrappedNext } });
    }
    return rows.length;
  }

  /** Sectors, cells and councils are found by their names. */
  async #names(): Promise<void> {
    const lookup = (kind: string, federationId: string, sealed: string, column: string, row: string): string =>
      this.#new.lookup(kind, federationId, nameKey(this.#sealer(federationId).open(sealed, column, row)));
    for (const { id, federationId, sealedName } of await this.#tx.sector.findMany()) {
      const lookupName = lookup("sector-name", federationId, sealedName, "Sector.sealedName", id);
      await this.#tx.sector.update({ where: { id }, data: { lookupName } });
    }
    for (const { id, federationId, sealedName } of await this.#tx.cell.findMany()) {
      const lookupName = lookup("cell-name", federationId, sealedName, "Cell.sealedName", id);
      await this.#tx.cell.update({ where: { id }, data: { lookupName } });
    }
    for (const { id, federationId, sealedName } of await this.#tx.council.findMany()) {
      const lookupName = lookup("council-name", federationId, sealedName, "Council.sealedName", id);
      await this.#tx.council.update({ where: { id }, data: { lookupName } });
    }
  }

  async #chats(): Promise<number> {
    const rows = await this.#tx.chat.findMany();
    for (const row of rows) {
      const { platform, account, ref } = chatRecord(row, this.#sealer(row.federationId));
      this.#place(["place", platform, account, ref.id]);
      const lookup = chatLookup(this.#new, platform, account, ref.id);
      await this.#tx.chat.update({ where: { id: row.id }, data: { lookup } });
    }
    return rows.length;
  }

  #place(parts: readonly string[]): void {
    this.#places.set(this.#old.lookup(...parts), this.#new.lookup(...parts));
  }

  async #identities(): Promise<number> {
    let count = 0;
    for await (const row of pages((after) =>
      this.#tx.identity.findMany({ where: { id: { gt: after } }, orderBy: { id: "asc" }, take: pageSize }),
    )) {
      const { platform, account, ref, direct } = identityRecord(row, this.#sealer(row.federationId));
      this.#place(["direct", platform, account, ref.id]);
      if (direct !== undefined) this.#place(["place", platform, account, direct]);
      this.#owners.set(this.#old.lookup("owner", platform, ref.id), this.#new.lookup("owner", platform, ref.id));
      await this.#tx.$executeRaw`
        UPDATE "Identity" SET
          "lookup" = ${identityLookup(this.#new, platform, ref.id)},
          "lookupName" = ${ref.username === undefined ? null : usernameLookup(this.#new, platform, ref.username)},
          "lookupDirect" = ${direct === undefined ? null : chatLookup(this.#new, platform, account, direct)}
        WHERE "id" = ${row.id}`;
      count++;
    }
    return count;
  }

  /** What waits to be said: the key of its lane, and the place that is noted inside. */
  async #outbox(): Promise<void> {
    for await (const row of pages((after) =>
      this.#tx.outbox.findMany({
        where: { id: { gt: after }, sealedBody: { not: "" } },
        orderBy: { id: "asc" },
        take: pageSize,
      }),
    )) {
      const from = this.#sealer(row.federationId);
      const to = row.federationId === null ? this.#new.system : from;
      const body = JSON.parse(from.open(row.sealedBody, "Outbox.sealedBody", row.id)) as OutboxBody; // only `Speaker` writes it
      const lane = laneOf(body.outgoing, row, (...parts) => this.#new.lookup(...parts));
      const sealedBody = to.seal(
        JSON.stringify({ ...body, ...(body.place === undefined ? {} : { place: lane }) }),
        "Outbox.sealedBody",
        row.id,
      );
      await this.#tx.outbox.update({ where: { id: row.id }, data: { lane, sealedBody } });
    }
  }

  /**
   * Whose a private button is; and those that belong to no federation are sealed anew. The key of a live message's
   * button stays: at the next edit it gets buttons of its own, while these work on.
   */
  async #buttons(): Promise<void> {
    for await (const row of pages((after) =>
      this.#tx.button.findMany({
        where: { id: { gt: after }, OR: [{ identityId: { not: null } }, { federationId: null }] },
        orderBy: { id: "asc" },
        take: pageSize,
      }),
    )) {
      const owner = row.identityId === null ? null : this.#owners.get(row.identityId);
      if (owner === undefined) {
        await this.#tx.button.delete({ where: { id: row.id } });
        continue;
      }
      const sealedAction =
        row.federationId === null ? this.#moved(row.sealedAction, "Button.sealedAction", row.id) : row.sealedAction;
      await this.#tx.button.update({ where: { id: row.id }, data: { identityId: owner, sealedAction } });
    }
  }

  /** From the old key of what belongs to no federation to the new one. */
  #moved(sealed: string, column: string, row: string): string {
    return this.#new.system.seal(this.#old.system.open(sealed, column, row), column, row);
  }

  /** A choice is kept under its place, or under `place:message` where it is given by reaction. */
  async #choices(): Promise<void> {
    for (const { lookup } of await this.#tx.choice.findMany({ select: { lookup: true } })) {
      const [place = "", ...message] = lookup.split(":");
      const moved = this.#places.get(place);
      if (moved === undefined) await this.#tx.choice.delete({ where: { lookup } });
      else await this.#tx.choice.update({ where: { lookup }, data: { lookup: [moved, ...message].join(":") } });
    }
  }

  async #facts(): Promise<void> {
    for (const { key, sealed } of await this.#tx.fact.findMany()) {
      const anew = this.#moved(sealed, "Fact.sealed", key);
      await this.#tx.fact.update({ where: { key }, data: { sealed: anew } });
    }
  }

  async #started(): Promise<void> {
    for (const { lookup, sealed } of await this.#tx.started.findMany()) {
      const text = this.#old.system.open(sealed, startedPurpose, lookup);
      const moved = startedLookup(this.#new, JSON.parse(text) as StartedRecord); // only `Started` writes it
      const data = { lookup: moved, sealed: this.#new.system.seal(text, startedPurpose, moved) };
      await this.#tx.started.update({ where: { lookup }, data });
    }
  }
}

/** All rows, page by page, in the order of their ids. */
async function* pages<Row extends { readonly id: string }>(read: (after: string) => Promise<readonly Row[]>) {
  for (let after = ""; ;) {
    const rows = await read(after);
    yield* rows;
    const last = rows.at(-1);
    if (last === undefined || rows.length < pageSize) return;
    after = last.id;
  }
}

/** Whether the database was made with this key. An empty database fits any. */
export async function fits(database: Database, key: Uint8Array): Promise<boolean> {
  const keyring = openKeyring(key);
  return database.read(async (tx) => {
    const federation = await tx.federation.findFirst({ where: { wrappedKey: { not: "" } } });
    const fact = await tx.fact.findFirst();
    try {
      if (federation !== null) {
        const { id, wrappedKey } = federation;
        if (isFirstForm(wrappedKey)) keyring.firstForm.sealer(id, wrappedKey);
        else keyring.sealerOnce(id, wrappedKey);
      } else if (fact !== null) {
        const system = isFirstForm(fact.sealed) ? keyring.firstForm.system : keyring.system;
        system.open(fact.sealed, "Fact.sealed", fact.key);
      }
      return true;
    } catch (error) {
      if (error instanceof SealingError) return false;
      throw error;
    }
  });
}

const nextOf = (file: string): string => `${file}.next`;

/** Writes the new key beside the old one, before the database is changed. */
export async function prepareKeyFile(file: string, key: Uint8Array): Promise<void> {
  await rm(nextOf(file), { force: true });
  const handle = await open(nextOf(file), "wx", 0o600);
  try {
    await handle.writeFile(`${Buffer.from(key).toString("base64")}\n`);
    await handle.sync();
  } finally {
    await handle.close();
  }
  await syncFolder(file);
}

/** Makes the new key the key, after the database was changed. */
export async function finishKeyFile(file: string): Promise<void> {
  await rename(nextOf(file), file);
  await syncFolder(file);
}

async function syncFolder(file: string): Promise<void> {
  const folder = await open(dirname(file), "r");
  await folder.sync().finally(() => folder.close());
}

/**
 * Reads the key file, or makes it on the first start, and finishes a rotation that was interrupted.
 * @throws {MasterKeyError} when neither the key nor the one beside it fits the database
 */
export async function fittingKey(
  database: Database,
  file: string,
): Promise<{ readonly key: Buffer; readonly created: boolean }> {
  const found = await keyFile(file);
  if (await fits(database, found.key)) {
    await rm(nextOf(file), { force: true });
    return found;
  }
  const next = (await exists(nextOf(file))) ? await keyFile(nextOf(file)) : undefined;
  if (next !== undefined && (await fits(database, next.key))) {
    await finishKeyFile(file);
    return next;
  }
  if (found.created) await rm(file); // it opens nothing, and would stand in the way of the right one
  throw new MasterKeyError(
    `The database was made with another master key than the one in ${file}. ` +
      "Put the right key file back, or set STEWARD_MASTER_KEY to the key that it was made with.",
  );
}

async function exists(file: string): Promise<boolean> {
  try {
    await (await open(file, "r")).close();
    return true;
  } catch (error) {
    if (error instanceof Error && "code" in error && error.code === "ENOENT") return false;
    throw error;
  }
}
