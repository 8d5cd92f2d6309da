/**
 * Live messages. A row says that a chat shows something (a drive) and which of the platform's messages shows it. What
 * changes the thing raises `wanted`; the delivery shows the latest state at the pace of the platform and notes what
 * people see in `shown`. So any number of changes costs one statement, and the latest state wins.
 *
 * A card may be made of more than its subject: an action shows when its meeting is, an election who is in the cell. It says
 * so when it is written ({@link CardView}), and then changes with each of its parts; and it says when it changes by itself.
 */
import { cardParts, type Subject } from "../chat/cards.ts";
import { tallyCard, tallyReceipts } from "../domain/tallies.ts";
import type { Receipts } from "./broadcasts.ts";
import { Prisma } from "./generated/sqlite/client.ts";
import type { Signal, Tx } from "./database.ts";
import { nothing, type OfPersons } from "./of-persons.ts";
import type { Sealer } from "./sealing.ts";
import type { Session } from "./session.ts";

export interface Card {
  readonly id: string;
  readonly chatId: string;
  readonly kind: string;
  readonly subjectId: string;
  readonly sealedMessage: string | undefined;
  /** The topic or thread where it stands, "" in none; undefined: where the bot was set up. */
  readonly sealedThread: string | undefined;
  readonly wanted: number;
  /** The value of `wanted` of which people see the state. */
  readonly shown: number;
  readonly edits: number;
  readonly postedAt: number | undefined;
  readonly failures: number;
  /** HMAC of what people see there; undefined while that is not sure. */
  readonly shownAs: string | undefined;
}

/** A subject that has changed, for all cards made of it, or for those of which it is the subject in one cell (its id). */
interface Touched extends Subject {
  readonly cell?: string;
}

/** Of each of them: when it changed (milliseconds since 1970). */
interface Change extends Touched {
  readonly at: number;
}

/** A card with the federation of its chat. */
export interface DueCard extends Card {
  readonly federationId: string;
}

/** Cards are to be shown; from when on, in milliseconds since 1970. */
export const cardsDue: Signal<number> = { name: "cards-due" };

/** For what place it is sealed in which topic or thread a card stands: see sealing.ts. */
export const cardThread = "Card.sealedThread";

interface CardRow {
  readonly id: string;
  readonly chatId: string;
  readonly federationId: string;
  readonly kind: string;
  readonly subjectId: string;
  readonly sealedMessage: string | null;
  readonly sealedThread: string | null;
  readonly wanted: number;
  readonly shown: number;
  readonly edits: number;
  readonly postedAt: Date | null;
  readonly failures: number;
  readonly dueAt: Date | null;
  readonly shownAs: string | null;
}

const dueCard = ({ dueAt: _, sealedMessage, sealedThread, postedAt, shownAs, ...row }: CardRow): DueCard => ({
  ...row,
  shownAs: shownAs ?? undefined,
  sealedMessage: sealedMessage ?? undefined,
  sealedThread: sealedThread ?? undefined,
  postedAt: postedAt?.getTime(),
});

/** What became of a live message in one chat (id of ours). */
export type CardDelivery =
  | { readonly chatId: string; readonly state: "sent" | "waiting"; readonly reason?: undefined }
  | { readonly chatId: string; readonly state: "failed"; readonly reason: string };

/**
 * The condition under which cards are changed. PostgreSQL locks each row as it comes to it; two that change several of the
 * same cards would each hold one that the other waits for. So they are locked in the order of their ids.
 */
function inOrder(tx: Tx, where: Prisma.Sql): Prisma.Sql {
  if (tx.provider === "sqlite") return where;
  return Prisma.sql`"id" IN (SELECT "id" FROM "Card" WHERE ${where} ORDER BY "id" ${tx.forUpdate})`;
}

/** Cards are written anew when their pace allows it. @returns how many */
const wantAnew = (tx: Tx, where: Prisma.Sql): Promise<number> => tx.$executeRaw`
  UPDATE "Card" SET "wanted" = "wanted" + 1,
    "dueAt" = CASE WHEN "wanted" = "shown" THEN "notBefore" ELSE COALESCE("dueAt", "notBefore") END
  WHERE ${inOrder(tx, where)}`;

/** Subjects in one UPDATE: SQLite takes conditions 1,000 deep. */
const subjectsAtOnce = 100;

