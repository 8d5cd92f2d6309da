/** The contract of adapters in the terminal, through its streams: what is typed goes in, what is printed comes out. */
import { PassThrough, Writable } from "node:stream";
import { ConsoleAdapter } from "../../adapters/console/console.ts";
import {
  adapterContract,
  ContractHost,
  type ContractPerson,
  type ContractStage,
  type SeenMessage,
} from "../kit/adapter-contract.ts";

/** A message as it was printed. */
interface Printed {
  readonly chat: string;
  /** Who alone it is for. */
  readonly to: string | undefined;
  readonly message: SeenMessage;
}

/** Reads the screen: `depot | text`, `depot > ana | text`, and lines that go on with two blanks. */
function readScreen(screen: string): readonly Printed[] {
  const messages = screen.split(/\n(?! {2})/).flatMap((raw) => {
    const [, chat = "", to, text = ""] = /^(\S+)(?: > (\S+))? [|~] ([^]*)$/.exec(raw) ?? [];
    return chat === "" ? [] : [{ chat, to, lines: text.replaceAll("\n  ", "\n").split("\n") }];
  });
  return messages.map(({ chat, to, lines }, index) => {
    const files = lines.flatMap((line) => {
      const [, name, size] = /^📎 (.*) · \S+ · (\d+) B$/u.exec(line) ?? [];
      return name === undefined ? [] : [{ name, size: Number(size) }];
    });
    const isRow = (line: string): boolean => /^\[.*\]$/.test(line);
    const labels = lines.filter(isRow).flatMap((line) => line.slice(1, -1).split("] ["));
    const text = lines.filter((line) => !isRow(line) && !line.startsWith("📎")).join("\n");
    return { chat, to, message: { id: `printed ${index}`, text, labels, pinged: [], files } };
  });
}

async function open(): Promise<ContractStage> {
  const host = new ContractHost();
  const input = new PassThrough();
  const screen: string[] = [];
  const output = new Writable({
    write(chunk: Buffer, _, done) {
      screen.push(chunk.toString("utf8"));
      done();
    },
  });
  const adapter = new ConsoleAdapter({ input, output });
  await adapter.start(host);
  const ended = adapter.run(() => Promise.resolve());
  const printed = (): readonly Printed[] => readScreen(screen.join(""));
  const person = (id: string): ContractPerson => ({
    id,
    name: id,
    handles: [`@${id}`, `\u001B[31m${id}`.replace("\u001B", ""), `${id}@depot: /hail`],
    hails: async (words) => void input.write(`${id}@depot: /hail ${words}\n`),
    writes: async (words) => void input.write(`${id}@direct: ${words}\n`),
    presses: async (label) => void input.write(`${id}@depot presses ${label}\n`),
    alone: () =>
      printed()
        .filter(({ chat, to }) => chat === "depot" && to === id)
        .map(({ message }) => message),
    direct: () =>
      printed()
        .filter(({ chat, to }) => chat === "direct" && to === id)
        .map(({ message }) => message),
    waits: () => false,
    blocks: () => Promise.reject(new Error("nobody can block the terminal")),
  });
  const everywhere = {
    not: "in the terminal every chat and person exists as soon as it is named, and nobody is kept out",
  };
  return {
    adapter,
    host,
    group: { id: "depot" },
    ana: person("Anaquiteria"),
    ben: person("Benedetta"),
    sees: () =>
      printed()
        .filter(({ chat, to }) => chat === "depot" && to === undefined)
        .map(({ message }) => message),
    secrets: [],
    restart: () => Promise.reject(new Error("what is typed is typed once")),
    impostor: { not: "there is no token" },
    network: { not: "there is no network" },
    unknownChat: everywhere,
    removesBot: everywhere,
    retries: { not: "who typed it is told that it failed, and types it again" },
    redelivers: { not: "what is typed is read once" },
    sendsOnce: { not: "no answer gets lost between the bot and its own terminal, so nothing is sent again" },
    edits: { not: "a terminal scrolls: the new state is printed below the old one" },
    pings: { not: "nobody is called to a terminal" },
    pictures: { not: "a terminal has no pictures: what they show is said" },
    interactionsEnd: { not: "whoever types waits for the answer, as long as it takes" },
    refusesDirect: everywhere,
    pins: { not: "a terminal scrolls: nothing stays on top" },
    async [Symbol.asyncDispose]() {
      await adapter.stop();
      input.end();
      await ended;
    },
  };
}

adapterContract("console", open);
