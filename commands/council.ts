/** `/council`: bodies of several cells' delegates, their chats and settings. Rules: docs/rules.md, "Councils". */
import { command, Refused, usage } from "../src/core/command.ts";
import type { MemberContext } from "../src/core/context.ts";
import { coordinationJobs } from "../src/domain/coordination.ts";
import { say, verbatim, type Message } from "../src/chat/message.ts";
import {
  cell as cellOption,
  cells as cellsOption,
  choice,
  council as councilOption,
  flag,
  language,
  languageName,
  optional,
  person,
  required,
  shorten,
  text,
  zone,
  type Council,
  type Person,
} from "../src/core/options/index.ts";
import { onlyOne } from "../src/core/options/which.ts";
import { role } from "../src/core/options/role.ts";
import { seatRule } from "../src/core/options/poll.ts";
import type { SeatRule } from "../src/domain/seats.ts";
import { longestName, longestPlace } from "./cell.ts";
import { councilCode, joinByCode, readSetting } from "./chats.ts";
import { askSure, sureOption } from "./making.ts";
import { phrase, type Phrase } from "../src/chat/phrase.ts";
import { ranks, type Level } from "../src/chat/levels.ts";
import { nameOf } from "./names.ts";

/** A council without two cells is none. */
const fewestCells = 2;

/** The councils that can be meant where none was named: this chat's; those of this chat's cell; all of the person's. */
async function councilsHere({ group, person: asking, councils, level }: MemberContext): Promise<readonly Council[]> {
  if (group?.kind === "council") return [group];
  if (group?.kind === "cell") return councils.list({ cell: group.id });
  return level === "steward" ? councils.list() : councils.list({ person: asking.id });
}

/** One of some councils: the only one, else the person is asked which. `meant`: options that would be read otherwise later. */
export const oneCouncil = (of: readonly Council[], meant?: Readonly<Record<string, string>>): Promise<Council> =>
  onlyOne({
    option: "council",
    of,
    none: () => phrase("council-none"),
    choice: ({ id, name }) => ({ value: `#${id}`, label: verbatim(shorten(name, 40)) }),
    meant,
  });

/**
 * The council that a command is about: the one that was named, this chat's, or the only one that there is; else the person
 * is asked which. In a council's chat no other one can be named.
 * @throws Refused where there is none, or where the person is not of this level in it; Several where it is to be asked
 */
export async function councilHere(
  context: MemberContext,
  named: Council | undefined,
  needs: Level,
  meant?: Readonly<Record<string, string>>,
): Promise<Council> {
  const { councils, group, person: asking } = context;
  const only =
    group?.kind === "council" || named === undefined ? await oneCouncil(await councilsHere(context), meant) : named;
  const level = await councils.levelOf(asking, only);
  if (ranks[level] < ranks[needs]) {
    throw new Refused(
      level === "anyone"
        ? phrase("core-council-guest", { council: only.name })
        : needs === "delegate"
          ? phrase("core-needs-delegate")
          : phrase("council-not-yours", { council: only.name }),
    );
  }
  return only;
}

const settingKeys = ["name", "zone", "language", "coordinator", "treasurer", "add", "remove", "seats"] as const;
type SettingKey = (typeof settingKeys)[number];

/** Sets one thing and says what it is now. */
type Setter = (value: string, context: MemberContext, council: Council) => Promise<Phrase>;

/** Who is to coordinate a council: a member of one of its cells, or a steward. */
async function coordinatorOf(value: string, context: MemberContext, council: Council): Promise<Person> {
  const found = await readSetting(person(), value, context);
  const may = found.steward || (await context.councils.isMember(found.id, council.id));
  if (!may) throw new Refused(phrase("council-coordinator-not-member"));
  return found;
}

