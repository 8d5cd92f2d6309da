/**
 * `/charter`: the numbered rules of a cell, and the notes in their margin. Rules: docs/rules.md, "Charter".
 *
 * A rule is a decision (`/decide`): it is added and changed as one is taken. Whoever wrote a note is named nowhere.
 */
import {
  command,
  Refused,
  usage,
  type Choice,
  type JobRunner,
  type OptionType,
  type Reply,
} from "../../src/core/command.ts";
import type { Context, MemberContext } from "../../src/core/context.ts";
import { say, verbatim, type Block, type Message } from "../../src/chat/message.ts";
import { phrase, time, type Phrase } from "../../src/chat/phrase.ts";
import { mostChoices } from "../../src/core/options/option.ts";
import { cellHere } from "../../src/core/options/drive.ts";
import { integer, optional, required, shorten, text } from "../../src/core/options/index.ts";
import {
  charterJobs,
  charterOf,
  longestNote,
  mostNotes,
  mostRules,
  pagesFor,
  type Charter,
  type CharterRule,
} from "../../src/domain/charter.ts";
import { isPending, type Decision } from "../../src/domain/decisions.ts";
import { chatsOf } from "../said.ts";
import { notTwice, posted } from "../decide/index.ts";
import { charterPaper, noteLine } from "./messages.ts";

/** Longest rule, in characters: as long as a decision. */
const longestRule = 300;
const where = ["cell", "direct"] as const;

/** The number of something of a cell, as it was typed: whether there is such a one says the command. */
const numberOf = (offered: (context: Context, cellId: string) => Promise<readonly Choice[]>): OptionType<string> => ({
  ...text({ max: 60 }),
  choices: async (context, typed) => {
    const cellId = context.federation === undefined ? undefined : cellHere(context);
    const all = cellId === undefined ? [] : await offered(context, cellId);
    return all.filter(({ value }) => value.startsWith(typed.trim())).slice(0, mostChoices);
  },
});

const offer = (number: number, words: string): Choice => ({
  value: String(number),
  label: verbatim(shorten(`${number}. ${words}`, 40)),
});

const rules = numberOf(async ({ decisions }, cellId) =>
  charterOf(await decisions.list({ cellId })).rules.map((one) => offer(one.number, one.text)),
);

const notes = numberOf(async ({ charters }, cellId) =>
  (await charters.open(cellId)).flatMap(({ number, text: words }) =>
    number === undefined || words === undefined ? [] : [offer(number, words)],
  ),
);

