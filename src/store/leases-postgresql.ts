/**
 * The leases of accounts on PostgreSQL (leases.ts), and how the processes on one database wake each other.
 *
 * A lease is a row: its holder, an epoch that is raised whenever it changes hands, and until when it is held, by the clock
 * of the database. It is held for six seconds and renewed every two. The holder counts them by its own clock, from before it
 * has sent the renewal that succeeded, and stops two seconds earlier. Every write to a platform is claimed right before it:
 * the database says whether holder and epoch still stand. So one that was paused, or cut off, begins to send nothing
 * when it wakes; what it had begun may still go out.
 *
 * States of an account here: another's, or nobody's -> ours (`gained`) -> overdue (not renewed in time: nothing is claimed)
 * -> ours, or lost. While no other process is known an overdue one keeps its connection: nobody else could answer, and
 * the emergency card is answered without the database. Where others are, one of them takes over.
 *
 * A lock of the session would not do: a paused process keeps its session, and with it the lock.
 *
 * What a commit tells (database.ts) is passed on by NOTIFY, as ids and moments, after the commit and only where there are
 * others. What one that died had not passed on is found by the others when they miss it: they look at everything then.
 */
import { randomBytes } from "node:crypto";
import { hostname } from "node:os";
import { PrismaPg } from "@prisma/adapter-pg";
import type { Database } from "./database.ts";
import type { Claim, Contender, Leases } from "./leases.ts";

/** How long a lease is held, how often it is renewed, how much earlier its holder stops. Milliseconds. */
const heldFor = 6_000;
const renewedEvery = 2_000;
const stopsEarlier = 2_000;
/** How long one statement may take, and the pause before a connection is made anew. Milliseconds. */
const patience = 1_500;
const lookAgain = 300;
/** An answer to a claim that took longer is asked for once more. Milliseconds. */
const claimAge = 1_000;
/** How long what is to be passed on is gathered. Milliseconds. */
const gather = 10;
/** NOTIFY takes 8,000 bytes; with more to tell the others look at everything. */
const mostBytes = 7_000;

/** The database's clock as it is kept: without a zone, in UTC; not for people: SQL. */
const now = "(clock_timestamp() AT TIME ZONE 'UTC')";
/** Until when what is renewed now is held; not for people: SQL. */
const until = `${now} + interval '${String(heldFor)} milliseconds'`;

/** $1 id, $2 name of the process, $3 keys, $4 accounts, $5 platforms of what it contends for: one statement for all of it. */
const renewal = `
  WITH here AS (
    INSERT INTO "Process" ("id", "name", "until") VALUES ($1, $2, ${until})
    ON CONFLICT ("id") DO UPDATE SET "until" = excluded."until"
  ), gone AS (
    DELETE FROM "Process" WHERE "until" < ${now} - interval '1 minute' AND "id" <> $1
  ), mine AS (
    INSERT INTO "Lease" AS l ("key", "account", "platform", "holder", "epoch", "until")
    SELECT "key", "account", "platform", $1, 1, ${until}
    FROM unnest($3::text[], $4::text[], $5::text[]) AS own ("key", "account", "platform") ORDER BY "key"
    ON CONFLICT ("key") DO UPDATE SET "holder" = excluded."holder", "until" = excluded."until",
      "account" = CASE WHEN excluded."account" = '' THEN l."account" ELSE excluded."account" END,
      "epoch" = l."epoch" + CASE WHEN l."holder" = excluded."holder" THEN 0 ELSE 1 END
    WHERE l."holder" = excluded."holder" OR l."until" < ${now}
    RETURNING "key", "epoch", "account"
  )
  SELECT
    (SELECT coalesce(json_agg(mine), '[]') FROM mine) AS "mine",
    (SELECT coalesce(json_agg(p."id"), '[]') FROM "Process" p WHERE p."id" <> $1 AND p."until" > ${now}) AS "others",
    (SELECT coalesce(json_agg("platform" || ' ' || "account"), '[]') FROM "Lease" WHERE "account" <> '') AS "known",
    (SELECT coalesce(json_agg(json_build_object('key', l."key", 'account', l."account", 'name', p."name",
        'left', extract(epoch FROM l."until" - ${now}) * 1000)), '[]')
      FROM "Lease" l LEFT JOIN "Process" p ON p."id" = l."holder"
      WHERE l."key" = ANY($3::text[]) AND l."holder" <> $1 AND l."until" > ${now}) AS "theirs"`;

