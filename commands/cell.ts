/** `/cell`: cells of the federation, their chats and settings. Rules: docs/rules.md, "People and permission". */
import { command, Refused, usage, type JobRunner, type Reply } from "../src/core/command.ts";
import type { FederationContext, MemberContext } from "../src/core/context.ts";
import { say, type Block, type Message } from "../src/chat/message.ts";
import {
  cell as cellOption,
  choice,
  flag,
  integer,
  language,
  languageName,
  optional,
  person,
  required,
  sector,
  text,
  zone,
  zoneOfPlace,
  type Cell,
  type Person,
} from "../src/core/options/index.ts";
import { role } from "../src/core/options/role.ts";
import { chatNames, howToMend } from "../src/core/receipts.ts";
import { phrase, type Phrase } from "../src/chat/phrase.ts";
import { coordinationJobs } from "../src/domain/coordination.ts";
import { neededCell } from "./cell-here.ts";
import { cellCode, joinByCode, readSetting } from "./chats.ts";
import { calendarEnded, cellCalendar } from "./following.ts";
import { askSure, sureOption } from "./making.ts";
import { nameOf } from "./names.ts";

/** Longest names of federations, sectors and cells, and of places, in characters. */
export const longestName = 60;
export const longestPlace = 100;

/** What can be set, and from which level on. Federation settings concern all cells. */
const settingKeys = [
  "name",
  "place",
  "zone",
  "language",
  "sector",
  "coordinator",
  "treasurer",
  "federation",
  "vouches",
  "smallest-group",
  "interval",
  "retention",
] as const;
type SettingKey = (typeof settingKeys)[number];

/** Sets one thing and says what it is now. */
type Setter = (value: string, context: MemberContext, cell: Cell) => Promise<Phrase>;

const cellSetters: Partial<Record<SettingKey, Setter>> = {
  name: async (value, context, cell) => {
    const name = await readSetting(text({ max: longestName }), value, context);
    const taken = await context.cells.byName(name);
    if (taken !== undefined && taken.id !== cell.id) throw new Refused(phrase("cell-name-taken", { name }));
    await context.cells.update(cell, { name });
    return phrase("cell-set-name", { name });
  },
  place: async (value, context, cell) => {
    const place = await readSetting(text({ max: longestPlace }), value, context);
    await context.cells.update(cell, { place });
    return phrase("cell-set-place", { place });
  },
  zone: async (value, context, cell) => {
    const id = await readSetting(zone(), value, context);
    await context.cells.update(cell, { zone: id });
    await context.roles.zoneChanged({ cellId: cell.id, councilId: undefined }, id);
    await context.circles.zoneChanged(cell.id);
    return phrase("cell-set-zone", { zone: id });
  },
  language: async (value, context, cell) => {
    const code = await readSetting(language(), value, context);
    await context.cells.update(cell, { language: code });
    return phrase("cell-set-language", { language: languageName(code) });
  },
  sector: async (value, context, cell) => {
    const { id, name } = await readSetting(sector(), value, context);
    await context.cells.update(cell, { sectorId: id });
    return phrase("cell-set-sector", { sector: name });
  },
  coordinator: async (value, context, cell) => {
    const { id } = await coordinatorOf(value, context, cell);
    await context.cells.update(cell, { coordinatorId: id });
    await context.funds.askOf([cell.id], [id]);
    return phrase("cell-set-coordinator", { person: await nameOf(context, id) });
  },
  treasurer: async (value, context, cell) => {
    const { id, name } = await readSetting(role({ cellId: cell.id, councilId: undefined }), value, context);
    await context.cells.update(cell, { treasurerRoleId: id });
    await context.funds.askOf([cell.id], await context.roles.present(id));
    return phrase("cell-set-treasurer", { role: name });
  },
};

/** Who coordinated a cell has gone. Where a role has the power, its holder does. */
const uncoordinated: JobRunner = async ({ cells, roles }, { cell: id = "" }) => {
  const cell = await cells.get(id);
  if (cell === undefined || cell.coordinatorId !== undefined) return [];
  if ((await roles.coordinators(cell)).length > 0) return [];
  const chats = (await cells.chats({ cell: id })).map((chat) => chat.id);
  return [{ to: "chats", chats, message: say("cell-uncoordinated", { cell: cell.name }) }];
};

