/**
 * The one list of repositories: a new one is one line here, and every handler has it in its context by that name.
 * Nothing else names them all.
 */
import { Actions } from "./actions.ts";
import { Assemblies } from "./assemblies.ts";
import { Broadcasts } from "./broadcasts.ts";
import { Cards } from "./cards.ts";
import { Cells } from "./cells.ts";
import { CheckIns } from "./checkins.ts";
import { Circles } from "./circles.ts";
import { Codes } from "./codes.ts";
import { Councils } from "./councils.ts";
import { Delegates } from "./delegates.ts";
import { Drives } from "./drives.ts";
import { Federations, type FederationRecord } from "./federations.ts";
import { Gatherings } from "./gatherings.ts";
import { Jobs } from "./jobs.ts";
import { Ledger } from "./ledger.ts";
import { Links } from "./links.ts";
import { People } from "./people.ts";
import { Phases } from "./phases.ts";
import { Polls } from "./polls.ts";
import { Roles } from "./roles/roles.ts";
import type { Session } from "./session.ts";
import { Votes } from "./votes.ts";

type Make<Repository> = (session: Session, federation: FederationRecord | undefined) => Repository;

/** Of a repository whose rows all belong to one federation: it throws where there is none. */
const inside =
  <Repository>(Kind: new (session: Session, federation: FederationRecord) => Repository): Make<Repository> =>
  (session, federation) => {
    if (federation === undefined) throw new Error("a repository was used where there is no federation");
    return new Kind(session, federation);
  };

const repositories = {
  actions: inside(Actions),
  assemblies: inside(Assemblies),
  broadcasts: (session: Session, federation: FederationRecord | undefined) => new Broadcasts(session, federation?.id),
  cards: (session: Session) => new Cards(session),
  cells: inside(Cells),
  checkins: inside(CheckIns),
  circles: inside(Circles),
  codes: inside(Codes),
  councils: inside(Councils),
  delegates: inside(Delegates),
  drives: inside(Drives),
  federations: (session: Session) => new Federations(session),
  gatherings: inside(Gatherings),
  jobs: (session: Session, federation: FederationRecord | undefined) => new Jobs(session, federation?.id),
  ledger: inside(Ledger),
  links: inside(Links),
  people: inside(People),
  phases: inside(Phases),
  polls: inside(Polls),
  roles: inside(Roles),
  votes: inside(Votes),
};

type Known = typeof repositories;

/** Every repository under its name, in one transaction and one federation. Made when first used. */
export type Repositories = { readonly [Name in keyof Known]: ReturnType<Known[Name]> };

/**
 * Gives an object the repositories as properties, each made when it is first used: a pledge needs two of them. Using one
 * that belongs to a federation throws where there is none.
 */
export function withRepositories<Fields extends object>(
  fields: Fields,
  session: Session,
  federation: FederationRecord | undefined,
): Fields & Repositories {
  for (const [name, make] of Object.entries<Make<object>>(repositories)) {
    const get = (): object => {
      const value = make(session, federation);
      Object.defineProperty(fields, name, { value });
      return value;
    };
    Object.defineProperty(fields, name, { get, configurable: true, enumerable: true });
  }
  return fields as Fields & Repositories;
}
