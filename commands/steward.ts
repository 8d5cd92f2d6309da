/** `/steward`: who looks after the whole federation. The last one cannot leave (docs/rules.md, "People and permission"). */
import { command, Refused, usage } from "../src/core/command.ts";
import { say } from "../src/chat/message.ts";
import { person as personOption, required } from "../src/core/options/index.ts";
import { nameOf } from "./names.ts";
import { askSure, sureOption } from "./making.ts";
import { phrase } from "../src/chat/phrase.ts";

const whom = { person: required(personOption(), { about: "option-person", ask: "steward-ask-person", position: 0 }) };

export const steward = command({
  name: "steward",
  about: "steward-about",
  words: {
    add: usage({
      about: "steward-add-about",
      level: "steward",
      where: ["cell", "direct"],
      answer: "chat",
      options: { ...whom, confirm: sureOption() },
      async run(context, { person, confirm }) {
        const named = await nameOf(context, person.id);
        if (person.steward) throw new Refused(phrase("steward-is-one", { person: named }));
        if (confirm !== true) {
          const action = { command: "steward", word: "add", options: { person: `#${person.id}` } };
          return askSure(context, person, (args) => phrase("steward-add-sure", args), action);
        }
        await context.people.setSteward(person, true);
        return [{ to: "here", message: say("steward-added", { person: named }) }];
      },
    }),

    remove: usage({
      about: "steward-remove-about",
      level: "steward",
      where: ["cell", "direct"],
      answer: "chat",
      options: whom,
      async run(context, { person }) {
        const named = await nameOf(context, person.id);
        if (!person.steward) throw new Refused(phrase("steward-is-none", { person: named }));
        if (await context.people.isLastSteward(person)) throw new Refused(phrase("steward-last"));
        await context.people.setSteward(person, false);
        return [{ to: "here", message: say("steward-removed", { person: named }) }];
      },
    }),
  },
});
