/**
 * `/help`: made from the descriptions of the commands; each person sees what they may use. And the notice in a chat that
 * answers wait there for people who cannot be written to yet: it shows the way to the direct chat.
 */
import { command, nextOf, Refused, usage, type CardRenderer } from "../src/core/command.ts";
import type { Context } from "../src/core/context.ts";
import { waitingAnswers } from "../src/chat/cards.ts";
import { say, type Block, type Message } from "../src/chat/message.ts";
import { optional, text } from "../src/core/options/index.ts";
import { nearest } from "../src/core/options/option.ts";
import { answersPayload, crowd } from "../src/core/speak/waiting.ts";
import { phrase, type Phrase } from "../src/chat/phrase.ts";
import { ranks, type Level, type Where } from "../src/chat/levels.ts";
import { tellLater, wrong, wrongJob } from "./wrong.ts";
import type { CommandDescription, UsageDescription } from "../src/chat/description.ts";

const usages = ({ bare, words }: CommandDescription): readonly UsageDescription[] =>
  bare === undefined ? words : [bare, ...words];

/** The commands by what people want, in the order in which the help shows them. What stands nowhere comes last. */
export const groups = [
  { title: "help-group-emergency", commands: ["help-now", "alert"] },
  { title: "help-group-together", commands: ["pledge", "drive", "vote", "decide", "charter", "tally"] },
  { title: "help-group-tasks", commands: ["role", "action", "gather", "debrief", "circle", "phase", "calendar"] },
  { title: "help-group-care", commands: ["care", "fund"] },
  { title: "help-group-councils", commands: ["assembly", "delegate", "date", "council"] },
  { title: "help-group-own", commands: ["me", "vouch", "help"] },
  { title: "help-group-setting-up", commands: ["setup", "cell", "sector", "steward"] },
] as const;

/** In which kind of place it is asked. */
const whereIs = ({ place, chat, group }: Context): Where =>
  place?.kind === "direct" ? "direct" : chat === undefined ? "unbound" : (group?.kind ?? "unbound");

/** What this person may use, wherever. In a direct chat the business of their councils is theirs too. */
async function allowedTo(context: Context): Promise<(one: UsageDescription) => boolean> {
  const { level, place, person } = context;
  const there =
    place?.kind === "direct" && person !== undefined ? await context.councils.highestLevel(person) : "anyone";
  return (one) =>
    ranks[one.level] <= ranks[level] || (one.where.includes("council") && ranks[one.level] <= ranks[there]);
}

/** Commands that are of no use here, whoever asks: nobody has to be vouched for; the cell is in no council. */
async function useless(context: Context): Promise<ReadonlySet<string>> {
  const { federation, group, person } = context;
  if (federation === undefined) return new Set();
  const vouching = federation.vouches === 0 ? ["vouch"] : [];
  const mine =
    group?.kind === "council" ||
    person === undefined ||
    (await context.councils.list({ person: person.id })).length > 0;
  return new Set([...vouching, ...(mine ? [] : ["assembly", "delegate", "date"])]);
}

/** Who may use it, in a word; nothing where everybody may. */
const levelOf = (level: Level): Phrase =>
  level === "steward"
    ? phrase("help-for-stewards")
    : level === "coordinator"
      ? phrase("help-for-coordinators")
      : level === "delegate"
        ? phrase("help-for-delegates")
        : phrase("help-for-everybody");

const line = (name: string, about: string, level: Level): Phrase =>
  // The ids come from the descriptions, where the test of the locale files reads them.
  phrase("help-line", { command: name, about: { id: about }, level: levelOf(level) });

const lowest = (of: readonly UsageDescription[]): Level =>
  of.map(({ level }) => level).reduce((least, level) => (ranks[level] < ranks[least] ? level : least), "steward");

/** What to begin with. */
function firstStep({ level, person }: Context, where: Where): Phrase {
  if (where === "unbound") return phrase("help-first-unbound");
  if (person === undefined && where === "direct") return phrase("help-first-stranger");
  if (where === "council") return phrase("help-first-council");
  return ranks[level] >= ranks.coordinator ? phrase("help-first-coordinator") : phrase("help-first-member");
}

async function overview(context: Context, allowed: (one: UsageDescription) => boolean): Promise<Message> {
  const where = whereIs(context);
  const no = await useless(context);
  const mine = context.commands
    .filter(({ name }) => !no.has(name))
    .map((one) => ({ one, may: usages(one).filter((use) => allowed(use) && use.where.includes(where)) }))
    .filter(({ may }) => may.length > 0);
  // The example is one that they may use: before a chat is set up, that is little.
  const example = mine.find(({ one }) => one.name === "drive") ?? mine.at(-1);
  const named = new Set<string>(groups.flatMap(({ commands }) => commands));
  const others = mine.filter(({ one }) => !named.has(one.name));
  const listed = (of: typeof mine): Block => ({
    type: "list",
    items: of.map(({ one, may }) => line(one.name, one.about, lowest(may))),
  });
  return {
    blocks: [
      { type: "paragraph", content: firstStep(context, where), style: "strong" },
      ...groups.flatMap(({ title, commands }): readonly Block[] => {
        const of = commands.flatMap((name) => mine.find(({ one }) => one.name === name) ?? []);
        return of.length === 0 ? [] : [{ type: "paragraph", content: phrase(title), style: "strong" }, listed(of)];
      }),
      ...(others.length === 0 ? [] : [listed(others)]),
      {
        type: "paragraph",
        content: phrase("help-more", { command: example === undefined ? "help" : example.one.name }),
        style: "quiet",
      },
    ],
  };
}

