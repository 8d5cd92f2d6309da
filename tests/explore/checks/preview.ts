/**
 * `/role preview` is what then happens when nobody does anything (domain.md, "Role rotation"): where all who come next have
 * accepted, they hold it after the hand-over, at the hour that was said; and the hour holds in any case.
 */
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

export const preview: Check = {
  name: "preview",
  begin: () => {
    let expected: readonly Expected[] = [];
    return {
      async before(play, step) {
        expected = [];
        const late = play.played.at(-1)?.step.type === "late";
        if (step.type !== "wait" || late) return;
        expected = await play.look(async (session) => {
          const all: Expected[] = [];
          for (const federation of await FederationsIn.all(session)) {
            const roles = new Roles(session, federation);
            for (const { id } of await session.tx.role.findMany({
              where: { federationId: federation.id, endedAt: null },
            })) {
              const role = await roles.get(id);
              const [next] = role === undefined ? [] : await roles.preview(role, 1);
              if (next === undefined) continue;
              const { index, from, to, people } = next;
              const sure = people.length > 0 && people.every(({ accepted }) => accepted);
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
        if (due.length === 0) return [];
        return play.look(async ({ tx }) => {
          const found: Found[] = [];
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
