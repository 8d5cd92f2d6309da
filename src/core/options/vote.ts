/** Option types for votes and assemblies: a vote, its rule, a quorum. */
import type { Assembly } from "../../domain/assemblies.ts";
import { usualQuorum, type QuorumRule } from "../../domain/quorum.ts";
import {
  fraction,
  isOfCell,
  majorityRule,
  moreThanHalf,
  twoThirds,
  type Fraction,
  type Least,
  type Vote,
} from "../../domain/votes.ts";
import type { Choice, OptionType } from "../command.ts";
import type { Context } from "../context.ts";
import { verbatim } from "../../chat/message.ts";
import { phrase } from "../../chat/phrase.ts";
import { called, meant } from "../../words/fixed.ts";
import { pattern } from "../../words/languages.ts";
import { cellHere } from "./drive.ts";
import { fold, mostChoices, refuse, shorten } from "./option.ts";

/** Words for parts; what else they are called is in `src/words`. */
const parts = {
  half: moreThanHalf,
  "two-thirds": twoThirds,
  "three-quarters": { num: 3, den: 4 },
  all: { num: 1, den: 1 },
} as const satisfies Readonly<Record<string, Fraction>>;
const partNames = ["half", "two-thirds", "three-quarters", "all"] as const;

/** `2/3`, `60%`, `two thirds`; undefined for anything else. `read` says which numbers are taken. */
function readPart(typed: string, read: (num: number, den: number) => Fraction | undefined): Fraction | undefined {
  const [, num, den] = /^(\d{1,3})\/(\d{1,3})$/u.exec(typed) ?? [];
  if (num !== undefined && den !== undefined) return read(Number(num), Number(den));
  const percent = /^(\d{1,3})-?%$/u.exec(typed)?.[1];
  if (percent !== undefined) return read(Number(percent), 100);
  const part = meant(partNames, typed);
  return part && parts[part];
}

/** The rule of a vote: `more-than-half`, `two-thirds`, or a part from 1/2 to 1/1. */
export const majority = (): OptionType<Fraction> => ({
  kind: "choice",
  reads: (raw) => readPart(fold(raw.slice(0, 60)), majorityRule) !== undefined,
  parse: async (raw) => {
    const value = readPart(fold(raw.slice(0, 60)), majorityRule);
    return value === undefined ? refuse("vote-rule-unknown", { typed: raw.trim().slice(0, 60) }) : { value };
  },
  choices: async () => [
    { value: "more-than-half", label: phrase("vote-half") },
    { value: "two-thirds", label: phrase("vote-two-thirds") },
    { value: "3/4", label: verbatim("3/4") },
  ],
});

const counted = ["seats", "cells"] as const satisfies readonly QuorumRule["of"][];
const sectorWords = [...called(["sector", "sectors"]).keys()].join("|");
const sectorCount = new RegExp(`(?:^|-)(\\d{1,3})-(?:${sectorWords})(?=-|$)`, "u");
const smallWords = new RegExp(`(?<=^|-)(?:${pattern("and")}|${pattern("of")}|${pattern("article")})(?=-|$)`, "gu");

/** How many must be there: `half`, `2/3 of cells`, `12`, `half of seats and 3 sectors`. */
export const quorum = (): OptionType<QuorumRule> => ({
  kind: "text",
  reads: (raw) => readQuorum(raw) !== undefined,
  parse: async (raw) => {
    const value = readQuorum(raw);
    return value === undefined ? refuse("assembly-quorum-unknown", { typed: raw.trim().slice(0, 60) }) : { value };
  },
});

/** Reads a quorum in words; undefined where some of it is not understood. */
export function readQuorum(raw: string): QuorumRule | undefined {
  const typed = fold(raw.slice(0, 100))
    .replace(/-?[,+&]-?/gu, "-")
    .replace(smallWords, "")
    .replace(/-+/gu, "-")
    .replace(/^-|-$/gu, "");
  const sectors = sectorCount.exec(typed);
  const rest = sectors === null ? typed : typed.replace(sectors[0], "");
  const words = rest.split("-").filter((word) => word !== "");
  const of = words.map((word) => meant(counted, word)).find((one) => one !== undefined);
  const part = words.filter((word) => meant(counted, word) === undefined).join("-");
  const least = part === "" ? usualQuorum.least : /^\d{1,6}$/u.test(part) ? Number(part) : readPart(part, fraction);
  if (least === undefined || least === 0 || typed === "") return undefined;
  return {
    of: of ?? "seats",
    least,
    sectors: Number(sectors?.[1] ?? 0),
  };
}

