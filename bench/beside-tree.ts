/** One run of `beside.ts`, on the program of the work tree that it is given: its own code, from the set-up on. */
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { ofEvents } from "./record.ts";

/** Of one pledge (one delivery in ten comes twice): milliseconds of the processor with so many in flight, and the statements of its
 * own transaction. */
export interface Measured {
  readonly one: number;
  readonly many: number;
  readonly statements: number;
}

const tree = process.argv[2] ?? "";
/** A module of that tree; it has had these since the bench began. */
const of = <Module>(name: string): Promise<Module> =>
  import(pathToFileURL(join(tree, "bench", `${name}.ts`)).href) as Promise<Module>;
const { ask, event, Folder, openWorld, populate } = await of<typeof import("./world.ts")>("world");
const { pledges, size } = await of<typeof import("./pledges.ts")>("pledges");
const { recorded } = await of<typeof import("./record.ts")>("record");

const folder = await Folder.make();
try {
  const template = await openWorld(folder.url("template"));
  await populate(template, size);
  const goal = `goal:${size.members * 2} deadline:"in 30 days" scope:federation`;
  await ask(template, event("chat0", "zoe", `/drive new "Shall we?" ${goal}`));
  await template.steward.delivery.idle();
  // People come back after a while: what is noted of that belongs to what their command costs.
  const earlier = new Date(Date.now() - 60 * 60_000);
  await template.database.transaction((tx) => tx.identity.updateMany({ data: { seenAt: earlier } }));
  await template.close();

  const copy = async (name: string): Promise<string> => {
    await folder.copy("template", name);
    return folder.url(name);
  };
  const cost = async (inFlight: number): Promise<number> => {
    const url = await copy(`${inFlight} in flight`);
    const before = process.cpuUsage();
    await pledges(url, inFlight);
    const { user, system } = process.cpuUsage(before);
    return (user + system) / 1000 / size.members;
  };
  await pledges(await copy("warm-up"), 64);
  const one = await cost(1);
  const many = await cost(64);
  const url = await copy("recorded");
  const statements = ofEvents(await recorded(async () => void (await pledges(url, 1)))).flat().length / size.members;
  process.send?.({ one, many, statements } satisfies Measured);
} finally {
  await folder.remove();
  process.disconnect();
}
