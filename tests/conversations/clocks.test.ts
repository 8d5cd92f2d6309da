/** The hours of zones whose law changed in 2026, as people type, read and import them. */
import ICAL from "ical.js";
import { expect } from "vitest";
import { conversation } from "../kit/conversation.ts";

const hours = [
  ["Vancouver", "13:00"],
  ["Edmonton", "14:00"],
  ["Winnipeg", "15:00"],
  ["Havana", "16:00"],
  ["Casablanca", "20:00"],
] as const;

conversation("one moment is 13:00 in Vancouver and 20:00 in Casablanca", async ({ cell, stage }) => {
  const { chat, zoe } = await cell("Depot 5", { sector: "transport" });
  const moment = Date.UTC(2026, 10, 29, 20);
  for (const [index, [city, time]] of hours.entries()) {
    await zoe.says(`/cell settings zone ${city}`).isTold(new RegExp(city, "u"));
    await zoe.says(`/gather new "Soup ${city}" at:"2026-11-29 ${time}"`);
    chat.shows(new RegExp(`Soup ${city}\\n.*29 November, ${time} \\(${city}\\)`, "u"));
    const row = await stage.database.transaction((tx) => tx.gathering.findFirst({ where: { number: index + 1 } }));
    expect(row?.at?.getTime()).toBe(moment);
    const [shown] = await zoe.says("/gather ics");
    const file = shown?.rendered.blocks.find((block) => block.type === "file");
    const text = file?.type === "file" && "data" in file.file ? Buffer.from(file.file.data, "base64").toString() : "";
    const events = new ICAL.Component(ICAL.parse(text)).getAllSubcomponents("vevent");
    const soup = events.map((event) => new ICAL.Event(event)).find(({ summary }) => summary.includes(city));
    expect(soup?.startDate.toJSDate().getTime()).toBe(moment);
  }
  expect(stage.problems).toEqual([]);
});
