/** What is said of decisions: their card, their history, what a meeting has open of them. Nobody is named in any of it. */
import type { CardRenderer } from "../../src/core/command.ts";
import type { Context } from "../../src/core/context.ts";
import { verbatim, type Block, type Button, type Message } from "../../src/chat/message.ts";
import { phrase, time, type Phrase } from "../../src/chat/phrase.ts";
import { shorten } from "../../src/core/options/index.ts";
import {
  decisionCard,
  isInForce,
  lineOf,
  reviewAt,
  successorOf,
  type Decision,
  type DecisionPlace,
} from "../../src/domain/decisions.ts";
import { debriefName, writeButton } from "../debrief/messages.ts";
import { resultLine } from "../vote-result.ts";

const paragraph = (content: Phrase, style?: "strong" | "quiet"): Block =>
  style === undefined ? { type: "paragraph", content } : { type: "paragraph", content, style };

const decideButton = (
  of: Pick<Decision, "id">,
  word: string,
  label: Phrase,
  more: Pick<Button, "press" | "style"> & { readonly options?: Readonly<Record<string, string>> },
): Button => ({
  label,
  action: { command: "decide", word, options: { ...more.options, decision: `#${of.id}` } },
  press: more.press,
  ...(more.style === undefined ? {} : { style: more.style }),
});

/** Who objects is seen by nobody. */
export const objectButton = (of: Pick<Decision, "id">, how: "object" | "take-back"): Button =>
  decideButton(of, how, how === "object" ? phrase("decide-button-object") : phrase("decide-button-take-back"), {
    press: "unseen",
  });

/** It is put to a vote by who coordinates. */
const voteButtons = (of: Pick<Decision, "id">): readonly Button[] => [
  decideButton(of, "vote", phrase("decide-button-vote"), { press: "seen" }),
  decideButton(of, "vote", phrase("decide-button-vote-secret"), { press: "seen", options: { secret: "yes" } }),
];

/** The live message of a decision. */
export const renderDecision: CardRenderer = async (context, subject) => {
  const of = await context.decisions.get(subject);
  if (of === undefined) return undefined;
  const madeOf = of.supersedes === undefined ? [] : [{ kind: decisionCard, subject: of.supersedes }];
  return { message: await decisionMessage(context, of), madeOf };
};

export async function decisionMessage(context: Context, of: Decision): Promise<Message> {
  const all = await context.decisions.list(of.place);
  const objections = await context.decisions.objections(of);
  const zone = await context.decisions.zoneOf(of.place);
  const before = all.find(({ id }) => id === of.supersedes);
  const learnt = of.debriefId === undefined ? undefined : await context.checkins.debrief(of.debriefId);
  const over = of.state === "rejected" || successorOf(all, of) !== undefined;
  const lines: readonly Phrase[] = [
    ...(objections === 0
      ? []
      : [
          of.state === "waiting" || of.state === "contested"
            ? phrase("decide-objections", { objections })
            : phrase("decide-objections-then", { objections }),
        ]),
    ...(of.rule === undefined ? [] : [ruleLine(of.rule)]),
    ...(learnt === undefined ? [] : [phrase("decide-learnt", { what: debriefName(learnt.of, zone) })]),
    ...(before === undefined
      ? []
      : [phrase("decide-instead-of", { number: before.number, text: shorten(before.text, 120) })]),
    ...(of.reviewOn === undefined || over ? [] : [phrase("decide-review-on", { date: reviewDate(of.reviewOn, zone) })]),
  ];
  const buttons = buttonsOf(of, objections);
  return {
    blocks: [
      { type: "heading", content: verbatim(of.text) },
      paragraph(stateLine(all, of), "strong"),
      ...(lines.length === 0 ? [] : [{ type: "list" as const, items: lines }]),
      ...(of.state === "waiting" ? [paragraph(phrase("decide-how"), "quiet")] : []),
      ...(buttons.length === 0 ? [] : [{ type: "buttons" as const, rows: [buttons] }]),
    ],
  };
}

function buttonsOf(of: Decision, objections: number): readonly Button[] {
  const settling = [...voteButtons(of), ...anewButton(of)];
  if (of.state === "contested") return settling;
  if (of.state !== "waiting") return [];
  return [objectButton(of, "object"), ...(objections === 0 ? [] : settling)];
}

