import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { commands } from "../../../commands/index.ts";
import { command, usage } from "../../../src/core/command.ts";
import { doubtfulFlag } from "../../../src/core/flags.ts";
import { asNative, parseCommand, type Parsed } from "../../../src/core/parse.ts";
import { flag, integer, optional, required, text } from "../../../src/core/options/index.ts";

const parse = (typed: string, prefixes: readonly string[] = ["/", "!"]): Parsed =>
  parseCommand(typed, commands, prefixes);

/** `name word` and what was typed for each option; anything that is no invocation fails the test. */
function read(typed: string): { readonly form: string; readonly raw: Readonly<Record<string, string>> } {
  const parsed = parse(typed);
  if (parsed.type !== "invocation") throw new Error(`${typed}: ${parsed.type}`);
  const { command: of, word, raw } = parsed.invocation;
  return { form: word === undefined ? of.name : `${of.name} ${word}`, raw };
}

describe("the commands as people write them (docs/rules.md)", () => {
  const written: readonly (readonly [typed: string, form: string, raw: Record<string, string>])[] = [
    [
      '/setup federation:"Our network" cell:"Depot 5" sector:transport place:Lyon zone:Paris language:fr',
      "setup",
      { federation: "Our network", cell: "Depot 5", sector: "transport", place: "Lyon", zone: "Paris", language: "fr" },
    ],
    [
      "/setup federation:Our network cell:Depot 5 sector:transport",
      "setup",
      { federation: "Our network", cell: "Depot 5", sector: "transport" },
    ],
    ["/setup", "setup", {}],
    ["/cell new Depot 6 sector:transport", "cell new", { name: "Depot 6", sector: "transport" }],
    [
      '/cell new "Depot 6" sector:transport place:Lyon zone:Paris language:es',
      "cell new",
      { name: "Depot 6", sector: "transport", place: "Lyon", zone: "Paris", language: "es" },
    ],
    ["/cell code", "cell code", {}],
    ["/cell code Depot 6", "cell code", { cell: "Depot 6" }],
    ["/cell join BCDF-2345", "cell join", { code: "BCDF-2345" }],
    ["/cell show", "cell show", {}],
    ["/cell settings place Gare de Lyon", "cell settings", { key: "place", value: "Gare de Lyon" }],
    ["/cell leave", "cell leave", {}],
    ["/cell calendar off", "cell calendar", { action: "off" }],
    [
      "/council new Port council cells:Depot 5, Depot 6 zone:Paris language:es",
      "council new",
      { name: "Port council", cells: "Depot 5, Depot 6", zone: "Paris", language: "es" },
    ],
    ["/council code Port council", "council code", { council: "Port council" }],
    ["/council join BCDF-2345", "council join", { code: "BCDF-2345" }],
    ["/council show", "council show", {}],
    ["/council settings add Depot 7", "council settings", { key: "add", value: "Depot 7" }],
    ["/council leave", "council leave", {}],
    [
      "/action plan Picket at the gate from:28 march 10:00 to:14:00 where:Gate 2 care:meals rest:none",
      "action plan",
      { what: "Picket at the gate", from: "28 march 10:00", to: "14:00", where: "Gate 2", care: "meals", rest: "none" },
    ],
    ["/action confirm 1 reason:It is short", "action confirm", { action: "1", reason: "It is short" }],
    [
      "/action care 1 soup kitchen from:12:00 to:13:00",
      "action care",
      { action: "1", form: "soup kitchen", from: "12:00", to: "13:00" },
    ],
    ["/action care 1 meals do:done places:3", "action care", { action: "1", form: "meals", do: "done", places: "3" }],
    ["/action template 1 big picket", "action template", { action: "1", name: "big picket" }],
    ["/action show 1", "action show", { action: "1" }],
    ["/action list", "action list", {}],
    ["/action change 1 from:saturday 11:00", "action change", { action: "1", from: "saturday 11:00" }],
    ["/action cancel 1", "action cancel", { action: "1" }],
    ["/action close 1", "action close", { action: "1" }],
    [
      "/gather new Soup at:friday 19:00 capacity:12",
      "gather new",
      { what: "Soup", at: "friday 19:00", capacity: "12" },
    ],
    ["/gather when 1 some evening next week", "gather when", { gathering: "1", times: "some evening next week" }],
    ["/gather choose 1", "gather choose", { gathering: "1" }],
    ["/gather choose 1 now", "gather choose", { gathering: "1", now: "now" }],
    ["/gather going", "gather going", {}],
    ["/gather maybe 1", "gather maybe", { gathering: "1" }],
    ["/gather no 1", "gather no", { gathering: "1" }],
    ["/gather show 1", "gather show", { gathering: "1" }],
    ["/gather move 1 at:friday 20:00", "gather move", { gathering: "1", at: "friday 20:00" }],
    ["/gather cancel 1", "gather cancel", { gathering: "1" }],
    ["/gather held 1", "gather held", { gathering: "1" }],
    ["/gather let-go 1", "gather let-go", { gathering: "1" }],
    ["/gather list", "gather list", {}],
    ["/gather ics", "gather ics", {}],
    [
      "/delegate choose seats:2 alternates:1 until:1 March lasts:24h council:Valley",
      "delegate choose",
      { seats: "2", alternates: "1", until: "1 March", lasts: "24h", council: "Valley" },
    ],
    ["/delegate stand", "delegate stand", {}],
    ["/delegate propose @ana", "delegate propose", { person: "@ana" }],
    ["/delegate accept", "delegate accept", {}],
    ["/delegate decline", "delegate decline", {}],
    ["/delegate vote Ana, Ben", "delegate vote", { for: "Ana, Ben" }],
    [
      "/delegate mandate No night shifts, whatever they offer",
      "delegate mandate",
      { mandate: "No night shifts, whatever they offer" },
    ],
    ["/delegate recall Ana", "delegate recall", { person: "Ana" }],
    ["/delegate step-down", "delegate step-down", {}],
    ["/delegate show Valley", "delegate show", { council: "Valley" }],
    ["/sector new public health", "sector new", { name: "public health" }],
    ["/sector list", "sector list", {}],
    [
      "/role new Keys of the hall every:2w day:friday time:18:00 holders:2 limit:1 checklist:keys, cash box",
      "role new",
      {
        name: "Keys of the hall",
        every: "2w",
        day: "friday",
        time: "18:00",
        holders: "2",
        limit: "1",
        checklist: "keys, cash box",
      },
    ],
    ["/role who", "role who", {}],
    ...["accept", "decline", "skip", "why", "balance", "history", "ics", "end"].map(
      (word) => [`/role ${word} keys`, `role ${word}`, { role: "keys" }] as const,
    ),
    ["/role join 2", "role join", { role: "2" }],
    ["/role leave Keys of the hall", "role leave", { role: "Keys of the hall" }],
    ["/role preview keys terms:12", "role preview", { role: "keys", terms: "12" }],
    ["/role swap keys with:@Ben", "role swap", { role: "keys", with: "@Ben" }],
    [
      "/role cover keys by:@Ben from:monday to:friday 20:00",
      "role cover",
      { role: "keys", by: "@Ben", from: "monday", to: "friday 20:00" },
    ],
    ["/role away from:monday to:friday", "role away", { from: "monday", to: "friday" }],
    ["/role away back", "role away", { back: "back" }],
    ["/role step_down keys", "role step-down", { role: "keys" }],
    ["/role remove keys @Ben", "role remove", { role: "keys", person: "@Ben" }],
    ["/role handover 1 the lamp is broken", "role handover", { role: "1", note: "the lamp is broken" }],
    ["/role edit keys time:19:00", "role edit", { role: "keys", time: "19:00" }],
    ["/me show", "me show", {}],
    ["/me cell", "me cell", {}],
    ["/me cell Depot 5", "me cell", { cell: "Depot 5" }],
    ["/me leave", "me leave", {}],
    ["/me language es", "me language", { code: "es" }],
    ["/me zone Europe/Paris", "me zone", { zone: "Europe/Paris" }],
    ["/me quiet 22:00 08:00", "me quiet", { from: "22:00", to: "08:00" }],
    ["/me quiet off", "me quiet", { from: "off" }],
    ["/me calendar", "me calendar", {}],
    ["/me calendar new", "me calendar", { action: "new" }],
    ["/me calendar titles:full", "me calendar", { titles: "full" }],
    ["/me link", "me link", {}],
    ["/me link BCDF-2345", "me link", { code: "BCDF-2345" }],
    ["/me unlink", "me unlink", {}],
    ["/me export", "me export", {}],
    ["/me forget", "me forget", {}],
    ["/steward add @Ana", "steward add", { person: "@Ana" }],
    ["/steward remove Ana María", "steward remove", { person: "Ana María" }],
    ["/vouch @Ana", "vouch", { person: "@Ana" }],
    ["/help", "help", {}],
    ["/help drive new", "help", { command: "drive new" }],
    ['/help wrong "Keep it" is not said so', "help wrong", { text: '"Keep it" is not said so' }],
    ["/ayuda mal la última frase", "help wrong", { text: "la última frase" }],
    [
      "/drive new Shall we stop? goal:50 deadline:friday 18:00",
      "drive new",
      { question: "Shall we stop?", goal: "50", deadline: "friday 18:00" },
    ],
    [
      '/drive new "Shall we stop?" goal:30% deadline:"in 3 days" scope:sector sectors:transport, health reveal:at-goal minimum:5 name:Friday',
      "drive new",
      {
        question: "Shall we stop?",
        goal: "30%",
        deadline: "in 3 days",
        scope: "sector",
        sectors: "transport, health",
        reveal: "at-goal",
        minimum: "5",
        name: "Friday",
      },
    ],
    // The text that needs no key comes last: the keys before it take one word each.
    [
      "/drive new goal:50 deadline:friday Shall we stop?",
      "drive new",
      { goal: "50", deadline: "friday", question: "Shall we stop?" },
    ],
    [
      "/drive new Shall we stay out? goal:50 deadline:friday demands:Safe shifts; No layoffs, ever ways:Stay out; Wear a badge after:3",
      "drive new",
      {
        question: "Shall we stay out?",
        goal: "50",
        deadline: "friday",
        demands: "Safe shifts; No layoffs, ever",
        ways: "Stay out; Wear a badge",
        after: "3",
      },
    ],
    // A number and a word that are no keys.
    [
      "/drive new 10 of us after the ways part? goal:10 deadline:friday",
      "drive new",
      { question: "10 of us after the ways part?", goal: "10", deadline: "friday" },
    ],
    [
      "/drive new Shall we strike? goal 5 after the talks deadline:friday",
      "drive new",
      { question: "Shall we strike? after the talks", goal: "5", deadline: "friday" },
    ],
    ["/drive ladder", "drive ladder", {}],
    ["/drive ladder 2", "drive ladder", { drive: "2" }],
    ["/drive poster drive:Friday", "drive poster", { drive: "Friday" }],
    ["/drive show", "drive show", {}],
    ["/drive show drive:2", "drive show", { drive: "2" }],
    ["/drive list", "drive list", {}],
    ["/drive edit deadline:friday 18:00 drive:2", "drive edit", { deadline: "friday 18:00", drive: "2" }],
    ["/drive edit A better question", "drive edit", { question: "A better question" }],
    ["/drive close drive:2", "drive close", { drive: "2" }],
    ["/drive remind", "drive remind", {}],
    ["/tally show", "tally show", {}],
    ["/tally show vote:3", "tally show", { vote: "3" }],
    ["/tally post drive:2 to:transport, health", "tally post", { drive: "2", to: "transport, health" }],
    ["/tally post to:council drive:Friday", "tally post", { drive: "Friday", to: "council" }],
    ["/tally receipts drive:2", "tally receipts", { drive: "2" }],
    [
      '/assembly new Assembly rule:"first friday of the month" time:18:00 length:2h quorum:half and 3 sectors names',
      "assembly new",
      {
        name: "Assembly",
        rule: "first friday of the month",
        time: "18:00",
        length: "2h",
        quorum: "half and 3 sectors",
        names: "names",
      },
    ],
    ['/assembly change at:"Wednesday 19:00" length:90m', "assembly change", { at: "Wednesday 19:00", length: "90m" }],
    ["/assembly next", "assembly next", {}],
    ["/assembly roster", "assembly roster", {}],
    ["/assembly roster Depot 5", "assembly roster", { cell: "Depot 5" }],
    ["/assembly checkin", "assembly checkin", {}],
    ["/assembly checkout", "assembly checkout", {}],
    ["/assembly quorum", "assembly quorum", {}],
    ["/assembly agenda", "assembly agenda", {}],
    ["/assembly agenda add A strike fund", "assembly agenda", { action: "add", text: "A strike fund" }],
    ["/assembly agenda move 5 3", "assembly agenda", { action: "move", text: "5 3" }],
    ["/assembly agenda open 3", "assembly agenda", { action: "open", text: "3" }],
    ["/assembly speak", "assembly speak", {}],
    ["/assembly speak next", "assembly speak", { action: "next" }],
    ["/assembly vote", "assembly vote", {}],
    ["/assembly close", "assembly close", {}],
    ["/assembly minutes", "assembly minutes", {}],
    ["/assembly minutes 3", "assembly minutes", { number: "3" }],
    ["/assembly host pass", "assembly host", { action: "pass" }],
    ["/assembly ics", "assembly ics", {}],
    ["/assembly end", "assembly end", {}],
    ["/assembly board", "assembly board", {}],
    ["/assembly board end", "assembly board", { action: "end" }],
    [
      "/vote open We strike on May Day rule:two-thirds base:present by:cells secret",
      "vote open",
      { text: "We strike on May Day", rule: "two-thirds", base: "present", by: "cells", secret: "secret" },
    ],
    ["/vote open Strike secret", "vote open", { text: "Strike", secret: "secret" }],
    ["/vote open Shall we strike? secret", "vote open", { text: "Shall we strike?", secret: "secret" }],
    ["/vote yes", "vote yes", {}],
    ["/vote no", "vote no", {}],
    ["/vote abstain", "vote abstain", {}],
    ["/vote close", "vote close", {}],
    ["/vote show", "vote show", {}],
    ["/vote show 3", "vote show", { vote: "3" }],
    ["/pledge", "pledge", {}],
    ["/pledge in", "pledge", { answer: "in" }],
    ["/pledge if 50", "pledge", { answer: "if", others: "50" }],
    ["/pledge if 10 sector", "pledge", { answer: "if", others: "10", sector: "sector" }],
    ["/pledge if 10 drive:Friday", "pledge", { answer: "if", others: "10", drive: "Friday" }],
    ["/pledge withdraw", "pledge", { answer: "withdraw" }],
    ["/pledge wear a badge", "pledge", { way: "wear a badge" }],
    ["/pledge wear a badge drive:2", "pledge", { way: "wear a badge", drive: "2" }],
    ["/pledge way:2", "pledge", { way: "2" }],
    ["/pledge if 10", "pledge", { answer: "if", others: "10" }],
    ["/pledge done drive:2", "pledge", { answer: "done", drive: "2" }],
    ["/phase show", "phase show", {}],
    ["/phase set burst:14 lull:7 start:2026-04-01", "phase set", { burst: "14", lull: "7", start: "2026-04-01" }],
    ["/phase off", "phase off", {}],
    ["/care give soup for the picket", "care give", { what: "soup for the picket" }],
    ["/care give soup anonymous", "care give", { what: "soup", anonymous: "anonymous" }],
    [
      "/care give soup to:the night shift kind:food anonymous",
      "care give",
      { what: "soup", to: "the night shift", kind: "food", anonymous: "anonymous" },
    ],
    // What is quoted is text: no flag is meant, nor asked about.
    ['/care give "soup for anonymous" by:@Ana', "care give", { what: "soup for anonymous", by: "@Ana", anonymous: "" }],
    ["/care give anonymous", "care give", { anonymous: "anonymous" }],
    [
      "/care need A ride to the clinic when:tuesday 9:30",
      "care need",
      { what: "A ride to the clinic", when: "tuesday 9:30" },
    ],
    ["/care need Insulin form:other when:friday", "care need", { what: "Insulin", form: "other", when: "friday" }],
    ["/care offer a bed for the night", "care offer", { form: "a bed for the night" }],
    ["/care read", "care read", {}],
    ["/care mine", "care mine", {}],
    ["/care checkin", "care checkin", {}],
    ["/debrief", "debrief", {}],
    ["/debrief show", "debrief show", {}],
    ["/debrief write Two at each gate", "debrief write", { text: "Two at each gate" }],
    [
      "/date propose May Day march days:1 may, 2 may drive:3",
      "date propose",
      { what: "May Day march", days: "1 may, 2 may", drive: "3" },
    ],
    ["/calendar show", "calendar show", {}],
    ["/calendar show from:1 may to:30 june", "calendar show", { from: "1 may", to: "30 june" }],
    ["/action share 1", "action share", { action: "1" }],
    ["/action unshare 1", "action unshare", { action: "1" }],
    ["/date show", "date show", {}],
    ["/date show 2", "date show", { date: "2" }],
    ["/date can 1 may", "date can", { day: "1 may" }],
    ["/date cannot friday", "date cannot", { day: "friday" }],
    ["/date agree 1 may", "date agree", { day: "1 may" }],
    ["/date cancel 2", "date cancel", { date: "2" }],
    ["/decide No overtime without a vote", "decide", { text: "No overtime without a vote" }],
    [
      '/decide No overtime without a vote review:"in 3 months"',
      "decide",
      { text: "No overtime without a vote", review: "in 3 months" },
    ],
    ["/decide list overtime", "decide list", { words: "overtime" }],
    ["/decide show 3", "decide show", { decision: "3" }],
    ["/decide supersede 3 No overtime at all", "decide supersede", { decision: "3", text: "No overtime at all" }],
    ["/decide object 3", "decide object", { decision: "3" }],
    ["/decide take-back 3", "decide take-back", { decision: "3" }],
    ["/decide vote 3", "decide vote", { decision: "3" }],
    ["/decide adopt 2", "decide adopt", { vote: "2" }],
    ["/charter show", "charter show", {}],
    ["/charter add We decide together", "charter add", { text: "We decide together" }],
    ["/charter amend 2 We meet on Fridays", "charter amend", { rule: "2", text: "We meet on Fridays" }],
    [
      "/charter note 2 Too late for who has children",
      "charter note",
      { rule: "2", text: "Too late for who has children" },
    ],
    ["/charter hide 4", "charter hide", { note: "4" }],
    ["/charter print", "charter print", {}],
    ["/fund new Strike fund currency:EUR", "fund new", { name: "Strike fund", currency: "EUR" }],
    ["/fund approver @ana", "fund approver", { person: "@ana" }],
    ["/fund in 12 Collection at the gate", "fund in", { amount: "12", for: "Collection at the gate" }],
    ["/fund in 1 234,50 € for the fund box", "fund in", { amount: "1", for: "234,50 € for the fund box" }],
    [
      "/fund out 50 Rent to:Ana fund:Strike fund",
      "fund out",
      { amount: "50", for: "Rent", to: "Ana", fund: "Strike fund" },
    ],
    ["/fund ask 50 Shoes to go to work", "fund ask", { amount: "50", for: "Shoes to go to work" }],
    ["/fund approve 3", "fund approve", { request: "3" }],
    ["/fund refuse 3", "fund refuse", { request: "3" }],
    ["/fund show Strike fund", "fund show", { fund: "Strike fund" }],
    ["/fund report november 2026", "fund report", { month: "november 2026" }],
    ["/fund undo 3", "fund undo", { entry: "3" }],
    ["/help-now", "help-now", {}],
    ["/ayuda-ya", "help-now", {}],
    ["/cuidados mine", "care mine", {}],
    ["/help_now set Legal line: 0800 555 0100", "help-now set", { text: "Legal line: 0800 555 0100" }],
    ["/help-now confirm", "help-now confirm", {}],
    ["/help-now refuse", "help-now refuse", {}],
    ["/alert Police at gate 2", "alert", { text: "Police at gate 2" }],
    ["/alert Police at gate 2 scope:sector", "alert", { text: "Police at gate 2", scope: "sector" }],
    ["/alert Help! They are coming", "alert", { text: "Help! They are coming" }],
    ["/alert confirm", "alert confirm", {}],
    ["/alert off", "alert off", {}],
    ["/alert show", "alert show", {}],
    ["/alert i-am-safe", "alert i-am-safe", {}],
    ["/alert i-am-coming", "alert i-am-coming", {}],
    ["/alert i-need-help", "alert i-need-help", {}],
    ["/alert receipts", "alert receipts", {}],
    ["/alert lift scope:federation", "alert lift", { scope: "federation" }],
    ["/circle new day:thursday time:18:00", "circle new", { day: "thursday", time: "18:00" }],
    ["/circle show", "circle show", {}],
    ["/circle join", "circle join", {}],
    ["/circle leave", "circle leave", {}],
    ["/circle swap with:@Ana", "circle swap", { with: "@Ana" }],
    ["/circle end", "circle end", {}],
  ];

  it.each(written)("%s", (typed, form, raw) => {
    expect(read(typed)).toEqual({ form, raw });
    expect(read(`!${typed.slice(1)}`)).toEqual({ form, raw });
  });

  it("has every word of every command in this list", () => {
    const forms = commands.flatMap(({ name, bare, words = {} }) => [
      ...(bare === undefined ? [] : [name]),
      ...Object.keys(words).map((word) => `${name} ${word}`),
    ]);
    expect(new Set(written.map(([, form]) => form)), "`written` in this file, and the commands").toEqual(
      new Set(forms),
    );
  });

  it("arrives on Discord with the same options", () => {
    expect(asNative("/pledge if 10 sector", commands)).toEqual({
      name: "pledge",
      options: { answer: "if", others: "10", sector: "sector" },
    });
    expect(asNative("/drive show drive:2", commands)).toEqual({ name: "drive", word: "show", options: { drive: "2" } });
    expect(asNative("hello", commands)).toBeUndefined();
  });
});

