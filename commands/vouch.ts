/** `/vouch`: a member says that they know somebody. Rules: docs/rules.md, "People and permission". */
import { command, Refused, usage, type JobRunner, type Reply } from "../src/core/command.ts";
import { say } from "../src/chat/message.ts";
import { person as personOption, required, type Person } from "../src/core/options/index.ts";
import { vouchedJob, vouchLostJob } from "../src/domain/vouches.ts";
import { nameOf } from "./names.ts";
import { phrase } from "../src/chat/phrase.ts";

/** Who counts in no cell has left, and is not written to. */
const toVouched = ({ id: person, cellId }: Pick<Person, "id" | "cellId">): readonly Reply[] =>
  cellId === undefined
    ? []
    : [
        {
          to: "direct",
          person,
          message: say("vouch-reached"),
          waits: { until: Infinity, kind: vouchedJob, payload: { person } },
        },
      ];

/** Fewer vouch for somebody than are needed: those who did are gone. Nothing is said where enough do again by then. */
const tellLost: JobRunner = async ({ federation, people }, { person: id = "" }) => {
  const person = await people.get(id);
  if (federation === undefined || person?.cellId === undefined || person.vouched >= federation.vouches) return [];
  return [
    {
      to: "direct",
      person: id,
      message: say("vouch-lost", { count: person.vouched, needed: federation.vouches }),
      waits: { until: Infinity, kind: vouchLostJob, payload: { person: id } },
    },
  ];
};

/** After their quiet hours, if it is so still: who vouched may be forgotten, and the number may have been raised. */
const tellLater: JobRunner = async ({ federation, people }, { person: id = "" }) => {
  const person = await people.get(id);
  return federation === undefined || person === undefined || person.vouched < federation.vouches
    ? []
    : toVouched(person);
};

export const vouch = command({
  name: "vouch",
  about: "vouch-about",
  jobs: { [vouchedJob]: tellLater, [vouchLostJob]: tellLost },
  bare: usage({
    about: "vouch-about",
    level: "member",
    where: ["cell", "direct"],
    answer: "private",
    // Whom somebody vouches for was typed in the chat; how the other answered in a drive is not said.
    fallback: "chat",
    options: {
      person: required(personOption(), { about: "option-person", ask: "vouch-ask-person", position: 0 }),
    },
    async first({ federation }) {
      if (federation.vouches === 0) throw new Refused(phrase("vouch-off"));
    },
    async run(context, { person: to }) {
      const { person: from, people, drives, federation } = context;
      if (from.id === to.id) throw new Refused(phrase("vouch-yourself"));
      const named = await nameOf(context, to.id);
      // Who has left counts in no drive.
      if (to.cellId === undefined) throw new Refused(phrase("vouch-left", { person: named }));
      const { outcome, count, reached } = await people.vouch(from, to);
      if (outcome === "already") throw new Refused(phrase("vouch-already", { person: named }));
      if (reached) await drives.vouchedFor(to.id);
      const done: Reply = {
        to: "person",
        message: say("vouch-done", { person: named, count, needed: federation.vouches }),
      };
      return reached ? [done, ...toVouched(to)] : [done];
    },
  }),
});
