/** What goes out to Discord. Every body says whom it may ping, and every message that can has a nonce. */
import { createHash } from "node:crypto";
import { MessageFlags, Routes, type APIChannel, type APIMessage, type Client, type REST } from "discord.js";
import { SendError, type Outgoing, type Place, type Sent } from "../../src/chat/adapter.ts";
import { sendErrorOf, troubleOf } from "./errors.ts";
import { unpackToken, type InteractionToken } from "./interactions.ts";
import { mayDelete, missingRight, type Need } from "./permissions.ts";
import { messageFlags, render, renderOne, type Part } from "./render.ts";

export interface SendingParts {
  readonly rest: REST;
  /** The bot's own id. */
  readonly account: () => string;
  readonly client: () => Client | undefined;
  /** The token was refused. */
  readonly refused: () => void;
  /** A request was accepted. */
  readonly accepted: () => void;
}

/** Unfinished messages of several parts that are remembered. */
const mostUnfinished = 200;

export class Sending {
  readonly #parts: SendingParts;
  /**
   * How many parts of a message were taken, where sending them again would show them twice: what goes through a webhook
   * has no nonce. Lost in a crash, which then repeats parts rather than losing any.
   */
  readonly #taken = new Map<string, { parts: number; first: string | undefined }>();

  constructor(parts: SendingParts) {
    this.#parts = parts;
  }

  async send(outgoing: Outgoing): Promise<Sent> {
    switch (outgoing.type) {
      case "message":
        return outgoing.interaction === undefined
          ? this.#inThread(outgoing.chat, (channel) => this.#say(outgoing, channel))
          : this.#answer(outgoing.id, tokenIn(outgoing.interaction), this.#render(outgoing), false);
      case "private":
        return this.#answer(outgoing.id, tokenIn(outgoing.interaction), this.#render(outgoing), true);
      case "edit":
        return this.#inThread(outgoing.chat, (channel) => this.#edit(channel, outgoing));
      case "direct":
        return this.#direct(outgoing);
      case "delete":
        return this.#delete(outgoing.chat.thread ?? outgoing.chat.id, outgoing.messageId);
    }
  }

  #render({ message }: Extract<Outgoing, { readonly message: unknown }>): Part[] {
    return render(message, this.#parts.account());
  }

