/** Aims of people: accounts that are linked, who goes, who leads, what is one's own; and of the machine and the calendar. */
import { languages } from "../../src/words/languages.ts";
import { agrees, type Aim, type Tools, type Troupe } from "./troupe.ts";
import { prefixOf, type WorldChat, type WorldPerson } from "./world.ts";

export async function* linking({ dice, grammar, world }: Tools): Aim {
  const twice = world.people.filter(({ chats }) => new Set(chats.map((name) => grammar.chat(name).platform)).size > 1);
  // The founder's accounts are linked from the beginning, mostly.
  const person = dice.maybe(twice.filter((one) => one !== grammar.founder())) ?? dice.maybe(twice);
  if (person === undefined) return;
  const [one, other] = dice.shuffled([...new Set(person.chats.map((name) => grammar.chat(name).platform))]);
  if (one === undefined || other === undefined) return;
  const at = (platform: typeof one): string => `${person.name}@direct/${platform}`;
  for (const chat of dice.some(2, person.chats)) {
    yield `${person.name}@${chat}: ${prefixOf(grammar.chat(chat).platform)}pledge in`;
  }
  yield `${at(one)}: ${prefixOf(one)}me link`;
  yield `${at(other)}: ${prefixOf(other)}me link {code}`;
  const spots = [grammar.direct(person), grammar.direct(person), grammar.direct(person)];
  yield grammar.pressing(/^(?:yes|sí)/iu, spots);
  yield grammar.pressing(/^(?:yes|sí|telegram|matrix|discord|console|the first|la primera)/iu, spots);
  if (dice.chance(60)) {
    yield `${at(one)}: ${prefixOf(one)}me unlink`;
    yield grammar.pressing(agrees, [grammar.directOn(person, one)]);
  } else yield* elsewhere({ dice, grammar, world });
}

/** Somebody who is in two cells counts in the other one from now on: who is in two, or the founder, who is everywhere. */
async function* elsewhere({ dice, grammar, world }: Pick<Tools, "dice" | "grammar" | "world">): Aim {
  const founder = grammar.founder();
  const cellsOf = ({ chats }: WorldPerson): readonly WorldChat[] =>
    chats.map((name) => grammar.chat(name)).filter(({ group }) => group?.kind === "cell" && group.federation === 1);
  const inTwo = world.people.filter((one) => {
    const cells = cellsOf(one);
    return (
      new Set(cells.map(({ group }) => group)).size > 1 && new Set(cells.map(({ platform }) => platform)).size === 1
    );
  });
  const person = (dice.chance(70) ? dice.maybe(inTwo.filter((one) => one !== founder)) : undefined) ?? founder;
  const to = dice.maybe(cellsOf(person));
  if (to?.group === undefined) return;
  const direct = grammar.directOn(person, to.platform);
  yield `${person.name}@${to.name}: ${prefixOf(to.platform)}help`;
  yield grammar.say(direct, `me cell "${to.group.name}"`);
  yield grammar.pressing(agrees, [direct]);
}

/** Somebody goes, in one of the ways there are; and often comes back. */
export async function* going({ dice, grammar, world }: Tools): Aim {
  const person = dice.pick(world.people);
  const chat = grammar.chat(dice.pick(person.chats));
  const direct = grammar.directOn(person, chat.platform);
  const yesFor = (): string | undefined =>
    grammar.pressing(/^(?:yes|sí)/iu, [direct, grammar.inChat(person.name, chat)]);
  const way = dice.integer(5);
  if (way === 0 || way === 1) {
    yield grammar.say(direct, way === 0 ? "me leave" : "me forget");
    yield yesFor();
  } else if (way === 2) yield* elsewhere({ dice, grammar, world });
  else for (const name of way === 3 ? person.chats : [chat.name]) yield `${person.name} leaves ${name}`;
  yield dice.pick(["wait 1 hour", "wait 2 days"]);
  if (chat.group?.kind === "cell" && dice.chance(60))
    yield `${person.name}@${chat.name}: ${prefixOf(chat.platform)}help`;
}

/** Somebody counts in what is open, and then leaves: that is what everybody does sooner or later, so every story has it. */
export async function* promised({ dice, grammar }: Tools, cell: Troupe): Aim {
  const name = grammar.words();
  const voters = await cell.voters();
  const leaves = dice.maybe(voters.filter(({ steward }) => !steward));
  if (leaves === undefined) return;
  yield cell.says(await cell.lead(), `gather new "${name}" at:"in 9 days 18:00" capacity:${dice.between(1, 2)}`);
  yield cell.says(cell.at(leaves), `gather ${dice.pick(["going", "going", "maybe"])} "${name}"`);
  for (const words of dice.some(2, ["pledge in", "circle join", "role join", "care offer rides", "delegate stand"])) {
    yield cell.says(cell.at(leaves), words);
  }
  const direct = grammar.directOn(leaves.person, leaves.platform);
  const way = dice.integer(4);
  if (way === 3) {
    for (const chat of cell.chats.filter((here) => leaves.person.chats.includes(here.name))) {
      yield `${leaves.person.name} leaves ${chat.name}`;
    }
  } else {
    yield cell.says(direct, way === 0 ? "me forget" : "me leave");
    yield cell.pressBy(direct, agrees);
  }
  yield dice.pick(["wait 1 hour", "wait 1 day"]);
}

