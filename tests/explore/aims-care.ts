/** The aim of care that is asked for: offered and asked for unseen, found or not, taken back, and an open point. */
import type { Aim, Tools, Troupe } from "./troupe.ts";

const can = /^(?:I can$|puedo)/iu;
const cannot = /^(?:I can't|no puedo|al final no)/iu;
const together = /^(?:yes, bring us|sí, ponnos)/iu;

export async function* askedCare({ dice, grammar }: Tools, cell: Troupe): Aim {
  const forms = ["rides", "childcare", "shelter"];
  const members = await cell.members();
  for (const one of members.slice(0, 3)) yield cell.says(cell.at(one), `care offer ${dice.pick(forms)}`);
  if (dice.chance(40)) yield cell.says(await cell.lead(), `gather new "${grammar.words()}" at:"in 4 days 18:00"`);
  for (let round = 0; round < 3; round++) {
    const asks = dice.maybe(members);
    if (asks === undefined) return;
    const when = dice.pick(["tomorrow 18:00", "in 3 days 12:00", "in 5 days 18:00"]);
    yield cell.says(cell.at(asks), `care need "${grammar.words()}" form:${dice.pick(forms)} when:"${when}"`);
    if (dice.chance(30)) yield cell.press(cannot);
    if (dice.chance(30)) yield "wait 1 day";
    yield cell.press(can);
    if (dice.chance(20)) yield dice.pick(["wait 1 day", "down 2 days"]);
    yield dice.chance(75) ? cell.press(together) : cell.press(/^(?:no, somebody else|no, otra persona)/iu);
    if (dice.chance(25)) yield cell.press(/^(?:I can't after all|al final no puedo)/iu);
    if (dice.chance(25)) yield cell.press(/^(?:not needed any more|ya no hace falta|take it back|retirarlo)/iu);
    if (dice.chance(20)) yield cell.press(/^(?:not at the meeting|en la reunión no)/iu);
    yield cell.says(cell.spot(), "care mine");
    if (dice.chance(50)) yield dice.pick(["wait 1 day", "wait 3 days", "down 3 days", "wait 1 week"]);
  }
  yield cell.press(/^(?:no more:|ya no:)/iu);
  yield cell.says(cell.spot(), "care read");
}
