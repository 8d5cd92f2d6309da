/** Option types for what has a name in this federation: people, cells, councils, sectors. */
import type { Cell, Council, Sector } from "../../store/cells.ts";
import type { Person } from "../../store/people.ts";
import type { OptionType, Refusal } from "../command.ts";
import type { Context } from "../context.ts";
import { platforms, type PlatformUser } from "../inbound.ts";
import { nearest } from "../../words/clean.ts";
import { pattern } from "../../words/languages.ts";
import { findNamed, fold, namedChoices, refuse } from "./option.ts";

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
  parse: (raw, context) => findSeveral(raw, (part) => findCell(part, context)),
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
  const parts = raw.split(/[,;\n]/u).filter((part) => part.trim() !== "");
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
 * A person whom the bot has met: by mention, by `@name`, or by the name that members of this chat's cell, or of the
 * cells of its council, see. In a direct chat the names of all cells of whoever asks are understood.
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
    const mentioned = context.mentioned.find((user) => namesOf(user).includes(typed.toLowerCase()));
    if (mentioned !== undefined) {
      const found = await context.people.byAccount(context.platform, mentioned.id);
      return found === undefined ? refuse("options-person-unseen", { name: mentioned.name }) : { value: found };
    }
    if (/^@[^\s@]+$/u.test(typed)) {
      const here = [context.platform, ...platforms.filter((platform) => platform !== context.platform)];
      const found = await context.people.byUsername(typed.slice(1), here);
      if (found !== undefined) return { value: found };
    }
    return byName(typed.replace(/^@/u, ""), context);
  },
  choices: async (context, typed) => {
    if (context.federation === undefined) return [];
    const known = await context.people.inCells(await cellsInReach(context));
    const named = known
      .map(({ person: { id }, name }) => ({ id, name }))
      .filter(({ id }) => !others || id !== context.person?.id);
    return namedChoices(
      named.filter(({ id }, index) => named.findIndex((other) => other.id === id) === index),
      typed,
    );
  },
});

/** The ways in which a mention stands in a text: by id, by `@name`, by the name that is shown. */
const namesOf = ({ id, name, username }: PlatformUser): readonly string[] =>
  [id, name, ...(username === undefined ? [] : [username])].flatMap((one) => [
    one.toLowerCase(),
    `@${one.toLowerCase()}`,
  ]);

async function cellsInReach({ group, person: asking, cells, councils }: Context): Promise<readonly string[]> {
  if (group?.kind === "cell") return [group.id];
  if (group?.kind === "council") return (await councils.cells(group.id)).map(({ id }) => id);
  return asking === undefined ? [] : (await cells.ofPerson(asking.id)).map(({ id }) => id);
}

async function byName(name: string, context: Context): Promise<{ readonly value: Person } | Refusal> {
  const shown = name.slice(0, 60);
  const known = await context.people.inCells(await cellsInReach(context));
  const called = new Map(
    known.filter((one) => fold(one.name) === fold(name)).map((one) => [one.person.id, one.person] as const),
  );
  const [only] = called.values();
  if (only !== undefined)
    return called.size === 1 ? { value: only } : refuse("options-person-several", { name: shown });
  const near = nearest(
    name,
    known.map((one) => one.name),
  );
  return near === undefined
    ? refuse("options-person-unknown", { name: shown })
    : refuse("options-did-you-mean", { typed: shown, near });
}
