/**
 * What buttons mean, the numbered choices that stand for them where there are none, and the questions that wait for an
 * answer. A platform only ever sees an id.
 */
import { minuteEnd } from "../domain/time.ts";
import { waitingAnswers } from "../chat/cards.ts";
import { Cards } from "./cards.ts";
import { Prisma, type Button, type Choice } from "./generated/sqlite/client.ts";
import { nothing, type OfPersons } from "./of-persons.ts";
import type { Outlived } from "./outlived.ts";
import type { Sealer } from "./sealing.ts";
import type { Session } from "./session.ts";

export interface NewButton {
  readonly federationId: string | undefined;
  /** The chat (id of ours) where it may be pressed; anywhere if empty. */
  readonly chatId: string | undefined;
  /** HMAC of whose it is; anybody's if empty. */
  readonly owner: string | undefined;
  /** What it does, as the JSON of an object. */
  readonly meaning: string;
  /** What stands on it, as it is compared with what people type. */
  readonly said?: string;
  /** Makes the button the same from edit to edit of a live message. */
  readonly key?: string;
  /** Milliseconds since 1970. */
  readonly expiresAt?: number;
}

export interface ButtonRow {
  readonly id: string;
  readonly federationId: string | undefined;
  readonly chatId: string | undefined;
  readonly owner: string | undefined;
  readonly sealedAction: string;
  readonly expiresAt: number | undefined;
}

type Found = Pick<Button, "id" | "federationId" | "chatId" | "identityId" | "sealedAction" | "expiresAt">;

const buttonRow = (row: Found): ButtonRow => ({
  id: row.id,
  federationId: row.federationId ?? undefined,
  chatId: row.chatId ?? undefined,
  owner: row.identityId ?? undefined,
  sealedAction: row.sealedAction,
  expiresAt: row.expiresAt?.getTime(),
});

const withSaid = ({ meaning, said }: NewButton): string =>
  said === undefined ? meaning : JSON.stringify({ ...(JSON.parse(meaning) as object), said });

const purpose = "Button.sealedAction";
/** How the key of an answer that waits for its reader begins. */
const held = "held ";
/** So many buttons are looked through for one that says what was typed. */
const mostLooked = 200;
/** Choices that can be typed at one place: `!1` to `!99`. */
const mostNumbers = 99;
/** Ids in one statement: SQLite allows 32,766 parameters. */
const removedAtOnce = 5_000;
/** Under which it is kept, behind the place, which message with reactions is the newest there. */
export const newest = "newest";

/** The emoji of a number from 1 to 10, as a reaction; beyond that people type the number. */
export const keycap = (number: number): string => (number === 10 ? "🔟" : `${number}\uFE0F\u20E3`);

export class Buttons {
  readonly #session: Session;

  constructor(session: Session) {
    this.#session = session;
  }

  /** Writes buttons and gives back their ids, in order. */
  async write(buttons: readonly NewButton[], sealer: Sealer): Promise<readonly string[]> {
    const { tx, keyring, now } = this.#session;
    const rows = buttons.map((button) => {
      const key = button.key === undefined ? null : keyring.lookup("button", button.key, button.meaning);
      // A button with a key has an id made of it: the same one at each edit, without a look-up.
      const id = key === null ? this.#session.newId() : key.slice(0, 16);
      return {
        id,
        federationId: button.federationId ?? null,
        key,
        chatId: button.chatId ?? null,
        identityId: button.owner ?? null,
        sealedAction: sealer.seal(withSaid(button), purpose, id),
        createdAt: new Date(now),
        expiresAt: button.expiresAt === undefined ? null : new Date(minuteEnd(button.expiresAt)),
      };
    });
    const keyed = rows.filter(({ key }) => key !== null).map(({ id }) => id);
    const there =
      keyed.length === 0
        ? new Set<string>()
        : new Set(
            (await tx.$queryRaw<{ id: string }>`SELECT "id" FROM "Button" WHERE "id" IN (${Prisma.join(keyed)})`).map(
              ({ id }) => id,
            ),
          );
    const missing = rows.filter(({ id }, index) => !there.has(id) && rows.findIndex((row) => row.id === id) === index);
    if (missing.length > 0) {
      const values = missing.map(
        (row) => Prisma.sql`(${row.id}, ${row.federationId}, ${row.key}, ${row.chatId}, ${row.identityId},
          ${row.sealedAction}, ${row.createdAt}, ${row.expiresAt})`,
      );
      await tx.$executeRaw`
        INSERT INTO "Button" ("id", "federationId", "key", "chatId", "identityId", "sealedAction", "createdAt", "expiresAt")
        VALUES ${Prisma.join(values)}`;
    }
    return rows.map(({ id }) => id);
  }

