/** The board of an assembly in a real browser: on small and large screens, through presses, a cut and a restart. */
import { createServer, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import { mkdir, readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { afterAll, afterEach, beforeAll, describe, expect, it } from "vitest";
import { Texts } from "../../src/core/text.ts";
import { PublicPages } from "../../src/operations/pages.ts";
import { Chromium, hasChromium, type Tab } from "../kit/chromium.ts";
import { council, type StagedCouncil } from "../kit/council.ts";
import { eachDatabase } from "../kit/databases.ts";
import { newestAddress } from "../kit/following.ts";
import { until } from "../kit/running.ts";
import { Stage } from "../kit/stage.ts";

/** Inches. */
const a4 = { width: 8.27, height: 11.69 } as const;
const day = 24 * 60 * 60_000;
const texts = Texts.load(new URL("../../locales", import.meta.url).pathname);

/** The pages of a stage at a port, which is the same after a restart. */
class Served {
  readonly #stage: Stage;
  #server: Server | undefined;
  port = 0;

  constructor(stage: Stage) {
    this.#stage = stage;
  }

  async open(): Promise<void> {
    const pages = new PublicPages({
      publicUrl: "https://steward.example",
      pages: this.#stage.steward.dispatch.pages,
      texts,
      clock: this.#stage.clock,
      log: { info: () => undefined, warn: () => undefined, error: () => undefined },
    });
    const server = createServer((request, response) => {
      void pages.serve(request, response).then((served) => {
        if (!served) response.writeHead(404).end();
      });
    });
    await new Promise<void>((resolve) => server.listen(this.port, "127.0.0.1", resolve));
    this.port = (server.address() as AddressInfo).port; // it listens on TCP
    this.#server = server;
  }

  async close(): Promise<void> {
    const closed = new Promise((resolve) => this.#server?.close(resolve));
    this.#server?.closeAllConnections();
    await closed;
  }
}

describe.skipIf(!hasChromium)("a board on the wall", () => {
  let chromium: Chromium;
  beforeAll(async () => {
    chromium = await Chromium.start();
  });
  afterAll(() => chromium.close());

  eachDatabase((_, open) => {
    const ends: (() => Promise<void>)[] = [];
    afterEach(async () => {
      for (const end of ends.splice(0).reverse()) await end();
    });

    /** An assembly that has begun, with an item in hand, and its board. */
    async function assembly(): Promise<{ of: StagedCouncil; served: Served; url: string; tab: Tab }> {
      const stage = await Stage.open(await open());
      const scene = { stage, platform: "console" as const, cell: () => Promise.reject(new Error("it has a council")) };
      const of = await council(scene, [
        { name: "Depot", sector: "Transport", place: "Lyon", seats: [{ delegate: "Ana" }] },
        { name: "Tram", sector: "Transport", place: "Paris", seats: [{ delegate: "Ben" }] },
        { name: "Clinic", sector: "Health and social work", place: "Lyon", seats: [{ delegate: "Cho" }, {}] },
      ]);
      await of.zoe.writes("/help");
      await of.zoe.says('/assembly new "Assembly of the north" rule:"every second Thursday" time:18:00 names:yes');
      await of.zoe.writes("/assembly board");
      await stage.wait(6 * day + 90 * 60_000);
      await of.who("Ana").says("/assembly checkin");
      await of.zoe.says("/assembly agenda add What we do about the <b>new</b> rosters");
      await of.zoe.says("/assembly agenda open 6");
      await of.who("Ana").says("/assembly speak");
      await of.zoe.says("/assembly speak next");
      const served = new Served(stage);
      await served.open();
      ends.push(() => served.close());
      const url = `http://127.0.0.1:${String(served.port)}${new URL(newestAddress(stage)).pathname}`;
      const tab = await chromium.tab();
      return { of, served, url, tab };
    }

    const shows = (text: string): string =>
      `document.querySelector("main").innerText.includes(${JSON.stringify(text)})`;
    const lost = `!document.getElementById("lost").hidden`;
    /** Keeps a picture where somebody wants to look (STEWARD_TEST_PICTURES). */
    const keep = async (name: string, tab: Tab): Promise<void> => {
      const folder = process.env["STEWARD_TEST_PICTURES"];
      if (folder === undefined) return;
      await mkdir(folder, { recursive: true });
      await writeFile(join(folder, `${name}.png`), await tab.picture());
    };

    const keepPrinted = async (name: string, pdf: Buffer): Promise<void> => {
      const folder = process.env["STEWARD_TEST_PICTURES"];
      if (folder !== undefined) await writeFile(join(folder, `${name}.pdf`), pdf);
    };

    it("follows each press within a second, over a cut and a restart, to its end", async () => {
      const { of, served, url, tab } = await assembly();
      await tab.look({ width: 1280, height: 720 });
      await tab.go(url);
      await tab.until("the first board", shows("1 of 4 seats are there: 2 missing"));
      expect(await tab.read(`document.querySelectorAll("b").length`)).toBe(0);
      expect(await tab.read(`document.cookie`)).toBe("");
      const press = async (work: () => Promise<unknown>, then: string): Promise<number> => {
        await work();
        const pressed = performance.now();
        await tab.until(then, shows(then));
        return performance.now() - pressed;
      };
      const late: number[] = [];
      late.push(await press(async () => of.who("Ben").says("/assembly checkin"), "2 of 4 seats"));
      late.push(await press(async () => of.who("Cho").says("/assembly checkin"), "3 of 4 seats are there: enough"));
      late.push(await press(async () => of.who("Cho").says("/assembly speak"), "Cho (Health and social work)"));
      late.push(await press(async () => of.zoe.says("/vote open Do we keep the fund"), "Do we keep the fund"));
      late.push(await press(async () => of.who("Ana").says("/vote yes"), "One has voted"));
      expect(Math.max(...late)).toBeLessThan(1_000);
      // The connection is cut while somebody votes.
      await served.close();
      await tab.until("that the connection is lost", lost);
      await of.who("Ben").says("/vote yes");
      await served.open();
      await tab.until("what came meanwhile", shows("2 have voted"));
      await tab.until("that it follows again", `document.getElementById("lost").hidden`);
      // The bot is started anew.
      await served.close();
      await of.stage.restart();
      await served.open();
      await tab.until("that it follows again", `document.getElementById("lost").hidden && ${shows("2 have voted")}`);
      await press(async () => of.zoe.says("/vote close"), "Carried: 2 of 2");
      await keep("outcome-1280", tab);
      await of.zoe.says("/assembly close");
      await tab.until("its end", `${lost} && document.getElementById("lost").innerText.includes("has ended")`);
      expect((await fetch(url)).status).toBe(410);
    });

    it("is read on every screen, dark and light, with large letters, and without scripts", async () => {
      const { of, url, tab } = await assembly();
      await of.who("Cho").says("/assembly speak");
      for (const name of ["Ben", "Cho"]) await of.who(name).says("/assembly checkin");
      await of.zoe.says("/vote open Do we keep the fund for everybody who was not paid in the weeks of the strike");
      await of.who("Ana").says("/vote yes");
      for (const width of [320, 768, 1280, 1920]) {
        for (const dark of [false, true]) {
          for (const scripts of [true, false]) {
            await tab.look({ width, height: Math.round(width * (width < 700 ? 1.8 : 0.5625)), dark, scripts });
            await tab.go("about:blank");
            await tab.go(url);
            await tab.until("the board", shows("One has voted"));
            const wide = `document.documentElement.scrollWidth > document.documentElement.clientWidth`;
            expect(await tab.read(wide), `${String(width)} pixels`).toBe(false);
            // Nobody scrolls a wall.
            const high = `document.documentElement.scrollHeight > document.documentElement.clientHeight`;
            if (width >= 1280) expect(await tab.read(high), `${String(width)} pixels`).toBe(false);
            if (scripts) await keep(`board-${String(width)}-${dark ? "dark" : "light"}`, tab);
          }
          await tab.look({ width, height: 900, dark });
          // Letters of twice the size, as somebody sets them in their browser.
          await tab.send("Page.setFontSizes", { fontSizes: { standard: 32, fixed: 26 } });
          await tab.go("about:blank");
          await tab.go(url);
          await tab.until("the board", shows("One has voted"));
          const lost = `[...document.querySelectorAll("main *")].some((one) => one.getBoundingClientRect().right > innerWidth + 1)`;
          expect(await tab.read(lost), `${String(width)} pixels, large letters`).toBe(false);
          await keep(`board-${String(width)}-large-${dark ? "dark" : "light"}`, tab);
          await tab.send("Page.setFontSizes", { fontSizes: { standard: 16, fixed: 13 } });
        }
      }
      // From ten metres: the least letters of a screen of 1,920 pixels are no less than a fortieth of its height.
      await tab.look({ width: 1920, height: 1080 });
      await tab.go("about:blank");
      await tab.go(url);
      const least = `Math.min(...[...document.querySelectorAll("main p, main h2, main li")].map((one) => parseFloat(getComputedStyle(one).fontSize)))`;
      expect(await tab.read<number>(least)).toBeGreaterThanOrEqual(27);
    });

    it("is read from right to left where the council speaks Arabic, nothing of it beyond an edge", async () => {
      const { of, url, tab } = await assembly();
      await of.store(async ({ tx }) => tx.council.updateMany({ data: { language: "ar" } }));
      await of.who("Cho").says("/assembly speak");
      for (const name of ["Ben", "Cho"]) await of.who(name).says("/assembly checkin");
      await of.zoe.says("/vote open هل نبقي على الصندوق لكل من لم يُدفع له في أسابيع الإضراب");
      for (const width of [320, 1280, 1920]) {
        for (const large of [false, true]) {
          await tab.look({ width, height: Math.round(width * (width < 700 ? 1.8 : 0.5625)), dark: large });
          await tab.send("Page.setFontSizes", {
            fontSizes: large ? { standard: 32, fixed: 26 } : { standard: 16, fixed: 13 },
          });
          await tab.go("about:blank");
          await tab.go(url);
          await tab.until("the board", shows("هل نبقي على الصندوق"));
          const beyond = `[...document.querySelectorAll("main *")].some((one) => one.getBoundingClientRect().left < -1)`;
          expect(await tab.read(beyond), `${String(width)} pixels`).toBe(false);
          await keep(`arabic-${String(width)}${large ? "-large" : ""}`, tab);
        }
      }
      await tab.send("Page.setFontSizes", { fontSizes: { standard: 16, fixed: 13 } });
      expect(await tab.read("getComputedStyle(document.querySelector('h1')).direction")).toBe("rtl");
      // The bar grows from where a line begins.
      expect(await tab.read("getComputedStyle(document.querySelector('svg')).transform")).toBe(
        "matrix(-1, 0, 0, 1, 0, 0)",
      );
    });

    it("has nothing that keeps anybody from reading it, whatever it shows (axe-core)", async () => {
      const { of, url, tab } = await assembly();
      const source = await readFile(fileURLToPath(import.meta.resolve("axe-core/axe.min.js")), "utf8");
      const look = async (what: string): Promise<void> => {
        for (const width of [320, 1920]) {
          for (const dark of [false, true]) {
            await tab.look({ width, height: Math.round(width * 0.5625), dark });
            await tab.go("about:blank");
            await tab.go(what === "gone" ? `${url.slice(0, -1)}${url.endsWith("z") ? "y" : "z"}` : url);
            await tab.read(`(() => { ${source}; return true; })()`);
            const found = await tab.read<readonly { readonly id: string; readonly impact: string }[]>(
              `axe.run(document, { resultTypes: ["violations"] }).then(({ violations, passes }) =>
                passes.length === 0 ? ["nothing was looked at"] : violations.map(({ id, impact }) => ({ id, impact })))`,
            );
            expect(found, `${what}, ${String(width)} pixels, ${dark ? "dark" : "light"}`).toEqual([]);
          }
        }
      };
      await look("an item");
      for (const name of ["Ben", "Cho"]) await of.who(name).says("/assembly checkin");
      await of.zoe.says("/vote open Do we keep the fund");
      await of.who("Ana").says("/vote yes");
      await look("a vote");
      await of.zoe.says("/vote close");
      await look("its outcome");
      await look("gone");
    });

    it("is printed on one page, in dark letters on white, without bars", async () => {
      const { of, url, tab } = await assembly();
      for (const name of ["Ben", "Cho"]) await of.who(name).says("/assembly checkin");
      await of.zoe.says("/vote open Do we keep the fund");
      await tab.look({ width: 794, height: 1123, dark: true, print: true });
      await tab.go(url);
      await tab.until("the board", shows("Do we keep the fund"));
      expect(await tab.read("getComputedStyle(document.body).color")).toBe("rgb(17, 17, 17)");
      expect(await tab.read(`getComputedStyle(document.querySelector("svg")).display`)).toBe("none");
      expect(await tab.read(`getComputedStyle(document.getElementById("lost")).display`)).toBe("none");
      for (const inches of [a4, { width: a4.height, height: a4.width }]) {
        const pdf = await tab.printed(inches);
        expect(pdf.toString("latin1").match(/\/Type \/Page\b/gu)).toHaveLength(1);
        await keepPrinted(`printed-${inches === a4 ? "upright" : "across"}`, pdf);
      }
    });

    it("is on fifty screens, each of which shows a press within a second", async () => {
      const { of, url, tab } = await assembly();
      const tabs = [tab, ...(await Promise.all(Array.from({ length: 3 }, () => chromium.tab())))];
      for (const one of tabs) {
        await one.look({ width: 1280, height: 720 });
        await one.go(url);
        await one.until("the board", shows("1 of 4 seats"));
      }
      const told: string[] = [];
      const screens = await Promise.all(
        Array.from({ length: 50 - tabs.length }, async (_, index) => {
          const answer = await fetch(`${url}/events`);
          const reading = (async () => {
            for await (const piece of answer.body ?? [])
              told[index] = `${told[index] ?? ""}${Buffer.from(piece).toString()}`;
          })().catch(() => undefined);
          return { answer, reading };
        }),
      );
      const all = (text: string) => (): boolean => screens.every((_, index) => told[index]?.includes(text) === true);
      await until("all boards", all("1 of 4 seats"));
      await of.who("Ben").says("/assembly checkin");
      const pressed = performance.now();
      await Promise.all([
        until("the press on all screens", all("2 of 4 seats")),
        ...tabs.map((one) => one.until("the press", shows("2 of 4 seats"))),
      ]);
      expect(performance.now() - pressed).toBeLessThan(1_000);
      // All come to their end by themselves.
      await of.zoe.says("/assembly close");
      await Promise.all(screens.map(({ reading }) => reading));
      expect(all("event: end")()).toBe(true);
    });

    it("takes in nothing from elsewhere", async () => {
      const { url } = await assembly();
      const page = await fetch(url);
      const policy = page.headers.get("content-security-policy") ?? "";
      expect(policy).toMatch(
        /^default-src 'none'; style-src 'sha256-\S+'; script-src 'sha256-\S+'; connect-src 'self';/u,
      );
      expect(page.headers.get("referrer-policy")).toBe("no-referrer");
      expect(page.headers.get("x-robots-tag")).toContain("noindex");
      expect(page.headers.get("set-cookie")).toBeNull();
      expect(await page.text()).not.toMatch(/(?:src|href)=|url\(|@import|https?:/u);
    });
  });
});
