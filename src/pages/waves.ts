/**
 * A calendar at a glance, as a picture and on a page: time from left to right, a row for each sector, its actions as bars whose
 * height is how many go on that day. Bursts and lulls lie behind all of it, agreed dates go across as numbered lines, and
 * assemblies stand in a row of their own. Without colours it is told apart by height, place and number.
 *
 * What is drawn is worked out once, as shapes, in units of a picture that is 720 wide; SVG and PDF only put them down.
 */
import { escapeHtml } from "../chat/html.ts";
import type { Waves } from "../chat/drawing.ts";
import { ascent, drawnLetters, fontFamily, putLine, widthOf, wrapped, type Weight } from "./fonts.ts";
import { runsLeft } from "./right-to-left.ts";

const width = 720;
const margin = 28;
/** The names of the sectors stand on the left of the days. */
const names = 172;
const left = margin + names;
const days = width - margin - left;

const ink = "#222222";
const grey = "#555555";
const blue = "#116699";
const red = "#bb2222";
const pale = "#bbbbbb";
const phases = { burst: "#ffe2b8", lull: "#dfeaf2" } as const;
const white = "#ffffff";

const title = { size: 30, weight: "bold", high: 38 } as const;
const label = { size: 22, weight: "bold", high: 28 } as const;
const small = { size: 19, weight: "regular", high: 26 } as const;
const strong = { size: 19, weight: "bold", high: 26 } as const;
/** Rows are lower where there are many of them. */
const roomy = { most: 8, high: 66, bar: 54 } as const;
const dense = { high: 42, bar: 34 } as const;

interface Type {
  readonly size: number;
  readonly weight: Weight;
  readonly high: number;
}

type Shape =
  | {
      readonly is: "box";
      readonly x: number;
      readonly y: number;
      readonly wide: number;
      readonly high: number;
      readonly fill: string;
    }
  | { readonly is: "peak"; readonly x: number; readonly y: number; readonly size: number; readonly fill: string }
  | {
      readonly is: "text";
      readonly line: string;
      readonly x: number;
      /** Of its base line. */
      readonly y: number;
      readonly type: Type;
      readonly color: string;
    };

interface Sheet {
  readonly shapes: Shape[];
  y: number;
}

const box = (x: number, y: number, wide: number, high: number, fill: string): Shape => ({
  is: "box",
  x,
  y,
  wide,
  high,
  fill,
});

function write(sheet: Sheet, said: string, type: Type, color: string, most: number): void {
  for (const line of wrapped(said, { ...type, width: width - 2 * margin, most })) {
    sheet.shapes.push({ is: "text", line, x: margin, y: sheet.y + type.size, type, color });
    sheet.y += type.high;
  }
}

/** All that is drawn, and how high it is. `titled`: on a page the title stands above it. */
function shapesOf(of: Waves<string>, titled: boolean): { readonly shapes: readonly Shape[]; readonly high: number } {
  const sheet: Sheet = { shapes: [], y: titled ? margin - 8 : 0 };
  if (titled) {
    write(sheet, of.title, title, ink, 3);
    sheet.y += 8;
  }
  drawKey(sheet, of);
  drawMonths(sheet, of);
  const top = sheet.y;
  // Behind everything else, but not known how high before that is drawn.
  const behind = sheet.shapes.length;
  sheet.y += of.dates.length === 0 ? 4 : strong.high + 6;
  if (of.meetings.length > 0) drawMeetings(sheet, of);
  drawRows(sheet, of);
  const bottom = sheet.y;
  // The day's own actions stand before its line.
  const lines = of.dates.flatMap(({ day }, index) => dateLine(of, day, index + 1, top, bottom));
  sheet.shapes.splice(behind, 0, ...backgroundOf(of, top, bottom), ...lines);
  sheet.y += 10;
  if (of.more !== undefined) write(sheet, of.more, small, grey, 2);
  for (const [index, date] of of.dates.entries()) {
    const number = String(index + 1);
    sheet.shapes.push({ is: "text", line: number, x: margin, y: sheet.y + strong.size, type: strong, color: red });
    for (const line of wrapped(date.label, { ...small, width: width - 2 * margin - 26, most: 2 })) {
      sheet.shapes.push({ is: "text", line, x: margin + 26, y: sheet.y + small.size, type: small, color: ink });
      sheet.y += small.high;
    }
  }
  const shapes = runsLeft(of.key.actions) ? sheet.shapes.map(mirrored) : sheet.shapes;
  return { shapes, high: Math.ceil(sheet.y + (titled ? margin - 10 : 4)) };
}

