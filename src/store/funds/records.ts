/** Funds, their entries and what is asked of them: what is read from rows. */
import type { EntryKind, Fund, FundEntry, FundRequest, RequestState } from "../../domain/fund.ts";
import type {
  Fund as FundRow,
  FundApproval as ApprovalRow,
  FundEntry as EntryRow,
  FundRequest as RequestRow,
} from "../generated/sqlite/client.ts";
import type { Sealer } from "../sealing.ts";

/** For what place each text is sealed: see sealing.ts. */
export const purposes = {
  name: "Fund.sealedName",
  text: "FundEntry.sealedText",
  opening: "FundPart.sealedOpening",
  asked: "FundRequest.sealedText",
} as const;

/** What opens a commitment, as JSON in `sealedText` and `sealedOpening`. */
export interface Opening {
  readonly salt: string;
  readonly value: string;
}

export const fundRecord = (row: FundRow, sealer: Sealer): Fund => ({
  id: row.id,
  cellId: row.cellId,
  number: row.number,
  name: sealer.open(row.sealedName, purposes.name, row.id),
  currency: row.currency,
});

/** The text with its salt; undefined where there is none any more. */
export const textOpening = (row: EntryRow, sealer: Sealer): Opening | undefined =>
  row.sealedText === null ? undefined : (JSON.parse(sealer.open(row.sealedText, purposes.text, row.id)) as Opening); // an edge: only `addEntry` writes it

export const entryRecord = (row: EntryRow, sealer: Sealer): FundEntry => ({
  number: row.number,
  kind: row.kind as EntryKind, // an edge: only `addEntry` writes it
  undoes: row.undoes ?? undefined,
  at: row.at.getTime(),
  amount: Number(row.amount),
  text: textOpening(row, sealer)?.value,
  hash: row.hash,
});

export type RequestWithAll = RequestRow & { readonly fund: FundRow; readonly approvals: readonly ApprovalRow[] };

export const requestRecord = (row: RequestWithAll, sealer: Sealer): FundRequest => ({
  id: row.id,
  fund: fundRecord(row.fund, sealer),
  number: row.number,
  kind: row.kind as FundRequest["kind"], // an edge: only `request` writes it
  amount: Number(row.amount),
  text: row.sealedText === null ? undefined : sealer.open(row.sealedText, purposes.asked, row.id),
  payeeId: row.payeeId ?? undefined,
  enteredById: row.enteredById ?? undefined,
  createdAt: row.createdAt.getTime(),
  state: row.state as RequestState, // an edge: only requests.ts and persons.ts write it
  approvals: row.approvals.map(({ personId, at }) => ({ personId, at: at.getTime() })),
});
