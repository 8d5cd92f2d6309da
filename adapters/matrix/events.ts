/**
 * What an event of a room says, read without trust. Pure: what depends on the room or on the server is handed in, or
 * left to the caller.
 */
import type { InboundMention } from "../../src/chat/inbound.ts";
import { list, record, text, type Json } from "./json.ts";

/** An event of a room's timeline. */
export interface RoomEvent {
  readonly id: string;
  readonly type: string;
  readonly sender: string;
  readonly stateKey: string | undefined;
  readonly content: Json;
  /** The content that a state event replaced. */
  readonly before: Json;
  readonly raw: Json;
}

/** `undefined` for what is no event. */
export function readEvent(raw: unknown): RoomEvent | undefined {
  const json = record(raw);
  const id = text(json["event_id"]);
  const type = text(json["type"]);
  const sender = text(json["sender"]);
  if (id === undefined || type === undefined || sender === undefined) return undefined;
  const unsigned = record(json["unsigned"]);
  return {
    id,
    type,
    sender,
    stateKey: text(json["state_key"]),
    content: record(json["content"]),
    before: record(unsigned["prev_content"] ?? json["prev_content"]),
    raw: json,
  };
}

export type Membership = "join" | "invite" | "leave" | "ban" | "knock";

export const membershipOf = (content: Json): Membership | undefined => {
  const membership = text(content["membership"]);
  return membership === "join" ||
    membership === "invite" ||
    membership === "leave" ||
    membership === "ban" ||
    membership === "knock"
    ? membership
    : undefined;
};

/** Whether the bot comes in by this event: not a change of its name. */
export const joins = (event: RoomEvent, user: string): boolean =>
  event.type === "m.room.member" &&
  event.stateKey === user &&
  membershipOf(event.content) === "join" &&
  membershipOf(event.before) !== "join";

/** Whether somebody who was in the room no longer is. */
export const leaves = (event: RoomEvent): boolean => {
  const now = membershipOf(event.content);
  return event.type === "m.room.member" && (now === "leave" || now === "ban") && membershipOf(event.before) === "join";
};

/** A text that a person wrote and meant for being read once: no notice, no edit. */
export interface Written {
  readonly text: string;
  readonly mentions: readonly InboundMention[];
  readonly replyTo: string | undefined;
  readonly thread: string | undefined;
}

/** Longest text that is looked at, in UTF-16 units; the core reads no more of it. */
const longest = 20_000;

/**
 * Reads an `m.room.message`. People who are mentioned stand in the text by their user id, so that a name of several
 * words is still one word of a command.
 * @param nameOf the name that a user has in the room
 */
export function readText(content: Json, nameOf: (id: string) => string): Written | undefined {
  if (content["msgtype"] !== "m.text") return undefined;
  const body = text(content["body"]);
  if (body === undefined) return undefined;
  const relation = record(content["m.relates_to"]);
  // An edit repeats its text for clients that know no edits; what counts is its new content.
  if (relation["rel_type"] === "m.replace") return undefined;
  const thread = relation["rel_type"] === "m.thread" ? text(relation["event_id"]) : undefined;
  const fallback = thread !== undefined && relation["is_falling_back"] === true;
  const replyTo = fallback ? undefined : text(record(relation["m.in_reply_to"])["event_id"]);
  const said = (replyTo === undefined ? body : withoutQuote(body)).slice(0, longest);
  const { text: read, mentions } = placeMentions(said, content, nameOf);
  return { text: read, mentions, replyTo, thread };
}

/** The message that a message is an edit of. The relation is in the clear, also where the text is encrypted. */
export function editedBy({ type, content }: RoomEvent): string | undefined {
  if (type !== "m.room.message" && type !== "m.room.encrypted") return undefined;
  const relation = record(content["m.relates_to"]);
  return relation["rel_type"] === "m.replace" ? text(relation["event_id"]) : undefined;
}

/** The content of a message with the words of an edit. What it answers, and in which thread, an edit cannot change. */
export const rewritten = (message: Json, edit: Json): Json => ({
  ...record(edit["m.new_content"]),
  "m.relates_to": message["m.relates_to"],
});

/** When an event was sent, by its server's clock, in milliseconds since 1970. */
export const sentAt = ({ raw }: RoomEvent): number => Number(raw["origin_server_ts"] ?? 0);

/** Older clients quote what they reply to: lines that begin with `> `, and an empty one. */
function withoutQuote(body: string): string {
  if (!body.startsWith("> ")) return body;
  const lines = body.split("\n");
  const end = lines.findIndex((one) => !one.startsWith("> "));
  return end === -1 ? body : lines.slice(lines[end] === "" ? end + 1 : end).join("\n");
}

