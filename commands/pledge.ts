/** `/pledge`: a member's answer to an open drive. Rules: docs/rules.md, "Pledge drives". */
import { command, Needed, Refused, usage, type OptionType, type Reply } from "../src/core/command.ts";
import type { MemberContext } from "../src/core/context.ts";
import { say, verbatim, type Block, type Message } from "../src/chat/message.ts";
import { driveOrOnly, drive as driveOption, drivesHere, shortName } from "../src/core/options/drive.ts";
import { choice, flag, integer, optional } from "../src/core/options/index.ts";
import { way, wayNamed } from "../src/core/options/way.ts";
import { phrase, type Phrase, messageIds, time } from "../src/chat/phrase.ts";
import type { Answer } from "../src/domain/pledges.ts";
import { announcementId, driveCard, isOpen, type Drive, type Kept } from "../src/domain/drives.ts";
import { goalAnnouncement } from "./drive/announce.ts";
import { answerButtons, driveMessage, toBeAsked } from "./drive/card.ts";

/** No drive has more people. */
const mostOthers = 1_000_000;

/** How many others. The card's button leaves it open: then it is asked for, unseen. */
function others(): OptionType<number> {
  const number = integer({ min: 1, max: mostOthers });
  return {
    ...number,
    parse: async (raw, context) =>
      raw === toBeAsked ? { refusal: phrase("pledge-if-meaning") } : number.parse(raw, context),
  };
}

/** Answers to `/pledge if` without a number, as buttons. */
const commonNeeds = [5, 10, 20, 50, 100];

/** A drive that closed longer ago is not meant. Milliseconds: 30 days. */
const lately = 30 * 24 * 60 * 60_000;

/** The answers as the card's buttons say them. */
const asOnButtons = {
  in: phrase("drive-button-in"),
  if: phrase("drive-button-if"),
  withdraw: phrase("drive-button-withdraw"),
  done: phrase("drive-button-done"),
};

const answers = choice(["in", "if", "withdraw", "done"], { labels: asOnButtons });

type Word = "in" | "if" | "withdraw" | "done";

interface Given {
  readonly answer: Word | undefined;
  readonly others: number | undefined;
  readonly sector: boolean | undefined;
  readonly way: string | undefined;
  readonly drive: Drive | undefined;
}

export const pledge = command({
  name: "pledge",
  about: "pledge-about",
  bare: usage({
    about: "pledge-about",
    level: "member",
    where: ["cell", "direct"],
    answer: "private",
    fallback: "notice",
    unseen: true,
    alone: true,
    options: {
      answer: optional(answers, {
        about: "pledge-option-answer",
        ask: "pledge-ask-answer",
        position: 0,
      }),
      others: optional(others(), { about: "pledge-option-others", ask: "pledge-ask-others", position: 1 }),
      sector: optional(flag("sector"), { about: "pledge-option-sector", ask: "pledge-ask-sector", position: 2 }),
      way: optional(way(), { about: "pledge-option-way", ask: "pledge-ask-way", otherwise: true }),
      drive: optional(driveOption(), { about: "option-drive", ask: "drive-ask-which" }),
    },
    async run(context, values) {
      if (values.answer !== "if" && (values.others !== undefined || values.sector === true)) {
        throw new Refused(phrase("pledge-number-needs-if"));
      }
      // On Discord all options stand in one form: who says "in" and a way means that way.
      if (values.way !== undefined && (values.answer ?? "in") === "in") return answerWay(context, values, values.way);
      if (values.way !== undefined) throw new Refused(phrase("pledge-way-alone"));
      if (values.answer === undefined) return showOwn(context, values.drive);
      return values.answer === "done" ? keep(context, values.drive) : answer(context, values);
    },
  }),
});

/** One's own answer with the drive and its buttons, for oneself; the drive for everybody, where it is not there yet. */
async function showOwn(context: MemberContext, named: Drive | undefined): Promise<readonly Reply[]> {
  const drive = await driveOrOnly(named, context, {
    none: () => phrase("pledge-none-open"),
    of: "open-first",
  });
  const own = await context.drives.own(drive, context.person.id);
  const blocks = ownAnswer(drive, own?.answer, own?.counted ?? true, context);
  const card = await driveMessage(context, drive, context.person.cellId);
  const mine: Reply = { to: "person", message: { blocks: [...blocks, ...card.blocks] } };
  // The card that is there stays where it is: who asks for their own answer does not fill the chat. Where there is none, it comes.
  return context.chat === undefined ? [mine] : [mine, { to: "card", kind: driveCard, subject: drive.id }];
}

