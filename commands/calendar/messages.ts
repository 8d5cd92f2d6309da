/** What `/calendar show` says: a picture, the days in words, and a page to print. Of shared actions never where or who. */
import type { Waves, Paper } from "../../src/chat/drawing.ts";
import { verbatim, type Block, type FileData, type Message } from "../../src/chat/message.ts";
import { month, phrase, time, type Phrase } from "../../src/chat/phrase.ts";
import type { FederationContext } from "../../src/core/context.ts";
import { dayOf } from "../../src/core/options/date.ts";
import { noonOf } from "../../src/domain/dates.ts";
import { nextStretch, stretchesWithin, stretchOn } from "../../src/domain/phases.ts";
import { addDays, localParts } from "../../src/domain/time.ts";
import { bandsOf, daysOf, eachDay, lengthOf, waveOf, type Days } from "../../src/domain/waves.ts";
import { stretchLine } from "../phase.ts";
import type { Collected } from "./collected.ts";

/** Rows of one picture; days with something that are told one by one, and weeks where there are more. */
const mostSectors = 20;
const mostLines = 21;
/** Sectors that are named in one line: where there are more, the picture tells them apart. */
const mostInLine = 4;
/** Names of actions of one day and sector. */
const mostNamed = 3;
const mostDates = 9;

export async function calendarMessage(context: FederationContext, found: Collected, file: FileData): Promise<Message> {
  const { days } = found;
  const title = phrase("calendar-title", { from: dayOf(days.from, found), to: dayOf(days.to, found) });
  const waves = wavesOf(found, title);
  const lines = linesOf(found);
  const empty = lines.length === 0 && found.phases === undefined;
  const page = phrase("calendar-file-page", { from: days.from });
  const at = context.now;
  return {
    blocks: [
      { type: "heading", content: title },
      ...stretchBlocks(found),
      ...(empty
        ? [{ type: "paragraph" as const, content: phrase("calendar-empty") }]
        : [
            {
              type: "image" as const,
              file: { name: phrase("calendar-file-picture", { from: days.from }), draws: waves },
              alt: phrase("calendar-alt", { title, sectors: found.sectors.length, actions: found.actions.length }),
              said: true,
            },
          ]),
      ...(lines.length === 0
        ? []
        : [
            {
              type: "table" as const,
              head: [phrase("calendar-when"), phrase("calendar-what")],
              rows: lines.map(({ when, what }) => [when, what]),
            },
          ]),
      ...(empty
        ? []
        : [
            {
              type: "file" as const,
              file: { name: page, prints: paperOf(context, found, waves, title, at), as: "pdf" as const },
            },
          ]),
      { type: "file", file },
      { type: "paragraph", style: "quiet", content: phrase("calendar-note") },
    ],
  };
}

/** What is now, and what comes next: the rest is seen in the picture. */
function stretchBlocks(found: Collected): readonly Block[] {
  const { phases, days, zone } = found;
  if (phases === undefined) return [];
  const now = stretchOn(phases, days.from);
  const next = nextStretch(phases, days.from);
  const items = [...(now === undefined ? [] : [now]), next].filter(({ from }) => from <= days.to);
  return [{ type: "list", items: items.map((one) => stretchLine(one, zone)) }];
}

// In words

interface Line {
  readonly when: Phrase;
  readonly what: Phrase;
}

/** What is on within some days: agreed dates and assemblies by their names, actions as a number for each sector. */
function whatIs(
  { dates, meetings, actions, sectors, zone }: Collected,
  within: Days,
  dated: boolean,
): readonly Phrase[] {
  const inside = (day: string): boolean => day >= within.from && day <= within.to;
  const counts = sectors.map(({ id, name }) => ({
    name,
    count: actions.filter((one) => {
      const { from, to } = daysOf(one, zone);
      return one.sectorId === id && from <= within.to && to >= within.from;
    }).length,
  }));
  const there = counts.filter(({ count }) => count > 0);
  return [
    ...dates
      .filter(({ agreedDay }) => inside(agreedDay))
      .map(({ what, agreedDay }) =>
        dated
          ? phrase("calendar-agreed-on", { what, day: dayOf(agreedDay, { zone }) })
          : phrase("calendar-agreed", { what }),
      ),
    ...meetings
      .filter(({ at }) => inside(localParts(at, zone).date))
      .map(({ name, at }) =>
        dated
          ? phrase("calendar-assembly-on", { name, at: time(at, "datetime") })
          : phrase("calendar-assembly", { name, at: time(at, "time") }),
      ),
    ...(there.length > mostInLine
      ? [phrase("calendar-sum", { actions: there.reduce((sum, { count }) => sum + count, 0), sectors: there.length })]
      : there.map(({ name, count }) => phrase("calendar-sector-actions", { sector: name, count }))),
  ];
}

