/** Emulated platforms on a virtual clock, which count exactly as the real ones document it, and a database that tells when it is quiet. */
import type { Adapter, AdapterHost, AdapterStatus, Capabilities, Outgoing, Sent } from "../src/chat/adapter.ts";
import { SendError } from "../src/chat/adapter.ts";
import type { ManualClock } from "../src/core/clock.ts";
import type { Database } from "../src/store/database.ts";

/** What a platform documents; `may` counts a message or says how long to wait, in milliseconds. */
export interface Limits {
  may(chat: string, group: boolean, now: number): number;
  /** How many messages to different chats it would have taken in so many milliseconds. */
  allowed(ms: number): number;
}

/** At most `most` in any stretch of `span` milliseconds. */
class Sliding {
  readonly #most: number;
  readonly #span: number;
  #sent: number[] = [];

  constructor(most: number, span: number) {
    this.#most = most;
    this.#span = span;
  }

  wait(now: number): number {
    this.#sent = this.#sent.filter((at) => at > now - this.#span);
    const oldest = this.#sent[this.#sent.length - this.#most];
    return oldest === undefined ? 0 : oldest + this.#span - now;
  }

  count(now: number): void {
    this.#sent.push(now);
  }
}

/** Windows over all, for each chat, and for each group. */
export function windows(perSecond: number, chat: readonly [number, number], group?: readonly [number, number]): Limits {
  const overall = new Sliding(perSecond, 1000);
  const lanes = new Map<string, Sliding[]>();
  return {
    may(id, isGroup, now) {
      const lane = lanes.get(id) ?? [
        new Sliding(...chat),
        ...(isGroup && group !== undefined ? [new Sliding(...group)] : []),
      ];
      lanes.set(id, lane);
      const all = [overall, ...lane];
      const wait = Math.max(...all.map((one) => one.wait(now)));
      if (wait <= 0) for (const one of all) one.count(now);
      return wait;
    },
    allowed: (ms) => (perSecond * ms) / 1000,
  };
}

/** Synapse's `rc_message`: a bucket of `burst`, emptied at `perSecond`. */
export function leaky(perSecond: number, burst: number, from: number): Limits {
  let level = 0;
  let at = from;
  return {
    may(_chat, _group, now) {
      level = Math.max(0, level - ((now - at) / 1000) * perSecond);
      at = now;
      if (level + 1 > burst + 1e-9) return ((level + 1 - burst) / perSecond) * 1000;
      level += 1;
      return 0;
    },
    allowed: (ms) => burst + (perSecond * ms) / 1000,
  };
}

export class Emulated implements Adapter {
  readonly capabilities: Capabilities;
  readonly account: string;
  readonly #limits: Limits;
  readonly #clock: ManualClock;
  /** When each message arrived, by its id. */
  readonly arrived = new Map<string, number>();
  /** What arrived, in order. */
  readonly log: { readonly at: number; readonly outgoing: Outgoing }[] = [];
  refusals = 0;

  constructor(capabilities: Capabilities, limits: Limits, clock: ManualClock) {
    this.capabilities = capabilities;
    this.account = `bench-${capabilities.platform}`;
    this.#limits = limits;
    this.#clock = clock;
  }

  start(_host?: AdapterHost): Promise<void> {
    return Promise.resolve();
  }

  /** Counted when it arrives; the answer takes 80 ms to come back. */
  send(outgoing: Outgoing): Promise<Sent> {
    const direct = outgoing.type === "direct";
    const chat = direct ? outgoing.to : outgoing.chat.id;
    const wait = this.#limits.may(chat, !direct, this.#clock.now());
    if (wait > 0) this.refusals++;
    else {
      this.arrived.set(outgoing.id, this.#clock.now());
      this.log.push({ at: this.#clock.now(), outgoing });
    }
    return new Promise((resolve, reject) => {
      this.#clock.after(80, () => {
        if (wait > 0) reject(new SendError("limited", { retryAfterMs: wait }));
        else resolve({ messageId: outgoing.id, ...(direct ? { direct: `direct:${outgoing.to}` } : {}) });
      });
    });
  }

  isAdministrator(): Promise<boolean> {
    return Promise.resolve(true);
  }

  status(): AdapterStatus {
    return { state: "up" };
  }

  stop(): Promise<void> {
    return Promise.resolve();
  }
}

/** Tells when nothing happens any more that does not wait for the clock. */
export class Quiet {
  #open = 0;

  watch(database: Database): Database {
    const counted = async <T>(work: () => Promise<T>): Promise<T> => {
      this.#open++;
      try {
        return await work();
      } finally {
        this.#open--;
      }
    };
    return {
      provider: database.provider,
      isWhole: database.isWhole.bind(database),
      transaction: (work) => counted(() => database.transaction(work)),
      read: (work) => counted(() => database.read(work)),
      listen: (signal, listener, far) => {
        database.listen(signal, listener, far);
      },
      passOn: (signal, hints) => {
        database.passOn(signal, hints);
      },
      share: (tell) => database.share(tell),
      backup: (file) => database.backup(file),
      checkpoint: () => database.checkpoint(),
      sweep: () => database.sweep(),
      probe: () => database.probe(),
      close: () => database.close(),
    };
  }

  async reached(): Promise<void> {
    for (let still = 0; still < 3;) {
      await new Promise((resolve) => setImmediate(resolve));
      still = this.#open === 0 ? still + 1 : 0;
    }
  }
}
