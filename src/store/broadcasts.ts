/**
 * What became of a message to many chats: delivered, waiting, failed and why.
 *
 * A receipt is a row of the outbox with the id of the broadcast. It waits, is sent, or has failed with a reason, a text of
 * src/core/receipts.ts. For a chat in which nothing can be shown from the start there is nothing to send: `missed` writes
 * its receipt.
 */
import { minuteOf } from "../domain/time.ts";
import { nothing } from "./of-persons.ts";
import type { Session } from "./session.ts";

export interface Receipts {
  readonly sent: number;
  readonly waiting: number;
  /** Chats (ids of ours) where it failed, with the reason. */
  readonly failed: readonly { readonly chatId: string; readonly reason: string }[];
}

/** Rows in one INSERT: SQLite allows 32,766 parameters in a statement. */
const rowsAtOnce = 500;

export class Broadcasts {
  readonly ofPersons = nothing("what is said to all chats is about nobody");
  readonly #session: Session;
  readonly #federationId: string | undefined;

  constructor(session: Session, federationId?: string) {
    this.#session = session;
    this.#federationId = federationId;
  }

  async receipts(broadcastId: string): Promise<Receipts> {
    const { tx } = this.#session;
    const where = { broadcastId, federationId: this.#federationId ?? null };
    const [sent, waiting, failed] = [
      await tx.outbox.count({ where: { ...where, state: "sent" } }),
      await tx.outbox.count({ where: { ...where, state: "waiting" } }),
      await tx.outbox.findMany({
        where: { ...where, state: "failed" },
        select: { chatId: true, reason: true },
        orderBy: { id: "asc" },
      }),
    ];
    return {
      sent,
      waiting,
      failed: failed.map(({ chatId, reason }) => ({ chatId: chatId ?? "", reason: reason ?? "refused" })),
    };
  }

  /** The chats (ids of ours) that have a receipt of a broadcast, whatever it says. */
  async chatsOf(broadcastId: string): Promise<ReadonlySet<string>> {
    const rows = await this.#session.tx.outbox.findMany({
      where: { broadcastId, federationId: this.#federationId ?? null },
      select: { chatId: true },
    });
    return new Set(rows.flatMap(({ chatId }) => chatId ?? []));
  }

  /** The greatest id among the broadcasts whose ids begin with `prefix` and go on in [0-9a-y]. */
  async latest(prefix: string): Promise<string | undefined> {
    const row = await this.#session.tx.outbox.findFirst({
      // The bounds are for the index, and right in any collation; the rest is for a collation without punctuation.
      where: {
        broadcastId: { gte: prefix, lte: `${prefix}z`, startsWith: prefix },
        federationId: this.#federationId ?? null,
      },
      orderBy: { broadcastId: "desc" },
      select: { broadcastId: true },
    });
    return row?.broadcastId ?? undefined;
  }

  /** A broadcast does not even go out to these chats (ids of ours): they are closed, or on a platform that is off. */
  async missed(broadcastId: string, chatIds: readonly string[]): Promise<void> {
    const { tx, now, newId } = this.#session;
    const federationId = this.#federationId ?? null;
    const chats = await tx.chat.findMany({
      where: { id: { in: [...chatIds] }, federationId: this.#federationId ?? "" },
      select: { id: true, platform: true, account: true },
      orderBy: { id: "asc" },
    });
    const why = await this.closed(chats.map(({ id }) => id));
    const at = new Date(now);
    const sentAt = new Date(minuteOf(now));
    const receipt = { federationId, broadcastId, lane: "", priority: 2, sealedBody: "", state: "failed" };
    for (let from = 0; from < chats.length; from += rowsAtOnce) {
      await tx.outbox.createMany({
        data: chats.slice(from, from + rowsAtOnce).map(({ id: chatId, platform, account }) => {
          const reason = why.get(chatId) ?? "unreachable";
          return { ...receipt, id: newId(), chatId, platform, account, reason, createdAt: at, dueAt: at, sentAt };
        }),
      });
    }
  }

  /**
   * Those of the chats (ids of ours) in which nothing can be shown, with the reason; and with the right that is missing,
   * where the platform has named it at the last attempt.
   */
  async closed(chatIds: readonly string[]): Promise<ReadonlyMap<string, string>> {
    const { tx } = this.#session;
    const chats = await tx.chat.findMany({
      where: { id: { in: [...chatIds] }, federationId: this.#federationId ?? "", state: { not: "open" } },
      select: { id: true, state: true },
    });
    if (chats.length === 0) return new Map();
    const ids = chats.map(({ id }) => id);
    const cards = await tx.card.findMany({
      where: { chatId: { in: ids }, ended: { contains: ": " } },
      select: { chatId: true, ended: true },
    });
    const rows = await tx.outbox.findMany({
      where: { chatId: { in: ids }, state: "failed", reason: { contains: ": " } },
      orderBy: { sentAt: "asc" },
      select: { chatId: true, reason: true },
    });
    const told = [...cards.map(({ chatId, ended }) => ({ chatId, reason: ended })), ...rows];
    return new Map(
      chats.map(({ id, state }) => {
        const named = told.findLast(({ chatId, reason }) => chatId === id && reason?.startsWith(`${state}: `) === true);
        return [id, named?.reason ?? state];
      }),
    );
  }
}
