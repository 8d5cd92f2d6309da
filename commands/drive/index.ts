/**
 * `/drive`: calls for commitments, their card, and what falls due for them. Rules: docs/rules.md, "Pledge drives".
 *
 * A drive of one cell is opened and run by that cell's coordinator. One of a sector or of the federation concerns cells
 * that are not theirs, so it is a steward's.
 */
import { command, Refused, usage, type Reply } from "../../src/core/command.ts";
import type { Context, MemberContext } from "../../src/core/context.ts";
import {
  cellHere,
  concernsCouncil,
  driveBefore,
  driveOrOnly,
  drive as driveOption,
  drivesHere,
  shortName,
} from "../../src/core/options/drive.ts";
import {
  choice,
  givenMoment,
  goal,
  integer,
  lines,
  moment,
  optional,
  orNone,
  required,
  sectors,
  text,
  type Given,
  type TypedGoal,
} from "../../src/core/options/index.ts";
import { ways } from "../../src/core/options/way.ts";
import { say, type Action, type Block } from "../../src/chat/message.ts";
import { phrase, type Phrase, time } from "../../src/chat/phrase.ts";
import {
  demandLimits,
  driveCard,
  driveJobs,
  isOpen,
  reveals,
  scopes,
  type Drive,
  type DriveChanges,
  type Scope,
} from "../../src/domain/drives.ts";
import type { Goal } from "../../src/domain/pledges.ts";
import { filledIn } from "../filled-in.ts";
import { ladder } from "./ladder.ts";
import { poster } from "./poster.ts";
import { renderCard, driveMessage } from "./card.ts";
import {
  announcement,
  announce,
  receiptBlocks,
  goalAnnouncement,
  closeAnnouncement,
  editAnnouncement,
  nudge,
} from "./announce.ts";

/** Longest question and name, in characters. */
const longestQuestion = 300;
const longestName = 60;
/** A deadline given as a date without a time: minutes of the day, 18:00. */
const endOfDay = 18 * 60;
const dayMs = 24 * 60 * 60_000;
const mostPeople = 1_000_000;

const goalOf = (typed: TypedGoal): Goal =>
  typed.kind === "count" ? { kind: "people", people: typed.count } : { kind: "percent", percent: typed.percent };

const demandsOption = optional(lines(demandLimits), { about: "drive-option-demands", ask: "drive-ask-demands" });

const waysOption = optional(ways(), { about: "drive-option-ways", ask: "drive-ask-ways" });

const afterOption = optional(driveBefore(), { about: "drive-option-after", ask: "drive-ask-after" });

const which = optional(driveOption(), { about: "option-drive", ask: "drive-ask-which" });

/** The deadline has a time of the day that nobody gave: see {@link filledIn}. */
function movable(context: Context, { id }: Drive, { at, filled }: Given): readonly Block[] {
  if (filled === undefined) return [];
  const again = (deadline: string): Action => ({
    command: "drive",
    word: "edit",
    options: { drive: `#${id}`, deadline },
  });
  return filledIn(context, { at: [at], filled }, again);
}

const create = usage({
  about: "drive-new-about",
  level: "coordinator",
  where: ["cell", "direct"],
  answer: "chat",
  options: {
    question: required(text({ max: longestQuestion }), {
      about: "drive-option-question",
      ask: "drive-ask-question",
      position: 0,
    }),
    goal: required(goal(), { about: "drive-option-goal", ask: "drive-ask-goal" }),
    deadline: required(givenMoment({ defaultTime: endOfDay }), {
      about: "drive-option-deadline",
      ask: "drive-ask-deadline",
    }),
    scope: optional(choice(scopes), {
      about: "drive-option-scope",
      ask: "drive-ask-scope",
    }),
    sectors: optional(sectors(), { about: "drive-option-sectors", ask: "drive-ask-sectors" }),
    reveal: optional(choice(reveals), { about: "drive-option-reveal", ask: "drive-ask-reveal" }),
    minimum: optional(integer({ min: 1, max: mostPeople }), {
      about: "drive-option-minimum",
      ask: "drive-ask-minimum",
    }),
    name: optional(text({ max: longestName }), { about: "drive-option-name", ask: "drive-ask-name" }),
    demands: demandsOption,
    ways: waysOption,
    after: afterOption,
  },
  async run(context, values) {
    const { cells, drives, person } = context;
    const cellId = cellHere(context);
    const cell = cellId === undefined ? undefined : await cells.get(cellId);
    if (cell === undefined) throw new Refused(phrase("drive-no-cell"));
    const scope: Scope = values.scope ?? (values.sectors === undefined ? "cell" : "sector");
    if (scope !== "sector" && values.sectors !== undefined) throw new Refused(phrase("drive-sectors-need-scope"));
    if (scope !== "cell" && context.level !== "steward") throw new Refused(phrase("drive-scope-needs-steward"));
    // One cell's own drive is shown nowhere else, and so it is no step of what others see.
    if (values.after?.scope === "cell" && (scope !== "cell" || values.after.cellId !== cell.id)) {
      throw new Refused(phrase("drive-after-of-cell"));
    }
    const drive = await drives.create({
      question: values.question,
      name: values.name,
      demands: values.demands ?? [],
      ways: values.ways ?? [],
      afterId: values.after?.id,
      scope,
      cellId: cell.id,
      sectors: scope === "sector" ? (values.sectors?.map(({ id }) => id) ?? [cell.sectorId]) : [],
      createdById: person.id,
      goal: goalOf(values.goal),
      minimum: values.minimum ?? 0,
      reveal: values.reveal ?? "live",
      deadline: values.deadline.at,
    });
    const chats = await drives.chats(drive);
    const opened = phrase("drive-opened", { number: drive.number, chats: chats.length });
    const said = [opened, ...(await warnings(context, drive))];
    const blocks: readonly Block[] = [
      ...said.map((content): Block => ({ type: "paragraph", content })),
      ...movable(context, drive, values.deadline),
    ];
    return [
      { to: "here", message: { blocks } },
      { to: "card", kind: driveCard, subject: drive.id, chats },
    ];
  },
});

