/** Presses what the bot asks of one person as everybody else, in every way that a platform has. */
import { expect } from "vitest";
import type { Inbound, InboundChat } from "../../src/chat/inbound.ts";
import { allRows } from "./rows.ts";
import type { Shown, Stage, StageChat, StagePerson } from "./stage.ts";

/** What comes and goes with every event and every answer, and that somebody who is nobody here can be written to. */
const passing = new Set(["Inbox", "Outbox", "Button", "Choice", "Card", "Fact", "Started"]);

/** Everything that people would miss, as text. */
export async function kept(stage: Stage): Promise<string> {
  const rows = await allRows(stage.database);
  return rows.filter((row) => !passing.has(row.slice(0, row.indexOf(" ")))).join("\n");
}

/** A button that works for one account alone, and where it stands. */
export interface Owned {
  readonly id: string;
  readonly label: string;
  readonly shown: Shown;
  /** What is typed, or reacted with, where a platform has no buttons. */
  readonly mark: string | undefined;
  readonly reactions: boolean;
}

/** The buttons of what was shown, with the id alone where there is nothing to type or to react with. */
export function buttonsOf(shown: readonly Shown[]): readonly Owned[] {
  return shown.flatMap((one) =>
    one.rendered.blocks.flatMap((block): Owned[] => {
      if (block.type === "buttons") {
        return block.rows.flat().map(({ id, label }) => ({ id, label, shown: one, mark: undefined, reactions: false }));
      }
      if (block.type !== "choices") return [];
      const { reactions, items } = block;
      return items.map(({ id, label, mark }) => ({ id, label, shown: one, mark, reactions }));
    }),
  );
}

/** Those of them that work for one account alone. */
export async function owned(stage: Stage, shown: readonly Shown[]): Promise<readonly Owned[]> {
  const all = buttonsOf(shown);
  const rows = await stage.database.read((tx) =>
    tx.button.findMany({
      where: { id: { in: all.map(({ id }) => id) }, identityId: { not: null } },
      select: { id: true },
    }),
  );
  const ids = new Set(rows.map(({ id }) => id));
  return all.filter(({ id }) => ids.has(id));
}

/** In the direct chat of somebody. */
export const directly = ({ user }: StagePerson): InboundChat => ({ id: `direct:${user.id}`, kind: "direct" });

/** What the bot says to whoever presses what is not theirs. */
const turnedAway = /belongs to somebody else|too old|There is no choice with that number/;

/**
 * Presses these buttons as people whose they are not, where they stand and in their direct chats: nothing of anybody's may
 * change, and each of them is told so.
 * @param chat the group where they press
 * @returns how often somebody pressed
 */
export async function pressAsOthers(
  chat: StageChat,
  buttons: readonly Owned[],
  others: readonly StagePerson[],
  what: string,
): Promise<number> {
  const { stage } = chat;
  if (buttons.length === 0) return 0;
  const before = await kept(stage);
  let pressed = 0;
  for (const { id, shown, mark, reactions } of buttons) {
    for (const way of ["press", "press directly", "mark"] as const) {
      if (way === "mark" && (mark === undefined || shown.chat !== chat.place.id)) continue;
      const events: Inbound[] = others.map((one) =>
        stage.event(
          chat,
          way === "press directly" ? directly(one) : chat.place,
          one.user,
          way !== "mark"
            ? { type: "press", button: id }
            : reactions
              ? { type: "reaction", messageId: shown.messageId, mark: mark ?? "" }
              : { type: "text", text: mark ?? "", messageId: stage.nextMessage() },
        ),
      );
      const answers = await stage.together(events);
      for (const one of others) {
        const told = answers.filter(
          ({ to, chat: where }) =>
            to === one.user.id || where === directly(one).id || (to === undefined && where === chat.place.id),
        );
        expect(told.map(({ text }) => text).join("\n"), `${what}: ${one.name}, ${way}`).toMatch(turnedAway);
        pressed++;
      }
    }
  }
  expect(await kept(stage), `${what}: nothing has changed`).toBe(before);
  return pressed;
}