/** $1 id of the process, $2 keys, $3 rows. */
const claiming = `
  SELECT (SELECT coalesce(json_object_agg("key", "epoch"), '{}') FROM "Lease"
      WHERE "holder" = $1 AND "until" > ${now} AND "key" = ANY($2::text[])) AS "held",
    (SELECT coalesce(json_agg("id"), '[]') FROM "Outbox" WHERE "id" = ANY($3::text[]) AND "state" = 'waiting') AS "waiting"`;

interface Renewed {
  readonly mine: readonly { readonly key: string; readonly epoch: number; readonly account: string }[];
  readonly others: readonly string[];
  readonly known: readonly string[];
  readonly theirs: readonly {
    readonly key: string;
    readonly account: string;
    readonly name: string | null;
    readonly left: number;
  }[];
}

interface Account {
  readonly contender: Contender;
  /** Ours in this epoch. */
  epoch: number | undefined;
  /** Who else holds it, by name. */
  holder: string | undefined;
  /** What was begun last because of it: one after the other. */
  moving: Promise<void>;
}

interface Asked {
  readonly key: string;
  readonly row: string | undefined;
  readonly answer: (claim: Claim) => void;
}

/** What another process passes on. Without a signal, or without hints: everything is to be looked at. */
interface Passed {
  readonly from: string;
  readonly signal?: string;
  readonly hints?: readonly string[];
}

/** What is used here of a client of `pg`. */
interface Client {
  query<Row>(sql: string, values?: readonly unknown[]): Promise<{ readonly rows: readonly Row[] }>;
  on(event: "error", hear: (error: Error) => void): unknown;
  on(event: "notification", hear: (message: { readonly payload?: string | undefined }) => void): unknown;
  release(destroy: boolean): void;
}

export interface LeaseParts {
  readonly url: string;
  readonly database: Database;
  /** Something went wrong that mends itself; its message has no secrets. */
  readonly problem: (error: unknown, what: string) => void;
}

/** Milliseconds that never go back; they go on while the process is paused, and while the machine sleeps. */
function monotonic(): () => number {
  const [began, wall] = [performance.now(), Date.now()];
  let ahead = 0;
  return () => {
    const passed = performance.now() - began;
    // The runtime's clock stands still while a machine sleeps, the wall's does not. Where that was set, a lease counts as over.
    ahead = Math.max(ahead, Date.now() - wall - passed);
    return passed + ahead;
  };
}

export class PostgresqlLeases implements Leases {
  readonly name = `${hostname()}/${String(process.pid)}`;
  readonly #id = randomBytes(8).toString("hex");
  readonly #parts: LeaseParts;
  readonly #clock = monotonic();
  readonly #accounts = new Map<string, Account>();
  #others = new Set<string>();
  /** Platforms and accounts. */
  readonly #known = new Set<string>();
  /** Until then the last renewal is sure to hold, by our clock. */
  #sureUntil = Number.NEGATIVE_INFINITY;
  #connection: { readonly client: Client; readonly channel: string; readonly close: () => Promise<void> } | undefined;
  #connecting: Promise<void> | undefined;
  #claims: ReturnType<typeof poolOf> | undefined;
  /** That it cannot renew is said once. */
  #warned = false;
  #asked: Asked[] = [];
  #timer: NodeJS.Timeout | undefined;
  #overdue: NodeJS.Timeout | undefined;
  #ticking: Promise<void> | undefined;
  #again = false;
  #closing = false;
  #ended = false;
  /** What is to be passed on: hints by signal; undefined: everything. */
  #toTell = new Map<string, Set<string> | undefined>();
  #telling: NodeJS.Timeout | undefined;
  readonly #hear: (signal: string | undefined, hints: readonly string[] | undefined) => void;

