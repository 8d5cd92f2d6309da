/** Feeds a real process (tests/kit/process.ts) that is killed again and again. */
import { spawn, type ChildProcess } from "node:child_process";
import { randomInt } from "node:crypto";
import { createInterface } from "node:readline";
import { fileURLToPath } from "node:url";
import { expect } from "vitest";
import type { Inbound } from "../../src/chat/inbound.ts";
import { codePattern } from "../../src/store/codes.ts";

const child = fileURLToPath(new URL("./process.ts", import.meta.url));
/** Most of what a life costs is to load the program: it is kept compiled, for other lives and later runs. */
const compiled = fileURLToPath(new URL("../../node_modules/.cache/steward-tests", import.meta.url));

interface Line {
  readonly ack?: string;
  readonly refused?: string;
  readonly ready?: boolean;
  readonly sent?: {
    readonly id?: string;
    readonly interaction?: string;
    readonly type: string;
    readonly message?: unknown;
  };
  readonly problem?: string;
}

/** Feeds a process that may die, and remembers what it confirmed and what it said. */
export class Feeder {
  readonly #arguments: readonly string[];
  readonly acknowledged = new Set<string>();
  readonly answered = new Set<string>();
  readonly said: string[] = [];
  /** The same by the id of what was to be said: what is sent again after a kill has the same. */
  readonly saidById = new Map<string, string>();
  readonly problems: string[] = [];
  #child: ChildProcess | undefined;
  #changed: (() => void)[] = [];
  deaths = 0;

  constructor(url: string) {
    this.#arguments = [url];
  }

  async start(): Promise<void> {
    const process_ = spawn(process.execPath, [child, ...this.#arguments], {
      stdio: ["pipe", "pipe", "inherit"],
      env: { ...process.env, NODE_COMPILE_CACHE: compiled },
    });
    this.#child = process_;
    process_.stdin.on("error", () => undefined); // it is meant to die while we write
    const ready = new Promise<void>((resolve, reject) => {
      process_.on("exit", () => {
        reject(new Error("the process ended before it was ready"));
      });
      createInterface({ input: process_.stdout }).on("line", (text) => {
        let line: Line;
        try {
          line = JSON.parse(text) as Line;
        } catch {
          return; // cut off by the kill
        }
        if (line.ready === true) resolve();
        if (line.ack !== undefined) this.acknowledged.add(line.ack);
        if (line.sent?.interaction !== undefined) this.answered.add(line.sent.interaction);
        if (line.sent !== undefined) {
          const said = JSON.stringify(line.sent.message ?? "");
          this.said.push(said);
          this.saidById.set(line.sent.id ?? "", said);
        }
        if (line.problem !== undefined) this.problems.push(text);
        for (const look of this.#changed) look();
      });
    });
    await ready;
  }

  feed(inbound: Inbound): void {
    this.#child?.stdin?.write(`${JSON.stringify(inbound)}\n`);
  }

  async until(done: () => boolean): Promise<void> {
    const patience = setTimeout(() => {
      this.problems.push("nothing happened for a minute");
      for (const look of this.#changed) look();
    }, 60_000);
    while (!done()) {
      if (this.problems.includes("nothing happened for a minute")) break;
      await new Promise<void>((resolve) => {
        const look = () => {
          this.#changed = this.#changed.filter((other) => other !== look);
          resolve();
        };
        this.#changed.push(look);
      });
    }
    clearTimeout(patience);
    expect(this.problems).toEqual([]);
  }

  /** Feeds one and waits until it is confirmed and answered. */
  async ask(inbound: Inbound): Promise<void> {
    this.feed(inbound);
    await this.until(() => this.acknowledged.has(inbound.eventId) && this.answered.has(inbound.eventId));
  }

  /** The latest code for joining that was given. */
  get code(): string {
    return this.said.join("\n").match(new RegExp(codePattern, "gu"))?.at(-1) ?? "";
  }

  /**
   * Feeds all of these, at most `inFlight` at a time, while the process dies at random moments. What was not confirmed comes
   * again, and at each death one that was. Everybody waits for their own answer, as people do, so that what they say last
   * is what they want.
   */
  async underFire(events: readonly Inbound[], kills: number, inFlight = 16): Promise<void> {
    const open = new Map<string, Inbound>();
    const before = this.deaths;
    const apart = Math.max(1, Math.floor(events.length / (kills + 1)));
    let next = 0;
    while (next < events.length || open.size > 0) {
      for (const [id] of open) if (this.acknowledged.has(id)) open.delete(id);
      while (next < events.length && open.size < inFlight) {
        const candidate = events[next];
        if (candidate === undefined || [...open.values()].some(({ sender }) => sender.id === candidate.sender.id))
          break;
        next++;
        open.set(candidate.eventId, candidate);
        this.feed(candidate);
      }
      if (open.size === 0) break;
      const died = this.deaths - before;
      if (died < kills && next >= (died + 1) * apart) {
        await new Promise((resolve) => setTimeout(resolve, randomInt(12)));
        await this.kill();
        await this.start();
        for (const waiting of open.values()) this.feed(waiting);
        const again = events[randomInt(next)];
        if (again !== undefined && this.acknowledged.has(again.eventId)) this.feed(again);
      }
      await this.until(() => [...open.keys()].some((id) => this.acknowledged.has(id)));
    }
    expect(this.deaths - before).toBe(kills);
    await this.until(() => events.every(({ eventId }) => this.answered.has(eventId)));
  }

  async kill(): Promise<void> {
    const dying = this.#child;
    if (dying === undefined) return;
    const gone = new Promise((resolve) => dying.once("close", resolve));
    dying.kill("SIGKILL");
    await gone;
    this.deaths++;
  }
}

let number = 0;
/** Somebody says something in the chat of a cell; the answer is for them alone. */
export function event(cell: string, user: string, text: string): Inbound {
  const eventId = `event-${number++}`;
  return {
    platform: "console",
    account: "pipe",
    eventId,
    chat: { id: cell, kind: "group" },
    sender: { id: user, name: user },
    said: { type: "text", text, messageId: eventId },
    interaction: { token: eventId, expiresAt: Date.now() + 3_600_000, seenBy: "person" },
  };
}