  /** The ids of buttons of live messages (ids of cards) in a chat (id of ours) that say this, one for each thing that they do. */
  async saying(
    said: string,
    {
      federationId,
      chatId,
      cards,
    }: {
      readonly federationId: string;
      readonly chatId: string;
      readonly cards: readonly string[];
    },
    sealer: Sealer,
  ): Promise<readonly string[]> {
    const { tx, now } = this.#session;
    const rows = await tx.button.findMany({
      where: { federationId, chatId, key: { not: null }, NOT: { key: { startsWith: held } } },
      orderBy: [{ createdAt: "desc" }, { id: "asc" }],
      take: mostLooked,
    });
    const found = new Map<string, string>();
    for (const row of rows) {
      if (row.expiresAt !== null && row.expiresAt.getTime() < now) continue;
      const { said: label, json } = this.#withoutSaid(row, sealer);
      if (label === said && this.isUnder(row, cards, sealer) && !found.has(json)) found.set(json, row.id);
    }
    return [...found.values()];
  }

  /** Whether a button stands under one of these live messages (ids of cards). */
  isUnder(button: Pick<Button, "id" | "key" | "sealedAction">, cards: readonly string[], sealer: Sealer): boolean {
    const { json } = this.#withoutSaid(button, sealer);
    return cards.some((card) => button.key === this.#session.keyring.lookup("button", card, json));
  }

  /** What a button does, as its key is made of it, and what stands on it. */
  #withoutSaid({ id, sealedAction }: Pick<Button, "id" | "sealedAction">, sealer: Sealer) {
    // An edge: only `write` writes it.
    const { said, ...meaning } = JSON.parse(sealer.open(sealedAction, purpose, id)) as { readonly said?: string };
    return { said, json: JSON.stringify(meaning) };
  }

  /** Keeps an answer until its reader, whose account this is (HMAC), can be written to. */
  async hold(
    {
      federationId,
      chatId,
      owner,
      meaning,
      expiresAt,
    }: Required<Pick<NewButton, "federationId" | "meaning" | "expiresAt">> & {
      readonly chatId: string;
      readonly owner: string;
    },
    sealer: Sealer,
  ): Promise<void> {
    const { tx, now } = this.#session;
    const id = this.#session.newId();
    await tx.button.create({
      data: {
        id,
        federationId: federationId ?? null,
        key: `${held}${id}`,
        chatId,
        identityId: owner,
        sealedAction: sealer.seal(meaning, purpose, id),
        createdAt: new Date(now),
        expiresAt: new Date(minuteEnd(expiresAt)),
      },
    });
  }

  /** The answers that wait for an account, the first one first. */
  async heldFor(owner: string): Promise<readonly ButtonRow[]> {
    const { tx, now } = this.#session;
    const rows = await tx.button.findMany({
      where: { identityId: owner, key: { startsWith: held }, expiresAt: { gt: new Date(now) } },
      orderBy: [{ createdAt: "asc" }, { id: "asc" }],
    });
    return rows.map(buttonRow);
  }