/** How many of a cell must vote: `half`, `2/3`, `12`. */
export const least = (): OptionType<Least> => ({
  kind: "text",
  reads: (raw) => readLeast(raw) !== undefined,
  parse: async (raw) => {
    const value = readLeast(raw);
    return value === undefined ? refuse("vote-quorum-unknown", { typed: raw.trim().slice(0, 60) }) : { value };
  },
});

function readLeast(raw: string): Least | undefined {
  const typed = fold(raw.slice(0, 60));
  const number = /^\d{1,6}$/u.test(typed) ? Number(typed) : readPart(typed, fraction);
  return number === 0 ? undefined : number;
}

/** The councils whose votes are meant here: that of the chat; those of its cell; in a direct chat the person's own. */
async function councilsHere({ group, person, councils, level }: Context): Promise<readonly string[]> {
  if (group?.kind === "council") return [group.id];
  const found =
    group?.kind === "cell"
      ? await councils.list({ cell: group.id })
      : level === "steward"
        ? await councils.list()
        : person === undefined
          ? []
          : await councils.list({ person: person.id });
  return found.map(({ id }) => id);
}

/** The votes that can be meant here, those of the cell first, and the oldest first. */
export async function votesHere(context: Context, { closed = true } = {}): Promise<readonly Vote[]> {
  const { votes } = context;
  const cell = cellHere(context);
  const found = cell === undefined ? [] : [...(await votes.list({ cell }, { closed }))];
  for (const council of await councilsHere(context)) found.push(...(await votes.list({ council }, { closed })));
  return found;
}

/**
 * Whether a vote is one of a council or a cell that is meant here; in a direct chat, also of a council in which the person has
 * a seat. A cell's own votes are seen by its people alone.
 */
async function isHere(vote: Vote, context: Context): Promise<boolean> {
  const { group, person, people, delegates } = context;
  if (isOfCell(vote)) {
    const { cellId } = vote.place;
    if (group !== undefined) return group.id === cellId;
    // Whoever counts elsewhere is told so.
    return person !== undefined && people.isMember(person.id, cellId);
  }
  const { councilId } = vote.place;
  if ((await councilsHere(context)).includes(councilId)) return true;
  return group === undefined && person !== undefined && (await delegates.holds(councilId, person.id)).length > 0;
}

/** A vote that is meant here, by its number or `#<id>`. In a cell's chat a number is that of its own vote first. */
export const vote = (): OptionType<Vote> => ({
  kind: "vote",
  none: phrase("vote-none"),
  parse: async (raw, context) => {
    const typed = raw.trim().slice(0, 60);
    if (typed.startsWith("#")) {
      const found = await context.votes.get(typed.slice(1));
      if (found !== undefined && (await isHere(found, context))) return { value: found };
    }
    const number = /^#?(\d{1,9})$/u.exec(typed)?.[1];
    const numbered = (await votesHere(context)).filter((one) => one.number === Number(number));
    const [first] = numbered;
    if (first === undefined) return refuse("vote-unknown", { typed });
    if (numbered.length === 1 || (isOfCell(first) && context.group !== undefined)) return { value: first };
    return { ...refuse("vote-which", { number: first.number }), choices: numbered.map(voteChoice) };
  },
  choices: async (context, typed) =>
    context.federation === undefined
      ? []
      : (await votesHere(context))
          .filter(({ number, text }) => fold(`${number} ${text}`).includes(fold(typed)))
          .slice(-mostChoices)
          .map(voteChoice),
});

/** A vote as it can be chosen. */
export const voteChoice = ({ id, number, text }: Vote): Choice => ({
  value: `#${id}`,
  label: verbatim(shorten(text, 40)),
  number,
});

/** An assembly, by `#<id>`: only buttons set it. */
export const assembly = (): OptionType<Assembly> => ({
  kind: "text",
  parse: async (raw, context) => {
    const value = await context.assemblies.get(raw.trim().replace(/^#/u, "").slice(0, 60));
    return value === undefined ? refuse("assembly-gone") : { value };
  },
});