/** Day by day, actions by their names; where that would be many lines, week by week, in numbers. */
function linesOf(found: Collected): readonly Line[] {
  const { days, zone } = found;
  const byDay = eachDay(days).flatMap((day): readonly Line[] => {
    const what = namedOn(found, day);
    return what.length === 0 ? [] : [{ when: phrase("date-day", { day: dayOf(day, found) }), what: joined(what) }];
  });
  if (byDay.length <= mostLines) return byDay;
  return weeksOf(days, zone).flatMap((week): readonly Line[] => {
    const what = whatIs(found, week, true);
    const when = phrase("calendar-week", { from: dayOf(week.from, found) });
    return what.length === 0 ? [] : [{ when, what: joined(what) }];
  });
}

const joined = (what: readonly Phrase[]): Phrase => phrase("calendar-joined", { what });

/** From Monday to Sunday; the first and the last as far as they lie within. */
function weeksOf(days: Days, zone: string): readonly Days[] {
  const weeks: Days[] = [];
  for (let from = days.from; from <= days.to;) {
    const { weekday } = localParts(noonOf(from, zone), zone);
    const end = addDays(from, 7 - weekday);
    const to = end < days.to ? end : days.to;
    weeks.push({ from, to });
    from = addDays(to, 1);
  }
  return weeks;
}

// As a picture

function wavesOf(found: Collected, title: Phrase): Waves {
  const { days, zone, phases, sectors, actions, dates, meetings } = found;
  const all = eachDay(days);
  const place = new Map(all.map((day, index) => [day, index]));
  const rows = sectors
    .map(({ id, name }) => ({ name, own: actions.filter(({ sectorId }) => sectorId === id) }))
    .toSorted((a, b) => Number(b.own.length > 0) - Number(a.own.length > 0));
  const shown = rows.slice(0, mostSectors);
  const more = rows.length - shown.length;
  return {
    title,
    days: lengthOf(days),
    weeks: all.flatMap((day, index) => (localParts(noonOf(day, zone), zone).weekday === 1 && index > 0 ? [index] : [])),
    months: all.flatMap((day, index) =>
      index === 0 || day.endsWith("-01")
        ? [
            {
              day: index,
              label: phrase("calendar-month", { month: month(Number(day.slice(0, 4)), Number(day.slice(5, 7))) }),
            },
          ]
        : [],
    ),
    bands: bandsOf(phases, days),
    rows: shown.map(({ name, own }) => ({
      label: verbatim(name),
      figures: phrase("calendar-actions", { actions: own.length }),
      counts: waveOf(own, days, zone),
    })),
    ...(more > 0 ? { more: phrase("calendar-more-sectors", { sectors: more }) } : {}),
    dates: dates.slice(0, mostDates).map(({ what, agreedDay }) => ({
      day: place.get(agreedDay) ?? 0,
      label: phrase("calendar-date-line", { day: dayOf(agreedDay, found), what }),
    })),
    meetings: [...new Set(meetings.map(({ at }) => place.get(localParts(at, zone).date) ?? 0))],
    key: {
      burst: phrase("calendar-burst"),
      lull: phrase("calendar-lull"),
      actions: phrase("calendar-key-actions"),
      date: phrase("calendar-key-date"),
      meeting: phrase("calendar-key-meeting"),
    },
  };
}

// As a page

function paperOf(context: FederationContext, found: Collected, waves: Waves, title: Phrase, at: number): Paper {
  const { zone } = found;
  const facts = linesOf(found).map(({ when, what }): readonly [Phrase, Phrase] => [when, what]);
  return {
    title,
    subtitle: verbatim(context.federation.name),
    blocks: [
      { type: "waves", waves },
      ...(found.phases === undefined
        ? []
        : [
            { type: "heading" as const, text: phrase("calendar-phases") },
            {
              type: "list" as const,
              items: stretchesWithin(found.phases, found.days).map((one) => stretchLine(one, zone)),
            },
          ]),
      ...(facts.length === 0
        ? []
        : [
            { type: "heading" as const, text: phrase("calendar-days") },
            { type: "facts" as const, facts },
          ]),
    ],
    foot: phrase("calendar-foot", { at: time(at, "datetime", { named: true, dated: true }) }),
    at,
  };
}

/** What is on on one day, actions by their names. */
function namedOn(found: Collected, day: string): readonly Phrase[] {
  const { actions, sectors, zone } = found;
  const on = actions.filter((one) => {
    const { from, to } = daysOf(one, zone);
    return from <= day && to >= day;
  });
  const bySector = sectors.flatMap(({ id, name }): readonly Phrase[] => {
    const own = on.filter(({ sectorId }) => sectorId === id).map(({ what }) => what);
    if (own.length === 0) return [];
    const more = own.length - mostNamed;
    const names = more > 0 ? [...own.slice(0, mostNamed), phrase("calendar-more", { more })] : own;
    return [phrase("calendar-sector-names", { sector: name, actions: names })];
  });
  const others = whatIs({ ...found, actions: [] }, { from: day, to: day }, false);
  return [...others, ...bySector];
}
