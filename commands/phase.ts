/** `/phase`: the federation's calendar of bursts and lulls. Rules: docs/rules.md, "Phases". */
import { command, Refused, usage, type JobRunner, type OptionType, type Reply } from "../src/core/command.ts";
import type { FederationContext } from "../src/core/context.ts";
import { say, type Message } from "../src/chat/message.ts";
import { integer, moment, optional, required } from "../src/core/options/index.ts";
import { phrase, type Phrase, time } from "../src/chat/phrase.ts";
import { burstBefore } from "../src/domain/debrief.ts";
import {
  longestBurst,
  longestLull,
  nextLook,
  nextStretch,
  phaseJobs,
  shortestPhase,
  stretchesAfter,
  stretchOn,
  toTell,
  type PhaseCalendar,
  type Stretch,
} from "../src/domain/phases.ts";
import { addDays, daysBetween, isDate, localParts, wallClock } from "../src/domain/time.ts";
import { beginDebrief } from "./debrief/begin.ts";
import { learntSince } from "./debrief/messages.ts";

/** How far ahead `/phase show` looks, in days: three months. */
const shownDays = 92;
/** A calendar may have begun, or begin, so many days from today. */
const furthestStart = 366;
const endOfDay = 24 * 60 - 1;

/** A date of the calendar, `2026-03-27`: so written it may have passed; or any moment ahead in words, 'today' included. */
const startDate = (): OptionType<string> => ({
  kind: "moment",
  parse: async (raw, context) => {
    const { now, zone } = context;
    const ahead = moment({ defaultTime: endOfDay });
    const read = isDate(raw.trim())
      ? { value: wallClock(raw.trim(), endOfDay, zone) }
      : await ahead.parse(raw, context);
    if ("refusal" in read) return read;
    const date = localParts(read.value, zone).date;
    const away = Math.abs(daysBetween(localParts(now, zone).date, date));
    return away > furthestStart ? { refusal: phrase("phase-start-too-far") } : { value: date };
  },
});

const day = (date: string, zone: string) => time(wallClock(date, 12 * 60, zone), "date");

/** The stretch with its days, as one line. `zone` is the reader's: dates are the same everywhere. */
export function stretchLine({ kind, from, until }: Stretch, zone: string): Phrase {
  const args = { from: day(from, zone), to: day(addDays(until, -1), zone), days: daysBetween(from, until) };
  return kind === "burst" ? phrase("phase-line-burst", args) : phrase("phase-line-lull", args);
}

/** Where we are, and until when. */
function whereWeAre(calendar: PhaseCalendar, today: string, zone: string): Phrase {
  const now = stretchOn(calendar, today);
  if (now === undefined) return phrase("phase-before", { from: day(calendar.startsOn, zone) });
  const args = {
    day: daysBetween(now.from, today) + 1,
    days: daysBetween(now.from, now.until),
    to: day(addDays(now.until, -1), zone),
  };
  return now.kind === "burst" ? phrase("phase-now-burst", args) : phrase("phase-now-lull", args);
}

const says = (of: Stretch, zone: string): Phrase =>
  of.kind === "burst"
    ? phrase("phase-next-burst", { from: day(of.from, zone) })
    : phrase("phase-next-lull", { from: day(of.from, zone) });

function overview(calendar: PhaseCalendar, { now, zone }: Pick<FederationContext, "now" | "zone">): Message {
  const today = localParts(now, zone).date;
  const ahead = stretchesAfter(calendar, today, addDays(today, shownDays));
  return {
    blocks: [
      { type: "paragraph", style: "strong", content: whereWeAre(calendar, today, zone) },
      ...(stretchOn(calendar, today) === undefined
        ? []
        : [{ type: "paragraph", content: says(nextStretch(calendar, today), zone) } as const]),
      { type: "list", items: ahead.map((stretch) => stretchLine(stretch, zone)) },
    ],
  };
}

/** Told in every chat of the federation, with the dates of its zone; who did it elsewhere is told there that it was done. */
async function everywhere(
  { cells, chat }: FederationContext,
  message: (zone: string) => Message,
): Promise<readonly Reply[]> {
  const told = [...(await cells.zones())].map(([zone, chats]): Reply => ({
    to: "chats",
    chats,
    message: message(zone),
  }));
  return chat === undefined ? [...told, { to: "here", message: say("phase-set-everywhere") }] : told;
}

