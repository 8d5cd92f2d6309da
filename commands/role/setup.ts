/** The words of `/role` by which a coordinator sets a role up, changes it and ends it. */
import { Needed, Refused, usage, type Reply } from "../../src/core/command.ts";
import type { Context, MemberContext } from "../../src/core/context.ts";
import type { Block, Message } from "../../src/chat/message.ts";
import {
  changedRule,
  choice,
  flag,
  integer,
  optional,
  recurrence,
  required,
  ruleOf,
  text,
  timeOfDay,
  weekday,
  type Weekday,
} from "../../src/core/options/index.ts";
import { fold } from "../../src/core/options/option.ts";
import { ownerHere, role as roleOption, roleOrOnly, rolesHere } from "../../src/core/options/role.ts";
import type { Recurrence } from "../../src/core/options/recurrence.ts";
import type { Rule } from "../../src/domain/recurrence.ts";
import { roleCard, rolesCard, type Role, type RoleChanges, type RoleOwner } from "../../src/domain/roles.ts";
import { which } from "./look.ts";
import { noCell } from "./outcome.ts";
import { phrase } from "../../src/chat/phrase.ts";
import { skippingBlocks } from "../../src/core/recurrence.ts";

const longestName = 60;
const longestChecklist = 500;
const mostHolders = 5;
const mostInRow = 12;

const dayOption = () => optional(weekday(), { about: "role-option-day", ask: "role-ask-day" });
const timeOption = () => optional(timeOfDay(), { about: "role-option-time", ask: "role-ask-time" });
const holdersOption = () =>
  optional(integer({ min: 1, max: mostHolders }), { about: "role-option-holders", ask: "role-ask-holders" });
const limitOption = () =>
  optional(integer({ min: 1, max: mostInRow }), { about: "role-option-limit", ask: "role-ask-limit" });
const checklistOption = () =>
  optional(text({ max: longestChecklist, lines: true }), {
    about: "role-option-checklist",
    ask: "role-ask-checklist",
  });

/** The zone in which a cell or council lives. */
const zoneOf = async ({ cells, councils }: Context, { owner: { cellId, councilId } }: Pick<Role, "owner">) =>
  (cellId !== undefined ? await cells.get(cellId) : councilId === undefined ? undefined : await councils.get(councilId))
    ?.zone ?? "UTC";

async function refuseTaken(context: Context, name: string, but?: string): Promise<void> {
  const all = await rolesHere(context);
  const taken = all.some(({ role }) => role.id !== but && fold(role.name) === fold(name));
  if (taken) throw new Refused(phrase("role-name-taken", { role: name }));
}

/** Who coordinates a council is named by its settings. */
function refusePower({ councilId }: RoleOwner, power: boolean | undefined): void {
  if (power === true && councilId !== undefined) throw new Refused(phrase("role-power-council"));
}

export const create = usage({
  about: "role-new-about",
  level: "coordinator",
  where: ["cell", "council"],
  answer: "chat",
  options: {
    name: required(text({ max: longestName }), { about: "role-option-name", ask: "role-ask-name", position: 0 }),
    every: required(recurrence(), { about: "role-option-every", ask: "role-ask-every" }),
    day: dayOption(),
    time: timeOption(),
    holders: holdersOption(),
    limit: limitOption(),
    checklist: checklistOption(),
    power: optional(flag("power"), { about: "role-option-power", ask: "role-ask-power" }),
  },
  async run(context, values) {
    const owner = ownerHere(context);
    if (owner === undefined) throw noCell();
    const at = { after: context.now, zone: await zoneOf(context, { owner }) };
    await refuseTaken(context, values.name);
    refusePower(owner, values.power);
    const role = await context.roles.create({
      owner,
      name: values.name,
      rule: ruleOf(values.every, { day: values.day, minute: values.time }, at),
      holders: values.holders ?? 1,
      limit: values.limit ?? 1,
      checklist: values.checklist,
      power: values.power ?? false,
    });
    const { number } = role;
    const chats = await context.roles.chats(role);
    return [
      { to: "here", message: created(role, number, context.now) },
      { to: "card", kind: roleCard, subject: role.id, chats },
      { to: "card", kind: rolesCard, subject: owner.cellId ?? owner.councilId ?? "", chats },
    ];
  },
});

