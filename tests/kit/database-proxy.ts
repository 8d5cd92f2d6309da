/** A way to a PostgreSQL that can be cut, held up and closed, and that can keep an answer to itself. */
import { connect, createServer, type AddressInfo, type Socket } from "node:net";

export interface DatabaseProxy {
  /** The address of the database by this way. */
  readonly url: string;
  /** Ends the connections on the side of who came; the server keeps its sessions. */
  cut(): void;
  /** Passes nothing on any more in either direction, and says nothing; or does again. */
  stall(stalled: boolean): void;
  /** Whoever says this next is heard by the server, and hears nothing any more. */
  swallows(said: string): void;
  /** Whether there is one who hears nothing, or will be. */
  swallowing(): boolean;
  close(): void;
}

export async function proxyTo(url: string): Promise<DatabaseProxy> {
  const { hostname, port } = new URL(url);
  const ways = new Set<{ readonly client: Socket; readonly there: Socket }>();
  let stalled = false;
  let toSwallow: string | undefined;
  const deaf = new Set<Socket>();
  const server = createServer((client) => {
    const there = connect(Number(port), hostname);
    const way = { client, there };
    ways.add(way);
    client
      .on("error", () => undefined)
      .on("close", () => deaf.delete(client))
      .on("data", (data) => {
        if (toSwallow !== undefined && data.includes(toSwallow)) {
          deaf.add(client);
          toSwallow = undefined;
        }
        there.write(data);
      });
    there
      .on("error", () => undefined)
      .on("data", (data) => {
        if (!deaf.has(client)) client.write(data);
      });
    if (stalled) for (const side of [client, there]) side.pause();
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const through = new URL(url);
  through.port = String((server.address() as AddressInfo).port); // it listens on TCP
  return {
    url: through.href,
    cut() {
      for (const { client } of ways) client.destroy();
    },
    stall(wanted) {
      stalled = wanted;
      for (const { client, there } of ways) for (const side of [client, there]) side[wanted ? "pause" : "resume"]();
    },
    swallows(said) {
      toSwallow = said;
    },
    swallowing: () => toSwallow !== undefined || deaf.size > 0,
    close() {
      for (const { client, there } of ways) for (const side of [client, there]) side.destroy();
      server.close();
    },
  };
}