async function raiseWanted(tx: Tx, all: readonly Change[]): Promise<void> {
  for (let from = 0; from < all.length; from += subjectsAtOnce) {
    const part = all.slice(from, from + subjectsAtOnce);
    const changed = part.map(({ kind, subject, cell }) => {
      const inCell = Prisma.sql`AND "chatId" IN (SELECT "id" FROM "Chat" WHERE "cellId" = ${cell})`;
      const made = Prisma.sql`OR "id" IN (SELECT "cardId" FROM "CardPart" WHERE "kind" = ${kind} AND "subjectId" = ${subject})`;
      const itself = Prisma.sql`"kind" = ${kind} AND "subjectId" = ${subject}`;
      return cell === undefined ? Prisma.sql`(${itself}) ${made}` : Prisma.sql`(${itself} ${inCell})`;
    });
    const where = Prisma.sql`"ended" IS NULL AND (${Prisma.join(changed, " OR ")})`;
    const count = await wantAnew(tx, where);
    // Whoever looks now finds when their pace allows it.
    if (count > 0) tx.tell(cardsDue, Math.min(...part.map(({ at }) => at)));
  }
}

/** How long after somebody spoke in a chat it is tried whether the bot may write there again. Milliseconds. */
const guessedAfter = 8_000;

/** Rows in one INSERT: SQLite allows 32,766 parameters in a statement, and a row has ten. */
const rowsAtOnce = 500;

export class Cards {
  readonly #session: Session;

  constructor(session: Session) {
    this.#session = session;
  }

