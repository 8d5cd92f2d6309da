/** Small facts that outlive a restart: a platform's sync token, the hash of the commands registered there. */
import type { Database, Tx } from "./database.ts";
import type { Session } from "./session.ts";

export class Facts {
  readonly #session: Session;

  constructor(session: Session) {
    this.#session = session;
  }

  async get(key: string): Promise<string | undefined> {
    const row = await this.#session.tx.fact.findUnique({ where: { key } });
    return row === null ? undefined : this.#session.keyring.system.open(row.sealed, "Fact.sealed", key);
  }

  /** True the first time that it is asked with this key, and never again. */
  async once(key: string): Promise<boolean> {
    const { tx, keyring } = this.#session;
    const sealed = keyring.system.seal("", "Fact.sealed", key);
    const count = await tx.$executeRaw`
      INSERT INTO "Fact" ("key", "sealed") VALUES (${key}, ${sealed}) ON CONFLICT ("key") DO NOTHING`;
    return count === 1;
  }

  async set(key: string, value: string): Promise<void> {
    const sealed = this.#session.keyring.system.seal(value, "Fact.sealed", key);
    await this.#session.tx.fact.upsert({ where: { key }, create: { key, sealed }, update: { sealed } });
  }

  /** A chat (id of ours) is bound no more: what was noted of it is forgotten. */
  async forgetChat(chatId: string): Promise<void> {
    await this.#session.tx.fact.deleteMany({ where: { key: { endsWith: `:${chatId}` } } });
  }

  /** Forgets it; nothing happens if there is none. */
  async remove(key: string): Promise<void> {
    await this.#session.tx.fact.deleteMany({ where: { key } });
  }
}

/** The facts of one platform, each access in a transaction of its own. Those of two platforms do not meet. */
export function platformFacts(database: Database, platform: string, sessionIn: (tx: Tx) => Session) {
  const keyOf = (key: string): string => `${platform}:${key}`;
  const within = <T>(work: (facts: Facts) => Promise<T>): Promise<T> =>
    database.transaction((tx) => work(new Facts(sessionIn(tx))));
  return {
    get: (key: string): Promise<string | undefined> => within((facts) => facts.get(keyOf(key))),
    set: (key: string, value: string): Promise<void> => within((facts) => facts.set(keyOf(key), value)),
    remove: (key: string): Promise<void> => within((facts) => facts.remove(keyOf(key))),
  };
}