const pill = /<a\s[^>]*?href=(["'])https:\/\/matrix\.to\/#\/([^"']+)\1[^>]*>(.*?)<\/a>/giu;
const writtenId = /@[a-zA-Z0-9._=\-/+]{1,255}:[a-zA-Z0-9.\-:[\]]{1,255}/gu;

/** Where people are mentioned: by a link to them in the formatted text, or by a user id that is written out. */
function placeMentions(
  said: string,
  content: Json,
  nameOf: (id: string) => string,
): { text: string; mentions: readonly InboundMention[] } {
  const found: { from: number; to: number; id: string }[] = [];
  const free = (from: number, to: number) => found.every((one) => to <= one.from || from >= one.to);
  const place = (name: string, id: string): void => {
    for (let from = said.indexOf(name); name !== "" && from !== -1; from = said.indexOf(name, from + 1)) {
      const to = from + name.length;
      if (!free(from, to)) continue;
      found.push({ from, to, id });
      return;
    }
  };
  for (const [, , target = "", label = ""] of text(content["formatted_body"])?.slice(0, longest).matchAll(pill) ?? []) {
    const id = userOf(target);
    if (id !== undefined) place(unescapeHtml(label.replace(/<[^>]*>/gu, "")), id);
  }
  for (const match of said.matchAll(writtenId)) {
    const id = match[0].replace(/[.:]+$/u, "");
    if (id.includes(":") && free(match.index, match.index + id.length)) {
      found.push({ from: match.index, to: match.index + id.length, id });
    }
  }
  // Clients that write no link: the name of whoever is mentioned.
  for (const id of list(record(content["m.mentions"])["user_ids"])) {
    if (typeof id === "string" && found.every((one) => one.id !== id)) place(nameOf(id), id);
  }
  found.sort((a, b) => a.from - b.from);
  let written = "";
  let last = 0;
  const mentions: InboundMention[] = [];
  for (const { from, to, id } of found) {
    // "@Ana" by its client, "Ana" by its link: the sign belongs to the name.
    const start = from > last && said[from - 1] === "@" ? from - 1 : from;
    written += said.slice(last, start);
    mentions.push({ from: written.length, to: written.length + id.length, user: { id, name: nameOf(id) } });
    written += id;
    last = to;
  }
  return { text: written + said.slice(last), mentions };
}

function userOf(target: string): string | undefined {
  let id: string;
  try {
    id = decodeURIComponent(target.split("?")[0] ?? "");
  } catch {
    return undefined;
  }
  return /^@[^\s:]+:\S+$/u.test(id) ? id : undefined;
}

const unescapeHtml = (of: string): string =>
  of.replace(/&(?:amp|lt|gt|quot|#39|#x27|apos|nbsp);/giu, (one) => named[one.toLowerCase()] ?? one);

const named: Readonly<Record<string, string>> = {
  "&amp;": "&",
  "&lt;": "<",
  "&gt;": ">",
  "&quot;": '"',
  "&#39;": "'",
  "&#x27;": "'",
  "&apos;": "'",
  "&nbsp;": "\u00A0",
};

/** A reaction: to which event, and with what. */
export function readReaction(event: RoomEvent): { readonly to: string; readonly mark: string } | undefined {
  if (event.type !== "m.reaction") return undefined;
  const relation = record(event.content["m.relates_to"]);
  const to = text(relation["event_id"]);
  const key = text(relation["key"]);
  if (relation["rel_type"] !== "m.annotation" || to === undefined || key === undefined) return undefined;
  // Some keyboards leave out the selector that makes a digit an emoji.
  return { to, mark: key.replace(/^([0-9#*])\u20E3$/u, "$1\uFE0F\u20E3") };
}

/** The room in which a closed one goes on. */
export function readTombstone(event: RoomEvent): string | undefined {
  if (event.type !== "m.room.tombstone" || event.stateKey !== "") return undefined;
  const room = text(event.content["replacement_room"]);
  return room?.startsWith("!") === true ? room : undefined;
}

/** The server of a user: through it a room can be reached that has no server in its id (version 12). */
export const serverOf = (user: string): string => user.slice(user.indexOf(":") + 1);

/** The invitation among the few events of a room that an invited user is shown. */
export function readInvite(
  events: readonly unknown[],
  bot: string,
): { readonly inviter: string; readonly direct: boolean } | undefined {
  for (const raw of events) {
    const json = record(raw);
    const content = record(json["content"]);
    if (json["type"] !== "m.room.member" || json["state_key"] !== bot) continue;
    const inviter = text(json["sender"]);
    if (inviter === undefined || membershipOf(content) !== "invite") continue;
    return { inviter, direct: content["is_direct"] === true };
  }
  return undefined;
}

/** The events in a part of a sync's response. */
export const eventsOf = (of: unknown): RoomEvent[] => list(record(of)["events"]).flatMap((raw) => readEvent(raw) ?? []);

/** Each once, in their order. */
export function unique(events: readonly RoomEvent[]): RoomEvent[] {
  const seen = new Set<string>();
  return events.filter(({ id }) => !seen.has(id) && seen.add(id));
}
