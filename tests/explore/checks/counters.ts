/** Counters are what the single rows add up to. */
import { recount } from "../../kit/recount.ts";
import type { Check, Found } from "./check.ts";

export const counters: Check = {
  name: "counters",
  begin: () => ({
    async whole(play) {
      const { mistakes } = await recount(play.database);
      const found: Found[] = mistakes.map((detail) => ({
        feature: "drive",
        kind: detail.replace(/(?:of|in) .*$/u, "").trim(),
        detail,
      }));
      const more = await play.look(async ({ tx }) => {
        const wrong: Found[] = [];
        for (const { vouched, _count } of await tx.person.findMany({
          select: { vouched: true, _count: { select: { vouchesReceived: true } } },
        })) {
          if (vouched !== _count.vouchesReceived) {
            wrong.push({ feature: "vouches", kind: "count", detail: `${vouched}, not ${_count.vouchesReceived}` });
          }
        }
        for (const cell of await tx.driveCell.findMany({ where: { drive: { clearedAt: null } } })) {
          const kept = await tx.pledge.count({ where: { driveId: cell.driveId, cellId: cell.cellId, kept: true } });
          if (kept !== cell.kept) wrong.push({ feature: "kept", kind: "count", detail: `${cell.kept}, not ${kept}` });
          const apart = await tx.pledge.count({
            where: { driveId: cell.driveId, cellId: cell.cellId, counted: false, answer: { not: "out" } },
          });
          if (apart !== cell.unvouched) {
            wrong.push({ feature: "unvouched", kind: "count", detail: `${cell.unvouched}, not ${apart}` });
          }
        }
        return wrong;
      });
      return [...found, ...more];
    },
  }),
};
