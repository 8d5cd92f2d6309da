/**
 * Steward on Telegram.
 *
 * States: `starting` until Telegram has answered getMe; then `up`; `down` while Telegram cannot be reached, or somebody
 * else polls with the same token; `refused` while it does not accept the token. From the last two it comes back by
 * itself: it tries again with growing pauses. `stopped` is the end.
 *
 * Why a loop of its own around `getUpdates` and not grammY's `bot.start()`: that one moves its offset past an update
 * whose handler threw, and so confirms what was not recorded. Here an update is confirmed by the offset of the next
 * call, which is made only after `receive` resolved for it, one after the other. The order matters: a person's last
 * answer counts, and they may give it in another chat than the first.
 */
import { Api } from "grammy";
import type { Update } from "grammy/types";
import {
  SendError,
  type Adapter,
  type AdapterHost,
  type AdapterStatus,
  type Outgoing,
  type Place,
  type Sent,
} from "../../src/chat/adapter.ts";
import type { Inbound } from "../../src/chat/inbound.ts";
import type { Leads } from "../../src/chat/leads.ts";
import { telegramCapabilities } from "./capabilities.ts";
import { faultOf, sendErrorOf, type Fault } from "./failures.ts";
import { allowedUpdates, anonymousId, inboundOf, isAnonymousId, movedInbound, type Self } from "./inbound.ts";
import { registerMenus } from "./menus.ts";
import { registerProfile } from "./profile.ts";
import { linkOf, Sending } from "./sending.ts";
import { ListenFailed, WebhookServer, type WebhookOptions } from "./webhook.ts";

export interface TelegramOptions {
  /** From @BotFather: `<id of the bot>:<secret>`. */
  readonly token: string;
  /** Another server of the Bot API, without a slash at its end. */
  readonly apiRoot?: string;
  /** Updates are brought to this address instead of being fetched. */
  readonly webhook?: WebhookOptions;
  readonly timing?: Partial<Timing>;
}

export interface Timing {
  /** How long Telegram may hold a getUpdates while nothing happens. */
  readonly pollSeconds: number;
  /** How long any call may take, getUpdates beyond that. */
  readonly callSeconds: number;
  /** While updates cannot be recorded, it is looked so often what else has come. */
  readonly lookMs: number;
  /** Pauses after failures: the first, and the longest; each is twice the one before. */
  readonly firstPauseMs: number;
  readonly longestPauseMs: number;
}

const usualTiming: Timing = {
  pollSeconds: 30,
  callSeconds: 20,
  lookMs: 500,
  firstPauseMs: 1_000,
  longestPauseMs: 60_000,
};

/** What the operator can do; not for people: it is shown in the status. */
const remedies = new Map([
  ["token-refused", "Telegram does not accept the token. Look it up at @BotFather, or have a new one made there."],
  ["conflict", "Another program receives this bot's messages with the same token. Stop it."],
  ["broken", "The connection to Telegram broke off and is made anew."],
  ["port-taken", "The webhook's port cannot be listened on. Choose another one, or stop who has it."],
]);
const broken: Fault = { failure: "unreachable", code: 0, word: "broken" };
const portTaken: Fault = { failure: "unreachable", code: 0, word: "port-taken" };

/** The signal as grammY's types know it; at run time it takes Node's own. */
type CallSignal = NonNullable<Parameters<Api["getMe"]>[0]>;
const signalOf = (signal: AbortSignal): CallSignal => signal as unknown as CallSignal;

export class TelegramAdapter implements Adapter {
  readonly capabilities = telegramCapabilities;
  readonly account: string;
  readonly #api: Api;
  /** The same, with more patience: getUpdates is meant to wait. */
  readonly #polling: Api;
  readonly #webhookOptions: WebhookOptions | undefined;
  readonly #timing: Timing;
  /** Aborted at the end. */
  readonly #stop = new AbortController();
  /** Aborted when the connection is given up, to be made anew, and at the end. */
  #round = new AbortController();
  readonly #sending: Sending;
  #host: AdapterHost | undefined;
  #self: Self | undefined;
  #webhook: WebhookServer | undefined;
  #status: AdapterStatus = { state: "starting" };
  #work: Promise<unknown> = Promise.resolve();
  /** The first update that is not confirmed; none where Telegram has nothing to forget. */
  #offset: number | undefined;

