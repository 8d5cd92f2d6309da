/**
 * Shreds a federation: destroys its data key, and then everything that is found under it, look-ups included.
 *
 * States of a federation: whole -> without a key, so that nothing of it opens any more -> fewer and fewer rows, so many in
 * each transaction -> none. Killed anywhere it goes on at the next opening of the database (open.ts), before anybody reads it:
 * that there is no key says that the federation is on its way out.
 *
 * The tables are read from the schema: those that name the federation, each before those that it refers to. What else belongs to
 * a row goes with it (`onDelete: Cascade`); for that each foreign key has an index.
 */
import { newest } from "./buttons.ts";
import type { Database, Tx } from "./database.ts";
import { Prisma } from "./generated/sqlite/client.ts";
import { federationOf, readModels, referringFirst, type Model } from "./models.ts";
import type { Keyring } from "./sealing.ts";

/** Where it is done: a database, or within one open transaction. */
type Steps = Pick<Database, "transaction">;

/** Rows of a table of the federation's own in one transaction. */
const pageRows = 2_000;

/** Rows that are looked through at once: a choice may name 99 buttons, and SQLite allows 32,766 parameters. */
const lookedAtOnce = 200;
/** Ids in one statement. */
const idsAtOnce = 5_000;

/** Their rows name no federation, and one row that does may have as many of them as there are people. */
const many: ReadonlySet<string> = new Set(["Pledge"]);

/** What is removed of one table. */
interface Part {
  readonly table: Prisma.Sql;
  readonly key: Prisma.Sql;
  readonly joins: Prisma.Sql;
  readonly federation: Prisma.Sql;
}

/**
 * Destroys a federation. The bot must not run meanwhile. False if there is no such federation.
 * @param page rows in one transaction
 */
export async function shredFederation(
  database: Pick<Database, "transaction" | "sweep">,
  keyring: Keyring,
  id: string,
  page = pageRows,
): Promise<boolean> {
  const there = await destroyKey(database, keyring, id);
  if (there) await endShredding(database, [id], page);
  return there;
}

/** The same in an open transaction, all at once, without seeing to what the files still have. */
export async function shredWithin(tx: Tx, keyring: Keyring, id: string): Promise<boolean> {
  const steps: Steps = { transaction: (work) => work(tx) };
  const there = await destroyKey(steps, keyring, id);
  if (there) await removeRows(steps, id, pageRows);
  return there;
}

/** From now on nothing of it opens. False if there is no such federation. */
async function destroyKey(steps: Steps, keyring: Keyring, id: string): Promise<boolean> {
  const { count } = await steps.transaction((tx) =>
    tx.federation.updateMany({ where: { id }, data: { wrappedKey: "", wrappedNext: null, sealedName: "" } }),
  );
  keyring.forget(id);
  return count > 0;
}

/** The federations (ids) whose shredding has begun and not ended. */
export async function halfShredded(database: Pick<Database, "read">): Promise<readonly string[]> {
  const rows = await database.read((tx) => tx.federation.findMany({ where: { wrappedKey: "" }, select: { id: true } }));
  return rows.map(({ id }) => id);
}

/** Removes what is left of federations whose key was destroyed. */
export async function endShredding(
  database: Pick<Database, "transaction" | "sweep">,
  ids: readonly string[],
  page = pageRows,
): Promise<void> {
  for (const id of ids) await removeRows(database, id, page);
  // What was removed must not stay behind in the files.
  await database.sweep();
}

async function removeRows(steps: Steps, id: string, page: number): Promise<void> {
  const parts = await partsOf();
  // By what the federation still has: its buttons and chats say which of these are its own.
  await inPages((after) => steps.transaction((tx) => shredChoices(tx, id, after)));
  await inPages((after) => steps.transaction((tx) => shredFacts(tx, id, after)));
  while (await steps.transaction((tx) => removeSome(tx, parts, id, page)));
}

/** Does a page after a key, which gives the key of its last row, until there is none. */
async function inPages(work: (after: string) => Promise<string | undefined>): Promise<void> {
  for (let after: string | undefined = ""; after !== undefined;) after = await work(after);
}

async function partsOf(): Promise<readonly Part[]> {
  const models = await readModels();
  const goesByItself = ({ name, columns, indexed, parents }: Model): boolean =>
    many.has(name) || (columns.includes("federationId") && (indexed.includes("federationId") || parents.length === 0));
  return referringFirst(models)
    .filter(goesByItself)
    .map((model) => {
      const { joins, federation = "" } = federationOf(model, models);
      return {
        table: Prisma.raw(`"${model.name}"`) as Prisma.Sql,
        key: Prisma.raw(model.key.map((column) => `t."${column}"`).join(", ")) as Prisma.Sql,
        joins: Prisma.raw(joins) as Prisma.Sql,
        federation: Prisma.raw(federation) as Prisma.Sql,
      };
    });
}

