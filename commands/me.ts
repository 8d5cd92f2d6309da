/** `/me`: what a person sets for themselves, sees about themselves, and takes away. Rules: docs/rules.md, "People and permission". */
import { command, Needed, Refused, usage, type OptionType, type Reply } from "../src/core/command.ts";
import type { Context, FederationContext, MemberContext } from "../src/core/context.ts";
import { say, verbatim, type Block, type Button, type FileData, type Message } from "../src/chat/message.ts";
import {
  cell as cellOption,
  choice,
  flag,
  language,
  languageName,
  languageWithState,
  optional,
  required,
  shorten,
  timeOfDay,
  zone,
  type Cell,
} from "../src/core/options/index.ts";
import { shortName } from "../src/core/options/drive.ts";
import { onlyOne } from "../src/core/options/which.ts";
import { calendarPage, myCalendar } from "./following.ts";
import { link, linkJobs, unlink } from "./linking.ts";
import { phrase, type Phrase } from "../src/chat/phrase.ts";
import { usualNight } from "../src/domain/time.ts";

type Effect = Awaited<ReturnType<Context["comingAndGoing"]["countIn"]>>["effects"][number];

/** Minutes of the day as a clock shows them: 480 is `08:00`. */
const clock = (minutes: number): string =>
  [Math.floor(minutes / 60), minutes % 60].map((part) => String(part).padStart(2, "0")).join(":");

/** A time, or a word for none at all. */
const off = choice(["off"]);
/** When quiet hours usually begin, as it is typed; and when they end. */
const usualNights = ["20:00", "21:00", "22:00", "23:00"];
const usualMornings = ["06:00", "07:00", "08:00", "09:00", "10:00"];

const timeOrOff = (): OptionType<number | "off"> => ({
  kind: "time",
  parse: async (raw, context) => {
    const none = await off.parse(raw, context);
    return "value" in none ? none : timeOfDay().parse(raw, context);
  },
  choices: async (_context, typed) =>
    [
      ...usualNights.map((value) => ({ value, label: verbatim(value) })),
      { value: "off", label: phrase("me-quiet-none") },
    ].filter(({ value }) => value.startsWith(typed.trim())),
});

const sure = () => optional(flag("confirm"), { about: "option-confirm", ask: "option-confirm", hidden: true });

/** A question that a button answers. */
const ask = (question: Phrase, ...buttons: readonly Button[]): Message => ({
  blocks: [
    { type: "paragraph", content: question },
    { type: "buttons", rows: buttons.map((button) => [button]) },
  ],
});

const toPerson = (message: Message): readonly Reply[] => [{ to: "person", message }];

async function describeMe({
  person,
  cells,
  people,
  federation,
  language: code,
  zone: zoneId,
}: MemberContext): Promise<Message> {
  const mine = await cells.ofPerson(person.id);
  const home = mine.find(({ id }) => id === person.cellId);
  const accounts = await people.identities(person.id);
  const { quietFrom, quietTo } = person;
  const quiet = quietFrom !== undefined && quietTo !== undefined && quietFrom !== quietTo;
  return {
    blocks: [
      { type: "heading", content: phrase("me-show", { federation: federation.name }) },
      {
        type: "list",
        items: [
          mine.length === 0
            ? phrase("me-show-no-cell")
            : phrase("me-show-cells", { cells: mine.map(({ name }) => name) }),
          ...(mine.length > 1 && home !== undefined ? [phrase("me-show-counts-in", { cell: home.name })] : []),
          ...(person.steward ? [phrase("me-show-steward")] : []),
          phrase("me-show-language", { language: languageName(code) }),
          phrase("me-show-zone", { zone: zoneId }),
          quiet
            ? phrase("me-show-quiet", { from: clock(quietFrom), to: clock(quietTo) })
            : phrase("me-show-no-quiet", { from: clock(usualNight.quietFrom), to: clock(usualNight.quietTo) }),
          phrase("me-show-accounts", {
            accounts: accounts.map(({ platform, name }) => phrase("me-account", { platform, name })),
          }),
          ...(federation.vouches === 0
            ? []
            : [phrase("me-show-vouches", { count: person.vouched, needed: federation.vouches })]),
        ],
      },
    ],
  };
}

