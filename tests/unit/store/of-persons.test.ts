/**
 * Every model that refers to people has one owner, which says what becomes of its rows (src/store/of-persons.ts), and says how
 * exactly each time in it is kept.
 */
import { readFileSync } from "node:fs";
import { expect, it } from "vitest";
import { commands } from "../../../commands/index.ts";
import { holdersOfPersons } from "../../../src/store/repositories.ts";
import type { OfPersons } from "../../../src/store/of-persons.ts";
import { eachDatabase } from "../../kit/databases.ts";
import { timeColumns } from "../../kit/minutes.ts";
import { PeopleStage } from "./people-stage.ts";

interface Column {
  readonly name: string;
  readonly type: string;
  /** What stands above it. */
  readonly about: string;
}

/** The models of the schema, with their columns and relations. */
function models(): ReadonlyMap<string, readonly Column[]> {
  const schema = readFileSync(new URL("../../../prisma/schema.prisma", import.meta.url), "utf8");
  const found = new Map<string, Column[]>();
  let of: Column[] | undefined;
  let about: string[] = [];
  for (const line of schema.split("\n").map((one) => one.trim())) {
    const [, model] = /^model (\w+) \{$/.exec(line) ?? [];
    const [, comment] = /^\/\/\/ (.*)$/.exec(line) ?? [];
    const [, name, type] = /^(\w+)\s+(\w+)/.exec(line) ?? [];
    if (model !== undefined) found.set(model, (of = []));
    else if (comment !== undefined) about.push(comment);
    else {
      if (of !== undefined && name !== undefined && type !== undefined) of.push({ name, type, about: about.join(" ") });
      about = [];
    }
  }
  return found;
}

/** Columns of ids that are of no model by their name, and of no person either. */
const otherIds: ReadonlySet<string> = new Set(["Card.subjectId", "Decision.supersedesId", "Outbox.broadcastId"]);

/** Where people stand in what is no column of their ids: JSON and sealed text, as the comment above it says. */
const namesPeople = /HMAC of (the (person|account)\b|\(.*\b(account|user)\))|\bpeople \(ids\)|JSON of ids/u;

/**
 * Why a model refers to people: a relation to a person or an account; an id whose name is that of no other model; a column that
 * holds a person in another form; or a row that is part of one which does.
 */
function whyOf(model: string, columns: readonly Column[], all: ReadonlyMap<string, readonly Column[]>): string[] {
  const others = [...all.keys()].filter((one) => one !== "Person" && one !== "Identity");
  const endsLike = (id: string, name: string): boolean => id.toLowerCase().endsWith(name.toLowerCase());
  // A unit is a DriveUnit, a time a GatheringTime.
  const isOther = (id: string): boolean => others.some((one) => endsLike(id, one) || endsLike(one, id));
  return columns.flatMap(({ name, type, about }) => {
    if ((type === "Person" || type === "Identity") && columns.some((one) => one.name === `${name}Id`)) return [name];
    const [, id] = /^(\w+)Id$/.exec(name) ?? [];
    if (id !== undefined && type === "String" && !isOther(id) && !otherIds.has(`${model}.${name}`)) return [name];
    return type === "String" && namesPeople.test(about) ? [name] : [];
  });
}

/** Rows that say something of a person by the row whose part they are. */
const parts: ReadonlySet<string> = new Set(["PledgeEvent", "Membership", "Presence"]);

const referring = (all: ReadonlyMap<string, readonly Column[]>): readonly string[] =>
  [...all].flatMap(([model, columns]) => {
    const why = whyOf(model, columns, all);
    return model === "Person" || parts.has(model) || why.length > 0 ? [model] : [];
  });

it("each time in a row that refers to people is kept to the minute, or it is said why not", () => {
  const personal = new Set(referring(models()));
  const silent = timeColumns.filter(({ table, kept, reason }) =>
    personal.has(table) ? kept === undefined || (kept === "finer" && !/\w+ \w+ \w+/u.test(reason)) : false,
  );
  expect(silent).toEqual([]);
  // Nothing but order is a reason, and there are few.
  expect(timeColumns.filter(({ kept }) => kept === "finer").length).toBeLessThan(10);
  expect(timeColumns.filter(({ kept }) => kept === "minute").length).toBeGreaterThan(40);
});

const answers = [
  "leavesCell",
  "countsElsewhere",
  "becomesOne",
  "forgotten",
  "exported",
  "retention",
  "cellLeavesCouncil",
] as const satisfies readonly (keyof OfPersons)[];

eachDatabase((_, open) => {
  it("every model that refers to people has one owner", async () => {
    const stage = await PeopleStage.make(await open());
    const owners = await stage.run(({ session }) =>
      Promise.resolve(holdersOfPersons(session, stage.federation).flatMap(({ tables }) => tables)),
    );
    expect(owners.toSorted()).toEqual(referring(models()).toSorted());
  });

  it("each owner answers everything, with a function or with a reason; where a job does it, there is such a job", async () => {
    const stage = await PeopleStage.make(await open());
    const holders = await stage.run(({ session }) => Promise.resolve(holdersOfPersons(session, stage.federation)));
    const jobs = new Set(commands.flatMap((command) => Object.keys(command.jobs ?? {})));
    for (const holder of holders) {
      expect(Object.keys(holder).toSorted()).toEqual(["tables", ...answers].toSorted());
      for (const answer of answers) {
        const given = holder[answer];
        if (typeof given === "function" || "due" in given) continue;
        expect(given.nothing, `${holder.tables.join()} ${answer}`).toMatch(/\w+ \w+ \w+/);
        const [, job] = /has a job for it: ([\w-]+)$/.exec(given.nothing) ?? [];
        if (job !== undefined) expect(jobs).toContain(job);
      }
    }
  });
});
