/**
 * Pictures and pages as data. A handler says what is to be seen, in phrases; they are resolved in the reader's language with
 * the rest of the message, and the file is made from them just before it is sent (src/pages). So the outbox holds a few
 * figures and not a file, a live message shows the latest figures, and nothing is drawn while a transaction is open.
 */
import type { Leads } from "./leads.ts";
import type { Phrase } from "./phrase.ts";

/** How a part of a bar is filled: what counts, what may still come to count, and neither. Told apart without colours. */
export type Fill = "full" | "striped" | "pale";

/** One bar, from left to right. */
export interface Bar<P = Phrase> {
  readonly label: P;
  /** What the bar shows, in words. */
  readonly figures: P;
  readonly parts: readonly { readonly value: number; readonly fill: Fill }[];
}

/** Bars on one scale. */
export interface Bars<P = Phrase> {
  readonly heading?: P;
  readonly bars: readonly Bar<P>[];
  /** What is to be reached, as a line across all of them. */
  readonly line?: { readonly at: number; readonly label: P };
  /** The end of the scale; without it, or where a bar is longer, the longest bar or the line. */
  readonly most?: number;
  /** Below the bars: how many more there would be. */
  readonly more?: P;
}

/** A picture of bars. */
export interface Chart<P = Phrase> {
  readonly title: P;
  /** What it came to, in a word or two: larger than all else. */
  readonly outcome?: P;
  readonly key: readonly { readonly fill: Fill; readonly label: P }[];
  readonly groups: readonly Bars<P>[];
  readonly note?: P;
}

/** A calendar at a glance: a row for each sector, its actions day by day, phases behind them, dates and assemblies across. */
export interface Waves<P = Phrase> {
  readonly title: P;
  /** How many days it has; days are counted from 0. */
  readonly days: number;
  /** Where weeks begin, and months with what they are called. */
  readonly weeks: readonly number[];
  readonly months: readonly { readonly day: number; readonly label: P }[];
  /** `until` is behind the last day. */
  readonly bands: readonly { readonly kind: "burst" | "lull"; readonly from: number; readonly until: number }[];
  /** `counts`: how many actions go on, day by day. */
  readonly rows: readonly { readonly label: P; readonly figures: P; readonly counts: readonly number[] }[];
  /** Below the rows: how many more there would be. */
  readonly more?: P;
  /** What is agreed on: its day, and what it is called. */
  readonly dates: readonly { readonly day: number; readonly label: P }[];
  readonly meetings: readonly number[];
  /** What the signs mean. */
  readonly key: Readonly<Record<"burst" | "lull" | "actions" | "date" | "meeting", P>>;
}

/** A piece of a printable page. */
export type PaperBlock<P = Phrase> =
  | { readonly type: "waves"; readonly waves: Waves<P> }
  /** `small`: of a part within what the last heading began. */
  | { readonly type: "heading"; readonly text: P; readonly small?: boolean }
  /** `outcome`: what it came to, larger than what is beside it. `withNext`: what follows belongs to it, as an answer to its question. */
  | {
      readonly type: "paragraph";
      readonly text: P;
      readonly style?: "strong" | "quiet" | "outcome";
      readonly withNext?: boolean;
    }
  | { readonly type: "list"; readonly items: readonly P[] }
  /** Names and what belongs to them, in two columns. */
  | { readonly type: "facts"; readonly facts: readonly (readonly [P, P])[] }
  /** The first column holds words, the others figures. */
  | { readonly type: "table"; readonly head: readonly P[]; readonly rows: readonly (readonly P[])[] };

/** A printable page, or as many as it takes. */
export interface Paper<P = Phrase> {
  readonly title: P;
  readonly subtitle?: P;
  readonly blocks: readonly PaperBlock<P>[];
  /** At the foot of every page. */
  readonly foot: P;
  /** Milliseconds since 1970: the date of the file. */
  readonly at: number;
  /** It is for the wall: as large as it fits on so many sheets, with a wide margin to write in. */
  readonly wall?: number;
  /** It is a poster: one page, as large as it fits, with a code for cameras at its foot, where the platform has an address. */
  readonly code?: Code<P>;
}

