/** Aims of what a cell decides and keeps: its votes, its decisions, its charter, what was learnt. */
import type { Account } from "./cast.ts";
import type { Aim, Tools, Troupe } from "./troupe.ts";

/** A cell votes by itself. */
export async function* cellVote({ dice, grammar }: Tools, cell: Troupe): Aim {
  const more = dice.pick(["", "", " secret", " secret", " quorum:1/4", " base:entitled", " rule:two-thirds lasts:2h"]);
  yield cell.says(await cell.lead(), `vote open "${grammar.words()}?"${more}`);
  for (const voter of (await cell.voters()).slice(0, 3)) {
    const press = dice.chance(50) ? grammar.pressing(/^(?:yes|no|abstain|sí|abst)/iu, [cell.at(voter)]) : undefined;
    yield press ?? cell.says(cell.at(voter), `vote ${dice.pick(["yes", "yes", "no", "abstain"])}`);
  }
  yield dice.chance(25) ? cell.says(await cell.lead(), "vote close") : dice.chance(80) ? "wait 2 days" : "down 3 days";
  const teller = await cell.lead();
  // What a vote has carried is recorded.
  if (dice.chance(70)) yield cell.pressBy(teller, /^(?:record|anotar)/iu) ?? cell.says(teller, "decide adopt 1");
  if (dice.chance(50)) return;
  yield cell.says(teller, "tally post vote:1");
  yield cell.pressBy(teller, /^(?:post|publicar)/iu);
}

/** A cell writes rules, and in their margin, and changes one. */
export async function* charter({ dice, grammar }: Tools, cell: Troupe): Aim {
  for (let rule = 0; rule < dice.between(1, 2); rule++) {
    yield cell.says(await cell.lead(), `charter add ${grammar.words()}`);
  }
  yield dice.chance(85) ? "wait 49 hours" : "down 3 days";
  for (const one of (await cell.members()).slice(0, dice.between(1, 3))) {
    yield cell.says(
      dice.chance(50) ? grammar.directOn(one.person, one.platform) : cell.at(one),
      `charter note 1 ${grammar.words()}`,
    );
  }
  if (dice.chance(50)) yield cell.says(await cell.lead(), `charter amend 1 ${grammar.words()}`);
  if (dice.chance(50)) yield cell.says(await cell.lead(), 'gather new Talk at:"in 30 hours"');
  yield "wait 1 day";
  if (dice.chance(50)) yield cell.says(await cell.lead(), "charter hide 1");
  yield cell.says(cell.spot(), dice.pick(["charter show", "charter show", "charter print"]));
  yield "wait 2 days";
}

const putsIt = /^(?:put it|someter|secret v|votación s)/iu;

/** A cell or council decides; somebody objects, it is put to a vote, and later something else takes its place. */
export async function* contested(
  { dice, grammar }: Tools,
  group: Troupe,
  voters: () => Promise<readonly Account[]>,
): Aim {
  yield group.says(await group.lead(), `decide "${grammar.words()}"`);
  for (const one of (await voters()).slice(0, 2)) {
    const press = dice.chance(50) ? grammar.pressing(/^(?:i object|objeto)/iu, [group.at(one)]) : undefined;
    yield press ?? group.says(group.at(one), `decide object ${dice.pick(["1", "1", "2"])}`);
    if (dice.chance(25)) yield group.press(/^(?:take it back|retirarla)/iu);
  }
  if (dice.chance(50)) yield dice.chance(80) ? "wait 2 days" : "down 3 days";
  yield group.pressBy(await group.lead(), putsIt) ?? group.says(await group.lead(), "decide vote 1");
  for (const one of (await voters()).slice(0, 3)) yield group.says(group.at(one), "vote yes");
  yield "wait 2 days";
  yield group.pressBy(await group.lead(), /^(?:record|anotar)/iu);
  yield group.says(group.spot(), dice.pick(["decide list", "decide show 1", "decide show 2"]));
}

/** Nobody objects; it is looked at again at its day, and something else takes its place. */
export async function* agreed({ dice, grammar }: Tools, group: Troupe): Aim {
  yield group.says(await group.lead(), `decide "${grammar.words()}" review:"in 4 days"`);
  yield dice.chance(85) ? "wait 2 days" : "down 3 days";
  if (dice.chance(60)) yield group.says(await group.lead(), `decide supersede 1 ${grammar.words()}`);
  yield "wait 3 days";
  yield group.says(group.spot(), dice.pick(["decide list", "decide show 1", "decide show 2"]));
}

/** What was learnt from an action: answered, written down, objected to, and seen when the next one is planned. */
export async function* debrief({ dice, grammar }: Tools, cell: Troupe): Aim {
  const name = grammar.words();
  // In some, enough can answer that something is shown.
  if (dice.chance(70)) yield cell.says(await cell.lead(), "cell settings smallest-group 3");
  yield cell.says(await cell.lead(), `action plan "${name}" from:"in 2 hours" to:2h`);
  yield dice.chance(85) ? "wait 5 hours" : "down 1 day";
  for (const one of (await cell.members()).slice(0, 3)) {
    const directly = grammar.directOn(one.person, one.platform);
    yield cell.says(dice.chance(80) ? directly : cell.at(one), "debrief");
    yield `${directly.at}: ${grammar.words()}`;
    if (dice.chance(40)) yield grammar.pressing(/^(?:skip|saltar)/iu, [directly]);
    if (dice.chance(10)) yield cell.says(cell.at(one), dice.pick(["me leave", "me forget"]));
  }
  yield dice.chance(85) ? "wait 50 hours" : "down 3 days";
  yield cell.says(await cell.lead(), `debrief write ${grammar.words()}`);
  if (dice.chance(50)) yield cell.press(/^(?:i object|objeto)/iu);
  yield "wait 49 hours";
  yield cell.pressBy(await cell.lead(), /^(?:put it|someter|write it anew|volver)/iu);
  yield cell.says(await cell.lead(), `action plan "${name}" from:"in 2 days" to:2h`);
  yield cell.says(cell.spot(), "debrief show");
}
