/** A calendar at a glance, as a picture and on a page. */
import { describe, expect, it } from "vitest";
import type { Waves } from "../../../src/chat/drawing.ts";
import { chartPng } from "../../../src/pages/png.ts";
import { paperPdf } from "../../../src/pages/print.ts";
import { wavesSvg } from "../../../src/pages/waves.ts";
import { readPdf } from "../../kit/pdf.ts";

const of = (sectors: number): Waves<string> => ({
  title: "Mon 6 April to Mon 6 July",
  days: 92,
  weeks: [7, 14],
  months: [
    { day: 0, label: "April 2026" },
    { day: 25, label: "May 2026" },
  ],
  bands: [
    { kind: "burst", from: 0, until: 14 },
    { kind: "lull", from: 14, until: 21 },
  ],
  rows: Array.from({ length: sectors }, (_, index) => ({
    label: `Sector <${String(index)}> & more`,
    figures: "2 actions",
    counts: Array.from({ length: 92 }, (_one, day) => (day === index || day === 30 ? index + 1 : 0)),
  })),
  more: "and 3 more sectors",
  dates: [{ day: 25, label: "Fri 1 May: May Day march" }],
  meetings: [3, 17],
  key: { burst: "Burst", lull: "Lull", actions: "Actions that day", date: "Agreed day", meeting: "Assemblies" },
});

describe("a calendar at a glance", () => {
  it("is a picture that says all of it, and nothing of people's text is markup", () => {
    const { svg, ratio } = wavesSvg(of(3));
    for (const said of ["April 2026", "May 2026", "Burst", "Lull", "Assemblies", "Fri 1 May: May Day march"]) {
      expect(svg).toContain(said);
    }
    expect(svg).not.toContain("<0>");
    expect(svg.match(/fill="#116699"/gu)?.length).toBeGreaterThan(4);
    expect(ratio).toBeGreaterThan(0.4);
    expect(wavesSvg(of(3)).svg).toBe(svg);
  });

  it("of twenty sectors is no higher than is shown whole", () => {
    expect(wavesSvg(of(20)).ratio).toBeLessThan(2);
  });

  it("can be empty, or have one day", () => {
    const { more: _more, ...rest } = of(0);
    expect(wavesSvg({ ...rest, days: 1, bands: [], dates: [], meetings: [] }).svg).toContain("April 2026");
  });

  it("is drawn as a PNG, and on a page with its words", async () => {
    const png = await chartPng(of(8));
    expect([...png.slice(1, 4)].map((byte) => String.fromCharCode(byte)).join("")).toBe("PNG");
    const paper = { title: "Spring", blocks: [{ type: "waves", waves: of(8) }], foot: "As of today", at: 0 } as const;
    const [page] = readPdf(await paperPdf(paper));
    expect(page).toContain("May Day march");
    expect(page).toContain("Burst");
  });
});
