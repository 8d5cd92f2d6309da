/** A picture of bars, as SVG: for a telephone, so in large type and one below the other. */
import { escapeHtml } from "../chat/html.ts";
import type { Bar, Bars, Chart, Fill } from "../chat/drawing.ts";
import { drawnLetters, fontFamily, widthOf, wrapped, type Weight } from "./fonts.ts";
import { printable } from "./printable.ts";
import { runsLeft } from "./right-to-left.ts";

/** Units of the picture. It is drawn larger: `src/pages/png.ts`. */
const width = 720;
const margin = 36;
const inner = width - 2 * margin;

const ink = "#222222";
const grey = "#555555";
const blue = "#116699";
const light = "#ccddee";
const track = "#eeeeee";
const red = "#bb2222";
const fills: Readonly<Record<Fill, string>> = { full: blue, striped: "url(#stripes)", pale: "#aabbbb" };

const title = { size: 34, weight: "bold", high: 44 } as const;
const outcome = { size: 52, weight: "bold", high: 66 } as const;
const heading = { size: 25, weight: "bold", high: 34 } as const;
const label = { size: 25, weight: "bold", high: 34 } as const;
const figures = { size: 25, weight: "regular", high: 34 } as const;
const small = { size: 22, weight: "regular", high: 30 } as const;
const barHigh = 34;

interface Type {
  readonly size: number;
  readonly weight: Weight;
  /** Of a line. */
  readonly high: number;
}

/** Elements, and where the next one goes. */
interface Sheet {
  readonly parts: string[];
  y: number;
}

function text(line: string, x: number, y: number, type: Type, color: string, anchor = "start"): string {
  const letters = drawnLetters(line, type.size, type.weight);
  if (letters !== undefined) {
    const wide = widthOf(line, type.size, type.weight);
    // In a picture that is turned around letters are turned back, and go to the left from where they begin.
    if (runsLeft(line)) {
      const at = `translate(${x.toFixed(1)} ${y.toFixed(1)}) scale(-1 1) translate(${(anchor === "end" ? 0 : -wide).toFixed(1)} 0)`;
      return `<g transform="${at}" fill="${color}">${letters}</g>`;
    }
    const from = anchor === "end" ? x - wide : x;
    return `<g transform="translate(${from.toFixed(1)} ${y.toFixed(1)})" fill="${color}">${letters}</g>`;
  }
  return written(line, x, y, type, color, anchor);
}

const written = (line: string, x: number, y: number, type: Type, color: string, anchor: string): string =>
  `<text x="${String(x)}" y="${y.toFixed(1)}" font-size="${String(type.size)}" font-weight="${type.weight === "bold" ? "700" : "400"}" ` +
  `fill="${color}" text-anchor="${anchor}">${escapeHtml(line)}</text>`;

const box = (x: number, y: number, wide: number, high: number, fill: string): string =>
  `<rect x="${x.toFixed(1)}" y="${y.toFixed(1)}" width="${wide.toFixed(1)}" height="${String(high)}" fill="${fill}"/>`;

/** Writes lines from the sheet's place on, and moves it behind them. */
function write(sheet: Sheet, said: string, type: Type, color: string, most: number, x = margin, wide = inner): void {
  for (const line of wrapped(said, { ...type, width: wide, most })) {
    sheet.parts.push(text(line, x, sheet.y + type.size, type, color));
    sheet.y += type.high;
  }
}

/** The picture of a chart, and how many times as high as wide it is. The same chart gives the same text. */
export function barsSvg(chart: Chart<string>): { readonly svg: string; readonly ratio: number } {
  const sheet: Sheet = { parts: [], y: margin - 6 };
  write(sheet, chart.title, title, ink, 6);
  if (chart.outcome !== undefined) {
    sheet.y += 8;
    write(sheet, chart.outcome, outcome, ink, 2);
  }
  sheet.y += 14;
  for (const group of chart.groups) drawGroup(sheet, group);
  drawKey(sheet, chart);
  if (chart.note !== undefined) {
    sheet.y += 6;
    write(sheet, chart.note, small, grey, 6);
  }
  const high = Math.ceil(sheet.y + margin - 10);
  // not for people: markup
  const svg =
    `<svg xmlns="http://www.w3.org/2000/svg" width="${String(width)}" height="${String(high)}" ` +
    `viewBox="0 0 ${String(width)} ${String(high)}" font-family="${fontFamily}">` +
    `<defs><pattern id="stripes" width="10" height="10" patternUnits="userSpaceOnUse" patternTransform="rotate(45)">` +
    `<rect width="10" height="10" fill="${light}"/><rect width="4" height="10" fill="${blue}"/></pattern></defs>` +
    `<rect width="${String(width)}" height="${String(high)}" fill="#ffffff"/>${turned(chart, sheet.parts.join(""))}</svg>`;
  return { svg, ratio: high / width };
}

