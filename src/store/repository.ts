/**
 * A repository that is a folder: functions over rows, a file for each thing that they are about, and this is what they share.
 * Each is given the `Store` first; `repository` makes of them the one object that a context has.
 */
import { Cards } from "./cards.ts";
import type { FederationRecord } from "./federations.ts";
import { Jobs } from "./jobs.ts";
import type { Nothing, OfPersons } from "./of-persons.ts";
import type { Session } from "./session.ts";

/** One federation in one transaction, and what every change there may plan or show again. */
export class Store {
  readonly session: Session;
  readonly federation: FederationRecord;
  readonly jobs: Jobs;
  readonly cards: Cards;

  constructor(session: Session, federation: FederationRecord) {
    this.session = session;
    this.federation = federation;
    this.jobs = new Jobs(session, federation.id);
    this.cards = new Cards(session);
  }
}

type OverRows = (store: Store, ...rest: never[]) => unknown;

/** The same function once it has its store. */
type Given<Over> = Over extends (store: Store, ...rest: infer Rest) => infer Result ? (...rest: Rest) => Result : never;

type Repository<Functions, Answers> = { readonly [Name in keyof Functions]: Given<Functions[Name]> } & {
  readonly ofPersons: Answers;
};

/** A class whose methods are these functions. `ofPersons`: what becomes of the people in it (of-persons.ts). */
export function repository<Functions extends Readonly<Record<string, OverRows>>, Answers extends OfPersons | Nothing>(
  functions: Functions,
  ofPersons: (store: Store) => Answers,
): new (session: Session, federation: FederationRecord) => Repository<Functions, Answers> {
  class Made {
    static {
      for (const [name, overRows] of Object.entries(functions)) {
        const value = function (this: Made, ...rest: never[]): unknown {
          return overRows(this.#store, ...rest);
        };
        Object.defineProperty(this.prototype, name, { value, writable: true, configurable: true });
      }
    }

    readonly #store: Store;

    constructor(session: Session, federation: FederationRecord) {
      this.#store = new Store(session, federation);
    }

    get ofPersons(): Answers {
      return ofPersons(this.#store);
    }
  }
  return Made as unknown as new (session: Session, federation: FederationRecord) => Repository<Functions, Answers>; // an edge: made above
}
