/** What a tally shows: figures that everybody may see, as text and as a picture. Rules: docs/rules.md, "Tallies". */
import type { Context } from "../src/core/context.ts";
import type { Bar, Bars, Chart } from "../src/chat/drawing.ts";
import { verbatim, type Block, type Message } from "../src/chat/message.ts";
import { numbersShown, type Drive, type Figures } from "../src/domain/drives.ts";
import type { Vote } from "../src/domain/votes.ts";
import { demandBlocks, driveTime, hiddenBlocks } from "./drive/card.ts";
import { countLine, resultLine } from "./vote-result.ts";
import { phrase, type Phrase } from "../src/chat/phrase.ts";
import { outcome, whyNotExact } from "./drive/outcome.ts";

/** Bars of sectors in one picture. */
const mostSectors = 24;

/** A line of figures: what the picture draws as a bar, the text says, and so does the description of the picture. */
interface Line {
  readonly label: Phrase;
  readonly figures: Phrase;
  readonly parts: Bar["parts"];
}

/** The tally of a drive: the same in every chat, nobody's name. */
export async function driveTally(context: Context, of: Drive): Promise<Message> {
  const figures = numbersShown(of)
    ? driveBlocks(of, await context.drives.figures(of, undefined), await sectorNames(context))
    : hiddenBlocks(of);
  return {
    blocks: [
      { type: "heading", content: verbatim(of.question) },
      ...demandBlocks(of),
      ...(of.closedAt === undefined ? [] : [{ type: "paragraph", style: "strong", content: outcome(of) } as const]),
      ...figures,
      { type: "paragraph", style: "quiet", content: driveTime(of, context.now) },
    ],
  };
}

async function sectorNames({ cells }: Context): Promise<ReadonlyMap<string, string>> {
  return new Map((await cells.sectors()).map(({ id, name }) => [id, name]));
}

function driveBlocks(of: Drive, published: Figures, names: ReadonlyMap<string, string>): readonly Block[] {
  const { firm, waiting, exact, leftOut } = published;
  const [way] = of.ways;
  const all = line(way === undefined ? phrase("tally-all") : verbatim(way), { firm, waiting }, exact);
  const otherWays = of.ways.slice(1).map((other, at) => wayLine(other, published.ways[at] ?? 0, of.scope === "cell"));
  const sectors = published.sectors.map((one) => ({ ...one, name: names.get(one.sectorId) ?? "" }));
  // A single sector says the same as the whole.
  const shown = sectors.length > 1 || of.minimum > 0 ? largest(sectors) : [];
  const lines = shown.map(({ name, ...tally }) => line(verbatim(name), tally, of.scope === "cell"));
  const goal = phrase("tally-goal", { goal: of.goal });
  const minimum = of.minimum > 0 ? phrase("tally-minimum", { minimum: of.minimum }) : undefined;
  // The total at the close is exact: where nothing else is shown, nothing is left out.
  const nothingHidden = of.scope === "cell" || (exact && shown.length === 0 && otherWays.length === 0);
  const why = [...whyNotExact(of), ...(leftOut ? [phrase("drive-left-out")] : [])];
  const note = nothingHidden ? undefined : phrase("tally-note", { people: of.smallestGroup });
  const left = shown.length === 0 ? 0 : sectors.length - shown.length;
  const more = left === 0 ? undefined : phrase("tally-more-sectors", { sectors: left });
  // What is part of a whole is drawn on the scale of the whole.
  const most = Math.max(of.goal, firm + waiting, ...shown.map((one) => one.firm + one.waiting), ...published.ways);
  const bySector: Bars = {
    heading: phrase("tally-by-sector"),
    bars: lines,
    most,
    ...(minimum === undefined ? {} : { line: { at: of.minimum, label: minimum } }),
    ...(more === undefined ? {} : { more }),
  };
  const draws: Chart = {
    title: verbatim(of.question),
    key: (
      [
        { fill: "full", label: phrase("tally-firm") },
        { fill: "striped", label: phrase("tally-waiting") },
      ] as const
    ).filter(({ fill }) =>
      [all, ...lines].some((one) => one.parts.some((part) => part.fill === fill && part.value > 0)),
    ),
    groups: [
      { bars: [all], most, line: { at: of.goal, label: goal } },
      ...(otherWays.length === 0 ? [] : [{ heading: phrase("tally-other-ways"), bars: otherWays, most }]),
      ...(lines.length === 0 ? [] : [bySector]),
    ],
    ...(note === undefined ? {} : { note }),
  };
  const said = [all, ...otherWays, ...lines].map(inText);
  const items = [said[0] ?? goal, goal, ...said.slice(1)];
  for (const last of [more, minimum]) if (last !== undefined) items.push(last);
  return [
    {
      type: "image",
      file: { name: phrase("tally-file", { number: of.number }), draws },
      alt: described(verbatim(of.question), items),
      said: true,
    },
    { type: "list", items },
    ...[...why, ...(note === undefined ? [] : [note])].map(
      (content) => ({ type: "paragraph", style: "quiet", content }) as const,
    ),
  ];
}

