/**
 * What is served to the public: boards of assemblies, each on a screen of its own, and all screens on one of them; and a
 * calendar that is followed. The screens are in another process, over HTTP.
 */
import { spawn } from "node:child_process";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { createInterface } from "node:readline";
import { setFlagsFromString } from "node:v8";
import { runInNewContext } from "node:vm";
import { pagePath, type PageKind } from "../src/chat/pages.ts";
import { systemClock } from "../src/core/clock.ts";
import { secureRandom } from "../src/core/random.ts";
import { PublicPages } from "../src/operations/pages.ts";
import { codePattern } from "../src/store/codes.ts";
import { Federations } from "../src/store/federations.ts";
import { withRepositories } from "../src/store/repositories.ts";
import type { Session } from "../src/store/session.ts";
import { count, median, ms, printAims, printTable, quantile } from "./table.ts";
import { ask, chatName, event, Folder, loadTexts, memberName, openWorld, populate, type World } from "./world.ts";

const boards = 50;
/** Cells that each council has, and seats of each of them: every member has one. */
const cells = 10;
const seats = 8;
const size = { sectors: 10, chats: boards, members: boards * seats } as const;
const entries = 500;
/** How often a thing is made or waited for. */
const rounds = 5;
const day = 24 * 60 * 60_000;

const councilChat = (index: number): string => `council${index}`;
const random = (below: number): number => secureRandom.integer(below);
/** The member that has a seat of the cell: members go round the cells. */
const memberIn = (cell: number, seat: number): string => memberName((cell % boards) + seat * boards);

type Parts = ReturnType<typeof withRepositories> & { readonly session: Session };

const store = <T>(world: World, work: (of: Parts) => Promise<T>): Promise<T> =>
  world.database.transaction(async (tx) => {
    const session = world.steward.dispatch.sessionIn(tx);
    const { id } = await tx.federation.findFirstOrThrow();
    return work(withRepositories({ session }, session, await new Federations(session).find(id)));
  });

/** A council of some of the cells, whose assembly has begun. Gives the secret of its board. */
async function assembly(world: World, index: number): Promise<string> {
  let code: string | undefined;
  world.adapter.watch = (outgoing) => {
    code = new RegExp(codePattern, "u").exec(JSON.stringify(outgoing))?.[0] ?? code;
  };
  const names = Array.from({ length: cells }, (_, of) => `Cell${(index + of) % boards}`).join(", ");
  const asks = (typed: string): Promise<void> => ask(world, event(councilChat(index), "zoe", typed));
  await ask(world, event(chatName(0), "zoe", `/council new Council${index} cells:"${names}"`));
  await world.steward.delivery.idle();
  if (code === undefined) throw new Error("no code was given");
  await asks(`/council join ${String(code)}`);
  world.adapter.watch = undefined;
  await asks('/assembly new "Assembly of the north" rule:"every friday" time:18:00');
  const secret = await store(world, async ({ session, assemblies, addresses }) => {
    const { tx, newId } = session;
    const council = await tx.council.findFirstOrThrow({ orderBy: { createdAt: "desc" }, include: { cells: true } });
    await tx.seat.deleteMany({ where: { councilId: council.id } });
    for (const { cellId } of council.cells) {
      const people = await tx.person.findMany({
        where: { cellId, steward: false },
        orderBy: { id: "asc" },
        take: seats,
      });
      const seat = (delegateId: string, number: number) => ({
        id: newId(),
        councilId: council.id,
        cellId,
        number,
        delegateId,
      });
      await tx.seat.createMany({ data: people.map(({ id }, number) => seat(id, number + 1)) });
    }
    const { id: assemblyId = "" } = (await assemblies.current(council.id)) ?? {};
    await assemblies.open(assemblyId);
    return addresses.make("board", { assemblyId }, random);
  });
  await asks("/assembly next");
  return secret;
}

/** A cell's calendar of so many gatherings; the secret of its address. */
const calendar = (world: World): Promise<string> =>
  store(world, async ({ session, gatherings, addresses }) => {
    const { id: cellId } = await session.tx.cell.findFirstOrThrow();
    for (let index = 0; index < entries; index++) {
      await gatherings.create({
        cellId,
        kind: "gathering",
        what: `Choir ${index}`,
        at: session.now + day + index * 60_000,
      });
    }
    return addresses.make("calendar", { cellId }, random);
  });

/** What runs as the screens: it follows each address, and says which of them was told something. */
const following = `
const { get } = require("node:http");
process.argv.slice(1).forEach((address, index) => {
  get(address, (answer) => answer.on("data", (piece) => {
    if (String(piece).includes("event: board")) console.log(index);
  }));
});
`;

/** Screens that follow these addresses. */
function screens(addresses: readonly string[]) {
  const child = spawn(process.execPath, ["-e", following, ...addresses], { stdio: ["ignore", "pipe", "inherit"] });
  let told = new Set<number>();
  let all: (() => void) | undefined;
  createInterface({ input: child.stdout }).on("line", (line) => {
    told.add(Number(line));
    if (told.size === addresses.length) all?.();
  });
  return {
    /** Resolves once each of them has been told something. */
    told: (): Promise<void> => {
      told = new Set();
      return new Promise((resolve) => (all = resolve));
    },
    end: (): void => void child.kill(),
  };
}

