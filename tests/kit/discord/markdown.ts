/**
 * What a person sees of a message's text: Discord's markdown, read as its clients do (their parser is built on
 * simple-markdown). Written apart from the adapter, so that a mistake there is not made here too.
 */

/** The text as it is shown, and what in it is more than text. */
export interface Seen {
  readonly text: string;
  /** Ids of people, roles and channels that it names, and `everyone`, `here`. */
  readonly mentions: readonly string[];
  /** Addresses that can be followed. */
  readonly links: readonly string[];
  /** Styles: bold, italics, underline, strike, spoiler, code, heading, quiet, quote, list, emoji, time, command. */
  readonly styles: ReadonlySet<string>;
}

export interface ReadOptions {
  readonly nameOf?: (userId: string) => string;
  /** How a time is shown to this reader; `style` is Discord's letter. */
  readonly time?: (seconds: number, style: string) => string;
}

interface Sink {
  readonly mentions: string[];
  readonly links: string[];
  readonly styles: Set<string>;
  readonly options: ReadOptions;
}

export function readMarkdown(source: string, options: ReadOptions = {}): Seen {
  const sink: Sink = { mentions: [], links: [], styles: new Set(), options };
  const text = blocks(source.trim(), sink);
  return { text, mentions: sink.mentions, links: sink.links, styles: sink.styles };
}

function blocks(source: string, sink: Sink): string {
  const out: string[] = [];
  let rest = source;
  while (rest !== "") {
    const code = /^```(?:([a-z0-9_+\-.#]+?)\n)?\n*([^\n][^]*?)\n*```(?:\n|$)/i.exec(rest);
    if (code !== null) {
      sink.styles.add("codeblock");
      out.push(code[2] ?? "");
      rest = rest.slice(code[0].length);
      continue;
    }
    const end = rest.indexOf("\n");
    const one = end < 0 ? rest : rest.slice(0, end);
    // A span may run over several lines, unless a block begins on one of them.
    const after = end < 0 ? "" : rest.slice(end + 1);
    if (special(one)) {
      out.push(line(one, sink));
      rest = after;
      continue;
    }
    const lines = [one];
    let more = after;
    let left = end >= 0;
    while (left && more !== "" && !special(more.split("\n", 1)[0] ?? "") && !more.startsWith("```")) {
      const next = more.indexOf("\n");
      lines.push(next < 0 ? more : more.slice(0, next));
      left = next >= 0;
      more = next < 0 ? "" : more.slice(next + 1);
    }
    out.push(spans(lines.join("\n"), sink));
    rest = more;
  }
  return out.join("\n");
}

