/**
 * From the neutral tree to what Discord takes.
 *
 * Plain content, not embeds and not components v2: on a telephone content runs over the whole width in the reader's own
 * text size, is what the notification and a screen reader give, is searchable, and needs no permission besides Send
 * Messages. An embed is a narrow box that people may switch off and that vanishes without Embed Links; components v2
 * come with an empty notification and allow no content beside them.
 */
import {
  ButtonStyle,
  ComponentType,
  MessageFlags,
  PermissionFlagsBits,
  type APIActionRowComponent,
  type APIButtonComponent,
  type APIComponentInMessageActionRow,
  type RawFile,
} from "discord.js";
import type { FileData, Rendered, RenderedBlock, RenderedButton } from "../../src/chat/message.ts";
import type { Leads } from "../../src/chat/leads.ts";
import { plainText, type Inline } from "../../src/chat/phrase.ts";
import { discordButtons } from "./capabilities.ts";
import { contentLimit, fitted, linesOf, mentionable, type Line } from "./markdown.ts";

/** One message to Discord. */
export interface Part {
  readonly content: string;
  readonly components: APIActionRowComponent<APIComponentInMessageActionRow>[];
  readonly files: readonly RawFile[];
  /** Descriptions of the files, in their order. */
  readonly alts: readonly (string | undefined)[];
  /** Who may be pinged: only people whom the bot itself names. */
  readonly users: readonly string[];
}

/** What the ids of buttons begin with: a press goes to the core, a question opens a form. */
export const pressPrefix = "press:";
export const askPrefix = "ask:";
/** A menu: what was chosen is the id of a button. */
export const menuPrefix = "menu:";

const segments = 10;
const longestLabel = 80;
const longestId = 100;
const longestChoice = 100;
const longestPlaceholder = 150;
/** Widest table, in columns, that a telephone shows in a block of code without breaking its lines. */
const widestTable = 34;
const mostFiles = 10;
const mostPinged = 100;
const { rows: mostRows, perRow, menu: mostChoices } = discordButtons;

/** What the bot needs in a server: docs/operators.md, "Discord". */
const rights =
  PermissionFlagsBits.ViewChannel |
  PermissionFlagsBits.SendMessages |
  PermissionFlagsBits.SendMessagesInThreads |
  PermissionFlagsBits.AttachFiles |
  PermissionFlagsBits.PinMessages;

/** Discord, "OAuth2", "Bot authorization flow": the application has the id of its bot. */
export const linkTo = ({ to }: Leads, botId: string): string =>
  to === "direct"
    ? `https://discord.com/users/${botId}`
    : `https://discord.com/oauth2/authorize?client_id=${botId}&scope=bot%20applications.commands&permissions=${rights}`;

/** The messages that a tree becomes; none if there is nothing in it. */
export function render(message: Rendered, botId: string): Part[] {
  const texts = fitted(message.blocks.flatMap(linesOfBlock));
  const rows = closer(message.blocks.flatMap((block) => rowsOf(block, botId)));
  const files = filesOf(message);
  const users = [...new Set(mentionsOf(message))].slice(0, mostPinged);
  const count = Math.max(texts.length, Math.ceil(rows.length / mostRows), Math.ceil(files.length / mostFiles), 0);
  // Buttons and files stand below the text, so with the last part of it; more of them than fit go on after it.
  const first = Math.max(0, texts.length - 1);
  const total = Math.max(
    count,
    first + Math.max(Math.ceil(rows.length / mostRows), Math.ceil(files.length / mostFiles)),
  );
  return Array.from({ length: total }, (_, index) => {
    const below = index - first;
    const own = below < 0 ? [] : files.slice(below * mostFiles, (below + 1) * mostFiles);
    return {
      content: texts[index] ?? "",
      components: below < 0 ? [] : rows.slice(below * mostRows, (below + 1) * mostRows),
      files: own.map(({ file }) => ({
        name: fileName(file.name),
        data: Buffer.from(file.data, "base64"),
        contentType: file.mediaType,
      })),
      alts: own.map(({ alt }) => alt),
      users,
    };
  });
}

/** The same as one message, for edits: what does not fit is left out, and a sign says so. */
export function renderOne(message: Rendered, botId: string): Part {
  const parts = render(message, botId);
  const [first] = parts;
  if (first === undefined) return { content: "", components: [], files: [], alts: [], users: [] };
  if (parts.length === 1) return first;
  const [text = "", more] = fitted(message.blocks.flatMap(linesOfBlock), contentLimit - 2);
  const content = more === undefined ? text : `${text}\n…`;
  return {
    ...first,
    content,
    components: parts.flatMap(({ components }) => components).slice(0, mostRows),
    files: parts.flatMap(({ files }) => files).slice(0, mostFiles),
    alts: parts.flatMap(({ alts }) => alts).slice(0, mostFiles),
  };
}

