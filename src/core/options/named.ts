/** Option types for what has a name in this federation: people, cells, councils, sectors. */
import type { Cell, Council, Sector } from "../../store/cells.ts";
import type { Named, Reach } from "../../store/people/finding.ts";
import type { Choice, OptionType, Refusal } from "../command.ts";
import type { Context } from "../context.ts";
import { verbatim } from "../../chat/message.ts";
import { phrase } from "../../chat/phrase.ts";
import { nearest } from "../../words/clean.ts";
import { pattern } from "../../words/languages.ts";
import { findNamed, fold, meant, mostChoices, namedChoices, refuse } from "./option.ts";
import { ranks } from "../../chat/levels.ts";
import type { Identity, Person } from "../../store/people/records.ts";

/** A cell of the federation, by name. */
export const cell = (): OptionType<Cell> => ({
  kind: "cell",
  parse: (raw, context) => findCell(raw, context),
  choices: async ({ cells, federation }, typed) =>
    federation === undefined ? [] : namedChoices(await cells.list(), typed),
});

const findCell = (raw: string, { cells }: Context): Promise<{ readonly value: Cell } | Refusal> =>
  findNamed<Cell>(raw, {
    byId: (id) => cells.get(id),
    byName: (name) => cells.byName(name),
    all: () => cells.list(),
  });

/** A council of the federation, by name. */
export const council = (): OptionType<Council> => ({
  kind: "council",
  parse: (raw, { councils }) =>
    findNamed<Council>(raw, {
      byId: (id) => councils.get(id),
      byName: (name) => councils.byName(name),
      all: () => councils.list(),
    }),
  choices: async ({ councils, federation }, typed) =>
    federation === undefined ? [] : namedChoices(await councils.list(), typed),
});

/** A sector of the federation, by name. */
export const sector = (): OptionType<Sector> => ({
  kind: "sector",
  parse: (raw, context) => findSector(raw, context),
  choices: async ({ cells, federation }, typed) =>
    federation === undefined ? [] : namedChoices(await cells.sectors(), typed),
});

const findSector = (raw: string, { cells }: Context): Promise<{ readonly value: Sector } | Refusal> =>
  findNamed<Sector>(raw, {
    byId: (id) => cells.sector(id),
    byName: (name) => cells.sectorByName(name),
    all: () => cells.sectors(),
  });

/** No list of a person's is longer. */
const mostNamed = 50;

/** Several sectors: 'transport, health and education', each once. */
export const sectors = (): OptionType<readonly Sector[]> => ({
  kind: "sectors",
  parse: (raw, context) => findSeveral(raw, (part) => findSector(part, context)),
  choices: async ({ cells, federation }, typed) =>
    federation === undefined ? [] : namedChoices(await cells.sectors(), typed),
});

/** Several cells: 'Depot 5, Depot 6 and Hospital', each once. */
export const cells = (): OptionType<readonly Cell[]> => ({
  kind: "cells",
  parse: async (raw, context) => {
    const named = await findSeveral(raw, (part) => findCell(part, context));
    if ("value" in named || meant(["all"], raw) === undefined) return named;
    return { value: await context.cells.list() };
  },
  choices: async (context, typed) =>
    context.federation === undefined
      ? []
      : [
          ...(typed === "" ? [{ value: "all", label: phrase("options-cells-all") }] : []),
          ...namedChoices(await context.cells.list(), typed),
        ],
});

type Find<T> = (part: string) => Promise<{ readonly value: T } | Refusal>;

const and = new RegExp(`\\s+(?:${pattern("and")}|&)\\s+`, "iu");

/** A name may be 'Bread and roses': the whole comes first, then commas, then the words for 'and'. */
async function findSeveral<T extends { readonly id: string }>(
  raw: string,
  find: Find<T>,
): Promise<{ readonly value: readonly T[] } | Refusal> {
  const whole = await find(raw);
  if ("value" in whole) return { value: [whole.value] };
  const found = new Map<string, T>();
  const parts = raw.split(/[,;،؛\n]/u).filter((part) => part.trim() !== "");
  for (const part of parts.slice(0, mostNamed)) {
    const one = await find(part);
    const several = "value" in one ? [one] : await findAll(part.split(and), find);
    for (const result of several) {
      if ("refusal" in result) return result;
      found.set(result.value.id, result.value);
    }
  }
  return found.size === 0 ? whole : { value: [...found.values()] };
}

async function findAll<T>(parts: readonly string[], find: Find<T>) {
  const results = [];
  for (const part of parts.filter((one) => one.trim() !== "").slice(0, mostNamed)) results.push(await find(part));
  return results;
}

/**
 * A person whom the bot has seen in a chat of this cell or council: by mention, where the account decides and not its text;
 * by `@name`, which is somebody's on the platform where it is typed and nowhere else; or by the name that people see there.
 * In a direct chat all cells of whoever asks are meant, and the councils in which they have a seat. A steward's mention and
 * `@name` reach the whole federation. Who is unknown and who is out of reach read the same (docs/rules.md, "Names").
 * With `others`, whoever asks is not among the choices.
 */