const special = (line: string): boolean => /^(?:#{1,3} +\S|-# +\S|>(?:>>)? |\s*(?:[*-]|\d{1,9}\.) +\S)/.test(line);

function line(source: string, sink: Sink): string {
  const heading = /^#{1,3} +(.+)$/.exec(source);
  if (heading !== null) {
    sink.styles.add("heading");
    return spans(heading[1] ?? "", sink);
  }
  const quiet = /^-# +(.+)$/.exec(source);
  if (quiet !== null) {
    sink.styles.add("quiet");
    return spans(quiet[1] ?? "", sink);
  }
  const quote = /^>(?:>>)? (.*)$/.exec(source);
  if (quote !== null) {
    sink.styles.add("quote");
    return line(quote[1] ?? "", sink);
  }
  const item = /^(\s*)(?:([*-])|(\d{1,9})\.) +(.+)$/.exec(source);
  if (item !== null) {
    sink.styles.add("list");
    return `${item[1] ?? ""}${item[2] === undefined ? `${item[3] ?? ""}.` : "•"} ${spans(item[4] ?? "", sink)}`;
  }
  return spans(source, sink);
}

type Rule = readonly [RegExp, (match: RegExpExecArray, sink: Sink, before: string) => string | undefined];

const styled =
  (style: string, group = 1) =>
  (match: RegExpExecArray, sink: Sink): string => {
    sink.styles.add(style);
    return spans(match[group] ?? "", sink);
  };
const linked = (match: RegExpExecArray, sink: Sink): string => {
  sink.links.push(match[2] ?? match[1] ?? "");
  return match[1] ?? "";
};
const named =
  (sign: string) =>
  (match: RegExpExecArray, sink: Sink): string => {
    const id = match[1] ?? "";
    sink.mentions.push(id);
    return `${sign}${sign === "@" ? (sink.options.nameOf?.(id) ?? id) : id}`;
  };

const rules: readonly Rule[] = [
  [/^\\([^0-9A-Za-z\s])/, (match) => match[1] ?? ""],
  [/^(`+)([^]*?[^`])\1(?!`)/, (match, sink) => (sink.styles.add("code"), match[2] ?? "")],
  [/^<(https?:\/\/[^\s>]+)>/, linked],
  [
    /^\[((?:\\.|[^[\]\\])+)\]\(<?(https?:\/\/[^\s)>]+)>?(?: +"[^"]*")?\)/,
    (match, sink) => (sink.links.push(match[2] ?? ""), spans(match[1] ?? "", sink)),
  ],
  [/^(https?:\/\/[^\s<]+[^<.,:;"')\]\s])/, linked],
  [/^(discord:\/\/[^\s<]+)/, linked],
  [/^<@!?(\d+)>/, named("@")],
  [/^<@&(\d+)>/, named("@&")],
  [/^<#(\d+)>/, named("#")],
  [/^<\/[-_\p{L}\p{N} ]+:(\d+)>/u, (match, sink) => (sink.styles.add("command"), match[0])],
  [/^<id:[a-z]+>/, (match, sink) => (sink.styles.add("command"), match[0])],
  [/^<a?:(\w{2,32}):(\d+)>/, (match, sink) => (sink.styles.add("emoji"), `:${match[1] ?? ""}:`)],
  [
    /^<t:(-?\d{1,17})(?::([tTdDfFRsS]))?>/,
    (match, sink) => {
      sink.styles.add("time");
      return sink.options.time?.(Number(match[1]), match[2] ?? "f") ?? new Date(Number(match[1]) * 1_000).toISOString();
    },
  ],
  [
    /^@(everyone|here)/,
    (match, sink) => {
      sink.mentions.push(match[1] ?? "");
      return match[0];
    },
  ],
  [/^:([\w+-]{2,32}):/, (match, sink) => (sink.styles.add("emoji"), match[0])],
  [/^¯\\_\(ツ\)_\/¯/, (match) => match[0]],
  [/^\|\|([^]+?)\|\|/, styled("spoiler")],
  [/^\*\*((?:\\[^]|[^\\])+?)\*\*(?!\*)/, styled("bold")],
  [/^__((?:\\[^]|[^\\])+?)__(?!_)/, styled("underline")],
  [/^~~((?:\\[^]|[^\\])+?)~~(?!_)/, styled("strike")],
  [/^_((?:__|\\[^]|[^\\_])+?)_(?!\w)/, styled("italics")],
  [/^\*(?=\S)((?:\*\*|\\[^]|\s+(?:\\[^]|[^\s*\\]|\*\*)|[^\s*\\])+?)\*(?!\*)/, styled("italics")],
];

function spans(source: string, sink: Sink): string {
  let out = "";
  let rest = source;
  while (rest !== "") {
    const hit = rules
      .map(([pattern, make]) => ({ match: pattern.exec(rest), make }))
      .find(({ match }) => match !== null);
    if (hit?.match === undefined || hit.match === null) {
      const [first = ""] = rest;
      out += first;
      rest = rest.slice(first.length);
      continue;
    }
    out += hit.make(hit.match, sink, out) ?? "";
    rest = rest.slice(hit.match[0].length);
  }
  return out;
}