/** No previews of addresses: people's are no links, and the bot's own texts have none. */
export const messageFlags = MessageFlags.SuppressEmbeds;

function linesOfBlock(block: RenderedBlock): Line[] {
  switch (block.type) {
    case "heading":
      return linesOf(block.content, { before: "### " });
    case "paragraph":
      return block.style === "quiet"
        ? linesOf(block.content, { before: "-# " })
        : linesOf(block.content, { style: block.style === "strong" ? "**" : "" });
    case "list":
      return block.items.flatMap((item, index) =>
        linesOf(item, { before: block.ordered === true ? `${index + 1}. ` : "- ", hanging: "  " }),
      );
    case "table":
      return table(block.head, block.rows);
    case "progress":
      return linesOf([{ type: "text", text: `${bar(block.value, block.goal)} ` }, ...block.label]);
    case "choices":
      return block.items.flatMap(({ mark, label }) => linesOf([{ type: "text", text: `${mark} ${label}` }]));
    case "image":
    case "file":
    case "buttons":
    case "link":
    case "ask":
      return [];
  }
}

/** Ten segments. Only a goal that is met fills them all, and the first answer is seen. */
function bar(value: number, goal: number): string {
  const share = goal <= 0 ? 1 : Math.max(0, value) / goal;
  const filled = share >= 1 ? segments : value > 0 ? Math.max(1, Math.floor(share * segments)) : 0;
  return "▓".repeat(filled) + "░".repeat(segments - filled);
}

type Cells = readonly (readonly Inline[])[];

/** A narrow table in a block of code, where columns stand below each other; a wide one as a line for each row. */
function table(head: Cells, rows: readonly Cells[]): Line[] {
  return (
    codeTable([head, ...rows].filter((row) => row.some((cell) => cell.length > 0))) ??
    rows.flatMap((row) => rowLines(head, row))
  );
}

