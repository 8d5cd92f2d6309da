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

/** The day of the week after so many days where the story is told. */
const weekdayIn = ({ play, world }: Tools, days: number): string =>
  new Intl.DateTimeFormat("en", { timeZone: world.zone, weekday: "long" })
    .format(play.now + days * 86_400_000)
    .toLowerCase();

/**
 * Whoever has a turn in a role exchanges it, is stood in for, and gives it up; the other one answers by day or by night, and
 * now and then while whoever asked wants to be left alone.
 */
export async function* exchange(tools: Tools, group: Troupe): Aim {
  const { dice, grammar } = tools;
  const name = grammar.words();
  yield group.says(
    await group.lead(false),
    `role new "${name}" every:2w day:${weekdayIn(tools, 3)} time:${dice.pick(["18:00", "11:00"])}`,
  );
  const role = await group.newestRole();
  // Where they write to the bot it is the cell in which they count that is meant.
  const members = async () => (group.group.kind === "cell" ? group.voters() : group.members());
  const all = await members();
  const first = all.find((account) => partnerOf(account, all) !== undefined);
  const second = first === undefined ? undefined : partnerOf(first, all);
  if (first === undefined || second === undefined) return;
  const both = [first, second];
  const otherThan = (one: Account): Account => both.find(({ id }) => id !== one.id) ?? second;
  for (const one of both) yield group.says(group.at(one), `role join "${name}"`);
  yield until(tools, 10);
  const [asked] = await group.serving(role);
  if (asked !== undefined && dice.chance(60)) {
    const other = otherThan(asked);
    if (dice.chance(50)) yield until(tools, 22);
    yield group.says(group.at(asked), `role swap "${name}" with:@${other.person.name}`);
    yield group.pressOf(other, answers);
    yield until(tools, 9);
    yield group.pressOf(other, answers);
  }
  for (const one of await group.serving(role)) yield group.pressOf(one, agrees);
  yield "wait 80 hours";
  const [holder] = await group.holding(role);
  if (holder !== undefined) {
    const other = partnerOf(holder, await members()) ?? otherThan(holder);
    if (dice.chance(60)) yield group.says(grammar.directOn(holder.person, holder.platform), "me quiet 21:00 08:00");
    yield until(tools, 19);
    const from = dice.pick(["", ` from:"in 1 day"`]);
    yield group.says(group.at(holder), `role cover "${name}" by:@${other.person.name}${from} to:"in 4 days"`);
    yield until(tools, 22);
    yield group.pressOf(other, answers);
    yield until(tools, 10);
    yield group.pressOf(other, agrees);
    if (dice.chance(40)) yield group.says(group.at(holder), `role handover "${name}" ${grammar.words()}`);
    if (dice.chance(30)) yield group.says(group.at(dice.pick([holder, other])), `role cover "${name}" end:yes`);
    yield dice.pick(["wait 2 days", "wait 5 days", "down 3 days"]);
  }
  const [one = first] = [...(await group.holding(role)), ...(await group.serving(role))];
  const lead = await group.lead(false);
  yield dice.pick([
    group.says(group.at(one), `role step-down "${name}"`),
    group.says(group.at(dice.pick(both)), `role leave "${name}"`),
    group.says(group.at(one), `role skip "${name}"`),
    group.says(group.at(dice.pick(both)), `role away from:"in 1 hour" to:"in 2 weeks"`),
    group.says(lead, `role remove "${name}" @${one.person.name}`),
    group.says(lead, `role end "${name}"`),
  ]);
  yield group.pressBy(lead, /^(?:end|termin|yes|sí)/iu);
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

/** A drive is brought to its goal, chats are nudged; members who are new have to be vouched for, and who did so goes. */
export async function* goal(tools: Tools, cells: readonly Troupe[]): Aim {
  const { dice, grammar } = tools;
  const cell = dice.pick(cells);
  const steward = cell.spot(grammar.founder().name);
  if (dice.chance(70)) yield cell.says(steward, "cell settings vouches 1");
  const scope = dice.pick(["cell", "cell", "federation"]);
  yield cell.says(
    await cell.lead(),
    `drive new "${grammar.words()}?" goal:${dice.pick(["2", "3"])} deadline:"in 12 days" scope:${scope}`,
  );
  const members = await cell.members();
  const vouching: Account[] = [];
  for (const one of members.slice(0, 3)) {
    const other = partnerOf(one, dice.shuffled(members));
    if (other === undefined) continue;
    vouching.push(one);
    yield cell.says(cell.at(one), `vouch @${other.person.name}`);
  }
  const theirs = scope === "cell" ? [cell] : cells;
  for (const one of theirs) {
    for (const name of one.names) yield one.says(one.spot(name), dice.chance(85) ? "pledge in" : "pledge if 1");
  }
  yield "wait 26 hours";
  yield cell.says(await cell.lead(), "drive remind");
  yield cell.says(cell.spot(), "pledge withdraw");
  yield cell.says(cell.spot(), "drive show");
  const leaves = vouching.find(({ person }) => person.name !== grammar.founder().name);
  if (leaves === undefined) return;
  const directly = grammar.directOn(leaves.person, leaves.platform);
  yield cell.says(directly, "me forget");
  yield cell.pressBy(directly, agrees);
  yield dice.pick(["wait 1 hour", "wait 12 hours"]);
  if (dice.chance(60)) yield cell.says(cell.spot(leaves.person.name), "help");
  if (dice.chance(50)) yield cell.says(steward, "cell settings vouches 0");
}

/** Whoever leads a cell or council goes, and somebody else is named. */
export async function* leaderless({ dice, grammar }: Tools, group: Troupe): Aim {
  const founder = grammar.founder();
  const all = await (group.group.kind === "cell" ? group.voters() : group.members());
  const leader = all.find(({ person }) => person.name !== founder.name);
  if (leader === undefined) return;
  const settings = `${group.group.kind} settings coordinator`;
  const steward = group.at({ ...leader, person: founder });
  const here = group.chats.find(({ platform }) => platform === leader.platform);
  const spot = here === undefined ? steward : grammar.inChat(founder.name, here);
  yield group.says(spot, `${settings} @${leader.person.name}`);
  yield group.pressBy(spot, agrees);
  const directly = grammar.directOn(leader.person, leader.platform);
  yield group.says(directly, "me leave");
  yield group.pressBy(directly, agrees);
  yield "wait 1 hour";
  if (dice.chance(60)) yield group.says(group.spot(leader.person.name), "help");
  yield group.says(spot, `${settings} @${dice.pick([founder, leader.person]).name}`);
  yield group.pressBy(spot, agrees);
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
