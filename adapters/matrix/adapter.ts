/**
 * Matrix, over matrix-bot-sdk. The pieces: `homeserver.ts` speaks HTTP, `encryption.ts` and `client.ts` encrypt,
 * `sync.ts` reads, `sending.ts` writes, `joining.ts` enters rooms, `rooms.ts` knows them, `events.ts` and `render.ts`
 * translate, `account.ts` keeps what must outlive the process.
 *
 * States of the adapter: starting -> up <-> down -> stopped; refused where the token or password is not taken, which is
 * tried again now and then, because an administrator can mend it.
 */
import { LogService } from "matrix-bot-sdk";
import {
  SendError,
  type Adapter,
  type AdapterHost,
  type AdapterStatus,
  type Outgoing,
  type Place,
  type Sent,
} from "../../src/chat/adapter.ts";
import { AccountFacts, Sessions, type Joining, type StoredSession } from "./account.ts";
import { matrixCapabilities } from "./capabilities.ts";
import { Encryption, KeysElsewhere, type KeyStore } from "./encryption.ts";
import { Homeserver, HomeserverError } from "./homeserver.ts";
import { JoinQueue } from "./joining.ts";
import { record, text } from "./json.ts";
import { OwnEvents } from "./own-events.ts";
import { userLink } from "./render.ts";
import { Rooms } from "./rooms.ts";
import { Sending } from "./sending.ts";
import { Sync } from "./sync.ts";

export interface MatrixOptions {
  /** Address of the homeserver: `https://matrix.example.org`. */
  readonly homeserver: string;
  /** How the bot gets in: with a token; or with a user and a password, once, and the token is kept sealed. */
  readonly login:
    | { readonly accessToken: string }
    /** `user` is the whole id, `@steward:example.org`. */
    | { readonly user: string; readonly password: string };
  /** Where the keys are; without it the bot can neither read nor write in encrypted rooms. */
  readonly keys?: KeyStore;
  /** From whom invitations are accepted; see {@link inviters}. */
  readonly mayInvite: (inviter: string) => boolean;
  /** Ends the process after a panic of the Rust code; by default one log line and exit code 70. */
  readonly fatal?: (error: Error) => void;
}

/** Exit code after which whoever watches the process is to start it again: EX_SOFTWARE of sysexits.h. */
const exitCode = 70;
/** Pauses between tries to get in, in milliseconds. */
const firstPause = 1_000;
const longestPause = 5 * 60 * 1000;

/** Everything that belongs to one log-in. */
interface Session {
  readonly encryption: Encryption;
  readonly sync: Sync;
  readonly joins: JoinQueue;
  readonly sending: Sending;
  /** Aborted when it is given up while the bot goes on. */
  readonly over: AbortController;
}

/**
 * Who may invite the bot: whole ids (`@ana:example.org`), servers (`example.org`), or `*` for everybody.
 * @example inviters(["example.org", "@ben:other.org"])
 */
export function inviters(list: readonly string[]): (inviter: string) => boolean {
  const allowed = new Set(list);
  return (inviter) => allowed.has("*") || allowed.has(inviter) || allowed.has(inviter.slice(inviter.indexOf(":") + 1));
}

export class MatrixAdapter implements Adapter {
  readonly capabilities = matrixCapabilities;
  readonly #options: MatrixOptions;
  readonly #homeserver: Homeserver;
  readonly #stop = new AbortController();
  #host: AdapterHost | undefined;
  #session: Session | undefined;
  /** The log-in that is being used. */
  #stored: StoredSession | undefined;
  #status: AdapterStatus = { state: "starting" };
  #living: Promise<void> | undefined;
  #account: string;

  constructor(options: MatrixOptions) {
    this.#options = options;
    this.#homeserver = new Homeserver(options.homeserver);
    this.#account = "user" in options.login ? options.login.user : "";
  }

  get account(): string {
    return this.#account;
  }

  status(): AdapterStatus {
    return this.#status;
  }

