/**
 * Aims: small stories that pull things together over many lines, so that each feature is reached in most seeds. An aim
 * yields one line after another and looks at the stage in between; other aims and chance happen meanwhile. A line that
 * finds nothing (`undefined`) is left out.
 */
import { askedCare } from "./aims-care.ts";
import { councilAim } from "./aims-council.ts";
import { money } from "./aims-fund.ts";
import { calledOff, exchange, goal, leaderless, turns } from "./aims-people.ts";
import type { Account } from "./cast.ts";
import { Troupe, type Aim, type Tools } from "./troupe.ts";
import { prefixOf } from "./world.ts";
import { languages } from "../../src/words/languages.ts";

// Labels in both languages. What is pressed here is only a help to get on: chance presses everything else.
const yes = /^(?:yes|sí|agree|de acuerdo|accept|acepto|i'm in|cuenta|cuento|going|voy|i take on|me encargo|confirm)/iu;
const join = /join|unirme|apunt/iu;

async function* drive({ dice, grammar }: Tools, cell: Troupe): Aim {
  const scope = dice.pick(["cell", "sector", "federation"]);
  const reveal = dice.pick(["live", "live", "at-goal", "at-close"]);
  const goal = dice.pick(["2", "3", "50%"]);
  yield cell.says(
    await cell.lead(),
    `drive new "${grammar.words()}?" goal:${goal} deadline:"in 6 days" scope:${scope} reveal:${reveal}`,
  );
  for (const person of dice.some(4, cell.names)) {
    const answer = dice.pick(["in", "in", "if 1", "if 2", "if 1 sector", "withdraw"]);
    yield dice.chance(50) ? cell.press(/I'm in|cuent|apunt/iu) : cell.says(cell.spot(person), `pledge ${answer}`);
  }
  yield "wait 10 minutes";
  if (dice.chance(30)) yield cell.says(await cell.lead(), 'drive edit deadline:"in 8 days"');
  yield cell.says(cell.spot(), "pledge");
  yield dice.chance(60) ? "wait 1 week" : cell.says(await cell.lead(), "drive close");
  const teller = await cell.lead();
  yield cell.says(teller, "tally post");
  yield cell.pressBy(teller, /^(?:post|publicar)/iu);
  yield cell.says(cell.spot(), "pledge done");
}

/** A ladder: a drive with demands and ways to join, and another one that follows it. */
async function* ladder({ dice, grammar }: Tools, cell: Troupe): Aim {
  const scope = dice.pick(["cell", "cell", "federation"]);
  const ways = dice.chance(70) ? ` ways:"out; badge${dice.chance(40) ? "; lunch; song; banner" : ""}"` : "";
  for (const step of [1, 2]) {
    const after = step === 2 ? ` after:${dice.between(1, 4)}` : "";
    const demands = dice.chance(60) ? ` demands:"${grammar.words()}; ${grammar.words()}"` : "";
    yield cell.says(
      await cell.lead(),
      `drive new "${grammar.words()}?" goal:2 deadline:"in 4 days" scope:${scope}${ways}${demands}${after}`,
    );
    yield cell.says(cell.spot(), "drive poster");
    for (const person of dice.some(4, cell.names)) {
      const answer = dice.pick(["out", "badge", "lunch", "way:2", "in", "if 1", "withdraw"]);
      yield dice.chance(50)
        ? cell.press(/^(?:out|badge|lunch|song|banner)$/iu)
        : cell.says(cell.spot(person), `pledge ${answer}`);
    }
    if (dice.chance(30)) yield cell.says(await cell.lead(), `drive edit demands:"${grammar.words()}"`);
    yield "wait 10 minutes";
    yield cell.says(cell.spot(), "drive show");
    yield dice.chance(60) ? "wait 5 days" : cell.says(await cell.lead(), "drive close");
    yield cell.says(cell.spot(), "pledge done");
  }
  yield cell.says(cell.spot(), "drive ladder");
  yield cell.says(await cell.lead(), "tally show");
}

async function* rotation({ dice, grammar }: Tools, group: Troupe): Aim {
  const every = dice.pick(["1w", "1w", "2w"]);
  const day = dice.pick(["monday", "friday", "sunday"]);
  const more = `${dice.chance(25) ? " holders:2" : ""}${dice.chance(40) ? " power:yes" : ""}${dice.chance(40) ? ` checklist:"${grammar.words()}"` : ""}`;
  const name = grammar.words();
  yield group.says(
    await group.lead(false),
    `role new "${name}" every:${every} day:${day} time:${dice.pick(["18:00", "02:30", "09:00"])}${more}`,
  );
  const pool = (await group.members()).slice(0, 3);
  for (const one of pool) {
    yield (
      (dice.chance(40) ? group.press(join) : undefined) ??
      group.says(group.spot(one.person.name), `role join "${name}"`)
    );
  }
  const [one] = pool;
  const other = pool.slice(1).find(({ platform }) => platform === one?.platform) ?? pool[1];
  if (one === undefined) return;
  const asked = other?.person.name ?? "nobody";
  const says = (words: string): string => group.says(group.at(one), words);
  for (let turn = 0; turn < 2; turn++) {
    yield group.press(/^(?:accept|acepto)/iu);
    if (dice.chance(50)) {
      yield says(`role swap "${name}" with:@${asked}`);
      yield group.press(/^(?:agree|de acuerdo|acepto|yes, exchange|sí, cambi)/iu);
    }
    if (dice.chance(35)) {
      yield says(`role cover "${name}" by:@${asked} to:"in 2 days"`);
      yield group.press(/^(?:yes|sí|agree|de acuerdo|accept|acepto)/iu);
    }
    if (dice.chance(25)) yield says(`role handover "${name}" ${grammar.words()}`);
    yield dice.chance(80) ? "wait 6 days" : "down 6 days";
    yield group.press(/^(?:accept|acepto|can't|no puedo)/iu);
    yield "wait 1 day";
  }
  if (dice.chance(40)) yield says(`role away from:"in 1 day" to:"in 3 weeks"`);
  if (dice.chance(25)) yield group.says(await group.lead(false), `role remove "${name}" @${asked}`);
  if (dice.chance(40)) {
    const lead = await group.lead(false);
    yield group.says(lead, `role end "${name}"`);
    yield group.pressBy(lead, /^(?:end|termin)/iu);
  }
}

async function* action({ dice, grammar }: Tools, cell: Troupe): Aim {
  const name = grammar.words();
  yield cell.says(
    await cell.lead(),
    `action plan "${name}" from:"in ${dice.pick(["2 days 10:00", "4 days 18:00"])}" to:"in 4 days 20:00"${dice.chance(60) ? " care:meals" : ""}`,
  );
  if (dice.chance(40)) yield cell.says(await cell.lead(), `action care "${name}" ${dice.pick(["rides", "childcare"])}`);
  yield cell.press(/take on|encargo/iu);
  yield cell.press(/^(?:confirm)/iu);
  yield cell.says(await cell.lead(), `action confirm "${name}" reason:"${grammar.words()}"`);
  yield cell.press(/take on|encargo/iu);
  if (dice.chance(25)) yield cell.says(await cell.lead(), `action change "${name}" from:"in 3 days 12:00"`);
  if (dice.chance(30)) yield cell.says(await cell.lead(), `action template "${name}" ${grammar.words()}`);
  if (dice.chance(60)) {
    yield cell.says(await cell.lead(), `action share "${name}"`);
    yield cell.says(cell.spot(), "calendar show");
    if (dice.chance(30)) yield cell.pressBy(await cell.lead(), /^(?:take it back|dejar de)/iu);
  }
  if (dice.chance(12)) yield cell.says(await cell.lead(), `action cancel "${name}"`);
  yield "wait 5 days";
  if (dice.chance(30)) yield cell.says(await cell.lead(), `action close "${name}"`);
  yield cell.press(/^(?:done|hecho)/iu);
  yield "wait 1 day";
  yield cell.press(yes);
  yield cell.press(/^(?:yes|sí|without|sin)/iu);
  yield cell.says(cell.spot(), "care checkin");
  for (let tap = 0; tap < 4; tap++)
    yield cell.press(/^(?:good|so-so|tired|bien|regular|cans|rest|company|help|close|fine|cerca)/iu);
  yield "wait 3 days";
}

/** What was learnt from an action: answered, written down, objected to, and seen when the next one is planned. */
async function* debrief({ dice, grammar }: Tools, cell: Troupe): Aim {
  const name = grammar.words();
  // In some, enough can answer that something is shown.
  if (dice.chance(70)) yield cell.says(await cell.lead(), "cell settings smallest-group 3");
  yield cell.says(await cell.lead(), `action plan "${name}" from:"in 2 hours" to:2h care:meals`);
  yield dice.chance(80) ? "wait 5 hours" : "down 1 day";
  for (const one of await cell.members()) {
    if (dice.chance(25)) continue;
    yield cell.says(dice.chance(60) ? grammar.directOn(one.person, one.platform) : cell.at(one), "debrief");
    for (let question = 0; question < 3; question++) {
      yield (
        grammar.pressing(/^(?:skip|saltar)/iu, [grammar.directOn(one.person, one.platform)]) ??
        cell.press(/^(?:skip|saltar)/iu)
      );
      if (dice.chance(70)) yield cell.says(grammar.directOn(one.person, one.platform), grammar.words());
    }
    if (dice.chance(10)) yield cell.says(cell.at(one), dice.pick(["me leave", "me forget"]));
  }
  yield dice.chance(80) ? "wait 50 hours" : "down 3 days";
  yield cell.says(await cell.lead(), `debrief write ${grammar.words()}`);
  if (dice.chance(40)) yield cell.press(/^(?:i object|objeto)/iu);
  if (dice.chance(30)) yield cell.says(await cell.lead(), `debrief write ${grammar.words()}`);
  yield "wait 49 hours";
  yield cell.pressBy(await cell.lead(), /^(?:put it|someter|write it anew|volver)/iu);
  yield cell.says(await cell.lead(), `action plan "${name}" from:"in 2 days" to:2h care:meals`);
  yield cell.says(cell.spot(), "debrief show");
  if (dice.chance(50)) yield cell.says(await cell.lead(), `debrief write ${grammar.words()}`);
}

async function* gathering({ dice, grammar }: Tools, cell: Troupe): Aim {
  const name = grammar.words();
  if (dice.chance(50)) {
    yield cell.says(
      await cell.lead(),
      `gather new "${name}" at:"in ${dice.pick(["3 days 18:00", "30 hours", "3 hours"])}"${dice.chance(60) ? " capacity:2" : ""}`,
    );
  } else {
    yield cell.says(await cell.lead(), `gather new "${name}" capacity:2`);
    yield cell.says(cell.spot(), `gather when "${name}" times:"tomorrow 19:00, in 3 days 19:00"`);
    for (const person of dice.some(3, cell.names)) yield cell.says(cell.spot(person), `gather choose "${name}"`);
    yield cell.press(/\d\d:\d\d/u);
    yield "wait 2 days";
  }
  for (const person of dice.some(4, cell.names)) yield cell.says(cell.spot(person), `gather going "${name}"`);
  if (dice.chance(30)) yield cell.says(await cell.lead(), `gather move "${name}" at:"in 2 days 12:00"`);
  yield cell.says(cell.spot(), `gather no "${name}"`);
  yield "wait 4 days";
  yield cell.press(/^(?:yes|sí|held|we met|nos reun)/iu);
}

/** A cell votes by itself. */
async function* cellVote({ dice, grammar }: Tools, cell: Troupe): Aim {
  const more = dice.pick(["", "", " secret", " secret", " quorum:1/4", " base:entitled", " rule:two-thirds lasts:2h"]);
  yield cell.says(await cell.lead(), `vote open "${grammar.words()}?"${more}`);
  for (const voter of (await cell.voters()).slice(0, 4)) {
    const press = dice.chance(35) ? grammar.pressing(/^(?:yes|no|abstain|sí|abst)/iu, [cell.at(voter)]) : undefined;
    yield press ?? cell.says(cell.at(voter), `vote ${dice.pick(["yes", "yes", "no", "abstain"])}`);
  }
  if (dice.chance(25)) yield cell.says(await cell.lead(), "vote close");
  yield dice.chance(80) ? "wait 2 days" : "down 3 days";
  yield cell.says(cell.spot(), "vote show");
  const teller = await cell.lead();
  yield cell.says(teller, "tally post vote:1");
  yield cell.pressBy(teller, /^(?:post|publicar)/iu);
}

/** A cell writes rules, and in their margin, and changes one. */
async function* charter({ dice, grammar }: Tools, cell: Troupe): Aim {
  for (let rule = 0; rule < 2; rule++) yield cell.says(await cell.lead(), `charter add ${grammar.words()}`);
  yield dice.chance(80) ? "wait 49 hours" : "down 3 days";
  for (const one of (await cell.members()).slice(0, 3)) {
    yield cell.says(
      dice.chance(50) ? grammar.directOn(one.person, one.platform) : cell.at(one),
      `charter note 1 ${grammar.words()}`,
    );
  }
  if (dice.chance(50)) yield cell.says(await cell.lead(), `charter amend 1 ${grammar.words()}`);
  yield "wait 1 day";
  if (dice.chance(40)) yield cell.says(await cell.lead(), "charter hide 1");
  if (dice.chance(50)) yield cell.says(await cell.lead(), 'gather new Talk at:"in 30 hours"');
  yield cell.says(cell.spot(), dice.pick(["charter show", "charter show", "charter print"]));
  yield "wait 2 days";
  yield cell.says(cell.spot(), "charter show");
}

/** A cell or council decides: somebody objects, or nobody does, and later something else takes its place. */
async function* decision({ dice, grammar }: Tools, group: Troupe, voters: () => Promise<readonly Account[]>): Aim {
  const review = dice.pick(["", "", ' review:"in 5 days"']);
  yield group.says(await group.lead(), `decide "${grammar.words()}"${review}`);
  for (const one of (await voters()).slice(0, 3)) {
    if (!dice.chance(40)) continue;
    const press = dice.chance(50) ? grammar.pressing(/^(?:i object|objeto)/iu, [group.at(one)]) : undefined;
    yield press ?? group.says(group.at(one), `decide object ${dice.pick(["1", "1", "2"])}`);
    if (dice.chance(25)) yield group.press(/^(?:take it back|retirarla)/iu);
  }
  if (dice.chance(25)) yield group.pressBy(await group.lead(), /^(?:put it|someter|secret v|votación s)/iu);
  yield dice.chance(80) ? "wait 2 days" : "down 3 days";
  yield group.pressBy(await group.lead(), /^(?:put it|someter|secret v|votación s)/iu);
  for (const one of (await voters()).slice(0, 3)) yield group.says(group.at(one), "vote yes");
  yield "wait 2 days";
  yield group.pressBy(await group.lead(), /^(?:record|anotar)/iu);
  if (dice.chance(60)) yield group.says(await group.lead(), `decide supersede 1 ${grammar.words()}`);
  yield group.says(group.spot(), dice.pick(["decide list", "decide show 1", "decide show 2"]));
}

async function* circle({ dice }: Tools, cell: Troupe): Aim {
  yield cell.says(await cell.lead(), `circle new day:${dice.pick(["monday", "thursday"])} time:18:00`);
  const rota = (await cell.members()).slice(0, 3);
  for (const one of rota) yield cell.says(cell.spot(one.person.name), "circle join");
  yield "wait 5 days";
  const [one] = rota;
  const other = rota.slice(1).find(({ platform }) => platform === one?.platform) ?? rota[1];
  if (one !== undefined) yield cell.says(cell.at(one), `circle swap with:@${other?.person.name ?? "nobody"}`);
  yield cell.press(/^(?:agree|de acuerdo|yes|sí)/iu);
  yield "wait 1 week";
  yield cell.says(cell.spot(), "circle show");
}

async function* linking({ dice, grammar, world }: Tools): Aim {
  const twice = world.people.filter(({ chats }) => new Set(chats.map((name) => grammar.chat(name).platform)).size > 1);
  const person = dice.maybe(twice);
  if (person === undefined) return;
  const [one, other] = dice.shuffled([...new Set(person.chats.map((name) => grammar.chat(name).platform))]);
  if (one === undefined || other === undefined) return;
  const at = (platform: typeof one): string => `${person.name}@direct/${platform}`;
  for (const chat of person.chats) yield `${person.name}@${chat}: ${prefixOf(grammar.chat(chat).platform)}pledge in`;
  yield `${at(one)}: ${prefixOf(one)}me link`;
  yield `${at(other)}: ${prefixOf(other)}me link {code}`;
  const spots = [grammar.direct(person), grammar.direct(person), grammar.direct(person)];
  yield grammar.pressing(/^(?:yes|sí)/iu, spots);
  yield grammar.pressing(/^(?:yes|sí|telegram|matrix|discord|console|the first|la primera)/iu, spots);
  if (dice.chance(30)) yield `${at(one)}: ${prefixOf(one)}me unlink`;
}

/** Somebody goes, in one of the ways there are; and often comes back. */
async function* going({ dice, grammar, world }: Tools): Aim {
  const person = dice.pick(world.people);
  const chat = grammar.chat(dice.pick(person.chats));
  const direct = grammar.direct(person);
  const yesFor = (): string | undefined =>
    grammar.pressing(/^(?:yes|sí)/iu, [direct, grammar.inChat(person.name, chat)]);
  switch (dice.integer(5)) {
    case 0:
      yield `${direct.at}: ${prefixOf(direct.chat.platform)}me leave`;
      yield yesFor();
      break;
    case 1:
      yield `${direct.at}: ${prefixOf(direct.chat.platform)}me forget`;
      yield yesFor();
      break;
    case 2: {
      const cell = dice.pick(world.groups.filter(({ kind }) => kind === "cell"));
      yield `${direct.at}: ${prefixOf(direct.chat.platform)}me cell "${cell.name}"`;
      break;
    }
    case 3:
      for (const name of person.chats) yield `${person.name} leaves ${name}`;
      break;
    default:
      yield `${person.name} leaves ${chat.name}`;
  }
  yield dice.pick(["wait 1 hour", "wait 2 days"]);
  if (chat.group?.kind === "cell" && dice.chance(60))
    yield `${person.name}@${chat.name}: ${prefixOf(chat.platform)}help`;
}

/** What is private: quiet hours, zones, languages, the ledger. */
async function* self({ dice, grammar, world }: Tools, cell: Troupe): Aim {
  const person = dice.pick(world.people);
  const spot = grammar.direct(person);
  const say = (words: string): string => grammar.say(spot, words);
  yield say(`me quiet ${dice.pick(["21:00 08:00", "22:00 07:00", "00:00 12:00"])}`);
  if (dice.chance(50)) yield say(`me calendar${dice.pick(["", " new", " off", " titles:full"])}`);
  if (dice.chance(20)) yield cell.says(await cell.lead(), "cell calendar");
  yield say(`me zone ${dice.pick(["Paris", "Mexico City", "Asia/Kolkata"])}`);
  yield say(`me language ${dice.pick([...languages.keys()])}`);
  const other = dice.pick(cell.names);
  yield cell.says(cell.spot(), `care give ${grammar.words()} to:@${other} by:@${dice.pick(cell.names)}`);
  if (dice.chance(50)) yield cell.says(await cell.lead(), "cell settings vouches 1");
  yield "wait 9 hours";
  yield cell.press(/^(?:yes|sí|without|sin)/iu);
  yield cell.says(cell.spot(), "care read");
  yield cell.says(cell.spot(), `vouch @${other}`);
  yield say("me export");
}

/** The bot goes and comes back; time goes by. */
async function* machine({ dice, world }: Tools): Aim {
  const chat = dice.pick(world.chats.filter(({ group }) => group !== undefined));
  yield `removed ${chat.name}`;
  yield dice.pick(["wait 1 day", "wait 8 days", "down 2 days"]);
  yield `added ${chat.name}`;
  yield "restart";
}

async function* season({ dice }: Tools, cell: Troupe): Aim {
  yield cell.says(await cell.lead(), `phase set burst:${dice.between(3, 20)} lull:${dice.between(2, 9)}`);
  yield "wait 6 days";
  yield cell.says(cell.spot(), "phase show");
  if (dice.chance(30)) yield cell.says(await cell.lead(), "cell settings vouches 1");
  yield "wait 2 weeks";
}

/** Aims in turn: a pack of all of them, shuffled anew when it is used up, so that most are begun in each story. */
export class Aims {
  readonly #tools: Tools;
  readonly #groups: readonly Troupe[];
  #pack: (() => Aim)[] = [];

  constructor(tools: Tools) {
    this.#tools = tools;
    this.#groups = tools.world.groups.map((group) => new Troupe(tools, group));
    const council = this.#council();
    const cells = this.#groups.filter(({ group }) => council.group.cells.includes(group.name));
    // There is something to answer from the beginning; and what takes longest begins first.
    this.#pack = [() => drive(tools, this.#cell()), () => councilAim(tools, cells, council)];
  }

  #council(): Troupe {
    const council = this.#groups.find(({ group }) => group.kind === "council");
    if (council === undefined) throw new Error("the story has no council");
    return council;
  }

  #cells(): readonly Troupe[] {
    return this.#groups.filter(({ group }) => group.kind === "cell" && group.federation === 1);
  }

  #cell(): Troupe {
    return this.#tools.dice.pick(this.#cells());
  }

  next(): Aim {
    const tools = this.#tools;
    const council = this.#council();
    if (this.#pack.length === 0) {
      const all = [
        () => drive(tools, this.#cell()),
        () => ladder(tools, this.#cell()),
        () => rotation(tools, this.#cell()),
        () => rotation(tools, tools.dice.chance(60) ? council : this.#cell()),
        () => action(tools, this.#cell()),
        () => debrief(tools, this.#cell()),
        () => gathering(tools, this.#cell()),
        () => circle(tools, this.#cell()),
        () => cellVote(tools, this.#cell()),
        () => charter(tools, this.#cell()),
        () => {
          const group = tools.dice.chance(75) ? this.#cell() : council;
          return decision(tools, group, () => (group === council ? group.delegates() : group.voters()));
        },
        () => exchange(tools, tools.dice.chance(85) ? this.#cell() : council),
        () => turns(tools, this.#cell()),
        () => goal(tools, this.#cells()),
        () => calledOff(tools, this.#cell()),
        () => money(tools, this.#cell()),
        () => askedCare(tools, this.#cell()),
        () => linking(tools),
        () => going(tools),
        () =>
          tools.dice.chance(50) ? going(tools) : leaderless(tools, tools.dice.chance(50) ? council : this.#cell()),
        () => self(tools, this.#cell()),
        () => (tools.dice.chance(50) ? machine(tools) : season(tools, this.#cell())),
      ];
      this.#pack = tools.dice.shuffled(all);
    }
    const aim = this.#pack.shift();
    if (aim === undefined) throw new Error("the pack is empty");
    return aim();
  }
}
