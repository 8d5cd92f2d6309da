/** The cell that a command cannot do without. */
import { Refused } from "../src/core/command.ts";
import type { MemberContext } from "../src/core/context.ts";
import { cellHere } from "../src/core/options/drive.ts";
import type { Cell } from "../src/core/options/index.ts";
import { phrase } from "../src/chat/phrase.ts";

/**
 * The cell that is meant here ({@link cellHere}).
 * @throws Refused where there is none
 */
export async function neededCell(context: MemberContext): Promise<Cell> {
  const id = cellHere(context);
  const cell = id === undefined ? undefined : await context.cells.get(id);
  if (cell === undefined) throw new Refused(phrase("cell-none"));
  return cell;
}