/** A picture that runs from right to left is the mirror image of another. */
const turned = ({ title: said }: Chart<string>, parts: string): string =>
  // not for people: markup
  runsLeft(said) ? `<g transform="translate(${String(width)} 0) scale(-1 1)">${parts}</g>` : parts;

const valueOf = ({ parts }: Bar<string>): number => parts.reduce((sum, { value }) => sum + Math.max(0, value), 0);

function drawGroup(sheet: Sheet, { heading: said, bars, line, most: end = 1, more }: Bars<string>): void {
  if (said !== undefined) {
    sheet.y += 10;
    write(sheet, said, heading, grey, 2);
    sheet.y += 4;
  }
  const most = Math.max(1, end, line?.at ?? 0, ...bars.map(valueOf));
  const wideOf = (value: number): number => (Math.max(0, value) / most) * inner;
  const top = sheet.y;
  const strips: { readonly from: number; readonly to: number }[] = [];
  for (const bar of bars) {
    drawLabel(sheet, bar);
    strips.push({ from: sheet.y, to: sheet.y + barHigh });
    sheet.parts.push(box(margin, sheet.y, inner, barHigh, track));
    let x = margin;
    for (const { value, fill } of bar.parts) {
      if (value <= 0) continue;
      sheet.parts.push(box(x, sheet.y, wideOf(value), barHigh, fills[fill]));
      x += wideOf(value);
    }
    sheet.y += barHigh + 18;
  }
  if (line !== undefined && sheet.y > top) drawLine(sheet, margin + wideOf(line.at), strips, line.label);
  if (more !== undefined) write(sheet, more, small, grey, 2);
}

/** The name on the left, the figures on the right, or below where there is no room for both. */
function drawLabel(sheet: Sheet, bar: Bar<string>): void {
  const name = printable(bar.label);
  const said = printable(bar.figures);
  const wide = widthOf(said, figures.size, figures.weight);
  if (widthOf(name, label.size, label.weight) + 24 + wide <= inner) {
    sheet.parts.push(text(name, margin, sheet.y + label.size, label, ink));
    sheet.parts.push(text(said, margin + inner, sheet.y + figures.size, figures, ink, "end"));
    sheet.y += label.high;
  } else {
    write(sheet, name, label, ink, 2);
    write(sheet, said, figures, ink, 2);
  }
  // Arabic letters reach further down.
  sheet.y += runsLeft(name) ? 10 : 4;
}

/** Only across the bars, so that it crosses no text; its label is below, on the side where there is room. */
function drawLine(
  sheet: Sheet,
  x: number,
  strips: readonly { readonly from: number; readonly to: number }[],
  said: string,
): void {
  for (const { from, to } of strips) {
    // White beside it: it is to be seen on any filling.
    sheet.parts.push(
      box(x - 5, from - 5, 10, to - from + 10, "#ffffff"),
      box(x - 2.5, from - 7, 5, to - from + 14, red),
    );
  }
  const left = x > width / 2;
  const room = left ? x - margin : margin + inner - x;
  for (const line of wrapped(said, { ...small, weight: "bold", width: room + 8, most: 2 })) {
    sheet.parts.push(
      text(
        line,
        left ? x + 3 : x - 3,
        sheet.y - 8 + small.size,
        { ...small, weight: "bold" },
        red,
        left ? "end" : "start",
      ),
    );
    sheet.y += small.high;
  }
  sheet.y += 6;
}

/** What the fillings mean, as many in a row as fit. */
function drawKey(sheet: Sheet, { key }: Chart<string>): void {
  const square = 24;
  let x = margin;
  sheet.y += 4;
  for (const { fill, label: said } of key) {
    const [line = ""] = wrapped(said, { ...small, width: inner - square - 12, most: 1 });
    const wide = square + 12 + widthOf(line, small.size, small.weight);
    if (x > margin && x + wide > margin + inner) {
      x = margin;
      sheet.y += small.high + 6;
    }
    sheet.parts.push(box(x, sheet.y, square, square, fills[fill]));
    sheet.parts.push(text(line, x + square + 12, sheet.y + small.size - 2, small, ink));
    x += wide + 32;
  }
  if (key.length > 0) sheet.y += small.high + 4;
}
