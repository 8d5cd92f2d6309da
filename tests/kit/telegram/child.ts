/** A process to be killed: an adapter whose commit is a line in a file. Arguments: address of the server, token, file. */
import { appendFileSync } from "node:fs";
import { TelegramAdapter } from "../../../adapters/telegram/adapter.ts";
import { FakeHost, quick } from "./harness.ts";

const [apiRoot = "", token = "", file = ""] = process.argv.slice(2);
const host = new FakeHost();
host.beforeCommit = async ({ eventId, said }) => {
  await new Promise((resolve) => setTimeout(resolve, 2));
  appendFileSync(file, `${JSON.stringify([eventId, said.type === "text" ? said.text : said.type])}\n`);
};
await new TelegramAdapter({ token, apiRoot, timing: quick }).start(host);
