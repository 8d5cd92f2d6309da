/** What becomes of numbered choices and reactions once they are old. */
import { Buttons, newest } from "./buttons.ts";
import { Federations } from "./federations.ts";
import { Prisma, type Choice } from "./generated/sqlite/client.ts";
import type { Outlived } from "./outlived.ts";
import type { Session } from "./session.ts";

/** Rows in one transaction: each may name 99 buttons, and SQLite allows 32,766 parameters. */
export const choicesAtOnce = 200;

/** What was offered before `before` (milliseconds since 1970): what stands under a live message stays (`forgetChoices`). */
export const outlivedChoices = (before: number): Outlived => ({
  table: "Choice",
  key: "lookup",
  where: Prisma.sql`"createdAt" < ${new Date(before)}`,
});

/**
 * Removes what was offered before `before` (milliseconds since 1970), but for what stands under a live message that is kept
 * up: as long as people see a number, it means what stands beside it.
 *
 * @returns how many were looked at; where these are `choicesAtOnce`, there may be more
 */
export async function forgetChoices(session: Session, before: number): Promise<number> {
  const { tx, now } = session;
  const old = { createdAt: { lt: new Date(before) } };
  const rows = await tx.choice.findMany({ where: old, orderBy: { createdAt: "asc" }, take: choicesAtOnce });
  if (rows.length === 0) return 0;
  const standing = await underLiveMessages(session, rows.flatMap(idsIn));
  const stays = rows.filter((row) => idsIn(row).some((id) => standing.has(id)));
  // Which message with reactions is the newest at a place is kept as long as that message's own choices are.
  const pointed = rows.flatMap(({ lookup, buttons }) => {
    const place = lookup.endsWith(`:${newest}`) ? lookup.slice(0, -newest.length) : undefined;
    return place === undefined ? [] : [{ lookup, to: `${place}${marksIn(buttons)["message"] ?? ""}` }];
  });
  const kept = new Set(stays.map(({ lookup }) => lookup));
  const fresh = await tx.choice.findMany({
    where: { lookup: { in: pointed.map(({ to }) => to) }, NOT: old },
    select: { lookup: true },
  });
  const there = new Set([...kept, ...fresh.map(({ lookup }) => lookup)]);
  for (const { lookup, to } of pointed) if (there.has(to)) kept.add(lookup);
  const gone = rows.filter(({ lookup }) => !kept.has(lookup)).map(({ lookup }) => lookup);
  await tx.choice.deleteMany({ where: { lookup: { in: gone } } });
  // Looked at again when they are as old once more.
  await tx.choice.updateMany({ where: { lookup: { in: [...kept] } }, data: { createdAt: new Date(now) } });
  return rows.length;
}

/** An edge: only `Buttons` writes it. */
const marksIn = (buttons: string): Readonly<Record<string, unknown>> => JSON.parse(buttons) as Record<string, unknown>;

const idsIn = ({ buttons }: Choice): readonly string[] =>
  Object.values(marksIn(buttons)).filter((id) => typeof id === "string");

/** Which of these buttons (ids) stand under a live message that is kept up. */
async function underLiveMessages(session: Session, ids: readonly string[]): Promise<ReadonlySet<string>> {
  const { tx } = session;
  const buttons = await tx.button.findMany({
    where: { id: { in: [...new Set(ids)] }, key: { not: null }, chatId: { not: null }, expiresAt: null },
  });
  const chats = [...new Set(buttons.flatMap(({ chatId }) => chatId ?? []))];
  const cards = await tx.card.findMany({
    where: { chatId: { in: chats }, ended: null },
    select: { id: true, chatId: true },
  });
  const found = new Set<string>();
  for (const federationId of new Set(buttons.flatMap((button) => button.federationId ?? []))) {
    const federation = await new Federations(session).find(federationId);
    if (federation === undefined) continue;
    const store = new Buttons(session);
    for (const button of buttons.filter((one) => one.federationId === federationId)) {
      const near = cards.filter(({ chatId }) => chatId === button.chatId).map(({ id }) => id);
      if (store.isUnder(button, near, federation.sealer)) found.add(button.id);
    }
  }
  return found;
}
