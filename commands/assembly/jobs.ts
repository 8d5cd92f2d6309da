/** What falls due for an assembly, and what is said of itself: invitations, reminders, the opening, the close. */
import type { JobRunner, Reply } from "../../src/core/command.ts";
import type { Context } from "../../src/core/context.ts";
import { say, type Block, type Message } from "../../src/chat/message.ts";
import { phrase, time } from "../../src/chat/phrase.ts";
import {
  assemblyCard,
  assemblyJobs,
  assemblySectorsCard,
  remindAt,
  type Assembly,
} from "../../src/domain/assemblies.ts";
import { hostLine, hostReason, titleOf, whenOf } from "./messages.ts";

/** Delegates who are reminded in one transaction. */
const remindedAtOnce = 100;

/** A job of a federation that was shredded meanwhile, or of an assembly that is closed, has nothing left to do. */
const onAssembly =
  (
    run: (context: Context, assembly: Assembly, payload: Readonly<Record<string, string>>) => Promise<readonly Reply[]>,
  ) =>
  async (context: Context, payload: Readonly<Record<string, string>>): Promise<readonly Reply[]> => {
    const { assembly: id = "" } = payload;
    const found = context.federation === undefined ? undefined : await context.assemblies.get(id);
    return found === undefined || found.closedAt !== undefined ? [] : run(context, found, payload);
  };

/** What comes later in the life of an assembly has fallen due as well, after days in which nothing ran: that says it all. */
const overtaken = ({ jobs }: Context, { id }: Assembly, kind: "remind" | "open" | "close"): Promise<boolean> =>
  jobs.isDue(`${assemblyJobs[kind]}:${id}`);

/** An assembly is planned: its card in the council's chats, and the question to the host. */
export async function plannedReplies(context: Context, assembly: Assembly): Promise<readonly Reply[]> {
  const chats = await context.assemblies.councilChats(assembly.councilId);
  return [{ to: "card", kind: assemblyCard, subject: assembly.id, chats }, ...(await askHost(context, assembly))];
}

/** Asks the cells that are to host; where nobody is left, the council. */
export async function askHost(context: Context, assembly: Assembly): Promise<readonly Reply[]> {
  const { assemblies } = context;
  if (assembly.host === undefined) {
    const chats = await assemblies.councilChats(assembly.councilId);
    return [{ to: "chats", chats, message: say("assembly-host-wanted", { when: whenOf(assembly) }) }];
  }
  const cells = await assemblies.hostCells(assembly);
  const chats = await assemblies.cellChats(
    assembly.councilId,
    cells.map(({ id }) => id),
  );
  return chats.length === 0 ? [] : [{ to: "chats", chats, message: hostQuestion(assembly, assembly.host.place) }];
}

function hostQuestion(assembly: Assembly, place: string): Message {
  const button = (label: "assembly-button-accept" | "assembly-button-pass", action: string) => ({
    label: phrase(label),
    action: { command: "assembly", word: "host", options: { action, assembly: `#${assembly.id}` } },
    press: "seen" as const,
  });
  const why = assembly.host === undefined ? [] : hostReason(assembly.host.why);
  const blocks: Block[] = [
    {
      type: "paragraph",
      style: "strong",
      content: phrase("assembly-host-question", { place, assembly: titleOf(assembly) }),
    },
    { type: "list", items: [whenOf(assembly), ...why] },
    { type: "buttons", rows: [[button("assembly-button-accept", "accept"), button("assembly-button-pass", "pass")]] },
  ];
  return { blocks };
}

/** A week ahead: the cells see it, those with an empty seat are told so, and a host who has not answered is asked again. */
const invite = onAssembly(async (context, assembly) => {
  const { assemblies, now } = context;
  if (now >= assembly.startsAt) return [];
  const chats = await assemblies.cellChats(assembly.councilId);
  const { cells } = await assemblies.standing(assembly);
  const lacking = cells.filter(({ seats, filled }) => filled < seats).map(({ cellId }) => cellId);
  const empty = lacking.length === 0 ? [] : await assemblies.cellChats(assembly.councilId, lacking);
  const card: Reply = { to: "card", kind: assemblySectorsCard, subject: assembly.id, chats };
  const message = say("assembly-empty-seat", { assembly: titleOf(assembly), when: whenOf(assembly) });
  return [
    card,
    ...(empty.length === 0 ? [] : [{ to: "chats" as const, chats: empty, message }]),
    // Asked when it was planned: again only if there was time to answer since. A day ahead the host is reminded.
    ...((await overtaken(context, assembly, "remind")) ? [] : await hostAgain(context, assembly)),
  ];
});

