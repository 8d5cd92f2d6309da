/**
 * The pages that the bot serves to the public, at secret addresses (STEWARD_PUBLIC_URL), behind a reverse proxy.
 *
 * ```
 * GET /c/SECRET.ics  200 the calendar, 304 where the reader has it already, 410 where the address is not in use, for
 *                    whatever reason
 * GET /b/SECRET      the board of an assembly, as a page; 410 likewise
 * GET /b/SECRET/events
 *                    what changes on it, as server-sent events (boards.ts)
 * ```
 * 503 where too many ask: whoever comes again is served then, and a page for the wall comes again by itself.
 *
 * An address is in no line of the log, and nothing is kept for one that is not in use. There are no cookies.
 */
import { createHash } from "node:crypto";
import type { IncomingMessage, ServerResponse } from "node:http";
import { readPagePath, type BoardPage, type CalendarPage, type PageKind } from "../chat/pages.ts";
import { phrase, type Phrase } from "../chat/phrase.ts";
import type { Clock } from "../core/clock.ts";
import type { ServedPages } from "../core/dispatch/pages.ts";
import type { Log } from "../core/log.ts";
import type { Texts } from "../core/text.ts";
import { nearestLanguage } from "../domain/nearest-language.ts";
import { boardPage, boardPolicy, plainPage } from "../pages/board.ts";
import { Boards } from "./boards.ts";
import { Turns } from "./turns.ts";

export interface PublicPagesParts {
  /** Without a slash at its end. */
  readonly publicUrl: string;
  readonly pages: Pick<ServedPages, "has" | "read" | "watch">;
  readonly log: Log;
  readonly texts: Texts;
  readonly clock: Pick<Clock, "now">;
}

/**
 * Whoever guesses addresses must not keep people waiting. So it is first looked, one after another, whether an address is in
 * use, which is quick; only who has one takes a place among those for whom pages are made. One that was found in use waits
 * behind no guesses the next time.
 */
const looks = { atOnce: 1, waiting: 1_000 };
const making = { atOnce: 8, waiting: 200 };

/** As many addresses are remembered, in memory alone, as having been in use. */
const mostKnown = 10_000;

/** After how many seconds whoever could not be served may come again. */
const comeAgain = 5;

/** What every answer says: it is for nobody else, found by nobody, and tells no other site from where somebody comes. */
const always = {
  "cache-control": "private, no-cache",
  "content-security-policy": "default-src 'none'; frame-ancestors 'none'; base-uri 'none'; form-action 'none'",
  "referrer-policy": "no-referrer",
  "x-robots-tag": "noindex, nofollow, noarchive",
  "x-content-type-options": "nosniff",
} as const;

export class PublicPages {
  readonly #parts: PublicPagesParts;
  /** What stands before the path of a page: the path of the public address. */
  readonly #prefix: string;
  readonly boards: Boards;
  readonly #looks = new Turns(looks);
  readonly #making = new Turns(making);
  readonly #known = new Set<string>();

  constructor(parts: PublicPagesParts) {
    this.#parts = parts;
    this.boards = new Boards(parts);
    this.#prefix = new URL(parts.publicUrl).pathname.replace(/\/$/u, "");
  }

  /** Answers what asks for a page; false where something else is asked for. */
  async serve(request: IncomingMessage, response: ServerResponse): Promise<boolean> {
    const [path = ""] = (request.url ?? "").split("?");
    if (!path.startsWith(`${this.#prefix}/`)) return false;
    const below = path.slice(this.#prefix.length);
    const asked = readPagePath(below.replace(events, ""));
    const following = events.test(below);
    if (asked === undefined || (following && asked.kind !== "board")) return false;
    if (request.method !== "GET" && request.method !== "HEAD") {
      response.writeHead(405, { ...always, allow: "GET, HEAD" }).end();
      return true;
    }
    const { kind, secret } = asked;
    const { pages } = this.#parts;
    const looking = this.#known.has(secret) ? this.#making : this.#looks;
    const has = await looking.take(() => pages.has(kind, secret));
    if (has !== undefined) this.#know(secret, has);
    if (has === undefined) this.#busy(kind, request, response);
    else if (!has) this.#gone(kind, request, response);
    else if (following) this.#follow(secret, request, response);
    else {
      const made = this.#making.take(() => pages.read(kind, secret));
      const found = await made;
      if (made === undefined) this.#busy(kind, request, response);
      else if (found === undefined) this.#gone(kind, request, response);
      else if (found.type === "calendar") calendar(found, request, response);
      else board(found, request, response);
    }
    return true;
  }

  #know(secret: string, inUse: boolean): void {
    this.#known.delete(secret);
    if (inUse) this.#known.add(secret);
    const [oldest] = this.#known;
    if (this.#known.size > mostKnown && oldest !== undefined) this.#known.delete(oldest);
  }

  /** Every screen that waits on the wall is let go; none is taken any more. */
  stopping(): void {
    this.boards.close();
  }

  #follow(secret: string, request: IncomingMessage, response: ServerResponse): void {
    // Who asks for the headers alone is told them, and follows nothing.
    if (request.method === "HEAD") response.writeHead(200, { ...always, ...eventHeaders }).end();
    else if (!this.boards.follow(secret, response, { ...always, ...eventHeaders }))
      this.#busy("board", request, response);
  }

