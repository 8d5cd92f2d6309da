/**
 * A message in Matrix's form: notices with plain and HTML text, then files. Every piece of text is escaped here and
 * nowhere else. Nobody is notified but those whom the message mentions (`m.mentions`), whatever its text says.
 */
import { escapeHtml } from "../../src/chat/html.ts";
import type { FileData, Rendered, RenderedBlock } from "../../src/chat/message.ts";
import { matrixCapabilities } from "./capabilities.ts";
import type { Json } from "./json.ts";
import type { Inline } from "../../src/chat/phrase.ts";

/** What one message becomes: events in this order, and what the bot reacts with to the first of them. */
export interface MatrixMessage {
  readonly notices: readonly Notice[];
  readonly files: readonly { readonly file: FileData; readonly image: boolean; readonly alt: string }[];
  readonly reactions: readonly string[];
}

/** The text of one event. */
export interface Notice {
  readonly body: string;
  readonly html: string;
  readonly mentions: readonly string[];
}

/** Segments of a progress bar. */
const segments = 10;

/** @param bot the bot's user id, for links into the direct chat */
export function render(message: Rendered, bot: string): MatrixMessage {
  const drawn = message.blocks.flatMap((block) => draw(block, bot));
  const reactions = message.blocks.flatMap((block) =>
    block.type === "choices" && block.reactions ? block.items.map(({ mark }) => mark) : [],
  );
  const files = message.blocks.flatMap((block) => {
    if (block.type === "file") return [{ file: block.file, image: false, alt: block.file.name }];
    if (block.type === "image") return [{ file: block.file, image: true, alt: plain(block.alt) }];
    return [];
  });
  return { notices: join(drawn), files, reactions: [...new Set(reactions)] };
}

/** One event for an edit, which cannot become several: what does not fit is cut. */
export function renderEdit(message: Rendered, bot: string): Notice {
  const { notices } = render(message, bot);
  const [first = empty, ...more] = notices;
  return more.length === 0 ? first : { ...first, body: `${first.body}\n…`, html: `${first.html}<p>…</p>` };
}

const empty: Notice = { body: "", html: "", mentions: [] };

/** The content of an `m.room.message`. */
export const contentOf = ({ body, html, mentions }: Notice): Json => ({
  msgtype: "m.notice",
  body,
  format: "org.matrix.custom.html",
  formatted_body: html,
  "m.mentions": mentions.length === 0 ? {} : { user_ids: mentions },
});

/** The content of an edit. It notifies nobody anew; who is mentioned stands in the new content. */
export const editOf = (notice: Notice, original: string): Json => ({
  msgtype: "m.notice",
  body: `* ${notice.body}`,
  format: "org.matrix.custom.html",
  formatted_body: `* ${notice.html}`,
  "m.mentions": {},
  "m.new_content": contentOf(notice),
  "m.relates_to": { rel_type: "m.replace", event_id: original },
});

/** A file instead of the one in an earlier event. */
export const replacing = (content: Json, original: string): Json => ({
  ...content,
  "m.new_content": content,
  "m.relates_to": { rel_type: "m.replace", event_id: original },
});

/** Says where a message belongs that is written in a thread. */
export const inThread = (content: Json, thread: string | undefined): Json =>
  thread === undefined
    ? content
    : {
        ...content,
        "m.relates_to": {
          rel_type: "m.thread",
          event_id: thread,
          is_falling_back: true,
          "m.in_reply_to": { event_id: thread },
        },
      };

/**
 * Text as it may stand in `body`. Control characters and marks that turn the direction of writing go. Old clients still
 * notify everybody for the word itself, if the bot is a moderator: `@room` gets an invisible joint.
 */
function plain(of: string): string {
  return of
    .replace(/\r\n?|[\u0085\u2028\u2029\v\f]/gu, "\n")
    .replaceAll("\t", " ")
    .replace(/[\p{Cc}\u061C\u200E\u200F\u202A-\u202E\u2066-\u2069\uFEFF]/gu, (one) => (one === "\n" ? "\n" : ""))
    .replace(/\p{Cs}/gu, "\uFFFD")
    .replace(/@(?=room)/giu, "@\u200B");
}

/** A link to a user. */
export const userLink = (id: string): string => `https://matrix.to/#/${encodeURIComponent(id)}`;

const userId = /^@[^\s:]{1,255}:[^\s]{1,255}$/u;

const html = (of: string): string => escapeHtml(plain(of)).replaceAll("\n", "<br>");

function inlines(pieces: readonly Inline[]): Notice {
  const mentions: string[] = [];
  const parts = pieces.map((piece) => {
    if (piece.type !== "mention") return { body: plain(piece.text), html: html(piece.text) };
    const { id, platform } = piece.user;
    const name = plain(piece.name);
    if ((platform !== undefined && platform !== "matrix") || !userId.test(id)) {
      return { body: name, html: html(piece.name) };
    }
    mentions.push(id);
    return { body: name, html: `<a href="${escapeHtml(userLink(id))}">${html(piece.name)}</a>` };
  });
  return {
    body: parts.map(({ body }) => body).join(""),
    html: parts.map((part) => part.html).join(""),
    mentions,
  };
}

const wrapped = (tag: string, { body, html: inner, mentions }: Notice): Notice => ({
  body,
  html: `<${tag}>${inner}</${tag}>`,
  mentions,
});

