/** Which events and rooms are the bot's own making, as far as this process has seen; the server is asked about the rest. */

/** How many events are remembered. */
const most = 10_000;

export class OwnEvents {
  readonly #events = new Map<string, boolean>();
  readonly #rooms = new Set<string>();

  add(id: string): void {
    this.learn(id, true);
  }

  learn(id: string, own: boolean): void {
    this.#events.set(id, own);
    const [oldest] = this.#events.keys();
    if (this.#events.size > most && oldest !== undefined) this.#events.delete(oldest);
  }

  /** `undefined`: not known. */
  knows(id: string): boolean | undefined {
    return this.#events.get(id);
  }

  /** A room in which another one goes on: the core needs no telling that the bot is there. */
  addRoom(id: string): void {
    this.#rooms.add(id);
  }

  hasRoom(id: string): boolean {
    return this.#rooms.has(id);
  }
}
