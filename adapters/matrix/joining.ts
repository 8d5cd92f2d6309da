/**
 * Rooms that the bot is to enter: it was invited, or a room goes on in another one.
 *
 * A joining is waiting -> entered (and gone from the list), or given up. The list is in the database before the sync
 * token that brought the invitation: a homeserver tells of it only once. A room that an old one goes on in may be closed
 * to the bot until somebody invites it: then the joining is `refused` and rests until that invitation comes.
 */
import type { AdapterLog } from "../../src/chat/adapter.ts";
import type { AccountFacts, Joining } from "./account.ts";
import { HomeserverError, type Homeserver } from "./homeserver.ts";

export interface JoiningParts {
  readonly homeserver: Homeserver;
  readonly facts: AccountFacts;
  readonly log: AdapterLog;
  readonly now: () => number;
  /** What is to be done in a room that was entered. If it fails, all of it is tried again. */
  readonly entered: (joining: Joining) => Promise<void>;
}

/** How long a room that cannot be entered yet is remembered, in milliseconds: 30 days. */
const patience = 30 * 24 * 60 * 60 * 1000;
const firstPause = 1_000;
const longestPause = 5 * 60 * 1_000;

export class JoinQueue {
  readonly #parts: JoiningParts;
  #queue: Joining[] = [];
  readonly #tries = new Map<string, { readonly count: number; readonly at: number }>();
  #stopped = false;
  #wake: (() => void) | undefined;
  #working: Promise<void> | undefined;

  constructor(parts: JoiningParts) {
    this.#parts = parts;
  }

  /** Goes on with what was waiting when the process ended. */
  async start(): Promise<void> {
    const oldest = this.#parts.now() - patience;
    this.#queue = (await this.#parts.facts.joins()).filter(({ since }) => since > oldest);
    this.#working = this.#work();
  }

  async stop(): Promise<void> {
    this.#stopped = true;
    this.#wake?.();
    await this.#working;
  }

  /** Whether a room is awaited because another one goes on there. */
  follows(room: string): boolean {
    return this.#queue.some((one) => one.room === room && one.movedFrom !== undefined);
  }

  /** Resolves when it is noted; the room is entered later. */
  async add(joining: Joining): Promise<void> {
    const known = this.#queue.find(({ room }) => room === joining.room);
    // An invitation to a room that was closed opens it; where it came from stays known.
    const { refused: _, ...again } = { ...known, ...joining };
    await this.#keep([...this.#queue.filter(({ room }) => room !== joining.room), again]);
    this.#tries.delete(joining.room);
    this.#wake?.();
  }

  async #keep(queue: Joining[]): Promise<void> {
    this.#queue = queue;
    await this.#parts.facts.setJoins(queue);
  }

  async #work(): Promise<void> {
    while (!this.#stopped) {
      const now = this.#parts.now();
      const open = this.#queue.filter(({ refused }) => refused !== true);
      const due = open.find(({ room }) => (this.#tries.get(room)?.at ?? 0) <= now);
      if (due !== undefined) {
        await this.#enter(due);
        continue;
      }
      const next = Math.min(...open.map(({ room }) => this.#tries.get(room)?.at ?? now));
      await this.#sleep(open.length === 0 ? undefined : next - now);
    }
  }

  #sleep(ms: number | undefined): Promise<void> {
    return new Promise((resolve) => {
      const timer = ms === undefined ? undefined : setTimeout(resolve, ms);
      this.#wake = () => {
        clearTimeout(timer);
        resolve();
      };
    });
  }

  async #enter(joining: Joining): Promise<void> {
    const { room } = joining;
    try {
      const entered = await this.#tryToEnter(joining);
      const awaited = !entered && joining.movedFrom !== undefined;
      await this.#drop(joining, awaited ? { ...joining, refused: true } : undefined);
    } catch (error) {
      const count = (this.#tries.get(room)?.count ?? 0) + 1;
      const pause = Math.min(longestPause, firstPause * 2 ** (count - 1));
      const waitMs = error instanceof HomeserverError ? (error.retryAfterMs ?? pause) : pause;
      this.#tries.set(room, { count, at: this.#parts.now() + waitMs });
      this.#parts.log.info({ platform: "matrix", tries: count, waitMs }, "entering a room is tried again");
    }
  }

  /** @returns false if the server will not let the bot in; throws what may pass */
  async #tryToEnter(joining: Joining): Promise<boolean> {
    const { homeserver, log, entered } = this.#parts;
    const { room, via, movedFrom } = joining;
    try {
      await homeserver.request("POST", `/_matrix/client/v3/join/${encodeURIComponent(room)}`, {
        query: { via, server_name: via },
        body: {},
        timeoutMs: 120_000,
      });
    } catch (error) {
      if (!(error instanceof HomeserverError) || error.passes || error.status === 401) throw error;
      const moved = movedFrom !== undefined;
      log.warn({ platform: "matrix", error: error.errcode, moved }, "a room could not be entered");
      return false;
    }
    await entered(joining);
    return true;
  }

  async #drop(joining: Joining, instead?: Joining): Promise<void> {
    const rest = this.#queue.filter((one) => one !== joining);
    await this.#keep(instead === undefined ? rest : [...rest, instead]);
  }
}
