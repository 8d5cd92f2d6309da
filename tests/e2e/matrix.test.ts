/** The Matrix adapter against a real Synapse and an independent client. */
import { spawn, type ChildProcess } from "node:child_process";
import { once } from "node:events";
import { rm } from "node:fs/promises";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { EventType } from "matrix-js-sdk";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { inviters } from "../../adapters/matrix/adapter.ts";
import type { Rendered, RenderedBlock } from "../../src/chat/message.ts";
import { MatrixWorld, type RunningBot } from "../kit/matrix/harness.ts";
import type { Person } from "../kit/matrix/person.ts";
import { RecordingHost } from "../kit/matrix/recording-host.ts";
import type { BotProcess } from "../kit/matrix/bot-process.ts";

const message = (...blocks: RenderedBlock[]): Rendered => ({ language: "en", blocks });
const paragraph = (text: string): RenderedBlock => ({ type: "paragraph", content: [{ type: "text", text }] });
const says = (text: string): Rendered => message(paragraph(text));

describe("with raised limits", () => {
  let world: MatrixWorld;
  let bot: RunningBot;
  let ana: Person;

  beforeAll(async () => {
    world = await MatrixWorld.start();
    bot = await world.bot();
    ana = await world.person("ana");
  });
  afterAll(() => world.stop());

  it("talks in a room that is not encrypted, says when it came in, and sends each outgoing once", async () => {
    const room = await world.roomWith(bot, ana);
    const added = await bot.host.until(({ said, chat }) => said.type === "bot-added" && chat.id === room);
    expect(added.chat).toMatchObject({ kind: "group", title: "Depot 5", encrypted: false });
    await ana.says(room, "!help pledge");
    const inbound = await bot.host.untilText("!help pledge");
    expect(inbound).toMatchObject({
      platform: "matrix",
      account: bot.account.user,
      sender: { id: ana.user, name: "ana" },
      chat: { id: room, kind: "group", encrypted: false },
    });
    const sent = await bot.adapter.send({
      id: "plain1",
      type: "message",
      chat: { id: room },
      message: says("<b>Hello</b>"),
    });
    const again = await bot.adapter.send({
      id: "plain1",
      type: "message",
      chat: { id: room },
      message: says("<b>Hello</b>"),
    });
    expect(again.messageId).toBe(sent.messageId);
    const shown = await ana.reads("<b>Hello</b>");
    expect(shown).toMatchObject({ id: sent.messageId, encrypted: false });
    expect(shown.content).toMatchObject({
      msgtype: "m.notice",
      formatted_body: "<p>&lt;b&gt;Hello&lt;/b&gt;</p>",
      "m.mentions": {},
    });
  });

  it("talks in an encrypted room, and edits there", async () => {
    const room = await world.roomWith(bot, ana, { encrypted: true });
    await ana.says(room, "!sealed one");
    const inbound = await bot.host.untilText("!sealed one");
    expect(inbound.chat).toMatchObject({ kind: "group", encrypted: true });
    const sent = await bot.adapter.send({
      id: "enc1",
      type: "message",
      chat: { id: room },
      message: says("sealed answer"),
    });
    expect(await ana.reads("sealed answer")).toMatchObject({ encrypted: true });
    await bot.adapter.send({
      id: "enc2",
      type: "edit",
      chat: { id: room },
      messageId: sent.messageId ?? "",
      message: says("changed"),
    });
    const edit = await ana.reads("* changed");
    expect(edit.content["m.new_content"]).toMatchObject({ body: "changed" });
    expect(
      ana.client
        .getRoom(room)
        ?.findEventById(sent.messageId ?? "")
        ?.getContent(),
    ).toMatchObject({ body: "changed" });
    // The server saw nothing but cipher text.
    const raw = await ana.client.fetchRoomEvent(room, sent.messageId ?? "");
    expect(raw.type).toBe("m.room.encrypted");
  });

  it("answers a direct message that was sent before the bot came in, and opens an encrypted direct chat", async () => {
    const room = await world.roomWith(bot, ana, { encrypted: true, direct: true });
    await ana.says(room, "!me show");
    expect((await bot.host.untilText("!me show")).chat).toMatchObject({ kind: "direct", encrypted: true });

    const ben = await world.person("ben");
    const first = await bot.adapter.send({ id: "dm1", type: "direct", to: ben.user, message: says("for you alone") });
    const direct = first.direct ?? "";
    await ben.untilIs(direct, "invite");
    await ben.client.joinRoom(direct);
    expect(await ben.reads("for you alone")).toMatchObject({ encrypted: true, room: direct });
    const second = await bot.adapter.send({ id: "dm2", type: "direct", to: ben.user, message: says("again") });
    expect(second.direct).toBe(direct);
    await ben.says(direct, "thanks");
    expect((await bot.host.untilText("thanks")).chat).toMatchObject({ id: direct, kind: "direct" });

    // A third person in that room: nothing private is said there any more.
    await ben.client.invite(direct, ana.user);
    await ana.untilIs(direct, "invite");
    await ben.says(direct, "ana is coming");
    await bot.host.untilText("ana is coming");
    const third = await bot.adapter.send({
      id: "dm3",
      type: "direct",
      to: ben.user,
      direct,
      message: says("not for ana"),
    });
    expect(third.direct).not.toBe(direct);

    let tries = 3;
    // Who leaves does not want to be written to.
    await ben.untilIs(third.direct ?? "", "invite");
    await ben.client.leave(third.direct ?? "");
    await expect
      .poll(() =>
        bot.adapter
          .send({
            id: `dm${String(++tries)}`,
            type: "direct",
            to: ben.user,
            direct: third.direct ?? "",
            message: says("x"),
          })
          .then(
            () => "sent",
            (error: unknown) => (error as { failure: string }).failure,
          ),
      )
      .toBe("blocked");
  });

  it("is heard by a client that only trusts cross-signed devices", async () => {
    const strict = await world.person("strict", { onlySigned: true });
    const room = await world.roomWith(bot, strict, { encrypted: true });
    await expect.poll(() => bot.host.story).toContain("cross-signed");
    await strict.says(room, "!from strict");
    await bot.host.untilText("!from strict");
    await bot.adapter.send({ id: "strict1", type: "message", chat: { id: room }, message: says("to strict") });
    expect(await strict.reads("to strict")).toMatchObject({ encrypted: true, failure: undefined });
  });

  it("offers choices as reactions, and takes a reaction to its own messages only", async () => {
    const room = await world.roomWith(bot, ana);
    const card = message(paragraph("Who comes?"), {
      type: "choices",
      reactions: true,
      items: [
        { mark: "1️⃣", label: "Going", id: "a" },
        { mark: "2️⃣", label: "Not", id: "b" },
      ],
    });
    const sent = await bot.adapter.send({ id: "react1", type: "message", chat: { id: room }, message: card });
    const id = sent.messageId ?? "";
    for (const mark of ["1️⃣", "2️⃣"]) {
      await ana.sees(({ type, content }) => {
        const relation = content["m.relates_to"] as { key?: string; event_id?: string } | undefined;
        return type === "m.reaction" && relation?.event_id === id && relation.key === mark;
      });
    }
    // Sent again after a crash whose answer was lost: the reactions are there already.
    await bot.adapter.send({ id: "react1", type: "message", chat: { id: room }, message: card });
    const own = await ana.says(room, "my own");
    await ana.reacts(room, own, "1️⃣");
    const pressed = await ana.reacts(room, id, "2️⃣");
    const inbound = await bot.host.until(({ eventId }) => eventId === pressed);
    expect(inbound.said).toEqual({ type: "reaction", mark: "2️⃣", messageId: id });
    expect(bot.host.received.filter(({ said }) => said.type === "reaction")).toHaveLength(1);
  });

  it("numbers choices, mentions people, hands out files and images, and deletes what it may", async () => {
    const room = await world.roomWith(bot, ana, { encrypted: true });
    const data = Buffer.from("BEGIN:VCALENDAR").toString("base64");
    await bot.adapter.send({
      id: "all1",
      type: "message",
      chat: { id: room },
      message: message(
        {
          type: "paragraph",
          content: [
            { type: "mention", user: { id: ana.user }, name: "ana" },
            { type: "text", text: " @room" },
          ],
        },
        { type: "choices", reactions: false, items: [{ mark: "!1", label: "Going", id: "a" }] },
        { type: "file", file: { name: "terms.ics", mediaType: "text/calendar", data } },
        { type: "image", file: { name: "map.png", mediaType: "image/png", data }, alt: "A map" },
      ),
    });
    const shown = await ana.sees(({ content }) => String(content["body"]).startsWith("ana "));
    expect(shown.content["m.mentions"]).toEqual({ user_ids: [ana.user] });
    expect(shown.content["body"]).toBe("ana @\u200Broom\n!1 Going");
    const file = await ana.sees(({ content }) => content["msgtype"] === "m.file");
    expect(file.content).toMatchObject({ filename: "terms.ics", file: { v: "v2" } });
    await ana.sees(({ content }) => content["msgtype"] === "m.image" && content["body"] === "A map");

    const typed = await ana.says(room, "!pledge in");
    await bot.host.untilText("!pledge in");
    await bot.adapter.send({ id: "del1", type: "delete", chat: { id: room }, messageId: typed });
    expect((await ana.client.fetchRoomEvent(room, typed)).content).not.toEqual({});
    await ana.client.setPowerLevel(room, bot.account.user, 50);
    // That it was refused is remembered until the room has told of the new power.
    let tries = 0;
    await expect
      .poll(async () => {
        const id = `del2.${String(++tries)}`;
        await bot.adapter.send({ id, type: "delete", chat: { id: room }, messageId: typed });
        return (await ana.client.fetchRoomEvent(room, typed)).content;
      })
      .toEqual({});
  });

  it.each([false, true])("reads the last wording, and takes edits away (encrypted: %s)", async (encrypted) => {
    const { adapter: first, account, host } = await world.bot();
    const room = await world.roomWith({ account }, ana, { encrypted });
    await ana.client.setPowerLevel(room, account.user, 50);
    const before = await ana.says(room, "!before");
    await host.untilText("!before");

    // While the bot is away.
    await first.stop();
    const typed = await ana.says(room, "!pledge if 2");
    const once = await ana.edits(room, typed, "!pledge if 3");
    const twice = await ana.edits(room, typed, "!pledge in");
    const { adapter } = await world.adapter({ account });
    await world.run(adapter, host);
    const late = { original: typed, messageId: twice };
    await host.until(({ eventId }) => eventId === twice);
    expect(host.received.filter(({ said }) => said.type === "text").slice(1)).toMatchObject([
      { eventId: typed, said: { text: "!pledge in", messageId: typed, edits: [once, twice] } },
      // For itself, too: only the core knows what it had worked on before.
      { eventId: twice, said: { text: "!pledge in", messageId: typed, edited: late } },
    ]);
    await adapter.send({ id: `del-${String(encrypted)}`, type: "delete", chat: { id: room }, messageId: typed });
    for (const id of [typed, once, twice])
      await expect.poll(async () => (await ana.client.fetchRoomEvent(room, id)).content).toEqual({});

    // Later, by its writer; and what is none: by somebody else, and in plain text where the message is encrypted.
    const edit = await ana.edits(room, before, "!after");
    const { said } = await host.until(({ eventId }) => eventId === edit);
    expect(said).toMatchObject({ text: "!after", messageId: before, edited: { original: before, messageId: edit } });
    expect(said.type === "text" && Math.abs(Date.now() - (said.edited?.writtenAt ?? 0))).toBeLessThan(120_000);
    const ben = await world.person(`ben-${String(encrypted)}`, { encryption: false });
    await ana.client.invite(room, ben.user);
    await ben.client.joinRoom(room);
    const foreign = await ben.editsInPlain(room, before, "!foreign");
    const plain = await ana.editsInPlain(room, before, "!plain");
    await ana.says(room, "!end");
    await host.untilText("!end");
    expect(host.received.some(({ eventId }) => eventId === foreign)).toBe(false);
    expect(host.received.some(({ eventId }) => eventId === plain)).toBe(!encrypted);
  });

  it("passes over edits of what was said before it came in", async () => {
    const room = await ana.opensRoom({ name: "Depot 6" });
    const early = await ana.says(room, "!early");
    await ana.client.invite(room, bot.account.user);
    await ana.untilIn(room, bot.account.user);
    const edit = await ana.edits(room, early, "!mended");
    await ana.says(room, "!end of early");
    await bot.host.untilText("!end of early");
    expect(bot.host.received.some(({ eventId }) => eventId === edit)).toBe(false);
  });

  it("knows administrators by power level, and creators of version 12 without one", async () => {
    for (const version of ["10", "11", "12"]) {
      const room = await world.roomWith(bot, ana, { version });
      expect(await bot.adapter.isAdministrator({ id: room }, ana.user), version).toBe(true);
      expect(await bot.adapter.isAdministrator({ id: room }, bot.account.user), version).toBe(false);
      await ana.says(room, `!in version ${version}`);
      await bot.host.untilText(`!in version ${version}`);
      await bot.adapter.send({
        id: `version${version}`,
        type: "message",
        chat: { id: room },
        message: says(`v${version}`),
      });
      await ana.reads(`v${version}`);
    }
  });

  it("follows a room to its successor", async () => {
    for (const version of ["11", "12"]) {
      const old = await world.roomWith(bot, ana, { version: "10" });
      const { replacement_room: next } = await ana.client.upgradeRoom(old, version);
      // Synapse takes nobody along into a room that only the invited may enter.
      await ana.client.invite(next, bot.account.user);
      const moved = await bot.host.until(({ said, chat }) => chat.id === old && said.type === "moved");
      expect(moved.said).toEqual({ type: "moved", to: next });
      await ana.says(next, `!after ${version}`);
      await bot.host.untilText(`!after ${version}`);
      await bot.adapter.send({
        id: `moved${version}`,
        type: "message",
        chat: { id: next },
        message: says(`here ${version}`),
      });
      await ana.reads(`here ${version}`);
      expect(bot.host.received.some(({ said, chat }) => chat.id === next && said.type === "bot-added")).toBe(false);
    }
  });

  it("says who left, and that it was removed; then it cannot send there", async () => {
    const room = await world.roomWith(bot, ana);
    const guest = await world.person("guest", { encryption: false });
    await ana.client.invite(room, guest.user);
    await guest.client.joinRoom(room);
    await guest.client.leave(room);
    const left = await bot.host.until(({ said, chat }) => chat.id === room && said.type === "left");
    expect(left.said).toMatchObject({ users: [{ id: guest.user }] });
    await ana.client.kick(room, bot.account.user);
    await bot.host.until(({ said, chat }) => chat.id === room && said.type === "bot-removed");
    await expect(
      bot.adapter.send({ id: "kicked", type: "message", chat: { id: room }, message: says("x") }),
    ).rejects.toMatchObject({ failure: "removed" });
  });

  it("says that rights have changed in a group, once, and in a direct chat not at all", async () => {
    const allows = async (room: string, redact: number): Promise<void> => {
      const levels = ana.client.getRoom(room)?.currentState.getStateEvents("m.room.power_levels", "")?.getContent();
      await ana.client.sendStateEvent(room, EventType.RoomPowerLevels, { ...levels, redact });
    };
    const room = await world.roomWith(bot, ana);
    const direct = await world.roomWith(bot, ana, { direct: true });
    await allows(direct, 0);
    await allows(room, 0);
    const allowed = await bot.host.until(({ said, chat }) => chat.id === room && said.type === "bot-allowed");
    expect(allowed).toMatchObject({ chat: { kind: "group" }, sender: { id: ana.user } });
    for (const where of [room, direct]) await ana.says(where, `!after ${where}`);
    for (const where of [room, direct]) await bot.host.untilText(`!after ${where}`);
    const all = bot.host.received.filter(({ said }) => said.type === "bot-allowed").map(({ chat }) => chat.id);
    expect(all.filter((id) => id === room || id === direct)).toEqual([room]);
  });

  it("reads a message whose key comes late", async () => {
    let arrive = () => {};
    const arrived = new Promise<void>((resolve) => (arrive = resolve));
    const late = await world.person("late", { url: world.proxy.url });
    const end = world.proxy.rule(({ path, token }) =>
      token === late.token && path.includes("/sendToDevice/m.room.encrypted")
        ? { type: "later", body: {}, when: arrived }
        : undefined,
    );
    const room = await world.roomWith(bot, late, { encrypted: true });
    await late.says(room, "!key comes late");
    await expect.poll(() => bot.host.story).toContain("cannot be read");
    expect(bot.host.received.some(({ said }) => said.type === "text" && said.text === "!key comes late")).toBe(false);
    end();
    arrive();
    expect((await bot.host.untilText("!key comes late")).chat.encrypted).toBe(true);
    await expect.poll(() => bot.host.story).toContain("came late");
  });

  it("sends nothing where it cannot know whether a room is encrypted", async () => {
    const room = await world.roomWith(bot, ana, { encrypted: false });
    const end = world.proxy.rule(({ path }) =>
      path.includes("/state/m.room.encryption") ? { type: "answer", status: 502, body: "gone" } : undefined,
    );
    const outgoing = { id: "unknown1", type: "message", chat: { id: room }, message: says("only when known") } as const;
    await expect(bot.adapter.send(outgoing)).rejects.toMatchObject({ failure: "unreachable" });
    end();
    await bot.adapter.send(outgoing);
    await ana.reads("only when known");
  });

  it("obeys a 429, and sends once although answers are lost and requests repeated", async () => {
    const room = await world.roomWith(bot, ana, { encrypted: true });
    const send = (id: string, text: string) =>
      bot.adapter.send({ id, type: "message", chat: { id: room }, message: says(text) });
    let mishaps = 0;
    const once = (mishap: Parameters<typeof world.proxy.rule>[0]) => {
      let used = false;
      return world.proxy.rule((seen) => {
        if (used || !seen.path.includes("/send/m.room.encrypted/")) return undefined;
        used = true;
        mishaps++;
        return mishap(seen);
      });
    };
    once(() => ({
      type: "answer",
      status: 429,
      body: { errcode: "M_LIMIT_EXCEEDED" },
      headers: { "retry-after": "3" },
    }));
    await expect(send("lim1", "limited")).rejects.toMatchObject({ failure: "limited", retryAfterMs: 3000 });
    once(() => ({ type: "lose" }));
    await expect(send("lim1", "limited")).rejects.toMatchObject({ failure: "unreachable" });
    once(() => ({ type: "repeat" }));
    await send("lim1", "limited");
    expect(mishaps).toBe(3);
    await ana.reads("limited");
    await send("lim2", "afterwards");
    await ana.reads("afterwards");
    expect(ana.shown.filter(({ content }) => content["body"] === "limited")).toHaveLength(1);
  });

  it("confirms nothing that the core could not record, and goes on when it can", async () => {
    const room = await world.roomWith(bot, ana);
    let failures = 0;
    bot.host.fails = ({ said }) => said.type === "text" && said.text === "!record me" && ++failures <= 2;
    await ana.says(room, "!record me");
    await ana.says(room, "!and me");
    await bot.host.untilText("!and me");
    expect(failures).toBe(3);
    const order = bot.host.received.flatMap(({ said }) => (said.type === "text" ? [said.text] : []));
    expect(order.indexOf("!record me")).toBeLessThan(order.indexOf("!and me"));
    bot.host.fails = undefined;
  });
});

