/** Aims of a cell's money: a book that only grows; and a treasurer by turns, help asked for unseen, two who approve or one who refuses. */
import { beyondQuiet, type Aim, type Tools, type Troupe } from "./troupe.ts";

const approve = /^(?:approve|aprobar)/iu;
const refuse = /^(?:refuse|rechazar)/iu;
const accept = /^(?:accept|acepto)/iu;

export async function* book({ dice, grammar }: Tools, cell: Troupe): Aim {
  const name = grammar.words();
  const at = ` fund:"${name}"`;
  yield cell.says(await cell.lead(), `fund new "${name}" currency:${dice.pick(["EUR", "EUR", "JPY", "KWD"])}`);
  yield cell.says(await cell.lead(), `fund in 200 ${grammar.words()}${at}`);
  yield cell.says(
    await cell.lead(),
    `fund out 15 ${grammar.words()} to:${dice.pick(["outside", `@${dice.pick(cell.names)}`])}${at}`,
  );
  for (const one of (await cell.members()).slice(0, 3)) yield cell.pressOf(one, dice.chance(85) ? approve : refuse);
  yield dice.chance(50)
    ? cell.press(/^(?:that was wrong|me equivoqué)/iu)
    : cell.says(await cell.lead(), `fund undo ${dice.between(1, 2)}${at}`);
  yield cell.says(cell.spot(), dice.pick([`fund show "${name}"`, `fund report${at}`]));
}

export async function* money({ dice, grammar }: Tools, cell: Troupe): Aim {
  const name = grammar.words();
  const at = ` fund:"${name}"`;
  yield cell.says(await cell.lead(), `fund new "${name}" currency:EUR`);
  yield cell.says(await cell.lead(), `fund in 200 ${grammar.words()}${at}`);
  // The first one is asked for before anybody but who coordinates approves.
  const early = dice.maybe(await cell.voters());
  if (early !== undefined) yield cell.says(cell.at(early), `fund ask 5 ${grammar.words()}${at}`);
  if (dice.chance(60)) yield cell.pressBy(await cell.lead(), dice.chance(50) ? approve : refuse);
  const byTurns = dice.chance(50);
  if (byTurns) {
    const role = grammar.words();
    yield cell.says(await cell.lead(), `role new "${role}" every:8w day:${dice.pick(["monday", "friday"])} time:18:00`);
    for (const one of (await cell.members()).slice(0, 2)) yield cell.says(cell.at(one), `role join "${role}"`);
    yield cell.says(await cell.lead(), `cell settings treasurer "${role}"`);
    yield "wait 1 day";
    yield cell.press(accept);
    yield "wait 1 week";
  } else {
    for (const one of (await cell.members()).slice(0, 2)) {
      yield cell.says(cell.leadOn(one.platform) ?? (await cell.lead()), `fund approver @${one.person.name}`);
    }
    for (const one of (await cell.voters()).slice(0, 3))
      yield cell.pressOf(one, /^(?:yes|sí)/iu) ?? cell.says(cell.at(one), "vote yes");
    yield "wait 49 hours";
  }
  const rounds = dice.between(1, 2);
  for (let round = 0; round < rounds; round++) {
    const asks = dice.maybe(await cell.voters());
    if (asks === undefined) return;
    if (dice.chance(40)) yield cell.hush((await cell.leader()) ?? asks);
    yield cell.says(cell.at(asks), `fund ask ${dice.pick(["20", "50", "500"])} ${grammar.words()}${at}`);
    if (dice.chance(40)) yield beyondQuiet;
    if (dice.chance(60)) yield cell.hush(asks);
    let refused = false;
    for (const one of await cell.members()) {
      const answer = cell.pressOf(one, refused || dice.chance(80) ? approve : refuse);
      refused ||= answer !== undefined && refuse.test(answer.replace(/^.* presses /u, ""));
      yield answer;
    }
    if (dice.chance(20)) yield cell.pressOf(asks, /^(?:take it back|retirarlo)/iu);
    yield dice.pick([beyondQuiet, "wait 1 day", "wait 8 days", "down 8 days"]);
  }
  if (byTurns && dice.chance(30)) yield "wait 4 weeks";
  yield cell.says(cell.spot(), dice.pick([`fund show "${name}"`, `fund report${at}`]));
}