const show = usage({
  about: "drive-show-about",
  level: "member",
  where: ["cell", "council", "direct"],
  answer: "chat",
  options: { drive: optional(driveOption({ closed: true }), { about: "option-drive", ask: "drive-ask-which" }) },
  async run(context, values) {
    const drive = await driveOrOnly(values.drive, context, {
      none: () => phrase("drive-none"),
      of: "open-first",
    });
    const { group } = context;
    if (group?.kind === "council" && !(await concernsCouncil(context, group.id, drive))) {
      throw new Refused(phrase("drive-none"));
    }
    const receipts = await receiptBlocks(context, drive);
    if (context.chat === undefined) {
      const { blocks } = await driveMessage(context, drive, context.person?.cellId);
      return [{ to: "here", message: { blocks: [...blocks, ...receipts] } }];
    }
    const card: Reply = { to: "card", kind: driveCard, subject: drive.id, anew: true };
    return receipts.length === 0 ? [card] : [card, { to: "person", message: { blocks: receipts } }];
  },
});

const list = usage({
  about: "drive-list-about",
  level: "member",
  where: ["cell", "council", "direct"],
  answer: "private",
  // Which drives there are is known to the whole chat.
  fallback: "chat",
  async run(context) {
    const drives = await drivesHere(context, true);
    if (drives.length === 0) throw new Refused(phrase("drive-none"));
    const items = drives.map((drive) => {
      const args = { number: drive.number, drive: shortName(drive, 80) };
      return drive.closedAt === undefined
        ? phrase("drive-list-open", { ...args, deadline: time(drive.deadline, "datetime", { named: true }) })
        : phrase("drive-list-closed", { ...args, closed: time(drive.closedAt, "date") });
    });
    return [{ to: "person", message: { blocks: [{ type: "list", items }] } }];
  },
});

const edit = usage({
  about: "drive-edit-about",
  level: "coordinator",
  where: ["cell", "direct"],
  answer: "chat",
  options: {
    question: optional(text({ max: longestQuestion }), {
      about: "drive-option-question",
      ask: "drive-ask-question",
      position: 0,
    }),
    deadline: optional(moment({ defaultTime: endOfDay }), {
      about: "drive-option-deadline",
      ask: "drive-ask-deadline",
    }),
    goal: optional(goal(), { about: "drive-option-goal", ask: "drive-ask-goal" }),
    reveal: optional(choice(reveals), { about: "drive-option-reveal", ask: "drive-ask-reveal" }),
    minimum: optional(integer({ min: 0, max: mostPeople }), {
      about: "drive-option-minimum",
      ask: "drive-ask-minimum",
    }),
    name: optional(text({ max: longestName }), { about: "drive-option-name", ask: "drive-ask-name" }),
    demands: { ...demandsOption, type: orNone(demandsOption.type, []) },
    ways: { ...waysOption, type: orNone(waysOption.type, []) },
    after: { ...afterOption, type: orNone(afterOption.type, "none" as const) },
    drive: which,
  },
  async run(context, values) {
    const drive = await toRun(values.drive, context);
    const { question, deadline, name, demands } = values;
    // "banana:7" is no question: somebody meant to change what has no such name, or cannot be changed.
    const word = /^([\p{L}-]+)[:：]\S*$/u.exec(question ?? "")?.[1];
    if (word !== undefined) throw new Refused(phrase("drive-edit-unknown", { word }));
    const wording = {
      ...(question === undefined || question === drive.question ? {} : { question }),
      ...(deadline === undefined || deadline === drive.deadline ? {} : { deadline }),
      ...(name === undefined || name === drive.name ? {} : { name }),
      ...(demands === undefined || demands.join("\n") === drive.demands.join("\n") ? {} : { demands }),
    };
    const terms = {
      ...(values.goal === undefined ? {} : { goal: goalOf(values.goal) }),
      ...(values.reveal === undefined ? {} : { reveal: values.reveal }),
      ...(values.minimum === undefined ? {} : { minimum: values.minimum }),
      ...(values.ways === undefined || values.ways.join("\n") === drive.ways.join("\n") ? {} : { ways: values.ways }),
      ...(values.after === undefined ? {} : { after: before(drive, values.after) }),
    };
    const changes: DriveChanges = { ...wording, ...terms };
    if (Object.keys(changes).length === 0) throw new Refused(phrase("drive-edit-what"));
    if (drive.answered && Object.keys(terms).length > 0) throw new Refused(phrase("drive-edit-answered"));
    const edited = await context.drives.edit(drive, changes);
    return drive.answered
      ? announce(context, edited, "edited", editAnnouncement(drive, edited))
      : [{ to: "here", message: say("drive-edited") }];
  },
});

