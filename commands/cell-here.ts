/** Which cell a command means. */
import { Refused } from "../src/core/command.ts";
import type { MemberContext } from "../src/core/context.ts";
import type { Cell } from "../src/core/options/index.ts";
import { phrase } from "../src/chat/phrase.ts";

/** The cell that a command means: of this chat; in a direct chat the one in which the person counts. */
export async function cellHere({ chat, person: asking, cells }: MemberContext): Promise<Cell> {
  const id = chat?.cellId ?? asking.cellId;
  const cell = id === undefined ? undefined : await cells.get(id);
  if (cell === undefined) throw new Refused(phrase("cell-none"));
  return cell;
}