/** Who is to coordinate a cell: one of its members. */
async function coordinatorOf(value: string, context: MemberContext, cell: Cell): Promise<Person> {
  const found = await readSetting(person(), value, context);
  if (!(await context.people.isMember(found.id, cell.id))) throw new Refused(phrase("cell-coordinator-not-member"));
  return found;
}

const federationSetters: Partial<Record<SettingKey, Setter>> = {
  federation: async (value, context) => {
    const name = await readSetting(text({ max: longestName }), value, context);
    await context.federations.update(context.federation, { name });
    return phrase("federation-set-name", { name });
  },
  vouches: async (value, context) => {
    const vouches = await readSetting(integer({ min: 0, max: 20 }), value, context);
    const federation = await context.federations.update(context.federation, { vouches });
    await context.within(federation).drives.vouchingChanged();
    return phrase("federation-set-vouches", { count: vouches });
  },
  "smallest-group": async (value, context) => {
    const smallestGroup = await readSetting(integer({ min: 3, max: 100 }), value, context);
    await context.federations.update(context.federation, { smallestGroup });
    return phrase("federation-set-smallest-group", { count: smallestGroup });
  },
  interval: async (value, context) => {
    const stepMinutes = await readSetting(integer({ min: 1, max: 1440 }), value, context);
    await context.federations.update(context.federation, { stepMinutes });
    return phrase("federation-set-interval", { count: stepMinutes });
  },
  retention: async (value, context) => {
    const retentionDays = await readSetting(integer({ min: 1, max: 3650 }), value, context);
    await context.federations.update(context.federation, { retentionDays });
    return phrase("federation-set-retention", { count: retentionDays });
  },
};

async function describeCell(context: MemberContext, cell: Cell): Promise<Message> {
  const { cells } = context;
  const coordinators = await context.roles.coordinators(cell);
  const { treasurerRoleId: keeping } = cell;
  const treasurers = keeping === undefined ? [] : await context.roles.present(keeping);
  const chats = await cells.chats({ cell: cell.id });
  const home = await cells.sector(cell.sectorId);
  return {
    blocks: [
      { type: "heading", content: phrase("cell-show", { cell: cell.name, federation: context.federation.name }) },
      {
        type: "list",
        items: [
          phrase("cell-show-sector", { sector: home?.name ?? "" }),
          ...(cell.place === undefined ? [] : [phrase("cell-show-place", { place: cell.place })]),
          phrase("cell-show-zone", { zone: cell.zone, language: languageName(cell.language) }),
          phrase("cell-show-members", { count: await cells.memberCount(cell.id) }),
          phrase("cell-show-chats", { count: chats.filter(({ state }) => state === "open").length }),
          ...(await Array.fromAsync(coordinators, async (id) =>
            phrase("cell-show-coordinator", { person: await nameOf(context, id) }),
          )),
          ...(await Array.fromAsync(treasurers, async (id) =>
            phrase("cell-show-treasurer", { person: await nameOf(context, id) }),
          )),
        ],
      },
    ],
  };
}

/** For who can mend it: the chats of the cell in which nothing can be shown, why, and what to do about it. */
async function closedChats(context: FederationContext, cell: Cell): Promise<readonly Block[]> {
  const chats = await context.cells.chats({ cell: cell.id });
  const closed = await context.broadcasts.closed(chats.map(({ id }) => id));
  if (closed.size === 0) return [];
  const nameOfChat = await chatNames(context, [...closed.keys()]);
  return [
    { type: "paragraph", style: "strong", content: phrase("receipts-cell", { cell: cell.name }) },
    { type: "list", items: [...closed].map(([id, reason]) => howToMend(nameOfChat(id), reason)) },
  ];
}