  async start(host: AdapterHost): Promise<void> {
    this.#host = host;
    quieten(host);
    const { promise, resolve } = Promise.withResolvers<void>();
    this.#living = this.#live(host, resolve);
    // Resolves after the first try, whatever came of it.
    await promise;
  }

  async send(outgoing: Outgoing): Promise<Sent> {
    const session = this.#session;
    if (session === undefined) throw new SendError("unreachable");
    return session.sending.send(outgoing);
  }

  /** From the page of the bot people write to it, or invite it into a room. */
  address(): Promise<string> {
    if (this.#account === "") throw new SendError("unreachable");
    return Promise.resolve(userLink(this.#account));
  }

  async isAdministrator(chat: Place, userId: string): Promise<boolean> {
    if (this.#session === undefined) throw new SendError("unreachable");
    return this.#session.sending.isAdministrator(chat, userId);
  }

  beginAnew(): void {
    this.#become({ state: "down", detail: "The connection to the homeserver broke off." });
    this.#session?.over.abort();
    this.#session?.sync.stop();
  }

  async stop(): Promise<void> {
    this.#stop.abort();
    this.#session?.sync.stop();
    await this.#living;
    this.#become({ state: "stopped" });
  }

  /**
   * Copies the keys to a new file, encrypted as they are. Going on from it takes a new log-in: see {@link restoreKeys}.
   */
  async backupKeys(file: string): Promise<void> {
    await this.#session?.encryption.backup(file);
  }

  /** Takes over the room keys of an earlier device of the bot; its cross-signing identity is among the facts. */
  async restoreKeys(file: string): Promise<number> {
    return (await this.#session?.encryption.restore(file)) ?? 0;
  }

  #become(status: AdapterStatus): void {
    if (status.state === this.#status.state && status.detail === this.#status.detail) return;
    this.#status = status;
    const fields = { platform: "matrix", state: status.state };
    if (status.state === "up") this.#host?.log.info(fields, "Matrix is connected");
    else if (status.state !== "stopped") this.#host?.log.warn(fields, status.detail ?? "Matrix is not connected");
  }

  /** Gets in, reads until the token ends, and gets in again. */
  async #live(host: AdapterHost, tried: () => void): Promise<void> {
    const stopped = this.#stop.signal;
    let failures = 0;
    while (!stopped.aborted) {
      let session: Session | undefined;
      let wait: number | undefined;
      try {
        session = await this.#connect(host);
        // Stopped while it was getting in.
        if (stopped.aborted) session.sync.stop();
        this.#session = session;
        this.#become({ state: "up" });
        tried();
        failures = 0;
        await Promise.all([session.sync.run(), this.#crossSign(host, session)]);
      } catch (error) {
        wait = await this.#failed(host, error);
      } finally {
        this.#session = undefined;
        session?.sync.stop();
        await session?.joins.stop();
        await session?.sending.idle();
        await session?.encryption.close();
        tried();
      }
      if (stopped.aborted) return;
      failures++;
      await this.#pause(wait ?? Math.min(longestPause, firstPause * 2 ** (failures - 1)));
    }
  }

  /** @returns how long to wait before the next try, where that is known */
  async #failed(host: AdapterHost, error: unknown): Promise<number | undefined> {
    if (this.#stop.signal.aborted) return undefined;
    if (error instanceof KeysElsewhere) return this.#anotherDevice(host);
    if (!(error instanceof HomeserverError)) {
      const name = error instanceof Error ? error.name : typeof error;
      host.log.error({ platform: "matrix", error: name, problem: problemOf(error) }, "the connection broke");
      this.#become({
        state: "down",
        detail: `The connection to the homeserver broke: ${name} ${problemOf(error)}`.trim(),
      });
      return undefined;
    }
    if (error.status === 401 || error.status === 403) {
      if ("password" in this.#options.login && error.status === 401 && this.#stored !== undefined) {
        host.log.warn({ platform: "matrix" }, "the log-in has ended and is made anew");
        // After a soft log-out the device goes on with its keys; else it is gone, and the next one is another.
        const device = error.softLogout ? this.#stored.device : "";
        await new Sessions(host.facts, this.#homeserver.url, this.#who()).write({
          ...this.#stored,
          device,
          token: "",
        });
        return firstPause;
      }
      this.#become({
        state: "refused",
        detail: `The homeserver refuses the bot's token or password (${error.errcode}).`,
      });
      return longestPause;
    }
    this.#become(down(error));
    return error.retryAfterMs;
  }

  /** The keys of the device are lost, or in use elsewhere: only another device can go on. */
  async #anotherDevice(host: AdapterHost): Promise<number> {
    if (!("password" in this.#options.login)) {
      this.#become({
        state: "refused",
        detail: "The token belongs to a device whose keys are elsewhere. Log the bot in anew, and use the new token.",
      });
      return longestPause;
    }
    host.log.warn({ platform: "matrix" }, "the device's keys are lost: the bot logs in as a new device");
    const sessions = new Sessions(host.facts, this.#homeserver.url, this.#who());
    await sessions.write({ user: this.#account, device: "", token: "" });
    return 0;
  }

  #who(): string {
    const { login } = this.#options;
    return "user" in login ? login.user : login.accessToken;
  }

  async #connect(host: AdapterHost): Promise<Session> {
    this.#stored = undefined;
    const stored = await this.#logIn(host);
    this.#stored = stored;
    this.#homeserver.token = stored.token;
    this.#account = stored.user;
    const { user, device } = stored;
    const homeserver = this.#homeserver;
    const facts = new AccountFacts(host.facts, user);
    const rooms = new Rooms(homeserver, user);
    const own = new OwnEvents();
    await rooms.loadDirect();
    const sync: { current?: Sync } = {};
    const encryption = await Encryption.open({
      homeserver,
      facts,
      user,
      device,
      keys: this.#options.keys,
      log: host.log,
      password: "password" in this.#options.login ? this.#options.login.password : undefined,
      keysCame: (sessions) => sync.current?.keysCame(sessions),
      fatal: this.#options.fatal ?? ((error) => end(host, error)),
    });
    try {
      const joins = new JoinQueue({
        homeserver,
        facts,
        log: host.log,
        now: () => host.now(),
        entered: (joining) => this.#entered(host, joining, rooms, own),
      });
      const parts = { homeserver, host, user, facts, rooms, encryption, own };
      const current = new Sync({
        ...parts,
        joins,
        mayInvite: this.#options.mayInvite,
        reached: (error) => {
          this.#become(error === undefined ? { state: "up" } : down(error));
        },
      });
      sync.current = current;
      await joins.start();
      return {
        encryption,
        joins,
        sync: current,
        over: new AbortController(),
        sending: new Sending({ ...parts, caughtUp: () => current.caughtUp }),
      };
    } catch (error) {
      await encryption.close();
      throw error;
    }
  }

