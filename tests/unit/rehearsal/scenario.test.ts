import { describe, expect, it } from "vitest";
import { parseScenario, ScenarioError, shownTime } from "../../../src/rehearsal/scenario.ts";

const first = "at 2026-03-20 17:00 Europe/Paris";

/** The line and the words of what is wrong. */
function mistake(text: string): string {
  try {
    parseScenario(text);
  } catch (error) {
    if (error instanceof ScenarioError) return `${error.line}: ${error.message}`;
    throw error;
  }
  return "nothing is wrong";
}

/** Something is wrong with the last line of a scenario that begins as it should. */
const inLine3 = (line: string): string => mistake(`${first}\nchat depot5 telegram\n${line}`);

describe("a scenario is read", () => {
  it("with all its kinds of lines, comments and empty lines left out", () => {
    const { start, zone, steps } = parseScenario(
      [
        "# before the first line",
        first,
        "",
        "chat depot5 telegram",
        "chat secret matrix encrypted",
        "admin zoe@depot5",
        "ana@depot5: /pledge if 2",
        "ana@direct: hello: there",
        "ana@direct/matrix: /me export",
        "ana@depot5 presses I'm in",
        "ana@depot5 presses I'm in again",
        "wait 1 week, 3 days and 2 hours 5 minutes",
        "restart",
        "  # the end",
      ].join("\r\n"),
    );
    expect(new Date(start).toISOString()).toBe("2026-03-20T16:00:00.000Z");
    expect(zone).toBe("Europe/Paris");
    expect(steps).toEqual([
      { line: 4, type: "chat", chat: { name: "depot5", platform: "telegram", encrypted: false } },
      { line: 5, type: "chat", chat: { name: "secret", platform: "matrix", encrypted: true } },
      { line: 6, type: "admin", person: "zoe", chat: "depot5" },
      { line: 7, type: "says", person: "ana", place: { type: "chat", chat: "depot5" }, text: "/pledge if 2" },
      { line: 8, type: "says", person: "ana", place: { type: "direct", platform: undefined }, text: "hello: there" },
      { line: 9, type: "says", person: "ana", place: { type: "direct", platform: "matrix" }, text: "/me export" },
      {
        line: 10,
        type: "presses",
        person: "ana",
        place: { type: "chat", chat: "depot5" },
        label: "I'm in",
        again: false,
        back: 1,
      },
      {
        line: 11,
        type: "presses",
        person: "ana",
        place: { type: "chat", chat: "depot5" },
        label: "I'm in again",
        again: true,
        back: 1,
      },
      { line: 12, type: "wait", days: 10, minutes: 125 },
      { line: 13, type: "restart" },
    ]);
  });

  it("with what makes events late, come twice, or come from elsewhere", () => {
    const { steps, chance } = parseScenario(
      [
        first,
        "chance 17",
        "chat depot5 telegram",
        "late ana@depot5: /pledge in",
        "again",
        "ana@depot5 presses I'm in #2",
        "ana@depot5/kitchen: /help",
        "ana leaves depot5",
        "down 3 days",
        "removed depot5",
        "added depot5",
      ].join("\n"),
    );
    expect(chance).toBe("17");
    const place = { type: "chat", chat: "depot5" };
    expect(steps.slice(1)).toEqual([
      { line: 4, type: "late", deed: { type: "says", person: "ana", place, text: "/pledge in" } },
      { line: 5, type: "again" },
      { line: 6, type: "presses", person: "ana", place, label: "I'm in #2", again: false, back: 2 },
      { line: 7, type: "says", person: "ana", place: { ...place, topic: "kitchen" }, text: "/help" },
      { line: 8, type: "leaves", person: "ana", chat: "depot5" },
      { line: 9, type: "down", days: 3, minutes: 0 },
      { line: 10, type: "removed", chat: "depot5" },
      { line: 11, type: "added", chat: "depot5" },
    ]);
  });

  it("with names in any script", () => {
    const { steps } = parseScenario(`${first}\nchat größe5 console\nŁucja@größe5: здравствуйте`);
    expect(steps[1]).toMatchObject({ person: "Łucja", place: { chat: "größe5" }, text: "здравствуйте" });
  });

  it("and its times are shown in its zone", () => {
    const { start, zone } = parseScenario("at 2026-07-01 9:30 America/Mexico_City");
    expect(shownTime(start, zone)).toBe("2026-07-01T09:30");
  });
});