/** The outbox keeps files of at most 256 KiB in base64. */
const longestFile = 180 * 1024;
const pledgesInFile = 400;

/** What is held about a person, as files to keep: one, unless there are very many answers. */
function exportFiles(held: Readonly<Record<string, unknown>>): readonly FileData[] {
  const file = (content: unknown, number: number): FileData => ({
    name: number === 1 ? "steward-me.json" : `steward-me-${String(number)}.json`,
    mediaType: "application/json",
    data: Buffer.from(`${JSON.stringify(content, undefined, 2)}\n`).toString("base64"),
  });
  const whole = file(held, 1);
  if (whole.data.length <= (longestFile * 4) / 3) return [whole];
  const { pledges, ...rest } = held;
  const list: readonly unknown[] = Array.isArray(pledges) ? pledges : [];
  const parts = Array.from({ length: Math.ceil(list.length / pledgesInFile) }, (_, part) =>
    list.slice(part * pledgesInFile, (part + 1) * pledgesInFile),
  );
  return [file(rest, 1), ...parts.map((part, index) => file({ pledges: part }, index + 2))];
}

/** What somebody did, and what became of their answers by it: which moved to the cell where they count now, which did not. */
function told(done: Phrase, home: Cell | undefined, effects: readonly Effect[]): Message {
  const items = effects.flatMap(({ kind, drives }): readonly Phrase[] => {
    const names = drives.map((drive) => shortName(drive));
    if (home === undefined) return [phrase("me-answers-withdrawn", { drives: names })];
    if (kind === "answers-moved") return [phrase("me-answers-moved", { cell: home.name, drives: names })];
    return [phrase("link-withdrawn", { cell: home.name, drives: names })];
  });
  return {
    blocks: [{ type: "paragraph", content: done }, ...(items.length === 0 ? [] : [{ type: "list" as const, items }])],
  };
}

/** What would become of somebody's answers if they counted in that cell, or in none, for the question before it. */
async function wouldMove(
  { drives, person }: MemberContext,
  home: Cell | undefined,
): Promise<{ readonly lines: readonly Phrase[]; readonly lost: boolean }> {
  const { moved, withdrawn } = await drives.wouldMove(person, home?.id);
  const [kept, gone] = [moved, withdrawn].map((all) => all.map((drive) => shortName(drive)));
  const lines = [
    ...(home === undefined || moved.length === 0
      ? []
      : [phrase("me-answers-would-move", { cell: home.name, drives: kept ?? [] })]),
    ...(withdrawn.length === 0
      ? []
      : [
          home === undefined
            ? phrase("me-answers-would-go", { drives: gone ?? [] })
            : phrase("me-answers-would-stay-behind", { cell: home.name, drives: gone ?? [] }),
        ]),
  ];
  return { lines, lost: withdrawn.length > 0 };
}

/** What becomes of answers says which were given: where a chat would read it, it is left out. */
const aboutAnswers = (message: Message): readonly Reply[] => {
  const publicly: Message = { blocks: message.blocks.filter(({ type }) => type !== "list") };
  return [{ to: "person", message, publicly }];
};

/** A question with what its yes would do. */
const askKnowing = (question: Phrase, lines: readonly Phrase[], ...buttons: readonly Button[]): Message => {
  const [first, ...rest] = ask(question, ...buttons).blocks;
  const list: readonly Block[] = lines.length === 0 ? [] : [{ type: "list", items: lines }];
  return { blocks: [...(first === undefined ? [] : [first]), ...list, ...rest] };
};

/** The cell that `/me leave` is about: this chat's, the one that a button names, or the only one; else it is asked which. */
async function cellToLeave(context: MemberContext, chosen: Cell | undefined): Promise<Cell> {
  const mine = await context.cells.ofPerson(context.person.id);
  const wanted = chosen?.id ?? context.chat?.cellId;
  return onlyOne({
    option: "cell",
    of: wanted === undefined ? mine : mine.filter(({ id }) => id === wanted),
    none: () => phrase("me-not-in-cell"),
    choice: ({ id, name }) => ({ value: `#${id}`, label: verbatim(shorten(name, 40)) }),
  });
}