  /**
   * In the thread; where it was deleted, or nobody may write there any more, better in its channel than nowhere: the same
   * people read it. What was said so is changed there as well.
   */
  async #inThread({ id, thread }: Place, send: (channel: string) => Promise<Sent>): Promise<Sent> {
    if (thread === undefined) return send(id);
    try {
      return await send(thread);
    } catch (error) {
      const shut = error instanceof SendError && !["limited", "unreachable", "refused"].includes(error.failure);
      if (!shut) throw error;
      return send(id);
    }
  }

  async #say(outgoing: Extract<Outgoing, { readonly type: "message" }>, channel: string): Promise<Sent> {
    const sent = await this.#toChannel(channel, outgoing.id, this.#render(outgoing));
    if (outgoing.pin !== undefined && sent.messageId !== undefined)
      await this.#pin(channel, sent.messageId, outgoing.pin.insteadOf);
    return sent;
  }

  /** Where the bot may: it is there without being pinned, too. */
  async #pin(channel: string, messageId: string, before: string | undefined): Promise<void> {
    try {
      await this.#ask(() => this.#parts.rest.put(Routes.channelMessagesPin(channel, messageId)), channel);
      if (before !== undefined)
        await this.#ask(() => this.#parts.rest.delete(Routes.channelMessagesPin(channel, before)), channel);
    } catch (error) {
      if (!(error instanceof SendError)) throw error;
    }
  }

  async #toChannel(channel: string, id: string, parts: readonly Part[]): Promise<Sent> {
    let first: string | undefined;
    for (const [index, part] of parts.entries()) {
      const sent = await this.#ask<APIMessage>(
        () =>
          this.#parts.rest.post(Routes.channelMessages(channel), {
            body: { ...bodyOf(part), flags: messageFlags, nonce: nonceOf(id, index), enforce_nonce: true },
            files: [...part.files],
          }),
        channel,
        part.files.length > 0 ? ["send", "attach"] : ["send"],
      );
      first ??= sent.id;
    }
    return first === undefined ? {} : { messageId: first };
  }

  /** Answers in place. `alone`: only the person may see it. */
  async #answer(id: string, token: InteractionToken, parts: readonly Part[], alone: boolean): Promise<Sent> {
    const { deferral } = token;
    // What was deferred for all cannot become private: it is taken away, and the answer is a message of its own.
    const replaces = deferral !== "silent" && parts.length > 0 && !(alone && deferral === "chat");
    const known = this.#taken.get(id);
    const taken = { parts: known?.parts ?? 0, first: known?.first };
    if (!replaces && deferral !== "silent") await this.#removeOriginal(token);
    for (const [index, part] of parts.entries()) {
      if (index < taken.parts) continue;
      const sent =
        index === 0 && replaces
          ? await this.#intoOriginal(token, part)
          : await this.#followUp(token, part, alone || deferral === "private");
      taken.first ??= sent.id;
      taken.parts = index + 1;
      if (parts.length > 1) this.#remember(id, { ...taken });
    }
    this.#taken.delete(id);
    return taken.first === undefined || alone ? {} : { messageId: taken.first };
  }

  #remember(id: string, taken: { parts: number; first: string | undefined }): void {
    this.#taken.set(id, taken);
    const [oldest] = this.#taken.keys();
    if (this.#taken.size > mostUnfinished && oldest !== undefined) this.#taken.delete(oldest);
  }

  #intoOriginal({ application, token }: InteractionToken, part: Part): Promise<APIMessage> {
    return this.#ask(() =>
      this.#parts.rest.patch(Routes.webhookMessage(application, token), {
        body: { ...bodyOf(part), flags: messageFlags },
        files: [...part.files],
        auth: false,
      }),
    );
  }

  #followUp({ application, token }: InteractionToken, part: Part, alone: boolean): Promise<APIMessage> {
    return this.#ask(() =>
      this.#parts.rest.post(Routes.webhook(application, token), {
        body: { ...bodyOf(part), flags: messageFlags | (alone ? MessageFlags.Ephemeral : 0) },
        files: [...part.files],
        auth: false,
      }),
    );
  }

  /** Ends 'thinking' without leaving anything. That it is gone already is as good. */
  async #removeOriginal({ application, token }: InteractionToken): Promise<void> {
    await this.#ask(() => this.#parts.rest.delete(Routes.webhookMessage(application, token), { auth: false })).catch(
      (error: unknown) => {
        if (!(error instanceof SendError && error.failure === "too-old")) throw error;
      },
    );
  }

  /** Ends the waiting of an interaction that cannot be answered. */
  async drop(token: InteractionToken): Promise<void> {
    if (token.deferral !== "silent") await this.#removeOriginal(token);
  }

  async #edit(channel: string, { message, messageId }: Extract<Outgoing, { type: "edit" }>): Promise<Sent> {
    const part = renderOne(message, this.#parts.account());
    await this.#ask(
      () =>
        this.#parts.rest.patch(Routes.channelMessage(channel, messageId), {
          body: bodyOf(part),
          files: [...part.files],
        }),
      channel,
      part.files.length > 0 ? ["send", "attach"] : ["send"],
    );
    return { messageId };
  }

  async #direct({ id, to, direct, message }: Extract<Outgoing, { type: "direct" }>): Promise<Sent> {
    const parts = render(message, this.#parts.account());
    const known = direct ?? (await this.#openDirect(to));
    try {
      return { ...(await this.#toChannel(known, id, parts)), direct: known };
    } catch (error) {
      // A direct channel may be replaced by another one; who is meant is known all the same.
      if (direct === undefined || !(error instanceof SendError) || error.failure !== "removed") throw error;
      const opened = await this.#openDirect(to);
      return { ...(await this.#toChannel(opened, id, parts)), direct: opened };
    }
  }

  async #openDirect(user: string): Promise<string> {
    const opened = await this.#ask<APIChannel>(() =>
      this.#parts.rest.post(Routes.userChannels(), { body: { recipient_id: user } }),
    );
    return opened.id;
  }

  async #delete(channel: string, messageId: string): Promise<Sent> {
    // The gateway tells when that changes.
    if (!mayDelete(this.#parts.client(), channel)) return {};
    try {
      await this.#ask(() => this.#parts.rest.delete(Routes.channelMessage(channel, messageId)), channel, ["manage"]);
    } catch (error) {
      const passing = error instanceof SendError && (error.failure === "limited" || error.failure === "unreachable");
      if (passing) throw error;
    }
    return {};
  }

  /** Makes a request; what fails becomes a `SendError` without anything of the library's error in it. */
  async #ask<T>(request: () => Promise<unknown>, channel?: string, needs: readonly Need[] = []): Promise<T> {
    try {
      // What Discord answers has the shape that it documents.
      const answer = (await request()) as T;
      this.#parts.accepted();
      return answer;
    } catch (error) {
      const { status, code } = troubleOf(error);
      // 50027 comes with a 401 as well, but is about the interaction's token.
      if (status === 401 && code !== 50027) this.#parts.refused();
      const client = this.#parts.client();
      const gone =
        code === 50001 && channel !== undefined && client?.isReady() === true && !client.channels.cache.has(channel);
      // Discord says 'Missing Access' for a channel in a server that the bot is not in any more.
      if (gone) throw new SendError("removed");
      throw sendErrorOf(error, () => (channel === undefined ? undefined : missingRight(client, channel, needs)));
    }
  }
}

/** The content of a message. An edit takes away what is not there any more. */
const bodyOf = ({ content, components, users, alts, files }: Part) => ({
  content,
  components,
  embeds: [],
  attachments: files.map(({ name }, id) => {
    const alt = alts[id];
    return { id, filename: name, ...(alt === undefined ? {} : { description: alt.slice(0, 1_024) }) };
  }),
  allowed_mentions: { parse: [], ...(users.length === 0 ? {} : { users }), replied_user: false },
});

/** The same for the same part of the same row of the outbox, and not longer than Discord's 25 characters. */
const nonceOf = (id: string, part: number): string =>
  createHash("sha256").update(`${id}.${part}`).digest("base64url").slice(0, 22);

function tokenIn(packed: string): InteractionToken {
  const token = unpackToken(packed);
  if (token === undefined) throw new SendError("too-old");
  return token;
}
