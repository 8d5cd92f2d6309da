/** What people see of a message, so that what says the same is not sent again. */
import type { Capabilities } from "./adapter.ts";
import type { Rendered } from "./message.ts";

/**
 * The same for messages that look the same on a platform and do the same when they are pressed. A moment counts by our words
 * for it, 'Mon 15 June' at any hour; where each reader sees it in their own zone it counts itself, since it may be Tuesday
 * there.
 */
export const asSeen = (rendered: Rendered, { momentsByReader }: Pick<Capabilities, "momentsByReader">): string =>
  JSON.stringify(rendered, (key, value: unknown) => (key === "at" && momentsByReader !== true ? undefined : value));
