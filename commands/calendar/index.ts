/** `/calendar`: phases, agreed dates, assemblies and shared actions, at a glance. Rules: docs/rules.md, "The calendar of all". */
import { command, Refused, usage } from "../../src/core/command.ts";
import { calendarDay } from "../../src/core/options/date.ts";
import { optional } from "../../src/core/options/index.ts";
import { clockOf } from "../../src/core/options/option.ts";
import { phrase } from "../../src/chat/phrase.ts";
import { addDays, localParts } from "../../src/domain/time.ts";
import { lengthOf, mostShownDays, usualDays } from "../../src/domain/waves.ts";
import { calendarOfAll } from "./file.ts";
import { calendarMessage } from "./messages.ts";
import { collected } from "./collected.ts";

const show = usage({
  about: "calendar-show-about",
  level: "member",
  where: ["cell", "council", "direct"],
  answer: "chat",
  options: {
    from: optional(calendarDay(), { about: "calendar-option-from", ask: "calendar-ask-from" }),
    to: optional(calendarDay(), { about: "calendar-option-to", ask: "calendar-ask-to" }),
  },
  async run(context, { from: first, to: last }) {
    const from = first ?? localParts(context.now, clockOf(context)).date;
    const days = { from, to: last ?? addDays(from, usualDays - 1) };
    if (days.to < days.from) throw new Refused(phrase("calendar-backwards"));
    if (lengthOf(days) > mostShownDays) throw new Refused(phrase("calendar-too-long", { most: mostShownDays }));
    const found = await collected(context, days);
    const file = await calendarOfAll(context);
    return [{ to: "here", message: await calendarMessage(context, found, file) }];
  },
});

export const calendar = command({
  name: "calendar",
  about: "calendar-about",
  words: { show },
});
