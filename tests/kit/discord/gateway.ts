/**
 * The gateway (version 10) of the emulated Discord.
 *
 * States of a connection: open (HELLO sent) -> identified or resumed -> closed. A session outlives its connection: what
 * is dispatched meanwhile is kept and replayed on RESUME, until the session is forgotten.
 */
import type { Server } from "node:http";
import { WebSocketServer, type WebSocket } from "ws";
import type { Json } from "./world.ts";

/** Intents that some events need ("List of Intents"). */
export const intents = {
  guilds: 1 << 0,
  guildMembers: 1 << 1,
  presences: 1 << 8,
  guildMessages: 1 << 9,
  directMessages: 1 << 12,
  messageContent: 1 << 15,
} as const;

const privileged = intents.guildMembers | intents.presences | intents.messageContent;

interface Session {
  readonly id: string;
  readonly shard: number;
  readonly shards: number;
  readonly intents: number;
  readonly sent: { readonly s: number; readonly t: string; readonly d: Json }[];
  socket: WebSocket | undefined;
  seq: number;
}

export interface GatewayParts {
  readonly token: () => string;
  /** READY without its session, and the servers of a shard. */
  readonly ready: () => Json;
  readonly guilds: (shard: number, shards: number) => readonly Json[];
  readonly shardOf: (guildId: string | undefined, shards: number) => number;
  readonly url: () => string;
}

export class Gateway {
  readonly #parts: GatewayParts;
  readonly #sessions = new Map<string, Session>();
  readonly #sockets: WebSocketServer;
  #nextSession = 1;
  /** How often clients are told to send heartbeats, in milliseconds. */
  heartbeatMs = 41_250;
  /** Whether heartbeats are acknowledged. Without, a client has to take the connection for dead. */
  acknowledges = true;
  /** Every event is sent twice, as Discord may do around a resume. */
  twice = false;
  /** New connections are closed at once. */
  refusesConnections = false;
  /** Privileged intents that the application may ask for. */
  allowedPrivileged = 0;
  readonly counts = { identified: 0, resumed: 0, heartbeats: 0, opened: 0 };
  /** Intents of the last IDENTIFY. */
  lastIntents = 0;