  /** The log-in that there is; a new one only if there is none. */
  async #logIn(host: AdapterHost): Promise<StoredSession> {
    const sessions = new Sessions(host.facts, this.#homeserver.url, this.#who());
    const kept = await sessions.read();
    if (kept !== undefined && kept.token !== "") return kept;
    const { login } = this.#options;
    const answer =
      "accessToken" in login
        ? await this.#whoami(login.accessToken)
        : await this.#homeserver.request("POST", "/_matrix/client/v3/login", {
            anonymous: true,
            body: {
              type: "m.login.password",
              identifier: { type: "m.id.user", user: login.user },
              password: login.password,
              ...(kept === undefined || kept.device === "" ? {} : { device_id: kept.device }),
              initial_device_display_name: "Steward",
            },
          });
    const user = text(answer["user_id"]);
    const device = text(answer["device_id"]);
    const token = "accessToken" in login ? login.accessToken : text(answer["access_token"]);
    if (user === undefined || token === undefined) throw new HomeserverError(0, "NO_LOGIN");
    if (device === undefined) throw new HomeserverError(403, "NO_DEVICE");
    await sessions.write({ user, device, token });
    return { user, device, token, origin: "" };
  }

  #whoami(token: string) {
    this.#homeserver.token = token;
    return this.#homeserver.request("GET", "/_matrix/client/v3/account/whoami");
  }

  /** Cross-signs the device, in the background and again until it is done: only some clients need it. */
  async #crossSign(host: AdapterHost, session: Session): Promise<void> {
    const { signal } = session.over;
    for (let failures = 0; !this.#stop.signal.aborted && !signal.aborted; failures++) {
      try {
        await session.encryption.crossSign();
        return;
      } catch (error) {
        const name =
          error instanceof HomeserverError ? error.errcode : error instanceof Error ? error.name : typeof error;
        host.log.warn({ platform: "matrix", error: name }, "the device could not be cross-signed and is tried again");
        if (error instanceof HomeserverError && !error.passes) return;
        await this.#pause(Math.min(longestPause, firstPause * 2 ** failures), signal);
      }
    }
  }

  /** What follows when a room has been entered. */
  async #entered(
    host: AdapterHost,
    { room, directOf, movedFrom }: Joining,
    rooms: Rooms,
    own: OwnEvents,
  ): Promise<void> {
    rooms.forget(room);
    if (directOf !== undefined) await rooms.markDirect(room, directOf);
    if (movedFrom === undefined) return;
    const create = (await rooms.state(room)).find(({ type }) => type === "m.room.create");
    // Who closes a room can name any other: only one that says the same of itself is its successor.
    if (record(create?.content["predecessor"])["room_id"] !== movedFrom.room) {
      host.log.warn({ platform: "matrix" }, "a room names a successor that does not name it: not followed");
      return;
    }
    own.addRoom(room);
    await host.receive({
      platform: "matrix",
      account: this.#account,
      eventId: movedFrom.event,
      chat: { id: movedFrom.room, kind: "group" },
      sender: { id: movedFrom.sender, name: movedFrom.sender },
      said: { type: "moved", to: room },
    });
  }

  #pause(ms: number, over?: AbortSignal): Promise<void> {
    const { promise, resolve } = Promise.withResolvers<void>();
    const signal = over === undefined ? this.#stop.signal : AbortSignal.any([this.#stop.signal, over]);
    const done = () => {
      clearTimeout(timer);
      signal.removeEventListener("abort", done);
      resolve();
    };
    const timer = setTimeout(done, ms);
    signal.addEventListener("abort", done);
    if (signal.aborted) done();
    return promise;
  }
}

const down = ({ status, errcode }: HomeserverError): AdapterStatus => ({
  state: "down",
  detail:
    status === 0
      ? `The homeserver does not answer (${errcode}).`
      : `The homeserver cannot be used now (${String(status)} ${errcode}).`,
});

/** What is wrong with the key store, in its own word. */
const problemOf = (error: unknown): string => text(record(error)["problem"]) ?? "";

function end(host: AdapterHost, error: Error): void {
  host.log.error(
    { platform: "matrix", error: error.name },
    "encryption cannot go on: the process ends, start it again",
  );
  process.exitCode = exitCode;
  // The line has to get out first, and nothing may be sent any more.
  setImmediate(() => process.exit(exitCode));
}

/** matrix-bot-sdk writes bodies of requests to its log: only that it had something to say goes into ours. */
function quieten({ log }: AdapterHost): void {
  const silent = () => {};
  LogService.setLogger({
    trace: silent,
    debug: silent,
    info: silent,
    warn: (module: string) => {
      log.warn({ platform: "matrix", module }, "matrix-bot-sdk has a warning");
    },
    error: (module: string) => {
      log.warn({ platform: "matrix", module }, "matrix-bot-sdk reports an error");
    },
  });
}
