/**
 * People, their accounts, the cells that they are members of, and who vouches for whom: a repository of functions over rows
 * (src/store/repository.ts).
 */
import { repository } from "../repository.ts";
import {
  account,
  awaiting,
  called,
  byAccount,
  byUsername,
  findPerson,
  identities,
  identitiesOf,
  inCells,
  inReach,
  isInReach,
  isMember,
  memberCount,
  names,
  withVoice,
} from "./finding.ts";
import { ofPersons, removePeople, unite, unused } from "./going.ts";
import { countIn, joinCell, leaveCell, leftChat } from "./memberships.ts";
import { changeSettings, isLastSteward, setDirect, setSteward } from "./settings.ts";
import { recognise } from "./sightings.ts";
import { vouch } from "./vouches.ts";

/** Everything that is done with the people of one federation, in one transaction. */
export const People = repository(
  {
    get: findPerson,
    withVoice,
    byAccount,
    account,
    byUsername,
    isInReach,
    inCells,
    inReach,
    identities,
    identitiesOf,
    called,
    names,
    isMember,
    memberCount,
    awaiting,
    recognise,
    join: joinCell,
    countIn,
    leave: leaveCell,
    leftChat,
    setDirect,
    update: changeSettings,
    setSteward,
    isLastSteward,
    vouch,
    unite,
    remove: removePeople,
    unused,
  },
  ofPersons,
);
export type People = InstanceType<typeof People>;