  constructor(parts: LeaseParts) {
    this.#parts = parts;
    this.#hear = parts.database.share((signal, hints) => {
      this.#pass(signal, hints);
    });
  }

  /** Makes itself known to the others; resolves after the first look, whatever came of it. */
  async begin(): Promise<void> {
    await this.#tick();
  }

  contend(contender: Contender): void {
    this.#accounts.set(contender.key, {
      contender,
      epoch: undefined,
      holder: undefined,
      moving: Promise.resolve(),
    });
    void this.#tick();
  }

  holds(key: string): boolean {
    return this.#accounts.get(key)?.epoch !== undefined;
  }

  knows(platform: string, account: string): boolean {
    return this.#known.has(`${platform} ${account}`);
  }

  holder(key: string): string | undefined {
    return this.holds(key) ? this.name : this.#accounts.get(key)?.holder;
  }

  closing(): void {
    this.#closing = true;
  }

  async end(): Promise<void> {
    this.#closing = true;
    this.#ended = true;
    clearTimeout(this.#timer);
    clearTimeout(this.#overdue);
    clearTimeout(this.#telling);
    await this.#ticking;
    try {
      await this.#connection?.client.query(
        `WITH freed AS (UPDATE "Lease" SET "until" = ${now} WHERE "holder" = $1), gone AS (DELETE FROM "Process" WHERE "id" = $1)
         SELECT pg_notify($2, $3)`,
        [this.#id, this.#connection.channel, JSON.stringify({ from: this.#id } satisfies Passed)],
      );
    } catch (error) {
      this.#parts.problem(error, "the leases could not be given back: another process takes over once they end");
    }
    await this.#connection?.close();
    await (await this.#claims)?.close();
  }

  // Renewing

  /** Renews what is ours, and tries to take what is nobody's. One at a time; one that is asked for meanwhile follows. */
  #tick(): Promise<void> {
    this.#again = true;
    this.#ticking ??= (async () => {
      while (this.#again && !this.#ended) {
        this.#again = false;
        const next = await this.#renew();
        clearTimeout(this.#timer);
        if (!this.#ended) this.#timer = setTimeout(() => void this.#tick(), next);
      }
    })().finally(() => {
      this.#ticking = undefined;
    });
    return this.#ticking;
  }

  /** @returns in how many milliseconds it is to be tried again */
  async #renew(): Promise<number> {
    const own = [...this.#accounts.values()].filter(({ epoch }) => epoch !== undefined || !this.#closing);
    const asked = this.#clock();
    let renewed: Renewed;
    try {
      await this.#connected();
      const keys = own.map(({ contender }) => contender.key);
      const accounts = own.map(({ contender }) => contender.account());
      const platforms = own.map(({ contender }) => contender.platform);
      const values = [this.#id, this.name, keys, accounts, platforms];
      const found = await this.#connection?.client.query<Renewed>(renewal, values);
      const [row] = found?.rows ?? [];
      if (row === undefined) throw new Error("the connection was lost"); // not for people: it is tried again
      renewed = row;
    } catch (error) {
      if (!this.#warned) this.#parts.problem(error, "the leases could not be renewed; it is tried again");
      this.#warned = true;
      this.#disconnect();
      return lookAgain;
    }
    this.#warned = false;
    this.#sureUntil = asked + heldFor - stopsEarlier;
    this.#watch();
    const missed = [...this.#others].some((id) => !renewed.others.includes(id));
    const came = renewed.others.some((id) => !this.#others.has(id));
    this.#others = new Set(renewed.others);
    for (const account of renewed.known) this.#known.add(account);
    for (const account of own) {
      const { contender } = account;
      const mine = renewed.mine.find(({ key }) => key === contender.key);
      const other = renewed.theirs.find(({ key }) => key === contender.key);
      account.holder = other?.name ?? undefined;
      const known = mine?.account ?? other?.account ?? "";
      if (known !== "" && contender.account() === "") contender.learned(known);
      if (mine?.epoch === account.epoch) continue;
      if (account.epoch !== undefined) this.#lose(account);
      if (mine !== undefined) this.#gain(account, mine.epoch);
    }
    // Of what it had committed when it died, or when we did not know of each other yet, nobody has told.
    if (missed || came) this.#hear(undefined, undefined);
    const least = Math.min(renewedEvery, ...renewed.theirs.map(({ left }) => left + 20));
    return Math.max(20, least);
  }

  #gain(account: Account, epoch: number): void {
    account.epoch = epoch;
    this.#move(account, () => account.contender.gained());
  }

  #lose(account: Account): void {
    account.epoch = undefined;
    // What it does at once, it does now.
    const lost = account.contender.lost();
    this.#move(account, () => lost);
  }

  #move(account: Account, work: () => Promise<void>): void {
    account.moving = account.moving.then(work).catch((error: unknown) => {
      this.#parts.problem(error, "an account could not be taken over or given up as it should");
    });
  }

  /** What is not renewed in time is given up where another process can take it. */
  #watch(): void {
    clearTimeout(this.#overdue);
    if (this.#ended) return;
    this.#overdue = setTimeout(
      () => {
        if (this.#sure || this.#ended) return this.#watch();
        if (this.#others.size === 0) return;
        for (const account of this.#accounts.values()) if (account.epoch !== undefined) this.#lose(account);
      },
      Math.max(10, this.#sureUntil - this.#clock()),
    );
  }

  get #sure(): boolean {
    return this.#clock() < this.#sureUntil;
  }

  // The connection

  async #connected(): Promise<void> {
    if (this.#connection !== undefined) return;
    this.#connecting ??= this.#connect().finally(() => {
      this.#connecting = undefined;
    });
    await this.#connecting;
  }

  async #connect(): Promise<void> {
    const { pool, close: dispose } = await poolOf(this.#parts.url, 1, "steward: leases"); // not for people: shown by the database
    let connected: Client | undefined;
    // What is in hand is not waited for: that it never ends is why it is closed.
    const close = async (): Promise<void> => {
      connected?.release(true);
      await dispose();
    };
    try {
      const client: Client = await pool.connect();
      connected = client;
      client.on("error", () => undefined); // the next statement finds out
      client.on("notification", ({ payload }) => {
        this.#heard(payload);
      });
      const found = await client.query<{ channel: string }>(`SELECT 'steward ' || current_schema() AS "channel"`);
      const channel = found.rows[0]?.channel ?? "steward";
      await client.query(`LISTEN "${channel.replaceAll('"', '""')}"`);
      this.#connection = { client, channel, close };
      // Nobody has heard what was told until now; and the others learn of us before they look.
      this.#hear(undefined, undefined);
      await client.query("SELECT pg_notify($1, $2)", [
        channel,
        JSON.stringify({ from: this.#id, signal: "here" } satisfies Passed),
      ]);
    } catch (error) {
      this.#connection = undefined;
      void close().catch(() => undefined);
      throw error;
    }
  }

  #disconnect(): void {
    const before = this.#connection;
    this.#connection = undefined;
    void before?.close().catch(() => undefined);
  }

  // Claims

  claim(key: string, row?: string): Promise<Claim> {
    return new Promise((answer) => {
      // What is asked for in one turn of the event loop is one statement.
      if (this.#asked.length === 0) setImmediate(() => void this.#ask());
      this.#asked.push({ key, row, answer });
    });
  }

  async #ask(): Promise<void> {
    const all = this.#asked;
    this.#asked = [];
    const epochs = new Map([...this.#accounts].map(([key, { epoch }]) => [key, epoch]));
    const asked = this.#clock();
    let held: Readonly<Record<string, number>> = {};
    let waiting = new Set<string>();
    try {
      if (this.#sure) {
        this.#claims ??= poolOf(this.#parts.url, 4, "steward: claims"); // not for people: shown by the database
        const { pool } = await this.#claims;
        const keys = [...new Set(all.map(({ key }) => key))];
        const rows = all.flatMap(({ row }) => row ?? []);
        const found = await pool.query<{ held: Record<string, number>; waiting: string[] }>(claiming, [
          this.#id,
          keys,
          rows,
        ]);
        held = found.rows[0]?.held ?? {};
        waiting = new Set(found.rows[0]?.waiting);
      }
    } catch (error) {
      this.#parts.problem(error, "it could not be asked whether an account is still ours");
    }
    // Whoever was paused meanwhile has an old answer.
    const fresh = this.#sure && this.#clock() - asked < claimAge;
    for (const { key, row, answer } of all) {
      const epoch = epochs.get(key);
      const ours = fresh && epoch !== undefined && held[key] === epoch && this.#accounts.get(key)?.epoch === epoch;
      answer(!ours ? "unsure" : row !== undefined && !waiting.has(row) ? "gone" : "ours");
    }
  }

  // Telling each other

  #pass(signal: string, hints: readonly string[] | undefined): void {
    if (this.#others.size === 0 || this.#ended) return;
    if (hints === undefined) this.#toTell.set(signal, undefined);
    else if (!this.#toTell.has(signal)) this.#toTell.set(signal, new Set(hints));
    else for (const hint of hints) this.#toTell.get(signal)?.add(hint);
    this.#telling ??= setTimeout(() => void this.#tell(), gather);
  }

  async #tell(): Promise<void> {
    this.#telling = undefined;
    const all = this.#toTell;
    this.#toTell = new Map();
    try {
      await this.#connected();
      for (const [signal, hints] of all) {
        const whole = JSON.stringify({ from: this.#id, signal, ...(hints === undefined ? {} : { hints: [...hints] }) });
        const said = Buffer.byteLength(whole) > mostBytes ? JSON.stringify({ from: this.#id, signal }) : whole;
        await this.#connection?.client.query("SELECT pg_notify($1, $2)", [this.#connection.channel, said]);
      }
    } catch {
      if (this.#ended) return;
      // It is told when the connection is there again.
      for (const signal of all.keys()) this.#toTell.set(signal, undefined);
      this.#telling ??= setTimeout(() => void this.#tell(), lookAgain);
    }
  }

  #heard(payload: string | undefined): void {
    const { from, signal, hints } = JSON.parse(payload ?? "{}") as Partial<Passed>; // an edge: only `#tell` and its like write it
    if (from === undefined || from === this.#id || this.#ended) return;
    if (signal === undefined) {
      // One of them has ended, and given back what it had.
      void this.#tick();
      return;
    }
    if (!this.#others.has(from)) {
      this.#others.add(from);
      this.#hear(undefined, undefined);
    } else if (signal !== "here") this.#hear(signal, hints);
  }
}

/** A pool of connections of our own; behind a proxy that has fallen silent its statements end all the same. */
async function poolOf(connectionString: string, max: number, application_name: string) {
  const adapter = await new PrismaPg({
    connectionString,
    max,
    application_name,
    keepAlive: true,
    query_timeout: patience,
    connectionTimeoutMillis: 2 * patience,
    idleTimeoutMillis: 60_000,
  }).connect();
  const pool = adapter.underlyingDriver();
  pool.on("error", () => undefined); // the next statement finds out
  return { pool, close: () => adapter.dispose() };
}

/** For the only process on a database, before others can come: whatever is held is so by nobody who lives. */
export const endEarlierLeases = (database: Database): Promise<void> =>
  database.transaction(async (tx) => {
    await tx.$executeRaw`DELETE FROM "Lease"`;
    await tx.$executeRaw`DELETE FROM "Process"`;
  });