  constructor(http: Server, parts: GatewayParts) {
    this.#parts = parts;
    this.#sockets = new WebSocketServer({ server: http, path: "/gateway/" });
    // discord.js appends its query to the address as it got it, with or without a slash.
    this.#sockets.shouldHandle = (request) => (request.url ?? "").startsWith("/gateway");
    this.#sockets.on("connection", (socket, request) => {
      this.#opened(socket, request.url ?? "");
    });
  }

  get connected(): number {
    return [...this.#sessions.values()].filter(({ socket }) => socket !== undefined).length;
  }

  #opened(socket: WebSocket, url: string): void {
    this.counts.opened++;
    // A client that is cut off may reset the connection: nothing to do about it here.
    socket.on("error", () => undefined);
    if (this.refusesConnections) {
      socket.terminate();
      return;
    }
    const query = new URL(url, "http://localhost").searchParams;
    if (query.get("v") !== "10" || query.get("encoding") !== "json") {
      socket.close(4012);
      return;
    }
    let session: Session | undefined;
    socket.send(JSON.stringify({ op: 10, d: { heartbeat_interval: this.heartbeatMs } }));
    socket.on("message", (data: Buffer) => {
      const { op, d } = JSON.parse(data.toString("utf8")) as { op: number; d: unknown };
      switch (op) {
        case 1:
          this.counts.heartbeats++;
          if (this.acknowledges) socket.send(JSON.stringify({ op: 11 }));
          return;
        case 2:
          if (session !== undefined) socket.close(4005);
          else session = this.#identify(socket, d as Json);
          return;
        case 6:
          session = this.#resume(socket, d as Json);
          return;
        default:
          if (session === undefined) socket.close(4003);
      }
    });
    socket.on("close", (code) => {
      if (session?.socket !== socket) return;
      session.socket = undefined;
      // A client that closes with 1000 or 1001 ends its session.
      if (code === 1000 || code === 1001) this.#sessions.delete(session.id);
    });
  }

  #identify(socket: WebSocket, d: Json): Session | undefined {
    if (d["token"] !== this.#parts.token()) {
      socket.close(4004);
      return undefined;
    }
    const wanted = Number(d["intents"]);
    if ((wanted & privileged & ~this.allowedPrivileged) !== 0) {
      socket.close(4014);
      return undefined;
    }
    this.lastIntents = wanted;
    const [shard = 0, shards = 1] = Array.isArray(d["shard"]) ? (d["shard"] as number[]) : [];
    if (shard >= shards) {
      socket.close(4010);
      return undefined;
    }
    this.counts.identified++;
    const id = `session-${this.#nextSession++}`;
    const session: Session = { id, shard, shards, intents: wanted, sent: [], socket, seq: 0 };
    this.#sessions.set(id, session);
    const guilds = this.#parts.guilds(shard, shards);
    this.#send(session, "READY", {
      ...this.#parts.ready(),
      session_id: id,
      resume_gateway_url: this.#parts.url(),
      shard: [shard, shards],
      guilds: guilds.map(({ id: guild }) => ({ id: guild, unavailable: true })),
    });
    if ((wanted & intents.guilds) !== 0) for (const guild of guilds) this.#send(session, "GUILD_CREATE", guild);
    return session;
  }

  #resume(socket: WebSocket, d: Json): Session | undefined {
    if (d["token"] !== this.#parts.token()) {
      socket.close(4004);
      return undefined;
    }
    const session = this.#sessions.get(String(d["session_id"]));
    if (session === undefined) {
      socket.send(JSON.stringify({ op: 9, d: false }));
      return undefined;
    }
    if (Number(d["seq"]) > session.seq) {
      socket.close(4007);
      return undefined;
    }
    this.counts.resumed++;
    session.socket = socket;
    for (const event of session.sent) {
      if (event.s > Number(d["seq"])) socket.send(JSON.stringify({ op: 0, ...event }));
    }
    this.#send(session, "RESUMED", {});
    return session;
  }

  #send(session: Session, t: string, d: Json): void {
    const event = { s: ++session.seq, t, d };
    session.sent.push(event);
    session.socket?.send(JSON.stringify({ op: 0, ...event }));
  }

  /** Sends an event to the session that it concerns; without one it is lost, as with the real gateway. */
  dispatch(t: string, d: Json, guildId: string | undefined, needs = 0): boolean {
    let reached = false;
    for (const session of this.#sessions.values()) {
      if (this.#parts.shardOf(guildId, session.shards) !== session.shard) continue;
      if (needs !== 0 && (session.intents & needs) === 0) continue;
      this.#send(session, t, d);
      if (this.twice) this.#send(session, t, d);
      reached = true;
    }
    return reached;
  }

  /** Sends the last `count` events of each session once more, with new numbers, as happens around a resume. */
  replay(count: number): void {
    for (const session of this.#sessions.values()) {
      for (const { t, d } of session.sent.slice(-count)) this.#send(session, t, d);
    }
  }

  /** Cuts all connections; the sessions stay. */
  drop(code?: number): void {
    for (const session of this.#sessions.values()) {
      const { socket } = session;
      session.socket = undefined;
      if (code === undefined) socket?.terminate();
      else socket?.close(code);
    }
  }

  /** Asks clients to connect again (op 7). */
  reconnect(): void {
    for (const { socket } of this.#sessions.values()) socket?.send(JSON.stringify({ op: 7, d: null }));
  }

  /** Tells clients that their session is invalid (op 9) and forgets it unless it may be resumed. */
  invalidate(resumable: boolean): void {
    for (const session of [...this.#sessions.values()]) {
      session.socket?.send(JSON.stringify({ op: 9, d: resumable }));
      if (!resumable) this.#sessions.delete(session.id);
    }
  }

  /** Forgets all sessions: the next RESUME is refused. */
  forget(): void {
    this.#sessions.clear();
  }

  close(): void {
    for (const socket of this.#sockets.clients) socket.terminate();
    this.#sockets.close();
  }
}