/** Where time runs from right to left: as far from the other edge. */
function mirrored(shape: Shape): Shape {
  return { ...shape, x: width - shape.x - wideOf(shape) };
}

/** To the right of its `x`. */
function wideOf(shape: Shape): number {
  switch (shape.is) {
    case "box":
      return shape.wide;
    case "peak":
      return 0;
    case "text":
      return widthOf(shape.line, shape.type.size, shape.type.weight);
  }
}

const xOf = ({ days: all }: Waves<string>, day: number): number => left + (day / all) * days;

function backgroundOf(of: Waves<string>, top: number, bottom: number): readonly Shape[] {
  const high = bottom - top;
  return [
    box(left, top, days, high, "#f4f4f4"),
    ...of.bands.map(({ kind, from, until }) => {
      const x = xOf(of, from);
      return box(x, top, xOf(of, until) - x, high, phases[kind]);
    }),
    ...of.weeks.map((day) => box(xOf(of, day) - 0.5, top, 1, high, white)),
    ...of.months.filter(({ day }) => day > 0).map(({ day }) => box(xOf(of, day) - 1, top, 2, high, pale)),
  ];
}

/** What the colours and signs mean, as many in a row as fit; only of what is there. */
function drawKey(sheet: Sheet, of: Waves<string>): void {
  const there = {
    burst: of.bands.some(({ kind }) => kind === "burst"),
    lull: of.bands.some(({ kind }) => kind === "lull"),
    actions: of.rows.some(({ counts }) => counts.some((count) => count > 0)),
    date: of.dates.length > 0,
    meeting: of.meetings.length > 0,
  };
  const sign = 22;
  let x = margin;
  for (const name of ["burst", "lull", "actions", "date", "meeting"] as const) {
    if (!there[name]) continue;
    const [line = ""] = wrapped(of.key[name], { ...small, width: width - 2 * margin - sign - 8, most: 1 });
    const wide = sign + 8 + widthOf(line, small.size, small.weight);
    if (x > margin && x + wide > width - margin) {
      x = margin;
      sheet.y += small.high;
    }
    sheet.shapes.push(...signOf(name, x, sheet.y, sign));
    sheet.shapes.push({ is: "text", line, x: x + sign + 8, y: sheet.y + small.size, type: small, color: ink });
    x += wide + 22;
  }
  sheet.y += small.high + 10;
}

function signOf(name: keyof Waves<string>["key"], x: number, y: number, size: number): readonly Shape[] {
  switch (name) {
    case "burst":
    case "lull":
      return [box(x, y, size, size, phases[name])];
    case "actions":
      return [0.4, 0.7, 1, 0.6].map((part, index) =>
        box(x + index * (size / 4), y + size * (1 - part), size / 4 - 1, size * part, blue),
      );
    case "date":
      return [box(x + size / 2 - 2, y, 4, size, red)];
    case "meeting":
      return [{ is: "peak", x: x + size / 2, y: y + 3, size: size - 6, fill: ink }];
  }
}

function drawMonths(sheet: Sheet, of: Waves<string>): void {
  for (const [index, { day, label: said }] of of.months.entries()) {
    const x = xOf(of, day);
    const next = of.months[index + 1];
    const room = (next === undefined ? width - margin : xOf(of, next.day)) - x - 8;
    const [line = ""] = wrapped(said, { ...strong, width: Math.max(room, 1), most: 1 });
    if (line.length < 3) continue;
    sheet.shapes.push({ is: "text", line, x: x + 2, y: sheet.y + strong.size, type: strong, color: grey });
  }
  sheet.y += strong.high + 2;
}

function drawMeetings(sheet: Sheet, of: Waves<string>): void {
  nameOf(sheet, of.key.meeting, small, 26);
  for (const day of of.meetings) {
    sheet.shapes.push({ is: "peak", x: xOf(of, day + 0.5), y: sheet.y + 5, size: 16, fill: ink });
  }
  sheet.y += 32;
}

function nameOf(sheet: Sheet, said: string, type: Type, y: number): void {
  const [line = ""] = wrapped(said, { ...type, width: names - 14, most: 1 });
  sheet.shapes.push({ is: "text", line, x: margin, y: sheet.y + y - 6, type, color: ink });
}