/** A code for cameras (QR) on a page, and what is said beside it. */
export interface Code<P = Phrase> extends Scanned {
  readonly label: P;
}

/** A code for cameras: the platform knows the address to which it leads, once it is sent. */
export interface Scanned {
  readonly leads: Leads;
  /** Filled in by the delivery. */
  readonly address?: string;
}

/** A picture (PNG) of a code for cameras. */
export interface DrawnCode<P = Phrase> {
  readonly name: P;
  readonly scans: Scanned;
}

/** A picture (PNG) that is drawn when it is sent. */
export interface Drawn<P = Phrase> {
  readonly name: P;
  readonly draws: Chart<P> | Waves<P>;
}

/** A file that is written when it is sent: a page to print (A4), or the same as a text. */
export interface Printed<P = Phrase> {
  readonly name: P;
  readonly prints: Paper<P>;
  readonly as: "pdf" | "markdown";
}

/** From what a file is made, in words. */
export type Made =
  Pick<Drawn<string>, "draws"> | Pick<DrawnCode<string>, "scans"> | Pick<Printed<string>, "prints" | "as">;

/** The same with every phrase resolved. */
export function chartIn<P, Q>({ title, outcome, key, groups, note }: Chart<P>, say: (of: P) => Q): Chart<Q> {
  return {
    title: say(title),
    ...(outcome === undefined ? {} : { outcome: say(outcome) }),
    key: key.map(({ fill, label }) => ({ fill, label: say(label) })),
    groups: groups.map(({ heading, bars, line, most, more }) => ({
      ...(heading === undefined ? {} : { heading: say(heading) }),
      bars: bars.map(({ label, figures, parts }) => ({ label: say(label), figures: say(figures), parts })),
      ...(line === undefined ? {} : { line: { at: line.at, label: say(line.label) } }),
      ...(most === undefined ? {} : { most }),
      ...(more === undefined ? {} : { more: say(more) }),
    })),
    ...(note === undefined ? {} : { note: say(note) }),
  };
}

export const isWaves = <P>(of: Chart<P> | Waves<P>): of is Waves<P> => "bands" in of;

/** The same with every phrase resolved. */
export function wavesIn<P, Q>(of: Waves<P>, say: (of: P) => Q): Waves<Q> {
  const { title, months, rows, more, dates, key, ...rest } = of;
  return {
    ...rest,
    title: say(title),
    months: months.map(({ day, label }) => ({ day, label: say(label) })),
    rows: rows.map(({ label, figures, counts }) => ({ label: say(label), figures: say(figures), counts })),
    ...(more === undefined ? {} : { more: say(more) }),
    dates: dates.map(({ day, label }) => ({ day, label: say(label) })),
    key: {
      burst: say(key.burst),
      lull: say(key.lull),
      actions: say(key.actions),
      date: say(key.date),
      meeting: say(key.meeting),
    },
  };
}

/** The same with every phrase resolved. */
export function paperIn<P, Q>(
  { title, subtitle, blocks, foot, at, wall, code }: Paper<P>,
  say: (of: P) => Q,
): Paper<Q> {
  return {
    title: say(title),
    ...(subtitle === undefined ? {} : { subtitle: say(subtitle) }),
    blocks: blocks.map((block) => paperBlockIn(block, say)),
    foot: say(foot),
    at,
    ...(wall === undefined ? {} : { wall }),
    ...(code === undefined ? {} : { code: { ...code, label: say(code.label) } }),
  };
}

function paperBlockIn<P, Q>(block: PaperBlock<P>, say: (of: P) => Q): PaperBlock<Q> {
  switch (block.type) {
    case "heading":
    case "paragraph":
      return { ...block, text: say(block.text) };
    case "waves":
      return { type: "waves", waves: wavesIn(block.waves, say) };
    case "list":
      return { type: "list", items: block.items.map(say) };
    case "facts":
      return { type: "facts", facts: block.facts.map(([name, fact]) => [say(name), say(fact)] as const) };
    case "table":
      return { type: "table", head: block.head.map(say), rows: block.rows.map((row) => row.map(say)) };
  }
}