  constructor({ token, apiRoot, webhook, timing }: TelegramOptions) {
    this.account = token.split(":")[0] ?? "";
    this.#timing = { ...usualTiming, ...timing };
    this.#webhookOptions = webhook;
    const { pollSeconds, callSeconds } = this.#timing;
    const root = apiRoot === undefined ? {} : { apiRoot };
    this.#api = new Api(token, { timeoutSeconds: callSeconds, ...root });
    this.#polling = new Api(token, { timeoutSeconds: pollSeconds + callSeconds, ...root });
    this.#sending = new Sending({
      api: this.#api,
      whoAmI: () => this.#whoAmI(),
      host: () => this.#host,
      moved: (from, to) => this.#reportMove(from, to),
    });
  }

  status(): AdapterStatus {
    return this.#status;
  }

  /** Resolves after the first try to connect, whatever came of it. */
  async start(host: AdapterHost): Promise<void> {
    this.#host = host;
    await new Promise<void>((tried) => {
      this.#work = this.#live(tried);
    });
  }

  beginAnew(): void {
    this.#down(broken);
    this.#round.abort();
  }

  async stop(): Promise<void> {
    this.#stop.abort();
    this.#round.abort();
    await this.#webhook?.close();
    await this.#work;
    this.#status = { state: "stopped" };
  }

  // --- Receiving ---

  /** One connection after the other. */
  async #live(tried: () => void): Promise<void> {
    for (let failures = 0; !this.#stop.signal.aborted; failures++) {
      this.#round = new AbortController();
      const began = Date.now();
      await this.#run(tried);
      if (this.#stop.signal.aborted) return;
      await this.#webhook?.close();
      this.#webhook = undefined;
      if (Date.now() - began > this.#timing.longestPauseMs) failures = 0;
      await this.#pause(failures, 0, this.#stop.signal);
    }
  }

  async #run(tried: () => void): Promise<void> {
    await this.#untilDone("connect", () => this.#connect(), tried);
    if (this.#round.signal.aborted) return;
    const menus = this.#untilDone("menus", () => this.#registerMenus(), tried);
    if (this.#webhookOptions === undefined) await this.#poll();
    else await over(this.#round.signal);
    await menus;
    tried();
  }

  /** Tries until it works or the adapter stops. `tried` is called after the first failure, and after menus are done. */
  async #untilDone(what: "connect" | "menus", work: () => Promise<void>, tried: () => void): Promise<void> {
    for (let failures = 0; !this.#round.signal.aborted; failures++) {
      try {
        await work();
        if (what === "menus") tried();
        return;
      } catch (error) {
        const fault = error instanceof ListenFailed ? portTaken : faultOf(error);
        if (what === "connect") this.#down(fault);
        else this.#host?.log.warn({ reason: fault.word, code: fault.code }, "command menus not registered");
        tried();
        await this.#pause(failures, fault.retryAfterMs);
      }
    }
    tried();
  }

  async #connect(): Promise<void> {
    const signal = signalOf(this.#round.signal);
    await this.#whoAmI();
    if (this.#webhookOptions === undefined) {
      await this.#api.deleteWebhook({ drop_pending_updates: false }, signal);
    } else {
      const { url, secret } = this.#webhookOptions;
      this.#webhook ??= new WebhookServer(this.#webhookOptions, (update) => this.#take(update));
      await this.#webhook.listen();
      // One at a time: with more, two answers of one person could overtake each other.
      await this.#api.setWebhook(
        url,
        { secret_token: secret, max_connections: 1, allowed_updates: allowedUpdates },
        signal,
      );
    }
    this.#up();
  }

  async #whoAmI(): Promise<Self> {
    if (this.#self !== undefined) return this.#self;
    const me = await this.#api.getMe(signalOf(this.#round.signal));
    this.#self = { id: me.id, username: me.username };
    return this.#self;
  }

  async #registerMenus(): Promise<void> {
    if (this.#host === undefined) return;
    await registerMenus(this.#api, this.#host, this.account, signalOf(this.#round.signal));
    await registerProfile(this.#api, this.#host, this.account, signalOf(this.#round.signal));
  }

  async #poll(): Promise<void> {
    let failures = 0;
    while (!this.#round.signal.aborted) {
      let updates: readonly Update[];
      try {
        updates = await this.#nextUpdates();
      } catch (error) {
        if (this.#round.signal.aborted) break;
        const fault = faultOf(error);
        this.#down(fault);
        await this.#pause(failures++, fault.retryAfterMs);
        continue;
      }
      this.#up();
      this.#showAhead(updates.slice(1));
      failures = (await this.#looking(this.#takeAll(updates))) ? 0 : failures + 1;
      if (failures > 0) await this.#looking(this.#pause(failures - 1));
    }
    await this.#confirm();
  }

  /**
   * What is not confirmed, in order. With an offset it confirms everything below; when nothing is left the offset has
   * done its work and is forgotten, so that ids may jump downwards after a quiet week.
   */
  async #nextUpdates(): Promise<readonly Update[]> {
    const { pollSeconds } = this.#timing;
    const updates = await this.#unconfirmed(pollSeconds);
    if (updates.length === 0) this.#offset = undefined;
    return [...updates].sort((a, b) => a.update_id - b.update_id);
  }

  /**
   * While updates wait to be recorded, it is looked what else has come, since some of it is answered all the same: Telegram gives
   * the first hundred that are not confirmed.
   */
  async #looking<T>(work: Promise<T>): Promise<T> {
    const done = new AbortController();
    const ended = work.finally(() => {
      done.abort();
    });
    ended.catch(() => undefined); // is the caller's
    const signal = AbortSignal.any([done.signal, this.#round.signal]);
    for (;;) {
      await wait(this.#timing.lookMs, signal);
      if (signal.aborted) return ended;
      try {
        this.#showAhead(await this.#unconfirmed(0));
      } catch (error) {
        this.#host?.log.info({ reason: faultOf(error).word }, "could not look what else has come");
      }
    }
  }

  /** What is answered from memory is answered before its turn. */
  #showAhead(updates: readonly Update[]): void {
    const host = this.#host;
    if (host?.ahead === undefined || this.#self === undefined) return;
    for (const update of updates) {
      for (const inbound of this.#eventsIn(update, this.#self, host)) host.ahead(inbound);
    }
  }

  #unconfirmed(timeout: number): Promise<readonly Update[]> {
    const offset = this.#offset;
    return this.#polling.getUpdates(
      { timeout, allowed_updates: allowedUpdates, ...(offset === undefined ? {} : { offset }) },
      signalOf(this.#round.signal),
    );
  }

  /** Hands on one after the other; false if one could not be recorded, which is then, with all after it, not confirmed. */
  async #takeAll(updates: readonly Update[]): Promise<boolean> {
    for (const update of updates) {
      if (this.#round.signal.aborted) return true;
      try {
        await this.#take(update);
      } catch {
        return false; // `#take` has logged it.
      }
      this.#offset = update.update_id + 1;
    }
    return true;
  }

  /** Resolves when everything in the update is recorded. */
  async #take(update: Update): Promise<void> {
    const host = this.#host;
    if (host === undefined || this.#self === undefined) throw new Error("not started");
    if (update.my_chat_member !== undefined) this.#sending.rightsChanged(String(update.my_chat_member.chat.id));
    const events = this.#eventsIn(update, this.#self, host);
    try {
      for (const inbound of events) await host.receive(inbound);
    } catch (error) {
      host.log.error({ update: update.update_id }, "event not recorded, it will be delivered again");
      throw error;
    }
  }

  /** An update that we cannot read is left out: it would stand in the way of all after it, for ever. */
  #eventsIn(update: Update, self: Self, host: AdapterHost): readonly Inbound[] {
    try {
      return inboundOf(update, self, host.now());
    } catch {
      host.log.error({ update: update.update_id }, "an update of Telegram could not be read, it is left out");
      return [];
    }
  }

  /** Tells Telegram at the end what was recorded. Where it fails, the inbox recognises what comes again. */
  async #confirm(): Promise<void> {
    if (this.#offset === undefined) return;
    try {
      const signal = signalOf(AbortSignal.timeout(2_000));
      await this.#polling.getUpdates(
        { offset: this.#offset, limit: 1, timeout: 0, allowed_updates: allowedUpdates },
        signal,
      );
    } catch (error) {
      this.#host?.log.info({ reason: faultOf(error).word }, "last events not confirmed");
    }
  }

  #pause(failures: number, atLeastMs = 0, signal = this.#round.signal): Promise<void> {
    const { firstPauseMs, longestPauseMs } = this.#timing;
    const growing = Math.min(longestPauseMs, firstPauseMs * 2 ** Math.min(failures, 20));
    return wait(Math.max(atLeastMs, growing), signal);
  }

  // --- Status: one line in the log for each change ---

  #up(): void {
    if (this.#status.state === "up" || this.#round.signal.aborted) return;
    this.#status = { state: "up" };
    const mode = this.#webhookOptions === undefined ? "polling" : "webhook";
    this.#host?.log.info({ platform: "telegram", state: "up", mode }, "Telegram is connected");
  }

  #down({ word, code }: Fault): void {
    const state = word === "token-refused" ? "refused" : "down";
    const detail =
      remedies.get(word) ?? `Telegram cannot be reached (${code === 0 ? "" : `${code}, `}${word}). Trying again.`;
    if (this.#stop.signal.aborted || (this.#status.state === state && this.#status.detail === detail)) return;
    this.#status = { state, detail };
    this.#host?.log.warn({ platform: "telegram", state, reason: word, code }, detail);
  }

  // --- Sending ---

  async send(outgoing: Outgoing): Promise<Sent> {
    try {
      return await this.#sending.perform(outgoing);
    } catch (error) {
      if (error instanceof SendError) throw error;
      const fault = faultOf(error);
      if (fault.word === "token-refused") this.#down(fault);
      // A person who never pressed Start may be no chat to Telegram at all.
      if (isDirect(outgoing) && fault.word === "not-found") throw sendErrorOf({ ...fault, failure: "blocked" });
      throw sendErrorOf(fault);
    }
  }

  async #reportMove(from: string, to: string): Promise<void> {
    const self = await this.#whoAmI();
    await this.#host?.receive(movedInbound(from, to, self));
  }

  async address(leads: Leads): Promise<string> {
    return linkOf((await this.#known()).username)(leads);
  }

  /** Who the bot is, or why that cannot be known now. */
  async #known(): Promise<Self> {
    try {
      return await this.#whoAmI();
    } catch (error) {
      throw sendErrorOf(faultOf(error));
    }
  }

  async isAdministrator(chat: Place, userId: string): Promise<boolean> {
    if (isAnonymousId(userId)) return userId === anonymousId(chat.id);
    try {
      const { status } = await this.#api.getChatMember(chat.id, Number(userId));
      return status === "creator" || status === "administrator";
    } catch (error) {
      const fault = faultOf(error);
      if (fault.movedTo !== undefined) {
        await this.#reportMove(chat.id, fault.movedTo);
        return this.isAdministrator({ id: fault.movedTo }, userId);
      }
      // Telegram does not know that account in this chat.
      if (fault.word === "no-such-member") return false;
      throw sendErrorOf(fault);
    }
  }
}

/** Resolves after a while, or when it is aborted. */
const wait = (ms: number, signal: AbortSignal): Promise<void> =>
  new Promise((resolve) => {
    if (signal.aborted) return resolve();
    const done = (): void => {
      clearTimeout(timer);
      signal.removeEventListener("abort", done);
      resolve();
    };
    const timer = setTimeout(done, ms);
    signal.addEventListener("abort", done);
  });

/** Resolves when it is aborted. */
const over = (signal: AbortSignal): Promise<void> =>
  new Promise((resolve) => {
    if (signal.aborted) resolve();
    else
      signal.addEventListener("abort", () => {
        resolve();
      });
  });

/** Ids of people are positive, those of groups negative. */
const isDirect = (outgoing: Outgoing): boolean => outgoing.type === "direct" || !outgoing.chat.id.startsWith("-");
