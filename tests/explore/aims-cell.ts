/** Aims of what a cell does together: actions with the care beside them, gatherings, circles. */
import {
  agrees,
  answers,
  beyondQuiet,
  pairOf,
  partnerOf,
  takesOn,
  weekdayIn,
  type Aim,
  type Tools,
  type Troupe,
} from "./troupe.ts";

/** From the plan to the meeting afterwards; some are closed while they go on. */
export async function* action({ dice, grammar }: Tools, cell: Troupe): Aim {
  const name = grammar.words();
  yield cell.says(
    await cell.lead(),
    `action plan "${name}" from:"in 2 days 10:00" to:"in 3 days 20:00"${dice.chance(60) ? " care:meals" : ""}`,
  );
  if (dice.chance(40)) yield cell.says(await cell.lead(), `action care "${name}" ${dice.pick(["rides", "childcare"])}`);
  yield cell.press(takesOn);
  yield cell.says(await cell.lead(), `action confirm "${name}" reason:"${grammar.words()}"`);
  if (dice.chance(40)) yield cell.says(await cell.lead(), `action template "${name}" ${grammar.words()}`);
  if (dice.chance(60)) {
    yield cell.says(await cell.lead(), `action share "${name}"`);
    if (dice.chance(30)) yield cell.says(cell.spot(), "calendar show");
    if (dice.chance(50)) {
      const lead = await cell.lead();
      yield cell.pressBy(lead, /^(?:take it back|dejar de)/iu) ?? cell.says(lead, `action unshare "${name}"`);
    }
  }
  if (dice.chance(40)) yield cell.says(await cell.lead(), `action change "${name}" from:"in 2 days 09:00"`);
  // Whatever the hour, it goes on then.
  yield "wait 60 hours";
  if (dice.chance(70)) yield cell.says(await cell.lead(), `action close "${name}"`);
  yield "wait 1 day";
  yield cell.press(/^(?:done|hecho)/iu);
  yield "wait 1 day";
  yield cell.press(/^(?:yes|sí|without|sin|held|we met|nos reun)/iu);
}

/** What was planned is changed while people count on it, some asleep, and called off. */
export async function* calledOff({ dice, grammar }: Tools, cell: Troupe): Aim {
  const act = grammar.words();
  yield cell.says(await cell.lead(), `action plan "${act}" from:"in 5 days 10:00" to:"in 5 days 20:00" care:meals`);
  for (const one of await cell.members()) {
    const takes = cell.pressOf(one, takesOn);
    if (takes === undefined) continue;
    yield takes;
    yield cell.hush(one);
    break;
  }
  yield cell.says(await cell.lead(), `action care "${act}" meals from:"in 5 days 12:00" to:"in 5 days 14:00"`);
  yield beyondQuiet;
  if (dice.chance(60)) yield cell.says(await cell.lead(), `action confirm "${act}" reason:"${grammar.words()}"`);
  yield cell.says(
    await cell.lead(),
    dice.pick([`action cancel "${act}"`, `action change "${act}" from:"in 4 days 11:00"`]),
  );
  yield cell.press(agrees);
}

/** There is one place, and two who would come; who waits for it sleeps when it is free. */
export async function* places({ dice, grammar }: Tools, cell: Troupe): Aim {
  const name = grammar.words();
  const [one, other, third] = await cell.members();
  if (one === undefined || other === undefined) return;
  yield cell.says(
    await cell.lead(),
    `gather new "${name}" at:"in ${dice.pick(["3 days 18:00", "30 hours"])}" capacity:1`,
  );
  for (const member of [one, other]) yield cell.says(cell.at(member), `gather going "${name}"`);
  if (third !== undefined) yield cell.says(cell.at(third), `gather ${dice.pick(["maybe", "going"])} "${name}"`);
  yield cell.hush(other);
  yield dice.chance(85)
    ? cell.says(cell.at(one), `gather no "${name}"`)
    : cell.says(grammar.directOn(one.person, one.platform), "me leave");
  yield cell.pressOf(one, agrees);
  yield beyondQuiet;
  if (dice.chance(40)) {
    yield cell.says(
      await cell.lead(),
      dice.pick([`gather cancel "${name}"`, `gather move "${name}" at:"in 2 days 12:00"`]),
    );
  }
  yield "wait 4 days";
  yield cell.says(await cell.lead(), dice.pick([`gather held "${name}"`, `gather let-go "${name}"`]));
}

/** A time is looked for that most can make. */
export async function* times({ dice, grammar }: Tools, cell: Troupe): Aim {
  const name = grammar.words();
  yield cell.says(await cell.lead(), `gather new "${name}" capacity:2`);
  yield cell.says(await cell.lead(), `gather when "${name}" times:"tomorrow 19:00, in 3 days 19:00"`);
  for (const one of (await cell.members()).slice(0, 3)) {
    yield cell.says(cell.at(one), `gather choose "${name}"`);
    yield cell.pressOf(one, /\d\d:\d\d/u);
  }
  yield "wait 2 days";
  yield cell.says(cell.spot(), `gather ${dice.pick(["going", "maybe", "no"])} "${name}"`);
  yield "wait 3 days";
  yield cell.press(/^(?:yes|sí|held|we met|nos reun)/iu);
}

/** Turns of a circle are exchanged, by day or while whoever asked sleeps, given up, and changed by whoever leads. */
export async function* circle(tools: Tools, cell: Troupe): Aim {
  const { dice } = tools;
  yield cell.says(await cell.lead(), `circle new day:${weekdayIn(tools, 6)} time:19:00`);
  const voters = await cell.voters();
  const pair = pairOf(voters);
  const rota = [...(pair ?? []), ...voters.filter((one) => pair?.includes(one) !== true)].slice(0, 3);
  for (const one of rota) yield cell.says(cell.at(one), "circle join");
  yield "wait 2 days";
  for (const one of rota.slice(0, 2)) {
    const other = partnerOf(one, rota);
    if (other === undefined) continue;
    if (dice.chance(40)) yield cell.hush(other);
    yield cell.says(cell.at(one), `circle swap with:@${other.person.name}`);
    if (dice.chance(40)) yield beyondQuiet;
    if (dice.chance(80)) yield cell.hush(one);
    yield cell.pressOf(other, answers);
    yield beyondQuiet;
  }
  yield cell.press(/^(?:i can't|no puedo)/iu);
  yield dice.pick(["wait 1 day", "wait 1 week"]);
  const leaves = dice.maybe(rota);
  if (leaves !== undefined) yield cell.says(cell.at(leaves), "circle leave");
  if (dice.chance(50)) {
    const lead = await cell.lead();
    yield cell.says(lead, "circle end");
    yield cell.pressBy(lead, agrees);
  }
}
