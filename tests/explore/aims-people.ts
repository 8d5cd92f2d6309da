/** Aims of what goes on between two people, and of what is taken back: exchanges, stand-ins, vouches, turns given up. */
import type { Account } from "./cast.ts";
import type { Aim, Tools, Troupe } from "./troupe.ts";

const agrees = /^(?:agree|de acuerdo|acepto|accept|yes|sí)/iu;
const answers = /^(?:agree|de acuerdo|acepto|accept|yes|sí|no\b)/iu;

/** A wait until it is `hour` o'clock where the story is told: at night what can wait has to. */
function until({ play, world }: Tools, hour: number): string {
  const shown = new Intl.DateTimeFormat("en", { timeZone: world.zone, hour: "numeric", hourCycle: "h23" });
  return `wait ${String((hour - Number(shown.format(play.now)) + 24) % 24 || 24)} hours`;
}

/** Somebody else, on the same platform: `@name` means somebody there. */
const partnerOf = (one: Account, all: readonly Account[]): Account | undefined =>
  all.find(({ id, platform }) => id !== one.id && platform === one.platform);

/** Whoever has a turn in a role exchanges it, is stood in for, and gives it up; the other one answers by day or by night. */
export async function* exchange(tools: Tools, group: Troupe): Aim {
  const { dice, grammar } = tools;
  const name = grammar.words();
  yield group.says(
    await group.lead(false),
    `role new "${name}" every:1w day:${dice.pick(["tuesday", "saturday"])} time:18:00`,
  );
  const role = await group.newestRole();
  for (const one of (await group.members()).slice(0, 4)) {
    yield group.says(group.at(one), `role join "${name}"`);
  }
  yield "wait 1 day";
  const pair = async (): Promise<readonly [Account, Account] | undefined> => {
    const members = await group.members();
    for (const one of await group.serving(role)) {
      const other = partnerOf(one, members);
      if (other !== undefined) return [one, other];
    }
    return undefined;
  };
  const first = await pair();
  if (first !== undefined) {
    const [one, other] = first;
    if (dice.chance(50)) yield until(tools, 22);
    yield group.says(group.at(one), `role swap "${name}" with:@${other.person.name}`);
    yield group.pressBy(group.at(other), answers);
    yield until(tools, 9);
    yield group.pressBy(group.at(other), answers);
  }
  yield "wait 1 week";
  const second = await pair();
  if (second === undefined) return;
  const [one, other] = second;
  if (dice.chance(40)) yield until(tools, 22);
  yield group.says(group.at(one), `role cover "${name}" by:@${other.person.name} to:"in 4 days"`);
  yield group.pressBy(group.at(other), answers);
  yield until(tools, 10);
  yield group.pressBy(group.at(other), agrees);
  if (dice.chance(40)) yield group.says(group.at(one), `role handover "${name}" ${grammar.words()}`);
  yield dice.pick(["wait 1 day", "wait 3 days", "down 3 days"]);
  const lead = await group.lead(false);
  const end = dice.pick([
    group.says(group.at(one), `role step-down "${name}"`),
    group.says(group.at(dice.pick(second)), `role leave "${name}"`),
    group.says(group.at(one), `role skip "${name}"`),
    group.says(group.at(dice.pick(second)), `role away from:"in 1 hour" to:"in 2 weeks"`),
    group.says(lead, `role remove "${name}" @${dice.pick(second).person.name}`),
    group.says(lead, `role end "${name}"`),
  ]);
  yield end;
  yield group.pressBy(group.at(one), agrees);
}

/** Turns of a circle are exchanged, given up, and changed by whoever leads. */
export async function* turns(tools: Tools, cell: Troupe): Aim {
  const { dice } = tools;
  yield cell.says(await cell.lead(), `circle new day:${dice.pick(["tuesday", "saturday"])} time:19:00`);
  const rota = (await cell.members()).slice(0, 4);
  for (const one of rota) yield cell.says(cell.at(one), "circle join");
  yield "wait 6 days";
  const one = dice.maybe(rota.filter((account) => partnerOf(account, rota) !== undefined));
  const other = one === undefined ? undefined : partnerOf(one, rota);
  if (one !== undefined && other !== undefined) {
    if (dice.chance(60)) yield until(tools, 22);
    yield cell.says(cell.at(one), `circle swap with:@${other.person.name}`);
    yield cell.pressBy(cell.at(other), answers);
    yield until(tools, 9);
    yield cell.pressBy(cell.at(other), answers);
  }
  yield cell.press(/^(?:i can't|no puedo)/iu);
  yield "wait 1 week";
  if (dice.chance(40)) yield cell.says(cell.spot(), "circle leave");
  if (dice.chance(25)) yield cell.says(await cell.lead(), "circle end");
}

/** A drive is brought to its goal, chats are nudged, and members who are new have to be vouched for. */
export async function* goal({ dice, grammar }: Tools, cells: readonly Troupe[]): Aim {
  const cell = dice.pick(cells);
  if (dice.chance(50)) yield cell.says(await cell.lead(), "cell settings vouches 1");
  const scope = dice.pick(["cell", "cell", "federation"]);
  yield cell.says(
    await cell.lead(),
    `drive new "${grammar.words()}?" goal:${dice.pick(["2", "3"])} deadline:"in 12 days" scope:${scope}`,
  );
  const theirs = scope === "cell" ? [cell] : cells;
  for (const one of theirs) {
    for (const name of one.names) yield one.says(one.spot(name), dice.chance(85) ? "pledge in" : "pledge if 1");
  }
  const members = await cell.members();
  for (const one of members.slice(0, 3)) {
    const other = partnerOf(one, dice.shuffled(members));
    if (other !== undefined) yield cell.says(cell.at(one), `vouch @${other.person.name}`);
  }
  yield "wait 26 hours";
  yield cell.says(await cell.lead(), "drive remind");
  yield cell.says(cell.spot(), "pledge withdraw");
  yield cell.says(cell.spot(), "drive show");
}

/** What was planned is changed while people count on it, and called off. */
export async function* calledOff({ dice, grammar }: Tools, cell: Troupe): Aim {
  const act = grammar.words();
  const meal = grammar.words();
  yield cell.says(await cell.lead(), `action plan "${act}" from:"in 5 days 10:00" to:"in 5 days 20:00" care:meals`);
  yield cell.press(/take on|encargo/iu);
  yield cell.says(await cell.lead(), `action care "${act}" meals from:"in 5 days 12:00" to:"in 5 days 14:00"`);
  yield cell.says(await cell.lead(), `action confirm "${act}" reason:"${grammar.words()}"`);
  yield cell.says(await cell.lead(), `gather new "${meal}" at:"in 4 days 18:00" capacity:2`);
  for (const name of cell.names)
    yield cell.says(cell.spot(name), `gather ${dice.pick(["going", "going", "maybe"])} "${meal}"`);
  yield "wait 2 days";
  if (dice.chance(60)) yield cell.says(cell.spot(), `gather no "${meal}"`);
  yield cell.says(
    await cell.lead(),
    dice.pick([`gather cancel "${meal}"`, `gather move "${meal}" at:"in 3 days 18:00"`]),
  );
  yield cell.says(
    await cell.lead(),
    dice.pick([`action cancel "${act}"`, `action change "${act}" from:"in 4 days 11:00"`]),
  );
  yield cell.press(agrees);
}
