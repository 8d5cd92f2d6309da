/** The minutes of an assembly as a page to print and as a text. Rules: docs/rules.md, "Assemblies". */
import type { Paper, PaperBlock } from "../../src/chat/drawing.ts";
import { verbatim, type Block } from "../../src/chat/message.ts";
import { messageIds, phrase, type Phrase, time } from "../../src/chat/phrase.ts";
import type { AgendaKind } from "../../src/domain/assemblies.ts";
import type { Minutes, MinutesItem, MinutesVote } from "../../src/domain/minutes.ts";

/** Both files, in the language of who reads them. They are written when they are sent. */
export function minutesFiles(minutes: Minutes): readonly Block[] {
  const { number } = minutes;
  const prints = minutesPaper(minutes);
  return [
    { type: "file", file: { name: phrase("minutes-file-pdf", { number }), prints, as: "pdf" } },
    { type: "file", file: { name: phrase("minutes-file-text", { number }), prints, as: "markdown" } },
  ];
}

/** The page. Numbers, and what was taken down; names only where the council chose them. */
export function minutesPaper(minutes: Minutes): Paper {
  const { council, number, from, items, presence } = minutes;
  return {
    title: phrase("minutes-title", { number }),
    subtitle: verbatim(council),
    at: minutes.to ?? from,
    foot: phrase("minutes-foot", { council, number }),
    blocks: [
      { type: "facts", facts: facts(minutes) },
      { type: "heading", text: phrase("minutes-present") },
      {
        type: "table",
        head: [phrase("minutes-sector"), phrase("minutes-seats"), phrase("minutes-present-figures")],
        rows: presence.sectors.map(({ name, seats, present }) => [verbatim(name), figure(seats), figure(present)]),
      },
      ...names(minutes),
      { type: "heading", text: phrase("minutes-dealt") },
      ...(items.length === 0 ? [paragraph(phrase("minutes-nothing"))] : items.flatMap(item)),
    ],
  };
}

const figure = (value: number): Phrase => verbatim(String(value));
const paragraph = (text: Phrase, style?: "strong" | "quiet" | "outcome") => ({
  type: "paragraph" as const,
  text,
  ...(style === undefined ? {} : { style }),
});

function facts({ from, to, host, presence, quorum }: Minutes): readonly (readonly [Phrase, Phrase])[] {
  const { seats, filled, present, cells, cellsPresent } = presence;
  const place = host?.place;
  return [
    [phrase("minutes-from"), moment(from)],
    [phrase("minutes-to"), to === undefined ? phrase("minutes-running") : moment(to)],
    ...(host === undefined
      ? []
      : [
          [
            phrase("minutes-host"),
            place === undefined ? verbatim(host.sector) : phrase("minutes-host-place", { sector: host.sector, place }),
          ] as const,
        ]),
    [phrase("minutes-seats"), phrase("minutes-seats-figures", { present, filled, seats })],
    [phrase("minutes-cells"), phrase("minutes-cells-figures", { present: cellsPresent, cells })],
    [phrase("minutes-quorum"), phrase("minutes-quorum-needed", { ...quorum })],
  ];
}

const moment = (at: number): Phrase =>
  phrase("minutes-moment", { at: time(at, "datetime", { named: true, dated: true }) });

function names({ presence }: Minutes): readonly PaperBlock[] {
  if (presence.names.length === 0) return [];
  return [
    paragraph(phrase("minutes-names"), "strong"),
    paragraph(phrase("minutes-names-list", { names: presence.names })),
  ];
}

function item(of: MinutesItem, index: number): readonly PaperBlock[] {
  const title = phrase("minutes-item", { number: index + 1, title: titleOf(of) });
  return [
    { type: "heading", text: title, small: true },
    // What was given is thanked for whether or not somebody opened the item.
    ...(of.state === "not-reached" && of.kind !== "care" ? [paragraph(phrase("minutes-not-reached"), "quiet")] : []),
    ...(of.notes.length === 0 ? [] : [{ type: "list" as const, items: of.notes.map(verbatim) }]),
    ...of.votes.flatMap(vote),
  ];
}

const openings = messageIds({
  care: "minutes-care",
  open: "minutes-open",
  learnt: "minutes-learnt",
  decisions: "minutes-decisions",
  fund: "minutes-fund",
}) satisfies Record<Exclude<AgendaKind, "proposal">, string>;

function titleOf({ title, kind, votes }: MinutesItem): Phrase {
  if (title !== undefined) return verbatim(title);
  if (kind !== "proposal" && kind !== "other") return phrase(openings[kind]);
  return votes.length > 0 ? phrase("minutes-other-votes") : phrase("minutes-other");
}

function vote(of: MinutesVote): readonly PaperBlock[] {
  const { yes, no, abstain, needed, by, present, entitled, quorate } = of;
  const { num, den, base } = of.rule;
  const half = 2 * num === den;
  const figures = phrase("minutes-figures", {
    yes,
    no,
    abstain,
    needed,
    of: of.of,
    by,
    base,
    rule: half ? phrase("minutes-half") : phrase("minutes-fraction", { num, den }),
  });
  return [
    { ...paragraph(phrase("minutes-vote", { number: of.number, text: of.text })), withNext: true },
    {
      ...paragraph(
        of.carried ? phrase("minutes-carried", { figures }) : phrase("minutes-failed", { figures }),
        "outcome",
      ),
      withNext: true,
    },
    paragraph(phrase(quorate ? "minutes-vote-quorate" : "minutes-vote-inquorate", { present, entitled, by })),
    ...(of.carried || !quorate ? [] : [paragraph(phrase(whyFailed(of)))]),
    ...(of.secret ? [paragraph(phrase("minutes-secret"), "quiet")] : []),
  ];
}

const failures = messageIds({
  nobody: "minutes-failed-nobody",
  tie: "minutes-failed-tie",
  few: "minutes-failed-few",
});

/** Why a vote that had a quorum did not carry. */
const whyFailed = ({ of, yes, no }: MinutesVote): string => failures[of === 0 ? "nobody" : yes === no ? "tie" : "few"];