async function hostAgain(context: Context, assembly: Assembly): Promise<readonly Reply[]> {
  const fresh = context.now - assembly.plannedAt < 24 * 60 * 60_000;
  return assembly.host?.answer === "accepted" || fresh ? [] : askHost(context, assembly);
}

/** A day ahead: the council, the host, and each delegate. */
const remind = onAssembly(async (context, assembly, { after = "" }) => {
  const { assemblies, now } = context;
  if (now >= assembly.startsAt) return [];
  const replies: Reply[] = [];
  if (after === "") {
    const chats = await assemblies.councilChats(assembly.councilId);
    // An hour ahead its card is shown there anew.
    const late = await overtaken(context, assembly, "open");
    if (!late) replies.push({ to: "chats", chats, message: await reminder(context, assembly) });
    const hosts = await assemblies.hostCells(assembly);
    const places = await assemblies.cellChats(
      assembly.councilId,
      hosts.map(({ id }) => id),
    );
    if (places.length > 0) {
      const when = { when: whenOf(assembly) };
      const { blocks } = late ? say("assembly-host-reminder-late", when) : say("assembly-host-reminder", when);
      // A cell may host two of a council's on one day.
      const title = { type: "paragraph", style: "strong", content: titleOf(assembly) } as const;
      replies.push({ to: "chats", chats: places, message: { blocks: [title, ...blocks] } });
    }
  }
  const told = { kind: assemblyJobs.remind, after, message: await reminder(context, assembly) };
  return [...replies, ...(await toDelegates(context, assembly, told))];
});

/** It was moved: each delegate is told; the chats have been. */
const moved = onAssembly(async (context, assembly, { after = "" }) => {
  if (context.now >= assembly.startsAt || (after === "" && (await overtaken(context, assembly, "remind")))) return [];
  const blocks: Block[] = [
    { type: "paragraph", style: "strong", content: phrase("assembly-changed", { assembly: titleOf(assembly) }) },
    { type: "list", items: [whenOf(assembly), await hostLine(context, assembly)] },
  ];
  return toDelegates(context, assembly, { kind: assemblyJobs.moved, after, message: { blocks } });
});

/**
 * To each delegate directly; during their quiet hours it waits until they are over. Some at a time, those whose ids come
 * `after`, so that nobody waits; the job of this `kind` then goes on with the others.
 */
async function toDelegates(
  { assemblies, jobs, now }: Context,
  assembly: Assembly,
  { kind, after, message }: { readonly kind: string; readonly after: string; readonly message: Message },
): Promise<readonly Reply[]> {
  const { seats } = await assemblies.standing(assembly);
  const delegates = [...new Set(seats.flatMap(({ delegate }) => (delegate === undefined ? [] : [delegate])))].sort();
  const some = delegates.filter((id) => id > after).slice(0, remindedAtOnce);
  const last = some.at(-1);
  if (last !== undefined && some.length === remindedAtOnce) {
    const payload = { assembly: assembly.id, after: last };
    await jobs.schedule({ kind, key: `${kind}:${assembly.id}`, payload, dueAt: now });
  }
  // Whatever waited to tell them the same.
  for (const person of some) await jobs.cancel(`${assemblyJobs.nudge}:${assembly.id}:${person}`);
  return some.map((person) => toDelegate(assembly, person, message));
}

async function reminder(context: Context, assembly: Assembly): Promise<Message> {
  return {
    blocks: [
      { type: "paragraph", style: "strong", content: phrase("assembly-reminder", { assembly: titleOf(assembly) }) },
      { type: "list", items: [whenOf(assembly), await hostLine(context, assembly)] },
    ],
  };
}

