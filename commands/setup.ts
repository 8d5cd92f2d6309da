/** `/setup`: from a chat to a federation with its first sector and cell. Rules: docs/rules.md, "People and permission". */
import { command, usage } from "../src/core/command.ts";
import type { Message } from "../src/chat/message.ts";
import { language, languageName, optional, required, text, zone, zoneOfPlace } from "../src/core/options/index.ts";
import { longestName, longestPlace } from "./cell.ts";
import { bindHere } from "./chats.ts";
import { planRetention } from "./me.ts";
import { phrase } from "../src/chat/phrase.ts";

export const setup = command({
  name: "setup",
  about: "setup-about",
  bare: usage({
    about: "setup-about",
    level: "anyone",
    where: ["unbound"],
    answer: "chat",
    needsAdministrator: true,
    options: {
      federation: required(text({ max: longestName }), { about: "setup-federation", ask: "setup-ask-federation" }),
      sector: required(text({ max: longestName }), { about: "setup-sector", ask: "setup-ask-sector" }),
      cell: required(text({ max: longestName }), { about: "setup-cell", ask: "setup-ask-cell" }),
      place: optional(text({ max: longestPlace }), { about: "setup-place", ask: "setup-ask-place", guided: true }),
      zone: optional(zone(), { about: "setup-zone", ask: "setup-ask-zone", guided: true }),
      language: optional(language(), { about: "setup-language", ask: "setup-ask-language", guided: true }),
    },
    async run(context, values) {
      const voice = {
        zone: values.zone ?? zoneOfPlace(values.place) ?? context.zone,
        language: values.language ?? context.language,
      };

      const federation = await context.federations.create({ name: values.federation, ...voice });
      const inside = context.within(federation);
      const { cells, people } = inside;
      const sector = await cells.createSector(values.sector);
      const cell = await cells.create({
        name: values.cell,
        sectorId: sector.id,
        place: values.place,
        ...voice,
        coordinatorId: undefined,
      });
      const person = await bindHere(context, inside, cell);
      await people.setSteward(person, true);
      await cells.update(cell, { coordinatorId: person.id });
      await planRetention(inside);

      const done: Message = {
        blocks: [
          {
            type: "paragraph",
            style: "strong",
            content: phrase("setup-done", { federation: federation.name, sector: sector.name, cell: cell.name }),
          },
          {
            type: "list",
            items: [phrase("setup-next-drive"), phrase("setup-next-cells"), phrase("setup-next-members")],
          },
          {
            type: "paragraph",
            style: "quiet",
            content: phrase("setup-defaults", { zone: cell.zone, language: languageName(cell.language) }),
          },
        ],
      };
      return [{ to: "here", message: done }];
    },
  }),
});