/** The turn, in every chat of the zones in which it has come: each chat is told once, whatever happens in between. */
const turn: JobRunner = async (context, { date = "" }) => {
  const { phases, cells, broadcasts, now } = context;
  const calendar = await phases.calendar();
  if (calendar === undefined) return [];
  const chats = await cells.zones();
  let cellOf: ReadonlyMap<string, string | undefined> | undefined;
  const replies: Reply[] = [];
  for (const [zone, ids] of chats) {
    const stretch = toTell(calendar, date, zone, now);
    if (stretch === undefined) continue;
    const broadcast = `phase:${context.federation.id}:${stretch.from}`;
    const told = await broadcasts.chatsOf(broadcast);
    const missing = ids.filter((id) => !told.has(id));
    if (missing.length === 0) continue;
    replies.push({ to: "chats", chats: missing, message: announcement(stretch, zone), broadcast });
    cellOf ??= new Map((await cells.chats("federation")).map(({ id, cellId }) => [id, cellId]));
    const groups = Map.groupBy(missing, (id) => cellOf?.get(id));
    replies.push(...(await learning(context, calendar, stretch, zone, groups)));
  }
  await phases.planLook(nextLook(calendar, date, [...chats.keys()], now));
  return replies;
};

/**
 * As a burst ends, cells are asked what they have learnt; as the next one begins, each reads what it has.
 * @param groups the chats that are told, by their cells; of councils, which learn nothing, by none
 */
async function learning(
  context: FederationContext,
  { burst, lull }: PhaseCalendar,
  stretch: Stretch,
  zone: string,
  groups: ReadonlyMap<string | undefined, readonly string[]>,
): Promise<readonly Reply[]> {
  const since = wallClock(addDays(stretch.from, -burst - lull), 0, zone);
  const replies: Reply[] = [];
  for (const [cellId, chats] of groups) {
    if (cellId === undefined) continue;
    if (stretch.kind === "lull") {
      const about = { cellId, of: burstBefore(stretch, burst), subject: `burst:${cellId}:${stretch.from}` };
      replies.push(...(await beginDebrief(context, about)));
      continue;
    }
    const message = await learntSince(context, cellId, since, zone);
    if (message !== undefined) replies.push({ to: "chats", chats, message });
  }
  return replies;
}

function announcement(stretch: Stretch, zone: string): Message {
  const args = { days: daysBetween(stretch.from, stretch.until), to: day(addDays(stretch.until, -1), zone) };
  return stretch.kind === "burst" ? say("phase-turn-burst", args) : say("phase-turn-lull", args);
}

export const phase = command({
  name: "phase",
  about: "phase-about",
  jobs: { [phaseJobs.turn]: turn },
  words: {
    show: usage({
      about: "phase-show-about",
      level: "member",
      where: ["cell", "council", "direct"],
      answer: "private",
      // The calendar is the whole federation's.
      fallback: "chat",
      async run(context) {
        const calendar = await context.phases.calendar();
        if (calendar === undefined) throw new Refused(phrase("phase-none"));
        return [{ to: "person", message: overview(calendar, context) }];
      },
    }),

    set: usage({
      about: "phase-set-about",
      level: "steward",
      where: ["cell", "direct"],
      answer: "chat",
      options: {
        burst: required(integer({ min: shortestPhase, max: longestBurst, usual: [7, 14, 21, 28] }), {
          about: "phase-option-burst",
          ask: "phase-ask-burst",
        }),
        lull: required(integer({ min: shortestPhase, max: longestLull, usual: [7, 14, 21, 28] }), {
          about: "phase-option-lull",
          ask: "phase-ask-lull",
        }),
        start: optional(startDate(), { about: "phase-option-start", ask: "phase-ask-start", guided: true }),
      },
      async run(context, { burst, lull, start }) {
        const { phases, now, zone } = context;
        const calendar = { startsOn: start ?? localParts(now, zone).date, burst, lull };
        await phases.set(calendar);
        return everywhere(context, (there) => ({
          blocks: [
            { type: "paragraph", content: phrase("phase-set") },
            ...overview(calendar, { now, zone: there }).blocks,
          ],
        }));
      },
    }),

    off: usage({
      about: "phase-off-about",
      ends: true,
      level: "steward",
      where: ["cell", "direct"],
      answer: "chat",
      async run(context) {
        if (!(await context.phases.clear())) throw new Refused(phrase("phase-none"));
        return everywhere(context, () => say("phase-off"));
      },
    }),
  },
});