/** The sectors that there is room for, by name. Where there is none for all, those with the largest figures, and figures first. */
function largest<S extends { readonly firm: number; readonly waiting: number; readonly name: string }>(
  all: readonly S[],
): readonly S[] {
  const byName = (a: S, b: S): number => (a.name < b.name ? -1 : 1);
  if (all.length <= mostSectors) return [...all].sort(byName);
  const empty = ({ firm, waiting }: S): number => Number(firm + waiting === 0);
  return [...all]
    .sort((a, b) => b.firm - a.firm || b.waiting - a.waiting || byName(a, b))
    .slice(0, mostSectors)
    .sort((a, b) => empty(a) - empty(b) || byName(a, b));
}

function line(label: Phrase, { firm, waiting }: { firm: number; waiting: number }, exact: boolean): Line {
  return {
    label,
    figures:
      firm === 0 && waiting === 0 && !exact
        ? phrase("tally-nothing")
        : exact
          ? phrase("tally-figures", { firm, waiting })
          : phrase("tally-figures-last", { firm, waiting }),
    parts: [
      { value: firm, fill: "full" },
      { value: waiting, fill: "striped" },
    ],
  };
}

/** Another way of joining: a figure of its own. */
const wayLine = (way: string, people: number, exact: boolean): Line => ({
  label: verbatim(way),
  figures:
    people === 0 && !exact ? phrase("tally-nothing") : phrase(exact ? "tally-people" : "tally-people-last", { people }),
  parts: [{ value: people, fill: "pale" }],
});

const inText = ({ label, figures }: Line): Phrase => phrase("tally-line", { label, figures });

/** The picture in words, for those who cannot see it: the same figures. */
const described = (title: Phrase, items: readonly Phrase[]): Phrase =>
  items.reduce((before, item) => phrase("tally-alt-next", { before, item }), phrase("tally-alt", { title }));

/** The tally of a vote that was closed: its result, in one line and in bars. */
export function voteTally(of: Vote): Message {
  const { result } = of;
  const title = phrase("tally-vote-title", { number: of.number, text: of.text });
  const heading: Block = { type: "heading", content: title };
  const said: Block = { type: "paragraph", style: "strong", content: resultLine(of) };
  if (result === undefined) return { blocks: [heading, said] };
  const bar = (label: Phrase, value: number, fill: "full" | "pale" | "striped"): Line => ({
    label,
    figures: phrase("tally-votes", { votes: value }),
    parts: [{ value, fill }],
  });
  const needed = phrase("tally-needed", { needed: result.needed });
  const yes = bar(phrase("tally-yes"), result.yes, "full");
  const others = [bar(phrase("tally-no"), result.no, "pale"), bar(phrase("tally-abstain"), result.abstain, "striped")];
  const lines = [yes, ...others];
  // All on the scale of those of whom it is a part. The line is what yes needs: it crosses no other bar.
  const most = Math.max(result.of, result.needed, result.yes, result.no, result.abstain);
  const draws: Chart = {
    title,
    outcome: result.carried ? phrase("tally-carried") : phrase("tally-not-carried"),
    key: [],
    groups: [
      { bars: [yes], most, ...(result.needed > 0 ? { line: { at: result.needed, label: needed } } : {}) },
      { bars: others, most },
    ],
    note: resultLine(of),
  };
  return {
    blocks: [
      heading,
      said,
      {
        type: "image",
        file: { name: phrase("tally-file-vote", { number: of.number }), draws },
        alt: described(title, [...lines.map(inText), resultLine(of)]),
        said: true,
      },
      { type: "paragraph", content: countLine(result) },
    ],
  };
}
