/** Aims: delegates are chosen, an assembly meets, votes and publishes, a seat is taken back. */
import type { Account } from "./cast.ts";
import { free, held, type Aim, type Tools, type Troupe } from "./troupe.ts";

/** Cells choose their delegates: who stands, who is proposed, who would accept whom, and the end of it. */
async function* election({ dice }: Tools, cells: readonly Troupe[]): Aim {
  const hours = dice.pick([6, 12, 24, 48]);
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
    const second = voters.slice(1).find(({ platform }) => platform === first?.platform) ?? voters[1];
    if (first !== undefined) yield cell.says(cell.at(first), "delegate stand");
    const twoStand = second !== undefined && dice.chance(60);
    if (twoStand) {
      if (dice.chance(50)) yield cell.says(cell.at(second), "delegate stand");
      else {
        yield cell.says(cell.at(first ?? second), `delegate propose @${second.person.name}`);
        yield dice.chance(60)
          ? cell.press(/^(?:i would|me presento|accept|acepto)/iu)
          : cell.says(cell.at(second), "delegate accept");
      }
    }
    open.push({ cell, voters, names: [first, ...(twoStand ? [second] : [])].flatMap((one) => one?.person.name ?? []) });
  }
  for (const { cell, voters, names } of open) {
    for (const voter of voters.slice(0, 4)) {
      if (dice.chance(12)) continue;
      // Few vote: where they did not agree mostly, all would end in a tie.
      const [first = "1"] = names;
      const choice = dice.chance(75) ? first : dice.pick([...names, names.join(", "), "none"]);
      yield cell.says(cell.at(voter), `delegate vote ${choice}`);
    }
  }
  yield free;
  yield `wait ${String(hours)} hours`;
  const [one] = open;
  if (one === undefined) return;
  yield one.cell.says(await one.cell.lead(), "delegate mandate More rest for all");
  yield one.cell.press(/^(?:accept|acepto)/iu);
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
  const asks = voters.find(({ id, platform }) => id !== delegate.id && platform === delegate.platform) ?? delegate;
  yield held;
  yield cell.says(cell.at(asks), `delegate recall @${delegate.person.name}`);
  const answer = dice.pick(["yes", "yes", "no"]);
  for (const voter of voters.slice(0, 4)) {
    if (dice.chance(15)) continue;
    yield (
      (dice.chance(30) ? cell.press(/^(?:yes, recall|sí, revoc|no, keep|no, mant)/iu) : undefined) ??
      cell.says(cell.at(voter), `delegate vote ${dice.chance(80) ? answer : "no"}`)
    );
  }
  yield free;
  yield "wait 2 days";
}

