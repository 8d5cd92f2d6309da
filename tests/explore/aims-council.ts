/** Aims: delegates are chosen, an assembly meets, votes and publishes, a seat is taken back. */
import type { Account } from "./cast.ts";
import { agrees, free, held, partnerOf, type Aim, type Tools, type Troupe } from "./troupe.ts";

/** Cells choose their delegates: who stands, who is proposed, who would accept whom, and the end of it. */
async function* choosing({ dice }: Tools, cells: readonly Troupe[], hours: number): Aim {
  const open: { readonly cell: Troupe; readonly voters: readonly Account[]; readonly names: readonly string[] }[] = [];
  yield held;
  for (const cell of cells) {
    const voters = await cell.voters();
    if (voters.length === 0) continue;
    const until = dice.pick([` until:"in 17 days"`, ` until:"in 60 days"`, ""]);
    yield cell.says(
      await cell.lead(),
      `delegate choose seats:1 alternates:1${until}${hours === 48 ? "" : ` lasts:"${hours} hours"`}`,
    );
    const [first] = voters;
    // `@name` means somebody on the platform where it is written.
    const second = first === undefined ? undefined : partnerOf(first, voters);
    if (first !== undefined) yield cell.says(cell.at(first), "delegate stand");
    const twoStand = second !== undefined && dice.chance(50);
    if (twoStand) {
      if (dice.chance(40)) yield cell.says(cell.at(second), "delegate stand");
      else {
        if (dice.chance(40)) yield cell.hush(second);
        yield cell.says(cell.at(first ?? second), `delegate propose @${second.person.name}`);
        yield dice.chance(60)
          ? cell.press(/^(?:i would|me presento|accept|acepto)/iu)
          : cell.says(cell.at(second), `delegate ${dice.pick(["accept", "accept", "decline"])}`);
      }
    }
    open.push({ cell, voters, names: [first, ...(twoStand ? [second] : [])].flatMap((one) => one?.person.name ?? []) });
  }
  for (const { cell, voters, names } of open) {
    for (const voter of voters.slice(0, 3)) {
      // Few vote: where they did not agree mostly, all would end in a tie.
      const [first = "1"] = names;
      const choice = dice.chance(80) ? first : dice.pick([...names, names.join(", "), "none"]);
      yield cell.says(cell.at(voter), `delegate vote ${choice}`);
    }
  }
  yield free;
  yield `wait ${String(hours)} hours`;
}

/** One cell chooses, gives its delegate a mandate, and may take the seat back. */
export async function* election(tools: Tools, cell: Troupe, council: Troupe): Aim {
  const { dice } = tools;
  yield* choosing(tools, [cell], dice.pick([6, 12, 24, 48]));
  yield cell.says(await cell.lead(), "delegate mandate More rest for all");
  yield cell.press(/^(?:accept|acepto)/iu);
  if (dice.chance(40)) {
    const seated = dice.maybe(await council.delegates());
    if (seated !== undefined) yield* stepsDown(council, seated);
  } else yield* recall(tools, [cell], council);
}

/** Somebody gives up their seat, and says so once more. */
async function* stepsDown(council: Troupe, one: Account): Aim {
  const spot = council.at(one);
  yield council.says(spot, "delegate step-down");
  yield council.pressBy(spot, agrees);
}

/** Somebody sits in the council: else one cell or two choose first, in a few hours. */
async function* seated(tools: Tools, cells: readonly Troupe[], council: Troupe): Aim {
  if ((await council.delegates()).length > 0) return;
  yield* choosing(tools, tools.dice.some(1, cells), 6);
}

/** Whether a delegate of one of the cells stays: half of the cell has to say so. */
async function* recall({ dice }: Tools, cells: readonly Troupe[], council: Troupe): Aim {
  const sits = new Set((await council.delegates()).map(({ id }) => id));
  const able: { readonly cell: Troupe; readonly voters: readonly Account[]; readonly delegate: Account }[] = [];
  for (const cell of cells) {
    const voters = await cell.voters();
    const delegate = voters.find(({ id }) => sits.has(id));
    if (delegate !== undefined) able.push({ cell, voters, delegate });
  }
  const chosen = dice.maybe(able);
  if (chosen === undefined) return;
  const { cell, voters, delegate } = chosen;
  // `@name` means somebody on the platform where it is written.
  const asks = partnerOf(delegate, voters) ?? delegate;
  yield held;
  yield cell.says(cell.at(asks), `delegate recall @${delegate.person.name}`);
  const answer = dice.pick(["yes", "yes", "no"]);
  for (const voter of voters.slice(0, 3)) {
    yield (
      (dice.chance(30) ? cell.press(/^(?:yes, recall|sí, revoc|no, keep|no, mant)/iu) : undefined) ??
      cell.says(cell.at(voter), `delegate vote ${dice.chance(80) ? answer : "no"}`)
    );
  }
  yield free;
  yield "wait 2 days";
}