const readNumber = (typed: string): number => Number(/^#?(\d{1,9})\.?$/u.exec(typed.trim())?.[1]);

const whichRule = required(rules, { about: "charter-option-rule", ask: "charter-ask-rule", position: 0 });

interface Known {
  readonly cellId: string;
  readonly all: readonly Decision[];
  readonly charter: Charter;
}

async function charterHere(context: MemberContext): Promise<Known> {
  const cellId = cellHere(context);
  if (cellId === undefined) throw new Refused(phrase("charter-no-cell"));
  const all = await context.decisions.list({ cellId });
  return { cellId, all, charter: charterOf(all) };
}

/** What is to become a rule: it has no number yet. */
const comingRules = (all: readonly Decision[]): readonly Decision[] =>
  all.filter((one) => one.rule === 0 && isPending(one));

function ruleOf({ all, charter: { rules } }: Known, typed: string): CharterRule {
  const found = rules.find((one) => one.number === readNumber(typed));
  if (found !== undefined) return found;
  const [coming] = comingRules(all);
  throw new Refused(
    coming === undefined
      ? phrase("charter-no-rule", { number: typed })
      : phrase("charter-no-rule-yet", { number: typed, decision: coming.number }),
  );
}

/** What is said where no rule holds. */
function noneYet({ all }: Known): Phrase {
  const [coming] = comingRules(all);
  return coming === undefined ? phrase("charter-empty") : phrase("charter-none-yet", { decision: coming.number });
}

/** Which rule is not asked where there is none. */
async function needsRules(context: MemberContext): Promise<void> {
  const known = await charterHere(context);
  if (known.charter.rules.length === 0) throw new Refused(noneYet(known));
}

const show = usage({
  about: "charter-show-about",
  level: "member",
  where,
  answer: "chat",
  async run(context) {
    const known = await charterHere(context);
    return [{ to: "here", message: await charterMessage(context, known) }];
  },
});

async function charterMessage(context: MemberContext, { cellId, all, charter }: Known): Promise<Message> {
  const cell = (await context.cells.get(cellId))?.name ?? "";
  const notes = await context.charters.open(cellId);
  const pending = all.filter((one) => one.rule !== undefined && isPending(one));
  const { rules, version, since } = charter;
  const list = (items: readonly Phrase[]): readonly Block[] => (items.length === 0 ? [] : [{ type: "list", items }]);
  const part = (title: string, items: readonly Phrase[]): readonly Block[] =>
    items.length === 0 ? [] : [{ type: "paragraph", style: "strong", content: phrase(title) }, ...list(items)];
  return {
    blocks: [
      { type: "heading", content: phrase("charter-of", { cell }) },
      ...(rules.length === 0 && pending.length === 0
        ? [{ type: "paragraph" as const, content: phrase("charter-empty") }]
        : []),
      // No number is left out.
      ...(rules.length === 0
        ? []
        : [{ type: "list" as const, ordered: true, items: rules.map((one) => verbatim(one.text)) }]),
      ...part("charter-coming", pending.map(comingLine)),
      ...part("charter-margin", notes.map(noteLine)),
      ...(since === undefined
        ? []
        : [
            {
              type: "paragraph" as const,
              style: "quiet" as const,
              content: phrase("charter-version", { version, since: time(since, "date", { named: true, dated: true }) }),
            },
          ]),
    ],
  };
}

const comingLine = ({ number, rule = 0, text: words }: Decision): Phrase =>
  rule === 0
    ? phrase("charter-coming-new", { number, text: words })
    : phrase("charter-coming-amended", { number, rule, text: words });

const add = usage({
  about: "charter-add-about",
  level: "coordinator",
  where: ["cell"],
  answer: "chat",
  options: {
    text: required(text({ max: longestRule }), { about: "charter-option-text", ask: "charter-ask-text", position: 0 }),
  },
  async run(context, { text: words }) {
    const { cellId, all, charter } = await charterHere(context);
    notTwice(all, { text: words, rule: 0 }, context.now);
    const coming = comingRules(all).length;
    // A rule that was given its number keeps it.
    const highest = Math.max(0, ...charter.rules.map(({ number }) => number));
    if (highest + coming >= mostRules) throw new Refused(phrase("charter-full", { rules: mostRules }));
    const of = { text: words, reviewOn: undefined, supersedes: undefined, rule: 0 };
    const made = await context.decisions.propose({ cellId }, of);
    if (made === undefined) throw new Error("a rule that takes nobody's place was refused");
    return posted(context, made);
  },
});

const amend = usage({
  about: "charter-amend-about",
  level: "coordinator",
  where: ["cell"],
  answer: "chat",
  first: needsRules,
  options: {
    rule: whichRule,
    text: required(text({ max: longestRule }), { about: "charter-option-text", ask: "charter-ask-text", position: 1 }),
  },
  async run(context, { rule, text: words }) {
    const known = await charterHere(context);
    const { decision, number } = ruleOf(known, rule);
    const of = { text: words, reviewOn: undefined, supersedes: decision.id };
    const made = await context.decisions.propose({ cellId: known.cellId }, of);
    if (made === undefined) throw new Refused(phrase("charter-amended-already", { number }));
    return posted(context, made);
  },
});

const note = usage({
  about: "charter-note-about",
  level: "member",
  where,
  answer: "private",
  // It would say who writes.
  fallback: "notice",
  unseen: true,
  first: needsRules,
  options: {
    rule: whichRule,
    text: required(text({ max: longestNote }), { about: "charter-option-note", ask: "charter-ask-note", position: 1 }),
  },
  async run(context, { rule, text: words }) {
    const known = await charterHere(context);
    const { cellId } = known;
    const { number } = ruleOf(known, rule);
    const at = await context.charters.write({ cellId, rule: number, text: words }, context.person.id);
    if (at === undefined) throw new Refused(phrase("charter-notes-enough", { notes: mostNotes }));
    return [{ to: "person", message: say("charter-noted", { number, at: time(at, "datetime", { named: true }) }) }];
  },
});

const hide = usage({
  about: "charter-hide-about",
  level: "coordinator",
  where: ["cell"],
  answer: "chat",
  options: {
    note: required(notes, { about: "charter-option-which-note", ask: "charter-ask-which-note", position: 0 }),
  },
  async run(context, { note: typed }) {
    const { cellId } = await charterHere(context);
    const number = readNumber(typed);
    const hidden = Number.isNaN(number) ? undefined : await context.charters.hide(cellId, number);
    if (hidden === undefined) throw new Refused(phrase("charter-no-note", { number: typed }));
    const message = say("charter-hidden", { number, rule: hidden.rule });
    return [{ to: "chats", chats: await chatsOf(context, cellId), message }];
  },
});

const print = usage({
  about: "charter-print-about",
  level: "member",
  where,
  answer: "chat",
  options: {
    pages: optional(integer({ min: 1, max: mostRules }), { about: "charter-option-pages", ask: "charter-ask-pages" }),
  },
  async run(context, { pages }) {
    const known = await charterHere(context);
    const { cellId, charter } = known;
    if (charter.rules.length === 0) throw new Refused(noneYet(known));
    const needed = pagesFor(charter.rules);
    if (needed > 1 && (pages === undefined || pages < needed)) {
      const button = {
        label: phrase("charter-button-pages", { pages: needed }),
        action: { command: "charter", word: "print", options: { pages: String(needed) } },
        press: "seen" as const,
      };
      throw new Refused(phrase("charter-does-not-fit", { pages: needed }), {
        blocks: [{ type: "buttons", rows: [[button]] }],
      });
    }
    const cell = (await context.cells.get(cellId))?.name ?? "";
    const prints = charterPaper(cell, charter, needed);
    return [
      {
        to: "here",
        message: {
          blocks: [
            { type: "file", file: { name: phrase("charter-file", { version: charter.version }), prints, as: "pdf" } },
          ],
        },
      },
    ];
  },
});

/** It is 18:00: the notes that were written since are shown together, in random order. */
const showNotes: JobRunner = async (context, { cell: cellId = "" }) => {
  const notes = await context.charters.showNew(cellId, (below) => context.random(below));
  if (notes.length === 0) return [];
  const message: Message = {
    blocks: [
      { type: "heading", content: phrase("charter-new-notes") },
      { type: "list", items: notes.map(noteLine) },
      { type: "paragraph", style: "quiet", content: phrase("charter-notes-open") },
    ],
  };
  const said: Reply = { to: "chats", chats: await chatsOf(context, cellId), message };
  return [said];
};

export const charter = command({
  name: "charter",
  about: "charter-about",
  words: { show, add, amend, note, print, hide },
  jobs: { [charterJobs.notes]: showNotes },
});