function drawRows(sheet: Sheet, of: Waves<string>): void {
  const { high, bar } = of.rows.length > roomy.most ? dense : roomy;
  const most = Math.max(1, ...of.rows.flatMap(({ counts }) => counts));
  const wide = days / of.days;
  for (const { label: said, figures, counts } of of.rows) {
    const ground = sheet.y + high - 4;
    if (high === roomy.high) {
      nameOf(sheet, said, label, 34);
      nameOf(sheet, figures, small, 60);
    } else nameOf(sheet, said, { ...label, size: 20 }, 33);
    sheet.shapes.push(box(margin, ground, width - 2 * margin, 1, pale));
    for (const [day, count] of counts.entries()) {
      if (count <= 0) continue;
      const tall = Math.max(8, (count / most) * bar);
      const gap = wide > 4 ? 1 : 0.4;
      sheet.shapes.push(box(xOf(of, day) + gap / 2, ground - tall, Math.max(2, wide - gap), tall, blue));
    }
    sheet.y += high;
  }
}

/** Across all rows, with white beside it, so that it is to be seen on any of them; its number is above. */
function dateLine(of: Waves<string>, day: number, number: number, top: number, bottom: number): readonly Shape[] {
  const x = xOf(of, day + 0.5);
  const line = String(number);
  const wide = widthOf(line, strong.size, strong.weight);
  const from = top + strong.high;
  return [
    box(x - 3.5, from, 7, bottom - from, white),
    box(x - 2, from, 4, bottom - from, red),
    { is: "text", line, x: x - wide / 2, y: top + strong.size + 1, type: strong, color: red },
  ];
}

// As SVG

/** The picture, and how many times as high as wide it is. The same calendar gives the same text. */
export function wavesSvg(of: Waves<string>): { readonly svg: string; readonly ratio: number } {
  const { shapes, high } = shapesOf(of, true);
  // not for people: markup
  const svg =
    `<svg xmlns="http://www.w3.org/2000/svg" width="${String(width)}" height="${String(high)}" ` +
    `viewBox="0 0 ${String(width)} ${String(high)}" font-family="${fontFamily}">` +
    `<rect width="${String(width)}" height="${String(high)}" fill="${white}"/>${shapes.map(inSvg).join("")}</svg>`;
  return { svg, ratio: high / width };
}

function inSvg(shape: Shape): string {
  switch (shape.is) {
    case "box": {
      const [x, y, wide, high] = [shape.x, shape.y, shape.wide, shape.high].map((one) => one.toFixed(2));
      return `<rect x="${String(x)}" y="${String(y)}" width="${String(wide)}" height="${String(high)}" fill="${shape.fill}"/>`;
    }
    case "peak": {
      const points = cornersOf(shape).map(([x, y]) => `${x.toFixed(1)},${y.toFixed(1)}`);
      // not for people: markup
      return `<polygon points="${points.join(" ")}" fill="${shape.fill}"/>`;
    }
    case "text": {
      const { line, x, y, type, color } = shape;
      const letters = drawnLetters(line, type.size, type.weight);
      if (letters !== undefined) {
        return `<g transform="translate(${x.toFixed(1)} ${y.toFixed(1)})" fill="${color}">${letters}</g>`;
      }
      const weight = type.weight === "bold" ? "700" : "400";
      return (
        `<text x="${x.toFixed(1)}" y="${y.toFixed(1)}" font-size="${String(type.size)}" font-weight="${weight}" ` +
        `fill="${color}">${escapeHtml(line)}</text>`
      );
    }
  }
}

const cornersOf = ({ x, y, size }: Extract<Shape, { is: "peak" }>): readonly (readonly [number, number])[] => [
  [x, y],
  [x + size / 2, y + size],
  [x - size / 2, y + size],
];

// On a page

/** How high it is on a page, where it is so wide. */
export const wavesHeight = (of: Waves<string>, wide: number): number => (shapesOf(of, false).high * wide) / width;

/** Draws it on a page, from this corner on. */
export function drawWaves(
  document: PDFKit.PDFDocument,
  of: Waves<string>,
  at: { readonly x: number; readonly y: number; readonly width: number },
): void {
  const scale = at.width / width;
  document.save();
  document.translate(at.x, at.y).scale(scale);
  for (const shape of shapesOf(of, false).shapes) {
    switch (shape.is) {
      case "box":
        document.rect(shape.x, shape.y, shape.wide, shape.high).fill(shape.fill);
        break;
      case "peak": {
        const [first = [0, 0], second = [0, 0], third = [0, 0]] = cornersOf(shape);
        document
          .moveTo(first[0], first[1])
          .lineTo(second[0], second[1])
          .lineTo(third[0], third[1])
          .closePath()
          .fill(shape.fill);
        break;
      }
      case "text":
        document.fillColor(shape.color);
        // What is put on a page stands below a line, and not on it.
        putLine(document, {
          text: shape.line,
          x: shape.x,
          y: shape.y - shape.type.size * ascent,
          size: shape.type.size,
          weight: shape.type.weight,
        });
        break;
    }
  }
  document.restore();
}