describe("with bots of their own", () => {
  let world: MatrixWorld;
  let ana: Person;

  beforeAll(async () => {
    world = await MatrixWorld.start();
    ana = await world.person("ana");
  });
  afterAll(() => world.stop());

  it("refuses invitations of whoever is not on the list", async () => {
    const bot = await world.bot({ mayInvite: inviters(["@ana:localhost"]) });
    const eve = await world.person("eve", { encryption: false });
    const hers = await eve.opensRoom({ name: "Trap", invite: [bot.account.user] });
    await eve.sees(
      ({ room, type }) =>
        room === hers &&
        type === "m.room.member" &&
        eve.client.getRoom(hers)?.getMember(bot.account.user)?.membership === "leave",
    );
    await world.roomWith(bot, ana);
    expect(bot.host.received.map(({ chat }) => chat.id)).not.toContain(hers);
  });

  it("reads all that was said while it was away, more than one answer of the server holds", async () => {
    const first = await world.bot();
    const room = await world.roomWith(first, ana, { encrypted: true });
    await ana.says(room, "!before");
    await first.host.untilText("!before");
    await first.adapter.stop();
    for (let i = 0; i < 130; i++) await ana.says(room, `!away ${String(i)}`);
    const second = await world.bot({ account: first.account, host: first.host });
    await second.host.untilText("!away 129");
    const texts = second.host.received.flatMap(({ said }) =>
      said.type === "text" && said.text.startsWith("!away") ? [said.text] : [],
    );
    expect(texts).toEqual(Array.from({ length: 130 }, (_, i) => `!away ${String(i)}`));
    expect(second.host.story).toContain("filled a gap");
  });

  it("does not look at what was said before it came in", async () => {
    const bot = await world.bot();
    const room = await ana.opensRoom({ name: "Old" });
    await ana.says(room, "!long ago");
    await ana.client.invite(room, bot.account.user);
    await ana.untilIn(room, bot.account.user);
    await ana.says(room, "!now");
    await bot.host.untilText("!now");
    expect(bot.host.received.some(({ said }) => said.type === "text" && said.text === "!long ago")).toBe(false);
  });

  it("logs in with a password once, and again when the device is gone, cross-signed by the same identity", async () => {
    const account = await world.botAccount();
    const first = await world.bot({ account, login: "password" });
    await expect.poll(() => first.host.story).toContain("cross-signed");
    await first.adapter.stop();
    const logins = () => world.proxy.seen.filter(({ path }) => path.endsWith("/login")).length;
    const before = logins();
    const second = await world.bot({ account, login: "password", host: first.host });
    expect(logins()).toBe(before);
    // Somebody logs the bot out everywhere.
    await fetch(`${world.synapse.url}/_matrix/client/v3/logout/all`, {
      method: "POST",
      headers: { authorization: `Bearer ${account.token}` },
    });
    await expect.poll(() => logins()).toBe(before + 1);
    const strict = await world.person("strict", { onlySigned: true });
    const room = await world.roomWith(second, strict, { encrypted: true });
    await expect
      .poll(() => second.host.lines.filter(({ message }) => message.includes("is cross-signed")).length)
      .toBe(2);
    // Whoever writes before their client has heard of the device writes to the ones before.
    const signed = () => strict.signedDevices(account.user);
    await expect.poll(signed).toHaveLength(1);
    const [replaced = ""] = await signed();
    await strict.says(room, "!to the new device");
    await second.host.untilText("!to the new device");

    // And once more, while the bot is not there to see it.
    await second.adapter.stop();
    const { token } = await world.synapse.register("boss", { admin: true });
    const headers = { authorization: `Bearer ${token}` };
    const devices = `${world.synapse.url}/_synapse/admin/v2/users/${account.user}`;
    const listed = (await (await fetch(`${devices}/devices`, { headers })).json()) as {
      devices: { device_id: string }[];
    };
    await fetch(`${devices}/delete_devices`, {
      method: "POST",
      headers,
      body: JSON.stringify({ devices: listed.devices.map(({ device_id }) => device_id) }),
    });
    const third = await world.bot({ account, login: "password", host: first.host });
    expect(logins()).toBe(before + 2);
    await expect.poll(() => third.host.story.split("is cross-signed").length).toBe(4);
    await expect.poll(async () => (await signed()).filter((device) => device !== replaced)).toHaveLength(1);
    await strict.says(room, "!to the third device");
    await third.host.untilText("!to the third device");
  });

  it("resumes a cross-signing that broke off between its steps, with the same identity", async () => {
    const account = await world.botAccount();
    const host = new RecordingHost();
    const identity = async () => {
      const response = await fetch(`${world.synapse.url}/_matrix/client/v3/keys/query`, {
        method: "POST",
        headers: { authorization: `Bearer ${account.token}` },
        body: JSON.stringify({ device_keys: { [account.user]: [] } }),
      });
      const answer = (await response.json()) as {
        master_keys: Record<string, { keys: Record<string, string> } | undefined>;
        device_keys: Record<string, Record<string, { signatures: Record<string, object> }>>;
      };
      const signatures = answer.device_keys[account.user]?.[account.device]?.signatures[account.user] ?? {};
      return {
        master: Object.keys(answer.master_keys[account.user]?.keys ?? {}),
        signatures: Object.keys(signatures).length,
      };
    };
    const away = (path: string) =>
      world.proxy.rule((seen) =>
        seen.token === account.token && seen.path.endsWith(path)
          ? { type: "answer", status: 502, body: "away" }
          : undefined,
      );
    // The private keys are made, and nothing is published.
    let back = away("/keys/device_signing/upload");
    const first = await world.bot({ account, host });
    await expect.poll(() => host.story).toContain("could not be cross-signed");
    await first.adapter.stop();
    expect((await identity()).master).toEqual([]);
    back();
    // The identity is published, and the device is not signed by it.
    back = away("/keys/signatures/upload");
    const second = await world.bot({ account, host });
    await expect.poll(async () => (await identity()).master.length).toBe(1);
    await second.adapter.stop();
    const { master, signatures } = await identity();
    expect(signatures).toBe(1);
    back();
    const third = await world.bot({ account, host });
    await expect.poll(() => host.story).toContain("is cross-signed");
    expect(await identity()).toEqual({ master, signatures: 2 });
    await third.adapter.stop();

    // Another machine, where nothing of it is known: the identity stays.
    const stranger = await world.bot({ account, login: "password" });
    await expect.poll(() => stranger.host.story).toContain("identity of another client");
    expect((await identity()).master).toEqual(master);
  });

  it("never gives a device a second set of keys", async () => {
    const account = await world.botAccount();
    const first = await world.bot({ account });
    await expect.poll(() => first.host.story).toContain("is cross-signed");
    await first.adapter.stop();
    await rm(join(world.directory, account.name), { recursive: true });
    const { adapter } = await world.adapter({ account });
    await adapter.start(new RecordingHost());
    expect(adapter.status()).toMatchObject({ state: "refused" });
    expect(adapter.status().detail).toContain("keys are elsewhere");

    // With a password it becomes another device, of the same identity.
    const other = await world.botAccount();
    const before = await world.bot({ account: other, login: "password" });
    await expect.poll(() => before.host.story).toContain("is cross-signed");
    await before.adapter.stop();
    await rm(join(world.directory, other.name), { recursive: true });
    const after = await world.bot({ account: other, login: "password", host: before.host });
    await expect.poll(() => after.host.story.split("is cross-signed").length).toBe(3);
    const room = await world.roomWith(after, ana, { encrypted: true });
    await ana.says(room, "!to another device");
    await after.host.untilText("!to another device");
  });

  it("reacts no second time after a restart", async () => {
    const first = await world.bot();
    const room = await world.roomWith(first, ana);
    const card = message(paragraph("Who?"), {
      type: "choices",
      reactions: true,
      items: [{ mark: "1️⃣", label: "I", id: "a" }],
    });
    const { messageId = "" } = await first.adapter.send({
      id: "card",
      type: "message",
      chat: { id: room },
      message: card,
    });
    await first.adapter.stop();
    const second = await world.bot({ account: first.account, host: first.host });
    await second.adapter.send({ id: "card2", type: "edit", chat: { id: room }, messageId, message: card });
    const duplicates = world.proxy.seen.filter(({ path }) => path.includes("/send/m.reaction/card2.r0"));
    expect(duplicates).toHaveLength(1);
  });

  it("goes on with the other rooms where one cannot be read any more", async () => {
    const bot = await world.bot();
    const closed = await world.roomWith(bot, ana, { name: "Closed" });
    const open = await world.roomWith(bot, ana, { name: "Open" });
    await bot.adapter.stop();
    const end = world.proxy.rule(({ path }) =>
      path.includes(encodeURIComponent(closed)) && path.endsWith("/state")
        ? { type: "answer", status: 403, body: { errcode: "M_FORBIDDEN" } }
        : undefined,
    );
    await ana.says(closed, "!in the closed room");
    await ana.says(open, "!in the open room");
    const again = await world.bot({ account: bot.account, host: bot.host });
    await again.host.untilText("!in the open room");
    expect(again.host.story).toContain("cannot be read any more");
    end();
  });

  it("begins anew where the server has forgotten the position", async () => {
    const bot = await world.bot();
    const room = await world.roomWith(bot, ana);
    await bot.adapter.stop();
    let refusals = 0;
    const end = world.proxy.rule(({ path, token }) => {
      if (token !== bot.account.token || !path.includes("since=")) return undefined;
      refusals++;
      return refusals > 1 ? undefined : { type: "answer", status: 400, body: { errcode: "M_UNKNOWN_POS" } };
    });
    const again = await world.bot({ account: bot.account, host: bot.host });
    await expect.poll(() => again.host.story).toContain("does not know the position");
    await expect.poll(() => refusals).toBeGreaterThan(1);
    await ana.says(room, "!anew");
    await again.host.untilText("!anew");
    end();
  });

  it("enters a room in the end, although the server asks to wait and the process ends", async () => {
    const account = await world.botAccount();
    let joins = 0;
    const end = world.proxy.rule(({ path, token }) => {
      if (token !== account.token || !path.includes("/join/")) return undefined;
      joins++;
      return { type: "answer", status: 429, body: { errcode: "M_LIMIT_EXCEEDED", retry_after_ms: 100 } };
    });
    const first = await world.bot({ account });
    const room = await ana.opensRoom({ name: "Busy", invite: [account.user] });
    await expect.poll(() => joins).toBeGreaterThan(2);
    await first.adapter.stop();
    end();
    const second = await world.bot({ account, host: first.host });
    await ana.untilIn(room, account.user);
    await second.host.until(({ said, chat }) => said.type === "bot-added" && chat.id === room);
  });

  it("starts while the server is away, and gets in when it is back", async () => {
    const account = await world.botAccount();
    const end = world.proxy.rule(({ token }) => (token === account.token ? { type: "drop" } : undefined));
    const { adapter } = await world.adapter({ account });
    await adapter.start(new RecordingHost());
    expect(adapter.status()).toMatchObject({ state: "down" });
    end();
    await expect.poll(() => adapter.status().state).toBe("up");
    expect(adapter.account).toBe(account.user);
  });

  it("says that a token is refused, and stops all the same", async () => {
    const account = await world.botAccount();
    const { adapter } = await world.adapter({ account: { ...account, token: "wrong" } });
    await adapter.start(new RecordingHost());
    expect(adapter.status()).toMatchObject({ state: "refused" });
    await adapter.stop();
    expect(adapter.status()).toEqual({ state: "stopped" });
  });

  it("is down while the server is, and loses nothing", async () => {
    const bot = await world.bot();
    const room = await world.roomWith(bot, ana);
    await world.synapse.down("SIGKILL");
    await expect.poll(() => bot.adapter.status().state).toBe("down");
    const outgoing = { id: "down1", type: "message", chat: { id: room }, message: says("after the storm") } as const;
    await expect(bot.adapter.send(outgoing)).rejects.toMatchObject({ failure: "unreachable" });
    await world.synapse.up();
    await expect.poll(() => bot.adapter.status().state).toBe("up");
    await bot.adapter.send(outgoing);
    await ana.says(room, "!still here");
    await bot.host.untilText("!still here");
    await ana.reads("after the storm");
  });

  it("says nothing of people in its log", async () => {
    const bot = await world.bot();
    const room = await world.roomWith(bot, ana, { encrypted: true });
    await ana.says(room, "!secret words");
    await bot.host.untilText("!secret words");
    await bot.adapter.stop();
    const { story } = bot.host;
    for (const private_ of ["secret", "ana", room, bot.account.token, bot.account.user, world.proxy.url]) {
      expect(story).not.toContain(private_);
    }
  });
});

