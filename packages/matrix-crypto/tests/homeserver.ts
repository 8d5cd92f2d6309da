import type { Account } from "../src/index.ts";

/** What a device may ask of a homeserver. */
export interface Server {
  post(account: Account, path: string, body: string): Promise<string>;
  sync(account: Account): Promise<Sync>;
}

/** The part of a sync response that is about encryption. */
export interface Sync {
  toDevice: unknown[];
  changed: string[];
  keyCounts: Record<string, number>;
  unusedFallbackKeys: string[];
}

type Json = { [key: string]: Json };

/** The key endpoints of a homeserver, in memory. Strict where Synapse is: a one-time key id is never given to two keys. */
export class Homeserver implements Server {
  /** How often each path was asked for. */
  readonly calls = new Map<string, number>();
  /** To-device events wait here instead of being delivered, while it is set. */
  heldBack: (() => void)[] | undefined;
  readonly #devices = new Map<string, Map<string, Json>>();
  readonly #oneTimeKeys = new Map<string, Map<string, Json>>();
  readonly #seenKeyIds = new Map<string, string>();
  readonly #fallbackKeys = new Map<string, Json>();
  readonly #identities = new Map<string, Json>();
  readonly #inboxes = new Map<string, unknown[]>();
  #changed: string[] = [];

  async post(account: Account, path: string, body: string): Promise<string> {
    this.calls.set(path, (this.calls.get(path) ?? 0) + 1);
    return JSON.stringify(this.#answer(account, path, JSON.parse(body)));
  }

  async sync(account: Account): Promise<Sync> {
    const own = deviceOf(account);
    const toDevice = this.#inboxes.get(own) ?? [];
    this.#inboxes.delete(own);
    return {
      toDevice,
      changed: [...new Set(this.#changed)],
      keyCounts: this.#counts(own),
      unusedFallbackKeys: this.#fallbackKeys.has(own) ? ["signed_curve25519"] : [],
    };
  }

  #answer(account: Account, path: string, body: Json): unknown {
    if (path === "keys/upload") return this.#upload(account, body);
    if (path === "keys/query") return this.#query(account, body);
    if (path === "keys/claim") return this.#claim(body);
    if (path === "keys/device_signing/upload") return this.#uploadIdentity(account, body);
    if (path === "keys/signatures/upload") return this.#uploadSignatures(body);
    if (path.startsWith("sendToDevice/")) return this.#toDevice(account, path.slice("sendToDevice/".length), body);
    throw new Error(`unknown path ${path}`);
  }

  #upload(account: Account, { device_keys, one_time_keys, fallback_keys }: Json): unknown {
    const own = deviceOf(account);
    if (device_keys) {
      const before = this.#devices.get(account.userId)?.get(account.deviceId);
      if (before && JSON.stringify(before["keys"]) !== JSON.stringify(device_keys["keys"])) {
        throw new Error("a device has changed its identity");
      }
      put(this.#devices, account.userId, account.deviceId, device_keys);
      this.#changed.push(account.userId);
    }
    for (const [id, key] of Object.entries(one_time_keys ?? {})) {
      const text = JSON.stringify(key["key"]);
      const seen = this.#seenKeyIds.get(`${own} ${id}`);
      if (seen !== undefined && seen !== text) throw new Error(`one-time key ${id} already exists`);
      if (seen === undefined) put(this.#oneTimeKeys, own, id, key);
      this.#seenKeyIds.set(`${own} ${id}`, text);
    }
    if (fallback_keys && Object.keys(fallback_keys).length > 0) this.#fallbackKeys.set(own, fallback_keys);
    return { one_time_key_counts: this.#counts(own) };
  }

  #query(account: Account, body: Json): unknown {
    const users = Object.keys(body["device_keys"] ?? {});
    const keysOf = (kind: string): [string, Json][] =>
      users.flatMap((user): [string, Json][] => {
        const key = this.#identities.get(user)?.[kind];
        return key && (kind !== "user_signing_key" || user === account.userId) ? [[user, key]] : [];
      });
    return {
      device_keys: Object.fromEntries(users.map((user) => [user, Object.fromEntries(this.#devices.get(user) ?? [])])),
      master_keys: Object.fromEntries(keysOf("master_key")),
      self_signing_keys: Object.fromEntries(keysOf("self_signing_key")),
      user_signing_keys: Object.fromEntries(keysOf("user_signing_key")),
      failures: {},
    };
  }

  #claim(body: Json): unknown {
    const claimed: Record<string, Record<string, unknown>> = {};
    for (const [userId, devices] of Object.entries(body["one_time_keys"] ?? {})) {
      for (const deviceId of Object.keys(devices)) {
        const own = deviceOf({ userId, deviceId });
        const [first] = this.#oneTimeKeys.get(own) ?? [];
        if (first) this.#oneTimeKeys.get(own)?.delete(first[0]);
        const key = first ? Object.fromEntries([first]) : this.#fallbackKeys.get(own);
        if (key) (claimed[userId] ??= {})[deviceId] = key;
      }
    }
    return { one_time_keys: claimed, failures: {} };
  }

  #uploadIdentity({ userId }: Account, body: Json): unknown {
    if (this.#identities.has(userId)) throw new Error("replacing an identity needs authentication");
    this.#identities.set(userId, body);
    this.#changed.push(userId);
    return {};
  }

  #uploadSignatures(body: Json): unknown {
    for (const [userId, objects] of Object.entries(body)) {
      for (const [id, signed] of Object.entries(objects)) {
        const target = this.#devices.get(userId)?.get(id) ?? this.#identities.get(userId)?.["master_key"];
        if (!target) throw new Error(`signatures for ${id}, which is unknown`);
        for (const [signer, signatures] of Object.entries(signed["signatures"] ?? {})) {
          target["signatures"] = {
            ...target["signatures"],
            [signer]: { ...target["signatures"]?.[signer], ...signatures },
          };
        }
      }
      this.#changed.push(userId);
    }
    return { failures: {} };
  }

  #toDevice({ userId: sender }: Account, type: string, body: Json): unknown {
    for (const [userId, devices] of Object.entries(body["messages"] ?? {})) {
      for (const [deviceId, content] of Object.entries(devices)) {
        const own = deviceOf({ userId, deviceId });
        const deliver = (): void => {
          this.#inboxes.set(own, [...(this.#inboxes.get(own) ?? []), { type, sender, content }]);
        };
        if (this.heldBack) this.heldBack.push(deliver);
        else deliver();
      }
    }
    return {};
  }

  #counts(own: string): Record<string, number> {
    return { signed_curve25519: this.#oneTimeKeys.get(own)?.size ?? 0 };
  }
}

function deviceOf({ userId, deviceId }: Account): string {
  return `${userId} ${deviceId}`;
}

function put<V>(map: Map<string, Map<string, V>>, outer: string, inner: string, value: V): void {
  const values = map.get(outer) ?? new Map<string, V>();
  map.set(outer, values.set(inner, value));
}