/** One block as pieces, each of which may stand in an event of its own if the whole is too long. */
function draw(block: RenderedBlock, bot: string): Notice[] {
  switch (block.type) {
    case "heading":
      return [wrapped("h4", inlines(block.content))];
    case "paragraph":
      return cut(block.content).map((part) => {
        const notice = inlines(part);
        if (block.style === "strong") return wrapped("p", wrapped("strong", notice));
        return wrapped("p", block.style === "quiet" ? wrapped("em", notice) : notice);
      });
    case "list":
      return block.items.flatMap((item, index) =>
        cut(item).map((part) => {
          const notice = inlines(part);
          const tag = block.ordered === true ? "ol" : "ul";
          const start = block.ordered === true ? ` start="${String(index + 1)}"` : "";
          return {
            body: `${block.ordered === true ? `${String(index + 1)}.` : "•"} ${notice.body.replaceAll("\n", "\n  ")}`,
            html: `<${tag}${start}><li>${notice.html}</li></${tag}>`,
            mentions: notice.mentions,
          };
        }),
      );
    case "table":
      return table(block.head, block.rows);
    case "progress": {
      const label = inlines(block.label);
      const drawn = bar(block.value, block.goal);
      return [
        {
          body: `${drawn} ${label.body}`,
          html: `<p><code>${drawn}</code> ${label.html}</p>`,
          mentions: label.mentions,
        },
      ];
    }
    case "choices":
      return block.items.map(({ mark, label }) => line(`${mark} ${label}`));
    case "link": {
      const to = userLink(bot);
      return [
        {
          body: `→ ${plain(block.label)}: ${to}`,
          html: `<p>→ <a href="${escapeHtml(to)}">${html(block.label)}</a></p>`,
          mentions: [],
        },
      ];
    }
    case "ask":
      return [line(block.label), ...(block.placeholder === undefined ? [] : [wrapped("em", line(block.placeholder))])];
    case "buttons":
      // The core offers choices here instead; a button that comes all the same is at least read.
      return block.rows.flat().map(({ label }) => line(label));
    case "image":
    case "file":
      return [];
  }
}

const line = (of: string): Notice => ({ body: plain(of), html: `<p>${html(of)}</p>`, mentions: [] });

/** A table in HTML; in the plain text each row is a line. */
function table(head: readonly (readonly Inline[])[], rows: readonly (readonly (readonly Inline[])[])[]): Notice[] {
  const row = (cells: readonly (readonly Inline[])[], tag: "th" | "td"): Notice => {
    const drawn = cells.map((of) => inlines(of));
    return {
      body: drawn.map(({ body }) => body.replaceAll("\n", " ")).join(" | "),
      html: `<tr>${drawn.map((cell) => `<${tag}>${cell.html}</${tag}>`).join("")}</tr>`,
      mentions: drawn.flatMap(({ mentions }) => mentions),
    };
  };
  const top = row(head, "th");
  const drawn = rows.map((cells) => row(cells, "td"));
  const tables: Notice[] = [];
  for (let from = 0; from === 0 || from < drawn.length; from += rowsTogether) {
    const some = [top, ...drawn.slice(from, from + rowsTogether)];
    tables.push({
      body: some.map(({ body }) => body).join("\n"),
      html: `<table>${some.map((one) => one.html).join("")}</table>`,
      mentions: some.flatMap(({ mentions }) => mentions),
    });
  }
  return tables;
}

/** Rows of a table that stay in one event; longer tables go on in the next, with their head. */
const rowsTogether = 40;

/** Ten segments. Only a goal that is met fills them all, and the first answer is seen. */
function bar(value: number, goal: number): string {
  const share = goal <= 0 ? 1 : Math.max(0, value) / goal;
  const filled = share >= 1 ? segments : value > 0 ? Math.max(1, Math.floor(share * segments)) : 0;
  return "▓".repeat(filled) + "░".repeat(segments - filled);
}

/** Most code points of a single piece: in the worst case, escaped, still well below the size of an event. */
const longestPiece = 2_000;

/** Cuts text that is too long for one event, between words where there are some. */
function cut(pieces: readonly Inline[]): (readonly Inline[])[] {
  const parts: Inline[][] = [[]];
  let room = longestPiece;
  for (const piece of pieces) {
    if (piece.type !== "text") {
      parts.at(-1)?.push(piece);
      continue;
    }
    let left = [...piece.text];
    while (left.length > room) {
      const space = left.slice(0, room).findLastIndex((one) => one === " " || one === "\n");
      const at = space > room / 2 ? space + 1 : room;
      parts.at(-1)?.push({ type: "text", text: left.slice(0, at).join("") });
      parts.push([]);
      left = left.slice(at);
      room = longestPiece;
    }
    room -= left.length;
    parts.at(-1)?.push({ type: "text", text: left.join("") });
  }
  return parts;
}

/** Lists that follow each other are one list again, as long as they are in one event. */
const joinedLists = (of: string): string => of.replace(/<\/(ul)><ul>|<\/(ol)><ol start="\d+">/gu, "");

/** Puts pieces together into as few events as the limit allows, without breaking one. */
function join(pieces: readonly Notice[]): Notice[] {
  const { size } = matrixCapabilities.textLimit;
  const notices: Notice[] = [];
  let current: Notice | undefined;
  for (const piece of pieces) {
    const next: Notice =
      current === undefined
        ? piece
        : {
            body: `${current.body}\n${piece.body}`,
            html: current.html + piece.html,
            mentions: [...current.mentions, ...piece.mentions],
          };
    if (current !== undefined && Buffer.byteLength(next.body) + Buffer.byteLength(next.html) > 2 * size) {
      notices.push(current);
      current = piece;
    } else current = next;
  }
  if (current !== undefined) notices.push(current);
  return notices.map((notice) => ({
    ...notice,
    html: joinedLists(notice.html),
    mentions: [...new Set(notice.mentions)],
  }));
}
