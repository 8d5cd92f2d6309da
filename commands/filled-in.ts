/** What nobody gave and was filled in is said, and a tap takes something else. */
import type { Action, Block } from "../src/chat/message.ts";
import { verbatim } from "../src/chat/message.ts";
import { phrase } from "../src/chat/phrase.ts";
import type { Context } from "../src/core/context.ts";
import { writtenMoment } from "../src/core/options/index.ts";
import { localParts, wallClock } from "../src/domain/time.ts";

/** Minutes of the day that are offered instead of those that nobody said. */
const otherHours = [10, 12, 17, 18, 19, 20].map((hour) => hour * 60);
const mostOffered = 5;

const onClock = (minutes: number): string =>
  [Math.floor(minutes / 60), minutes % 60].map((part) => String(part).padStart(2, "0")).join(":");

/**
 * Nobody gave a time of the day: which one was taken is said, and a tap takes another one.
 *
 * @param at the moments, in ms since 1970
 * @param filled minutes of the day that were taken
 * @param again the button's action with the moments as an option of a button says them
 */
export function filledIn(
  context: Pick<Context, "now" | "zone" | "group">,
  { at, filled }: { readonly at: readonly number[]; readonly filled: number },
  again: (moments: string) => Action,
): readonly Block[] {
  const zone = context.group?.zone ?? context.zone;
  const written = (minutes: number): string =>
    at
      .map((one) => wallClock(localParts(one, zone).date, minutes, zone))
      .filter((one) => one > context.now)
      .map((one) => writtenMoment(context, one))
      .join("; ");
  const buttons = otherHours
    .filter((minutes) => minutes !== filled && written(minutes) !== "")
    .slice(0, mostOffered)
    .map((minutes) => ({
      label: verbatim(onClock(minutes)),
      action: again(written(minutes)),
      press: "seen" as const,
    }));
  return [
    { type: "paragraph", content: phrase("filled-in", { time: onClock(filled) }), style: "quiet" },
    ...(buttons.length === 0 ? [] : [{ type: "buttons", rows: [buttons] } as const]),
  ];
}