async function* assembly(tools: Tools, council: Troupe): Aim {
  const { play, dice, grammar } = tools;
  // Of many cells only some have chosen somebody.
  const quorum = dice.pick([council.group.cells.length > 2 ? " quorum:1/4" : "", " quorum:1/3", " quorum:1/10"]);
  const rule = dice.pick(["every friday", "every monday", "every second tuesday"]);
  const says = (spot: Parameters<Troupe["says"]>[0], words: string): string => council.says(spot, words);
  yield says(
    await council.lead(),
    `assembly new "${grammar.words()}" rule:"${rule}" time:${dice.pick(["18:00", "10:00"])}${quorum}`,
  );
  yield held;
  const soon = dice.pick([26, 3]);
  yield says(await council.lead(), `assembly change at:"in ${String(soon)} hours"`);
  const delegate = async (): Promise<Account | undefined> => dice.maybe(await council.delegates());
  const early = await delegate();
  if (early !== undefined) yield says(council.at(early), "assembly agenda add Bread for all");
  yield `wait ${String(soon - 1)} hours`;
  if (early !== undefined && dice.chance(50)) yield says(council.at(early), "assembly checkin");
  yield "wait 61 minutes";
  for (const one of await council.delegates()) {
    if (dice.chance(12)) continue;
    yield (
      (dice.chance(40) ? grammar.pressing(/i'm here|estoy/iu, [council.at(one), council.at(one)]) : undefined) ??
      says(council.at(one), "assembly checkin")
    );
  }
  if (dice.chance(30)) yield says(await council.lead(), `assembly board${dice.pick(["", " new", " end"])}`);
  if (dice.chance(30)) yield says(await council.lead(), "assembly agenda open 1");
  const kind = dice.pick(["", "", " rule:two-thirds", " by:cells", " base:present", " base:entitled", " secret"]);
  yield says(await council.lead(), `vote open "${grammar.words()}"${kind}`);
  for (const one of await council.delegates()) {
    if (dice.chance(15)) continue;
    const press = dice.chance(35) ? grammar.pressing(/^(?:yes|no|abstain|sí|abst)/iu, [council.at(one)]) : undefined;
    yield press ?? says(council.at(one), `vote ${dice.pick(["yes", "yes", "no", "abstain"])}`);
  }
  const later = await delegate();
  if (later !== undefined && dice.chance(40)) {
    yield says(council.at(later), dice.pick(["assembly speak", "assembly checkout", "delegate step-down"]));
  }
  yield says(await council.lead(), "vote close");
  yield* agreement(tools, council);
  const teller = await council.lead();
  const opened = play.played.filter(({ words, changes }) => words.includes("/vote open") && changes.has("Vote")).length;
  yield says(teller, `tally post vote:${String(Math.max(1, opened))}`);
  yield council.pressBy(teller, /^(?:post|publicar)/iu);
  if (dice.chance(70)) yield says(await council.lead(), "assembly close");
  yield free;
  if (dice.chance(60)) yield says(council.spot(), "assembly minutes");
  if (dice.chance(15)) yield says(await council.lead(), "assembly end");
}

/** The council proposes days, people of its cells answer by tap or in words, some go elsewhere; later one day is voted on. */
async function* dates({ dice, grammar }: Tools, cells: readonly Troupe[], council: Troupe): Aim {
  const days = dice.pick(["in 9 days, in 10 days", "in 8 days", "in 10 days, in 11 days, in 12 days"]);
  yield council.says(await council.lead(false), `date propose "${grammar.words()}" days:"${days}"`);
  for (const cell of cells) {
    for (const voter of (await cell.voters()).slice(0, 4)) {
      if (dice.chance(15)) continue;
      const press = dice.chance(40)
        ? grammar.pressing(/: (?:I can|I can't|puedo|no puedo)$/u, [cell.at(voter)])
        : undefined;
      yield (
        press ?? cell.says(cell.at(voter), `date ${dice.pick(["can", "can", "cannot"])} ${dice.pick(["1", "1", "2"])}`)
      );
      if (dice.chance(10)) yield cell.says(cell.at(voter), dice.pick(["me leave", "me cell", "date show"]));
    }
  }
  if (dice.chance(10)) yield council.says(await council.lead(false), "date cancel");
  yield dice.chance(80) ? "wait 73 hours" : "down 4 days";
  const shows = dice.maybe([council, ...cells]) ?? council;
  yield shows.says(shows.spot(), "date show");
}

/** A day is voted on while an assembly goes on; some are moved or called off by another vote. */
async function* agreement({ dice, grammar }: Tools, council: Troupe): Aim {
  yield (
    (dice.chance(15) ? council.says(await council.lead(false), "date cancel") : undefined) ??
    council.pressBy(await council.lead(false), /^(?:vote on|votar el|move it|pasarlo|yes, vote|sí, votar)/iu) ??
    council.says(await council.lead(false), `date agree ${dice.pick(["1", "2"])}`)
  );
  for (const one of await council.delegates()) {
    if (dice.chance(15)) continue;
    const press = dice.chance(35) ? grammar.pressing(/^(?:yes|no|abstain|sí|abst)/iu, [council.at(one)]) : undefined;
    yield press ?? council.says(council.at(one), `vote ${dice.pick(["yes", "yes", "yes", "no"])}`);
  }
  yield council.says(await council.lead(), "vote close");
}

/** From the first candidate to the seat that is taken back. */
export async function* councilAim(tools: Tools, cells: readonly Troupe[], council: Troupe): Aim {
  const some = tools.dice.some(2, cells);
  yield* election(tools, some);
  if (tools.dice.chance(75)) yield* dates(tools, some, council);
  yield* assembly(tools, council);
  if (tools.dice.chance(80)) yield* recall(tools, cells, council);
}
