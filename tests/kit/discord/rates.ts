/** Rate limits as Discord announces them: buckets per route and major id, and 50 requests a second over all. */

interface Bucket {
  readonly id: string;
  readonly limit: number;
  readonly perMs: number;
  used: number;
  resetAt: number;
}

export interface RateAnswer {
  readonly headers: Record<string, string>;
  /** Seconds to wait, where the request is refused. */
  readonly retryAfter: number | undefined;
  readonly global: boolean;
}

/** Limits by route; what is not named has fifty a second. */
const limits: readonly { readonly route: RegExp; readonly limit: number; readonly perMs: number }[] = [
  { route: /^POST \/channels\/:id\/messages$/, limit: 5, perMs: 5_000 },
  { route: /^PATCH \/channels\/:id\/messages\/:id$/, limit: 5, perMs: 5_000 },
  { route: /^DELETE \/channels\/:id\/messages\/:id$/, limit: 5, perMs: 1_000 },
  { route: /^[A-Z]+ \/webhooks\//, limit: 5, perMs: 2_000 },
];

const perSecond = 50;

export class Rates {
  readonly #buckets = new Map<string, Bucket>();
  #second: number[] = [];

  /** Counts a request at `now`. `exempt`: callbacks and webhooks do not count against the global limit. */
  take(method: string, path: string, now: number, exempt: boolean): RateAnswer {
    const route = `${method} ${path.replaceAll(/\d{17,20}/g, ":id").replace(/^(\/webhooks\/:id\/)[^/]+/, "$1:token")}`;
    const major = /^\/(?:channels|guilds|webhooks)\/(\d+(?:\/[^/]+)?)/.exec(path)?.[1] ?? "";
    const key = `${route} ${path.startsWith("/webhooks") ? major : (major.split("/")[0] ?? "")}`;
    const found = limits.find((one) => one.route.test(route)) ?? { limit: perSecond, perMs: 1_000 };
    const bucket = this.#buckets.get(key) ?? {
      id: hash(route),
      limit: found.limit,
      perMs: found.perMs,
      used: 0,
      resetAt: 0,
    };
    this.#buckets.set(key, bucket);
    if (bucket.resetAt <= now) {
      bucket.used = 0;
      bucket.resetAt = now + bucket.perMs;
    }
    this.#second = this.#second.filter((at) => at > now - 1_000);
    const global = !exempt && this.#second.length >= perSecond;
    const local = bucket.used >= bucket.limit;
    const headers: Record<string, string> = {
      "X-RateLimit-Limit": String(bucket.limit),
      "X-RateLimit-Remaining": String(Math.max(0, bucket.limit - bucket.used - 1)),
      "X-RateLimit-Reset": (bucket.resetAt / 1_000).toFixed(3),
      "X-RateLimit-Reset-After": ((bucket.resetAt - now) / 1_000).toFixed(3),
      "X-RateLimit-Bucket": bucket.id,
    };
    if (!global && !local) {
      bucket.used++;
      if (!exempt) this.#second.push(now);
      return { headers, retryAfter: undefined, global: false };
    }
    const retryAfter = global ? ((this.#second[0] ?? now) + 1_000 - now) / 1_000 : (bucket.resetAt - now) / 1_000;
    return {
      headers: {
        ...(global ? { "X-RateLimit-Global": "true" } : headers),
        "X-RateLimit-Scope": global ? "global" : "user",
        // Whole seconds in the header, exact ones in the body, as Discord does.
        "Retry-After": String(Math.max(1, Math.ceil(retryAfter))),
      },
      retryAfter,
      global,
    };
  }
}

const hash = (route: string): string => Buffer.from(route).toString("hex").slice(0, 32);