/** One's own answer, in words. */
function ownAnswer(
  drive: Drive,
  answer: Answer | undefined,
  counted: boolean,
  { now }: MemberContext,
): readonly Block[] {
  const open = isOpen(drive, now);
  const standing = answer !== undefined && answer !== "withdrawn";
  const last: Phrase = open
    ? phrase("pledge-change-until", { deadline: time(drive.deadline, "datetime", { named: true }) })
    : phrase("pledge-closed-answers");
  return [
    {
      type: "paragraph",
      content: phrase("pledge-own", { drive: shortName(drive, 60), answer: inWords(answer, drive) }),
    },
    ...(standing && !counted ? [{ type: "paragraph" as const, content: phrase("pledge-not-vouched") }] : []),
    { type: "paragraph", style: "quiet", content: last },
  ];
}

function inWords(answer: Answer | undefined, { ways }: Drive): Phrase {
  if (answer === undefined) return phrase("pledge-answer-none");
  if (answer === "withdrawn") return phrase("pledge-answer-withdrawn");
  if (answer.scope === "way") return phrase("pledge-answer-way", { way: ways[answer.way] ?? "" });
  const [first] = ways;
  if (answer.scope === "none") {
    return first === undefined ? phrase("pledge-answer-in") : phrase("pledge-answer-way", { way: first });
  }
  if (first !== undefined) {
    const args = { others: answer.others, way: first };
    return phrase(answer.scope === "drive" ? "pledge-answer-way-if" : "pledge-answer-way-if-sector", args);
  }
  return answer.scope === "drive"
    ? phrase("pledge-answer-if", { others: answer.others })
    : phrase("pledge-answer-if-sector", { others: answer.others });
}

function toAnswer({ answer, others, sector }: Given & { readonly answer: Exclude<Word, "done"> }): Answer | undefined {
  if (answer === "in") return { scope: "none" };
  if (answer === "withdraw") return "withdrawn";
  return others === undefined ? undefined : { scope: sector === true ? "sector" : "drive", others };
}

/** The open drive that is answered. */
async function answered(context: MemberContext, { drive: named }: Given): Promise<Drive> {
  const drive = await driveOrOnly(named, context, {
    none: () => (named === undefined ? noneOpen(context) : phrase("pledge-none-open")),
    of: "open",
  });
  if (!isOpen(drive, context.now)) throw new Refused(closedSentence(drive));
  return drive;
}

async function answer(context: MemberContext, given: Given): Promise<readonly Reply[]> {
  const word = given.answer === "in" || given.answer === "withdraw" ? given.answer : "if";
  const drive = await answered(context, given);
  const wanted = toAnswer({ ...given, answer: word });
  if (wanted === undefined) throw new Refused(phrase("pledge-if-how-many"), needButtons(drive, given));
  return take(context, drive, wanted);
}

/** An answer in the words of one of the ways to join. What is none of them is read as an answer that was mistyped. */
async function answerWay(context: MemberContext, given: Given, typed: string): Promise<readonly Reply[]> {
  const open = given.drive === undefined ? (await drivesHere(context, false)).filter(isOpenAt(context.now)) : [];
  if (given.drive === undefined && open.length === 0) throw await nothingToJoin(context, typed);
  // Of several open drives the words may name one way of one of them.
  const named = open.filter(({ ways }) => wayNamed(ways, typed) !== undefined);
  const meant = given.drive ?? (named.length === 1 ? named[0] : undefined);
  const known = meant === undefined ? open.some(({ ways }) => ways.length > 0) : meant.ways.length > 0;
  const drive = known ? await answered(context, { ...given, drive: meant }) : undefined;
  const at = drive === undefined ? undefined : wayNamed(drive.ways, typed);
  if (drive !== undefined && at !== undefined) {
    return take(context, drive, at === 0 ? { scope: "none" } : { scope: "way", way: at });
  }
  if (drive !== undefined) {
    throw new Refused(phrase("pledge-no-such-way"), {
      blocks: [answerButtons(drive)],
    });
  }
  const read = await answers.parse(typed, context);
  throw "refusal" in read ? new Needed("answer", read) : new Refused(phrase("pledge-none-open"));
}

/** Words that no open drive can mean: that is what is to be said, unless they are "done" mistyped. */
async function nothingToJoin(context: MemberContext, typed: string): Promise<Needed | Refused> {
  const read = await choice(["done"]).parse(typed, context);
  const isNearly = "refusal" in read && read.refusal.id === "options-did-you-mean";
  return isNearly ? new Needed("answer", read) : new Refused(await noneOpen(context));
}

