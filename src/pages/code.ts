/** Codes for cameras (QR). Dark on white and with a wide border, so that any camera reads them, on a dark screen as well. */
import { encode } from "uqr";

/** Squares in rows; true is dark. Its border of four white ones is among them. */
export function codeOf(address: string): readonly (readonly boolean[])[] {
  // What is printed gets spots and folds: with M a seventh of it may be lost.
  return encode(address, { ecc: "M", border: 4 }).data;
}
