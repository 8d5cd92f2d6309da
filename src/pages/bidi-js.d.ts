/** What is used of bidi-js, which has no types of its own. */
declare module "bidi-js" {
  interface Levels {
    readonly levels: Uint8Array;
    readonly paragraphs: readonly { readonly start: number; readonly end: number; readonly level: number }[];
  }
  interface Bidi {
    getEmbeddingLevels(text: string, base?: "ltr" | "rtl"): Levels;
    getReorderedIndices(text: string, levels: Levels): number[];
    getMirroredCharactersMap(text: string, levels: Uint8Array): Map<number, string>;
  }
  export default function bidiFactory(): Bidi;
}
