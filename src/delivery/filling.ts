/** Files that are kept as data are made when they are sent. */
import { SendError, type Adapter, type Outgoing } from "../chat/adapter.ts";
import type { Made, Scanned } from "../chat/drawing.ts";
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
  async filled(outgoing: Outgoing, adapter: Adapter): Promise<Outgoing> {
    if (!("message" in outgoing) || !outgoing.message.blocks.some(isMadeLater)) return outgoing;
    const fill = (file: FileData): Promise<FileData> => this.#make(file, adapter);
    const blocks: RenderedBlock[] = [];
    for (const block of outgoing.message.blocks) {
      if (!isMadeLater(block)) blocks.push(block);
      // A code for cameras leads nowhere where there are no addresses.
      else if (block.file.made !== undefined && "scans" in block.file.made && adapter.address === undefined) continue;
      else if (block.type === "file") blocks.push({ ...block, file: await fill(block.file) });
      else {
        try {
          blocks.push({ ...block, file: await fill(block.file) });
        } catch (error) {
          // The platform does not say the address now: tried again.
          if (error instanceof SendError) throw error;
          problem(this.#parts.log, error, "could not draw a picture");
          const { alt, said = false } = block;
          if (!said) blocks.push({ type: "paragraph", content: [{ type: "text", text: alt }] });
        }
      }
    }
    return { ...outgoing, message: { ...outgoing.message, blocks } };
  }

  async #make(file: FileData, adapter: Adapter): Promise<FileData> {
    this.#making++;
    try {
      const { made } = file;
      return await this.#parts.fill(made === undefined ? file : { ...file, made: await addressed(made, adapter) });
    } finally {
      this.#making--;
      if (this.#making === 0) this.#made();
    }
  }
}

/** With the addresses of its codes, which the platform knows. */
async function addressed(made: Made, adapter: Adapter): Promise<Made> {
  if ("scans" in made) return { scans: await withAddress(made.scans, adapter) };
  if (!("prints" in made) || made.prints.code === undefined) return made;
  const { label, ...code } = made.prints.code;
  return { ...made, prints: { ...made.prints, code: { ...(await withAddress(code, adapter)), label } } };
}

async function withAddress({ leads }: Scanned, adapter: Adapter): Promise<Scanned> {
  const address = await adapter.address?.(leads);
  return address === undefined ? { leads } : { leads, address };
}
