/** Aims of what is urgent: an alert that two raise, and the emergency card. */
import { type Aim, type Tools, type Troupe } from "./troupe.ts";

/** One of those who coordinate begins it, another confirms; people answer; it is ended, or ends by itself. */
export async function* alert({ dice, grammar }: Tools, cell: Troupe): Aim {
  const leader = await cell.leader();
  const voters = await cell.voters();
  const others = voters.filter(({ id }) => id !== leader?.id);
  const [second] = others;
  if (leader === undefined || second === undefined) return;
  // Who is new may not raise one; who coordinates may, in a cell that is as young.
  const first = dice.chance(75) ? leader : dice.pick(voters);
  const confirms = first.id === second.id ? leader : second;
  for (const one of [first, confirms]) yield cell.says(grammar.directOn(one.person, one.platform), "help-now");
  yield cell.says(
    cell.at(first),
    `alert ${grammar.words()}${dice.pick(["", "", " scope:sector", " scope:federation"])}`,
  );
  if (dice.chance(12)) yield "wait 11 minutes";
  yield cell.pressOf(confirms, /^(?:it is so|es así)/iu) ?? cell.says(cell.at(confirms), "alert confirm");
  for (const one of dice.some(3, voters)) {
    const words = dice.pick(["i-am-safe", "i-am-coming", "i-need-help"]);
    const label = /^(?:i'm safe|i'm coming|i need help|estoy a salvo|voy$|necesito ayuda)/iu;
    yield (dice.chance(50) ? cell.pressOf(one, label) : undefined) ?? cell.says(cell.at(one), `alert ${words}`);
  }
  yield cell.says(cell.at(dice.pick([first, confirms])), dice.pick(["alert receipts", "alert show"]));
  if (dice.chance(15)) yield cell.says(grammar.directOn(first.person, first.platform), "me leave");
  yield dice.chance(40) ? cell.says(cell.at(dice.pick([first, confirms])), "alert off") : "wait 49 hours";
  if (dice.chance(30)) yield cell.says(cell.spot(grammar.founder().name), "alert lift");
}

/** The emergency card is written, looked at by somebody else, and asked about a month later. */
export async function* emergencyCard({ dice, grammar }: Tools, cell: Troupe): Aim {
  const leader = await cell.leader();
  const other = (await cell.voters()).find(({ id }) => id !== leader?.id);
  if (leader === undefined || other === undefined) return;
  yield cell.says(cell.at(leader), `help-now set ${grammar.words()} 020 7946 0123`);
  const looks = cell.at(other);
  yield (
    cell.pressOf(other, dice.chance(85) ? /^(?:checked|comprobado)/iu : /^(?:not right|no está bien)/iu) ??
    cell.says(looks, `help-now ${dice.pick(["confirm", "confirm", "refuse"])}`)
  );
  yield cell.says(cell.spot(), "help-now");
  if (dice.chance(30)) {
    yield cell.says(cell.at(leader), `help-now set ${grammar.words()} 020 7946 0199`);
    if (dice.chance(60)) yield cell.says(looks, "help-now refuse");
  }
  yield "wait 31 days";
  yield cell.press(/^(?:checked|comprobado)/iu) ?? cell.says(looks, "help-now confirm");
}