describe("killed again and again", () => {
  const program = fileURLToPath(new URL("../kit/matrix/bot-process.ts", import.meta.url));

  it("answers every message once, all readable, over ten SIGKILLs", async () => {
    await using world = await MatrixWorld.start();
    const ana = await world.person("ana");
    const account = await world.botAccount();
    const told: BotProcess = {
      homeserver: world.proxy.url,
      accessToken: account.token,
      directory: join(world.directory, "killed"),
      key: world.key,
      file: join(world.directory, "killed.json"),
    };
    const begin = async (): Promise<ChildProcess> => {
      const child = spawn(process.execPath, [program], {
        env: { ...process.env, BOT: JSON.stringify(told) },
        stdio: ["pipe", "pipe", "inherit"],
      });
      await once(child.stdout, "data");
      return child;
    };
    let child = await begin();
    const room = await ana.opensRoom({ name: "Depot 5", encrypted: true, invite: [account.user] });
    await ana.untilIn(room, account.user);
    let sent = 0;
    for (let kill = 0; kill < 10; kill++) {
      for (let i = 0; i < 4; i++) await ana.says(room, `!echo ${String(sent++)}`);
      await new Promise((resolve) => setTimeout(resolve, kill * 37));
      const ended = once(child, "exit");
      child.kill("SIGKILL");
      await ended;
      child = await begin();
    }
    await Promise.all(Array.from({ length: sent }, (_, i) => ana.reads(String(i), 60_000)));
    const answers = ana.shown.filter(({ sender, type }) => sender === account.user && type === "m.room.message");
    expect(answers.map(({ content }) => content["body"]).sort()).toEqual(
      Array.from({ length: sent }, (_, i) => String(i)).sort(),
    );
    expect(ana.shown.filter(({ failure }) => failure !== undefined)).toEqual([]);
    const ended = once(child, "exit");
    child.kill("SIGTERM");
    expect((await ended)[0]).toBe(0);
  });
});