/** What says what was learnt can be written anew, so that nobody has to be voted down. */
const anewButton = ({ debriefId }: Pick<Decision, "debriefId">): readonly Button[] =>
  debriefId === undefined ? [] : [writeButton(debriefId, phrase("decide-button-anew"))];

/** It is a rule of the charter. */
const ruleLine = (rule: number): Phrase => (rule === 0 ? phrase("decide-rule-new") : phrase("decide-rule", { rule }));

const reviewDate = (date: string, zone: string) => time(reviewAt(date, zone), "date", { named: true });
const moment = (at: number) => time(at, "datetime", { named: true });

/** How it stands with it, in a line. */
function stateLine(all: readonly Decision[], of: Decision): Phrase {
  const { number, settledAt = of.recordedAt, objectUntil = of.recordedAt } = of;
  const next = successorOf(all, of);
  if (next !== undefined) return phrase("decide-superseded", { number, by: next.number });
  switch (of.state) {
    case "waiting":
      return phrase("decide-waiting", { number, until: moment(objectUntil) });
    case "contested":
      return phrase("decide-contested", { number });
    case "voting":
      return phrase("decide-voting", { number });
    case "stands":
      return of.by === undefined
        ? phrase("decide-stands", { number, since: moment(settledAt) })
        : phrase("decide-stands-by-vote", { number, since: moment(settledAt), ...byVote(of.by) });
    case "rejected":
      return of.by === undefined
        ? phrase("decide-rejected", { number })
        : phrase("decide-rejected-by-vote", { number, ...byVote(of.by) });
  }
}

const byVote = ({ vote, result }: NonNullable<Decision["by"]>) => ({ vote, result: resultLine({ result }) });

/** One decision in a list. */
export function lineOfList(all: readonly Decision[], one: Decision): Phrase {
  const args = { number: one.number, text: shorten(one.text, 160) };
  const next = successorOf(all, one);
  if (isInForce(all, one)) return phrase("decide-line", args);
  if (next !== undefined) return phrase("decide-line-superseded", { ...args, by: next.number });
  return one.state === "rejected" ? phrase("decide-line-rejected", args) : phrase("decide-line-pending", args);
}

/** What stood before it and what has come since, in a line without gaps; nothing where it stands alone. */
export async function historyBlocks(context: Context, of: Decision): Promise<readonly Block[]> {
  const all = await context.decisions.list(of.place);
  const line = lineOf(all, of);
  if (line.length < 2) return [];
  const items = line.map((one) =>
    phrase("decide-history-line", {
      number: one.number,
      date: time(one.settledAt ?? one.recordedAt, "date", { named: true, dated: true }),
      text: shorten(one.text, 160),
    }),
  );
  return [paragraph(phrase("decide-history"), "strong"), { type: "list", items }];
}

/** Its 48 hours are over. */
export const settledMessage = (of: Decision): Message =>
  of.state === "stands"
    ? {
        blocks: [
          paragraph(
            of.debriefId === undefined
              ? phrase("decide-now-stands", { number: of.number, text: of.text })
              : phrase("decide-now-learnt", { number: of.number, text: of.text }),
          ),
        ],
      }
    : {
        blocks: [
          paragraph(
            phrase("decide-now-contested", { number: of.number, text: of.text, objections: of.objections ?? 0 }),
          ),
          ...(of.debriefId === undefined ? [] : [paragraph(phrase("decide-or-anew"))]),
          { type: "buttons", rows: [[...voteButtons(of), ...anewButton(of)]] },
        ],
      };

/** The day of its review has come. */
export const reviewMessage = (of: Decision): Message => ({
  blocks: [
    paragraph(phrase("decide-review-now", { number: of.number, text: of.text })),
    paragraph(phrase("decide-review-how", { number: of.number }), "quiet"),
  ],
});

/** What a meeting at that moment has open of decisions, as lines. */
export async function openDecisions(context: Context, place: DecisionPlace, at: number): Promise<readonly Phrase[]> {
  const open = await context.decisions.forMeeting(place, at);
  return open.map(({ number, text, state }) =>
    state === "contested"
      ? phrase("decide-open-contested", { number, text: shorten(text, 120) })
      : phrase("decide-open-review", { number, text: shorten(text, 120) }),
  );
}
