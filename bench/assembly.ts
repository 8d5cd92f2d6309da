/**
 * An assembly of 2,000 seats: all delegates check in and then vote, each within half a minute, at 200 presses a second, on an
 * SQLite file that is flushed at every commit. Then the roster, the quorum, and the result of the vote are made at once.
 */
import { Assemblies } from "../src/store/assemblies/assemblies.ts";
import { Federations } from "../src/store/federations.ts";
import { People } from "../src/store/people/people.ts";
import type { Session } from "../src/store/session.ts";
import { Votes } from "../src/store/votes.ts";
import { codePattern } from "../src/store/codes.ts";
import { namedRoster } from "../commands/assembly/messages.ts";
import type { Outgoing } from "../src/chat/adapter.ts";
import type { Inbound } from "../src/chat/inbound.ts";
import { count, megabytes, median, ms, printAims, printTable, quantile } from "./table.ts";
import { ask, chatName, event, Folder, memberName, openWorld, populate, type Size, type World } from "./world.ts";

const members = Number(process.env["STEWARD_BENCH_MEMBERS"] ?? 2_000);
const perSecond = Number(process.env["STEWARD_BENCH_RATE"] ?? 200);
const size: Size = { sectors: 10, chats: 50, members };
const councilChat = "council";
/** How often a thing is made, for its median. */
const times = 15;

/** Presses a button of the council's chat. */
function press(user: string, button: string): Inbound {
  const { eventId, ...inbound } = event(councilChat, user, "/help");
  return { ...inbound, eventId, said: { type: "press", button } };
}

/** Lets everybody press at the rate, whether earlier presses are answered or not; gives back how long each waited. */
async function atRate(world: World, button: (member: number) => string): Promise<Pressed> {
  const cpu = process.cpuUsage();
  const waited: number[] = [];
  const answered: Promise<void>[] = [];
  const started = performance.now();
  for (let member = 0; member < members; member++) {
    const due = started + (member * 1000) / perSecond;
    const early = due - performance.now();
    if (early > 1) await new Promise((resolve) => setTimeout(resolve, early));
    const inbound = press(memberName(member), button(member));
    const answer = world.adapter.answerTo(inbound.eventId).then(() => {
      waited.push(performance.now() - due);
    });
    answered.push(answer, world.steward.dispatch.receive(inbound));
  }
  await Promise.all(answered);
  const { user, system } = process.cpuUsage(cpu);
  return { waited, cpu: (user + system) / 1000 / members };
}

interface Pressed {
  /** Milliseconds from each press to its answer. */
  readonly waited: readonly number[];
  /** Milliseconds of computing for each, cards included: what does not depend on who else uses the machine. */
  readonly cpu: number;
}

/** The ids of the buttons of the newest message that the council's chat sees with a button of this label, by their order. */
function watchButtons(world: World): (label: string) => readonly string[] {
  const newest = new Map<string, readonly string[]>();
  world.adapter.watch = (outgoing: Outgoing) => {
    if (!("message" in outgoing) || !("chat" in outgoing) || outgoing.chat.id !== councilChat) return;
    const buttons = outgoing.message.blocks.flatMap((block) => (block.type === "buttons" ? block.rows.flat() : []));
    for (const { label } of buttons)
      newest.set(
        label,
        buttons.map(({ id }) => id),
      );
  };
  return (label) => {
    const found = newest.get(label);
    if (found === undefined) throw new Error(`nothing has a button ${label}`);
    return found;
  };
}

const store = <T>(world: World, work: (session: Session, of: Parts) => Promise<T>): Promise<T> =>
  world.database.transaction(async (tx) => {
    const session = world.steward.dispatch.sessionIn(tx);
    const { id } = await tx.federation.findFirstOrThrow();
    const federation = await new Federations(session).find(id);
    if (federation === undefined) throw new Error("there is no federation");
    return work(session, {
      assemblies: new Assemblies(session, federation),
      votes: new Votes(session, federation),
      people: new People(session, federation),
    });
  });

interface Parts {
  readonly assemblies: Assemblies;
  readonly votes: Votes;
  readonly people: People;
}

/** How long it takes, in milliseconds: the median of some. */
async function timed(world: World, work: (session: Session, of: Parts) => Promise<unknown>): Promise<number> {
  const all: number[] = [];
  for (let time = 0; time < times; time++) {
    all.push(await store(world, (session, parts) => taken(() => work(session, parts))));
  }
  return median(all);
}

/** How long something takes, in milliseconds. */
async function taken(work: () => Promise<unknown>): Promise<number> {
  const from = performance.now();
  await work();
  return performance.now() - from;
}

