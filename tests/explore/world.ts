/**
 * The federation in which a story happens: its chats, cells and people, and the lines that set it up. All of it is chance,
 * and small enough that people meet.
 */
import type { PlatformName } from "../../src/chat/inbound.ts";
import { capabilitiesOf, platforms } from "../../src/platforms.ts";
import type { Dice } from "./dice.ts";

/** A group chat of the story. */
export interface WorldChat {
  readonly name: string;
  readonly platform: PlatformName;
  readonly encrypted: boolean;
  /** Whose chat it is; undefined where the bot only sits in it. */
  readonly group: Group | undefined;
}

/** A cell or a council. */
export interface Group {
  readonly kind: "cell" | "council";
  readonly name: string;
  /** Which federation; nothing crosses from one to another. */
  readonly federation: number;
  /** Of a council: its cells. */
  readonly cells: readonly string[];
}

/** Somebody, with the chats in which they are. The same name on two platforms is one human being with two accounts. */
export interface WorldPerson {
  readonly name: string;
  readonly chats: readonly string[];
}

export interface World {
  /** `2026-03-10 17:00`, and the zone of the first line. */
  readonly start: string;
  readonly zone: string;
  readonly chats: readonly WorldChat[];
  readonly groups: readonly Group[];
  readonly people: readonly WorldPerson[];
  /** Who sets everything up: administrator, steward, coordinator. */
  readonly founder: string;
  /** Lines that make it, after the first two. */
  readonly lines: readonly string[];
}

const zones = ["Europe/Paris", "America/Mexico_City", "Europe/London", "America/New_York", "Asia/Kolkata"] as const;
/** Where a chat may be. One that is connected comes twice, once encrypted where that can be; the console is rare. */
const chatsOn = [
  ...platforms.flatMap(({ name, connection, rehearsed }) =>
    connection === undefined
      ? []
      : [
          { platform: name, encrypted: false },
          { platform: name, encrypted: rehearsed.encrypts === true },
        ],
  ),
  ...platforms.flatMap(({ name, connection }) =>
    connection === undefined ? [{ platform: name, encrypted: false }] : [],
  ),
];
const cellNames = [
  ["depot5", "Depot 5", "transport"],
  ["clinic", "Clinic", "health"],
  ["school", "School", "education"],
  ["yard", "Yard", "transport"],
] as const;
/** No word of either language, so that a name in a text is a name. */
const names = ["ana", "ben", "cho", "dee", "eli", "fay", "gus", "hal", "jon", "kim", "lev", "noa", "oli", "pia", "rui"];

/** How a command begins where it is typed. */
export const prefixOf = (platform: PlatformName): string => capabilitiesOf(platform).prefixes[0] ?? "/";

const line = ({ name, platform }: WorldChat, person: string, words: string): string =>
  `${person}@${name}: ${prefixOf(platform)}${words}`;