const setters: Readonly<Record<SettingKey, Setter>> = {
  name: async (value, context, council) => {
    const name = await readSetting(text({ max: longestName }), value, context);
    const taken = await context.councils.byName(name);
    if (taken !== undefined && taken.id !== council.id) throw new Refused(phrase("council-name-taken", { name }));
    await context.councils.update(council, { name });
    return phrase("council-set-name", { name });
  },
  zone: async (value, context, council) => {
    const id = await readSetting(zone(), value, context);
    await context.councils.update(council, { zone: id });
    await context.roles.zoneChanged({ cellId: undefined, councilId: council.id }, id);
    return phrase("council-set-zone", { zone: id });
  },
  language: async (value, context, council) => {
    const code = await readSetting(language(), value, context);
    await context.councils.update(council, { language: code });
    return phrase("council-set-language", { language: languageName(code) });
  },
  coordinator: async (value, context, council) => {
    const { id } = await coordinatorOf(value, context, council);
    await context.councils.update(council, { coordinatorId: id });
    return phrase("council-set-coordinator", { person: await nameOf(context, id) });
  },
  treasurer: async (value, context, council) => {
    const { id, name } = await readSetting(role({ cellId: undefined, councilId: council.id }), value, context);
    await context.councils.update(council, { treasurerRoleId: id });
    const cells = await context.councils.cells(council.id);
    await context.funds.askOf(
      cells.map((cell) => cell.id),
      await context.roles.present(id),
    );
    return phrase("council-set-treasurer", { role: name });
  },
  add: async (value, context, council) => {
    const { id, name } = await readSetting(cellOption(), value, context);
    if (!(await context.councils.addCell(council, id))) throw new Refused(phrase("council-cell-there", { cell: name }));
    return phrase("council-set-add", { cell: name, council: council.name });
  },
  remove: async (value, context, council) => {
    const { id, name } = await readSetting(cellOption(), value, context);
    const cells = await context.councils.cells(council.id);
    if (!cells.some((one) => one.id === id)) throw new Refused(phrase("council-cell-not-there", { cell: name }));
    if (cells.length <= fewestCells) throw new Refused(phrase("council-few-cells"));
    if (await context.delegates.meets(council.id)) throw new Refused(phrase("council-remove-meets", { cell: name }));
    await context.comingAndGoing.cellLeavesCouncil(council.id, id);
    return phrase("council-set-remove", { cell: name, council: council.name });
  },
  seats: async (value, context, council) => {
    const rule = await readSetting(seatRule(), value, context);
    const counts = await context.delegates.setSeatRule(council.id, rule);
    return counts ? seatsInWords(rule) : phrase("council-seats-later", { seats: seatsInWords(rule) });
  },
};

const seatsInWords = (rule: SeatRule): Phrase =>
  rule.kind === "fixed"
    ? phrase("council-seats", { count: rule.seats })
    : phrase("council-seats-members", { per: rule.per, cap: rule.cap });

/** Which cells sit in a council is the federation's business. */
const forStewards: ReadonlySet<SettingKey> = new Set(["add", "remove"]);

async function describeCouncil(context: MemberContext, council: Council): Promise<Message> {
  const { councils, cells } = context;
  const sitting = await councils.cells(council.id);
  const sectors = (await cells.sectors()).filter(({ id }) => sitting.some(({ sectorId }) => sectorId === id));
  const chats = await councils.chats(council.id);
  return {
    blocks: [
      {
        type: "heading",
        content: phrase("council-show", { council: council.name, federation: context.federation.name }),
      },
      {
        type: "list",
        items: [
          phrase("council-show-cells", { count: sitting.length, cells: sitting.map(({ name }) => name) }),
          phrase("council-show-sectors", { count: sectors.length, sectors: sectors.map(({ name }) => name) }),
          seatsInWords(await context.delegates.seatRule(council.id)),
          phrase("cell-show-zone", { zone: council.zone, language: languageName(council.language) }),
          phrase("council-show-chats", { count: chats.filter(({ state }) => state === "open").length }),
          ...(council.coordinatorId === undefined
            ? []
            : [phrase("cell-show-coordinator", { person: await nameOf(context, council.coordinatorId) })]),
        ],
      },
    ],
  };
}

const which = optional(councilOption(), { about: "council-option-council", ask: "council-ask-council" });

