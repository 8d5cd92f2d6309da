/**
 * `/assembly board`: a page for the wall, at an address that ends with the assembly. It holds what may be published: people
 * in figures by sector, and whoever speaks by name only where the council has chosen that its minutes name people.
 */
import { Refused, usage, type PageMaker } from "../../src/core/command.ts";
import type { FederationContext } from "../../src/core/context.ts";
import { verbatim, type Block, type Button } from "../../src/chat/message.ts";
import type { Board, BoardLine, BoardVote } from "../../src/chat/board.ts";
import { phrase, time, type Phrase, type PhraseArg } from "../../src/chat/phrase.ts";
import { choice, optional } from "../../src/core/options/index.ts";
import { sectorPresences, type AgendaItem, type Assembly, type Speaker } from "../../src/domain/assemblies.ts";
import type { Quorum, QuorumRule } from "../../src/domain/quorum.ts";
import type { Vote } from "../../src/domain/votes.ts";
import { councilHere } from "../council.ts";
import { countLine, resultLine, ruleLine } from "../vote-result.ts";
import { currentOf, ofCouncil, told, which } from "./meant.ts";
import { hostLine, itemInHand, itemName, sectorNames, titleOf, whenOf } from "./messages.ts";

export const board = usage({
  about: "board-about",
  level: "coordinator",
  where: ofCouncil,
  answer: "private",
  fallback: "notice",
  options: {
    action: optional(choice(["new", "end"]), { about: "board-option-action", ask: "board-option-action", position: 0 }),
    council: which,
  },
  async run(context, { action, council: named }) {
    const council = await councilHere(context, named, "coordinator");
    const assembly = await currentOf(context, council);
    const of = { assemblyId: assembly.id };
    const { addresses } = context;
    if (action === "end") {
      const ended = await addresses.end("board", of);
      return [told(ended ? phrase("board-has-ended") : phrase("board-none"))];
    }
    if (context.addressOf("board", "") === undefined) throw new Refused(phrase("page-no-address"));
    const standing = await addresses.get("board", of);
    if (action === undefined && standing !== undefined) {
      const content = phrase("board-stands", { since: time(standing.since, "datetime") });
      return [{ to: "person", message: { blocks: [{ type: "paragraph", content }, buttons(council.name)] } }];
    }
    const secret = await addresses.make("board", of, context.random);
    const address = context.addressOf("board", secret) ?? "";
    return [
      {
        to: "person",
        message: {
          blocks: [
            { type: "paragraph", content: phrase("board-made", { assembly: titleOf(assembly) }) },
            { type: "paragraph", style: "strong", content: verbatim(address) },
            {
              type: "list",
              items: [
                phrase("board-how"),
                assembly.series.names ? phrase("board-names") : phrase("board-no-names"),
                phrase("board-ends"),
                ...(standing === undefined ? [] : [phrase("following-old-ended")]),
              ],
            },
            buttons(council.name),
          ],
        },
      },
    ];
  },
});

function buttons(council: string): Block {
  const button = (label: Phrase, action: string): Button => ({
    label,
    action: { command: "assembly", word: "board", options: { action, council } },
    press: "unseen",
  });
  return {
    type: "buttons",
    rows: [[button(phrase("board-button-new"), "new"), button(phrase("board-button-end"), "end")]],
  };
}

/** What the board shows now; nothing once its assembly is closed. */
export const boardMaker: PageMaker = async (context, { assemblyId }) => {
  const assembly = assemblyId === undefined ? undefined : await context.assemblies.get(assemblyId);
  if (assembly === undefined || assembly.closedAt !== undefined) return undefined;
  const said = (of: Phrase): string => context.plain(of);
  const open = assembly.openedAt !== undefined;
  const { cells, quorum } = await context.assemblies.standing(assembly);
  const names = await sectorNames(context);
  const items = await context.assemblies.items(assembly.id);
  const votes = (await context.votes.ofAssembly(assembly.id)).map(({ vote }) => vote);
  const shown: Board = {
    language: context.language,
    title: said(titleOf(assembly)),
    facts: [said(whenOf(assembly)), said(await hostLine(context, assembly))],
    quorum: open
      ? { label: said(phrase("board-quorum")), said: said(missing(quorum, assembly.series.quorum)), ...figures(quorum) }
      : undefined,
    now: open ? nowOf(context, items) : [],
    floor: open ? await floorOf(context, assembly) : [],
    vote: await voteOf(context, votes, items),
    sectors: {
      label: said(phrase("board-sectors")),
      lines: sectorPresences(cells).map(({ sectorId, seats, filled, present }) => ({
        label: names.get(sectorId) ?? "",
        text: said(
          open ? phrase("board-sector-present", { present, seats }) : phrase("board-sector-filled", { filled, seats }),
        ),
      })),
    },
    lost: said(phrase("board-lost")),
    ended: said(phrase("board-over")),
  };
  return { type: "board", board: shown };
};

