/**
 * Elections of delegates, and recalls. The rules are in src/domain/elections.ts; the seats are in src/store/delegates.
 *
 * States of a poll: open -> closed, an election perhaps through a second round. While it is open each answer is a ballot,
 * kept under an HMAC of its person with a key that only this round has. The end of a round counts the ballots of those who
 * count in the cell at that moment, and removes ballots, key, and every button that names the poll: from then on nothing
 * leads from an answer to a person (secret-ballots.ts).
 *
 * Locks on PostgreSQL: the poll first, then its ballots.
 */
import { repository } from "../repository.ts";
import { own, turnout, vote } from "./ballots.ts";
import { cancelPolls, clearPoll } from "./closing.ts";
import { end } from "./ending.ts";
import { candidates, findPoll, lastRecall, openPolls } from "./finding.ts";
import { ofPersons } from "./going.ts";
import { openElection, openRecall } from "./opening.ts";
import { proposals, stand, withdraw } from "./standing.ts";

/** Everything that is done with the polls of one federation, in one transaction. */
export const Polls = repository(
  {
    openElection,
    openRecall,
    get: findPoll,
    open: openPolls,
    lastRecall,
    candidates,
    stand,
    withdraw,
    proposals,
    vote,
    own,
    turnout,
    end,
    cancel: cancelPolls,
    clear: clearPoll,
  },
  ofPersons,
);
export type Polls = InstanceType<typeof Polls>;