/** Makes a federation by chance. */
export function makeWorld(dice: Dice): World {
  const zone = dice.pick(zones);
  const month = dice.between(1, 12);
  // Often close to a change of the clocks.
  const day = dice.chance(40) ? dice.between(20, 28) : dice.between(1, 28);
  const two = (number: number): string => String(number).padStart(2, "0");
  const start = `2026-${two(month)}-${two(day)} ${two(dice.integer(24))}:${two(dice.integer(60))}`;

  const founder = "zoe";
  const chats: WorldChat[] = [];
  const groups: Group[] = [];
  const lines: string[] = [];
  const addChat = (name: string, group: Group | undefined): WorldChat => {
    const { platform, encrypted } = dice.pick(chatsOn);
    const chat = { name, platform, encrypted, group };
    chats.push(chat);
    lines.push(`chat ${name} ${platform}${encrypted ? " encrypted" : ""}`, `admin ${founder}@${name}`);
    return chat;
  };
  const settings = (): string =>
    `zone:${dice.chance(70) ? zone : dice.pick(zones)} language:${dice.chance(75) ? "en" : "es"}`;

  // An account on another platform is somebody else until it is linked: mostly the founder's are, before they are needed.
  const links = dice.chance(93);
  const linked = new Set<PlatformName>();
  const link = (home: PlatformName, other: PlatformName): void => {
    if (!links || other === home || linked.has(other)) return;
    linked.add(other);
    const at = `${founder}@direct/${home}`;
    const there = `${founder}@direct/${other}`;
    lines.push(`${at}: ${prefixOf(home)}me link`, `${there}: ${prefixOf(other)}me link {code}`);
    // In the language that it is asked in; the line that finds no button is left out.
    lines.push(`${there} presses Yes, it is my account`, `${there} presses Sí, esa cuenta es mía`);
    lines.push(`${at} presses Yes, it is mine`, `${at} presses Sí, es mía`);
  };

  const count = dice.between(2, 4);
  const sectors = new Set<string>();
  let first: WorldChat | undefined;
  for (const [name, title, sector] of cellNames.slice(0, count)) {
    const cell: Group = { kind: "cell", name: title, federation: 1, cells: [] };
    groups.push(cell);
    const chat = addChat(name, cell);
    if (first === undefined) {
      first = chat;
      lines.push(line(chat, founder, `setup federation:Norte sector:${sector} cell:"${title}" ${settings()}`));
    } else {
      link(first.platform, chat.platform);
      if (!sectors.has(sector)) lines.push(line(first, founder, `sector new ${sector}`));
      lines.push(
        line(first, founder, `cell new ${title} sector:${sector} ${settings()}`),
        line(chat, founder, "cell join {code}"),
      );
    }
    sectors.add(sector);
    if (!dice.chance(25)) continue;
    const more = addChat(`${name}b`, cell);
    link(first.platform, more.platform);
    lines.push(line(chat, founder, "cell code"), line(more, founder, "cell join {code}"));
  }
  if (first === undefined) throw new Error("there is no cell");
  const cells = groups.map(({ name }) => name);
  const council: Group = { kind: "council", name: "Council", federation: 1, cells };
  groups.push(council);
  const table = addChat("council", council);
  link(first.platform, table.platform);
  lines.push(
    line(first, founder, `council new Council cells:"${cells.join(", ")}" ${settings()}`),
    line(table, founder, "council join {code}"),
  );

  const people = new Map<string, string[]>([[founder, chats.map(({ name }) => name)]]);
  const join = (person: string, chat: WorldChat): void => {
    const known = people.get(person) ?? [];
    if (known.includes(chat.name)) return;
    people.set(person, [...known, chat.name]);
    if (chat.group?.kind === "cell") lines.push(line(chat, person, "help"));
  };
  const left = dice.shuffled(names);
  for (const chat of chats.filter(({ group }) => group?.kind === "cell")) {
    const fresh = left.splice(0, chat.name.endsWith("b") ? 1 : dice.between(2, 4));
    for (const person of fresh) join(person, chat);
    // Somebody who is in a cell already, on another platform or in another cell.
    if (dice.chance(60)) join(dice.pick([...people.keys()]), chat);
    const [coordinator] = fresh;
    if (coordinator !== undefined && dice.chance(50)) {
      lines.push(line(chat, founder, `cell settings coordinator @${coordinator}`));
      lines.push(`${founder}@${chat.name} presses Yes`, `${founder}@${chat.name} presses Sí`);
    }
  }
  for (const person of dice.some(3, [...people.keys()])) join(person, table);

  addChat("attic", undefined);
  if (dice.chance(30)) {
    const cell: Group = { kind: "cell", name: "Sur 1", federation: 2, cells: [] };
    groups.push(cell);
    const chat = addChat("sur", cell);
    lines.push(
      `admin sol@sur`,
      line(chat, "sol", `setup federation:Sur sector:transport cell:"Sur 1" ${settings()}`),
      line(chat, "sid", "help"),
    );
    people.set("sol", ["sur"]).set("sid", ["sur"]);
  }
  // Federations are small here: so that figures are published in some.
  if (dice.chance(50)) lines.push(line(first, founder, `cell settings smallest-group 3`));
  // So that what is personal is removed while the story goes on.
  if (dice.chance(75)) lines.push(line(first, founder, `cell settings retention ${dice.pick(["2", "5", "20"])}`));
  for (const person of dice.some(dice.between(1, 3), [...people.keys()])) {
    const chat = chats.find(({ name }) => people.get(person)?.includes(name));
    if (chat === undefined) continue;
    lines.push(`${person}@direct/${chat.platform}: ${prefixOf(chat.platform)}me quiet 21:00 08:00`);
  }
  return {
    start,
    zone,
    chats,
    groups,
    people: [...people].map(([name, inChats]) => ({ name, chats: inChats })),
    founder,
    lines,
  };
}
