/** The pure parts of the Matrix adapter: what a message becomes, and what an event says. */
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { inviters } from "../../adapters/matrix/adapter.ts";
import {
  leaves,
  readEvent,
  readInvite,
  readReaction,
  readText,
  readTombstone,
  type RoomEvent,
} from "../../adapters/matrix/events.ts";
import { retryAfter } from "../../adapters/matrix/homeserver.ts";
import { contentOf, editOf, inThread, render, renderEdit } from "../../adapters/matrix/render.ts";
import { mayChangeState } from "../../adapters/matrix/rooms.ts";
import type { Rendered, RenderedBlock } from "../../src/chat/message.ts";
import type { Inline } from "../../src/chat/phrase.ts";

const bot = "@steward:example.org";
const message = (...blocks: RenderedBlock[]): Rendered => ({ language: "en", blocks });
const text = (of: string): Inline => ({ type: "text", text: of });
const one = (rendered: Rendered) => {
  const { notices } = render(rendered, bot);
  expect(notices).toHaveLength(1);
  const [notice] = notices;
  if (notice === undefined) throw new Error("nothing was rendered");
  return notice;
};

describe("rendering", () => {
  it("draws each kind of block in plain text and in HTML", () => {
    const notice = one(
      message(
        { type: "heading", content: [text("Pledges")] },
        { type: "paragraph", style: "strong", content: [text("Now")] },
        { type: "paragraph", style: "quiet", content: [text("later")] },
        { type: "list", items: [[text("a")], [text("b")]] },
        { type: "list", ordered: true, items: [[text("c")], [text("d")]] },
        { type: "table", head: [[text("Cell")], [text("Firm")]], rows: [[[text("Depot")], [text("3")]]] },
        { type: "progress", value: 1, goal: 30, label: [text("1 of 30")] },
        { type: "choices", reactions: false, items: [{ mark: "!1", label: "Going", id: "x" }] },
        { type: "link", label: "Answer unseen", to: "direct" },
        { type: "ask", id: "q", label: "Which?", placeholder: "a name" },
      ),
    );
    expect(notice.body).toBe(
      [
        "Pledges",
        "Now",
        "later",
        "• a",
        "• b",
        "1. c",
        "2. d",
        "Cell | Firm",
        "Depot | 3",
        "▓░░░░░░░░░ 1 of 30",
        "!1 Going",
        "→ Answer unseen: https://matrix.to/#/%40steward%3Aexample.org",
        "Which?",
        "a name",
      ].join("\n"),
    );
    expect(notice.html).toContain(
      "<h4>Pledges</h4><p><strong>Now</strong></p><p><em>later</em></p><ul><li>a</li><li>b</li></ul>",
    );
    expect(notice.html).toContain('<ol start="1"><li>c</li><li>d</li></ol><table><tr><th>Cell</th>');
  });

  it("mentions only those whom the message mentions", () => {
    const notice = one(
      message({
        type: "paragraph",
        content: [
          { type: "mention", user: { id: "@ana:example.org" }, name: "Ana <3" },
          text(" @room @eve:example.org "),
          { type: "mention", user: { platform: "telegram", id: "17" }, name: "Ben" },
          { type: "mention", user: { platform: "matrix", id: "not an id" }, name: "Cho" },
        ],
      }),
    );
    expect(contentOf(notice)["m.mentions"]).toEqual({ user_ids: ["@ana:example.org"] });
    expect(notice.body).toBe("Ana <3 @\u200Broom @eve:example.org BenCho");
    expect(notice.html).toContain('<a href="https://matrix.to/#/%40ana%3Aexample.org">Ana &lt;3</a>');
    const edit = editOf(notice, "$original");
    expect(edit["m.mentions"]).toEqual({});
    expect(edit["m.relates_to"]).toEqual({ rel_type: "m.replace", event_id: "$original" });
    expect(edit["m.new_content"]).toEqual(contentOf(notice));
  });

  it("never lets a person's text become markup, a mention, or a steering character", () => {
    const piece = fc.oneof(
      fc.string({ unit: "binary" }),
      fc.constantFrom(
        "<script>",
        "</p>",
        "&amp;",
        '"><a href="x">',
        "@room",
        "@ROOM",
        "\u202E",
        "\0",
        "<!--",
        "'",
        "\n",
      ),
    );
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 8 }), (pieces) => {
        const wild = pieces.join("");
        const notice = one(
          message(
            {
              type: "paragraph",
              content: [text(wild), { type: "mention", user: { platform: "discord", id: wild }, name: wild }],
            },
            { type: "link", label: wild, to: "direct" },
            { type: "choices", reactions: false, items: [{ mark: "!1", label: wild, id: "x" }] },
            { type: "table", head: [[text(wild)]], rows: [[[text(wild)]]] },
          ),
        );
        const rest = notice.html
          .replaceAll('<a href="https://matrix.to/#/%40steward%3Aexample.org">', "")
          .replace(/<\/?(?:p|a|br|table|tr|td|th|code)>/gu, "")
          .replace(/&(?:amp|lt|gt|quot|#39);/gu, "");
        expect(rest).not.toMatch(/[<>&"']/u);
        expect(notice.body + notice.html).not.toMatch(/@room|[\u202A-\u202E\u2066-\u2069]|(?!\n)\p{Cc}/iu);
        expect((notice.body + notice.html).isWellFormed()).toBe(true);
        expect(notice.mentions).toEqual([]);
      }),
    );
  });

  it("keeps every event below the limit, loses nothing, and opens no tag that it does not close", () => {
    fc.assert(
      fc.property(
        fc.array(fc.string({ unit: fc.constantFrom("a", " ", "<", "ä", "𝄞", "&"), maxLength: 6_000 }), {
          maxLength: 6,
        }),
        (paragraphs) => {
          const { notices } = render(
            message(...paragraphs.map((of): RenderedBlock => ({ type: "paragraph", content: [text(of)] }))),
            bot,
          );
          for (const notice of notices) {
            // An edit has everything twice, encryption adds a third: 65,536 bytes is the most.
            expect(Buffer.byteLength(JSON.stringify(editOf(notice, "$e".padEnd(44)))) * 1.4).toBeLessThan(64_000);
            expect(notice.html.split("<p>").length).toBe(notice.html.split("</p>").length);
          }
          const bare = (of: string) => of.replaceAll("\n", "");
          expect(bare(notices.map(({ body }) => body).join(""))).toBe(bare(paragraphs.join("")));
        },
      ),
      { numRuns: 30 },
    );
  });

  it("cuts an edit, which is one event", () => {
    const long = message(
      ...Array.from({ length: 40 }, (): RenderedBlock => ({ type: "paragraph", content: [text("x".repeat(1_000))] })),
    );
    expect(render(long, bot).notices.length).toBeGreaterThan(1);
    expect(renderEdit(long, bot).body.endsWith("\n…")).toBe(true);
  });

  it("puts marks to react with apart, once each, and files", () => {
    const card = render(
      message(
        {
          type: "choices",
          reactions: true,
          items: [
            { mark: "1️⃣", label: "Going", id: "x" },
            { mark: "1️⃣", label: "Going", id: "x" },
          ],
        },
        { type: "image", file: { name: "m.png", mediaType: "image/png", data: "" }, alt: "A map" },
      ),
      bot,
    );
    expect(card.reactions).toEqual(["1️⃣"]);
    expect(card.files).toMatchObject([{ image: true, alt: "A map" }]);
    expect(inThread({}, "$root")["m.relates_to"]).toMatchObject({ rel_type: "m.thread", event_id: "$root" });
    expect(inThread({ a: 1 }, undefined)).toEqual({ a: 1 });
  });
});