const figures = ({ present, needed, all, met }: Quorum) => ({ present, needed, all, met });

/** How many are there, and what is missing. */
function missing({ present, all, needed, met, sectors }: Quorum, { of }: QuorumRule): Phrase {
  const args = { present, all, needed, missing: Math.max(0, needed - present) };
  if (met) return of === "seats" ? phrase("board-quorum-met", args) : phrase("board-quorum-met-cells", args);
  if (present < needed || all === 0) {
    return of === "seats" ? phrase("board-quorum-missing", args) : phrase("board-quorum-missing-cells", args);
  }
  return phrase("board-quorum-sectors", { present: sectors.present, needed: sectors.needed });
}

/** What is being dealt with. */
function nowOf(context: FederationContext, items: readonly AgendaItem[]): readonly BoardLine[] {
  const item = itemInHand(items);
  if (item === undefined) return [];
  const label = context.plain(phrase("board-now", { number: item.number }));
  return [{ label, text: context.plain(phrase("board-text", { text: itemName(item) })) }];
}

/** Who speaks and who is next. */
async function floorOf(context: FederationContext, { id, series }: Assembly): Promise<readonly BoardLine[]> {
  const { waiting, spoke } = await context.assemblies.speakers(id);
  const [speaking, next] = [spoke.at(-1), waiting[0]];
  const both = [speaking, next].flatMap((one) => one?.person ?? []);
  const people = series.names ? await context.people.called([...new Set(both)]) : new Map<string, PhraseArg>();
  const sectors = await sectorNames(context);
  const line = (label: Phrase, who: Speaker | undefined): readonly BoardLine[] => {
    if (who === undefined) return [];
    const sector = sectors.get(who.sector) ?? "";
    const name = people.get(who.person);
    const text = name === undefined ? verbatim(sector) : phrase("board-person", { name, sector });
    return [{ label: context.plain(label), text: context.plain(text) }];
  };
  return [...line(phrase("board-speaking"), speaking), ...line(phrase("board-next"), next)];
}

/** The open vote; or the last one that was closed, until another item is opened. */
async function voteOf(
  context: FederationContext,
  votes: readonly Vote[],
  items: readonly AgendaItem[],
): Promise<BoardVote | undefined> {
  const open = votes.find(({ closedAt }) => closedAt === undefined);
  if (open !== undefined) return openVote(context, open);
  const [last] = [...votes].sort((a, b) => (b.closedAt ?? 0) - (a.closedAt ?? 0));
  const since = itemInHand(items)?.openedAt ?? 0;
  if (last?.result === undefined || since > (last.closedAt ?? 0)) return undefined;
  return {
    label: context.plain(phrase("board-vote", { number: last.number })),
    question: last.text,
    said: context.plain(resultLine(last)),
    detail: context.plain(countLine(last.result)),
    carried: last.result.carried,
  };
}

async function openVote(context: FederationContext, vote: Vote): Promise<BoardVote> {
  const answered = await context.votes.answered(vote.id);
  const { smallestGroup: least } = context.federation;
  // Of a secret vote nobody is to see whose press it was that raised the number.
  const steps = answered - (answered % least);
  const turnout = vote.secret
    ? steps === 0
      ? phrase("board-voted-few", { least })
      : phrase("board-voted-steps", { voted: steps })
    : phrase("vote-card-answered", { answered });
  return {
    label: context.plain(phrase(vote.secret ? "board-vote-open-secret" : "board-vote-open", { number: vote.number })),
    question: vote.text,
    said: context.plain(turnout),
    detail: context.plain(ruleLine(vote)),
    carried: undefined,
  };
}
