/** Before somebody gets power: who that is, shown and asked once more. Rules: docs/rules.md, "People and permission". */
import type { Reply } from "../src/core/command.ts";
import type { FederationContext } from "../src/core/context.ts";
import type { Action } from "../src/chat/message.ts";
import { flag, optional, type Person } from "../src/core/options/index.ts";
import { phrase, type Phrase, type PhraseArgs } from "../src/chat/phrase.ts";
import { nameOf } from "./names.ts";

/** Set by the button of the question. */
export const sureOption = () =>
  optional(flag("confirm"), { about: "option-confirm", ask: "option-confirm", hidden: true });

/** Name, platform and cell of who is meant, for `question`, and the button that does it. */
export async function askSure(
  context: FederationContext,
  who: Person,
  question: (args: NonNullable<PhraseArgs>) => Phrase,
  action: Action,
): Promise<readonly Reply[]> {
  const accounts = await context.people.identities(who.id);
  const cell = who.cellId === undefined ? undefined : await context.cells.get(who.cellId);
  const content = question({
    person: await nameOf(context, who.id),
    accounts: accounts.map(({ platform, name }) => phrase("me-account", { platform, name })),
    cell: cell === undefined ? phrase("making-no-cell") : phrase("making-cell", { cell: cell.name }),
  });
  const yes = {
    label: phrase("core-sure-yes"),
    action: { ...action, options: { ...action.options, confirm: "confirm" } },
    press: "seen" as const,
    style: "primary" as const,
  };
  return [
    {
      to: "here",
      message: {
        blocks: [
          { type: "paragraph", content },
          { type: "buttons", rows: [[yes]] },
        ],
      },
    },
  ];
}