export const council = command({
  name: "council",
  about: "council-about",
  jobs: {
    [coordinationJobs.council]: async ({ councils }, { council: id = "" }) => {
      const council = await councils.get(id);
      if (council === undefined || council.coordinatorId !== undefined) return [];
      const chats = (await councils.chats(id)).map((chat) => chat.id);
      return [{ to: "chats", chats, message: say("council-uncoordinated", { council: council.name }) }];
    },
  },
  words: {
    new: usage({
      about: "council-new-about",
      level: "steward",
      where: ["cell", "council", "direct"],
      answer: "private",
      // As for a cell: the code is used once, by an administrator of a chat, within ten minutes.
      fallback: "chat",
      options: {
        name: required(text({ max: longestName }), {
          about: "council-option-name",
          ask: "council-ask-name",
          position: 0,
        }),
        cells: required(cellsOption(), { about: "council-option-cells", ask: "council-ask-cells" }),
        zone: optional(zone(), { about: "setup-zone", ask: "setup-ask-zone" }),
        language: optional(language(), { about: "setup-language", ask: "setup-ask-language" }),
      },
      async run(context, { name, cells, zone: zoneId, language: code }) {
        const { councils, federation } = context;
        if ((await councils.byName(name)) !== undefined) throw new Refused(phrase("council-name-taken", { name }));
        if (cells.length < fewestCells) throw new Refused(phrase("council-few-cells"));
        const made = await councils.create({
          name,
          cellIds: cells.map(({ id }) => id),
          zone: zoneId ?? federation.zone,
          language: code ?? federation.language,
          coordinatorId: context.person.id,
        });
        return [{ to: "person", message: await councilCode(context, made) }];
      },
    }),

    code: usage({
      about: "council-code-about",
      level: "coordinator",
      where: ["council", "direct"],
      answer: "private",
      fallback: "chat",
      options: { council: { ...which, position: 0 } },
      async run(context, { council: named }) {
        const here = await councilHere(context, named, "coordinator");
        return [{ to: "person", message: await councilCode(context, here) }];
      },
    }),

    join: usage({
      about: "council-join-about",
      level: "anyone",
      where: ["unbound"],
      answer: "chat",
      needsAdministrator: true,
      options: {
        code: required(text({ max: 40 }), { about: "cell-option-code", ask: "council-ask-code", position: 0 }),
      },
      run: (context, { code }) => joinByCode(context, code),
    }),

    show: usage({
      about: "council-show-about",
      level: "member",
      where: ["cell", "council", "direct"],
      answer: "chat",
      options: { council: { ...which, position: 0 } },
      async run(context, { council: named }) {
        // In a cell's chat it is shown to the cell, not to whoever asks.
        const needs = context.group?.kind === "cell" && named === undefined ? "anyone" : "member";
        const here = await councilHere(context, named, needs);
        return [{ to: "here", message: await describeCouncil(context, here) }];
      },
    }),

    settings: usage({
      about: "council-settings-about",
      level: "coordinator",
      where: ["council", "direct"],
      answer: "chat",
      options: {
        key: required(choice(settingKeys), {
          about: "cell-option-key",
          ask: "cell-ask-key",
          position: 0,
        }),
        value: required(text({ max: longestPlace }), {
          about: "cell-option-value",
          ask: "cell-ask-value",
          position: 1,
        }),
        council: which,
        confirm: sureOption(),
      },
      async run(context, { key, value, council: named, confirm }) {
        const here = await councilHere(context, named, "coordinator");
        if (forStewards.has(key) && !context.person.steward) throw new Refused(phrase("core-needs-steward"));
        if (key === "coordinator" && confirm !== true) {
          const who = await coordinatorOf(value, context, here);
          const options = { key, value: `#${who.id}`, council: `#${here.id}` };
          const action = { command: "council", word: "settings", options };
          return askSure(
            context,
            who,
            (args) => phrase("council-coordinator-sure", { ...args, of: here.name }),
            action,
          );
        }
        const content = await setters[key](value, context, here);
        return [{ to: "here", message: { blocks: [{ type: "paragraph", content }] } }];
      },
    }),

    leave: usage({
      about: "council-leave-about",
      level: "coordinator",
      where: ["council"],
      answer: "chat",
      options: {
        confirm: optional(flag("confirm"), { about: "option-confirm", ask: "option-confirm", hidden: true }),
      },
      async run({ chat, group, councils, cells }, { confirm }) {
        if (chat === undefined || group === undefined) throw new Refused(phrase("council-none"));
        if (confirm === true) {
          await cells.unbind(chat);
          return [{ to: "here", message: say("council-left", { council: group.name }) }];
        }
        const others = (await councils.chats(group.id)).length - 1;
        const yes = {
          label: phrase("cell-leave-yes"),
          action: { command: "council", word: "leave", options: { confirm: "confirm" } },
          press: "seen" as const,
          style: "danger" as const,
        };
        const question = phrase("council-leave-sure", { council: group.name, count: others });
        const blocks = [
          { type: "paragraph" as const, content: question },
          { type: "buttons" as const, rows: [[yes]] },
        ];
        return [{ to: "here", message: { blocks } }];
      },
    }),
  },
});