/** Whoever leads a cell or council goes, and somebody else is named. */
export async function* leaderless({ dice, grammar }: Tools, group: Troupe): Aim {
  const founder = grammar.founder();
  const all = await (group.group.kind === "cell" ? group.voters() : group.members());
  const leader = all.find(({ person }) => person.name !== founder.name);
  if (leader === undefined) return;
  const settings = `${group.group.kind} settings coordinator`;
  const steward = group.at({ ...leader, person: founder });
  const here = group.chats.find(({ platform }) => platform === leader.platform);
  const spot = here === undefined ? steward : grammar.inChat(founder.name, here);
  yield group.says(spot, `${settings} @${leader.person.name}`);
  yield group.pressBy(spot, agrees);
  const directly = grammar.directOn(leader.person, leader.platform);
  // The address of the cell's calendar ends with whom it was shown to.
  if (group.group.kind === "cell" && dice.chance(75)) yield group.says(directly, "cell calendar");
  yield group.says(directly, "me leave");
  yield group.pressBy(directly, agrees);
  yield "wait 1 hour";
  if (dice.chance(50)) yield group.says(group.spot(leader.person.name), "help");
  yield group.says(spot, `${settings} @${dice.pick([founder, leader.person]).name}`);
  yield group.pressBy(spot, agrees);
}

/** What is private: quiet hours, zones, languages, an address for calendars, all that is held. */
export async function* self({ dice, grammar, world }: Tools): Aim {
  const person = dice.pick(world.people);
  const spot = grammar.direct(person);
  const say = (words: string): string => grammar.say(spot, words);
  yield say(`me quiet ${dice.pick(["21:00 08:00", "22:00 07:00", "00:00 12:00"])}`);
  yield say(`me calendar${dice.pick(["", " new", " off", " titles:full"])}`);
  yield say(`me zone ${dice.pick(["Paris", "Mexico City", "Asia/Kolkata"])}`);
  yield say(`me language ${dice.pick([...languages.keys()])}`);
  yield say(`help wrong ${dice.pick(["There is no such command", "Nothing waits", "yes"])} ${grammar.words()}`);
  yield say(dice.pick(["me export", "me export", "me show"]));
}

/** Who looks after the federation, and how its cells and councils are set. */
export async function* federation({ dice, grammar }: Tools, cell: Troupe, council: Troupe): Aim {
  const founder = grammar.founder();
  const steward = cell.spot(founder.name);
  const other = (await cell.members()).find(
    ({ person, platform }) => person.name !== founder.name && platform === steward.chat.platform,
  );
  if (other !== undefined) {
    yield cell.says(steward, `steward add @${other.person.name}`);
    yield cell.pressBy(steward, agrees);
    if (dice.chance(70)) yield cell.says(steward, `steward remove @${other.person.name}`);
  }
  yield council.says(
    await council.lead(),
    dice.pick(["council settings language en", "council settings zone Paris", 'council settings seats "2 max 3"']),
  );
  yield council.says(council.spot(), "council show");
}

/** A chat is the cell's or council's no longer, and joins it again. */
export async function* rejoined({ dice, grammar }: Tools, group: Troupe): Aim {
  const chat = dice.pick(group.chats);
  const spot = grammar.inChat(grammar.founder().name, chat);
  const { kind, name } = group.group;
  yield group.says(spot, `${kind} leave`);
  yield group.pressBy(spot, /^(?:yes, leave|sí, sáca)/iu);
  if (dice.chance(50)) yield dice.pick(["wait 1 hour", "wait 1 day"]);
  yield group.says(grammar.directOn(grammar.founder(), chat.platform), `${kind} code "${name}"`);
  yield group.says(spot, `${kind} join {code}`);
}

/** The bot goes and comes back; time goes by. */
export async function* machine({ dice, world }: Tools): Aim {
  const chat = dice.pick(world.chats.filter(({ group }) => group !== undefined));
  yield `removed ${chat.name}`;
  yield dice.pick(["wait 1 day", "wait 8 days", "down 2 days"]);
  yield `added ${chat.name}`;
  yield "restart";
}

/** A cell pushes and rests. */
export async function* season({ dice }: Tools, cell: Troupe): Aim {
  yield cell.says(await cell.lead(), `phase set burst:${dice.between(2, 4)} lull:${dice.between(2, 9)}`);
  yield cell.says(cell.spot(), dice.pick(["phase show", "calendar show"]));
  yield dice.pick(["wait 5 days", "wait 8 days"]);
  if (dice.chance(60)) yield cell.says(await cell.lead(), "phase off");
}
