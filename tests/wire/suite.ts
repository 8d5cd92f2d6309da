/** The same test for each platform: every word is used, on an idle bot, and answered in time. */
import { describe, expect, it } from "vitest";
import { dealt, play, within, type Outcome, type Wire } from "./play.ts";
import { stories, wordOf, words } from "./scenes.ts";

/** What went wrong, line by line. */
const wrong = ({ story, line, ms, told }: Outcome): string =>
  `${story}: ${line.says}: ${ms === undefined ? "never" : `after ${String(ms)} ms`}; told: ${told.join(" | ").slice(0, 600)}`;

/** Plays all stories on a platform, dealt out to so many bots that run side by side. */
export function wireSuite(platform: string, connect: () => Promise<Wire>, bots: number): void {
  describe(platform, () => {
    it("has a scene for every command and word", () => {
      const played = new Set(stories.flatMap(({ lines }) => lines.map(wordOf)));
      expect(words.filter((word) => !played.has(word))).toEqual([]);
    });

    it(
      `answers each of ${String(words.length)} commands and words on an idle bot within two seconds`,
      { timeout: 600_000 },
      async () => {
        const hands = dealt(stories, bots);
        // All of them come to their end: none is left running behind one that failed.
        const ready = Promise.withResolvers<undefined>();
        let awaited = hands.length;
        const together = async (): Promise<void> => {
          if (--awaited === 0) ready.resolve(undefined);
          await ready.promise;
        };
        const played = await Promise.allSettled(
          hands.map(async (hand) => {
            try {
              return await play(await connect(), hand, together);
            } catch (error) {
              // Nobody waits for one that failed.
              ready.resolve(undefined);
              throw error;
            }
          }),
        );
        const outcomes = played.flatMap((one) => {
          if (one.status === "rejected") throw one.reason;
          return one.value;
        });
        const times = outcomes.flatMap(({ ms }) => ms ?? []).sort((a, b) => a - b);
        const at = (part: number): string => String(times[Math.floor((times.length - 1) * part)] ?? "-");
        console.info(
          `${platform}: ${String(outcomes.length)} lines, ${String(new Set(outcomes.map(({ word }) => word)).size)} words; ` +
            `median ${at(0.5)} ms, 95th of 100 ${at(0.95)} ms, slowest ${at(1)} ms`,
        );
        expect(outcomes.filter(({ ms = Infinity }) => ms > within).map(wrong)).toEqual([]);
      },
    );
  });
}
