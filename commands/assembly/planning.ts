/** The words of `/assembly` by which a council's coordinator plans assemblies, moves them and ends their series. */
import { Refused, usage, type Reply } from "../../src/core/command.ts";
import type { Context } from "../../src/core/context.ts";
import type { Block, Message } from "../../src/chat/message.ts";
import {
  changedRule,
  duration,
  flag,
  optional,
  recurrence,
  required,
  text,
  ruleOf,
  timeOfDay,
  weekday,
} from "../../src/core/options/index.ts";
import { meeting } from "../../src/core/options/times.ts";
import { fold } from "../../src/core/options/option.ts";
import { seatRule } from "../../src/core/options/poll.ts";
import { quorum } from "../../src/core/options/vote.ts";
import { recurrencePhrase, skippingBlocks } from "../../src/core/recurrence.ts";
import { phrase, time } from "../../src/chat/phrase.ts";
import type { Assembly } from "../../src/domain/assemblies.ts";
import { usualQuorum } from "../../src/domain/quorum.ts";
import type { Rule } from "../../src/domain/recurrence.ts";
import { plannedReplies } from "./jobs.ts";
import { titleOf, whenOf } from "./messages.ts";
import { saidIn, type ToChats } from "../said.ts";
import { councilHere } from "../council.ts";
import { which, ofCouncil, currentOf, here } from "./meant.ts";

/** Longest name, in characters. */
const longestName = 60;
/** Minutes. */
const usualLength = 120;
const longestLength = 3 * 24 * 60;
/** So far ahead, in milliseconds, an assembly can be moved: half a year. */
const farthest = 183 * 24 * 60 * 60_000;

export const create = usage({
  about: "assembly-new-about",
  level: "coordinator",
  where: ofCouncil,
  answer: "chat",
  options: {
    name: required(text({ max: longestName }), {
      about: "assembly-option-name",
      ask: "assembly-ask-name",
      position: 0,
    }),
    rule: required(recurrence(), { about: "assembly-option-rule", ask: "assembly-ask-rule" }),
    day: optional(weekday(), { about: "role-option-day", ask: "role-ask-day" }),
    time: optional(timeOfDay(), { about: "assembly-option-time", ask: "assembly-ask-time" }),
    length: optional(duration(), { about: "assembly-option-length", ask: "assembly-ask-length" }),
    quorum: optional(quorum(), { about: "assembly-option-quorum", ask: "assembly-ask-quorum" }),
    seats: optional(seatRule(), { about: "assembly-option-seats", ask: "assembly-ask-seats" }),
    names: optional(flag("names"), { about: "assembly-option-names", ask: "assembly-ask-names" }),
    council: which,
  },
  async run(context, values) {
    const council = await councilHere(context, values.council, "coordinator");
    const lengthMinutes = values.length ?? usualLength;
    if (lengthMinutes < 1 || lengthMinutes > longestLength) throw new Refused(phrase("assembly-length"));
    const planned = await context.assemblies.upcoming(council.id);
    const same = planned.find(({ series }) => fold(series.name) === fold(values.name));
    if (same !== undefined) {
      throw new Refused(phrase("assembly-planned-already", { name: same.series.name, when: whenOf(same) }));
    }
    const rule = ruleOf(
      values.rule,
      { day: values.day, minute: values.time },
      { after: context.now, zone: council.zone },
    );
    if (values.seats !== undefined) await context.delegates.setSeatRule(council.id, values.seats);
    const first = await context.assemblies.createSeries(council.id, {
      name: values.name,
      rule,
      lengthMinutes,
      quorum: values.quorum ?? usualQuorum,
      names: values.names === true,
    });
    const said = phrase("assembly-planned", {
      name: values.name,
      rule: recurrencePhrase(rule.pattern, rule.minute),
      when: whenOf(first),
    });
    const skipped = skipping(council, rule, context.now);
    const message: Message = { blocks: [{ type: "paragraph", content: said }, ...skipped] };
    return [{ to: "here", message }, ...(await plannedReplies(context, first))];
  },
});