describe("with the limits that Synapse comes with", () => {
  it("waits as it is told, and everything arrives in order", async () => {
    await using world = await MatrixWorld.start({ limits: "default" });
    const ana = await world.person("ana", { encryption: false });
    const bot = await world.bot();
    const room = await ana.opensRoom({ name: "Depot 5", invite: [bot.account.user] });
    await ana.untilIn(room, bot.account.user);
    let limited = 0;
    for (let i = 0; i < 14; i++) {
      for (;;) {
        try {
          await bot.adapter.send({
            id: `slow${String(i)}`,
            type: "message",
            chat: { id: room },
            message: says(`slow ${String(i)}`),
          });
          break;
        } catch (error) {
          const { failure, retryAfterMs } = error as { failure: string; retryAfterMs?: number };
          expect(failure).toBe("limited");
          expect(retryAfterMs).toBeGreaterThan(0);
          limited++;
          await new Promise((resolve) => setTimeout(resolve, retryAfterMs ?? 0));
        }
      }
    }
    expect(limited).toBeGreaterThan(0);
    await ana.reads("slow 13");
    const order = ana.shown.filter(({ sender, type }) => sender === bot.account.user && type === EventType.RoomMessage);
    expect(order.map(({ content }) => content["body"])).toEqual(
      Array.from({ length: 14 }, (_, i) => `slow ${String(i)}`),
    );
  });
});