const retention = "people-retention";
const day = 24 * 60 * 60_000;

/** Once a day the records of people who left every cell long ago are removed (docs/privacy.md, "How long things are kept"). */
export async function planRetention({ jobs, federation, now }: FederationContext, dueAt = now + day): Promise<void> {
  await jobs.schedule({ kind: retention, key: `${retention}:${federation.id}`, payload: {}, dueAt });
}

export const me = command({
  name: "me",
  about: "me-about",
  pages: { calendar: calendarPage },
  jobs: {
    ...linkJobs,
    [retention]: async (context) => {
      const more = await context.comingAndGoing.retention();
      // The rest in a transaction of its own, so that nobody has to wait.
      await planRetention(context, more ? context.now : undefined);
      return [];
    },
  },
  words: {
    show: usage({
      about: "me-show-about",
      level: "member",
      where: ["cell", "council", "direct"],
      answer: "private",
      fallback: "notice",
      async run(context) {
        return toPerson(await describeMe(context));
      },
    }),

    cell: usage({
      about: "me-cell-about",
      level: "member",
      where: ["cell", "council", "direct"],
      answer: "private",
      fallback: "notice",
      options: {
        cell: optional(cellOption(), { about: "me-option-cell", ask: "me-ask-cell", position: 0 }),
        confirm: sure(),
      },
      async run(context, { cell: chosen, confirm }) {
        const { person, cells, comingAndGoing } = context;
        const mine = await cells.ofPerson(person.id);
        if (chosen !== undefined) {
          if (!mine.some(({ id }) => id === chosen.id))
            throw new Refused(phrase("me-cell-not-member", { cell: chosen.name }));
          const { lines, lost } = await wouldMove(context, chosen);
          if (lost && confirm !== true) {
            const yes: Button = {
              label: phrase("me-cell-yes"),
              action: { command: "me", word: "cell", options: { cell: `#${chosen.id}`, confirm: "confirm" } },
              press: "unseen",
              style: "danger",
            };
            return toPerson(askKnowing(phrase("me-cell-sure", { cell: chosen.name }), lines, yes));
          }
          const { effects } = await comingAndGoing.countIn(person, chosen.id);
          return toPerson(told(phrase("me-cell-set", { cell: chosen.name }), chosen, effects));
        }
        const home = mine.find(({ id }) => id === person.cellId);
        if (home === undefined) return toPerson(say("me-show-no-cell"));
        if (mine.length === 1) return toPerson(say("me-cell-only", { cell: home.name }));
        const buttons = mine
          .filter(({ id }) => id !== home.id)
          .map(({ id, name }): Button => ({
            label: verbatim(name.slice(0, 40)),
            action: { command: "me", word: "cell", options: { cell: `#${id}` } },
            press: "unseen",
          }));
        return toPerson(ask(phrase("me-cell-which", { cell: home.name }), ...buttons));
      },
    }),

    leave: usage({
      about: "me-leave-about",
      level: "member",
      where: ["cell", "council", "direct"],
      answer: "private",
      fallback: "chat",
      options: {
        cell: optional(cellOption(), { about: "me-option-cell", ask: "me-leave-which", hidden: true }),
        confirm: sure(),
      },
      async run(context, { cell: chosen, confirm }) {
        const { person, people, cells, comingAndGoing } = context;
        const leaving = await cellToLeave(context, chosen);
        const others = (await cells.ofPerson(person.id)).filter(({ id }) => id !== leaving.id);
        const last = others.length === 0;
        if (last && (await people.isLastSteward(person))) throw new Refused(phrase("me-last-steward"));
        if (confirm !== true) {
          // Who counted there counts in the earliest of their others.
          const next = person.cellId === leaving.id ? others[0] : await cells.get(person.cellId ?? "");
          const { lines, lost } = await wouldMove(context, next);
          const { name: cell } = leaving;
          const question = !last
            ? phrase("me-leave-sure", { cell })
            : lost
              ? phrase("me-leave-sure-only", { cell })
              : phrase("me-leave-sure-last", { cell });
          const yes: Button = {
            label: phrase("me-leave-yes"),
            action: { command: "me", word: "leave", options: { cell: `#${leaving.id}`, confirm: "confirm" } },
            press: "unseen",
            style: "danger",
          };
          return aboutAnswers(askKnowing(question, lines, yes));
        }
        const { person: after, effects } = await comingAndGoing.leaveCell(person, leaving.id);
        const home = after.cellId === undefined ? undefined : await cells.get(after.cellId);
        return aboutAnswers(told(phrase("me-left", { cell: leaving.name }), home, effects));
      },
    }),

    language: usage({
      about: "me-language-about",
      changesVoice: true,
      level: "member",
      where: ["cell", "council", "direct"],
      answer: "private",
      fallback: "chat",
      options: {
        code: required(language(), { about: "me-option-language", ask: "me-ask-language", position: 0 }),
      },
      async run({ person, people }, { code }) {
        await people.update(person, { language: code });
        return toPerson(say("me-language-set", { language: languageWithState(code) }));
      },
    }),

    zone: usage({
      about: "me-zone-about",
      changesVoice: true,
      level: "member",
      where: ["cell", "council", "direct"],
      answer: "private",
      fallback: "chat",
      options: {
        zone: required(zone(), { about: "me-option-zone", ask: "me-ask-zone", position: 0 }),
      },
      async run({ person, people }, { zone: id }) {
        await people.update(person, { zone: id });
        return toPerson(say("me-zone-set", { zone: id }));
      },
    }),

    quiet: usage({
      about: "me-quiet-about",
      level: "member",
      where: ["cell", "council", "direct"],
      answer: "private",
      fallback: "chat",
      options: {
        from: required(timeOrOff(), { about: "me-option-from", ask: "me-ask-quiet-from", position: 0 }),
        to: optional(timeOfDay(usualMornings), { about: "me-option-to", ask: "me-ask-quiet-to", position: 1 }),
      },
      async run({ person, people }, { from, to }) {
        if (from === "off" || from === to) {
          await people.update(person, { quietFrom: undefined, quietTo: undefined });
          return toPerson(say("me-quiet-off", { from: clock(usualNight.quietFrom), to: clock(usualNight.quietTo) }));
        }
        if (to === undefined) throw new Needed("to");
        await people.update(person, { quietFrom: from, quietTo: to });
        return toPerson(say("me-quiet-set", { from: clock(from), to: clock(to) }));
      },
    }),

    calendar: myCalendar,

    link,
    unlink,

    export: usage({
      about: "me-export-about",
      level: "member",
      where: ["cell", "council", "direct"],
      answer: "private",
      fallback: "notice",
      async run({ person, comingAndGoing }) {
        const files = exportFiles(await comingAndGoing.export(person));
        const blocks: readonly Block[] = [
          { type: "paragraph", content: phrase("me-export") },
          ...files.map((file): Block => ({ type: "file", file })),
        ];
        return toPerson({ blocks });
      },
    }),

    forget: usage({
      about: "me-forget-about",
      level: "member",
      where: ["cell", "council", "direct"],
      answer: "private",
      fallback: "chat",
      options: { confirm: sure() },
      async run({ person, people, federation, comingAndGoing }, { confirm }) {
        if (await people.isLastSteward(person)) throw new Refused(phrase("me-last-steward"));
        if (confirm !== true) {
          return toPerson(
            ask(phrase("me-forget-sure", { federation: federation.name }), {
              label: phrase("me-forget-yes"),
              action: { command: "me", word: "forget", options: { confirm: "confirm" } },
              press: "unseen",
              style: "danger",
            }),
          );
        }
        await comingAndGoing.forget(person);
        return toPerson(say("me-forgotten"));
      },
    }),
  },
});
