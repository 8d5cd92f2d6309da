/**
 * What is shown ahead is what then happens when nobody does anything. `/role preview` (docs/rules.md, "Role rotation"): where all
 * who come next have accepted, they hold it after the hand-over, at the hour that was said; and the hour holds in any case.
 * `/circle show`: who is next tells and shares then. The choice of a time: the best one of those that were chosen is taken.
 */
import { bestTime } from "../../../src/domain/gatherings.ts";
import type { Session } from "../../../src/store/session.ts";
import { Roles } from "../../../src/store/roles/roles.ts";
import { FederationsIn, type Check, type Found } from "./check.ts";

interface Expected {
  readonly role: string;
  readonly index: number;
  readonly from: number;
  readonly to: number;
  /** Undefined where not all have accepted. */
  readonly people: readonly string[] | undefined;
}

/** Turns of circles, and times that will be chosen, by when. */
interface Ahead {
  readonly turns: ReadonlyMap<string, { readonly at: number; readonly personId: string }>;
  readonly times: ReadonlyMap<string, { readonly decidesAt: number; readonly best: number | undefined }>;
}

async function aheadIn({ tx, now }: Session): Promise<Ahead> {
  const turns = await tx.circleTurn.findMany({ where: { at: { gt: new Date(now) }, personId: { not: null } } });
  const open = await tx.gathering.findMany({
    where: { state: "open", at: null, decidesAt: { gt: new Date(now) } },
    include: { times: { include: { choices: true } } },
  });
  return {
    turns: new Map(turns.map(({ id, at, personId }) => [id, { at: at.getTime(), personId: personId ?? "" }])),
    times: new Map(
      open.map(({ id, decidesAt, times }) => {
        const all = times.map(({ at, choices }) => ({ at: at.getTime(), choices: choices.length }));
        const decides = decidesAt?.getTime() ?? 0;
        return [id, { decidesAt: decides, best: bestTime(all, decides)?.at }];
      }),
    ),
  };
}

async function otherwise({ tx, now }: Session, { turns, times }: Ahead): Promise<readonly Found[]> {
  const found: Found[] = [];
  for (const [id, { at, personId }] of turns) {
    const turn = at > now ? null : await tx.circleTurn.findUnique({ where: { id } });
    // What is over for long is removed.
    if (turn === null || turn.personId === personId) continue;
    found.push({
      feature: "/circle show",
      kind: "others have it",
      detail: `${personId} not ${turn.personId ?? "nobody"}`,
    });
  }
  for (const [id, { decidesAt, best }] of times) {
    const gathering = decidesAt > now ? null : await tx.gathering.findUnique({ where: { id } });
    if (gathering === null || gathering.at?.getTime() === best) continue;
    const shown = (when: number | undefined): string => (when === undefined ? "none" : new Date(when).toISOString());
    found.push({
      feature: "/gather choose",
      kind: "another time",
      detail: `${shown(best)} not ${shown(gathering.at?.getTime())}`,
    });
  }
  return found;
}

export const preview: Check = {
  name: "preview",
  begin: () => {
    let expected: readonly Expected[] = [];
    let ahead: Ahead | undefined;
    return {
      async before(play, step) {
        expected = [];
        ahead = undefined;
        const late = play.played.at(-1)?.step.type === "late";
        if (step.type !== "wait" || late) return;
        expected = await play.look(async (session) => {
          ahead = await aheadIn(session);
          const all: Expected[] = [];
          for (const federation of await FederationsIn.all(session)) {
            const roles = new Roles(session, federation);
            for (const { id } of await session.tx.role.findMany({
              where: { federationId: federation.id, endedAt: null },
            })) {
              const role = await roles.get(id);
              const [next] = role === undefined ? [] : await roles.preview(role, 1);
              if (next === undefined) continue;
              const { index, from, to, people, empty } = next;
              // For a place that is still open whoever held it stays, as acting.
              const sure = people.length > 0 && empty === 0 && people.every(({ accepted }) => accepted);
              all.push({
                role: id,
                index,
                from,
                to,
                people: sure ? people.map(({ personId }) => personId) : undefined,
              });
            }
          }
          return all;
        });
      },
      async step(play) {
        const due = expected.filter(({ from, to }) => from <= play.now && play.now < to);
        const before = ahead;
        if (before === undefined) return [];
        return play.look(async (session) => {
          const { tx } = session;
          const found: Found[] = [...(await otherwise(session, before))];
          for (const { role, index, people, from } of due) {
            const term = await tx.roleTerm.findUnique({
              where: { roleId_index: { roleId: role, index } },
              include: { turns: true, role: true },
            });
            if (term === null || term.role.endedAt !== null) continue;
            if (term.state !== "begun" || term.from.getTime() !== from) {
              found.push({
                feature: "/role preview",
                kind: "another hour",
                detail: `${term.state} ${term.from.toISOString()}`,
              });
              continue;
            }
            if (people === undefined) continue;
            const held = term.turns.flatMap(({ heldFrom, personId }) => (heldFrom === null ? [] : [personId ?? ""]));
            if ([...held].sort().join() !== [...people].sort().join()) {
              found.push({
                feature: "/role preview",
                kind: "others hold it",
                detail: `${people.join()} not ${held.join()}`,
              });
            }
          }
          return found;
        });
      },
    };
  },
};
