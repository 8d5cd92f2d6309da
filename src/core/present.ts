/**
 * From a message of phrases to one that an adapter can send: phrases are resolved in the reader's language, buttons get
 * their ids, and where a platform has no buttons they become numbered choices, reactions, or a link to the direct chat
 * (docs/privacy.md, "Answering unseen").
 */
import { keycap, type Buttons } from "../store/buttons.ts";
import type { Sealer } from "../store/sealing.ts";
import type { Capabilities } from "../chat/adapter.ts";
import { chartIn, isWaves, paperIn, wavesIn, type Drawn, type DrawnCode, type Printed } from "../chat/drawing.ts";
import type { Action, Block, Button, FileData, Message, Rendered, RenderedBlock } from "../chat/message.ts";
import { spoken } from "../words/clean.ts";
import { questionLife } from "./questions.ts";
import { isRightToLeft, rightToLeftMark } from "../chat/right-to-left.ts";
import type { Lately } from "./sentences.ts";
import type { Texts } from "./text.ts";
import { type Inline, phrase, type Phrase } from "../chat/phrase.ts";

/** Who reads a message, and where. */
export interface Reader {
  readonly language: string;
  readonly zone: string;
  /** Milliseconds since 1970. */
  readonly now: number;
  readonly capabilities: Capabilities;
  readonly kind: "group" | "direct";
  readonly encrypted: boolean;
  /** HMAC of the place, under which numbered choices are kept. */
  readonly place: string;
  readonly federationId: string | undefined;
  /** The chat (id of ours), where the place is a bound chat. */
  readonly chatId: string | undefined;
  /** HMAC of the account whose buttons these are, in a message for one person in a group. */
  readonly owner?: string;
  /** Keeps the ids of buttons from edit to edit. */
  readonly card?: string;
  /** The card is posted in a new message, not edited. */
  readonly anew?: boolean;
}

/** What a button means, as it is kept: a command to run, or an answer that waits to be read in the direct chat. */
export type Meaning = { readonly action: Action } | { readonly held: Message };

const isPrivate = ({ press }: Button): boolean => press === "unseen";

/** How long an ordinary button stays, in milliseconds: ninety days. Buttons of cards stay with their card. */
const buttonLife = 90 * 24 * 60 * 60 * 1000;

export class Presenter {
  readonly #texts: Texts;
  /** Finds our commands where a sentence names them. */
  readonly #commands: RegExp;

  readonly #lately: Lately;

  constructor(texts: Texts, commands: readonly { readonly name: string }[], lately: Lately) {
    this.#texts = texts;
    this.#lately = lately;
    this.#commands = new RegExp(`(?<![\\p{L}\\p{N}/])/(?=(?:${commands.map(({ name }) => name).join("|")})\\b)`, "gu");
  }