/** What members may use in their cell: all that can be said where nothing can be looked up. */
function meanwhile(commands: readonly CommandDescription[]): Message {
  const may = (one: CommandDescription) =>
    usages(one).some(({ level, where }) => ranks[level] <= ranks.member && where.includes("cell"));
  const named = groups.flatMap(({ commands: names }) =>
    names.flatMap((name) => commands.find((one) => one.name === name) ?? []),
  );
  return {
    blocks: [
      { type: "paragraph", content: phrase("help-meanwhile"), style: "strong" },
      { type: "list", items: named.filter(may).map((one) => line(one.name, one.about, "anyone")) },
    ],
  };
}

function describeUse(name: string, use: UsageDescription): readonly Block[] {
  const options = use.options.map((option) =>
    option.required
      ? phrase("help-option", { name: option.name, about: { id: option.about } })
      : phrase("help-option-optional", { name: option.name, about: { id: option.about } }),
  );
  const heading: Block = { type: "paragraph", content: line(name, use.about, use.level) };
  return options.length === 0 ? [heading] : [heading, { type: "list", items: options }];
}

/** Where it can be used that cannot be used here. */
function whereElse({ place, group }: Context, where: readonly Where[]): Phrase {
  if (place?.kind === "direct") return phrase("core-only-in-group");
  if (group?.kind === "council" && where.includes("cell")) return phrase("core-of-council", { council: group.name });
  return where.includes("unbound") ? phrase("core-set-up-already") : phrase("core-only-in-council");
}

function about(
  context: Context,
  one: CommandDescription,
  word: string | undefined,
  allowed: (one: UsageDescription) => boolean,
): Message {
  const where = whereIs(context);
  const all = [
    ...(one.bare === undefined ? [] : [{ name: one.name, word: undefined, use: one.bare }]),
    ...one.words.map((use) => ({ name: `${one.name} ${use.name}`, word: use.name, use })),
  ].filter(({ use }) => allowed(use));
  const uses = all.filter(({ use }) => use.where.includes(where));
  if (uses.length === 0) {
    if (where === "unbound") throw new Refused(phrase("core-not-set-up"));
    const [other] = all;
    throw new Refused(
      other === undefined ? phrase("help-not-yours", { command: one.name }) : whereElse(context, other.use.where),
    );
  }
  const chosen = uses.filter((use) => use.word === word);
  // All words at a glance; the options of one word, or of a command without words.
  const detailed = chosen.length > 0 && (word !== undefined || uses.length === 1);
  return {
    blocks: detailed
      ? chosen.flatMap(({ name, use }) => describeUse(name, use))
      : [
          { type: "paragraph", content: { id: one.about }, style: "strong" },
          { type: "list", items: uses.map(({ name, use }) => line(name, use.about, use.level)) },
        ],
  };
}

/** Says how many answers wait, never for whom: what is typed is taken away so that no list of names stands there. */
const renderWaiting: CardRenderer = async ({ people, now }, chat) => {
  const waiting = await people.awaiting(chat);
  const many = crowd(waiting);
  if (many === 0) return { message: say("core-answers-read") };
  return {
    changesAt: nextOf(now, waiting),
    message: {
      blocks: [
        { type: "paragraph", content: phrase(many === 1 ? "core-answer-waits" : "core-answers-wait") },
        { type: "link", label: phrase("core-open-direct"), to: "direct", payload: answersPayload },
      ],
    },
  };
};

export const help = command({
  name: "help",
  about: "help-about",
  cards: { [waitingAnswers]: renderWaiting },
  bare: usage({
    about: "help-about",
    level: "anyone",
    where: ["cell", "council", "unbound", "direct"],
    answer: "private",
    // Nothing in it is private, except that it shows somebody's level, which the chat knows.
    fallback: "chat",
    options: {
      // It names a command, and is no text of people's own.
      command: optional(
        { ...text({ max: 60 }), reads: () => false },
        { about: "help-option-command", ask: "help-ask-command", position: 0 },
      ),
    },
    meanwhile,
    async run(context, { command: typed }) {
      const allowed = await allowedTo(context);
      if (typed === undefined) return [{ to: "person", message: await overview(context, allowed) }];
      const [name = "", word] = typed.toLowerCase().replace(/^[/!]/u, "").replaceAll("_", "-").split(/\s+/u);
      const found = context.commands.find((one) => one.name === name);
      if (found !== undefined) return [{ to: "person", message: about(context, found, word, allowed) }];
      const near = nearest(
        name,
        context.commands.map((one) => one.name),
      );
      throw new Refused(
        near === undefined ? phrase("help-unknown") : phrase("options-did-you-mean", { typed: name, near }),
      );
    },
  }),
  words: { wrong },
  jobs: { [wrongJob]: tellLater },
});
