/**
 * A bot in a process of its own, which can be killed. It answers `!echo TEXT` with TEXT, as the core does: what was received
 * and what was answered is on disk, and what was received but not answered when it ended is answered by the next process
 * under the same id. Configuration: JSON in the environment variable `BOT`.
 */
import { createHash } from "node:crypto";
import { inviters, MatrixAdapter } from "../../../adapters/matrix/adapter.ts";
import { SendError } from "../../../src/chat/adapter.ts";
import type { Inbound } from "../../../src/chat/inbound.ts";
import { RecordingHost } from "./recording-host.ts";

/** What the process is told. */
export interface BotProcess {
  readonly homeserver: string;
  readonly accessToken: string;
  readonly directory: string;
  /** Hexadecimal. */
  readonly key: string;
  readonly file: string;
}

const told = JSON.parse(process.env["BOT"] ?? "{}") as BotProcess;
const host = new RecordingHost(told.file);
const adapter = new MatrixAdapter({
  homeserver: told.homeserver,
  login: { accessToken: told.accessToken },
  keys: { directory: told.directory, key: Buffer.from(told.key, "hex") },
  mayInvite: inviters(["*"]),
});

/** In the order in which they came, one after the other. */
let last = Promise.resolve();

host.onReceive = (inbound) => {
  last = last.then(() => answer(inbound));
};

async function answer({ said, chat, eventId }: Inbound): Promise<void> {
  if (said.type !== "text" || !said.text.startsWith("!echo ") || host.answered.includes(eventId)) return;
  const text = said.text.slice("!echo ".length);
  for (;;) {
    try {
      await adapter.send({
        id: createHash("sha256").update(eventId).digest("hex").slice(0, 24),
        type: "message",
        chat: { id: chat.id },
        message: { language: "en", blocks: [{ type: "paragraph", content: [{ type: "text", text }] }] },
      });
      break;
    } catch (error) {
      if (!(error instanceof SendError)) throw error;
      await new Promise((resolve) => setTimeout(resolve, error.retryAfterMs ?? 200));
    }
  }
  host.noteAnswered(eventId);
}

await adapter.start(host);
for (const inbound of host.received) host.onReceive(inbound);
// The tests have ended, however they did.
process.stdin.resume().on("end", () => process.exit(1));
process.on("SIGTERM", () => {
  void adapter.stop().then(() => process.exit(0));
});
process.stdout.write("ready\n");
