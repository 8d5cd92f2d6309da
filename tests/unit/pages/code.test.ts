/** Codes for cameras, read back by a decoder that did not write them. */
import { inflateSync } from "node:zlib";
import fc from "fast-check";
import decoder from "jsqr";
import { expect, it } from "vitest";
import type { Paper } from "../../../src/chat/drawing.ts";
import { demandLimits, wayLimits } from "../../../src/domain/drives.ts";
import { codePng } from "../../../src/pages/png.ts";
import { posterPdf } from "../../../src/pages/poster.ts";
import { readPdf } from "../../kit/pdf.ts";

/** Its types say that it is in a module of its own, which it is not. */
const jsQR = decoder as unknown as typeof decoder.default;

/** What a camera sees: grey values, 255 is white. */
interface Seen {
  readonly width: number;
  readonly height: number;
  readonly grey: Uint8Array;
}

function scanned({ width, height, grey }: Seen): string | undefined {
  const pixels = new Uint8ClampedArray(4 * width * height);
  grey.forEach((value, at) => pixels.set([value, value, value, 255], 4 * at));
  return jsQR(pixels, width, height)?.data;
}

/** The pixels of one of our pictures: a palette, and rows without a filter. */
function pixelsOf(png: Uint8Array): Seen {
  const view = Buffer.from(png);
  const [width, height] = [view.readUInt32BE(16), view.readUInt32BE(20)];
  const palette = view.subarray(view.indexOf("PLTE") + 4);
  const begin = view.indexOf("IDAT");
  const rows = inflateSync(view.subarray(begin + 4, begin + 4 + view.readUInt32BE(begin - 4)));
  const grey = new Uint8Array(width * height);
  for (let y = 0; y < height; y++)
    for (let x = 0; x < width; x++) grey[y * width + x] = palette[3 * (rows[y * (width + 1) + 1 + x] ?? 0)] ?? 0;
  return { width, height, grey };
}

/** The page as a camera sees it, three pixels to a point: nothing but its black rectangles. */
function codeOn(pdf: Uint8Array): Seen {
  const scale = 3;
  const [width, height] = [Math.ceil(595 * scale), Math.ceil(842 * scale)];
  const grey = new Uint8Array(width * height).fill(255);
  const raw = Buffer.from(pdf).toString("latin1");
  const drawn = [...raw.matchAll(/stream\n([^]*?)\nendstream/gu)].flatMap(([, data = ""]) => {
    try {
      return [inflateSync(Buffer.from(data, "latin1")).toString("latin1")];
    } catch {
      return [];
    }
  });
  for (const [, x = "", y = "", wide = "", high = ""] of drawn.join("\n").matchAll(/(\S+) (\S+) (\S+) (\S+) re/gu)) {
    const from = (of: string): number => Math.round(Number(of) * scale);
    const ends = (of: string, more: string): number => Math.round((Number(of) + Number(more)) * scale);
    for (let row = from(y); row < ends(y, high); row++)
      grey.fill(0, row * width + from(x), row * width + ends(x, wide));
  }
  return { width, height, grey };
}

const addresses = [
  "https://t.me/steward_bot?startgroup=join-BCDF-2345",
  "https://discord.com/oauth2/authorize?client_id=123456789012345678&scope=bot%20applications.commands&permissions=2252074692766720",
  "https://matrix.to/#/%40steward%3Aexample.org",
];

it("a picture of an address is read as that address", () => {
  for (const address of addresses) expect(scanned(pixelsOf(codePng(address)))).toBe(address);
  fc.assert(
    fc.property(fc.stringMatching(/^[A-Za-z0-9_%/?=&-]{1,150}$/u), (path) => {
      const address = `https://example.org/${path}`;
      expect(scanned(pixelsOf(codePng(address)))).toBe(address);
    }),
    { numRuns: 20 },
  );
});

const poster = (title: string, demands: readonly string[], address?: string): Paper<string> => ({
  title,
  blocks: [
    { type: "list", items: demands },
    { type: "paragraph", text: "Goal: 50", style: "strong" },
    { type: "paragraph", text: "Answer until Fri 27 March, 18:00 (Paris)", style: "strong" },
  ],
  foot: "Drive 3",
  at: Date.UTC(2026, 2, 22),
  code: { leads: { to: "direct" }, label: "Scan to answer", ...(address === undefined ? {} : { address }) },
});

it("a poster is one page with its question, demands, goal, deadline, and a code that is read", async () => {
  for (const address of addresses) {
    const file = await posterPdf(poster("¿Paramos el Primero de Mayo?", ["Safe shifts", "Ocho horas"], address));
    const [text = "", ...more] = readPdf(file);
    const page = text.replaceAll("\n", " ");
    expect(more).toEqual([]);
    const words = ["¿Paramos el Primero de Mayo?", "1.", "Safe shifts", "2.", "Ocho horas", "Goal: 50", "Fri 27 March"];
    for (const said of [...words, "Scan to answer", "Drive 3"]) expect(page).toContain(said);
    expect(scanned(codeOn(file))).toBe(address);
  }
});

it("where the platform has no address a poster has no code, and the rest stands", async () => {
  const file = await posterPdf(poster("Shall we?", ["Rest"]));
  expect(readPdf(file)[0]).toContain("Shall we?");
  expect(readPdf(file)[0]).not.toContain("Scan to answer");
  expect(scanned(codeOn(file))).toBeUndefined();
});

it("whatever is asked and demanded fits above the code", async () => {
  const words = fc.array(fc.constantFrom("we", "WWWWWWWWWW", "Überstunden", "descanso", "x".repeat(60)), {
    minLength: 1,
    maxLength: 60,
  });
  const said = (most: number) => words.map((all) => all.join(" ").slice(0, most));
  const some = { minLength: 1, maxLength: demandLimits.most };
  const address = addresses[1];
  await fc.assert(
    fc.asyncProperty(said(300), fc.array(said(demandLimits.longest), some), async (question, demands) => {
      const full: Paper<string> = poster(question, demands, address);
      const ways = Array.from({ length: wayLimits.most }, () => "W".repeat(wayLimits.longest)).join(", ");
      const file = await posterPdf({ ...full, blocks: [...full.blocks, { type: "paragraph", text: ways }] });
      expect(readPdf(file)).toHaveLength(1);
      expect(scanned(codeOn(file))).toBe(address);
    }),
    { numRuns: 10 },
  );
});