describe("what is wrong is said with the number of the line", () => {
  it("in the first line", () => {
    expect(mistake("")).toMatch(/^1: the scenario is empty/);
    expect(mistake("# nothing\n\nchat depot5 telegram")).toMatch(/^3: the first line has to set the clock/);
    expect(mistake("at 2026-03-20 17:00")).toMatch(/^1: the first line has to set the clock/);
    expect(mistake("at 2026-03-20 17:00 Europe/Pariss")).toMatch(/^1: there is no time zone "Europe\/Pariss"/);
    expect(mistake("at 2026-02-30 17:00 Europe/Paris")).toMatch(/^1: there is no such date or time/);
    expect(mistake("at 2026-02-28 25:00 Europe/Paris")).toMatch(/^1: there is no such date or time/);
  });

  it("in declarations", () => {
    expect(inLine3("chat depot5 matrix")).toBe(`3: the chat "depot5" was declared before`);
    expect(inLine3("chat depot7 whatsapp")).toMatch(
      /^3: there is no platform "whatsapp"; there are: console, telegram/,
    );
    expect(inLine3("chat depot7")).toMatch(/^3: a chat is declared with its name and platform/);
    expect(inLine3("chat depot7 telegram encrypted")).toBe("3: only chats of matrix can be encrypted");
    expect(inLine3("chat direct telegram")).toMatch(/^3: no chat can be called "direct"/);
    expect(inLine3("admin zoe")).toMatch(/^3: who is an administrator where/);
    expect(inLine3("admin zoe@depot6")).toBe(`3: there is no chat "depot6"; did you mean "depot5"?`);
  });

  it("in what makes events late or come from elsewhere", () => {
    expect(inLine3("late wait 3 days")).toMatch(/^3: what reaches the bot late is written as/);
    expect(inLine3("again and again")).toMatch(/^3: "again" stands alone/);
    expect(inLine3("ana leaves depot6")).toBe(`3: there is no chat "depot6"; did you mean "depot5"?`);
    expect(inLine3("chance 17")).toMatch(/^3: what everything random is made from is named once/);
    expect(inLine3("down")).toMatch(/^3: how long is written as/);
  });

  it("in what people do", () => {
    expect(inLine3("ana@nowhere: hello")).toMatch(/^3: there is no chat "nowhere" yet/);
    expect(inLine3("ana@depot5:")).toBe("3: ana says nothing: there is no text after the colon");
    expect(inLine3("ana@depot5 presses")).toMatch(/^3: the label of the button is missing/);
    expect(inLine3("ana@depot5/telegram: hello")).toMatch(/^3: a platform is named only for direct messages/);
    expect(inLine3("ana@direct/icq: hello")).toMatch(/^3: there is no platform "icq"/);
  });

  it("in the rest", () => {
    expect(inLine3("wait a while")).toMatch(/^3: how long is written as/);
    expect(inLine3("wait 3 fortnights")).toMatch(/^3: how long is written as/);
    expect(inLine3("wait 0 days")).toBe("3: no time passes");
    expect(inLine3("wait 9999 weeks")).toBe("3: that is more than ten years");
    expect(inLine3("restart now")).toMatch(/^3: "restart" stands alone/);
    expect(inLine3(first)).toMatch(/^3: the clock is set only once/);
    expect(inLine3("ana says hello")).toMatch(/^3: this is none of the lines that a scenario has/);
  });
});