  /** The ids of the live messages in a chat (id of ours); of the one with this id of the platform's, where it is given. */
  async standingIn(chatId: string, messageId: string | undefined, sealer: Sealer): Promise<readonly string[]> {
    const rows = await this.#session.tx.card.findMany({
      where: { chatId, ended: null, sealedMessage: { not: null } },
      select: { id: true, sealedMessage: true },
    });
    return rows
      .filter(
        ({ id, sealedMessage }) =>
          messageId === undefined || sealer.open(sealedMessage ?? "", "Card.sealedMessage", id) === messageId,
      )
      .map(({ id }) => id);
  }

  /**
   * Shows the subject in these chats. A card that is there is brought up to date, and not sent again where it says so
   * already; with `anew` it is posted anew.
   */
  async show(kind: string, subject: string, chats: readonly string[], anew: boolean): Promise<void> {
    const { tx, now } = this.#session;
    const at = new Date(now);
    const fresh = anew
      ? Prisma.sql`, "shownAs" = NULL, "sealedMessage" = NULL, "postedAt" = NULL, "edits" = 0`
      : Prisma.empty;
    for (let from = 0; from < chats.length; from += rowsAtOnce) {
      const rows = chats
        .slice(from, from + rowsAtOnce)
        .map(
          (chatId) => Prisma.sql`(${this.#session.newId()}, ${chatId}, ${kind}, ${subject}, 1, 0, 0, 0, ${at}, ${at})`,
        );
      await tx.$executeRaw`
        INSERT INTO "Card" ("id", "chatId", "kind", "subjectId", "wanted", "shown", "edits", "failures", "dueAt", "notBefore")
        VALUES ${Prisma.join(rows)}
        ON CONFLICT ("chatId", "kind", "subjectId") DO UPDATE SET
          "wanted" = "Card"."wanted" + 1, "dueAt" = excluded."dueAt", "ended" = NULL, "failures" = 0 ${fresh}`;
    }
    if (chats.length > 0) tx.tell(cardsDue, now);
    this.#receipt(kind, subject);
  }

  /**
   * A card that is not posted yet, or is to be posted anew, goes where it was asked for. What stands stays where it is.
   *
   * @param thread the topic or thread; undefined: where the bot was set up, "": in the chat, outside of all of them
   */
  async place(
    kind: string,
    subject: string,
    { chatId, thread }: { readonly chatId: string; readonly thread: string | undefined },
    sealer: Sealer,
  ): Promise<void> {
    const { tx } = this.#session;
    const where = { chatId_kind_subjectId: { chatId, kind, subjectId: subject } };
    const row = await tx.card.findUnique({ where, select: { id: true, sealedMessage: true, sealedThread: true } });
    if (row === null || row.sealedMessage !== null || (row.sealedThread === null && thread === undefined)) return;
    const sealedThread = thread === undefined ? null : sealer.seal(thread, cardThread, row.id);
    await tx.card.update({ where: { id: row.id }, data: { sealedThread } });
  }

  /** Where a tally stands, and where it does not yet, is shown where it was posted from. */
  #receipt(kind: string, subject: string): void {
    if (kind === tallyCard) this.touch({ kind: tallyReceipts, subject });
  }

  /** In how many chats the subject is shown, where it will be, and where it cannot be. */
  async receipts(kind: string, subject: string): Promise<Receipts> {
    const all = await this.deliveries(kind, subject);
    const failed = all.flatMap(({ chatId, reason }) => (reason === undefined ? [] : [{ chatId, reason }]));
    const sent = all.filter(({ state }) => state === "sent").length;
    return { sent, waiting: all.length - sent - failed.length, failed };
  }

  /** Chat by chat whether the subject is shown there, with the reason where it cannot be. */
  async deliveries(kind: string, subject: string): Promise<readonly CardDelivery[]> {
    const rows = await this.#session.tx.card.findMany({
      where: { kind, subjectId: subject },
      select: { chatId: true, shown: true, sealedMessage: true, ended: true, chat: { select: { state: true } } },
      orderBy: [{ chat: { createdAt: "asc" } }, { chatId: "asc" }],
    });
    return rows.map(({ chatId, shown, sealedMessage, ended, chat }): CardDelivery => {
      if (ended === "closed") return { chatId, state: "sent" };
      // To be posted anew, it is not there yet, whatever was shown before.
      if (ended === null) return { chatId, state: shown > 0 && sealedMessage !== null ? "sent" : "waiting" };
      // The delivery ends a card as `removed` wherever it found no open chat.
      return { chatId, state: "failed", reason: ended === "removed" && chat.state !== "open" ? chat.state : ended };
    });
  }

  /**
   * Something can be shown again in a chat: it catches up on all of its live messages. Where only a right was
   * missing this is a guess, made whenever somebody speaks there, so it is not tried with every word; `now`: the platform
   * has said that rights have changed.
   */
  async revive(chatId: string, when: "guess" | "now" = "guess"): Promise<void> {
    const { tx, now } = this.#session;
    // Those that were revived on a guess, or put off.
    if (when === "now") {
      const waiting = { chatId, ended: null, dueAt: { not: null } };
      await tx.card.updateMany({ where: waiting, data: { dueAt: new Date(now) } });
      tx.tell(cardsDue, now);
    }
    const ended = await tx.card.findMany({
      where: { chatId, ended: { not: null } },
      select: { id: true, ended: true, kind: true, subjectId: true },
    });
    const failed = ended.filter((card) => card.ended !== "closed");
    if (failed.length === 0) return;
    for (const card of failed) {
      const dueAt = new Date(card.ended === "removed" || when === "now" ? now : now + guessedAfter);
      const data = { ended: null, failures: 0, wanted: { increment: 1 }, dueAt };
      await tx.card.update({ where: { id: card.id }, data });
      tx.tell(cardsDue, dueAt.getTime());
      this.#receipt(card.kind, card.subjectId);
    }
  }

  /** Since when a live message stands in a chat, and whether it is still to be sent; none where it is not kept up. */
  async standing(
    kind: string,
    subject: string,
    chatId: string,
  ): Promise<{ readonly postedAt: number | undefined; readonly due: boolean } | undefined> {
    const row = await this.#session.tx.card.findUnique({
      where: { chatId_kind_subjectId: { chatId, kind, subjectId: subject } },
      select: { postedAt: true, wanted: true, shown: true, ended: true },
    });
    if (row === null || row.ended !== null) return undefined;
    return { postedAt: row.postedAt?.getTime(), due: row.wanted !== row.shown };
  }

  /** The cards of a chat are about to go with it: a tally that was posted there is delivered in one chat fewer. */
  async endIn(chatId: string): Promise<void> {
    const where = { chatId, kind: tallyCard };
    for (const { subjectId } of await this.#session.tx.card.findMany({ where, select: { subjectId: true } })) {
      this.#receipt(tallyCard, subjectId);
    }
  }

  /**
   * Something that cards show has changed: all cards made of it are written anew, or those of one cell. Done at the end of
   * the transaction.
   */
  touch(of: Touched): void {
    const { tx, now } = this.#session;
    tx.atEnd(raiseWanted, `${of.kind} ${of.subject} ${of.cell ?? ""}`, { ...of, at: now });
  }

  /**
   * A cell or council is called something else, or its chats are spoken to in another way: any card of the federation may
   * say so. One that says the same afterwards is not sent again.
   */
  async touchAll(federationId: string): Promise<void> {
    const { tx, now } = this.#session;
    const where = Prisma.sql`"ended" IS NULL AND "chatId" IN (SELECT "id" FROM "Chat" WHERE "federationId" = ${federationId})`;
    const count = await wantAnew(tx, where);
    if (count > 0) tx.tell(cardsDue, now);
  }

  get ofPersons(): OfPersons {
    const shown = nothing("a card is written anew with what it shows");
    return {
      tables: ["CardPart"],
      leavesCell: shown,
      countsElsewhere: shown,
      becomesOne: ({ second }) => this.#naming(second),
      forgotten: ({ person }) => this.#naming(person.id),
      exported: nothing("what names somebody to a chat is held where it comes from"),
      retention: shown,
      cellLeavesCouncil: shown,
    };
  }

  /** The cards that name somebody are written anew, those of what is over too; nothing says any more that they did. */
  async #naming(personId: string): Promise<void> {
    const { tx } = this.#session;
    const named = { kind: cardParts.person, subjectId: personId };
    for (const { card } of await tx.cardPart.findMany({ where: named, include: { card: true } })) {
      this.touch({ kind: card.kind, subject: card.subjectId });
    }
    await tx.cardPart.deleteMany({ where: named });
  }
}

