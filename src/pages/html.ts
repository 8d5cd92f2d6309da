/** HTML in which nothing that people write is taken for anything but text. */
import { escapeHtml } from "../chat/html.ts";

/** Pieces of HTML, made by {@link html} alone. */
export class Html {
  readonly text: string;
  constructor(text: string) {
    this.text = text;
  }
}

type Piece = Html | string | number | undefined | readonly Piece[];

function written(piece: Piece): string {
  if (piece === undefined) return "";
  if (piece instanceof Html) return piece.text;
  if (typeof piece === "string" || typeof piece === "number") return escapeHtml(String(piece));
  return piece.map(written).join("");
}

/**
 * A piece of HTML. What is put in is text, in elements and in quoted attributes, unless it is such a piece itself; lists
 * one after another; undefined is nothing.
 * @example html`<p class="${kind}">${name}</p>`
 */
export const html = (parts: TemplateStringsArray, ...pieces: readonly Piece[]): Html =>
  new Html(parts.map((part, index) => (index === 0 ? "" : written(pieces[index - 1])) + part).join(""));
