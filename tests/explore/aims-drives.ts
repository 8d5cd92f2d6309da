/** Aims of drives: to their end, from step to step of a ladder, and to a goal that is met because of somebody else. */
import { agrees, beyondQuiet, partnerOf, type Aim, type Tools, type Troupe } from "./troupe.ts";

export async function* drive({ dice, grammar }: Tools, cell: Troupe): Aim {
  const scope = dice.pick(["cell", "sector", "federation"]);
  const reveal = dice.pick(["live", "live", "at-goal", "at-close"]);
  yield cell.says(
    await cell.lead(),
    `drive new "${grammar.words()}?" goal:${dice.pick(["2", "3", "50%"])} deadline:"in 5 days" scope:${scope} reveal:${reveal}`,
  );
  for (const person of dice.some(3, cell.names)) {
    const answer = dice.pick(["in", "in", "if 1", "if 2", "if 1 sector", "withdraw"]);
    yield dice.chance(50) ? cell.press(/I'm in|cuent|apunt/iu) : cell.says(cell.spot(person), `pledge ${answer}`);
  }
  if (dice.chance(30)) yield cell.says(await cell.lead(), 'drive edit deadline:"in 7 days"');
  yield "wait 26 hours";
  if (dice.chance(60)) yield cell.says(await cell.lead(), "drive remind");
  yield dice.chance(60) ? "wait 5 days" : cell.says(await cell.lead(), "drive close");
  const teller = await cell.lead();
  yield cell.says(teller, "tally post");
  yield cell.pressBy(teller, /^(?:post|publicar)/iu);
  yield cell.says(cell.spot(), "pledge done");
}

/** A ladder: a drive with demands and ways to join, and another one that follows it. */
export async function* ladder({ dice, grammar }: Tools, cell: Troupe): Aim {
  const scope = dice.pick(["cell", "cell", "federation"]);
  const ways = dice.chance(75) ? ` ways:"out; badge${dice.chance(40) ? "; lunch; song; banner" : ""}"` : "";
  for (const step of [1, 2]) {
    const after = step === 2 ? ` after:${dice.pick(["1", "1", "1", "2"])}` : "";
    const demands = dice.chance(60) ? ` demands:"${grammar.words()}; ${grammar.words()}"` : "";
    yield cell.says(
      await cell.lead(),
      `drive new "${grammar.words()}?" goal:2 deadline:"in 3 days" scope:${scope}${ways}${demands}${after}`,
    );
    if (step === 1 && dice.chance(50)) yield cell.says(cell.spot(), "drive poster");
    for (const person of dice.some(3, cell.names)) {
      const answer = dice.pick(["out", "badge", "lunch", "way:2", "in", "if 1", "withdraw"]);
      yield dice.chance(50)
        ? cell.press(/^(?:out|badge|lunch|song|banner)$/iu)
        : cell.says(cell.spot(person), `pledge ${answer}`);
    }
    if (dice.chance(30)) yield cell.says(await cell.lead(), `drive edit demands:"${grammar.words()}"`);
    yield dice.chance(60) ? "wait 4 days" : cell.says(await cell.lead(), "drive close");
  }
  yield cell.says(cell.spot(), dice.pick(["drive ladder", "drive ladder", "drive show"]));
  if (dice.chance(50)) yield cell.says(await cell.lead(), "tally show");
}

/**
 * Members have to be vouched for: what they answered counts once others have, and a goal is met by that. Then who vouched
 * goes. Some sleep meanwhile, and hear of it in their morning.
 */
export async function* vouched({ dice, grammar }: Tools, cell: Troupe): Aim {
  const steward = cell.spot(grammar.founder().name);
  yield cell.says(steward, "cell settings vouches 1");
  yield cell.says(
    await cell.lead(),
    `drive new "${grammar.words()}?" goal:${dice.pick(["2", "2", "3"])} deadline:"in 6 days" scope:cell`,
  );
  const voters = await cell.voters();
  for (const one of voters.slice(0, 3)) {
    yield cell.says(cell.at(one), dice.chance(85) ? "pledge in" : "pledge if 1");
  }
  const able = voters.filter((one) => partnerOf(one, voters) !== undefined);
  const voucher = able.find(({ person }) => person.name !== grammar.founder().name);
  let heard = false;
  for (const one of [...(voucher === undefined ? [] : [voucher]), ...able.filter((other) => other !== voucher)].slice(
    0,
    2,
  )) {
    const other = partnerOf(one, dice.shuffled(voters));
    if (other === undefined) continue;
    if (!heard) yield cell.hush(other);
    heard = true;
    yield cell.says(cell.at(one), `vouch @${other.person.name}`);
  }
  yield beyondQuiet;
  yield cell.says(cell.spot(), dice.pick(["drive show", "pledge", "pledge withdraw"]));
  if (voucher === undefined) return;
  const other = partnerOf(voucher, voters);
  if (other !== undefined && dice.chance(60)) yield cell.hush(other);
  const directly = grammar.directOn(voucher.person, voucher.platform);
  yield cell.says(directly, dice.pick(["me forget", "me forget", "me leave"]));
  yield cell.pressBy(directly, agrees);
  yield beyondQuiet;
  if (dice.chance(60)) yield cell.says(cell.spot(voucher.person.name), "help");
  if (dice.chance(60)) yield cell.says(steward, "cell settings vouches 0");
}
