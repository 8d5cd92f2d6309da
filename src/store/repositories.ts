/**
 * The one list of repositories: a new one is one line here, and every handler has it in its context by that name.
 * Nothing else names them all. Each says what becomes of the people in it (src/store/of-persons.ts), and is walked for it.
 */
import { ActionTemplates } from "./action-templates.ts";
import { Actions } from "./actions.ts";
import { Addresses } from "./addresses.ts";
import { Alerts } from "./alerts.ts";
import { AskedCare } from "./asked-care.ts";
import { Assemblies } from "./assemblies/assemblies.ts";
import { Broadcasts } from "./broadcasts.ts";
import { buttonsOfPersons } from "./buttons.ts";
import { Calendars } from "./calendars.ts";
import { Cards } from "./cards.ts";
import { Cells } from "./cells.ts";
import { Charters } from "./charters.ts";
import { CheckIns } from "./checkins.ts";
import { Circles } from "./circles.ts";
import { Codes } from "./codes.ts";
import { ComingAndGoing } from "./coming-and-going.ts";
import { Councils } from "./councils.ts";
import { Dates } from "./dates.ts";
import { Decisions } from "./decisions.ts";
import { Delegates } from "./delegates/delegates.ts";
import { Drives } from "./drives/drives.ts";
import { Federations, type FederationRecord } from "./federations.ts";
import { Funds } from "./funds/funds.ts";
import { Gatherings } from "./gatherings.ts";
import { HelpCards } from "./help-cards.ts";
import { Jobs } from "./jobs.ts";
import { KeptWords } from "./kept.ts";
import { Ledger } from "./ledger.ts";
import { Links } from "./links.ts";
import type { Nothing, OfPersons } from "./of-persons.ts";
import { outboxOfPersons } from "./outbox.ts";
import { People } from "./people/people.ts";
import { Phases } from "./phases.ts";
import { Polls } from "./polls/polls.ts";
import { Roles } from "./roles/roles.ts";
import type { Session } from "./session.ts";
import { startedOfPersons } from "./started.ts";
import { Votes } from "./votes.ts";
import { Waves } from "./waves.ts";

interface Answers {
  readonly ofPersons: OfPersons | Nothing;
}

type Make<Repository> = (session: Session, federation: FederationRecord | undefined) => Repository;

/** Of a repository whose rows all belong to one federation: it throws where there is none. */
const inside =
  <Repository>(Kind: new (session: Session, federation: FederationRecord) => Repository): Make<Repository> =>
  (session, federation) => {
    if (federation === undefined) throw new Error("a repository was used where there is no federation");
    return new Kind(session, federation);
  };

/** Everything that holds something of persons, in the order in which it is walked. */
export function holdersOfPersons(session: Session, federation: FederationRecord): readonly OfPersons[] {
  const known: readonly Answers[] = Object.values<Make<Answers>>(repositories).map((make) => make(session, federation));
  const answers = known.map(({ ofPersons }) => ofPersons);
  return [...answers.filter((one) => "tables" in one), ...behind(session, federation)];
}

class Walk extends ComingAndGoing {
  constructor(session: Session, federation: FederationRecord) {
    super(session, federation, () => holdersOfPersons(session, federation));
  }
}

/** What no handler needs to name holds something of persons too. */
const behind = (session: Session, federation: FederationRecord): readonly OfPersons[] => [
  buttonsOfPersons(session, federation),
  outboxOfPersons(session),
  startedOfPersons,
];

/**
 * The order is that in which they are walked. What hangs on a seat goes to its new holder, or goes, before the seat does:
 * votes, objections and attendance stand before the delegates. A recall ends with the seat that it is about: polls stand after them.
 */
const repositories = {
  actions: inside(Actions),
  actionTemplates: inside(ActionTemplates),
  addresses: inside(Addresses),
  askedCare: inside(AskedCare),
  assemblies: inside(Assemblies),
  broadcasts: (session: Session, federation: FederationRecord | undefined) => new Broadcasts(session, federation?.id),
  calendars: inside(Calendars),
  cards: (session: Session) => new Cards(session),
  cells: inside(Cells),
  charters: inside(Charters),
  checkins: inside(CheckIns),
  circles: inside(Circles),
  codes: inside(Codes),
  comingAndGoing: inside(Walk),
  councils: inside(Councils),
  votes: inside(Votes),
  dates: inside(Dates),
  decisions: inside(Decisions),
  delegates: inside(Delegates),
  drives: inside(Drives),
  federations: (session: Session) => new Federations(session),
  funds: inside(Funds),
  gatherings: inside(Gatherings),
  alerts: inside(Alerts),
  helpCards: inside(HelpCards),
  jobs: (session: Session, federation: FederationRecord | undefined) => new Jobs(session, federation?.id),
  keptWords: inside(KeptWords),
  ledger: inside(Ledger),
  links: inside(
    class extends Links {
      constructor(session: Session, federation: FederationRecord) {
        super(session, federation, new Walk(session, federation));
      }
    },
  ),
  people: inside(People),
  phases: inside(Phases),
  polls: inside(Polls),
  roles: inside(Roles),
  waves: inside(Waves),
} satisfies Readonly<Record<string, Make<Answers>>>;

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