/** What is left to do: to join, and to say what a hand-over needs. */
function created(role: Role, number: number, now: number): Message {
  const add = {
    label: phrase("role-button-checklist"),
    action: { command: "role", word: "edit", options: { role: `#${role.id}`, what: "checklist" } },
    press: "seen" as const,
  };
  return {
    blocks: [
      { type: "paragraph", content: phrase("role-created", { number, role: role.name }) },
      ...(role.checklist === undefined ? [{ type: "buttons", rows: [[add]] } as const] : []),
      ...skipping(role, now),
    ],
  };
}

/** A rule that leaves out months says so, and when it comes next. */
const skipping = (role: Role, now: number): readonly Block[] =>
  skippingBlocks(role.rule, now, (every) => ({
    command: "role",
    word: "edit",
    options: { role: `#${role.id}`, every },
  }));

export const edit = usage({
  about: "role-edit-about",
  level: "coordinator",
  where: ["cell", "council"],
  answer: "chat",
  options: {
    role: which,
    name: optional(text({ max: longestName }), { about: "role-option-name", ask: "role-ask-name" }),
    every: optional(recurrence(), { about: "role-option-every", ask: "role-ask-every" }),
    day: dayOption(),
    time: timeOption(),
    holders: holdersOption(),
    limit: limitOption(),
    checklist: checklistOption(),
    power: optional(flag("power"), { about: "role-option-power", ask: "role-ask-power" }),
    what: optional(choice(["checklist"]), { about: "role-option-checklist", ask: "role-ask-checklist", hidden: true }),
  },
  async run(context, values) {
    const role = await roleOrOnly(values.role, context);
    if (role.endedAt !== undefined) throw new Refused(phrase("role-refused-ended", { role: role.name }));
    if (values.what !== undefined && values.checklist === undefined) throw new Needed("checklist");
    const { name, holders, limit, power } = values;
    if (name !== undefined) await refuseTaken(context, name, role.id);
    refusePower(role.owner, power);
    const rule = await newRule(context, role, values);
    const changes: RoleChanges = {
      ...(name === undefined ? {} : { name }),
      ...(rule === undefined ? {} : { rule }),
      ...(holders === undefined ? {} : { holders }),
      ...(limit === undefined ? {} : { limit }),
      ...(values.checklist === undefined ? {} : { checklist: emptied(values.checklist) }),
      ...(power === undefined ? {} : { power }),
    };
    if (Object.keys(changes).length === 0) throw new Refused(phrase("role-edit-what"));
    const edited = await context.roles.edit(role, changes);
    const skipped = rule === undefined ? [] : skipping(edited, context.now);
    return [said(phrase("role-edited", { role: edited.name }), skipped)];
  },
});

/** `-` empties the checklist: nothing at all cannot be typed. */
const emptied = (checklist: string): string | undefined => (checklist.trim() === "-" ? undefined : checklist);

async function newRule(
  context: MemberContext,
  role: Role,
  given: {
    readonly every?: Recurrence | undefined;
    readonly day?: Weekday | undefined;
    readonly time?: number | undefined;
  },
): Promise<Rule | undefined> {
  const { every, day: weekday, time } = given;
  const at = { after: context.now, zone: await zoneOf(context, role) };
  return changedRule(role.rule, { every, day: weekday, minute: time }, at);
}

const said = (content: ReturnType<typeof phrase>, more: readonly Block[] = []): Reply => ({
  to: "here",
  message: { blocks: [{ type: "paragraph", content }, ...more] },
});

export const end = usage({
  about: "role-end-about",
  level: "coordinator",
  where: ["cell", "council"],
  answer: "chat",
  options: {
    role: optional(roleOption(), { about: "option-role", ask: "role-ask-which", position: 0 }),
    confirm: optional(flag("confirm"), { about: "option-confirm", ask: "option-confirm", hidden: true }),
  },
  async run(context, { role: named, confirm }) {
    const role = await roleOrOnly(named, context);
    if (role.endedAt !== undefined) throw new Refused(phrase("role-refused-ended", { role: role.name }));
    if (confirm !== true) {
      const yes = {
        label: phrase("role-button-end"),
        action: { command: "role", word: "end", options: { role: `#${role.id}`, confirm: "confirm" } },
        press: "seen" as const,
        style: "danger" as const,
      };
      const sure = phrase("role-end-sure", { role: role.name });
      const blocks = [{ type: "paragraph", content: sure } as const, { type: "buttons", rows: [[yes]] } as const];
      return [{ to: "here", message: { blocks } }];
    }
    await context.roles.end(role);
    return [said(phrase("role-ended", { role: role.name }))];
  },
});
