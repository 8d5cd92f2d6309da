/**
 * Whose doing something is. What a platform's library does by itself (timers, sockets, promises that nobody awaits) comes
 * out of a call that was made here, and the runtime remembers which: so what it throws where nobody catches it is known
 * to be that adapter's, and the other platforms need not suffer for it (src/operations/uncaught.ts).
 */
import { AsyncLocalStorage } from "node:async_hooks";
import type { Adapter } from "../chat/adapter.ts";

const doing = new AsyncLocalStorage<Adapter | undefined>();

/** Calls into an adapter. */
export const inside = <T>(adapter: Adapter, call: () => T): T => doing.run(adapter, call);

/** Calls from an adapter into the core: what follows is the core's. */
export const outside = <T>(call: () => T): T => doing.run(undefined, call);

/** The adapter whose doing the present code is; undefined where it is the core's. */
export const doer = (): Adapter | undefined => doing.getStore();
