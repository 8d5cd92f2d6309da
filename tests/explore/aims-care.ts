/** Aims of care: given and written down, how a cell is, and what is asked for and offered unseen. */
import { beyondQuiet, pairOf, type Aim, type Tools, type Troupe } from "./troupe.ts";

const can = /^(?:I can$|puedo)/iu;
const cannot = /^(?:I can't|no puedo|al final no)/iu;
const together = /^(?:yes, bring us|sí, ponnos)/iu;

/** What somebody gave is written down by another, who is asked in the morning whether it may stand; and a check-in. */
export async function* ledger({ dice, grammar }: Tools, cell: Troupe): Aim {
  const pair = pairOf(await cell.members());
  if (pair !== undefined) {
    const [gave, got] = pair;
    yield cell.hush(gave);
    yield cell.says(
      cell.at(got),
      `care give ${grammar.words()} by:@${gave.person.name}${dice.chance(50) ? ` to:@${got.person.name}` : ""}`,
    );
  }
  const asks = await cell.lead();
  yield cell.says(asks, "care checkin");
  // Where fewer count than are shown together, it asks once more.
  yield cell.pressBy(asks, /^(?:begin it|empezar de)/iu);
  for (const one of (await cell.members()).slice(0, 3)) {
    for (let tap = 0; tap < 2; tap++) {
      yield cell.pressOf(
        one,
        /^(?:good|so-so|tired|bien|regular|cans|rest|company|help|close|fine|cerca|answer|responder)/iu,
      );
    }
  }
  yield beyondQuiet;
  if (pair !== undefined) yield cell.pressOf(pair[0], /^(?:yes|sí|without|sin)/iu);
  yield "wait 1 day";
  yield cell.says(cell.spot(), dice.pick(["care read", "care read", "care mine"]));
}

/** Care is offered and asked for: found or not, taken back, somebody goes, and an open point. */
export async function* askedCare({ dice, grammar }: Tools, cell: Troupe): Aim {
  const forms = dice.some(2, ["rides", "childcare", "shelter"]);
  const members = await cell.members();
  for (const one of members.slice(0, 3)) yield cell.says(cell.at(one), `care offer ${dice.pick(forms)}`);
  if (dice.chance(30)) yield cell.says(await cell.lead(), `gather new "${grammar.words()}" at:"in 4 days 18:00"`);
  const rounds = dice.between(1, 2);
  for (let round = 0; round < rounds; round++) {
    const asks = dice.maybe(members);
    if (asks === undefined) return;
    const when = dice.pick(["tomorrow 18:00", "in 3 days 12:00", "in 5 days 18:00"]);
    yield cell.says(cell.at(asks), `care need "${grammar.words()}" form:${dice.pick(forms)} when:"${when}"`);
    if (dice.chance(30)) yield cell.press(cannot);
    if (dice.chance(50)) yield "wait 1 day";
    yield cell.press(can);
    yield dice.chance(75)
      ? cell.pressOf(asks, together)
      : cell.pressOf(asks, /^(?:no, somebody else|no, otra persona)/iu);
    const asleep = members.find(({ id }) => id !== asks.id);
    if (asleep !== undefined && dice.chance(50)) yield cell.hush(dice.pick([asks, asleep]));
    const turns = [
      cell.press(/^(?:I can't after all|al final no puedo)/iu),
      cell.pressOf(asks, /^(?:not needed any more|ya no hace falta|take it back|retirarlo)/iu),
      cell.pressOf(asks, /^(?:not at the meeting|en la reunión no)/iu),
      asleep === undefined ? undefined : cell.says(grammar.directOn(asleep.person, asleep.platform), "me leave"),
    ];
    yield dice.maybe(turns.filter((line) => line !== undefined));
    yield dice.chance(85) ? "wait 1 day" : "down 2 days";
    if (dice.chance(50)) yield cell.says(cell.at(asks), "care mine");
  }
  yield "wait 5 days";
  yield cell.press(/^(?:no more:|ya no:)/iu);
}