/** The cards as the delivery sees them, over all federations. */
export class DueCards {
  readonly #session: Session;

  constructor(session: Session) {
    this.#session = session;
  }

  /**
   * Cards whose latest state people do not see yet and whose time has come, and when the next one's time comes. Those in
   * hand (`inHand`: their ids) have no time of their own: what becomes of them says when they are due.
   * @param accounts those of the bot through which they are shown; of all, if left out
   */
  async due(
    limit: number,
    inHand: ReadonlySet<string>,
    accounts?: readonly { readonly platform: string; readonly account: string }[],
  ): Promise<{ readonly cards: readonly DueCard[]; readonly next: number | undefined }> {
    const { tx, now } = this.#session;
    const at = new Date(now);
    const through =
      accounts === undefined
        ? Prisma.empty
        : Prisma.sql`AND (${Prisma.join(
            accounts.map((one) => Prisma.sql`h."platform" = ${one.platform} AND h."account" = ${one.account}`),
            " OR ",
          )})`;
    const standing = Prisma.sql`
      SELECT c."id", c."chatId", h."federationId", c."kind", c."subjectId", c."sealedMessage", c."sealedThread", c."wanted", c."shown",
        c."edits", c."postedAt", c."failures", c."dueAt", c."shownAs"
      FROM "Card" c JOIN "Chat" h ON h."id" = c."chatId" WHERE c."ended" IS NULL ${through}`;
    // Of those whose time has not come one is enough that is not in hand: there may be as many as there are chats.
    const rows = await tx.$queryRaw<CardRow>`
      SELECT * FROM (${standing} AND c."dueAt" <= ${at} ORDER BY c."dueAt", c."kind", c."id" LIMIT ${limit + 1}) due
      UNION ALL
      SELECT * FROM (${standing} AND c."dueAt" > ${at} ORDER BY c."dueAt", c."kind", c."id" LIMIT ${inHand.size + 1}) later
      ORDER BY "dueAt", "kind", "id" LIMIT ${limit + 1}`;
    const isDue = ({ dueAt }: CardRow): boolean => (dueAt?.getTime() ?? now) <= now;
    // Where those in hand fill the page, nobody knows what stands behind them.
    const later = rows.filter((row) => !isDue(row));
    const next = later.find(({ id }) => !inHand.has(id)) ?? (rows.length > limit ? later.at(-1) : undefined);
    return { cards: rows.filter(isDue).slice(0, limit).map(dueCard), next: next?.dueAt?.getTime() };
  }