  /**
   * Answers that were asked for in this chat (id of ours) wait for how many accounts, and until when: the moment, in
   * milliseconds since 1970, at which the last one of each account is given up.
   */
  async awaiting(federationId: string, chatId: string): Promise<readonly number[]> {
    const { tx, now } = this.#session;
    const accounts = await tx.button.groupBy({
      by: ["identityId"],
      where: { federationId, chatId, key: { startsWith: held }, expiresAt: { gt: new Date(now) } },
      _max: { expiresAt: true },
    });
    return accounts.map(({ _max }) => _max.expiresAt?.getTime() ?? now);
  }

  /** What is kept of a button; one statement past Prisma's client, for it runs at every press. */
  async find(id: string): Promise<ButtonRow | undefined> {
    const [row] = await this.#session.tx.$queryRaw<Found>`
      SELECT "id", "federationId", "chatId", "identityId", "sealedAction", "expiresAt" FROM "Button" WHERE "id" = ${id}`;
    return row === undefined ? undefined : buttonRow(row);
  }

  /** Reads what a button means. */
  meaning(row: ButtonRow, sealer: Sealer): string {
    return sealer.open(row.sealedAction, purpose, row.id);
  }

  /** Takes one away after its only use. */
  async remove(id: string): Promise<void> {
    await this.#session.tx.button.deleteMany({ where: { id } });
  }

  /** Takes away a person's button and those that were written with it: what stood beside it, wherever that was to be shown. */
  async removeWith(id: string): Promise<void> {
    const { tx } = this.#session;
    const row = await tx.button.findUnique({ where: { id } });
    if (row === null) return;
    const { federationId, identityId, createdAt } = row;
    await tx.button.deleteMany({ where: { federationId, identityId, createdAt, key: null } });
  }

  /**
   * Takes away every button written since then (milliseconds since 1970) whose meaning names a thing, `#<id>`: so that
   * nobody can tell from what was offered to whom what they have answered. Answers that wait for their reader are among
   * them; the notice of their chat hears of it. Gives back their ids.
   */
  async forgetNaming(
    { federationId, since, name }: { readonly federationId: string; readonly since: number; readonly name: string },
    sealer: Sealer,
  ): Promise<ReadonlySet<string>> {
    const { tx } = this.#session;
    const rows = await tx.button.findMany({
      where: { federationId, createdAt: { gte: new Date(since) } },
      select: { id: true, sealedAction: true, key: true, chatId: true },
    });
    const naming = rows.filter(({ id, sealedAction }) => sealer.open(sealedAction, purpose, id).includes(name));
    for (let from = 0; from < naming.length; from += removedAtOnce) {
      const ids = naming.slice(from, from + removedAtOnce).map(({ id }) => id);
      await tx.button.deleteMany({ where: { id: { in: ids } } });
    }
    const waited = naming.filter(({ key }) => key?.startsWith(held));
    for (const subject of new Set(waited.flatMap(({ chatId }) => chatId ?? []))) {
      new Cards(this.#session).touch({ kind: waitingAnswers, subject });
    }
    return new Set(naming.map(({ id }) => id));
  }

  /**
   * The marks that stand under a message (`lookup` is of place and message). Those that stood there before keep their
   * meaning: whoever saw one of them, and presses it late, is answered as with any old button.
   */
  async offer(lookup: string, buttons: Readonly<Record<string, string>>): Promise<void> {
    await this.#keep(lookup, { ...(await this.#marks(lookup)), ...buttons });
  }

  /**
   * Marks for the choices of a live message, in their order. As long as it is the same message a mark means one thing
   * only: what stays keeps its mark, and the mark of what is gone is not given to anything else.
   *
   * @param lookup of place and card
   * @param markOf the mark with this number, from 1
   * @param anew a new message begins
   */
  async mark(
    lookup: string,
    ids: readonly string[],
    markOf: (number: number) => string,
    anew: boolean,
  ): Promise<readonly string[]> {
    const given = new Map(anew ? [] : Object.entries(await this.#marks(lookup)));
    const marks = ids.map((id) => {
      const kept = [...given].find(([, one]) => one === id)?.[0];
      if (kept !== undefined) return kept;
      let number = 1;
      while (given.has(markOf(number))) number++;
      given.set(markOf(number), id);
      return markOf(number);
    });
    await this.#keep(lookup, Object.fromEntries(given));
    return marks;
  }

  /** The marks under a message with their meaning, where they were offered since then (milliseconds since 1970). */
  async offered(lookup: string, since: number): Promise<Readonly<Record<string, string>>> {
    const row = await this.#choice(lookup);
    // An edge: only `offer` writes it.
    return row === undefined || row.createdAt.getTime() < since
      ? {}
      : (JSON.parse(row.buttons) as Record<string, string>);
  }

  // Past Prisma's client, like writing it: every message with choices comes by here.
  async #choice(lookup: string): Promise<Choice | undefined> {
    const [row] = await this.#session.tx.$queryRaw<Choice>`SELECT * FROM "Choice" WHERE "lookup" = ${lookup}`;
    return row;
  }

  async #marks(lookup: string): Promise<Readonly<Record<string, string>>> {
    const row = await this.#choice(lookup);
    // An edge: only `#keep` writes it.
    return JSON.parse(row?.buttons ?? "{}") as Record<string, string>;
  }

  async #keep(lookup: string, marks: Readonly<Record<string, string>>): Promise<void> {
    await this.#write(lookup, JSON.stringify(marks));
  }

  async #write(lookup: string, buttons: string): Promise<void> {
    const { tx, now } = this.#session;
    await tx.$executeRaw`
      INSERT INTO "Choice" ("lookup", "buttons", "createdAt") VALUES (${lookup}, ${buttons}, ${new Date(now)})
      ON CONFLICT ("lookup") DO UPDATE SET "buttons" = excluded."buttons", "createdAt" = excluded."createdAt"`;
  }

