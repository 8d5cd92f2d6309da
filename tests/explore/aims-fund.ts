/** The aim of a cell's money: a treasurer by turns, money in, help asked for unseen, two who approve or one who refuses. */
import type { Aim, Tools, Troupe } from "./troupe.ts";

const approve = /^(?:approve|aprobar)/iu;
const refuse = /^(?:refuse|rechazar)/iu;
const accept = /^(?:accept|acepto)/iu;

export async function* money({ dice, grammar }: Tools, cell: Troupe): Aim {
  const [role, name] = [grammar.words(), grammar.words()];
  yield cell.says(await cell.lead(), `fund new "${name}" currency:${dice.pick(["EUR", "EUR", "JPY", "KWD"])}`);
  yield cell.says(await cell.lead(), `role new "${role}" every:8w day:${dice.pick(["monday", "friday"])} time:18:00`);
  for (const one of (await cell.members()).slice(0, 2)) yield cell.says(cell.at(one), `role join "${role}"`);
  yield cell.says(await cell.lead(), `cell settings treasurer "${role}"`);
  yield cell.says(await cell.lead(), `fund in 200 ${grammar.words()} fund:"${name}"`);
  yield "wait 1 day";
  yield cell.press(accept);
  if (dice.chance(50)) {
    for (const one of (await cell.members()).slice(0, dice.between(1, 4))) {
      yield cell.says(await cell.lead(), `fund approver @${one.person.name}`);
    }
    for (const one of await cell.members())
      yield cell.says(cell.at(one), `vote ${dice.pick(["yes", "yes", "no"])} vote:1`);
  }
  yield "wait 1 week";
  const treasurer = dice.maybe(await cell.serving(await cell.newestRole()));
  const at = (): string => `fund:"${name}"`;
  for (let round = 0; round < 3; round++) {
    const asks = dice.maybe(await cell.members());
    if (asks === undefined) return;
    yield cell.says(cell.at(asks), `fund ask ${dice.pick(["20", "50", "500"])} ${grammar.words()} ${at()}`);
    if (dice.chance(30)) yield cell.says(cell.at(asks), `fund ask 30 ${grammar.words()} ${at()}`);
    if (dice.chance(30)) yield cell.press(/^(?:change it|cambiarlo)/iu);
    yield cell.press(approve);
    if (treasurer !== undefined) yield cell.pressBy(cell.at(treasurer), dice.chance(80) ? approve : refuse);
    yield cell.pressBy(await cell.lead(), dice.chance(80) ? approve : refuse);
    if (dice.chance(20)) yield cell.press(/^(?:take it back|retirarlo)/iu);
    if (dice.chance(40)) yield dice.pick(["wait 1 day", "wait 8 days", "down 8 days", "wait 4 weeks"]);
  }
  yield cell.says(
    await cell.lead(),
    `fund out 15 ${grammar.words()} to:${dice.pick(["outside", `@${dice.pick(cell.names)}`])} ${at()}`,
  );
  yield cell.press(approve);
  yield cell.press(approve);
  yield cell.press(/^(?:that was wrong|me equivoqué)/iu);
  if (dice.chance(50)) yield cell.says(await cell.lead(), `fund undo ${dice.between(1, 3)} ${at()}`);
  yield cell.says(cell.spot(), `fund show "${name}"`);
  yield cell.says(cell.spot(), `fund report ${at()}`);
}