export const cell = command({
  name: "cell",
  about: "cell-about",
  jobs: { [coordinationJobs.cell]: uncoordinated, [coordinationJobs.calendar]: calendarEnded },
  words: {
    new: usage({
      about: "cell-new-about",
      level: "steward",
      where: ["cell", "direct"],
      answer: "private",
      // The code is used once, by an administrator of a chat, within ten minutes.
      fallback: "chat",
      options: {
        name: required(text({ max: longestName }), { about: "cell-option-name", ask: "cell-ask-name", position: 0 }),
        sector: required(sector(), { about: "cell-option-sector", ask: "cell-ask-sector" }),
        place: optional(text({ max: longestPlace }), { about: "setup-place", ask: "setup-ask-place" }),
        zone: optional(zone(), { about: "setup-zone", ask: "setup-ask-zone" }),
        language: optional(language(), { about: "setup-language", ask: "setup-ask-language" }),
      },
      async run(context, { name, sector: home, place, zone: zoneId, language: code }) {
        if ((await context.cells.byName(name)) !== undefined) throw new Refused(phrase("cell-name-taken", { name }));
        const { federation } = context;
        const made = await context.cells.create({
          name,
          sectorId: home.id,
          place,
          zone: zoneId ?? zoneOfPlace(place) ?? federation.zone,
          language: code ?? federation.language,
          coordinatorId: context.person.id,
        });
        return [{ to: "person", message: await cellCode(context, made) }];
      },
    }),

    code: usage({
      about: "cell-code-about",
      level: "coordinator",
      where: ["cell", "direct"],
      answer: "private",
      fallback: "chat",
      options: {
        cell: optional(cellOption(), { about: "cell-option-cell", ask: "cell-ask-cell", position: 0 }),
      },
      async run(context, { cell: chosen }) {
        const here = chosen ?? (await neededCell(context));
        if (context.level !== "steward" && !(await context.roles.coordinates(here, context.person.id))) {
          throw new Refused(phrase("cell-code-not-yours", { cell: here.name }));
        }
        return [{ to: "person", message: await cellCode(context, here) }];
      },
    }),

    join: usage({
      about: "cell-join-about",
      level: "anyone",
      where: ["unbound"],
      answer: "chat",
      needsAdministrator: true,
      options: {
        code: required(text({ max: 40 }), { about: "cell-option-code", ask: "cell-ask-code", position: 0 }),
      },
      run: (context, { code }) => joinByCode(context, code),
    }),

    show: usage({
      about: "cell-show-about",
      level: "member",
      where: ["cell", "direct"],
      answer: "chat",
      async run(context) {
        const here = await neededCell(context);
        const { blocks } = await describeCell(context, here);
        const closed = context.level === "member" ? [] : await closedChats(context, here);
        if (context.chat === undefined) return [{ to: "here", message: { blocks: [...blocks, ...closed] } }];
        const shown: Reply = { to: "here", message: { blocks } };
        return closed.length === 0 ? [shown] : [shown, { to: "person", message: { blocks: closed } }];
      },
    }),

    settings: usage({
      about: "cell-settings-about",
      level: "coordinator",
      where: ["cell", "direct"],
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
        confirm: sureOption(),
      },
      async run(context, { key, value, confirm }) {
        const ofFederation = federationSetters[key];
        if (ofFederation !== undefined && context.level !== "steward") {
          throw new Refused(phrase("federation-needs-steward"));
        }
        const set = ofFederation ?? cellSetters[key];
        if (set === undefined) throw new Error(`nothing sets ${key}`);
        const cell = await neededCell(context);
        if (key === "coordinator" && confirm !== true) {
          const who = await coordinatorOf(value, context, cell);
          const action = { command: "cell", word: "settings", options: { key, value: `#${who.id}` } };
          return askSure(context, who, (args) => phrase("cell-coordinator-sure", { ...args, of: cell.name }), action);
        }
        const content = await set(value, context, cell);
        return [{ to: "here", message: { blocks: [{ type: "paragraph", content }] } }];
      },
    }),

    calendar: cellCalendar,

    leave: usage({
      about: "cell-leave-about",
      level: "coordinator",
      where: ["cell"],
      answer: "chat",
      options: {
        confirm: optional(flag("confirm"), { about: "option-confirm", ask: "option-confirm", hidden: true }),
      },
      async run(context, { confirm }) {
        const { chat, group: here, cells } = context;
        if (chat === undefined || here === undefined) throw new Refused(phrase("cell-none"));
        if (confirm !== true) {
          const others = (await cells.chats({ cell: here.id })).filter(({ id }) => id !== chat.id);
          return [
            {
              to: "here",
              message: {
                blocks: [
                  { type: "paragraph", content: phrase("cell-leave-sure", { cell: here.name, count: others.length }) },
                  {
                    type: "buttons",
                    rows: [
                      [
                        {
                          label: phrase("cell-leave-yes"),
                          action: { command: "cell", word: "leave", options: { confirm: "confirm" } },
                          press: "seen",
                          style: "danger",
                        },
                      ],
                    ],
                  },
                ],
              },
            },
          ];
        }
        await cells.unbind(chat);
        return [{ to: "here", message: say("cell-left", { cell: here.name }) }];
      },
    }),
  },
});