/** Removes so many rows, and in the end the federation; true if there may be more. */
async function removeSome(tx: Tx, parts: readonly Part[], id: string, page: number): Promise<boolean> {
  let left = page;
  for (const { table, key, joins, federation } of parts) {
    left -= await tx.$executeRaw`
      DELETE FROM ${table} AS "t" WHERE (${key}) IN (
        SELECT ${key} FROM ${table} AS t ${joins} WHERE ${federation} = ${id} LIMIT ${left})`;
    if (left <= 0) return true;
  }
  await tx.federation.deleteMany({ where: { id } });
  return false;
}

/**
 * The numbers and marks that stand for the federation's buttons; those buttons are there still, and say so. Looks through some
 * choices, those after `after`, and gives back where it stopped; undefined: all are done.
 */
async function shredChoices(tx: Tx, federationId: string, after: string): Promise<string | undefined> {
  const orderBy = { lookup: "asc" } as const;
  const page = await tx.choice.findMany({ where: { lookup: { gt: after } }, orderBy, take: lookedAtOnce });
  // Which message with reactions is the newest at a place goes with what stands under that message.
  const pointers = new Map<string, string>();
  for (const { lookup, buttons } of page) {
    const message = marksOf(buttons)["message"];
    if (lookup.endsWith(`:${newest}`)) pointers.set(lookup, `${lookup.slice(0, -newest.length)}${String(message)}`);
  }
  const pointed = await tx.choice.findMany({ where: { lookup: { in: [...pointers.values()] } } });
  const ids = [...page, ...pointed].flatMap(({ buttons }) => idsIn(buttons));
  const owners = new Map<string, string | null>();
  for (let from = 0; from < ids.length; from += idsAtOnce) {
    const some = { in: ids.slice(from, from + idsAtOnce) };
    const there = await tx.button.findMany({ where: { id: some }, select: { id: true, federationId: true } });
    for (const button of there) owners.set(button.id, button.federationId);
  }
  const isTheirs = (id: string): boolean => owners.get(id) === federationId;
  // What leads nowhere any more, since its buttons are past their end, may have been theirs.
  const stays = (buttons: string): boolean => idsIn(buttons).some((id) => owners.has(id) && !isTheirs(id));
  const standing = new Set(pointed.filter(({ buttons }) => stays(buttons)).map(({ lookup }) => lookup));
  for (const { lookup, buttons } of page) {
    const to = pointers.get(lookup);
    if (to === undefined ? !stays(buttons) : !standing.has(to)) await tx.choice.delete({ where: { lookup } });
    else if (idsIn(buttons).some(isTheirs)) {
      const left = Object.entries(marksOf(buttons)).filter(([, id]) => typeof id !== "string" || !isTheirs(id));
      await tx.choice.update({ where: { lookup }, data: { buttons: JSON.stringify(Object.fromEntries(left)) } });
    }
  }
  return page.length < lookedAtOnce ? undefined : page.at(-1)?.lookup;
}

/** An edge: only `Buttons` writes it. */
const marksOf = (buttons: string): Readonly<Record<string, unknown>> => JSON.parse(buttons) as Record<string, unknown>;

const idsIn = (buttons: string): readonly string[] =>
  Object.values(marksOf(buttons)).filter((id) => typeof id === "string");

/** What was noted of the federation's chats, which are there still. Looks through some facts, as above. */
async function shredFacts(tx: Tx, federationId: string, after: string): Promise<string | undefined> {
  const select = { key: true };
  const orderBy = { key: "asc" } as const;
  const page = await tx.fact.findMany({ where: { key: { gt: after } }, orderBy, take: lookedAtOnce, select });
  // A fact of a chat ends with a colon and its id.
  const chatIn = new Map(page.map(({ key }) => [key, /:([^:]*)$/u.exec(key)?.[1] ?? ""]));
  const where = { id: { in: [...chatIn.values()] }, federationId };
  const theirs = new Set((await tx.chat.findMany({ where, select: { id: true } })).map(({ id }) => id));
  const gone = [...chatIn].filter(([, chat]) => theirs.has(chat)).map(([key]) => key);
  await tx.fact.deleteMany({ where: { key: { in: gone } } });
  return page.length < lookedAtOnce ? undefined : page.at(-1)?.key;
}
