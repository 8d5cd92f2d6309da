/** Where in which session an encrypted event stands. No two events may share it. */
export interface MegolmPosition {
  sessionId: string;
  index: number;
}

const VERSION = 3;
const INDEX_TAG = 0x08;

/**
 * Reads the position from the content of an `m.room.encrypted` event.
 * The format is the first field of a Megolm message: version, tag, and the index as a variable-length integer
 * (https://gitlab.matrix.org/matrix-org/olm/-/blob/master/docs/megolm.md, "Message format").
 */
export function megolmPosition(content: string): MegolmPosition {
  const parsed: unknown = JSON.parse(content);
  const sessionId = field(parsed, "session_id");
  const cipherText = field(parsed, "ciphertext");
  const message = Buffer.from(cipherText, "base64");
  if (message[0] !== VERSION || message[1] !== INDEX_TAG) throw new Error("this is no Megolm message");
  let index = 0;
  for (let at = 2, factor = 1; ; at += 1, factor *= 128) {
    const byte = message[at];
    if (byte === undefined || at > 6) throw new Error("this is no Megolm message");
    index += (byte & 0x7f) * factor;
    if (byte < 0x80) return { sessionId, index };
  }
}

function field(content: unknown, name: string): string {
  const value: unknown = typeof content === "object" && content !== null ? Reflect.get(content, name) : undefined;
  if (typeof value !== "string") throw new Error(`an encrypted event without ${name}`);
  return value;
}
