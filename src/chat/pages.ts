/** The pages that the bot serves at secret addresses (STEWARD_PUBLIC_URL): what both who makes and who serves them know. */

import type { Board } from "./board.ts";

/** What is served at an address. */
export const pageKinds = ["calendar", "board"] as const;
export type PageKind = (typeof pageKinds)[number];

/** Letters of a secret: 32 of them, so that each holds five bits; none that looks like another one. */
const letters = "abcdefghijkmnpqrstuvwxyz23456789";
/** 160 bits. */
const length = 32;

const secretPattern = new RegExp(`^[${letters}]{${String(length)}}$`);

/** A new secret. `random` gives an integer from 0 to below its argument. */
export const newSecret = (random: (below: number) => number): string =>
  Array.from({ length }, () => letters[random(letters.length)] ?? "").join("");

const paths = {
  calendar: { before: "/c/", after: ".ics" },
  board: { before: "/b/", after: "" },
} as const satisfies Readonly<Record<PageKind, { readonly before: string; readonly after: string }>>;

/** The path of a page, below the public address. */
export const pagePath = (kind: PageKind, secret: string): string =>
  `${paths[kind].before}${secret}${paths[kind].after}`;

/** What page is meant by a path below the public address; undefined where no page can be there. */
export function readPagePath(path: string): { readonly kind: PageKind; readonly secret: string } | undefined {
  for (const kind of pageKinds) {
    const { before, after } = paths[kind];
    if (!path.startsWith(before) || !path.endsWith(after)) continue;
    const secret = path.slice(before.length, path.length - after.length);
    if (secretPattern.test(secret)) return { kind, secret };
  }
  return undefined;
}

/** A page as it is served. */
export interface CalendarPage {
  readonly type: "calendar";
  /** An iCalendar file. */
  readonly text: string;
}
/** The board of an assembly. */
export interface BoardPage {
  readonly type: "board";
  readonly board: Board;
}
export type Page = CalendarPage | BoardPage;
