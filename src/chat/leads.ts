/** Where an address on a platform leads that people open by a link, or by a camera that reads it off a picture or a page. */

/** `payload` comes back with who opens it, where the platform can hand it on (Telegram): at most 64 of [A-Za-z0-9_-]. */
export interface Leads {
  /** Takes the bot into a group, or opens the direct chat with it. */
  readonly to: "group" | "direct";
  readonly payload?: string;
}

/** What somebody wants who opens an address: a group joins with a code, or a drive (id of ours) is answered. */
export type Opens = { readonly join: string } | { readonly drive: string };

/** The payload that says so. */
export const payloadOf = (opens: Opens): string => ("join" in opens ? `join-${opens.join}` : `drive-${opens.drive}`);

/** What a payload says; undefined where it says something else. */
export function opensIn(payload: string): Opens | undefined {
  const [, what, value = ""] = /^(join|drive)-([\w-]+)$/u.exec(payload) ?? [];
  if (what === undefined) return undefined;
  return what === "join" ? { join: value } : { drive: value };
}