const folder = await Folder.make();
try {
  const world = await openWorld(folder.url("assembly"));
  await populate(world, size);
  let code: string | undefined;
  world.adapter.watch = (outgoing) => {
    code = new RegExp(codePattern, "u").exec(JSON.stringify(outgoing))?.[0] ?? code;
  };
  const cells = Array.from({ length: size.chats }, (_, index) => `Cell${index}`).join(", ");
  await ask(world, event(chatName(0), "zoe", `/council new Council cells:"${cells}"`));
  await world.steward.delivery.idle();
  if (code === undefined) throw new Error("no code was given");
  await ask(world, event(councilChat, "zoe", `/council join ${code}`));
  // Every member sits there: a cell has forty seats.
  const councilId = await store(world, async ({ tx, newId }) => {
    const { id } = await tx.council.findFirstOrThrow();
    const seated = new Map<string, number>();
    const people = await tx.person.findMany({ where: { steward: false }, orderBy: { id: "asc" } });
    await tx.seat.deleteMany({ where: { councilId: id } });
    await tx.seat.createMany({
      data: people.map((person) => {
        const cellId = person.cellId ?? "";
        const number = (seated.get(cellId) ?? 0) + 1;
        seated.set(cellId, number);
        return { id: newId(), councilId: id, cellId, number, delegateId: person.id };
      }),
    });
    return id;
  });
  // As their chats are, the council's is one in which they were seen before.
  for (let member = 0; member < members; member++) await ask(world, event(councilChat, memberName(member), "/help"));
  const buttons = watchButtons(world);
  await ask(world, event(councilChat, "zoe", '/assembly new Assembly rule:"every friday" time:18:00'));
  await store(world, async (_session, { assemblies }) => {
    const assembly = await assemblies.current(councilId);
    await assemblies.open(assembly?.id ?? "");
  });
  await ask(world, event(councilChat, "zoe", "/assembly next"));
  await world.steward.delivery.idle();

  const [checkIn = ""] = buttons("I'm here");
  const presence = await atRate(world, () => checkIn);
  await world.steward.delivery.idle();
  await ask(world, event(councilChat, "zoe", '/vote open "Shall we?" rule:two-thirds base:present secret'));
  await world.steward.delivery.idle();
  const answers = buttons("Yes");
  const votes = await atRate(world, (member) => answers[member % 4 === 0 ? 1 : 0] ?? "");
  const memory = process.memoryUsage.rss();
  await world.steward.delivery.idle();

  const standing = await timed(world, async (_session, { assemblies }) => {
    const assembly = await assemblies.current(councilId);
    if (assembly !== undefined) await assemblies.standing(assembly);
  });
  const roster = await timed(world, async (session, { assemblies }) => {
    const assembly = await assemblies.current(councilId);
    const federation = await new Federations(session).find((await session.tx.federation.findFirstOrThrow()).id);
    if (assembly !== undefined && federation !== undefined) {
      await namedRoster(world.steward.dispatch.unasked.contextFor(session, federation), assembly);
    }
  });
  let closing = 0;
  const result = await store(world, async (_session, { votes: all }) => {
    const [open] = await all.list({ council: councilId }, { closed: false });
    let closed: Awaited<ReturnType<Votes["close"]>>;
    closing = await taken(async () => {
      closed = open === undefined ? undefined : await all.close(open);
    });
    return closed?.result;
  });
  const counted = result?.yes === members - Math.ceil(members / 4) && result.no === Math.ceil(members / 4);

  const line = (name: string, { waited, cpu }: Pressed): readonly string[] => [
    name,
    count(waited.length),
    ms(quantile(waited, 0.5)),
    ms(quantile(waited, 0.99)),
    ms(Math.max(...waited)),
    ms(cpu),
  ];
  printTable(
    `assembly: ${count(members)} seats in ${size.chats} cells; ${count(perSecond)} presses a second, from the press to its answer handed over`,
    ["", "presses", "p50", "p99", "longest", "computing each"],
    [line("check in", presence), line("vote (secret)", votes)],
  );
  printTable(
    `assembly: made of ${count(members)} seats, median of ${times}`,
    ["", "takes"],
    [
      ["who is there, quorum", ms(standing)],
      ["roster with names", ms(roster)],
      ["close, count, remove ballots and buttons (once)", ms(closing)],
    ],
  );
  process.stdout.write(`\nmemory after the votes: ${megabytes(memory)}\n`);
  printAims([
    {
      what: `p99 under 100 ms at ${perSecond} presses a second`,
      met: quantile([...presence.waited, ...votes.waited], 0.99) < 100,
    },
    { what: "the roster in under 50 ms", met: roster < 50 },
    { what: "the result in under 50 ms", met: closing < 50 },
    { what: "every vote counted once", met: counted },
  ]);
  await world.close();
} finally {
  await folder.remove();
}
