/**
 * Funds of cells. The rules are in src/domain/fund.ts.
 *
 * Locks on PostgreSQL: all that changes money or numbers locks the cell first. Functions over rows
 * (src/store/repository.ts): entries.ts (the book), requests.ts (what is to go out), persons.ts.
 */
import { repository } from "../repository.ts";
import { approverOfVote, approversOf, proposeApprover } from "./approvers.ts";
import { balance, createFund, entriesOf, findFund, lastHash, listFunds, moneyIn, undoEntry } from "./entries.ts";
import { ofPersons } from "./persons.ts";
import { approve, askAgain, askOf, changeRequest, endRequest, findRequest, openRequests, request } from "./requests.ts";

/** Everything that is done with the funds of one federation, in one transaction. */
export const Funds = repository(
  {
    create: createFund,
    list: listFunds,
    get: findFund,
    balance,
    entries: entriesOf,
    lastHash,
    moneyIn,
    undo: undoEntry,
    request,
    change: changeRequest,
    find: findRequest,
    open: openRequests,
    approve,
    end: endRequest,
    askAgain,
    askOf,
    approvers: approversOf,
    approverOfVote,
    proposeApprover,
  },
  ofPersons,
);
export type Funds = InstanceType<typeof Funds>;
