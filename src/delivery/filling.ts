/** Files that are kept as data are made when they are sent. */
import type { Outgoing } from "../chat/adapter.ts";
import type { FileData, RenderedBlock } from "../chat/message.ts";
import { isMadeLater } from "./drawn.ts";
import { problem, type DeliveryParts } from "./parts.ts";

export class Files {
  readonly #parts: DeliveryParts;
  readonly #made: () => void;
  /** How many are being made. */
  #making = 0;

  /** @param made is called once none is being made any more */
  constructor(parts: DeliveryParts, made: () => void) {
    this.#parts = parts;
    this.#made = made;
  }

  /** Whether files are being made. */
  get atWork(): boolean {
    return this.#making > 0;
  }

  /** With its files made. A picture that cannot be is left out, and what it shows is said instead: the message counts. */
  async filled(outgoing: Outgoing): Promise<Outgoing> {
    if (!("message" in outgoing) || !outgoing.message.blocks.some(isMadeLater)) return outgoing;
    const fill = (file: FileData): Promise<FileData> => this.#make(file);
    const blocks: RenderedBlock[] = [];
    for (const block of outgoing.message.blocks) {
      if (!isMadeLater(block)) blocks.push(block);
      else if (block.type === "file") blocks.push({ ...block, file: await fill(block.file) });
      else {
        try {
          blocks.push({ ...block, file: await fill(block.file) });
        } catch (error) {
          problem(this.#parts.log, error, "could not draw a picture");
          const { alt, said = false } = block;
          if (!said) blocks.push({ type: "paragraph", content: [{ type: "text", text: alt }] });
        }
      }
    }
    return { ...outgoing, message: { ...outgoing.message, blocks } };
  }

  async #make(file: FileData): Promise<FileData> {
    this.#making++;
    try {
      return await this.#parts.fill(file);
    } finally {
      this.#making--;
      if (this.#making === 0) this.#made();
    }
  }
}
