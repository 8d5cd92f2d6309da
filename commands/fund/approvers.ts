/** Who keeps a cell's money, and who may approve what goes out. Rules: docs/rules.md, "Fund". */
import type { FederationContext } from "../../src/core/context.ts";
import type { Role } from "../../src/domain/roles.ts";
import { mayApprove, type Approvers, type FundRequest } from "../../src/domain/fund.ts";

/** Who does the work of a treasurer at this moment, stand-ins included. Ids of people. */
const treasurersOf = async (
  { roles }: FederationContext,
  { treasurerRoleId }: { readonly treasurerRoleId: string | undefined },
): Promise<readonly string[]> => (treasurerRoleId === undefined ? [] : roles.present(treasurerRoleId));

/** Who keeps a cell's money: its treasurer, and its coordinator. */
export interface Keepers {
  readonly treasurers: readonly string[];
  readonly coordinators: readonly string[];
}

export async function keepersOf(context: FederationContext, cellId: string): Promise<Keepers> {
  const cell = await context.cells.get(cellId);
  if (cell === undefined) return { treasurers: [], coordinators: [] };
  return { treasurers: await treasurersOf(context, cell), coordinators: await context.roles.coordinators(cell) };
}

/** Whether a person writes into the cell's book. */
export async function keeps(context: FederationContext, cellId: string, personId: string): Promise<boolean> {
  const { treasurers, coordinators } = await keepersOf(context, cellId);
  return [...treasurers, ...coordinators].includes(personId);
}

/** All who can approve anything in a cell. */
export async function approversOf(context: FederationContext, cellId: string): Promise<Approvers> {
  const { treasurers, coordinators } = await keepersOf(context, cellId);
  const council: string[] = [];
  for (const one of await context.councils.list({ cell: cellId })) council.push(...(await treasurersOf(context, one)));
  const chosen = (await context.funds.approvers(cellId)).flatMap((one) => (one.isChosen ? one.personId : []));
  return { cell: [...treasurers, ...coordinators, ...chosen], council };
}

/** Who may approve this, now. */
export const mayDecide = async (context: FederationContext, asked: FundRequest): Promise<readonly string[]> =>
  mayApprove(asked, await approversOf(context, asked.fund.cellId));

/** Who does the work of a role now is asked about what is open, where the role may approve it: a treasurer's, a coordinator's. */
export async function bringRequests(
  { cells, councils, funds }: FederationContext,
  { id, owner: { cellId, councilId } }: Role,
  people: readonly string[],
): Promise<void> {
  const cell = cellId === undefined ? undefined : await cells.get(cellId);
  if (cell !== undefined && [cell.treasurerRoleId, cell.powerRoleId].includes(id)) await funds.askOf([cell.id], people);
  const council = councilId === undefined ? undefined : await councils.get(councilId);
  if (council?.treasurerRoleId !== id) return;
  const theirs = await councils.cells(council.id);
  await funds.askOf(
    theirs.map((one) => one.id),
    people,
  );
}

/** What is open that a person may decide, the oldest first. */
export async function toDecide(context: FederationContext, personId: string): Promise<readonly FundRequest[]> {
  const own = await context.cells.ofPerson(personId);
  const cells = new Set(own.map(({ id }) => id));
  // A council's treasurer may be asked by any of its cells.
  for (const council of await context.councils.list({ person: personId })) {
    if (!(await treasurersOf(context, council)).includes(personId)) continue;
    for (const { id } of await context.councils.cells(council.id)) cells.add(id);
  }
  const theirs: FundRequest[] = [];
  for (const asked of await context.funds.open([...cells])) {
    if ((await mayDecide(context, asked)).includes(personId)) theirs.push(asked);
  }
  return theirs;
}