  /** The same for every address that is not in use. */
  #gone(kind: PageKind, request: IncomingMessage, response: ServerResponse): void {
    this.#say(410, phrase("page-ended"), { kind, request, response });
  }

  /** A page that is open somewhere comes again by itself, with scripts or without. */
  #busy(kind: PageKind, request: IncomingMessage, response: ServerResponse): void {
    const seconds = String(comeAgain);
    const headers = { "retry-after": seconds, ...(kind === "board" ? { refresh: seconds } : {}) };
    this.#say(503, phrase("page-busy"), { kind, request, response }, headers);
  }

  #say(
    status: number,
    what: Phrase,
    { kind, request, response }: { kind: PageKind; request: IncomingMessage; response: ServerResponse },
    headers: Readonly<Record<string, string>> = {},
  ): void {
    const { texts, clock } = this.#parts;
    const language = languageOf(request, texts.languages);
    const said = texts.plain(language, what, { zone: "UTC", now: clock.now() });
    const [type, text] = kind === "board" ? (["html", plainPage(language, said)] as const) : (["plain", said] as const);
    response.writeHead(status, {
      ...always,
      ...headers,
      "content-type": `text/${type}; charset=utf-8`,
      "content-language": language,
      ...(kind === "board" ? { "content-security-policy": boardPolicy } : {}),
    });
    response.end(request.method === "HEAD" ? "" : `${text}\n`);
  }
}

/** Behind the address of a board: its events. */
const events = /\/events$/u;

const eventHeaders = {
  "content-type": "text/event-stream; charset=utf-8",
  "cache-control": "no-store",
  // nginx hands each event on at once.
  "x-accel-buffering": "no",
} as const;

function board({ board: shown }: BoardPage, request: IncomingMessage, response: ServerResponse): void {
  const body = Buffer.from(boardPage(shown), "utf8");
  response.writeHead(200, {
    ...always,
    "cache-control": "no-store",
    "content-security-policy": boardPolicy,
    "content-type": "text/html; charset=utf-8",
    "content-language": shown.language,
    "content-length": body.length,
  });
  response.end(request.method === "HEAD" ? "" : body);
}

/** The first language that a browser wants and the bot speaks, else the bot's first. */
function languageOf({ headers }: IncomingMessage, languages: readonly string[]): string {
  const wanted = (headers["accept-language"] ?? "").split(",").flatMap((one) => {
    const near = nearestLanguage(one.replace(/;.*$/u, "").trim(), languages);
    return near === undefined ? [] : [near];
  });
  return wanted[0] ?? languages[0] ?? "en";
}

function calendar(
  { text, since }: CalendarPage & { readonly since: number },
  request: IncomingMessage,
  response: ServerResponse,
): void {
  const body = Buffer.from(text, "utf8");
  const tag = `"${createHash("sha256").update(body).digest("base64url").slice(0, 27)}"`;
  const headers = { ...always, etag: tag, "last-modified": new Date(since).toUTCString() };
  if (isKnown(request, tag, since)) {
    response.writeHead(304, headers).end();
    return;
  }
  response.writeHead(200, {
    ...headers,
    "content-type": "text/calendar; charset=utf-8",
    "content-disposition": 'inline; filename="calendar.ics"',
    "content-length": body.length,
  });
  response.end(request.method === "HEAD" ? "" : body);
}

/**
 * Whether the reader has it as it is now (RFC 9110, 13.2.2): by its tag, and only where none is given by its time. A proxy
 * that compresses may have marked the tag as weak, or have added how.
 */
function isKnown({ headers }: IncomingMessage, tag: string, since: number): boolean {
  const tags = headers["if-none-match"];
  if (tags !== undefined) {
    const plain = (one: string): string =>
      one
        .trim()
        .replace(/^W\//u, "")
        .replace(/-(?:gzip|br|zstd)"$/u, '"');
    return tags.split(",").some((one) => one.trim() === "*" || plain(one) === tag);
  }
  const known = Date.parse(headers["if-modified-since"] ?? "");
  return !Number.isNaN(known) && since <= known;
}
