/** `/sector`: the branches of work of the federation. */
import { command, Refused, usage } from "../src/core/command.ts";
import { say } from "../src/chat/message.ts";
import { required, text } from "../src/core/options/index.ts";
import { longestName } from "./cell.ts";
import { phrase } from "../src/chat/phrase.ts";

export const sector = command({
  name: "sector",
  about: "sector-about",
  words: {
    new: usage({
      about: "sector-new-about",
      level: "steward",
      where: ["cell", "direct"],
      answer: "chat",
      options: {
        name: required(text({ max: longestName }), {
          about: "sector-option-name",
          ask: "sector-ask-name",
          position: 0,
        }),
      },
      async run({ cells }, { name }) {
        const there = await cells.sectorByName(name);
        if (there !== undefined) throw new Refused(phrase("sector-name-taken", { name: there.name }));
        const made = await cells.createSector(name);
        return [{ to: "here", message: say("sector-made", { name: made.name }) }];
      },
    }),

    list: usage({
      about: "sector-list-about",
      level: "member",
      where: ["cell", "direct"],
      answer: "chat",
      async run({ cells, federation }) {
        const [sectors, counts] = [await cells.sectors(), await cells.cellsPerSector()];
        return [
          {
            to: "here",
            message: {
              blocks: [
                { type: "heading", content: phrase("sector-list", { federation: federation.name }) },
                {
                  type: "list",
                  items: sectors.map(({ id, name }) => phrase("sector-line", { name, count: counts.get(id) ?? 0 })),
                },
              ],
            },
          },
        ];
      },
    }),
  },
});
