/** Every command and word, tried at each level in each kind of place: allowed exactly where its description says. */
import { afterAll, beforeAll, expect, it } from "vitest";
import { commands } from "../../commands/index.ts";
import type { Level, Where } from "../../src/chat/levels.ts";
import type { InboundChat, PlatformUser } from "../../src/chat/inbound.ts";
import { Texts } from "../../src/core/text.ts";
import { identityLookup } from "../../src/store/people/records.ts";
import { formsOf, type Form } from "../fuzz/inputs.ts";
import { eachDatabase } from "../kit/databases.ts";
import { Stage } from "../kit/stage.ts";
import { phrase } from "../../src/chat/phrase.ts";

/** Who may use what, as docs/rules.md has it ("People and permission"): written out, so that a slip in a description is seen. */
const levels: Readonly<Record<string, Level>> = {
  help: "anyone",
  "help wrong": "anyone",
  setup: "anyone",
  "cell join": "anyone",
  pledge: "member",
  "drive show": "member",
  alert: "member",
  "alert confirm": "member",
  "alert off": "member",
  "alert show": "member",
  "alert i-am-safe": "member",
  "alert i-am-coming": "member",
  "alert i-need-help": "member",
  "alert receipts": "member",
  "alert lift": "steward",
  "help-now": "anyone",
  "help-now set": "coordinator",
  "help-now confirm": "member",
  "help-now refuse": "member",
  "drive list": "member",
  "drive ladder": "member",
  "drive poster": "member",
  "drive new": "coordinator",
  "drive edit": "coordinator",
  "drive close": "coordinator",
  "drive remind": "coordinator",
  "role who": "member",
  "role join": "member",
  "role leave": "member",
  "role accept": "member",
  "role decline": "member",
  "role swap": "member",
  "role cover": "member",
  "role away": "member",
  "role skip": "member",
  "role step-down": "member",
  "role handover": "member",
  "role preview": "member",
  "role history": "member",
  "role why": "member",
  "role balance": "member",
  "role ics": "member",
  "role new": "coordinator",
  "role edit": "coordinator",
  "role remove": "coordinator",
  "role end": "coordinator",
  "action plan": "coordinator",
  "action show": "member",
  "action list": "member",
  "action care": "member",
  "action confirm": "coordinator",
  "action change": "coordinator",
  "action cancel": "coordinator",
  "action close": "coordinator",
  "action template": "coordinator",
  "gather new": "coordinator",
  "gather when": "member",
  "gather choose": "member",
  "gather going": "member",
  "gather maybe": "member",
  "gather no": "member",
  "gather show": "member",
  "gather list": "member",
  "gather move": "member",
  "gather cancel": "member",
  "gather held": "member",
  "gather let-go": "coordinator",
  "gather ics": "member",
  "fund show": "member",
  "fund ask": "member",
  "fund in": "member",
  "fund out": "member",
  "fund approve": "member",
  "fund refuse": "member",
  "fund report": "member",
  "fund undo": "member",
  "fund new": "coordinator",
  "fund approver": "coordinator",
  "tally show": "member",
  "tally post": "coordinator",
  "tally receipts": "coordinator",
  "assembly new": "coordinator",
  "assembly change": "coordinator",
  "assembly next": "member",
  "assembly roster": "member",
  "assembly checkin": "delegate",
  "assembly checkout": "delegate",
  "assembly quorum": "member",
  "assembly agenda": "member",
  "assembly speak": "delegate",
  "assembly vote": "member",
  "assembly close": "coordinator",
  "assembly minutes": "member",
  "assembly host": "member",
  "assembly ics": "member",
  "assembly end": "coordinator",
  "assembly board": "coordinator",
  "vote open": "coordinator",
  "vote yes": "member",
  "vote no": "member",
  "vote abstain": "member",
  "vote close": "coordinator",
  "vote show": "member",
  "calendar show": "member",
  "action share": "coordinator",
  "action unshare": "coordinator",
  "date propose": "coordinator",
  "date show": "member",
  "date can": "member",
  "date cannot": "member",
  "date agree": "coordinator",
  "date cancel": "coordinator",
  decide: "coordinator",
  debrief: "member",
  "charter show": "member",
  "charter add": "coordinator",
  "charter amend": "coordinator",
  "charter note": "member",
  "charter print": "member",
  "charter hide": "coordinator",
  "debrief show": "member",
  "debrief write": "coordinator",
  "decide list": "member",
  "decide show": "member",
  "decide supersede": "coordinator",
  "decide object": "member",
  "decide take-back": "member",
  "decide vote": "coordinator",
  "decide adopt": "coordinator",
  "me show": "member",
  "me cell": "member",
  "me leave": "member",
  "me language": "member",
  "me zone": "member",
  "me quiet": "member",
  "me calendar": "member",
  "me link": "anyone",
  "me unlink": "member",
  "me export": "member",
  "me forget": "member",
  vouch: "member",
  "cell show": "member",
  "cell code": "coordinator",
  "cell settings": "coordinator",
  "cell leave": "coordinator",
  "cell calendar": "coordinator",
  "cell new": "steward",
  "delegate choose": "coordinator",
  "delegate stand": "member",
  "delegate propose": "member",
  "delegate accept": "member",
  "delegate decline": "member",
  "delegate vote": "member",
  "delegate mandate": "coordinator",
  "delegate recall": "member",
  "delegate step-down": "member",
  "delegate show": "member",
  "council join": "anyone",
  "council show": "member",
  "council code": "coordinator",
  "council settings": "coordinator",
  "council leave": "coordinator",
  "council new": "steward",
  "phase show": "member",
  "phase set": "steward",
  "phase off": "steward",
  "care give": "member",
  "care need": "member",
  "care offer": "member",
  "care read": "member",
  "care mine": "member",
  "care checkin": "member",
  "circle show": "member",
  "circle join": "member",
  "circle leave": "member",
  "circle swap": "member",
  "circle new": "coordinator",
  "circle end": "coordinator",
  "sector list": "member",
  "sector new": "steward",
  "steward add": "steward",
  "steward remove": "steward",
};