setFlagsFromString("--expose-gc");
const collect = runInNewContext("gc") as () => void; // what the flag gives

/** Octets in use, when nothing is left over. */
async function inUse(): Promise<number> {
  for (let round = 0; round < 3; round++) {
    collect();
    await new Promise((resolve) => setTimeout(resolve, 200));
  }
  const { heapUsed, external } = process.memoryUsage();
  return heapUsed + external;
}

const folder = await Folder.make();
try {
  const world = await openWorld(folder.url("board"));
  await populate(world, size);
  const secrets: string[] = [];
  for (let index = 0; index < boards; index++) secrets.push(await assembly(world, index));
  const dates = await calendar(world);
  await world.steward.delivery.idle();

  const log = { info: () => undefined, warn: () => undefined, error: () => undefined };
  const served = { publicUrl: "https://steward.example", pages: world.steward.dispatch.pages };
  const pages = new PublicPages({ ...served, log, texts: loadTexts(), clock: systemClock });
  const http = createServer((request, response) => void pages.serve(request, response));
  await new Promise<void>((resolve) => http.listen(0, "127.0.0.1", resolve));
  const { port } = http.address() as AddressInfo; // it listens on TCP
  const at = (kind: PageKind, secret: string): string => `http://127.0.0.1:${port}${pagePath(kind, secret)}`;

  const read = async (address: string) => {
    const used = process.cpuUsage();
    const from = performance.now();
    const octets = (await (await fetch(address)).arrayBuffer()).byteLength;
    const took = performance.now() - from;
    const { user, system } = process.cpuUsage(used);
    return { took, octets, processor: (user + system) / 1_000 };
  };
  const reading = async (addresses: readonly string[]) => {
    const all: Awaited<ReturnType<typeof read>>[] = [];
    for (const address of addresses) all.push(await read(address));
    const of = (what: "took" | "octets" | "processor"): readonly number[] => all.map((one) => one[what]);
    return { took: of("took"), octets: Math.max(...of("octets")), processor: of("processor") };
  };
  const board = await reading(
    Array.from({ length: rounds }, () => secrets.map((secret) => at("board", secret))).flat(),
  );
  const ics = await reading(Array.from({ length: boards }, () => at("calendar", dates)));

  // Each board on a screen of its own: somebody presses in each assembly, at the same time. What is made once only, with the
  // first screens that come, is not theirs.
  const once = screens(secrets.map((secret) => `${at("board", secret)}/events`));
  await once.told();
  once.end();
  await new Promise((resolve) => setTimeout(resolve, 1_000));
  const before = await inUse();
  const own = screens(secrets.map((secret) => `${at("board", secret)}/events`));
  await own.told();
  const held = (await inUse()) - before;
  const pressing = (index: number, seat: number): Promise<void> =>
    ask(world, event(councilChat(index), memberIn(index, seat), "/assembly checkin"));
  const apart: number[] = [];
  for (let round = 0; round < rounds; round++) {
    const told = own.told();
    await Promise.all(secrets.map((_, index) => pressing(index, round)));
    const from = performance.now();
    await told;
    apart.push(performance.now() - from);
  }
  own.end();
  // All screens on one of them.
  const [first = ""] = secrets;
  const shared = screens(secrets.map(() => `${at("board", first)}/events`));
  await shared.told();
  const together: number[] = [];
  for (let round = 0; round < rounds; round++) {
    const told = shared.told();
    await ask(world, event(councilChat(0), memberIn(1 + round, 0), "/assembly checkin"));
    const from = performance.now();
    await told;
    together.push(performance.now() - from);
  }
  shared.end();

  printTable(
    `board: ${boards} assemblies of ${cells * seats} seats; a calendar of ${entries} entries; over HTTP`,
    ["", "asked", "octets", "lowest", "median", "p99", "processor, who asks too: lowest", "median"],
    [["a board's page", board] as const, ["a calendar", ics] as const].map(([what, { took, octets, processor }]) => [
      what,
      count(took.length),
      count(octets),
      ...[Math.min(...took), median(took), quantile(took, 0.99)].map(ms),
      ...[Math.min(...processor), median(processor)].map(ms),
    ]),
  );
  printTable(
    `board: ${boards} screens, from the last press that is answered to all of them showing it`,
    ["", "median", "longest"],
    [
      ["each a board of its own, somebody presses in each assembly", ms(median(apart)), ms(Math.max(...apart))],
      ["all the same board", ms(median(together)), ms(Math.max(...together))],
    ],
  );
  process.stdout.write(`\nmemory for ${boards} open boards: ${(held / 1024 / 1024).toFixed(1)} MB\n`);
  printAims([
    { what: "the page of a board in under 50 ms", met: median(board.took) < 50 },
    { what: `${boards} open boards in under 10 MB`, met: held < 10 * 1024 * 1024 },
    { what: "an update at all of them within 1 s", met: Math.max(...apart, ...together) < 1_000 },
    { what: `a calendar of ${entries} entries in under 30 ms`, met: median(ics.took) < 30 },
  ]);
  http.closeAllConnections();
  http.close();
  await world.close();
} finally {
  await folder.remove();
}