  /**
   * Numbers for choices that are typed at a place, in their order. Those of a live message stay the same from edit to
   * edit, and are given to nothing else meanwhile, so that a number that people see means what stands beside it. Those of
   * any other message count until the next one.
   */
  async number(
    lookup: string,
    ids: readonly string[],
    of: "card" | "message" | "continued",
  ): Promise<readonly number[]> {
    const row = await this.#choice(lookup);
    // An edge: only this writes it.
    const { cards = [], ...there } = JSON.parse(row?.buttons ?? "{}") as { cards?: number[] } & Record<string, string>;
    const held = new Set(cards);
    const offered = new Map(
      Object.entries(there)
        .map(([number, id]) => [Number(number), id] as const)
        .filter(([number]) => of !== "message" || held.has(number)),
    );
    const numbers: number[] = [];
    for (const id of ids) {
      const kept = [...offered].find(([number, one]) => of === "card" && one === id && held.has(number))?.[0];
      let number = kept ?? 1;
      while (kept === undefined && offered.has(number)) number++;
      if (number > mostNumbers) {
        // Nobody looks that far back: the old live messages get new numbers when they are shown again.
        offered.clear();
        held.clear();
        number = 1 + numbers.length;
      }
      offered.set(number, id);
      if (of === "card") held.add(number);
      numbers.push(number);
    }
    const buttons = JSON.stringify({ ...Object.fromEntries(offered), ...(held.size > 0 ? { cards: [...held] } : {}) });
    await this.#write(lookup, buttons);
    return numbers;
  }

  /** What stood under a message (`lookup` as in `offer`) stands there no longer. */
  async forgetChoice(lookup: string): Promise<void> {
    await this.#session.tx.$executeRaw`DELETE FROM "Choice" WHERE "lookup" = ${lookup}`;
  }

  /** A message whose choices are reactions is the newest of its place: a number that is typed there means it. */
  async isNewest(place: string, messageId: string): Promise<void> {
    await this.#keep(`${place}:${newest}`, { message: messageId });
  }

