/** One run of `beside.ts`, on the program of the work tree that it is given: its own code, from the set-up on. */
import { existsSync } from "node:fs";
import { copyFile, rm } from "node:fs/promises";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { ofEvents } from "./record.ts";

/** Of one pledge (one delivery in ten comes twice): milliseconds of the processor, with one and with 64 in flight. */
export interface Measured {
  readonly one: number;
  readonly many: number;
}

/** The first run sets up and counts the statements of a pledge's own transaction; each later one measures. */
export type Answer = Measured | { readonly statements: number };

const [, , tree = "", place = ""] = process.argv;
/** A module of that tree; it has had these since the bench began. */
const of = <Module>(name: string): Promise<Module> =>
  import(pathToFileURL(join(tree, "bench", `${name}.ts`)).href) as Promise<Module>;
const { ask, event, openWorld, populate } = await of<typeof import("./world.ts")>("world");
const { pledges, size } = await of<typeof import("./pledges.ts")>("pledges");

const file = (name: string): string => join(place, `${name}.db`);

/** A federation in which nobody has pledged yet; gives the statements of a pledge. */
async function setUp(): Promise<number> {
  const template = await openWorld(`file:${file("template")}`);
  await populate(template, size);
  const goal = `goal:${size.members * 2} deadline:"in 30 days" scope:federation`;
  await ask(template, event("chat0", "zoe", `/drive new "Shall we?" ${goal}`));
  await template.steward.delivery.idle();
  // People come back after a while: what is noted of that belongs to what their command costs.
  const earlier = new Date(Date.now() - 60 * 60_000);
  await template.database.transaction((tx) => tx.identity.updateMany({ data: { seenAt: earlier } }));
  await template.close();
  const { recorded } = await of<typeof import("./record.ts")>("record");
  const url = await copy("recorded");
  return ofEvents(await recorded(async () => void (await pledges(url, 1)))).flat().length / size.members;
}

async function copy(name: string): Promise<string> {
  await rm(file(name), { force: true });
  await copyFile(file("template"), file(name));
  return `file:${file(name)}`;
}

async function cost(inFlight: number): Promise<number> {
  const url = await copy(`${inFlight} in flight`);
  const before = process.cpuUsage();
  await pledges(url, inFlight);
  const { user, system } = process.cpuUsage(before);
  return (user + system) / 1000 / size.members;
}

if (!existsSync(file("template"))) process.send?.({ statements: await setUp() } satisfies Answer);
else {
  await cost(64); // warms up
  await cost(1);
  process.send?.({ one: await cost(1), many: await cost(64) } satisfies Answer);
}
process.disconnect();