function codeTable(rows: readonly Cells[]): Line[] | undefined {
  const pieces = rows.flat(2);
  // In a block of code nothing is shown but text, and nothing is escaped.
  if (pieces.some((piece) => piece.type !== "text" || /[`\n\r\p{Cc}\p{Cf}\p{Cs}]/u.test(piece.text))) return undefined;
  const texts = rows.map((row) => row.map((cell) => plainText(cell)));
  const columns = Math.max(0, ...texts.map(({ length }) => length));
  const widths = Array.from({ length: columns }, (_, column) =>
    Math.max(...texts.map((row) => width(row[column] ?? ""))),
  );
  if (widths.reduce((sum, one) => sum + one + 2, -2) > widestTable) return undefined;
  const lines = texts.map((row) =>
    row
      .map((text, column) =>
        column === columns - 1 ? text : text + " ".repeat((widths[column] ?? 0) - width(text) + 2),
      )
      .join("")
      .trimEnd(),
  );
  const block = ["```", ...lines, "```"].join("\n");
  return block.length > contentLimit ? undefined : [{ before: "", style: "", atoms: [block], code: true }];
}

const graphemes = new Intl.Segmenter("und", { granularity: "grapheme" });
/** Columns, near enough: emoji and the wide scripts take two. */
const width = (text: string): number =>
  [...graphemes.segment(text)].reduce(
    (sum, { segment }) =>
      sum +
      (/\p{Emoji_Presentation}|[\u1100-\u115F\u2E80-\u303E\u3041-\uA4CF\uAC00-\uD7A3\uF900-\uFAFF\uFF01-\uFF60]/u.test(
        segment,
      )
        ? 2
        : 1),
    0,
  );

/** 'Transport · firm: 12 · waiting: 3' */
function rowLines(head: Cells, row: Cells): Line[] {
  const text = (value: string): Inline => ({ type: "text", text: value });
  return linesOf(
    row.flatMap((cell, column) => {
      const title = head[column] ?? [];
      const label = column === 0 || title.length === 0 ? [] : [...title, text(": ")];
      return cell.length === 0 ? [] : [...(column === 0 ? [] : [text(" · ")]), ...label, ...cell];
    }),
    { before: "- ", hanging: "  " },
  );
}

const clipped = (text: string, most: number): string =>
  text.length <= most ? text : `${wellFormed(text.slice(0, most - 1))}…`;
/** A cut may have split a pair of surrogates. */
const wellFormed = (text: string): string => text.replace(/[\uD800-\uDBFF]$/u, "");
/** A button's label is shown as plain text, but may not be empty. */
const labelled = (text: string): string => clipped(text.replace(/\s+/gu, " ").trim(), longestLabel) || "…";

type Row = APIActionRowComponent<APIComponentInMessageActionRow>;

/** More rows than a message takes stand closer: their buttons fill rows, in the same order. A menu has a row of its own. */
function closer(rows: readonly Row[]): readonly Row[] {
  if (rows.length <= mostRows) return rows;
  const all: Row[] = [];
  for (const { type, components } of rows) {
    const last = all.at(-1);
    const fits = last !== undefined && last.components.length + components.length <= perRow;
    const buttons = [...(last?.components ?? []), ...components].every((one) => one.type === ComponentType.Button);
    if (fits && buttons) all.splice(-1, 1, { type, components: [...last.components, ...components] });
    else all.push({ type, components });
  }
  return all;
}

function rowsOf(block: RenderedBlock, botId: string): APIActionRowComponent<APIComponentInMessageActionRow>[] {
  const row = (components: APIComponentInMessageActionRow[]) => ({
    type: ComponentType.ActionRow as const,
    components,
  });
  switch (block.type) {
    case "buttons":
      if (block.menu !== undefined && block.rows.flat().length > perRow) return menus(block.rows.flat(), block.menu);
      return block.rows
        .filter(({ length }) => length > 0)
        .flatMap((buttons) => {
          const all = buttons.map(({ id, label, style }): APIButtonComponent => ({
            type: ComponentType.Button,
            style:
              style === "primary"
                ? ButtonStyle.Primary
                : style === "danger"
                  ? ButtonStyle.Danger
                  : ButtonStyle.Secondary,
            label: labelled(label),
            custom_id: `${pressPrefix}${id}`,
          }));
          return Array.from({ length: Math.ceil(all.length / perRow) }, (_, index) =>
            row(all.slice(index * perRow, (index + 1) * perRow)),
          );
        });
    case "link":
      return [
        row([
          {
            type: ComponentType.Button,
            style: ButtonStyle.Link,
            label: labelled(block.label),
            url: linkTo(block, botId),
          },
        ]),
      ];
    case "ask":
      return [
        row([
          {
            type: ComponentType.Button,
            style: ButtonStyle.Primary,
            label: labelled(block.label),
            emoji: { name: "✏️" },
            // The form is opened without asking the core, so what it needs to know stands in the button.
            custom_id: clipped(`${askPrefix}${block.id}:${block.placeholder ?? ""}`, longestId),
          },
        ]),
      ];
    default:
      return [];
  }
}

/** Five rows of buttons fill a telephone's screen; a menu is one line until it is opened. */
function menus(
  choices: readonly RenderedButton[],
  label: string,
): APIActionRowComponent<APIComponentInMessageActionRow>[] {
  return Array.from({ length: Math.ceil(choices.length / mostChoices) }, (_, index) => {
    const own = choices.slice(index * mostChoices, (index + 1) * mostChoices);
    return {
      type: ComponentType.ActionRow,
      components: [
        {
          type: ComponentType.StringSelect,
          custom_id: `${menuPrefix}${own[0]?.id ?? ""}`,
          placeholder: clipped(label, longestPlaceholder),
          options: own.map((choice) => ({ label: clipped(labelled(choice.label), longestChoice), value: choice.id })),
        },
      ],
    };
  });
}

function filesOf({ blocks }: Rendered): { readonly file: FileData; readonly alt: string | undefined }[] {
  return blocks.flatMap((block): { file: FileData; alt: string | undefined }[] => {
    if (block.type === "file") return [{ file: block.file, alt: undefined }];
    return block.type === "image" ? [{ file: block.file, alt: block.alt }] : [];
  });
}

/** A name without folders, as Discord would make it anyway. */
const fileName = (name: string): string => name.replace(/[^\p{L}\p{N}._-]+/gu, "_").slice(-100) || "file";

function mentionsOf({ blocks }: Rendered): string[] {
  const pieces = blocks.flatMap((block): readonly Inline[] => {
    switch (block.type) {
      case "heading":
      case "paragraph":
        return block.content;
      case "list":
        return block.items.flat();
      case "table":
        return [...block.head, ...block.rows.flat()].flat();
      case "progress":
        return block.label;
      default:
        return [];
    }
  });
  return pieces.flatMap((piece) => (piece.type === "mention" && mentionable(piece.user) ? [piece.user.id] : []));
}