export const person = ({ others = false }: { readonly others?: boolean } = {}): OptionType<Person> => ({
  kind: "person",
  parse: async (raw, context) => {
    const typed = raw.trim();
    if (typed.startsWith("#")) {
      const found = await context.people.get(typed.slice(1));
      if (found !== undefined) return { value: found };
    }
    const named = accountIn(typed, context);
    if (named === "several") return refuse("options-person-several", { name: typed.slice(0, 60) });
    if (named !== undefined) {
      const found = await context.people.byAccount(context.platform, named.id);
      return found !== undefined && (await isKnown(found, context))
        ? { value: found }
        : refuse("options-person-unseen", { name: named.name.slice(0, 60) });
    }
    if (/^@[^\s@]+$/u.test(typed)) {
      const found = await context.people.byUsername(typed.slice(1), context.platform);
      return found !== undefined && (await isKnown(found, context))
        ? { value: found }
        : refuse("options-person-unknown", { name: typed.slice(0, 60) });
    }
    return byName(typed, context);
  },
  write: ({ id }) => `#${id}`,
  choices: async (context, typed) => {
    if (context.federation === undefined) return [];
    const known = (await context.people.inReach(await reachOf(context)))
      .filter(({ person: { id } }) => !others || id !== context.person?.id)
      .filter(({ name }) => fold(name).includes(fold(typed)));
    return personChoices(known, context);
  },
});

/** Each person once; who is called like another one, with what tells them apart. */
function personChoices(known: readonly Named[], { platform }: Pick<Context, "platform">): readonly Choice[] {
  // By the account that they have where this is read.
  const isHere = ({ identity }: Named): number => Number(identity.platform === platform);
  const named = known.toSorted((a, b) => isHere(b) - isHere(a));
  const people = known.flatMap(({ person: { id } }, index) => {
    const again = known.findIndex((other) => other.person.id === id) < index;
    return again ? [] : named.filter((one) => one.person.id === id).slice(0, 1);
  });
  return people.slice(0, mostChoices).map((one) => {
    const namesake = people.some(({ person, name }) => person.id !== one.person.id && fold(name) === fold(one.name));
    const { id, name, identity } = { ...one, id: one.person.id };
    return {
      value: `#${id}`,
      label: namesake ? phrase("options-person-which", { name, account: accountName(identity) }) : verbatim(name),
    };
  });
}

/** What an account is called besides its name: its `@name` or Matrix id, else its platform. */
const accountName = ({ platform, ref }: Identity): string =>
  ref.username !== undefined ? `@${ref.username}` : ref.id.startsWith("@") ? ref.id : platform;

/** The account that a text stands for, where it is a mention or an id. */
function accountIn(
  typed: string,
  { mentioned }: Context,
): { readonly id: string; readonly name: string } | "several" | undefined {
  const id = /^<@!?(\d{1,20})>$/u.exec(typed)?.[1] ?? matrixUser(typed);
  const meant = mentioned.filter(({ written, user }) => written.trim() === typed || user.id === id);
  const ids = new Set(meant.map(({ user }) => user.id));
  if (ids.size > 1) return "several";
  const [only] = meant;
  return only?.user ?? (id === undefined ? undefined : { id, name: typed });
}

/** The user of a link to them, or of their id. */
function matrixUser(typed: string): string | undefined {
  const target = /^https:\/\/matrix\.to\/#\/([^?]+)/iu.exec(typed)?.[1] ?? typed;
  try {
    const id = decodeURIComponent(target);
    return /^@[^\s:@]+:\S+$/u.test(id) ? id : undefined;
  } catch {
    return undefined; // how a URI that is none is told
  }
}

/** Whose people are known to whoever asks here. */
async function reachOf({ group, person: asking, cells, councils }: Context): Promise<Reach> {
  if (group?.kind === "cell") return { cells: [group.id], councils: [] };
  if (group?.kind === "council") return { cells: [], councils: [group.id] };
  if (asking === undefined) return { cells: [], councils: [] };
  const own: string[] = [];
  for (const one of await councils.list({ person: asking.id })) {
    if (ranks[await councils.levelOf(asking, one)] >= ranks.delegate) own.push(one.id);
  }
  return { cells: (await cells.ofPerson(asking.id)).map(({ id }) => id), councils: own };
}

/** Whether whoever asks may know that there is this person. */
async function isKnown(found: Person, context: Context): Promise<boolean> {
  return context.person?.steward === true || context.people.isInReach(found.id, await reachOf(context));
}

async function byName(name: string, context: Context): Promise<{ readonly value: Person } | Refusal> {
  const shown = name.slice(0, 60);
  const known = await context.people.inReach(await reachOf(context));
  const alike = known.filter((one) => fold(one.name) === fold(name));
  const called = new Map(alike.map((one) => [one.person.id, one.person] as const));
  const [only] = called.values();
  if (only !== undefined) {
    if (called.size === 1) return { value: only };
    return { ...refuse("options-person-several", { name: shown }), choices: personChoices(alike, context) };
  }
  const near = nearest(
    name,
    known.map((one) => one.name),
  );
  return near === undefined
    ? refuse("options-person-unknown", { name: shown })
    : refuse("options-did-you-mean", { typed: shown, near });
}
