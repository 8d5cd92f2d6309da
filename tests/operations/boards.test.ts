/** The connections of screens that follow a board, over HTTP: who leaves, who takes nothing, too many, and the end. */
import { createServer, type ServerResponse } from "node:http";
import { connect, type AddressInfo, type Socket } from "node:net";
import { afterEach, describe, expect, it } from "vitest";
import { newSecret, pagePath } from "../../src/chat/pages.ts";
import { secureRandom } from "../../src/core/random.ts";
import { Texts } from "../../src/core/text.ts";
import { PublicPages } from "../../src/operations/pages.ts";
import { until } from "../kit/running.ts";

const texts = Texts.load(new URL("../../locales", import.meta.url).pathname);
const secret = (): string => newSecret((below) => secureRandom.integer(below));
const pause = (ms: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, ms));

const ends: (() => unknown)[] = [];
afterEach(async () => {
  for (const end of ends.splice(0).reverse()) await end();
});

/** The port, in front of boards that are the test's own. */
async function serve({ reading = 0, size = 0 }: { reading?: number; size?: number } = {}) {
  const live = new Set<string>();
  const watching = new Set<() => void>();
  const failed: unknown[] = [];
  const answers: ServerResponse[] = [];
  let shown = 0;
  const pages = {
    has: async (_: string, of: string) => {
      await pause(reading);
      return live.has(of);
    },
    read: async (_: string, of: string) => {
      await pause(reading);
      if (!live.has(of)) return undefined;
      const board = {
        language: "en",
        title: `Assembly ${String(shown)}${"x".repeat(size)}`,
        facts: [],
        quorum: undefined,
        now: [],
        floor: [],
        vote: undefined,
        sectors: { label: "", lines: [] },
        lost: "",
        ended: "",
      };
      return { type: "board", board } as const;
    },
    watch: (told: () => void) => {
      watching.add(told);
      return () => void watching.delete(told);
    },
  };
  const log = { info: () => undefined, warn: () => undefined, error: (what: unknown) => void failed.push(what) };
  const served = new PublicPages({
    publicUrl: "https://steward.example",
    pages,
    log,
    texts,
    clock: { now: () => 0 },
  });
  const server = createServer((request, response) => {
    answers.push(response);
    response.on("error", (error) => void failed.push(error));
    void served.serve(request, response).catch((error: unknown) => void failed.push(error));
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const { port } = server.address() as AddressInfo; // it listens on TCP
  ends.push(() => {
    server.closeAllConnections();
    server.close();
  });
  /** Asks without a client of HTTP, which would be too polite. */
  const ask = async (lines: readonly string[]): Promise<{ readonly socket: Socket; readonly got: () => string }> => {
    const socket = connect(port, "127.0.0.1");
    let got = "";
    socket.on("data", (piece: Buffer) => (got += piece.toString()));
    socket.on("error", () => undefined);
    ends.push(() => socket.destroy());
    await new Promise<void>((resolve) => socket.once("connect", resolve));
    socket.write(lines.map((line) => `${line} HTTP/1.1\r\nHost: x\r\n\r\n`).join(""));
    return { socket, got: () => got };
  };
  return {
    url: `http://127.0.0.1:${String(port)}`,
    served,
    failed,
    answers,
    ask,
    events: (of: string) => `${pagePath("board", of)}/events`,
    board: (): string => {
      const made = secret();
      live.add(made);
      return made;
    },
    ends: (of: string) => void live.delete(of),
    changes: () => {
      shown++;
      for (const told of watching) told();
    },
  };
}

describe("a screen", () => {
  it("that leaves while its board is looked up is not counted", async () => {
    const { served, ask, events, board } = await serve({ reading: 30 });
    const of = board();
    for (let count = 0; count < 5; count++) {
      const { socket } = await ask([`GET ${events(of)}`]);
      await pause(10);
      socket.destroy();
    }
    await pause(400);
    expect(served.boards.screens).toBe(0);
    const { socket, got } = await ask([`GET ${events(of)}`]);
    await until("its board", () => got().includes("Assembly 0"));
    expect(served.boards.screens).toBe(1);
    socket.destroy();
    await until("that it has left", () => served.boards.screens === 0);
  });

  it("that asks for the headers alone is answered, and takes no place", async () => {
    const { url, served, events, board } = await serve();
    const answer = await fetch(`${url}${events(board())}`, { method: "HEAD", signal: AbortSignal.timeout(2_000) });
    expect([answer.status, answer.headers.get("content-type")]).toEqual([200, "text/event-stream; charset=utf-8"]);
    expect(served.boards.screens).toBe(0);
  });

  it("whose board ends is told so once, and is sent nothing more", async () => {
    const { served, failed, ask, events, board, ends: over, changes } = await serve();
    const of = board();
    const { got, socket } = await ask([`GET ${events(of)}`]);
    await until("its board", () => got().includes("Assembly 0"));
    over(of);
    changes();
    await until("its end", () => got().includes("event: end"));
    expect(served.boards.screens).toBe(0);
    for (let count = 0; count < 3; count++) {
      changes();
      await pause(300);
    }
    expect(got().match(/event: end/gu)).toHaveLength(1);
    expect(failed).toEqual([]);
    socket.destroy();
  });

  it("that takes nothing is not written to after the end of its board, and let go in the end", async () => {
    const { served, failed, answers, ask, events, board, ends: over, changes } = await serve({ size: 200_000 });
    const of = board();
    const { socket } = await ask([`GET ${events(of)}`]);
    socket.pause();
    await until("that it follows", () => served.boards.screens === 1);
    // Until more waits for it than the machine itself holds.
    await until("that something waits", async () => {
      changes();
      await pause(260);
      return (answers[0]?.writableLength ?? 0) > 0;
    });
    over(of);
    changes();
    await until("that it is out", () => served.boards.screens === 0);
    changes();
    await pause(300);
    expect(failed).toEqual([]);
    await until("that it is let go", () => answers[0]?.destroyed === true);
  }, 60_000);

  it("that takes nothing while its board goes on is given up", async () => {
    const { served, failed, ask, events, board, changes } = await serve({ size: 2_000_000 });
    const { socket } = await ask([`GET ${events(board())}`]);
    socket.pause();
    await until("that it follows", () => served.boards.screens === 1);
    await until("that it is given up", async () => {
      changes();
      await pause(260);
      return served.boards.screens === 0;
    });
    expect(failed).toEqual([]);
  });

  it("does not follow two boards over one connection", async () => {
    const { served, ask, events, board } = await serve();
    const { got, socket } = await ask([`GET ${events(board())}`, `GET ${events(board())}`]);
    await until("the first board", () => got().includes("Assembly 0"));
    await pause(100);
    expect(served.boards.screens).toBe(1);
    socket.destroy();
    await until("that both are gone", () => served.boards.screens === 0);
  });

  it("of another board has a place, whoever fills one; what cannot be served says so and comes again", async () => {
    const { url, served, ask, events, board, answers } = await serve();
    const [full, other] = [board(), board()];
    for (let count = 0; count < 100; count++) await ask([`GET ${events(full)}`]);
    await until("a full board", () => served.boards.screens === 100);
    const refused = await fetch(`${url}${events(full)}`, { headers: { "accept-language": "es" } });
    expect([refused.status, refused.headers.get("refresh")]).toEqual([503, "5"]);
    expect(await refused.text()).toContain("lo intenta de nuevo sola");
    const { got } = await ask([`GET ${events(other)}`]);
    await until("the other board", () => got().includes("Assembly 0"));
    answers[0]?.destroy();
    await until("a place", () => served.boards.screens === 100);
    const { got: late } = await ask([`GET ${events(full)}`]);
    await until("the full board", () => late().includes("Assembly 0"));
  });

  it("is let go when the bot stops, and is not told that its board has ended", async () => {
    const { url, served, ask, events, board } = await serve();
    const of = board();
    const { got, socket } = await ask([`GET ${events(of)}`]);
    await until("its board", () => got().includes("Assembly 0"));
    const closed = new Promise((resolve) => socket.once("close", resolve));
    served.stopping();
    expect(served.boards.screens).toBe(0);
    await until("the end of the answer", () => got().endsWith("0\r\n\r\n"));
    expect(got()).not.toContain("event: end");
    expect((await fetch(`${url}${events(of)}`)).status).toBe(503);
    socket.destroy();
    await closed;
  });
});

describe("pages", () => {
  it("are given while somebody guesses addresses", async () => {
    const { url, board } = await serve({ reading: 5 });
    const of = board();
    const guess = async (): Promise<number> => (await fetch(`${url}${pagePath("board", secret())}`)).status;
    const guesses = Promise.all(Array.from({ length: 60 }, guess));
    const real = await fetch(`${url}${pagePath("board", of)}`);
    expect(real.status).toBe(200);
    expect([...new Set(await guesses)]).toEqual([410]);
  });

  it("that were found before wait behind no guesses", async () => {
    const { url, events, board } = await serve({ reading: 20 });
    const of = board();
    const status = async (path: string): Promise<number> => (await fetch(`${url}${path}`)).status;
    expect(await status(pagePath("board", of))).toBe(200);
    let guessed = 0;
    const guesses = Promise.all(
      Array.from({ length: 60 }, async () => {
        expect(await status(pagePath("board", secret()))).toBe(410);
        guessed++;
      }),
    );
    await until("that they wait", () => guessed > 0);
    expect(await status(pagePath("board", of))).toBe(200);
    const head = await fetch(`${url}${events(of)}`, { method: "HEAD" });
    expect(head.status).toBe(200);
    expect(guessed).toBeLessThan(30);
    await guesses;
  });

  it("are read beside each other", async () => {
    const { ask, events, board, changes } = await serve({ reading: 300 });
    const screens = await Promise.all(Array.from({ length: 4 }, () => ask([`GET ${events(board())}`])));
    const show = (of: string) => () => screens.every(({ got }) => got().includes(of));
    await until("their boards", show("Assembly 0"));
    const began = performance.now();
    changes();
    await until("what has changed", show("Assembly 1"));
    expect(performance.now() - began).toBeLessThan(4 * 300);
  });
});