const isOpenAt =
  (now: number) =>
  (one: Drive): boolean =>
    isOpen(one, now);

async function take(context: MemberContext, drive: Drive, wanted: Answer): Promise<readonly Reply[]> {
  const { person, drives } = context;
  const result = await drives.answer(drive, person, wanted);
  if (result.outcome === "closed") throw new Refused(closedSentence(drive));
  if (result.outcome === "elsewhere") throw new Refused(phrase("pledge-elsewhere"));
  // Not a refusal: these may be said in the chat where somebody cannot be reached, and this tells of their answer.
  if (wanted === "withdrawn" && result.before === "withdrawn") {
    return [{ to: "person", message: say("pledge-nothing-to-withdraw") }];
  }
  const own: Reply = { to: "person", message: { blocks: ownAnswer(drive, wanted, result.counted, context) } };
  if (!result.goalReached) return [own];
  const chats = await drives.chats(drive);
  const broadcast = announcementId(drive.id, "goal", context.now);
  return [own, { to: "chats", chats, message: goalAnnouncement(drive), broadcast }];
}

/** No drive is open; where one closed lately, that one is probably meant. */
async function noneOpen({ chat, person, drives, now }: MemberContext): Promise<Phrase> {
  const closedAt = (one: Drive): number => one.closedAt ?? one.deadline;
  const cellId = chat?.cellId ?? person.cellId;
  const all = cellId === undefined ? [] : await drives.list(cellId, { closed: true });
  const [newest] = all
    .filter((one) => !isOpen(one, now))
    .sort((a, b) => closedAt(b) - closedAt(a) || b.number - a.number);
  if (newest === undefined || now - closedAt(newest) >= lately) return phrase("pledge-none-open");
  const closed = time(closedAt(newest), "datetime", { named: true });
  return phrase("pledge-newest-closed", { drive: shortName(newest, 60), closed });
}

const closedSentence = (drive: Drive): Phrase => phrase("pledge-drive-closed", { drive: shortName(drive, 60) });

function typedOptions(answer: Word, { others, sector }: Given): Readonly<Record<string, string>> {
  return {
    answer,
    ...(others === undefined ? {} : { others: String(others) }),
    ...(sector === true ? { sector: "sector" } : {}),
  };
}

/** Numbers to choose from. */
const needButtons = (drive: Drive, given: Given): Message => ({
  blocks: [
    {
      type: "buttons",
      rows: [
        commonNeeds.map((need) => ({
          label: verbatim(String(need)),
          action: {
            command: "pledge",
            options: { ...typedOptions("if", { ...given, others: need }), drive: `#${drive.id}` },
          },
          press: "unseen" as const,
        })),
      ],
    },
  ],
});

const keptSentences = messageIds({
  recorded: "pledge-done",
  "other-way": "pledge-done-other-way",
  already: "pledge-done-already",
  open: "pledge-done-too-early",
  "no-pledge": "pledge-done-no-pledge",
  "not-firm": "pledge-done-not-firm",
  cleared: "pledge-done-too-late",
}) satisfies Record<Kept, string>;

/** After the action: one's own pledge was kept. */
async function keep(context: MemberContext, named: Drive | undefined): Promise<readonly Reply[]> {
  const open = named === undefined ? await context.drives.list(context.chat?.cellId ?? context.person.cellId) : [];
  const drive = await driveOrOnly(named, context, {
    none: () => (open.length > 0 ? phrase("pledge-done-too-early") : phrase("pledge-none-closed")),
    of: "closed",
    among: (closed) => likelyDone(context, closed),
  });
  const kept = await context.drives.kept(drive, context.person.id);
  const args = { drive: shortName(drive, 60) };
  const first = kept === "other-way" ? { way: drive.ways[0] ?? "" } : {};
  return [{ to: "person", message: say(keptSentences[kept], { ...args, ...first }) }];
}

/** Which of several closed drives "done" can mean: those that wait for it; else the last one in which they had pledged. */
async function likelyDone({ drives, person }: MemberContext, closed: readonly Drive[]): Promise<readonly Drive[]> {
  const pledged = await drives.pledgedIn(closed, person.id);
  const waiting = pledged.filter(({ waits }) => waits);
  return waiting.length > 0
    ? waiting.map(({ drive }) => drive)
    : [pledged.at(-1)?.drive ?? closed.at(-1)].filter((one) => one !== undefined);
}