describe("a text", () => {
  it("is a command only with a prefix of the platform", () => {
    for (const talk of ["hello", "pledge in", "", "/", "!", "/ pledge", "//", "!!!", "/!pledge", "¡pledge", " "]) {
      expect(parse(talk).type, talk).toBe("talk");
    }
    expect(parse("!pledge", ["/"]).type).toBe("talk");
    expect(parse("/pledge", []).type).toBe("talk");
    expect(parse("  /pledge in ").type).toBe("invocation");
  });

  it("may be written in capitals, with accents of its own, over several lines", () => {
    expect(read("/PLEDGE In").raw).toEqual({ answer: "In" });
    expect(read("/Drive SHOW Drive: 2")).toEqual({ form: "drive show", raw: { drive: "2" } });
    expect(read("/drive new Shall we?\ngoal:5\ndeadline:friday").raw).toEqual({
      question: "Shall we?",
      goal: "5",
      deadline: "friday",
    });
  });

  it("may name an option that needs no key, as the help names it", () => {
    expect(read("/drive new question:Shall we? goal:5").raw).toEqual({ question: "Shall we?", goal: "5" });
    expect(read('/role remove role:"Night phone" person: Ana').raw).toEqual({ role: "Night phone", person: "Ana" });
    expect(read("/drive new The question: shall we? goal:5").raw).toEqual({
      question: "The question: shall we?",
      goal: "5",
    });
  });

  it("that is nearly a command names it", () => {
    expect(parse("/plegde in")).toMatchObject({ type: "unknown-command", near: "pledge" });
    expect(parse("/xyzzyx")).toMatchObject({ type: "unknown-command", near: undefined });
    expect(parse("/drive clsoe")).toMatchObject({ type: "unknown-word", near: "close" });
    expect(parse("/drive")).toMatchObject({ type: "unknown-word", typed: undefined });
  });

  it("finds no command or word in what every object has", () => {
    for (const name of ["constructor", "__proto__", "toString", "hasOwnProperty"]) {
      expect(parse(`/${name}`).type).toBe("unknown-command");
      expect(parse(`/drive ${name}`).type).toBe("unknown-word");
      expect(read(`/drive new x ${name}:y`).raw).toEqual({ question: `x ${name}:y` });
    }
  });

  it("never sets what only buttons set", () => {
    expect(parse("/me forget confirm")).toMatchObject({ type: "left-over", text: "confirm" });
    expect(parse("/me forget confirm:confirm")).toMatchObject({ type: "left-over" });
    expect(parse("/cell leave confirm:yes")).toMatchObject({ type: "left-over" });
  });
});

