/** Counters are what the single rows add up to, and times are kept as exactly as the schema says. */
import { isOtherWay } from "../../../src/domain/pledges.ts";
import { readAnswer } from "../../../src/store/drives/records.ts";
import { pledgesIn } from "../../kit/answers.ts";
import { finerThanSaid } from "../../kit/minutes.ts";
import { recount } from "../../kit/recount.ts";
import type { Check, Found } from "./check.ts";

export const counters: Check = {
  name: "counters",
  begin: () => ({
    async whole(play) {
      const { mistakes } = await play.look(({ tx, keyring }) => recount({ read: (work) => work(tx) }, keyring));
      const found: Found[] = mistakes.map((detail) => ({
        feature: "drive",
        kind: detail.replace(/(?:of|in) .*$/u, "").trim(),
        detail,
      }));
      const more = await play.look(async ({ tx, keyring }) => {
        const wrong: Found[] = [];
        for (const { vouched, _count } of await tx.person.findMany({
          select: { vouched: true, _count: { select: { vouchesReceived: true } } },
        })) {
          if (vouched !== _count.vouchesReceived) {
            wrong.push({ feature: "vouches", kind: "count", detail: `${vouched}, not ${_count.vouchesReceived}` });
          }
        }
        const pledges = await pledgesIn(tx, keyring);
        for (const cell of await tx.driveCell.findMany({ where: { drive: { clearedAt: null } } })) {
          const mine = pledges.filter(({ driveId, cellId }) => driveId === cell.driveId && cellId === cell.cellId);
          // Who came by another way than the first has it noted, and stands in no figure.
          const kept = mine.filter((one) => one.kept && !isOtherWay(readAnswer(one.answer))).length;
          if (kept !== cell.kept) wrong.push({ feature: "kept", kind: "count", detail: `${cell.kept}, not ${kept}` });
          const apart = mine.filter(({ counted, answer }) => !counted && answer !== "out").length;
          if (apart !== cell.unvouched) {
            wrong.push({ feature: "unvouched", kind: "count", detail: `${cell.unvouched}, not ${apart}` });
          }
        }
        return wrong;
      });
      const fine = await play.look(({ tx }) => finerThanSaid(tx));
      for (const detail of fine) more.push({ feature: detail.split(" ", 1)[0] ?? "", kind: "finer", detail });
      return [...found, ...more];
    },
  }),
};
