/**
 * Boards that are open somewhere, and what they are sent. All screens with one address share one board, which is made once
 * for all of them, and sent where it says something new.
 *
 * States of a screen: it follows (GET /b/SECRET/events), and is sent the board as it is at once -> the board is sent anew
 * whenever it says something else -> the address is not in use any more, or the bot stops: it is told so, and its connection
 * ends. One whose connection was cut comes back by itself, and begins anew. Whoever has left is sent nothing any more: what
 * is written to an answer that has ended would be an error that nobody catches.
 */
import type { ServerResponse } from "node:http";
import type { ServedPages } from "../core/dispatch/pages.ts";
import { describeError, type Log } from "../core/log.ts";
import { boardContent } from "../pages/board.ts";
import { Turns } from "./turns.ts";

/** Least pause between two looks at the same board: presses that come together cost one. Milliseconds. */
const pace = 250;
/** How often it is looked at where nobody does anything: some things happen at their hour. Milliseconds. */
const idle = 5_000;
/** How often a screen is told that the connection stands. Milliseconds. */
const beat = 10_000;
/** Screens at the same time, with all addresses, and with one: whoever has one must not keep the others' walls dark. */
const mostScreens = 500;
const mostOfOne = 100;
/** What waits for a screen that takes nothing, until it is given up. Octets. */
const mostWaiting = 256 * 1024;
/** How long one that is ended may take to take in what was said last. Milliseconds. */
const patience = 5_000;

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
  /** Few boards are looked at at the same time: however many are open, people's presses come between. */
  readonly #looks = new Turns({ atOnce: 4, waiting: Infinity });
  #closed = false;
  #ends: readonly (() => void)[] = [];

  constructor(parts: BoardsParts) {
    this.#parts = parts;
  }

  /** How many screens follow. */
  get screens(): number {
    return [...this.#open.values()].reduce((sum, { screens }) => sum + screens.size, 0);
  }

  /** A screen follows a board, answered with these headers. False: there are too many, or the bot stops. */
  follow(secret: string, response: ServerResponse, headers: Readonly<Record<string, string>>): boolean {
    if (response.destroyed) return true; // it left while its board was read
    // One that waits for an earlier answer on its connection would not be told when that is cut.
    if (this.#closed || response.socket === null) return false;
    if (this.screens >= mostScreens || (this.#open.get(secret)?.screens.size ?? 0) >= mostOfOne) return false;
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
    for (const event of ["close", "error"]) {
      response.on(event, () => {
        this.#leave(secret, board, response);
      });
    }
    response.writeHead(200, headers);
    response.write(`retry: 1000\n\n${board.sent ?? ""}`);
    this.#look(secret, board);
    return true;
  }

  /** The bot stops: every screen is let go, and comes back by itself; from now on none is taken. */
  close(): void {
    this.#closed = true;
    for (const [secret, board] of [...this.#open]) this.#end(secret, board, "");
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
        all((secret, board) => {
          this.#tell(secret, board, "event: here\ndata:\n\n");
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
    if (!board.screens.delete(response) || board.screens.size > 0) return;
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
    void this.#looks.take(async () => {
      board.stale = false;
      await this.#send(secret, board);
      board.looking = false;
      board.timer = setTimeout(() => {
        board.timer = undefined;
        if (board.stale && board.screens.size > 0) this.#look(secret, board);
      }, pace);
      board.timer.unref();
    });
  }

  async #send(secret: string, board: Open): Promise<void> {
    if (board.screens.size === 0) return; // all left while it waited
    try {
      const page = await this.#parts.pages.read("board", secret);
      if (page?.type !== "board") {
        this.#end(secret, board, "event: end\ndata:\n\n");
        return;
      }
      const now = event(boardContent(page.board));
      if (now === board.sent) return;
      board.sent = now;
      this.#tell(secret, board, now);
    } catch (error) {
      this.#parts.log.error(describeError(error), "a board could not be shown");
    }
  }

  #tell(secret: string, board: Open, text: string): void {
    for (const screen of [...board.screens]) {
      if (screen.writableLength > mostWaiting) this.#giveUp(secret, board, screen);
      else screen.write(text);
    }
  }

  #end(secret: string, board: Open, text: string): void {
    for (const screen of [...board.screens]) {
      if (screen.writableLength > mostWaiting) {
        this.#giveUp(secret, board, screen);
        continue;
      }
      this.#leave(secret, board, screen);
      screen.end(text);
      const late = setTimeout(() => {
        screen.destroy();
      }, patience);
      late.unref();
      screen.on("close", () => {
        clearTimeout(late);
      });
    }
  }

  /** A screen that takes nothing any more is given up: it comes back by itself. */
  #giveUp(secret: string, board: Open, screen: ServerResponse): void {
    this.#leave(secret, board, screen);
    screen.destroy();
  }
}