  /**
   * The id of the button that a number means which is typed in a place: of the message that it answers, else of the newest
   * one, where choices are reactions.
   */
  async typed(place: string, number: string, replyTo: string | undefined): Promise<string | undefined> {
    const numbered = await this.chosen(place, number);
    if (numbered !== undefined) return numbered;
    const message = replyTo ?? (await this.chosen(`${place}:${newest}`, "message"));
    return message === undefined ? undefined : this.chosen(`${place}:${message}`, keycap(Number(number)));
  }

  /** The id of the button that a mark stands for. */
  async chosen(lookup: string, mark: string): Promise<string | undefined> {
    const row = await this.#session.tx.choice.findUnique({ where: { lookup } });
    if (row === null) return undefined;
    const buttons: unknown = JSON.parse(row.buttons);
    if (typeof buttons !== "object" || buttons === null || !Object.hasOwn(buttons, mark)) return undefined;
    const id: unknown = Reflect.get(buttons, mark);
    return typeof id === "string" ? id : undefined;
  }
}

/** Buttons, and questions, that have expired (now: milliseconds since 1970). */
export const outlivedButtons = (now: number): Outlived => ({ table: "Button", key: "id", where: expired(now) });
export const outlivedQuestions = (now: number): Outlived => ({ table: "Prompt", key: "lookup", where: expired(now) });

const expired = (now: number): Prisma.Sql => Prisma.sql`"expiresAt" < ${new Date(now)}`;

/** What becomes of buttons that are one person's alone. */
export function buttonsOfPersons(session: Session, { id: federationId }: { readonly id: string }): OfPersons {
  const { tx } = session;
  const asks = nothing("a press asks anew who presses, and whether they may");
  return {
    tables: ["Button"],
    leavesCell: asks,
    countsElsewhere: asks,
    becomesOne: nothing("a button is kept as an account's, which the person has from now on"),
    forgotten: async ({ owners }) => {
      const theirs = { identityId: { in: [...owners] }, federationId };
      const where = { ...theirs, key: { startsWith: held } };
      for (const { chatId } of await tx.button.findMany({ where, select: { chatId: true }, distinct: ["chatId"] })) {
        if (chatId !== null) new Cards(session).touch({ kind: waitingAnswers, subject: chatId });
      }
      await tx.button.deleteMany({ where: theirs });
    },
    exported: async ({ owners }) => ({
      yourButtons: await tx.button.count({ where: { identityId: { in: [...owners] }, federationId } }),
    }),
    retention: nothing("buttons have an end of their own, and housekeeping removes them"),
    cellLeavesCouncil: asks,
  };
}

/** A question that waits for what a person writes next in one place. */
export class Prompts {
  readonly #session: Session;

  constructor(session: Session) {
    this.#session = session;
  }

  /** Puts a question; the earlier one of the same person in the same place is dropped. */
  async put(
    lookup: string,
    federationId: string | undefined,
    state: string,
    expiresAt: number,
    sealer: Sealer,
  ): Promise<void> {
    const row = {
      federationId: federationId ?? null,
      sealedState: sealer.seal(state, "Prompt.sealedState", lookup),
      expiresAt: new Date(minuteEnd(expiresAt)),
    };
    await this.#session.tx.prompt.upsert({ where: { lookup }, create: { lookup, ...row }, update: row });
  }

  /** The question that waits there, not read yet; or has waited in vain until `expiresAt` (milliseconds since 1970). */
  async find(
    lookup: string,
  ): Promise<
    { readonly federationId: string | undefined; readonly expiresAt: number; read(sealer: Sealer): string } | undefined
  > {
    const row = await this.#session.tx.prompt.findUnique({ where: { lookup } });
    if (row === null) return undefined;
    return {
      federationId: row.federationId ?? undefined,
      expiresAt: row.expiresAt.getTime(),
      read: (sealer) => sealer.open(row.sealedState, "Prompt.sealedState", lookup),
    };
  }

  /** One statement past Prisma's client, for it runs at every typed command. */
  async remove(...lookups: readonly string[]): Promise<void> {
    await this.#session.tx.$executeRaw`DELETE FROM "Prompt" WHERE "lookup" IN (${Prisma.join([...lookups])})`;
  }
}