/** An assembly opens in a few hours; those who sit there come. */
async function* opened({ dice, grammar }: Tools, council: Troupe, soon: number): Aim {
  // Of many cells only some have chosen somebody.
  const quorum = dice.pick([" quorum:1/4", " quorum:1/3", " quorum:1/10"]);
  yield council.says(
    await council.lead(),
    `assembly new "${grammar.words()}" rule:"${dice.pick(["every friday", "every monday", "every second tuesday"])}" time:${dice.pick(["18:00", "10:00"])}${quorum}`,
  );
  yield held;
  yield council.says(await council.lead(), `assembly change at:"in ${String(soon)} hours"`);
  // Before it begins whoever is asked says whether they host.
  if (dice.chance(70)) {
    const asked = await council.lead();
    yield (
      (dice.chance(40) ? council.press(/^(?:we host|pass it on|acogemos|pasarl)/iu) : undefined) ??
      council.says(asked, `assembly host ${dice.pick(["accept", "accept", "pass"])}`)
    );
  }
  const early = dice.maybe(await council.delegates());
  if (early !== undefined) yield council.says(council.at(early), "assembly agenda add Bread for all");
  yield `wait ${String(soon)} hours`;
  for (const one of await council.delegates()) {
    yield (
      (dice.chance(50) ? grammar.pressing(/i'm here|estoy/iu, [council.at(one), council.at(one)]) : undefined) ??
      council.says(council.at(one), "assembly checkin")
    );
  }
}

/** From the invitation to the minutes: who is there votes, and it is published. */
export async function* assembly(tools: Tools, cells: readonly Troupe[], council: Troupe): Aim {
  const { play, dice, grammar } = tools;
  yield* seated(tools, cells, council);
  yield* opened(tools, council, dice.pick([26, 3]));
  const says = (spot: Parameters<Troupe["says"]>[0], words: string): string => council.says(spot, words);
  const delegate = async (): Promise<Account | undefined> => dice.maybe(await council.delegates());
  if (dice.chance(40)) yield says(await council.lead(), `assembly board${dice.pick(["", "", " end"])}`);
  const first = await delegate();
  if (first !== undefined && dice.chance(60)) yield says(council.at(first), "assembly speak");
  if (dice.chance(40)) yield says(await council.lead(), "assembly agenda open 1");
  const kind = dice.pick(["", "", " rule:two-thirds", " by:cells", " base:present", " base:entitled", " secret"]);
  yield says(await council.lead(), `vote open "${grammar.words()}"${kind}`);
  for (const one of await council.delegates()) {
    const press = dice.chance(50) ? grammar.pressing(/^(?:yes|no|abstain|sí|abst)/iu, [council.at(one)]) : undefined;
    yield press ?? says(council.at(one), `vote ${dice.pick(["yes", "yes", "no", "abstain"])}`);
  }
  yield says(await council.lead(), dice.pick(["vote close", "vote close", "assembly quorum", "assembly roster"]));
  if (dice.chance(40)) yield* agreement(tools, council);
  const teller = await council.lead();
  const count = play.played.filter(({ words, changes }) => words.includes("/vote open") && changes.has("Vote")).length;
  yield says(teller, `tally post vote:${String(Math.max(1, count))}`);
  yield council.pressBy(teller, /^(?:post|publicar)/iu);
  const later = await delegate();
  if (later !== undefined && dice.chance(40)) yield says(council.at(later), "assembly checkout");
  else if (later !== undefined && dice.chance(30)) yield* stepsDown(council, later);
  if (dice.chance(75)) yield says(await council.lead(), "assembly close");
  yield free;
  yield says(council.spot(), dice.pick(["assembly minutes", "assembly minutes", "assembly next", "assembly ics"]));
  if (dice.chance(45)) {
    const lead = await council.lead();
    yield says(lead, "assembly end");
    yield council.pressBy(lead, /^(?:call it off|desconvocar)/iu);
  }
}

/** The council proposes days, people of its cells answer by tap or in words, some go elsewhere; often one day is voted on. */
export async function* dates(tools: Tools, cells: readonly Troupe[], council: Troupe): Aim {
  const { dice, grammar } = tools;
  yield* seated(tools, cells, council);
  const days = dice.pick(["in 9 days, in 10 days", "in 8 days", "in 10 days, in 11 days, in 12 days"]);
  yield council.says(await council.lead(false), `date propose "${grammar.words()}" days:"${days}"`);
  for (const cell of dice.some(2, cells)) {
    for (const voter of (await cell.voters()).slice(0, 2)) {
      const press = dice.chance(40)
        ? grammar.pressing(/: (?:I can|I can't|puedo|no puedo)$/u, [cell.at(voter)])
        : undefined;
      yield (
        press ?? cell.says(cell.at(voter), `date ${dice.pick(["can", "can", "cannot"])} ${dice.pick(["1", "1", "2"])}`)
      );
      if (dice.chance(10)) yield cell.says(cell.at(voter), dice.pick(["me leave", "me cell", "date show"]));
    }
  }
  if (dice.chance(15)) yield council.says(await council.lead(false), "date cancel");
  yield dice.chance(85) ? "wait 73 hours" : "down 4 days";
  const shows = dice.maybe([council, ...cells]) ?? council;
  yield shows.says(shows.spot(), "date show");
  if (dice.chance(35)) return;
  yield* opened(tools, council, 3);
  yield* agreement(tools, council);
  yield council.says(await council.lead(), "assembly close");
  yield free;
  yield "wait 11 days";
}

/** A day is voted on while an assembly goes on; some are moved or called off by another vote. */
async function* agreement({ dice, grammar }: Tools, council: Troupe): Aim {
  yield (
    (dice.chance(15) ? council.says(await council.lead(false), "date cancel") : undefined) ??
    council.pressBy(await council.lead(false), /^(?:vote on|votar el|move it|pasarlo|yes, vote|sí, votar)/iu) ??
    council.says(await council.lead(false), `date agree ${dice.pick(["1", "2"])}`)
  );
  for (const one of await council.delegates()) {
    const press = dice.chance(35) ? grammar.pressing(/^(?:yes|no|abstain|sí|abst)/iu, [council.at(one)]) : undefined;
    yield press ?? council.says(council.at(one), `vote ${dice.pick(["yes", "yes", "yes", "no"])}`);
  }
  yield council.says(await council.lead(), "vote close");
}
