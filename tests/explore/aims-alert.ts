/** Aims of what is urgent: an alert that two raise, and the emergency card. */
import { free, held, type Aim, type Tools, type Troupe } from "./troupe.ts";

const answered = /^(?:i'm safe|i'm coming|i need help|estoy a salvo|voy$|necesito ayuda)/iu;

/**
 * Two raise it, and people answer; it is ended, or ends by itself. Without a break, since it waits ten minutes for the second
 * one. Who joined within seven days raises none.
 */
export async function* alert({ dice, grammar }: Tools, cell: Troupe): Aim {
  const voters = await cell.voters();
  const [first, confirms] = voters;
  if (first === undefined || confirms === undefined) return;
  yield held;
  const wide = [first, confirms].every(({ steward, leads }) => steward || leads.size > 0);
  const scope = wide ? dice.pick(["", " scope:sector", " scope:federation"]) : "";
  // Who needs help is written to: they have to be reached.
  for (const one of dice.some(1, [first, confirms])) {
    yield cell.says(grammar.directOn(one.person, one.platform), "help-now");
  }
  yield cell.says(cell.at(first), `alert ${grammar.words()}${scope}`);
  if (dice.chance(10)) {
    yield "wait 11 minutes";
    yield free;
    return;
  }
  yield cell.pressOf(confirms, /^(?:it is so|es así)/iu) ?? cell.says(cell.at(confirms), "alert confirm");
  const answers = dice.shuffled(["i-am-safe", "i-am-coming", "i-need-help"]);
  for (const [at, one] of dice.some(3, voters).entries()) {
    yield (
      (dice.chance(35) ? cell.pressOf(one, answered) : undefined) ??
      cell.says(cell.at(one), `alert ${answers[at] ?? "i-am-safe"}`)
    );
  }
  if (dice.chance(50)) yield cell.says(cell.at(dice.pick([first, confirms])), "alert receipts");
  yield free;
  if (dice.chance(15)) yield cell.says(grammar.directOn(first.person, first.platform), "me leave");
  yield dice.chance(60) ? cell.says(cell.at(dice.pick([first, confirms])), "alert off") : "wait 49 hours";
  if (dice.chance(40)) yield cell.says(cell.spot(grammar.founder().name), "alert lift");
}

/** The emergency card is written, looked at by somebody else, and asked about a month later. */
export async function* emergencyCard({ dice, grammar }: Tools, cell: Troupe): Aim {
  const lead = await cell.lead();
  const other = (await cell.voters()).find(({ person }) => person.name !== lead.person);
  if (other === undefined) return;
  yield cell.says(lead, `help-now set ${grammar.words()} 020 7946 0123`);
  const looks = cell.at(other);
  yield (
    cell.pressOf(other, dice.chance(85) ? /^(?:checked|comprobado)/iu : /^(?:not right|no está bien)/iu) ??
    cell.says(looks, `help-now ${dice.pick(["confirm", "confirm", "refuse"])}`)
  );
  yield cell.says(cell.spot(), "help-now");
  if (dice.chance(50)) {
    yield cell.says(await cell.lead(), `help-now set ${grammar.words()} 020 7946 0199`);
    yield cell.says(looks, `help-now ${dice.pick(["refuse", "refuse", "confirm"])}`);
  }
  yield "wait 31 days";
  yield cell.press(/^(?:checked|comprobado)/iu) ?? cell.says(looks, "help-now confirm");
}
