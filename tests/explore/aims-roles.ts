/** Aims of roles: they go round, are exchanged, stood in for, given up; whoever is asked answers by day or sleeps. */
import type { Account } from "./cast.ts";
import { agrees, answers, beyondQuiet, pairOf, until, weekdayIn, type Aim, type Tools, type Troupe } from "./troupe.ts";

const joins = /join|unirme|apunt/iu;
const accepts = /^(?:accept|acepto)/iu;

export async function* rotation({ dice, grammar }: Tools, group: Troupe): Aim {
  const more = `${dice.chance(25) ? " holders:2" : ""}${dice.chance(40) ? " power:yes" : ""}${dice.chance(40) ? ` checklist:"${grammar.words()}"` : ""}`;
  const name = grammar.words();
  yield group.says(
    await group.lead(false),
    `role new "${name}" every:${dice.pick(["1w", "1w", "2w"])} day:${dice.pick(["monday", "friday", "sunday"])} time:${dice.pick(["18:00", "02:30", "09:00"])}${more}`,
  );
  const role = await group.newestRole();
  for (const one of (await group.members()).slice(0, 3)) {
    yield (
      (dice.chance(40) ? group.press(joins) : undefined) ??
      group.says(group.spot(one.person.name), `role join "${name}"`)
    );
  }
  for (let turn = 0; turn < 2; turn++) {
    yield "wait 1 day";
    for (const one of (await group.serving(role)).slice(0, 2)) yield group.pressOf(one, accepts);
    yield dice.chance(85) ? "wait 6 days" : "down 6 days";
    const [holder] = await group.holding(role);
    if (holder !== undefined && turn === 0) {
      yield group.says(group.at(holder), `role handover "${name}" ${grammar.words()}`);
    }
  }
  yield group.says(group.spot(), `role ${dice.pick(["who", "preview", "why", "history", "balance"])} "${name}"`);
  if (dice.chance(40)) yield group.says(await group.lead(false), `role edit "${name}" checklist:"${grammar.words()}"`);
}

/** A role with two people in it who can name each other; nothing where there are no such two. */
async function* withTwo(
  tools: Tools,
  group: Troupe,
  name: string,
): AsyncGenerator<
  string | undefined,
  { readonly role: string | undefined; readonly both: readonly Account[] } | undefined,
  void
> {
  // Where they write to the bot it is the cell in which they count that is meant.
  const both = pairOf(await (group.group.kind === "cell" ? group.voters() : group.members()));
  if (both === undefined) return undefined;
  yield group.says(
    await group.lead(false),
    `role new "${name}" every:2w day:${weekdayIn(tools, 2)} time:${tools.dice.pick(["18:00", "11:00"])}`,
  );
  const role = await group.newestRole();
  for (const one of both) yield group.says(group.at(one), `role join "${name}"`);
  yield until(tools, 10);
  return { role, both };
}

/** A role with two people, one of whom is asked for a turn; nothing where there are no such two. */
async function* withAsked(
  tools: Tools,
  group: Troupe,
  name: string,
): AsyncGenerator<
  string | undefined,
  { readonly role: string | undefined; readonly asks: Account; readonly other: Account } | undefined,
  void
> {
  const made = yield* withTwo(tools, group, name);
  const [asks = made?.both[0]] = made === undefined ? [] : await group.serving(made.role);
  const other = made === undefined || asks === undefined ? undefined : otherThan(asks, made.both);
  return made === undefined || asks === undefined || other === undefined ? undefined : { role: made.role, asks, other };
}

const otherThan = (one: Account, both: readonly Account[]): Account | undefined => both.find(({ id }) => id !== one.id);

/** Turns are exchanged: the question, and the answer, wait for a morning. */
export async function* swapped(tools: Tools, group: Troupe): Aim {
  const { dice, grammar } = tools;
  const name = grammar.words();
  const made = yield* withAsked(tools, group, name);
  if (made === undefined) return;
  const { asks, other } = made;
  if (dice.chance(60)) yield group.hush(other);
  yield group.says(group.at(asks), `role swap "${name}" with:@${other.person.name}`);
  yield beyondQuiet;
  if (dice.chance(70)) yield group.hush(asks);
  yield group.pressOf(other, answers);
  yield beyondQuiet;
  if (dice.chance(30)) yield group.says(group.at(other), `role away from:"in 1 hour" to:"in 2 weeks"`);
  for (const one of await group.serving(made.role)) yield group.pressOf(one, agrees);
  yield "wait 3 days";
}

/** Whoever has it is stood in for, and it ends sooner or later. */
export async function* stoodIn(tools: Tools, group: Troupe): Aim {
  const { dice, grammar } = tools;
  const name = grammar.words();
  const made = yield* withTwo(tools, group, name);
  if (made === undefined) return;
  for (const one of await group.serving(made.role)) yield group.pressOf(one, agrees);
  yield "wait 3 days";
  const [holder] = await group.holding(made.role);
  const other = holder === undefined ? undefined : otherThan(holder, made.both);
  if (holder === undefined || other === undefined) return;
  if (dice.chance(50)) yield group.hush(other);
  const from = dice.pick(["", "", ` from:"in 1 day"`]);
  yield group.says(group.at(holder), `role cover "${name}" by:@${other.person.name}${from} to:"in 5 days"`);
  yield beyondQuiet;
  if (dice.chance(60)) yield group.hush(holder);
  yield group.pressOf(other, answers);
  yield beyondQuiet;
  if (dice.chance(50))
    yield group.says(group.at(dice.pick([holder, other])), `role handover "${name}" ${grammar.words()}`);
  if (dice.chance(40)) yield group.says(group.at(dice.pick([holder, other])), `role cover "${name}" end:yes`);
  yield dice.pick(["wait 2 days", "wait 5 days", "down 3 days"]);
  yield group.says(group.at(holder), `role step-down "${name}"`);
}

/** What was asked for or agreed on falls away, while whoever counted on it sleeps. */
export async function* givenUp(tools: Tools, group: Troupe): Aim {
  const { dice, grammar } = tools;
  const name = grammar.words();
  const made = yield* withAsked(tools, group, name);
  if (made === undefined) return;
  const { asks, other } = made;
  yield group.says(group.at(asks), `role swap "${name}" with:@${other.person.name}`);
  if (dice.chance(60)) yield group.pressOf(other, agrees);
  yield group.hush(asks);
  const lead = await group.lead(false);
  // First what a turn falls away with, then what the whole place does.
  yield dice.pick([
    group.says(group.at(asks), `role decline "${name}"`),
    group.says(group.at(other), `role skip "${name}"`),
    group.says(group.at(other), `role away from:"in 1 hour" to:"in 4 weeks"`),
  ]);
  if (dice.chance(40)) yield beyondQuiet;
  yield dice.pick([
    group.says(group.at(other), `role leave "${name}"`),
    group.says(group.at(other), `role leave "${name}"`),
    // `@name` means somebody where it is written.
    group.says(group.leadOn(other.platform) ?? lead, `role remove "${name}" @${other.person.name}`),
    group.says(group.leadOn(other.platform) ?? lead, `role remove "${name}" @${other.person.name}`),
    group.says(grammar.directOn(other.person, other.platform), "me leave"),
  ]);
  yield group.pressOf(other, agrees);
  if (dice.chance(40)) {
    yield group.says(lead, `role end "${name}"`);
    yield group.pressBy(lead, /^(?:end|termin|yes|sí)/iu);
  }
  yield beyondQuiet;
  yield group.says(group.spot(), dice.pick([`role why "${name}"`, "role who", `role preview "${name}"`, "role ics"]));
}