describe("quotes and keys", () => {
  it("quotes of all kinds hold a value together, keys in them too", () => {
    for (const [open, close] of [
      ['"', '"'],
      ["“", "”"],
      ["„", "“"],
      ["„", "”"],
      ["«", "»"],
    ] as const) {
      const value = `Stop goal:9 on friday`;
      expect(read(`/drive new ${open}${value}${close} goal:5`).raw, open).toEqual({ question: value, goal: "5" });
      expect(read(`/drive new X name:${open}${value}${close} goal:5`).raw, open).toEqual({
        question: "X",
        name: value,
        goal: "5",
      });
    }
  });

  it("an open quote, an apostrophe and a quote inside a word are letters like any other", () => {
    expect(read('/drive new "Shall we goal:5').raw).toEqual({ question: '"Shall we', goal: "5" });
    expect(read("/drive new Don't we? goal:5").raw).toEqual({ question: "Don't we?", goal: "5" });
    expect(read('/drive new 5" pipes goal:5').raw).toEqual({ question: '5" pipes', goal: "5" });
  });

  it("a space after the colon, and a wide colon, are accepted", () => {
    expect(read("/drive new X goal: 50 deadline:   friday").raw).toEqual({
      question: "X",
      goal: "50",
      deadline: "friday",
    });
    expect(read("/drive new X goal：50").raw).toEqual({ question: "X", goal: "50" });
  });

  it("only known keys split, and only at the beginning of a word", () => {
    expect(read("/drive new Which: this or that? why:not goal:5").raw).toEqual({
      question: "Which: this or that? why:not",
      goal: "5",
    });
    expect(read("/drive new the subgoal:9 goal:5").raw).toEqual({ question: "the subgoal:9", goal: "5" });
    // A key of another word of the command is no key here.
    expect(read("/drive new by drive:2 goal:5").raw).toEqual({ question: "by drive:2", goal: "5" });
  });

  it("addresses stay whole", () => {
    for (const url of [
      "https://example.org/a?goal=1&deadline:2",
      "http://name:secret@example.org:8080/x",
      "matrix:r/depot:example.org",
    ]) {
      expect(read(`/drive new Read ${url} first goal:5`).raw).toEqual({ question: `Read ${url} first`, goal: "5" });
    }
  });
});

