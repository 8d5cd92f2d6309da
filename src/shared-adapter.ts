/**
 * An account that several processes could connect: the one whose turn it is does (src/store/leases.ts).
 *
 * States: waiting (another process has it, or nobody yet) -> connected -> waiting. Each connection is an adapter of its own,
 * since one that was stopped does not begin again.
 */
import { setTimeout } from "node:timers/promises";
import type { Adapter, AdapterHost, AdapterStatus } from "./chat/adapter.ts";
import type { Leases } from "./store/leases.ts";

/** How long an earlier connection is waited for before the next one begins. Milliseconds. */
const endsWithin = 5_000;

/** The adapter of such an account; to the rest it is one as any other, which may be started again after it was stopped. */
export interface SharedAdapter extends Adapter {
  /** HMAC of what names the account before it has connected. */
  readonly leaseKey: string;
  /** The account's id, as another process has learned it. */
  learned(account: string): void;
}

export interface Connects {
  readonly leaseKey: string;
  readonly leases: Leases;
  /** An adapter that has not begun. */
  readonly make: () => Promise<Adapter>;
}

export async function shareAdapter({ leaseKey, leases, make }: Connects): Promise<SharedAdapter> {
  /** The one that is connected, or the next one. */
  let current = await make();
  let used = false;
  let account = "";
  let ending: Promise<unknown> = Promise.resolve();
  /** Counts the stops: what was begun before one does not go on after it. */
  let stops = 0;
  const own = {
    leaseKey,
    get account() {
      return current.account === "" ? account : current.account;
    },
    learned(id: string): void {
      account = id;
    },
    async start(host: AdapterHost): Promise<void> {
      const since = stops;
      await Promise.race([ending, setTimeout(endsWithin, undefined, { ref: false })]);
      const next = used ? await make() : current;
      if (stops !== since) return;
      current = next;
      used = true;
      await current.start(host);
    },
    async stop(): Promise<void> {
      account = own.account;
      stops++;
      if (!used) return;
      ending = current.stop().catch(() => undefined); // it has said what is wrong; nothing waits for it any more
      await ending;
    },
    status(): AdapterStatus {
      if (leases.holds(leaseKey) && used) return current.status();
      const holder = leases.holder(leaseKey);
      if (holder !== undefined) return { state: "elsewhere", detail: `connected by ${holder}` };
      return used ? current.status() : { state: "starting" };
    },
  };
  // What only some platforms have (`address`, `beginAnew`, the keys of Matrix) is that of the one that is connected.
  return new Proxy(own, {
    has: (target, key) => key in target || key in current,
    get: (target, key) => {
      if (key in target) return Reflect.get(target, key) as unknown;
      const found = Reflect.get(current, key) as unknown;
      return typeof found === "function" ? (found.bind(current) as unknown) : found;
    },
  }) as unknown as SharedAdapter; // what is not its own is that of an adapter
}
