import { describe, expect, it, onTestFinished } from "vitest";
import type { Made } from "../../../src/chat/drawing.ts";
import type { FileData } from "../../../src/chat/message.ts";
import { Pages } from "../../../src/pages/pages.ts";

function open(): Pages {
  const pages = new Pages();
  onTestFinished(() => pages.stop());
  return pages;
}

const picture = (title: string): FileData => ({
  name: "tally.png",
  mediaType: "image/png",
  data: "",
  made: { draws: { title, key: [], groups: [] } },
});

describe("files that are made when they are sent", () => {
  it("nothing runs before the first is wanted, nor for what needs no drawing", async () => {
    const pages = open();
    expect(pages.awake).toBe(false);
    const plain = { name: "a.txt", mediaType: "text/plain", data: "eA==" };
    expect(await pages.fill(plain)).toBe(plain);
    const paper = { title: "T", blocks: [], foot: "F", at: 0 };
    const text = await pages.fill({
      name: "a.md",
      mediaType: "text/markdown",
      data: "",
      made: { prints: paper, as: "markdown" },
    });
    expect(Buffer.from(text.data, "base64").toString()).toBe("# T\n\n---\n\nF\n");
    expect(pages.awake).toBe(false);
  });

  it("are made once for all who want the same at the same time, and again without the thread's help", async () => {
    const pages = open();
    const all = await Promise.all(
      Array.from({ length: 200 }, (_, index) => pages.fill(picture(index % 2 === 0 ? "A" : "B"))),
    );
    const data = new Set(all.map((file) => file.data));
    expect(data.size).toBe(2);
    expect(
      Buffer.from(all[0]?.data ?? "", "base64")
        .subarray(1, 4)
        .toString(),
    ).toBe("PNG");
    expect(all[0]?.made).toBeUndefined();
    await pages.stop();
    expect((await pages.fill(picture("A"))).data).toBe(all[0]?.data);
    expect(pages.awake).toBe(false);
  });

  it("what cannot be made says so without its text, and the next one is made", async () => {
    const pages = open();
    const broken = { draws: { title: "Marigold", key: [], groups: [{ bars: "nonsense" }] } } as unknown as Made;
    const failed = pages.fill({ ...picture("x"), made: broken });
    const [first, second] = await Promise.allSettled([failed, pages.fill(picture("good"))]);
    expect(first.status).toBe("rejected");
    expect(JSON.stringify(first.status === "rejected" ? String(first.reason) : "")).not.toContain("Marigold");
    expect(second.status).toBe("fulfilled");
  });

  it("whose thread is ended under them fail, and a new thread makes the next", async () => {
    const pages = open();
    const one = expect(pages.fill(picture("one"))).rejects.toThrow("could not be made");
    await pages.stop();
    await one;
    expect((await pages.fill(picture("two"))).data).not.toBe("");
  });
});
