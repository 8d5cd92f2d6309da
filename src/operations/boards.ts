/**
 * Boards that are open somewhere, and what they are sent. All screens with one address share one board, which is made once
 * for all of them, and sent where it says something new.
 *
 * States of a screen: it follows (GET /b/SECRET/events), and is sent the board as it is at once -> the board is sent anew
 * whenever it says something else -> the address is not in use any more: it is told so, and its connection ends. One whose
 * connection was cut comes back by itself, and begins anew.
 */
import type { ServerResponse } from "node:http";
import type { ServedPages } from "../core/dispatch/pages.ts";
import { describeError, type Log } from "../core/log.ts";
import { boardContent } from "../pages/board.ts";

/** Least pause between two looks at the same board: presses that come together cost one. Milliseconds. */
const pace = 250;
/** How often it is looked at where nobody does anything: some things happen at their hour. Milliseconds. */
const idle = 5_000;
/** How often a screen is told that the connection stands. Milliseconds. */
const beat = 10_000;
/** Screens at the same time, with all addresses. */
const mostScreens = 500;
/** What waits for a screen that takes nothing, until it is given up. Octets. */
const mostWaiting = 256 * 1024;

interface Open {
  readonly screens: Set<ServerResponse>;
  /** What was sent last, as an event. */
  sent: string | undefined;
  /** Whether something may have changed since it was looked at. */
  stale: boolean;
  looking: boolean;
  /** Until it may be looked at again. */
  timer: NodeJS.Timeout | undefined;
}

export interface BoardsParts {
  readonly pages: Pick<ServedPages, "read" | "watch">;
  readonly log: Log;
}

/** The event `board` with a board as it is: one line. */
const event = (content: string): string => `event: board\ndata: ${JSON.stringify(content)}\n\n`;

export class Boards {
  readonly #parts: BoardsParts;
  /** By the secret of their address. */
  readonly #open = new Map<string, Open>();
  #ends: readonly (() => void)[] = [];

  constructor(parts: BoardsParts) {
    this.#parts = parts;
  }

  /** How many screens follow. */
  get screens(): number {
    return [...this.#open.values()].reduce((sum, { screens }) => sum + screens.size, 0);
  }

  /** A screen follows a board that is there. False: there are too many. */
  follow(secret: string, response: ServerResponse, headers: Readonly<Record<string, string>>): boolean {
    if (this.screens >= mostScreens) return false;
    if (this.#open.size === 0) this.#begin();
    const board = this.#open.get(secret) ?? {
      screens: new Set(),
      sent: undefined,
      stale: false,
      looking: false,
      timer: undefined,
    };
    this.#open.set(secret, board);
    board.screens.add(response);
    response.on("close", () => {
      this.#leave(secret, board, response);
    });
    response.writeHead(200, {
      ...headers,
      "content-type": "text/event-stream; charset=utf-8",
      "cache-control": "no-store",
      // nginx hands each event on at once.
      "x-accel-buffering": "no",
    });
    response.write(`retry: 1000\n\n${board.sent ?? ""}`);
    this.#look(secret, board);
    return true;
  }

  #begin(): void {
    const all = (what: (secret: string, board: Open) => void) => (): void => {
      for (const [secret, board] of [...this.#open]) what(secret, board);
    };
    const look = all((secret, board) => {
      this.#look(secret, board);
    });
    const timers = [
      setInterval(look, idle),
      setInterval(
        all((_, { screens }) => {
          for (const screen of screens) send(screen, "event: here\ndata:\n\n");
        }),
        beat,
      ),
    ];
    for (const timer of timers) timer.unref();
    this.#ends = [
      this.#parts.pages.watch(look),
      ...timers.map((timer) => () => {
        clearInterval(timer);
      }),
    ];
  }

  #leave(secret: string, board: Open, response: ServerResponse): void {
    board.screens.delete(response);
    if (board.screens.size > 0) return;
    clearTimeout(board.timer);
    if (this.#open.get(secret) === board) this.#open.delete(secret);
    if (this.#open.size > 0) return;
    for (const end of this.#ends) end();
    this.#ends = [];
  }

  /** Looks at a board, at once or when its pace allows it, and sends it where it says something else. */
  #look(secret: string, board: Open): void {
    if (board.looking || board.timer !== undefined) {
      board.stale = true;
      return;
    }
    board.looking = true;
    board.stale = false;
    void this.#send(secret, board).finally(() => {
      board.looking = false;
      board.timer = setTimeout(() => {
        board.timer = undefined;
        if (board.stale && board.screens.size > 0) this.#look(secret, board);
      }, pace);
      board.timer.unref();
    });
  }

  async #send(secret: string, board: Open): Promise<void> {
    try {
      const page = await this.#parts.pages.read("board", secret);
      if (page?.type !== "board") {
        for (const screen of board.screens) screen.end("event: end\ndata:\n\n");
        return;
      }
      const now = event(boardContent(page.board));
      if (now === board.sent) return;
      board.sent = now;
      for (const screen of board.screens) send(screen, now);
    } catch (error) {
      this.#parts.log.error(describeError(error), "a board could not be shown");
    }
  }
}

/** A screen that takes nothing any more is given up: it comes back by itself. */
function send(screen: ServerResponse, text: string): void {
  if (screen.writableLength > mostWaiting) screen.destroy();
  else screen.write(text);
}