const event = (type: string, content: object, more: object = {}): RoomEvent => {
  const read = readEvent({ event_id: "$1", type, sender: "@ana:example.org", content, ...more });
  if (read === undefined) throw new Error("no event");
  return read;
};
const names = (id: string) => ({ "@ben:example.org": "Ben O'Hara" })[id] ?? id;
const written = (content: object) => readText({ msgtype: "m.text", ...content }, names);

describe("reading", () => {
  it("puts the id of whoever is mentioned in the place of the name", () => {
    for (const content of [
      {
        body: "!role swap Driver with: Ben O'Hara please",
        formatted_body: `!role swap Driver with: <a href="https://matrix.to/#/@ben:example.org">Ben O&#39;Hara</a> please`,
      },
      { body: "!role swap Driver with: Ben O'Hara please", "m.mentions": { user_ids: ["@ben:example.org"] } },
      { body: "!role swap Driver with: @Ben O'Hara please", "m.mentions": { user_ids: ["@ben:example.org"] } },
      { body: "!role swap Driver with: @ben:example.org please" },
    ]) {
      const read = written(content);
      expect(read?.text).toBe("!role swap Driver with: @ben:example.org please");
      expect(read?.mentions).toEqual([{ from: 24, to: 40, user: { id: "@ben:example.org", name: "Ben O'Hara" } }]);
    }
  });

  it("keeps the places of mentions right, whatever a client sends", () => {
    fc.assert(
      fc.property(
        fc.string({ unit: fc.constantFrom("@", "a", ":", "b", " ", "<", "Ben O'Hara", "@ben:example.org", ".") }),
        fc.string({
          unit: fc.constantFrom('<a href="https://matrix.to/#/@ben:example.org">', "</a>", "Ben O'Hara", "a", "%", "<"),
        }),
        (body, formatted_body) => {
          const read = written({ body, formatted_body, "m.mentions": { user_ids: ["@ben:example.org", 7] } });
          for (const { from, to, user } of read?.mentions ?? []) expect(read?.text.slice(from, to)).toBe(user.id);
        },
      ),
    );
  });

  it("reads what a person wrote, and neither notices nor corrections", () => {
    expect(written({ body: "hi" })).toEqual({ text: "hi", mentions: [], replyTo: undefined, thread: undefined });
    expect(written({ msgtype: "m.notice", body: "hi" })).toBeUndefined();
    expect(written({ body: 7 })).toBeUndefined();
    expect(
      written({ body: "* !pledge in", "m.relates_to": { rel_type: "m.replace", event_id: "$0" } }),
    ).toBeUndefined();
    const reply = { "m.relates_to": { "m.in_reply_to": { event_id: "$0" } } };
    expect(written({ body: "> <@steward:example.org> Which?\n> one\n\nthe first", ...reply })).toMatchObject({
      text: "the first",
      replyTo: "$0",
    });
    expect(
      written({
        body: "x",
        "m.relates_to": {
          rel_type: "m.thread",
          event_id: "$t",
          is_falling_back: true,
          "m.in_reply_to": { event_id: "$0" },
        },
      }),
    ).toMatchObject({
      thread: "$t",
      replyTo: undefined,
    });
  });

  it("reads reactions, successors, departures and invitations, and nothing from nonsense", () => {
    const reaction = { "m.relates_to": { rel_type: "m.annotation", event_id: "$0", key: "1\u20E3" } };
    expect(readReaction(event("m.reaction", reaction))).toEqual({ to: "$0", mark: "1\uFE0F\u20E3" });
    expect(readReaction(event("m.reaction", {}))).toBeUndefined();
    expect(readTombstone(event("m.room.tombstone", { replacement_room: "!new" }, { state_key: "" }))).toBe("!new");
    expect(readTombstone(event("m.room.tombstone", { replacement_room: "#alias" }, { state_key: "" }))).toBeUndefined();
    const gone = (before: string) =>
      event(
        "m.room.member",
        { membership: "leave" },
        { state_key: "@ben:example.org", unsigned: { prev_content: { membership: before } } },
      );
    expect(leaves(gone("join"))).toBe(true);
    expect(leaves(gone("invite"))).toBe(false);
    const invite = {
      type: "m.room.member",
      state_key: bot,
      sender: "@ana:example.org",
      content: { membership: "invite", is_direct: true },
    };
    expect(readInvite([{}, 3, invite], bot)).toEqual({ inviter: "@ana:example.org", direct: true });
    expect(readInvite([{ ...invite, state_key: "@other:example.org" }], bot)).toBeUndefined();
    for (const raw of [undefined, null, 3, [], {}, { event_id: "$1" }]) expect(readEvent(raw)).toBeUndefined();
  });

  it("survives any JSON", () => {
    fc.assert(
      fc.property(fc.jsonValue(), fc.jsonValue(), (content, unsigned) => {
        const read = readEvent({ event_id: "$1", type: "m.room.message", sender: "@a:b", content, unsigned });
        if (read === undefined) return;
        readText(read.content, names);
        readReaction({ ...read, type: "m.reaction" });
        readTombstone({ ...read, type: "m.room.tombstone", stateKey: "" });
        leaves({ ...read, type: "m.room.member" });
        mayChangeState([{ ...read, type: "m.room.create", stateKey: "" }], "@a:b");
      }),
    );
  });

  it("lets those change a room's state who may", () => {
    const ana = "@ana:example.org";
    const member = (user: string) => event("m.room.member", { membership: "join" }, { state_key: user });
    const state = (version: string, levels: object | undefined) => [
      event("m.room.create", { room_version: version, additional_creators: ["@cho:example.org"] }, { state_key: "" }),
      member(ana),
      member("@ben:example.org"),
      member("@cho:example.org"),
      ...(levels === undefined ? [] : [event("m.room.power_levels", levels, { state_key: "" })]),
    ];
    const some = { users: { "@ben:example.org": "50" } };
    expect(mayChangeState(state("11", some), ana)).toBe(false);
    expect(mayChangeState(state("12", some), ana)).toBe(true);
    expect(mayChangeState(state("12", some), "@cho:example.org")).toBe(true);
    expect(mayChangeState(state("11", some), "@cho:example.org")).toBe(false);
    expect(mayChangeState(state("11", some), "@ben:example.org")).toBe(true);
    expect(mayChangeState(state("11", { ...some, state_default: 100 }), "@ben:example.org")).toBe(false);
    expect(mayChangeState(state("11", { users_default: 60 }), ana)).toBe(true);
    expect(mayChangeState(state("11", undefined), ana)).toBe(true);
    expect(mayChangeState(state("12", some), "@gone:example.org")).toBe(false);
  });

  it("knows how long to wait, and whose invitations count", () => {
    expect(retryAfter("2", { retry_after_ms: 9 })).toBe(2_000);
    expect(retryAfter(new Date(10_000).toUTCString(), {}, 4_000)).toBe(6_000);
    expect(retryAfter(null, { retry_after_ms: 1_500.2 })).toBe(1_501);
    expect(retryAfter(null, { retry_after_ms: "soon" })).toBeUndefined();
    const allowed = inviters(["@ana:a.org", "b.org"]);
    expect(["@ana:a.org", "@eve:a.org", "@any:b.org", "@any:sub.b.org"].map(allowed)).toEqual([
      true,
      false,
      true,
      false,
    ]);
    expect(inviters(["*"])("@eve:e.org")).toBe(true);
    expect(inviters([])("@ana:a.org")).toBe(false);
  });
});