export const change = usage({
  about: "assembly-change-about",
  level: "coordinator",
  where: ofCouncil,
  answer: "chat",
  options: {
    at: optional(meeting(), { about: "assembly-option-at", ask: "assembly-ask-at" }),
    time: optional(timeOfDay(), { about: "assembly-option-change-time", ask: "assembly-ask-time" }),
    length: optional(duration(), { about: "assembly-option-change-length", ask: "assembly-ask-length" }),
    rule: optional(recurrence(), { about: "assembly-option-change-rule", ask: "assembly-ask-rule" }),
    day: optional(weekday(), { about: "role-option-day", ask: "role-ask-day" }),
    council: which,
  },
  async run(context, values) {
    const council = await councilHere(context, values.council, "coordinator");
    const before = await currentOf(context, council);
    if (before.openedAt !== undefined) throw new Refused(phrase("assembly-change-late"));
    const { at, length } = values;
    if (length !== undefined && (length < 1 || length > longestLength)) throw new Refused(phrase("assembly-length"));
    // A day that is over was read as that of the next year.
    if (at !== undefined && (at <= context.now || at > context.now + farthest)) {
      throw new Refused(phrase("assembly-change-far", { when: time(at, "datetime", { named: true }) }));
    }
    const rule = changedRule(
      before.series.rule,
      { every: values.rule, day: values.day, minute: values.time },
      { after: context.now, zone: before.series.rule.zone },
    );
    const made =
      rule?.pattern === before.series.rule.pattern && rule.minute === before.series.rule.minute ? undefined : rule;
    const unchanged =
      (at === undefined || at === before.startsAt) &&
      (length === undefined || length === before.series.lengthMinutes) &&
      made === undefined;
    if (unchanged) throw new Refused(phrase("assembly-change-what", { when: whenOf(before) }));
    const changed = await context.assemblies.change(before, { startsAt: at, rule: made, lengthMinutes: length });
    if (changed === undefined) throw new Refused(phrase("assembly-change-late"));
    const skipped = made === undefined ? [] : skipping(council, made, context.now);
    const replies = await changedReplies(context, before, changed);
    return skipped.length === 0 ? replies : [...replies, { to: "here", message: { blocks: skipped } }];
  },
});

/** What a rule leaves out, in words, with a button for one that does not. */
const skipping = ({ id }: { readonly id: string }, rule: Rule, now: number): readonly Block[] =>
  skippingBlocks(rule, now, (instead) => ({
    command: "assembly",
    word: "change",
    options: { rule: instead, council: `#${id}` },
  }));

/** Said once in each chat of the council and of its cells, with what was before; its delegates are told by a job. */
async function changedReplies(context: Context, before: Assembly, changed: Assembly): Promise<readonly Reply[]> {
  const { assemblies } = context;
  const { series } = changed;
  const items = [
    changed.startsAt === before.startsAt
      ? whenOf(changed)
      : phrase("assembly-change-moved", {
          when: whenOf(changed),
          before: time(before.startsAt, "datetime", { named: true }),
        }),
    ...(series.rule.pattern === before.series.rule.pattern && series.rule.minute === before.series.rule.minute
      ? []
      : [
          phrase("assembly-change-rule", {
            rule: recurrencePhrase(series.rule.pattern, series.rule.minute),
          }),
        ]),
  ];
  const message: Message = {
    blocks: [
      { type: "paragraph", style: "strong", content: phrase("assembly-changed", { assembly: titleOf(changed) }) },
      { type: "list", items },
    ],
  };
  const [council, cells] = [
    await assemblies.councilChats(changed.councilId),
    await assemblies.cellChats(changed.councilId),
  ];
  const said: ToChats = {
    to: "chats",
    chats: [...council, ...cells],
    message,
    broadcast: `assembly:${changed.id}:changed:${String(series.changes)}`,
  };
  return saidIn(context, said, phrase("vote-done-elsewhere"));
}

export const end = usage({
  about: "assembly-end-about",
  level: "coordinator",
  where: ofCouncil,
  answer: "chat",
  options: {
    council: which,
    confirm: optional(flag("confirm"), { about: "option-confirm", ask: "option-confirm", hidden: true }),
  },
  async run(context, values) {
    const council = await councilHere(context, values.council, "coordinator");
    const assembly = await currentOf(context, council);
    const { name } = assembly.series;
    if (values.confirm !== true) {
      const button = {
        label: phrase("assembly-end-yes"),
        action: { command: "assembly", word: "end", options: { confirm: "confirm", council: `#${council.id}` } },
        press: "seen" as const,
        style: "danger" as const,
      };
      const blocks: Block[] = [
        { type: "paragraph", content: phrase("assembly-end-sure", { name }) },
        { type: "buttons", rows: [[button]] },
      ];
      return [{ to: "here", message: { blocks } }];
    }
    await context.assemblies.endSeries(assembly.series);
    return [here(phrase("assembly-ended", { name }))];
  },
});
