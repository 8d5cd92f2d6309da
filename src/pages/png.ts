/** SVG to PNG. With a palette: a fourth of the size, and most people pay for what they load. */
import { readFile } from "node:fs/promises";
import { createRequire } from "node:module";
import { crc32, deflateSync } from "node:zlib";
import { initWasm, Resvg } from "@resvg/resvg-wasm";
import { isWaves, type Chart, type Waves } from "../chat/drawing.ts";
import { barsSvg } from "./bars.ts";
import { codeOf } from "./code.ts";
import { fontFamily, fonts } from "./fonts.ts";
import { wavesSvg } from "./waves.ts";

/** Width in pixels: three times that of a small telephone, or twice where the picture is so high that it is shown smaller. */
const usual = 1_080;
const ofHigh = 720;
const high = 2;

let ready: Promise<void> | undefined;

async function start(): Promise<void> {
  const file = createRequire(import.meta.url).resolve("@resvg/resvg-wasm/index_bg.wasm");
  await initWasm(await readFile(file));
}

/** The picture of a chart, or of a calendar. The same one gives the same bytes. */
export async function chartPng(of: Chart<string> | Waves<string>): Promise<Uint8Array> {
  await (ready ??= start());
  const { svg, ratio } = isWaves(of) ? wavesSvg(of) : barsSvg(of);
  const resvg = new Resvg(svg, {
    fitTo: { mode: "width", value: ratio > high ? ofHigh : usual },
    font: { fontBuffers: [...fonts()], loadSystemFonts: false, defaultFontFamily: fontFamily },
  });
  try {
    const image = resvg.render();
    try {
      return png(image.pixels, image.width, image.height);
    } finally {
      image.free();
    }
  } finally {
    resvg.free();
  }
}

/** Pixels of a square of a code, so that it is large on a telephone. */
const square = 16;

/** The picture of a code for cameras. The same address gives the same bytes. */
export function codePng(address: string): Uint8Array {
  const rows = codeOf(address);
  const size = rows.length * square;
  const pixels = new Uint8Array(4 * size * size).fill(255);
  for (let y = 0; y < size; y++) {
    const row = rows[Math.floor(y / square)];
    for (let x = 0; x < size; x++) {
      if (row?.[Math.floor(x / square)] === true) pixels.fill(0, 4 * (y * size + x), 4 * (y * size + x) + 3);
    }
  }
  return png(pixels, size, size);
}

/** Steps of each colour: with sixteen, text on a telephone looks the same as with 256. */
const steps = 16;
const mostColours = 256;
const signature = new Uint8Array([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]);

/** A PNG file of opaque pixels (RGBA). */
function png(pixels: Uint8Array, width: number, height: number): Uint8Array {
  const palette: number[] = [];
  const places = new Map<number, number>();
  const rows = new Uint8Array((width + 1) * height);
  for (let y = 0, from = 0; y < height; y++) {
    for (let x = 0; x < width; x++, from += 4) {
      const colour = (coarse(pixels[from]) << 8) | (coarse(pixels[from + 1]) << 4) | coarse(pixels[from + 2]);
      let place = places.get(colour);
      if (place === undefined) {
        place = palette.length < mostColours ? palette.push(colour) - 1 : nearest(palette, colour);
        places.set(colour, place);
      }
      // Each row begins with the number of its filter: none.
      rows[y * (width + 1) + 1 + x] = place;
    }
  }
  const header = new DataView(new ArrayBuffer(13));
  header.setUint32(0, width);
  header.setUint32(4, height);
  header.setUint8(8, 8); // bits of a place in the palette
  header.setUint8(9, 3); // there is a palette
  return Buffer.concat([
    signature,
    chunk("IHDR", new Uint8Array(header.buffer)),
    chunk(
      "PLTE",
      Uint8Array.from(palette.flatMap(channels), (step) => (step * 255) / (steps - 1)),
    ),
    chunk("IDAT", deflateSync(rows, { level: 9 })),
    chunk("IEND", new Uint8Array()),
  ]);
}

const coarse = (channel = 0): number => Math.round((channel * (steps - 1)) / 255);

const channels = (colour: number): readonly number[] => [colour >> 8, (colour >> 4) & 15, colour & 15];

/** The place of the colour in the palette that is most like this one. */
function nearest(palette: readonly number[], colour: number): number {
  const wanted = channels(colour);
  const distances = palette.map((one) =>
    channels(one).reduce((sum, step, index) => sum + (step - (wanted[index] ?? 0)) ** 2, 0),
  );
  return distances.indexOf(Math.min(...distances));
}

function chunk(type: string, data: Uint8Array): Uint8Array {
  const body = Buffer.concat([Buffer.from(type, "latin1"), data]);
  const framed = Buffer.alloc(body.length + 8);
  framed.writeUInt32BE(data.length, 0);
  framed.set(body, 4);
  framed.writeUInt32BE(crc32(body), body.length + 4);
  return framed;
}