const close = usage({
  about: "drive-close-about",
  ends: true,
  level: "coordinator",
  where: ["cell", "direct"],
  answer: "chat",
  options: { drive: which },
  async run(context, values) {
    const drive = await toRun(values.drive, context);
    const closed = await context.drives.close(drive.id);
    if (closed === undefined) throw new Refused(phrase("drive-closed-already"));
    return announce(context, closed.drive, "closed", closeAnnouncement(closed.drive));
  },
});

const remind = usage({
  about: "drive-remind-about",
  level: "coordinator",
  where: ["cell", "direct"],
  answer: "chat",
  options: { drive: which },
  async run(context, values) {
    const drive = await toRun(values.drive, context);
    if (!(await context.drives.remind(drive))) {
      const next = time((drive.remindedAt ?? context.now) + dayMs, "datetime", { named: true });
      throw new Refused(phrase("drive-reminded-already", { next }));
    }
    return announce(context, drive, "reminded", nudge(drive, context.now));
  },
});

export const drive = command({
  name: "drive",
  about: "drive-about",
  words: { new: create, show, list, edit, close, remind, ladder, poster },
  cards: { [driveCard]: renderCard },
  jobs: {
    [driveJobs.step]: async (context, { drive: id = "", due = "" }) => {
      const stepped = await context.drives.step(id, Number(due));
      if (stepped?.goalReached !== true) return [];
      return [await announcement(context, stepped.drive, "goal", goalAnnouncement(stepped.drive))];
    },
    [driveJobs.close]: async (context, { drive: id = "" }) => {
      const found = await context.drives.get(id);
      if (found === undefined || context.now < found.deadline) return [];
      const closed = await context.drives.close(id);
      if (closed === undefined) return [];
      return [await announcement(context, closed.drive, "closed", closeAnnouncement(closed.drive))];
    },
    [driveJobs.goal]: async (context, { drive: id = "" }) => {
      const found = await context.drives.get(id);
      if (found === undefined || !(await context.drives.goalInCell(found))) return [];
      return [await announcement(context, found, "goal", goalAnnouncement(found))];
    },
    [driveJobs.clear]: async ({ drives }, { drive: id = "" }) => {
      await drives.clear(id);
      return [];
    },
    [driveJobs.clock]: async ({ drives }, { drive: id = "" }) => {
      await drives.clockMoved(id);
      return [];
    },
  },
});

/** The open drive that somebody is about to change, if it is theirs to change. */
async function toRun(named: Drive | undefined, context: MemberContext): Promise<Drive> {
  const found = await driveOrOnly(named, context, { none: () => phrase("drive-none-open"), of: "open" });
  const own = found.scope === "cell" && found.cellId === cellHere(context);
  if (!own && context.level !== "steward") {
    throw new Refused(found.scope === "cell" ? phrase("drive-of-another-cell") : phrase("drive-scope-needs-steward"));
  }
  if (!isOpen(found, context.now)) throw new Refused(phrase("drive-closed-already"));
  return found;
}

/** What a drive follows from now on: one that was opened before it, so that steps go one way. */
function before({ number, scope }: Drive, after: Drive | "none"): { readonly id: string | undefined } {
  if (after === "none") return { id: undefined };
  if (after.scope === "cell" && scope !== "cell") throw new Refused(phrase("drive-after-of-cell"));
  if (after.number >= number) throw new Refused(phrase("drive-after-later"));
  return { id: after.id };
}

/** What whoever opens a drive should know; nothing that stops them. */
async function warnings({ drives, cells }: Context, of: Drive): Promise<readonly Phrase[]> {
  const { members, unshown } = await drives.prospects(of);
  const said: Phrase[] = [];
  if (of.goalPercent === undefined && of.goal > members) said.push(phrase("drive-warn-goal", { members }));
  const enough = 2 * of.smallestGroup;
  if (of.scope === "federation" && members < enough) said.push(phrase("drive-warn-small", { people: enough }));
  if (of.minimum > 0 && unshown.length > 0) {
    const names = (await cells.sectors()).filter(({ id }) => unshown.includes(id)).map(({ name }) => name);
    said.push(phrase("drive-warn-minimum", { sectors: names }));
  }
  return said;
}
