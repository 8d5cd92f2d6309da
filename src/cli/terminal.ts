/** Questions at a terminal, for `npm run steward`: what is secret is not shown while it is typed, nor kept. */
import { createInterface } from "node:readline";
import { Writable } from "node:stream";
import { NotConfirmed } from "./words.ts";

/** Whoever is asked. Both questions throw {@link NotConfirmed} once they have gone (Ctrl-C, Ctrl-D). */
export interface Terminal {
  write(line: string): void;
  ask(question: string): Promise<string>;
  /** What is typed is not shown. */
  askUnseen(question: string): Promise<string>;
}

/** A real terminal. `close` gives it back as it was. */
export function openTerminal(
  input: NodeJS.ReadableStream,
  output: NodeJS.WritableStream,
): Terminal & { close(): void } {
  let shown = true;
  // Readline echoes what is typed to its output: that is what can be kept silent.
  const echo = new Writable({
    write(chunk: Buffer, _, done) {
      if (shown) output.write(chunk);
      done();
    },
  });
  const readline = createInterface({ input, output: echo, terminal: true, historySize: 0 });
  let gone = false;
  readline.once("close", () => {
    gone = true;
  });
  readline.on("SIGINT", () => {
    readline.close();
  });
  const answer = (question: string): Promise<string> =>
    new Promise((resolve, reject) => {
      const leave = (): void => {
        reject(new NotConfirmed());
      };
      if (gone) {
        leave();
        return;
      }
      readline.once("close", leave);
      readline.question(question, (typed) => {
        readline.off("close", leave);
        resolve(typed.trim());
      });
    });
  return {
    write: (line) => void output.write(`${line}\n`),
    ask: (question) => answer(`${question}: `).finally(() => gone && output.write("\n")),
    async askUnseen(question) {
      output.write(`${question} (it is not shown): `);
      shown = false;
      try {
        return await answer("");
      } finally {
        shown = true;
        output.write("\n");
      }
    },
    close: () => {
      readline.close();
    },
  };
}
