/** What the bot serves to the public, asked for over HTTP as calendars do. */
import { afterEach, describe, expect, it } from "vitest";
import { newSecret, pagePath } from "../../src/chat/pages.ts";
import { secureRandom } from "../../src/core/random.ts";
import { eachDatabase } from "../kit/databases.ts";
import { inCell } from "../kit/in-cell.ts";
import { readEvents } from "../kit/following.ts";
import { runSteward, type Running } from "../kit/running.ts";

const random = (below: number): number => secureRandom.integer(below);
const day = 24 * 60 * 60_000;

eachDatabase((_, open) => {
  const ends: (() => Promise<void>)[] = [];
  afterEach(async () => {
    for (const end of ends.splice(0).reverse()) await end();
  });
  const run = async (publicUrl: string): Promise<Running> => {
    const running = await runSteward(await open(), [], { publicUrl });
    ends.push(() => running.stop());
    return running;
  };

  describe("a calendar that is followed", () => {
    it("is given once, and again only when something has changed", async () => {
      const running = await run("https://steward.example");
      const { cellId, doing } = await inCell(running);
      const secret = await doing(({ addresses }) => addresses.make("calendar", { cellId }, random));
      const at = `${running.url}${pagePath("calendar", secret)}`;
      const soon = Date.now() + 3 * day;
      const gathering = await doing(({ gatherings }) =>
        gatherings.create({ cellId, kind: "gathering", what: "Choir", at: soon }),
      );
      const first = await fetch(at);
      expect(first.status).toBe(200);
      expect(first.headers.get("content-type")).toBe("text/calendar; charset=utf-8");
      const text = await first.text();
      expect(readEvents(text)).toMatchObject([{ title: "Meeting", status: "CONFIRMED" }]);
      const [tag = "", modified = ""] = ["etag", "last-modified"].map((name) => first.headers.get(name) ?? "");
      const again = async (headers: Record<string, string>): Promise<number> => (await fetch(at, { headers })).status;
      expect(await again({ "if-none-match": tag })).toBe(304);
      // As a proxy that compresses gives it.
      expect(await again({ "if-none-match": `"other", W/${tag}` })).toBe(304);
      expect(await again({ "if-none-match": tag.replace(/"$/u, '-gzip"') })).toBe(304);
      expect(await again({ "if-modified-since": modified })).toBe(304);
      // A tag goes before a time.
      expect(await again({ "if-none-match": '"other"', "if-modified-since": modified })).toBe(200);
      expect(await (await fetch(at)).text()).toBe(text);
      const head = await fetch(at, { method: "HEAD" });
      expect([head.status, await head.text(), head.headers.get("etag")]).toEqual([200, "", tag]);

      await doing(({ gatherings }) => gatherings.end(gathering.id, "cancelled"));
      expect(await again({ "if-none-match": tag })).toBe(200);
      expect(await again({ "if-modified-since": modified })).toBe(200);
      const after = await fetch(at);
      expect(readEvents(await after.text())).toMatchObject([{ status: "CANCELLED", sequence: 1 }]);
      expect(Date.parse(after.headers.get("last-modified") ?? "")).toBeGreaterThan(Date.parse(modified));
    });

    it("is gone in the same way whatever the reason, keeps nothing, and stands in no log", async () => {
      const running = await run("https://steward.example/bot/");
      const { cellId, doing } = await inCell(running);
      const made = await doing(({ addresses }) => addresses.make("calendar", { cellId }, random));
      const never = newSecret(random);
      const ask = async (secret: string) => {
        const response = await fetch(`${running.url}/bot${pagePath("calendar", secret)}`, {
          headers: { "accept-language": "es-MX,en;q=0.5" },
        });
        const headers = Object.fromEntries([...response.headers].filter(([name]) => name !== "date"));
        return { status: response.status, text: await response.text(), headers };
      };
      expect((await ask(made)).status).toBe(200);
      await doing(({ addresses }) => addresses.end("calendar", { cellId }));
      const gone = await ask(made);
      expect(gone).toMatchObject({ status: 410, text: expect.stringMatching(/No hay nada/) as string });
      expect(await ask(never)).toEqual(gone);
      expect(gone.headers).toMatchObject({
        "referrer-policy": "no-referrer",
        "x-robots-tag": "noindex, nofollow, noarchive",
        "content-security-policy": expect.stringContaining("default-src 'none'") as string,
      });
      expect(gone.headers["set-cookie"]).toBeUndefined();
      const rows = await running.database.read((tx) => tx.pageAddress.count());
      expect(rows).toBe(0);
      // Not well formed, below another path, by another method.
      for (const path of ["/bot/c/short.ics", `/c/${made}.ics`, `/bot/c/${made}`, `/bot/c/${made.toUpperCase()}.ics`])
        expect((await fetch(`${running.url}${path}`)).status, path).toBe(404);
      expect((await fetch(`${running.url}/bot/c/${never}.ics`, { method: "POST" })).status).toBe(405);
      expect(running.lines.join("\n")).not.toMatch(new RegExp(`${made}|${never}`, "u"));
    });

    it("is read while somebody guesses addresses", async () => {
      const running = await run("https://steward.example");
      const { cellId, doing } = await inCell(running);
      const secret = await doing(({ addresses }) => addresses.make("calendar", { cellId }, random));
      const ask = async (of: string): Promise<number> => {
        const response = await fetch(`${running.url}${pagePath("calendar", of)}`);
        await response.text();
        return response.status;
      };
      let guessing = true;
      const guesses = Array.from({ length: 60 }, async () => {
        const seen = new Set<number>();
        while (guessing) seen.add(await ask(newSecret(random)));
        return [...seen];
      });
      // Whoever has an address is served in the middle of it, each time.
      const served: number[] = [];
      for (let count = 0; count < 10; count++) served.push(await ask(secret));
      guessing = false;
      expect(served).toEqual(Array.from({ length: 10 }, () => 200));
      expect([...new Set((await Promise.all(guesses)).flat())]).toEqual([410]);
    });
  });
});