const ranks: readonly Level[] = ["anyone", "member", "delegate", "coordinator", "steward"];
/** Outside of a council's chats a delegate is a member: what they may do in a direct chat, conversations show. */
const levelsIn: Readonly<Record<Where, readonly Level[]>> = {
  cell: ["anyone", "member", "coordinator", "steward"],
  unbound: ["anyone", "member", "coordinator", "steward"],
  direct: ["anyone", "member", "coordinator", "steward"],
  council: ranks,
};
const places = Object.keys(levelsIn) as Where[];

/** The sentences with which the dispatch refuses. */
const refusals = [
  "core-not-set-up",
  "core-set-up-already",
  "core-only-in-group",
  "core-only-direct",
  "core-of-council",
  "core-only-in-council-lead",
  "core-only-in-council-of",
  "core-only-in-council",
  "core-council-stranger",
  "core-not-known",
  "core-anonymous",
  "core-needs-member",
  "core-needs-delegate",
  "core-needs-coordinator",
  "core-needs-council-coordinator",
  "core-needs-steward",
  "core-needs-administrator",
] as const;
type Outcome = (typeof refusals)[number] | "allowed";

const forms = formsOf(commands);
const nameOf = ({ command, word }: Form): string => (word === undefined ? command.name : `${command.name} ${word}`);

/** What has to happen. In a chat that is not set up nobody has a level; nobody there is an administrator but the steward. */
function expected(form: Form, level: Level, place: Where): Outcome {
  const { where, needsAdministrator } = form.usage;
  const needed = levels[nameOf(form)];
  // Without a code it makes one, and that is for people whom the bot knows.
  if (nameOf(form) === "me link" && level === "anyone" && place === "direct") return "core-not-known";
  // What nobody else may see has to be answered to somebody.
  if (nameOf(form) === "help wrong" && level === "anyone" && place === "cell") return "core-anonymous";
  if (!where.includes(place)) {
    if (place === "unbound") return "core-not-set-up";
    if (place === "direct") return "core-only-in-group";
    if (where.includes("unbound")) return "core-set-up-already";
    if (place === "council") return where.includes("cell") ? "core-of-council" : "core-only-direct";
    if (!where.includes("council")) return "core-only-direct";
    return needed === "coordinator" ? "core-only-in-council-lead" : "core-only-in-council-of";
  }
  if (place === "unbound")
    return needsAdministrator === true && level !== "steward" ? "core-needs-administrator" : "allowed";
  if (needed === undefined || ranks.indexOf(level) >= ranks.indexOf(needed)) return "allowed";
  if (needed === "steward" && level !== "anyone") return "core-needs-steward";
  if (place === "council") {
    if (level === "anyone") return needed === "steward" ? "core-needs-steward" : "core-council-stranger";
    return needed === "delegate" ? "core-needs-delegate" : "core-needs-council-coordinator";
  }
  if (level === "anyone") return place === "direct" ? "core-not-known" : "core-anonymous";
  return needed === "delegate" ? "core-needs-delegate" : "core-needs-coordinator";
}

it("every command and word has a level in this table, and its description says the same", () => {
  const described = Object.fromEntries(forms.map((form) => [nameOf(form), form.usage.level]));
  expect(described, "`levels` in this file, and the descriptions").toEqual(levels);
});