  /** A sentence as people have to type the commands that it names: where clients keep `/` for themselves, with `!`. */
  typed(
    pieces: readonly Inline[],
    of: Phrase,
    capabilities: Pick<Capabilities, "prefixes"> | undefined,
  ): readonly Inline[] {
    const prefix = capabilities?.prefixes[0] ?? "/";
    if (prefix === "/" || of.id === "verbatim") return pieces;
    return pieces.map((piece) =>
      piece.type === "text" ? { ...piece, text: piece.text.replace(this.#commands, prefix) } : piece,
    );
  }

  /** Resolves a message for one reader; writes its buttons. */
  async present(message: Message, reader: Reader, buttons: Buttons, sealer: Sealer): Promise<Rendered> {
    const blocks: RenderedBlock[] = [];
    this.#lately.note(reader.owner ?? reader.place, this.#texts.languageFor(reader.language), message);
    const place = { zone: reader.zone, now: reader.now, platform: reader.capabilities.platform };
    // Sentences name commands with `/`. Where clients keep that for themselves (Matrix), people have to type `!`.
    const prefix = reader.capabilities.prefixes[0] ?? "/";
    const typed = (text: string) => (prefix === "/" ? text : text.replace(this.#commands, prefix));
    const inline = (of: Phrase) => this.typed(this.#texts.format(reader.language, of, place), of, reader.capabilities);
    const plain = (of: Phrase) => typed(this.#texts.plain(reader.language, of, place));
    const mark = isRightToLeft(this.#texts.languageFor(reader.language)) ? rightToLeftMark : "";
    const drawn = (of: Phrase) => markedWith(mark, plain(of));
    let numbered = 0;

    for (const block of message.blocks) {
      switch (block.type) {
        case "heading":
          blocks.push({ type: "heading", content: inline(block.content) });
          break;
        case "paragraph":
          blocks.push({ ...block, content: inline(block.content) });
          break;
        case "list":
          blocks.push({ ...block, items: block.items.map(inline) });
          break;
        case "table":
          blocks.push({ ...block, head: block.head.map(inline), rows: block.rows.map((row) => row.map(inline)) });
          break;
        case "progress":
          blocks.push({ ...block, label: inline(block.label) });
          break;
        case "image":
          if ("scans" in block.file && reader.capabilities.addresses !== true) break;
          blocks.push({ ...block, file: fileIn(block.file, plain, drawn), alt: plain(block.alt) });
          break;
        case "file":
          blocks.push({ ...block, file: fileIn(block.file, plain, drawn) });
          break;
        case "link":
          if (block.to === "group" && reader.capabilities.addresses !== true) break;
          blocks.push({ ...block, label: plain(block.label) });
          break;
        case "ask":
          blocks.push({
            type: "ask",
            id: message.question ?? reader.place.slice(0, 16),
            label: plain(block.label),
            ...(block.placeholder === undefined ? {} : { placeholder: plain(block.placeholder) }),
          });
          break;
        case "buttons":
          numbered = await this.#buttons(block, reader, buttons, sealer, blocks, numbered, plain);
          break;
      }
    }
    const { question } = message;
    return { language: reader.language, blocks, ...(question === undefined ? {} : { question }) };
  }

  async #buttons(
    block: Extract<Block, { type: "buttons" }>,
    reader: Reader,
    store: Buttons,
    sealer: Sealer,
    into: RenderedBlock[],
    numbered: number,
    plain: (of: Phrase) => string,
  ): Promise<number> {
    const { capabilities } = reader;
    const native = capabilities.buttons !== "none";
    const all = block.rows.flat();
    const offered = native || reader.kind === "direct" ? all : all.filter((button) => !isPrivate(button));
    const ids = await store.write(
      offered.map(({ action, label }) => ({
        federationId: reader.federationId,
        chatId: reader.chatId,
        owner: reader.owner,
        meaning: JSON.stringify({ action } satisfies Meaning),
        said: spoken(plain(label)),
        ...(reader.card === undefined
          ? { expiresAt: reader.now + (action.under?.once === true ? questionLife : buttonLife) }
          : { key: reader.card }),
      })),
      sealer,
    );
    const idOf = new Map(offered.map((button, index) => [button, ids[index] ?? ""]));

    if (native) {
      const { perRow } = capabilities.buttons;
      into.push({
        type: "buttons",
        rows: block.rows
          .flatMap((row) => split(row, perRow))
          .map((row) =>
            row.map((button) => ({
              id: idOf.get(button) ?? "",
              label: plain(button.label),
              press: button.press,
              ...(button.style === undefined ? {} : { style: button.style }),
            })),
          ),
        ...(block.menu === undefined ? {} : { menu: plain(block.menu) }),
      });
      return numbered;
    }

    if (offered.length > 0) {
      const reactions = reader.kind === "group" && !reader.encrypted;
      const of = reader.card !== undefined ? "card" : numbered === 0 ? "message" : "continued";
      const marks = !reactions
        ? (await store.number(reader.place, ids, of)).map((number) => `!${number}`)
        : reader.card === undefined
          ? ids.map((_, index) => keycap(numbered + index + 1))
          : await store.mark(
              `${reader.place}:card:${reader.card}`,
              ids,
              keycap,
              numbered === 0 && reader.anew === true,
            );
      const items = offered.map((button, index) => ({
        mark: marks[index] ?? "",
        label: plain(button.label),
        id: idOf.get(button) ?? "",
      }));
      into.push({ type: "choices", reactions, items });
    }
    if (offered.length < all.length) {
      into.push({ type: "link", to: "direct", label: plain(phrase("core-answer-directly")) });
    }
    return numbered + offered.length;
  }
}

/** A file as it waits to be sent: what is made then is kept as the words and figures that it is made from. */
const markedWith = (mark: string, text: string): string => (text === "" ? "" : mark + text);

/** `drawn`: what is said in a picture or on a page, with the mark of its direction. */
function fileIn(
  file: FileData | Drawn | DrawnCode | Printed,
  plain: (of: Phrase) => string,
  drawn: (of: Phrase) => string,
): FileData {
  if ("data" in file) return file;
  const name = plain(file.name);
  if ("draws" in file) {
    const draws = isWaves(file.draws) ? wavesIn(file.draws, drawn) : chartIn(file.draws, drawn);
    return { name, mediaType: "image/png", data: "", made: { draws } };
  }
  if ("scans" in file) return { name, mediaType: "image/png", data: "", made: { scans: file.scans } };
  const { as } = file;
  const mediaType = as === "pdf" ? "application/pdf" : "text/markdown";
  return { name, mediaType, data: "", made: { prints: paperIn(file.prints, as === "pdf" ? drawn : plain), as } };
}

function split<T>(row: readonly T[], most: number): T[][] {
  const rows: T[][] = [];
  for (let from = 0; from < row.length; from += most) rows.push(row.slice(from, from + most));
  return rows;
}

/** The text of a message without markup, if it is nothing but text: what fits into an alert. */
export function plainText(message: Rendered): string | undefined {
  const lines: string[] = [];
  for (const block of message.blocks) {
    if (block.type === "paragraph" || block.type === "heading") lines.push(block.content.map(inlineText).join(""));
    else if (block.type === "list") lines.push(...block.items.map((item) => `• ${item.map(inlineText).join("")}`));
    else return undefined;
  }
  return lines.join("\n");
}

const inlineText = (piece: Inline): string => (piece.type === "mention" ? piece.name : piece.text);