  /** Cards as they stand now, by their ids; without those that are no longer kept up. */
  async find(ids: readonly string[]): Promise<ReadonlyMap<string, DueCard>> {
    const rows = await this.#session.tx.$queryRaw<CardRow>`
      SELECT c."id", c."chatId", h."federationId", c."kind", c."subjectId", c."sealedMessage", c."sealedThread", c."wanted", c."shown",
        c."edits", c."postedAt", c."failures", c."dueAt", c."shownAs"
      FROM "Card" c JOIN "Chat" h ON h."id" = c."chatId" WHERE c."id" IN (${Prisma.join([...ids])}) AND c."ended" IS NULL`;
    return new Map(rows.map((row) => [row.id, dueCard(row)]));
  }

  /**
   * A process that died had claimed cards of this account, or put them off: they are due again as their pace allows.
   * For the only one who sends through this account, before it begins.
   */
  async release(platform: string, account: string): Promise<void> {
    const { tx, now } = this.#session;
    await tx.$executeRaw`
      UPDATE "Card" SET "dueAt" = "notBefore"
      WHERE "ended" IS NULL AND "dueAt" > "notBefore" AND "wanted" <> "shown"
        AND "chatId" IN (SELECT "id" FROM "Chat" WHERE "platform" = ${platform} AND "account" = ${account})`;
    // Those too that were due before.
    tx.tell(cardsDue, now);
  }

  /** Chats (ids of ours) of this account in which a right was missing: whether it is there now is found out by trying. */
  async withoutRights(platform: string, account: string): Promise<readonly { id: string; federationId: string }[]> {
    return this.#session.tx.chat.findMany({
      where: { platform, account, state: "no-rights" },
      select: { id: true, federationId: true },
    });
  }

  /**
   * The process before this one died, and what was pressed then is lost: the cards of this account that people had before
   * their eyes are to be shown again. Those that changed, or in whose chat somebody spoke, within `ms` before the last
   * event that was worked on.
   * @returns their ids
   */
  async recent(platform: string, account: string, ms: number): Promise<readonly string[]> {
    const { tx, now } = this.#session;
    const last = await tx.inbox.aggregate({ _max: { at: true } });
    const at = last._max.at;
    if (at === null) return [];
    const since = new Date(at.getTime() - ms);
    const spoken = await tx.identity.findMany({
      where: { platform, account, seenAt: { gte: since }, lastChatId: { not: null } },
      select: { lastChatId: true },
      distinct: ["lastChatId"],
    });
    const chats = spoken.flatMap(({ lastChatId }) => lastChatId ?? []);
    const found = await tx.card.findMany({
      where: {
        ended: null,
        sealedMessage: { not: null },
        chat: { platform, account, state: "open" },
        OR: [{ notBefore: { gte: since } }, { chatId: { in: chats } }],
      },
      select: { id: true },
    });
    const ids = found.map(({ id }) => id);
    const wanted = { wanted: { increment: 1 }, dueAt: new Date(now) };
    await tx.card.updateMany({ where: { id: { in: ids } }, data: wanted });
    if (ids.length > 0) tx.tell(cardsDue, now);
    return ids;
  }

  /** What a card is made of now, besides its subject. */
  async madeOf(id: string, parts: readonly Subject[]): Promise<void> {
    const { tx } = this.#session;
    const each = new Map(parts.map((part) => [`${part.kind} ${part.subject}`, part]));
    const rows = [...each.values()];
    if (rows.length === 0) {
      await tx.$executeRaw`DELETE FROM "CardPart" WHERE "cardId" = ${id}`;
      return;
    }
    const stays = rows.map(({ kind, subject }) => Prisma.sql`("kind" = ${kind} AND "subjectId" = ${subject})`);
    await tx.$executeRaw`
      DELETE FROM "CardPart" WHERE "cardId" = ${id} AND NOT (${Prisma.join(stays, " OR ")})`;
    const fresh = rows.map(({ kind, subject }) => Prisma.sql`(${id}, ${kind}, ${subject})`);
    await tx.$executeRaw`
      INSERT INTO "CardPart" ("cardId", "kind", "subjectId") VALUES ${Prisma.join(fresh)} ON CONFLICT DO NOTHING`;
  }

  /** While it is being sent no second attempt starts; and until that is noted, it is not sure what people see. */
  async claim(ids: readonly string[], until: number): Promise<void> {
    const { tx } = this.#session;
    await tx.$executeRaw`
      UPDATE "Card" SET "dueAt" = ${new Date(until)}, "shownAs" = NULL
      WHERE ${inOrder(tx, Prisma.sql`"id" IN (${Prisma.join(ids)})`)}`;
  }

  /** It was claimed and could not even be tried, so people see what they saw. */
  async untried({ id, shownAs }: DueCard): Promise<void> {
    await this.#session.tx.card.updateMany({ where: { id }, data: { shownAs: shownAs ?? null } });
  }

  /**
   * People see the state of `card` now. What has changed since is due at `notBefore`.
   * @param message the platform's message; undefined where nothing had to be sent, or the platform named none
   * @param shownAs HMAC of what people see
   * @param changesAt when it changes by itself, in milliseconds since 1970
   */
  async shown(
    card: Card,
    message: { readonly sealed: string; readonly posted: boolean } | undefined,
    notBefore: number,
    shownAs: string,
    changesAt: number | undefined,
  ): Promise<void> {
    const { tx, now } = this.#session;
    const next = changesAt === undefined ? null : new Date(Math.max(changesAt, notBefore));
    if (next !== null) tx.tell(cardsDue, next.getTime());
    const posted = message?.posted === true;
    const as = posted
      ? Prisma.sql`"sealedMessage" = ${message.sealed}, "postedAt" = ${new Date(now)}, "edits" = 0`
      : Prisma.sql`"edits" = "edits" + ${message === undefined ? 0 : 1}`;
    // Asked to be posted anew meanwhile: below.
    const stands =
      posted && card.sealedMessage !== undefined ? Prisma.sql`AND "sealedMessage" IS NOT NULL` : Prisma.empty;
    // Nearly always: nothing has changed since.
    const count = await tx.$executeRaw`
      UPDATE "Card" SET "shown" = ${card.wanted}, "failures" = 0, "notBefore" = ${new Date(notBefore)}, "dueAt" = ${next},
        "shownAs" = ${shownAs}, ${as}
      WHERE "id" = ${card.id} AND "wanted" = ${card.wanted} ${stands}`;
    if (count === 1) {
      if (posted) this.#receipt(card);
      return;
    }
    const latest = await tx.card.findUnique({ where: { id: card.id }, select: { wanted: true, sealedMessage: true } });
    if (latest === null) return;
    // Asked to be posted anew while it was being edited: keep that wish.
    const overtaken = card.sealedMessage !== undefined && latest.sealedMessage === null;
    const current = latest.wanted === card.wanted && !overtaken;
    await tx.card.update({
      where: { id: card.id },
      data: {
        shown: card.wanted,
        failures: 0,
        notBefore: new Date(notBefore),
        shownAs: overtaken ? null : shownAs,
        dueAt: current ? next : new Date(notBefore),
        ...(message === undefined || overtaken
          ? {}
          : posted
            ? { sealedMessage: message.sealed, postedAt: new Date(now), edits: 0 }
            : { edits: { increment: 1 } }),
      },
    });
    if (!current) tx.tell(cardsDue, notBefore);
    if (posted) this.#receipt(card);
  }

  /** What became of a tally in a chat is shown where it was posted from. */
  #receipt({ kind, subjectId }: Pick<Card, "kind" | "subjectId">): void {
    if (kind === tallyCard) new Cards(this.#session).touch({ kind: tallyReceipts, subject: subjectId });
  }

  /** Tried in vain: again at `retryAt`, as a new message if `anew`. */
  async putOff(card: Card, retryAt: number, anew: boolean): Promise<void> {
    const { tx } = this.#session;
    await tx.card.updateMany({
      where: { id: card.id },
      data: {
        dueAt: new Date(retryAt),
        failures: { increment: 1 },
        ...(anew ? { sealedMessage: null, postedAt: null, edits: 0 } : {}),
      },
    });
    tx.tell(cardsDue, retryAt);
    if (anew) this.#receipt(card);
  }

  /** No longer kept up. */
  async end(card: Card, why: string): Promise<void> {
    const { tx } = this.#session;
    await tx.card.updateMany({ where: { id: card.id }, data: { ended: why, dueAt: null } });
    await tx.cardPart.deleteMany({ where: { cardId: card.id } });
    this.#receipt(card);
  }
}
