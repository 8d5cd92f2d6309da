/** The board as a page: what people write stays text, and the bar says what the words say. */
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { Board } from "../../../src/chat/board.ts";
import { boardContent, boardPage, boardPolicy, plainPage } from "../../../src/pages/board.ts";
import { html } from "../../../src/pages/html.ts";

const board: Board = {
  language: "en",
  title: "Assembly 3",
  facts: ["Thu 26 March, 18:00", "Host: Transport, Lyon"],
  quorum: { label: "Quorum", said: "3 of 4 seats are there: enough", present: 3, needed: 3, all: 4, met: true },
  now: [{ label: "Now: 3", text: "Bread" }],
  floor: [{ label: "Speaking", text: "Transport" }],
  vote: { label: "Vote 1", question: "Do we strike", detail: "2 yes", said: "Carried", carried: true },
  sectors: { label: "Sectors", lines: [{ label: "Transport", text: "2 of 2" }] },
  lost: "lost",
  ended: "ended",
};

describe("a board", () => {
  it("takes nothing that people write for anything but text", () => {
    const tags = (text: string): readonly string[] => text.match(/<[^>]*>/gu) ?? [];
    const usual = tags(boardPage(board));
    fc.assert(
      fc.property(fc.string({ unit: fc.constantFrom(..."<>&\"'`=/ abs") }), (words) => {
        const of: Board = {
          ...board,
          title: words,
          facts: [words, words],
          now: [{ label: words, text: words }],
          floor: [{ label: words, text: words }],
          vote: { label: words, question: words, detail: words, said: words, carried: true },
          sectors: { label: words, lines: [{ label: words, text: words }] },
          lost: words,
        };
        expect(tags(boardPage(of))).toEqual(usual);
        expect(tags(html`<p title="${words}">${words}</p>`.text)).toHaveLength(2);
        expect(plainPage("en", words)).not.toMatch(/<script/u);
      }),
    );
  });

  it("is whole before anybody is there, and where nothing is needed", () => {
    const empty = {
      ...board,
      quorum: undefined,
      now: [],
      floor: [],
      vote: undefined,
      sectors: { label: "", lines: [] },
    };
    expect(boardContent(empty)).not.toMatch(/<section|undefined|NaN/u);
    const none = { label: "Quorum", said: "0 of 0", present: 0, needed: 0, all: 0, met: false };
    expect(boardContent({ ...empty, quorum: none })).not.toMatch(/NaN|Infinity/u);
  });

  it("has one style and one script, as its policy names them", async () => {
    const page = boardPage(board);
    const inside = [...page.matchAll(/<(style|script)>([^]*?)<\/\1>/gu)].map(([, , text = ""]) => text);
    expect(inside).toHaveLength(2);
    for (const text of inside) {
      const digest = await crypto.subtle.digest("SHA-256", new TextEncoder().encode(text));
      expect(boardPolicy).toContain(`'sha256-${Buffer.from(digest).toString("base64")}'`);
    }
  });
});