/** Once their quiet hours are over they hear when it is then. */
const toDelegate = (assembly: Assembly, person: string, message: Message): Reply => ({
  to: "direct",
  person,
  message,
  waits: { until: assembly.startsAt, kind: assemblyJobs.nudge, payload: { assembly: assembly.id, person } },
});

/** Nobody is told twice within half a day (milliseconds) when it is. */
const soon = 12 * 60 * 60_000;

const nudge = onAssembly(async (context, assembly, { person = "" }) => {
  const { now, delegates } = context;
  const reminds = remindAt(assembly);
  if (now >= assembly.startsAt || (now < reminds && reminds - now < soon)) return [];
  if ((await delegates.holds(assembly.councilId, person)).length === 0) return [];
  return [toDelegate(assembly, person, await reminder(context, assembly))];
});

/** An hour ahead people can check in. */
const open = onAssembly(async (context, assembly) => {
  const { assemblies } = context;
  if ((await overtaken(context, assembly, "close")) || !(await assemblies.open(assembly.id))) return [];
  const chats = await assemblies.councilChats(assembly.councilId);
  return [{ to: "card", kind: assemblyCard, subject: assembly.id, chats, anew: true }];
});

/** Nobody has closed it: half a day after its end it is closed, with the votes that are open. */
const closeLate = onAssembly(async (context, assembly) => {
  for (const { vote } of await context.votes.ofAssembly(assembly.id)) {
    if (vote.closedAt === undefined) await context.votes.close(vote);
  }
  const done = await context.assemblies.close(assembly.id);
  return done === undefined ? [] : closedReplies(context, done);
});

/** An assembly is closed: said in the council's chats and in those of its cells, with the date of the next one. */
export async function closedReplies(
  context: Context,
  { closed, next }: { readonly closed: Assembly; readonly next: Assembly | undefined },
): Promise<readonly Reply[]> {
  const { assemblies, votes } = context;
  const seats = closed.final?.cells.reduce((all, cell) => all + cell.seats, 0) ?? 0;
  const present = closed.final?.cells.reduce((all, cell) => all + cell.present, 0) ?? 0;
  const results = (await votes.ofAssembly(closed.id)).flatMap(({ vote }) =>
    vote.result === undefined ? [] : [vote.result],
  );
  const items = [
    phrase("assembly-closed-present", { present, seats }),
    ...(results.length === 0
      ? []
      : [
          phrase("assembly-closed-votes", {
            votes: results.length,
            carried: results.filter(({ carried }) => carried).length,
          }),
        ]),
    ...(next === undefined
      ? []
      : [phrase("assembly-closed-next", { start: time(next.startsAt, "datetime", { named: true }) })]),
  ];
  const message: Message = {
    blocks: [
      { type: "paragraph", style: "strong", content: phrase("assembly-closed-title", { assembly: titleOf(closed) }) },
      { type: "list", items },
      { type: "paragraph", style: "quiet", content: phrase("assembly-closed-minutes") },
    ],
  };
  const council = await assemblies.councilChats(closed.councilId);
  const cells = await assemblies.cellChats(closed.councilId);
  return [
    { to: "chats", chats: [...council, ...cells], message, broadcast: `assembly:${closed.id}:closed` },
    ...(next === undefined ? [] : await plannedReplies(context, next)),
  ];
}

export const assemblyJobRunners: Readonly<Record<string, JobRunner>> = {
  [assemblyJobs.invite]: invite,
  [assemblyJobs.remind]: remind,
  [assemblyJobs.moved]: moved,
  [assemblyJobs.nudge]: nudge,
  [assemblyJobs.open]: open,
  [assemblyJobs.figures]: onAssembly(async ({ assemblies }, assembly, { told = "" }) => {
    await assemblies.figures(assembly, told);
    return [];
  }),
  [assemblyJobs.close]: closeLate,
  [assemblyJobs.clear]: async (context, { assembly = "" }) => {
    if (context.federation !== undefined) await context.assemblies.clear(assembly);
    return [];
  },
};
