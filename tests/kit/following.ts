/** Calendars that follow: the address that somebody was given, and what a calendar reads there, by a library that did not write it. */
import ICAL from "ical.js";
import type { Board } from "../../src/chat/board.ts";
import { readPagePath } from "../../src/chat/pages.ts";
import type { Stage } from "./stage.ts";

/** The newest address of a page that the bot gave to anybody on this stage. */
export function newestAddress(stage: Stage): string {
  const all = stage.adapters.flatMap(({ shown }) => shown).map(({ text }) => text);
  const found = all
    .join("\n")
    .match(/https:\/\/steward\.example\/[bc]\/[a-z2-9]{32}(?:\.ics)?/gu)
    ?.at(-1);
  if (found === undefined) throw new Error("the bot gave no address");
  return found;
}

/** The board at an address; undefined: it is not in use. */
export async function boardAt(stage: Stage, address: string): Promise<Board | undefined> {
  const served = await pageAt(stage, address);
  return served?.type === "board" ? served.board : undefined;
}

/** The calendar file at an address. */
export async function fileAt(stage: Stage, address: string): Promise<string> {
  const served = await pageAt(stage, address);
  return served?.type === "calendar" ? served.text : "";
}

/** What is served at an address; undefined: it is not in use. */
export async function pageAt(stage: Stage, address: string) {
  const asked = readPagePath(new URL(address).pathname);
  if (asked === undefined) throw new Error("no page can be there");
  return stage.steward.dispatch.pages.read(asked.kind, asked.secret);
}

/** An event as a calendar reads it. */
export interface ReadEvent {
  readonly uid: string;
  readonly sequence: number;
  readonly title: string;
  readonly location: string | undefined;
  readonly start: number;
  readonly end: number;
  readonly status: string;
  readonly modified: number;
}

/** What a calendar that follows an address has; undefined: nothing is there any more. */
export async function eventsAt(stage: Stage, address: string): Promise<readonly ReadEvent[] | undefined> {
  const served = await pageAt(stage, address);
  return served?.type === "calendar" ? readEvents(served.text) : undefined;
}

export function readEvents(file: string): readonly ReadEvent[] {
  const calendar = new ICAL.Component(ICAL.parse(file));
  return calendar.getAllSubcomponents("vevent").map((event) => {
    const text = (name: string): string => String(event.getFirstPropertyValue(name) ?? "");
    const moment = (name: string): number => {
      const time = event.getFirstPropertyValue(name);
      if (!(time instanceof ICAL.Time)) throw new Error(`${name} is no time`);
      return time.toUnixTime() * 1000;
    };
    return {
      uid: text("uid"),
      sequence: Number(text("sequence")),
      title: text("summary"),
      location: text("location") === "" ? undefined : text("location"),
      start: moment("dtstart"),
      end: moment("dtend"),
      status: text("status"),
      modified: moment("last-modified"),
    };
  });
}
