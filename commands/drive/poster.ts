/** `/drive poster`: a page for the wall with what is asked, what is demanded, the goal and the deadline. No figure is on it. */
import { Refused, usage } from "../../src/core/command.ts";
import { payloadOf } from "../../src/chat/leads.ts";
import type { Paper, PaperBlock } from "../../src/chat/drawing.ts";
import { verbatim } from "../../src/chat/message.ts";
import { phrase, time } from "../../src/chat/phrase.ts";
import { drive as driveOption, driveOrOnly } from "../../src/core/options/drive.ts";
import { optional } from "../../src/core/options/index.ts";
import { isOpen, type Drive } from "../../src/domain/drives.ts";

export const poster = usage({
  about: "drive-poster-about",
  level: "member",
  where: ["cell", "council", "direct"],
  answer: "chat",
  options: { drive: optional(driveOption(), { about: "option-drive", ask: "drive-ask-which" }) },
  async run(context, values) {
    const drive = await driveOrOnly(values.drive, context, { none: () => phrase("drive-none-open"), of: "open" });
    if (!isOpen(drive, context.now)) throw new Refused(phrase("drive-closed-already"));
    const file = {
      name: phrase("drive-poster-file", { number: drive.number }),
      prints: posterPaper(drive),
      as: "pdf",
    } as const;
    return [{ to: "here", message: { blocks: [{ type: "file", file }] } }];
  },
});

function posterPaper({ id, number, question, demands, ways, goal, minimum, openedAt, deadline }: Drive): Paper {
  const blocks: readonly PaperBlock[] = [
    ...(demands.length === 0 ? [] : [{ type: "list", items: demands.map(verbatim) } as const]),
    ...(ways.length === 0
      ? []
      : [{ type: "paragraph", text: phrase("drive-poster-ways", { ways: [...ways] }) } as const]),
    { type: "paragraph", text: phrase("drive-poster-goal", { goal }), style: "strong" },
    ...(minimum > 0 ? [{ type: "paragraph", text: phrase("drive-minimum", { minimum }) } as const] : []),
    {
      type: "paragraph",
      text: phrase("drive-poster-deadline", { deadline: time(deadline, "datetime", { named: true }) }),
      style: "strong",
    },
  ];
  return {
    title: verbatim(question),
    blocks,
    foot: phrase("drive-poster-foot", { number }),
    at: openedAt,
    code: { leads: { to: "direct", payload: payloadOf({ drive: id }) }, label: phrase("drive-poster-scan") },
  };
}
