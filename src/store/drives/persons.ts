/** What becomes of drives and answers when people come and go: src/store/of-persons.ts. */
import { nothing, type OfPersons } from "../of-persons.ts";
import type { Store } from "../repository.ts";
import { answersMove, exportOf, forgetAnswers } from "./going.ts";
import { mergeAnswers } from "./linking.ts";

export function ofPersons(store: Store): OfPersons {
  const { tx } = store.session;
  const federationId = store.federation.id;
  return {
    tables: ["Drive", "Pledge", "PledgeEvent", "PledgeTag"],
    leavesCell: nothing("answers go with where somebody counts: countsElsewhere"),
    countsElsewhere: async ({ person, note }) => {
      const { moved, withdrawn } = await answersMove(store, person);
      if (moved.length > 0) note({ kind: "answers-moved", drives: moved });
      if (withdrawn.length > 0) note({ kind: "answers-withdrawn", drives: withdrawn });
    },
    becomesOne: async ({ first, second, stands }) => {
      await tx.drive.updateMany({ where: { createdById: second, federationId }, data: { createdById: first.id } });
      await mergeAnswers(store, first, second, stands);
    },
    forgotten: async ({ person }) => {
      await tx.drive.updateMany({ where: { createdById: person.id, federationId }, data: { createdById: null } });
      await forgetAnswers(store, person.id);
    },
    exported: ({ personId }) => exportOf(store, personId),
    retention: nothing("each drive that has closed has a job for it: drive-clear"),
    cellLeavesCouncil: nothing("drives are of cells, sectors and the federation"),
  };
}
