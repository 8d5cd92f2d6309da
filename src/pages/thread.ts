/** The thread in which pictures are drawn and pages written, one after the other: see `pages.ts`. */
import { parentPort } from "node:worker_threads";
import type { Made } from "../chat/drawing.ts";

/** What is asked of the thread. */
export interface Order {
  readonly number: number;
  readonly made: Made;
}

/** What it answers: the file, or the name of what went wrong, without any text of people. */
export type Done =
  { readonly number: number; readonly data: Uint8Array } | { readonly number: number; readonly failed: string };

/** Each is loaded when it is first needed. */
async function make(made: Made): Promise<Uint8Array> {
  if ("scans" in made) {
    if (made.scans.address === undefined) throw new RangeError("a code leads nowhere");
    return (await import("./png.ts")).codePng(made.scans.address);
  }
  if ("draws" in made) return (await import("./png.ts")).chartPng(made.draws);
  if (made.prints.code !== undefined) return (await import("./poster.ts")).posterPdf(made.prints);
  if (made.prints.wall !== undefined) return (await import("./wall.ts")).wallPdf(made.prints);
  return (await import("./print.ts")).paperPdf(made.prints);
}

let before: Promise<void> = Promise.resolve();
parentPort?.on("message", ({ number, made }: Order) => {
  before = before.then(async () => {
    let done: Done;
    try {
      done = { number, data: await make(made) };
    } catch (error) {
      done = { number, failed: error instanceof Error ? error.name : typeof error };
    }
    parentPort?.postMessage(done);
  });
});