eachDatabase((_, open) => {
  let stage: Stage;
  const bound: InboundChat = { id: "depot5", kind: "group", title: "depot5" };
  const council: InboundChat = { id: "council", kind: "group", title: "council" };
  const unbound: InboundChat = { id: "nowhere", kind: "group", title: "nowhere" };
  const account = (name: string): PlatformUser => ({
    id: `user-${name.toLowerCase()}`,
    name,
    username: name.toLowerCase(),
  });
  /** In a chat of a cell only who writes in the group's name has no level: everybody else is a member at once. */
  const who: Readonly<Record<Level, PlatformUser>> = {
    anyone: { id: "anonymous:depot5", name: "depot5", anonymous: true },
    member: account("Mia"),
    delegate: account("Dea"),
    coordinator: account("Cora"),
    steward: account("Sol"),
  };
  const texts = Texts.load(new URL("../../locales", import.meta.url).pathname);

  const tries = async (level: Level, place: Where, text: string): Promise<Outcome> => {
    const stranger = level === "anyone" && place !== "cell" ? account("Eve") : who[level];
    const chat =
      place === "cell"
        ? bound
        : place === "council"
          ? council
          : place === "unbound"
            ? unbound
            : { id: `direct:${stranger.id}`, kind: "direct" as const };
    const shown = await stage.happen("console", chat, stranger, { type: "text", text, messageId: "own" });
    const said = shown.map((one) => one.text).join("\n");
    expect(said, text).not.toBe("");
    expect(said, text).not.toMatch(/went wrong/);
    const reader = { zone: "UTC", now: stage.clock.now() };
    return (
      refusals.find((id) =>
        said.includes(
          texts.plain("en", phrase(id, { council: "Council", councils: "Council", people: "Cora" }), reader),
        ),
      ) ?? "allowed"
    );
  };

  beforeAll(async () => {
    stage = await Stage.open(await open());
    const chat = stage.chat("depot5");
    const sol = chat.person("Sol").administrates();
    await sol.says("/setup federation:F sector:S cell:Depot zone:Europe/Paris language:en");
    for (const name of ["Mia", "Cora", "Dea"]) await chat.person(name).says("/help");
    await sol.says("/cell settings coordinator @Cora");
    await sol.presses("Yes").isTold(/Cora now coordinates/);
    await sol.says("/cell new Mill sector:S");
    const code = await sol.says("/council new Council cells:Depot, Mill").isTold(/Council Council: the code is/);
    const council = stage.chat("council").person("Sol").administrates();
    await council.says(`/council join ${/\b[2-9B-Z]{8}\b/u.exec(code.map(({ text }) => text).join())?.[0] ?? ""}`);
    await council.says("/council settings coordinator @Cora");
    await council.presses("Yes").isTold(/Cora now coordinates/);
    await stage.database.transaction(async (tx) => {
      const { id: councilId } = await tx.council.findFirstOrThrow();
      const lookup = identityLookup(stage.keyring, "console", who.delegate.id);
      const { personId } = await tx.identity.findFirstOrThrow({ where: { lookup } });
      const { cellId } = await tx.membership.findFirstOrThrow({ where: { personId } });
      await tx.seat.deleteMany({ where: { councilId } });
      await tx.seat.create({ data: { id: "seat", councilId, cellId, number: 1, delegateId: personId } });
    });
  });
  afterAll(() => stage.steward.stop());

  it.each(forms.map((form) => [nameOf(form), form] as const))("/%s", async (name, form) => {
    const table: Record<string, Outcome> = {};
    const wanted: Record<string, Outcome> = {};
    for (const place of places) {
      for (const level of levelsIn[place]) {
        table[`${level} in ${place}`] = await tries(level, place, `/${name}`);
        wanted[`${level} in ${place}`] = expected(form, level, place);
      }
    }
    expect(table).toEqual(wanted);
    expect(stage.problems).toEqual([]);
  });

  it("a steward who does not coordinate may do what a coordinator may, and a coordinator of one cell nothing in another", async () => {
    const cora = stage.chat("depot6").person("Cora");
    const sol = stage.chat("depot6").person("Sol");
    const code = (await stage.chat("depot5").person("Sol").says("/cell new Other sector:S"))
      .map(({ text }) => text)
      .join();
    await sol.says(`/cell join ${/\b[2-9B-Z]{8}\b/u.exec(code)?.[0] ?? ""}`).isTold(/belongs to Other/);
    await cora.says("/cell code").isTold(/for the coordinator of this cell/);
    await stage
      .chat("depot5")
      .person("Cora")
      .says("/cell code Other")
      .isTold(/Only a steward or the coordinator of Other/);
    await stage
      .chat("depot5")
      .person("Cora")
      .says("/cell settings vouches 1")
      .isTold(/Only a steward can change it/);
    await sol.says("/cell code").isTold(/the code is/);
  });
});
