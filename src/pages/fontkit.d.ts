/** What is used of fontkit, which has no types of its own. Lengths are in units of the font. */
declare module "fontkit" {
  interface Path {
    translate(x: number, y: number): Path;
    toSVG(): string;
  }
  interface GlyphRun {
    readonly glyphs: readonly { readonly path: Path }[];
    readonly positions: readonly { readonly xAdvance: number; readonly xOffset: number; readonly yOffset: number }[];
  }
  interface Font {
    readonly unitsPerEm: number;
    layout(
      text: string,
      features?: undefined,
      script?: undefined,
      language?: undefined,
      direction?: "ltr" | "rtl",
    ): GlyphRun;
  }
  export function create(data: Uint8Array): Font;
}