describe("any text", () => {
  const sample = command({
    name: "sample",
    about: "help-about",
    bare: usage({
      about: "help-about",
      level: "anyone",
      where: ["cell"],
      answer: "chat",
      options: {
        title: required(text({ max: 100 }), { about: "help-about", ask: "help-about", position: 0 }),
        count: optional(integer({ min: 0, max: 9 }), { about: "help-about", ask: "help-about" }),
        note: optional(text({ max: 100 }), { about: "help-about", ask: "help-about" }),
        secret: optional(flag("secret"), { about: "help-about", ask: "help-about", hidden: true }),
      },
      run: () => Promise.resolve([]),
    }),
  });
  const anything = fc.string({ unit: "binary", maxLength: 300 });
  const pieces = fc.oneof(
    anything,
    fc.constantFrom("/", "!", '"', "“", "”", "«", ":", "：", "goal:", "drive:", "\n", "\0", "\u202E", "￿", "#", "@"),
    fc.constantFrom("/drive new ", "/pledge if ", "/setup federation:", "/me quiet ", "/cell settings "),
  );

  it("never throws, and gives back only options that the command has", () => {
    fc.assert(
      fc.property(fc.array(pieces, { maxLength: 12 }), (parts) => {
        const parsed = parse(parts.join(""));
        if (parsed.type !== "invocation" && parsed.type !== "left-over") return;
        const { usage: of, raw } = parsed.invocation;
        const known = Object.entries(of.options ?? {}).filter(([, { hidden }]) => hidden !== true);
        expect(known.map(([name]) => name)).toEqual(expect.arrayContaining(Object.keys(raw)));
      }),
      { numRuns: 3_000 },
    );
  });

  it("takes time in proportion to its length", () => {
    const time = (typed: string) => {
      const started = performance.now();
      parse(typed);
      return performance.now() - started;
    };
    for (const unit of ['"', "“", "goal:", 'goal:"', "a ", "é:", ": "]) {
      time(`/drive new ${unit.repeat(1_000)}`);
      expect(time(`/drive new ${unit.repeat(100_000)}`), unit).toBeLessThan(500);
    }
  });

  const word = fc.stringMatching(/^[\p{L}\p{N}?!.,()#@/&=-]{1,12}$/u);
  const words = fc.array(word, { minLength: 1, maxLength: 6 }).map((all) => all.join(" "));

  it("comes back as it was written: the text without a key first, the keys in any order, quoted or not", () => {
    fc.assert(
      fc.property(
        words,
        words,
        fc.nat(9),
        fc.boolean(),
        fc.boolean(),
        fc.constantFrom("", " "),
        fc.constantFrom(['"', '"'], ["“", "”"], ["«", "»"]),
        (title, note, count, turned, quoted, gap, [open, close]) => {
          const wrapped = (value: string) => (quoted ? `${open}${value}${close}` : value);
          const keyed = [`note:${gap}${wrapped(note)}`, `count:${gap}${count}`];
          const typed = `/sample ${wrapped(title)} ${(turned ? keyed.reverse() : keyed).join(" ")}`;
          const parsed = parseCommand(typed, [sample], ["/"]);
          expect(parsed).toMatchObject({
            type: "invocation",
            invocation: { raw: { title, note, count: String(count) } },
          });
        },
      ),
    );
  });
});

describe("what people type on phones", () => {
  it.each([
    // A known key without its colon, where what stands behind it is surely its value.
    ["/drive edit goal 5", { goal: "5" }],
    ["/drive edit Goal 5", { goal: "5" }],
    ["/drive edit deadline friday 18:00", { deadline: "friday 18:00" }],
    ["/drive new goal 5 Shall we stop?", { goal: "5", question: "Shall we stop?" }],
    [
      "/drive new Shall we stop? goal 50 deadline friday 18:00",
      { question: "Shall we stop?", goal: "50", deadline: "friday 18:00" },
    ],
    ["/drive new Shall we set a goal together?", { question: "Shall we set a goal together?" }],
    ['/drive edit "goal 5"', { question: "goal 5" }],
    ["/role away from tomorrow to next friday", { from: "tomorrow", to: "next friday" }],
    ["/role away from mañana to el viernes que viene", { from: "mañana", to: "el viernes que viene" }],
    ["/vote open Strike by cells", { text: "Strike", by: "cells" }],
    [
      '/drive new Do we march? goal 3 deadline "31 february"',
      { question: "Do we march?", goal: "3", deadline: "31 february" },
    ],
    [
      "/drive new Do we march? goal 3 deadline 31 february",
      { question: "Do we march?", goal: "3", deadline: "31 february" },
    ],
    [
      "/drive new Do we march? goal 3 deadline friday name March",
      { question: "Do we march?", goal: "3", deadline: "friday", name: "March" },
    ],
    ["/drive new Shall we “set goal 5” now?", { question: "Shall we “set goal 5” now?" }],
    [
      "/action plan Strike from friday 10:00 to 14:00 where Gate 2 care meals",
      { what: "Strike", from: "friday 10:00", to: "14:00", where: "Gate 2", care: "meals" },
    ],
    ["/action care 1 meals from 12:00 to 13:00", { action: "1", form: "meals", from: "12:00", to: "13:00" }],
    ["/action care 1 soup from scratch", { action: "1", form: "soup from scratch" }],
    // Where only things are named each key is one, whatever stands behind it.
    ["/role cover Keys by Ben from tomorrow to friday", { role: "Keys", by: "Ben", from: "tomorrow", to: "friday" }],
    ["/role swap Keys with", { role: "Keys" }],
    ["/role edit 1 name Night keys time 18:00", { role: "1", name: "Night keys", time: "18:00" }],
    [
      "/setup federation City network sector Transport cell “Depot 5”",
      { federation: "City network", sector: "Transport", cell: "Depot 5" },
    ],
    ["/tally post drive 1 to Depot 5", { drive: "1", to: "Depot 5" }],
    ["/gather move 2 at friday 20:00 where the gate", { gathering: "2", at: "friday 20:00", where: "the gate" }],
    // From when to when.
    ["/role away tomorrow to next friday", { from: "tomorrow", to: "next friday" }],
    ["/role away tomorrow until friday", { from: "tomorrow", to: "friday" }],
    ["/role away until next friday", { to: "next friday" }],
    ["/role away from 5 to 8 may", { from: "5 may", to: "8 may" }],
    ["/role away from:5 to:8 may", { from: "5 may", to: "8 may" }],
    ["/role away 5 to 8 may", { from: "5 may", to: "8 may" }],
    ["/role away from the 5th to the 8th of may", { from: "the 5th of may", to: "the 8th of may" }],
    ["/role cover Keys by Ben from 5 to 8 may", { role: "Keys", by: "Ben", from: "5 may", to: "8 may" }],
    [
      "/action plan Camp from 5 to 8 may where the gate",
      { what: "Camp", from: "5 may", to: "8 may", where: "the gate" },
    ],
    ["/role away mañana hasta el viernes", { from: "mañana", to: "viernes" }],
    ["/role away friday", { from: "friday" }],
    ["/role away back", { back: "back" }],
    // Verbs are words of the command.
    ["/action care 1 done", { action: "1", do: "done" }],
    ["/action care 1 hecho", { action: "1", do: "hecho" }],
    ["/action care 1 meals", { action: "1", form: "meals" }],
    ["/action care 1 meals done", { action: "1", form: "meals", do: "done" }],
    ["/action care 1 take soup kitchen", { action: "1", form: "soup kitchen", do: "take" }],
    ["/drive edit Shall we go live", { question: "Shall we go live" }],
    ['/action care 1 "done"', { action: "1", form: "done" }],
    // Numbers name things in every command.
    ["/drive show 1", { drive: "1" }],
    ["/drive close #2", { drive: "#2" }],
    ["/drive remind 2", { drive: "2" }],
    ["/drive edit 1 goal:5", { drive: "1", goal: "5" }],
    ["/vote close 2", { vote: "2" }],
    ["/gather show 2", { gathering: "2" }],
    // What says nothing.
    ["/pledge if 2 others", { answer: "if", others: "2" }],
    ["/pledge if 2 other people please", { answer: "if", others: "2" }],
    ["/pledge in please", { answer: "in" }],
    ["/pledge in, thanks!", { answer: "in" }],
    ["/pledge I’m in", { answer: "I’m in" }],
    ["/pledge I'm in please!", { answer: "I'm in" }],
    ["/pledge if 5 others join", { answer: "if", others: "5" }],
    ["/pledge me apunto", { answer: "me apunto" }],
    ["/pledge si se suman 5 más", { answer: "si se suman", others: "5" }],
    ["/pledge in drive 2", { answer: "in", drive: "2" }],
    ["/pledge si 2 personas más", { answer: "si", others: "2" }],
    ["/pledge dentro, por favor", { answer: "dentro" }],
    // The thing that is meant is left out.
    ["/gather when some evening next week", { times: "some evening next week" }],
    ["/gather when friday 18:00 or saturday 11:00", { times: "friday 18:00 or saturday 11:00" }],
    ["/gather when 27 october 18:00", { times: "27 october 18:00" }],
    [
      "/gather when 1 27 october 18:00, 28 october 18:00",
      { gathering: "1", times: "27 october 18:00, 28 october 18:00" },
    ],
    ["/gather when Picnic friday 18:00", { gathering: "Picnic", times: "friday 18:00" }],
  ] as const)("%s", (typed, raw) => {
    const parsed = parse(typed);
    if (parsed.type !== "invocation") throw new Error(parsed.type);
    expect(parsed.invocation.raw).toEqual(raw);
  });

  it.each([
    // A text behind a key without its colon runs to its end, or to a key whose value is sure.
    [
      "/role edit Keys checklist write down the name of who came",
      { role: "Keys", checklist: "write down the name of who came" },
    ],
    ["/role edit Keys checklist lock the doors every day", { role: "Keys", checklist: "lock the doors every day" }],
    ["/role edit Keys checklist wipe tables every friday", { role: "Keys", checklist: "wipe tables every friday" }],
    ["/role edit Keys checklist do not share power", { role: "Keys", checklist: "do not share power" }],
    [
      "/role edit Keys checklist lock the doors time 18:00",
      { role: "Keys", checklist: "lock the doors", time: "18:00" },
    ],
    ["/role edit Keys name Day watch", { role: "Keys", name: "Day watch" }],
    ["/role edit Keys power", { role: "Keys", power: "power" }],
    [
      "/action change 1 what Clean where the trucks come from 10:00",
      { action: "1", what: "Clean where the trucks come", from: "10:00" },
    ],
    ["/gather move 1 where the cafe at the station", { gathering: "1", where: "the cafe at the station" }],
    ["/action change 1 what Walk to the gate", { action: "1", what: "Walk to the gate" }],
    ["/action change 1 what Rest day", { action: "1", what: "Rest day" }],
    ["/action change 1 where Rest area", { action: "1", where: "Rest area" }],
    // The first sure value stays, the same key once more and one that is an ordinary word are text.
    ["/gather new Dinner at 19:00 at Ana's", { what: "Dinner at Ana's", at: "19:00" }],
    ["/gather new Dinner at friday at 19:00", { what: "Dinner", at: "friday at 19:00" }],
    ["/gather new Dinner at Ana's", { what: "Dinner at Ana's" }],
    [
      "/action plan March from saturday 10:00 to the town hall",
      { what: "March to the town hall", from: "saturday 10:00" },
    ],
    [
      "/action plan Picket from friday 8:00 where the rest wait",
      { what: "Picket where the rest wait", from: "friday 8:00" },
    ],
    ["/action change 1 rest none", { action: "1", rest: "none" }],
    [
      "/action plan Picket from friday 8:00 where Gate 2 care none rest none",
      { what: "Picket", from: "friday 8:00", where: "Gate 2", care: "none", rest: "none" },
    ],
    ["/action plan Picket from friday 8:00 where the gate", { what: "Picket", from: "friday 8:00", where: "the gate" }],
    [
      "/action plan Walk from friday 10:00 to 12:00 from the depot to the gate",
      { what: "Walk from the depot to the gate", from: "friday 10:00", to: "12:00" },
    ],
    [
      "/action plan Picket from friday 8:00 to 10:00 for the right to rest",
      { what: "Picket for the right to rest", from: "friday 8:00", to: "10:00" },
    ],
    ["/vote open Shall we vote by cells or by seats", { text: "Shall we vote by cells or by seats" }],
    // A number behind an ordinary word is somebody's.
    ["/assembly agenda add From 8 to 10", { action: "add", text: "From 8 to 10" }],
    ["/assembly agenda move 3 to 1", { action: "move", text: "3 to 1" }],
    // A flag behind the value of a key is one.
    ["/vote open Do we strike rule two-thirds secret", { text: "Do we strike", rule: "two-thirds", secret: "secret" }],
    // Behind an article or the like a key's word is a noun.
    [
      "/drive new Do we refuse overtime after the deadline tomorrow goal 10",
      { question: "Do we refuse overtime after the deadline tomorrow", goal: "10" },
    ],
    // The number names the drive.
    ["/drive edit 1 Do we strike?", { drive: "1", question: "Do we strike?" }],
    ["/drive edit 1 name Strike vote", { drive: "1", name: "Strike vote" }],
    ["/drive edit 1 Name of the strike?", { drive: "1", question: "Name of the strike?" }],
    ["/drive edit 1 goal 5", { drive: "1", goal: "5" }],
    ['/drive edit "1 Do we strike?"', { question: "1 Do we strike?" }],
    // The month is said once.
    ["/role away del 5 al 8 de mayo", { from: "del 5 de mayo", to: "8 de mayo" }],
    ["/role away desde el 5 al 8 de mayo", { from: "desde el 5 de mayo", to: "8 de mayo" }],
  ] as const)("nobody's words are cut up: %s", (typed, raw) => {
    expect(read(typed).raw).toEqual(raw);
  });

  it.each([
    ["/vote open Do we keep the fund secret", { text: "Do we keep the fund", secret: "secret" }],
    ["/vote open Seguimos con la caja secreta", { text: "Seguimos con la caja", secret: "secreta" }],
    ["/vote open secret, do we strike", { text: "do we strike", secret: "secret" }],
    ["/vote open Do we strike? (secret)", { text: "Do we strike?", secret: "secret" }],
    ["/vote open Do we strike? secret ballot please", { text: "Do we strike? secret ballot please", secret: "secret" }],
    ["/vote open Do we keep it secret rule:two-thirds", { text: "Do we keep it", secret: "secret" }],
    ["/role new Power desk every:2w", { name: "desk", power: "Power" }],
    ["/role new Keys every:2w checklist:keys, cash box power", { checklist: "keys, cash box", power: "power" }],
    ["/role edit Keys checklist do not share power", { checklist: "do not share", power: "power" }],
    ["/care give soup for the anonymous", { what: "soup for the", anonymous: "anonymous" }],
  ] as const)("a word that may be a flag or a text's is neither taken nor lost: %s", (typed, asFlag) => {
    const parsed = parse(typed);
    if (parsed.type !== "invocation") throw new Error(parsed.type);
    const { usage: of, raw } = parsed.invocation;
    const doubt = doubtfulFlag(of, raw);
    expect(doubt?.asFlag).toEqual(asFlag);
    expect(doubtfulFlag(of, { ...raw, ...doubt?.asText })).toBeUndefined();
    expect(doubtfulFlag(of, { ...raw, ...doubt?.asFlag })).toBeUndefined();
  });

  it.each([
    '/vote open "Do we keep the fund secret"',
    "/vote open Do we keep the fund secret secret:yes",
    "/vote open Do we keep the fund? secret",
    "/role new Keys every:2w checklist:turn the power off at night",
    "/role new Keys every:2w checklist:“do not share power”",
  ])("where it is sure nothing is asked: %s", (typed) => {
    const parsed = parse(typed);
    if (parsed.type !== "invocation") throw new Error(parsed.type);
    expect(doubtfulFlag(parsed.invocation.usage, parsed.invocation.raw)).toBeUndefined();
  });

  it("a text is never cut, whatever stands in it, unless a flag's word is taken from its end", () => {
    const words = ["secret", "secreta", "fund", "keep", "we", "the", "?", "(secret)", "strike"];
    fc.assert(
      fc.property(fc.array(fc.constantFrom(...words), { minLength: 1, maxLength: 7 }), (said) => {
        const parsed = parse(`/vote open ${said.join(" ")}`);
        if (parsed.type !== "invocation") throw new Error(parsed.type);
        const { usage: of, raw } = parsed.invocation;
        const { text: kept = "", secret } = raw;
        expect([kept, secret].filter((part) => part !== undefined && part !== "").join(" ")).toBe(said.join(" "));
        const mentions = said.some((word) => /secret/u.test(word));
        expect(secret !== undefined || doubtfulFlag(of, raw) !== undefined).toBe(mentions);
      }),
    );
  });

  it.each([
    "/setup federation Public sector workers sector Health cell Ward 3",
    "/setup federation City sector Cell culture cell Lab",
    "/setup federation City sector Market place cell Stall 5",
  ])("a key's word that stands twice or without a value is refused: %s", (typed) => {
    expect(parse(typed)).toMatchObject({ type: "left-over", invocation: { raw: {} } });
  });

  it("asks about a key whose colon may have been forgotten, where its value is none", () => {
    expect(parse("/drive edit goal many")).toMatchObject({ type: "no-colon", key: "goal" });
    expect(parse("/drive edit deadline soon")).toMatchObject({ type: "no-colon", key: "deadline" });
    expect(parse("/drive edit Deadline 31 february at noon")).toMatchObject({ type: "no-colon", key: "deadline" });
    expect(parse("/drive new Is the goal 3 by deadline day?")).toMatchObject({ type: "no-colon", key: "goal" });
    expect(parse("/drive new Shall we give up our goal 50 deadline friday")).toMatchObject({
      type: "no-colon",
      invocation: { raw: { question: "Shall we give up our goal 50" } },
    });
    expect(parse("/drive new Do we march? deadline 31 february")).toMatchObject({ type: "no-colon", key: "deadline" });
    expect(parse("/drive edit goal of the whole network for the spring").type).toBe("invocation");
    expect(parse('/drive edit "goal many"').type).toBe("invocation");
    expect(read("/vote open By seats? base:entitled").raw).toEqual({ text: "By seats?", base: "entitled" });
  });

  it.each([
    '"a b"',
    "“a b”",
    "„a b“",
    "„a b”",
    "”a b”",
    "«a b»",
    "»a b«",
    "‹a b›",
    "「a b」",
    "『a b』",
    "《a b》",
    "'a b'",
    "‘a b’",
    "‚a b‘",
    '“a b"',
    '"a b”',
    '«a b"',
    '„a b"',
    "“a b“",
  ])("quotes of any language, also where two are mixed: %s", (quoted) => {
    expect(read(`/drive new ${quoted} goal:5`).raw).toEqual({ question: "a b", goal: "5" });
    expect(read(`/drive new name:${quoted} Shall we?`).raw).toEqual({ name: "a b", question: "Shall we?" });
  });

  it("an apostrophe is no quote", () => {
    expect(read("/drive new 'Tis Ana's plan goal:5").raw).toEqual({ question: "'Tis Ana's plan", goal: "5" });
    expect(read("/drive new ’Tis Ana’s plan goal:5").raw).toEqual({ question: "’Tis Ana’s plan", goal: "5" });
    expect(read("/drive new He said “yes” and left goal:5").raw).toEqual({
      question: "He said “yes” and left",
      goal: "5",
    });
  });
});
