/** The hours of zones whose law changed in 2026, as people type, read and import them. */
import ICAL from "ical.js";
import { expect } from "vitest";
import { lineText, renderLines } from "../../adapters/console/render.ts";
import { render as onDiscord } from "../../adapters/discord/render.ts";
import { contentOf, render as onMatrix } from "../../adapters/matrix/render.ts";
import { renderParts } from "../../adapters/telegram/render.ts";
import type { Paper } from "../../src/chat/drawing.ts";
import type { Message, Rendered } from "../../src/chat/message.ts";
import { phrase, time } from "../../src/chat/phrase.ts";
import type { PlatformName } from "../../src/chat/inbound.ts";
import { paperPdf } from "../../src/pages/print.ts";
import { Buttons } from "../../src/store/buttons.ts";
import { conversation } from "../kit/conversation.ts";
import { readPdf } from "../kit/pdf.ts";

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

/** All that a platform is sent of a message, as text: what stands in the zone of the chat, and moments for clients. */
const sent: Readonly<Record<PlatformName, (message: Rendered) => string>> = {
  console: (message) => renderLines(message).map(lineText).join("\n"),
  telegram: (message) => JSON.stringify(renderParts(message, () => "")),
  discord: (message) =>
    onDiscord(message, "1")
      .map(({ content }) => content)
      .join("\n"),
  matrix: (message) => JSON.stringify(onMatrix(message, "@steward:example.org").notices.map(contentOf)),
};

conversation("one moment has these hours in what a platform is sent, and on a page", async ({ stage, platform }) => {
  const moment = Date.UTC(2026, 10, 29, 20);
  const at = phrase("core-press-again", { until: time(moment, "datetime", { named: true }) });
  const paper: Paper = { title: at, blocks: [{ type: "paragraph", text: at }], foot: at, at: moment };
  const message: Message = {
    blocks: [
      { type: "heading", content: at },
      { type: "list", items: [at] },
      { type: "table", head: [at], rows: [[at]] },
      { type: "progress", value: 1, goal: 2, label: at },
      { type: "file", file: { name: phrase("minutes-file-pdf", { number: 1 }), prints: paper, as: "pdf" } },
    ],
  };
  const zones = ["America/Vancouver", "America/Edmonton", "America/Winnipeg", "America/Havana", "Africa/Casablanca"];
  for (const [index, [city, hour]] of hours.entries()) {
    const rendered = await stage.database.transaction(async (tx) => {
      const { presenter } = stage.steward.dispatch;
      const reader = {
        language: "en",
        zone: zones[index] ?? "",
        now: Date.UTC(2026, 10, 20),
        capabilities: stage.adapter(platform).capabilities,
        kind: "group",
        encrypted: false,
        place: "place",
        federationId: undefined,
        chatId: undefined,
      } as const;
      return presenter.present(
        message,
        reader,
        new Buttons(stage.steward.dispatch.sessionIn(tx)),
        stage.keyring.system,
      );
    });
    const written = `29 November, ${hour} (${city})`;
    const text = sent[platform]?.(rendered) ?? "";
    // On Discord everybody's client shows the moment on their own clock, where it is no part of a drawing.
    const ways = [written, `<t:${String(moment / 1000)}:`];
    const moments = ways.reduce((sum, way) => sum + text.split(way).length - 1, 0);
    expect(moments, text).toBeGreaterThanOrEqual(4);
    expect(text.match(/\d\d:\d\d(?! \()/gu) ?? [], text).toEqual([]);
    const [file] = rendered.blocks.flatMap((block) => (block.type === "file" ? [block.file.made] : []));
    if (file === undefined || !("prints" in file)) throw new Error("there is no page");
    const [page = ""] = readPdf(await paperPdf(file.prints));
    expect(page.replaceAll("\n", " ").split(written).length - 1, page).toBeGreaterThanOrEqual(2);
  }
});
