/** Each check of the explorer notices what it is there for: the bot, or its database, is broken on purpose. */
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { commands } from "../../../commands/index.ts";
import { personId } from "../../../src/rehearsal/stage.ts";
import { usage, type Command, type Reply } from "../../../src/core/command.ts";
import { verbatim, type Message } from "../../../src/chat/message.ts";
import type { Context } from "../../../src/core/context.ts";
import { featuresOf } from "../../explore/aims.ts";
import { checks } from "../../explore/checks/index.ts";
import { keyOf } from "../../explore/findings.ts";
import { Theatre, type Play } from "../../explore/play.ts";
import { shrink } from "../../explore/shrink.ts";
import { Gatherings } from "../../../src/store/gatherings.ts";
import { ComingAndGoing } from "../../../src/store/coming-and-going.ts";
import { tell, Watches, type Met } from "../../explore/story.ts";

let theatre: Theatre;
beforeAll(async () => {
  theatre = await Theatre.open();
});
afterAll(async () => {
  await theatre.close();
});

const head = ["at 2026-03-20 12:00 Europe/Paris", "chance checks"];
const cell = [
  "chat depot5 telegram",
  "admin zoe@depot5",
  'zoe@depot5: /setup federation:Norte sector:transport cell:"Depot 5" zone:Europe/Paris language:en',
  "ana@depot5: /help",
  "ben@depot5: /help",
  "ana@direct/telegram: /help",
];
const clinic = [
  "chat clinic telegram",
  "admin zoe@clinic",
  "zoe@depot5: /cell new Clinic sector:transport zone:Europe/Paris language:en",
  "zoe@clinic: /cell join {code}",
  "cho@clinic: /help",
];

const saying = (text: string): Message => ({ blocks: [{ type: "paragraph", content: verbatim(text) }] });

/** `/help` does something else. */
const help = (run: (context: Context) => Promise<readonly Reply[]> | readonly Reply[]): readonly Command[] =>
  commands.map((one) =>
    one.name === "help"
      ? {
          ...one,
          bare: usage({
            about: "help-about",
            level: "anyone",
            where: ["cell", "council", "unbound", "direct"],
            answer: "chat",
            run: async (context) => run(context),
          }),
        }
      : one,
  );

interface Story {
  readonly lines: readonly string[];
  /** Breaks something in the database, before the line of that number (from 0), or at the end. */
  readonly break?: (play: Play) => Promise<unknown>;
  readonly before?: number;
  readonly commands?: readonly Command[];
}

/** The keys that one check finds. */
async function found(
  name: string,
  { lines, commands: own = commands, before, ...story }: Story,
): Promise<readonly string[]> {
  const play = await theatre.begin(head, { commands: own });
  const watches = new Watches(
    play,
    checks.filter((check) => check.name === name),
  );
  const keys = new Set<string>();
  for (const [index, line] of lines.entries()) {
    if (index === before) await story.break?.(play);
    const outcome = await watches.line(line);
    expect(outcome, line).toBeDefined();
    for (const finding of outcome?.findings ?? []) keys.add(keyOf(finding));
  }
  if (before === undefined) await story.break?.(play);
  for (const finding of await watches.whole(true)) keys.add(keyOf(finding));
  await play.end();
  return [...keys];
}

/** The ids of people by the number in which they came. */
const people = (play: Play): Promise<readonly { readonly id: string; readonly federationId: string }[]> =>
  play.database.transaction((tx) => tx.person.findMany({ orderBy: { createdAt: "asc" } }));

const drive = 'zoe@depot5: /drive new "Soup 1?" goal:3 deadline:"in 6 days" scope:cell';

describe("log", () => {
  it("sees a handler that throws", async () => {
    const broken = help(() => {
      throw new TypeError("on purpose");
    });
    expect(await found("log", { lines: [...cell.slice(0, 3), "ana@depot5: /help"], commands: broken })).toEqual([
      expect.stringMatching(/^log \| .* \| an event failed, TypeError$/u),
    ]);
  });

  it("sees a job that was given up", async () => {
    const breaking = (play: Play) =>
      play.database.transaction((tx) =>
        tx.job.create({
          data: { id: "x", kind: "role-step", key: "x", payload: "{}", dueAt: new Date(), failedAt: new Date() },
        }),
      );
    expect(await found("log", { lines: cell, break: breaking })).toEqual(["log | role-step | a job was given up"]);
  });
});

describe("twice", () => {
  it("sees words that come twice for one line, and an event that is taken twice", async () => {
    const twofold = help(() => [
      { to: "here", message: saying("Hello") },
      { to: "here", message: saying("Hello") },
    ]);
    expect(await found("twice", { lines: [...cell.slice(0, 3), "ana@depot5: /help"], commands: twofold })).toEqual([
      "twice | /help | twice for one line",
    ]);
    // What reaches the bot late is answered by itself.
    const late = [...cell, "late ana@direct/telegram: /role who", "ana@direct/telegram: /role who"];
    expect(await found("twice", { lines: late })).toEqual([]);
    expect(await found("twice", { lines: [...cell, "late ana@direct/telegram: /role who", "again"] })).toEqual([]);
    const forgetting = { lines: [...cell, "again"], before: cell.length };
    const clear = (play: Play) => play.database.transaction((tx) => tx.inbox.deleteMany());
    expect(await found("twice", { ...forgetting, break: clear })).toEqual(["twice | /help | an event that came again"]);
    expect(await found("twice", forgetting)).toEqual([]);
  });

  it("sees a card that is sent again with the same words", async () => {
    // A bot that does not know what people see sends it again.
    const raise = (play: Play) =>
      play.database.transaction((tx) => tx.card.updateMany({ data: { wanted: 9, shownAs: null, dueAt: new Date(0) } }));
    const lines = [...cell, drive, "down 1 hour"];
    expect(await found("twice", { lines, before: lines.length - 1, break: raise })).toEqual([
      "twice | drive | a card with the same words, as time passes",
    ]);
  });
});

it("quiet sees what comes at night and could have waited", async () => {
  const nightly = (at?: number, waits: "looked-after" | "alert" = "looked-after") =>
    help(async ({ people: all, person }) => {
      const [other] = await all
        .inCells([person?.cellId ?? ""])
        .then((them) => them.filter((one) => one.name === "ana"));
      const when =
        at === undefined
          ? verbatim("soon")
          : { id: "verbatim", args: { text: { kind: "time", at, style: "time" } as const } };
      return other === undefined
        ? []
        : [
            {
              to: "direct",
              person: other.person.id,
              message: { blocks: [{ type: "paragraph", content: when }] },
              waits,
            },
          ];
    });
  const lines = [...cell, "ana@direct: /me quiet 11:00 14:00", "ben@depot5: /help"];
  expect(await found("quiet", { lines, commands: nightly() })).toEqual([
    "quiet | /help | said in quiet hours, and could have waited",
  ]);
  // An alert waits for nobody's hours.
  expect(await found("quiet", { lines, commands: nightly(undefined, "alert") })).toEqual([]);
  // What begins before they end cannot wait.
  expect(await found("quiet", { lines, commands: nightly(Date.UTC(2026, 2, 20, 12, 0)) })).toEqual([]);
});

describe("seen", () => {
  const lines = [...cell, ...clinic, 'zoe@depot5: /gather new "Soup 1" at:"in 3 days 18:00"', "zoe@clinic: /help"];

  it("sees a name and words of another cell", async () => {
    const telling = (text: string) => help(() => [{ to: "here", message: saying(text) }]);
    expect(await found("seen", { lines, commands: telling("ana is ill") })).toContain(
      "seen | /help | names somebody of elsewhere",
    );
    expect(await found("seen", { lines, commands: telling("We meet: Soup 1") })).toEqual([
      "seen | /help | words of another cell",
    ]);
    expect(await found("seen", { lines })).toEqual([]);
  });

  it("sees names and words of another federation", async () => {
    const sur = [
      ...["chat sur telegram", "admin sol@sur"],
      'sol@sur: /setup federation:Sur sector:transport cell:"Sur 1" zone:Europe/Paris language:en',
    ];
    const lines = [...cell, ...sur, 'zoe@depot5: /drive new "Soup 1?" goal:3 deadline:"in 6 days"', "sol@sur: /help"];
    const telling = help(() => [{ to: "here", message: saying("ana: Soup 1") }]);
    expect(await found("seen", { lines })).toEqual([]);
    expect(await found("seen", { lines, commands: telling })).toEqual(
      expect.arrayContaining([
        "seen | /help | words of another federation",
        "seen | /help | names somebody of elsewhere",
      ]),
    );
  });

  it("lets a council's chats name who sits there, and nobody else of its cells", async () => {
    const council = [
      ...["chat council telegram", "admin zoe@council"],
      'zoe@depot5: /council new Council cells:"Depot 5, Clinic" zone:Europe/Paris language:en',
      "zoe@council: /council join {code}",
      ...["zoe@depot5: /delegate choose", "ana@depot5: /delegate stand"],
      ...["ana@depot5: /delegate vote ana", "ben@depot5: /delegate vote ana", "wait 2 days", "zoe@council: /help"],
    ];
    const both = [...cell, ...clinic.slice(0, -1), ...council];
    const names = (name: string) => help(() => [{ to: "here", message: saying(`${name} is here`) }]);
    expect(await found("seen", { lines: both, commands: names("ana") })).toEqual([]);
    expect(await found("seen", { lines: both, commands: names("ben") })).toEqual([
      "seen | /help | names somebody of elsewhere",
    ]);
  });

  it("sees a note for the next holder in a chat", async () => {
    const noted = [...cell, 'zoe@depot5: /role new "Night 1" every:1w day:friday time:18:00', "zoe@depot5: /role join"];
    const tells = help(() => [{ to: "here", message: saying("Letter 7") }]);
    const more = [...noted, "zoe@depot5: /role handover 1 Letter 7", "ben@depot5: /help"];
    expect(await found("seen", { lines: more, commands: tells })).toEqual(["seen | /help | a note in a chat"]);
  });
});

describe("gone", () => {
  it("sees somebody who is no member in what is open", async () => {
    const lines = [...cell, 'zoe@depot5: /gather new "Soup 1" at:"in 3 days 18:00"', "ana@depot5: /gather going"];
    const leave = (play: Play) => play.database.transaction((tx) => tx.membership.deleteMany());
    expect(await found("gone", { lines })).toEqual([]);
    expect(await found("gone", { lines, break: leave })).toEqual(
      expect.arrayContaining(["gone | Rsvp.personId | no member", "gone | Cell.coordinatorId | no member"]),
    );
  });

  it("sees what is left of who was forgotten: a row, a word", async () => {
    const forget = async (play: Play): Promise<void> => {
      const [, ana] = await people(play);
      await play.database.transaction((tx) => tx.person.delete({ where: { id: ana?.id ?? "" } }));
      await play.database.transaction((tx) => tx.cell.updateMany({ data: { coordinatorId: ana?.id ?? "" } }));
    };
    const lines = [...cell, "ben@depot5: /me language en"];
    expect(await found("gone", { lines, break: forget })).toContain(
      "gone | Cell.coordinatorId | refers to who was forgotten",
    );
    const naming = help(() => [{ to: "here", message: saying("ana was here") }]);
    const named = { lines: [...lines, "zoe@depot5: /sector new health", "ben@depot5: /help"], commands: naming };
    // Who has gone is looked up when people change.
    const gone = async (play: Play): Promise<void> => {
      const [, ana] = await people(play);
      await play.database.transaction((tx) => tx.person.delete({ where: { id: ana?.id ?? "" } }));
    };
    expect(await found("gone", { ...named, before: cell.length, break: gone })).toContain(
      "gone | /help | names who was forgotten",
    );
    // What somebody writes after that are their own words.
    const written = [
      ...lines,
      "zoe@depot5: /sector new health",
      "zoe@depot5: /care give Soup 1 to:@ana",
      "ben@depot5: /help",
    ];
    const later = { ...named, lines: written, before: cell.length, break: gone };
    expect(await found("gone", later)).not.toContain("gone | /help | names who was forgotten");
  });

  it("sees that somebody without a cell is written to", async () => {
    const writes = help(async ({ people: all }) => {
      const ana = await all.byAccount("telegram", personId("telegram", "ana"));
      return ana === undefined ? [] : [{ to: "direct", person: ana.id, message: saying("Hi"), waits: "looked-after" }];
    });
    const story = { lines: [...cell, "ben@depot5: /help"], commands: writes, before: cell.length };
    const leave = async (play: Play): Promise<void> => {
      const [, ana] = await people(play);
      await play.database.transaction((tx) => tx.membership.deleteMany({ where: { personId: ana?.id ?? "" } }));
    };
    expect(await found("gone", story)).toEqual([]);
    expect(await found("gone", { ...story, break: leave })).toEqual(["gone | /help | writes to who has left"]);
    // Who writes themselves is answered, late too.
    const late = [...cell, "ana leaves depot5", "late ana@direct/telegram: /role who", "wait 1 minute"];
    expect(await found("gone", { lines: late })).toEqual([]);
  });
});

it("cards sees one that is not what would be made now", async () => {
  const lines = [...cell, drive];
  expect(await found("cards", { lines })).toEqual([]);
  const change = (play: Play) => play.database.transaction((tx) => tx.drive.updateMany({ data: { goal: 9 } }));
  expect(await found("cards", { lines, break: change })).toEqual(["cards | drive | differs from one made now"]);
  const end = (play: Play) => play.database.transaction((tx) => tx.card.updateMany({ data: { ended: "removed" } }));
  expect(await found("cards", { lines, break: end })).toEqual(["cards | drive | no longer kept up in an open chat"]);
  // On Discord it asks for a lost press after a restart, on purpose.
  const onDiscord = lines.map((line) => line.replace("telegram", "discord"));
  expect(await found("cards", { lines: [...onDiscord, "restart"] })).toEqual([]);
});

it("cards lets the numbers of an assembly that goes on wait in the chats of cells", async () => {
  const lines = [
    ...[...cell, ...clinic.slice(0, -1), "chat council telegram", "admin zoe@council"],
    ...['zoe@depot5: /council new Council cells:"Depot 5, Clinic"', "zoe@council: /council join {code}"],
    ...[
      'zoe@depot5: /delegate choose lasts:"6 hours"',
      "zoe@depot5: /delegate stand",
      "ana@depot5: /delegate vote zoe",
    ],
    ...["ben@depot5: /delegate vote zoe", "wait 6 hours"],
    ...[
      'zoe@council: /assembly new "Night 1" rule:"every monday" time:18:00',
      'zoe@council: /assembly change at:"in 2 hours"',
    ],
    ...["wait 2 hours", "zoe@council: /assembly checkin"],
  ];
  expect(await found("cards", { lines })).toEqual([]);
  expect(await found("cards", { lines: [...lines, "zoe@council: /assembly close"] })).toEqual([]);
});

it("counters sees one that is not what the rows add up to", async () => {
  const lines = [...cell, drive, "ana@depot5: /pledge in"];
  expect(await found("counters", { lines })).toEqual([]);
  const change = (play: Play) =>
    play.database.transaction((tx) => tx.driveCell.updateMany({ data: { histogram: "[2,[],[]]" } }));
  expect(await found("counters", { lines, break: change })).toContain("counters | drive | histogram");
  const vouched = (play: Play) => play.database.transaction((tx) => tx.person.updateMany({ data: { vouched: 3 } }));
  expect(await found("counters", { lines, break: vouched })).toEqual(["counters | vouches | count"]);
  const kept = (play: Play) => play.database.transaction((tx) => tx.driveCell.updateMany({ data: { kept: 3 } }));
  expect(await found("counters", { lines, break: kept })).toEqual(["counters | kept | count"]);
  const apart = (play: Play) => play.database.transaction((tx) => tx.driveCell.updateMany({ data: { unvouched: 3 } }));
  expect(await found("counters", { lines, break: apart })).toEqual(["counters | unvouched | count"]);
  // From the close on it is counted who kept their pledge.
  const wide = drive.replace("scope:cell", "scope:federation");
  const closed = [...cell, wide, "ana@depot5: /pledge in", "zoe@depot5: /drive close", "ana@depot5: /pledge done"];
  expect(await found("counters", { lines: closed })).toEqual([]);
  // Who is not vouched for is shown apart, and changes no published figure.
  const unvouched = [...cell, "zoe@depot5: /cell settings vouches 1", wide, "ana@depot5: /pledge in"];
  expect(await found("counters", { lines: unvouched })).toEqual([]);
  const changed = (play: Play) => play.database.transaction((tx) => tx.driveUnit.updateMany({ data: { changed: 0 } }));
  expect(await found("counters", { lines: closed, break: changed })).toEqual(["counters | drive | changed"]);
});

describe("preview", () => {
  const lines = [
    ...cell,
    'zoe@depot5: /role new "Night 1" every:1w day:friday time:18:00',
    "ana@depot5: /role join",
    "wait 1 day",
    "ana@depot5: /role accept",
    "wait 1 week",
  ];

  it("sees a hand-over that does not come, and one to somebody else", async () => {
    expect(await found("preview", { lines })).toEqual([]);
    const asleep = commands.map((one) =>
      one.name === "role" ? { ...one, jobs: { ...one.jobs, "role-step": () => Promise.resolve([]) } } : one,
    );
    expect(await found("preview", { lines, commands: asleep })).toEqual(["preview | /role preview | another hour"]);
    // Whoever has accepted goes a day before.
    const leaving = commands.map((one): Command => {
      const step = one.jobs?.["role-step"];
      if (one.name !== "role" || step === undefined) return one;
      const run: typeof step = async (context, payload) => {
        const ana = await context.people.byAccount("telegram", personId("telegram", "ana"));
        if (ana?.cellId !== undefined && context.now >= Date.UTC(2026, 2, 26, 12, 0)) {
          const roles = await context.roles.list({ cellId: ana.cellId, councilId: undefined });
          for (const role of roles) await context.roles.leave(role, ana.id);
        }
        return step(context, payload);
      };
      return { ...one, jobs: { ...one.jobs, "role-step": run } };
    });
    const last = { lines, commands: leaving };
    expect(await found("preview", last)).toEqual(["preview | /role preview | others hold it"]);
  });
});

it("preview sees a turn of a circle that somebody else has, and a time that was not chosen", async () => {
  const circle = [
    ...[
      ...cell,
      "zoe@depot5: /circle new day:thursday time:18:00",
      "ana@depot5: /circle join",
      "ben@depot5: /circle join",
    ],
    ...["zoe@depot5: /circle join", "wait 1 week"],
  ];
  expect(await found("preview", { lines: circle })).toEqual([]);
  // Whoever is reminded is let off.
  const letOff = commands.map((one): Command => {
    if (one.name !== "circle") return one;
    return {
      ...one,
      jobs: {
        ...one.jobs,
        "circle-remind": async ({ circles }, { turn: id = "" }) => {
          const turn = await circles?.turn(id);
          if (turn?.personId !== undefined) await circles?.cannot(id, turn.personId);
          return [];
        },
      },
    };
  });
  expect(await found("preview", { lines: circle, commands: letOff })).toEqual([
    "preview | /circle show | others have it",
  ]);
  const times = [
    ...[
      ...cell,
      'zoe@depot5: /gather new "Soup 1"',
      'zoe@depot5: /gather when 1 times:"in 5 days 18:00, in 6 days 18:00"',
    ],
    ...["ana@depot5: /gather choose", "ana@depot5 presses Wed 25 March, 18:00", "wait 5 days"],
  ];
  expect(await found("preview", { lines: times })).toEqual([]);
  const idle = commands.map((one) =>
    one.name === "gather" ? { ...one, jobs: { ...one.jobs, "gathering-decide": () => Promise.resolve([]) } } : one,
  );
  expect(await found("preview", { lines: times, commands: idle })).toEqual(["preview | /gather choose | another time"]);
});

it("restart sees what is done or said because of one", async () => {
  const lines = [...cell, drive, "restart"];
  expect(await found("restart", { lines })).toEqual([]);
  const due = (play: Play) =>
    play.database.transaction((tx) => tx.card.updateMany({ data: { wanted: 9, dueAt: new Date(0) } }));
  expect(await found("restart", { lines, before: lines.length - 1, break: due })).toContain(
    "restart | Card | changed by a restart",
  );
  // On Discord cards with nothing to press are looked at again, and say the same.
  const over = [...cell, drive, "zoe@depot5: /drive close", "restart"].map((line) =>
    line.replace("telegram", "discord"),
  );
  expect(await found("restart", { lines: over })).toEqual([]);
});

it("reads sees two that differ", async () => {
  let count = 0;
  const counting = help(() => [{ to: "here", message: saying(`${++count} times`) }]);
  const lines = [...cell, "wait 2 minutes", "ben@depot5: /help", "ben@depot5: /help"];
  expect(await found("reads", { lines, commands: counting })).toEqual(["reads | /help | two reads differ"]);
  expect(await found("reads", { lines })).toEqual([]);
  // What is said once only is no difference; to say nothing is.
  const once = help(() => [
    ...(count++ === 0 ? [{ to: "here" as const, message: saying("By the way") }] : []),
    { to: "here", message: saying("Hello") },
  ]);
  // Three come before.
  count = -3;
  expect(await found("reads", { lines, commands: once })).toEqual([]);
  count = -3;
  const first = help(() => (count++ === 0 ? [{ to: "here", message: saying("Hello") }] : []));
  expect(await found("reads", { lines, commands: first })).toEqual(["reads | /help | two reads differ"]);
  // Who cannot be written to finds the notice that stands there.
  const pledges = [...cell, drive, "wait 1 week", "ben@depot5: /pledge done", "ben@depot5: /pledge done"];
  expect(await found("reads", { lines: pledges })).toEqual([]);
});

it("export sees a row that is not in it", async () => {
  const write = async (play: Play): Promise<unknown> => {
    const [zoe] = await people(play);
    return play.database.transaction((tx) => tx.role.updateMany({ data: { sealedChecklist: zoe?.id ?? "" } }));
  };
  const lines = [...cell, 'zoe@depot5: /role new "Night 1" every:1w day:friday time:18:00'];
  expect(await found("export", { lines })).toEqual([]);
  expect(await found("export", { lines, break: write })).toEqual([
    "export | Role | has a row that is not in the export",
  ]);
});

it("export sees that what stands there in the place of a row is not that row", async () => {
  const lines = [...cell, drive, ...["zoe", "ana", "ben"].map((person) => `${person}@depot5: /pledge in`)];
  expect(await found("export", { lines })).toEqual([]);
  const { export: write } = ComingAndGoing.prototype;
  ComingAndGoing.prototype.export = async function (person) {
    const all = await write.call(this, person);
    return { ...all, pledges: [{ drive: "Soup 1?" }] };
  };
  try {
    expect(await found("export", { lines })).toEqual(["export | Pledge | has a row that is not in the export"]);
  } finally {
    ComingAndGoing.prototype.export = write;
  }
});

it("shred sees what is left, and passes over what the machinery notes of itself", async () => {
  const write = async (play: Play) => {
    const [zoe] = await people(play);
    return play.database.transaction((tx) => tx.fact.create({ data: { key: `hint:${zoe?.id ?? ""}`, sealed: "x" } }));
  };
  const left = "shred | Fact | left after shredding";
  expect(await found("shred", { lines: cell, break: write })).toContain(left);
  // That the bot runs on Discord stands there too: the number of its account is as long as an id of ours.
  expect(await found("shred", { lines: cell })).not.toContain(left);
});

describe("a story", () => {
  it("is the same for the same seed", async () => {
    const [first, second, other] = [
      await tell(theatre, 3, { steps: 60 }),
      await tell(theatre, 3, { steps: 60 }),
      await tell(theatre, 4, { steps: 60 }),
    ];
    expect(second.hash).toBe(first.hash);
    expect(second.lines).toEqual(first.lines);
    expect(other.hash).not.toBe(first.hash);
  });

  /** The first of some seeds, aimed at what is broken, in which a broken bot is found out by a key. */
  const foundIn = async (key: string, broken: readonly Command[], aims: string): Promise<number | undefined> => {
    const features = featuresOf([aims]);
    for (const seed of [1, 2, 3, 4, 5, 6]) {
      const found = (one: Met): boolean => keyOf(one.finding) === key;
      const { met } = await tell(theatre, seed, { steps: 150, commands: broken, found, features });
      if (met.has(key)) return seed;
    }
    return undefined;
  };

  it("finds out soon that two reads differ", async () => {
    let count = 0;
    const counting = commands.map((one): Command => {
      const who = one.words?.["who"];
      if (one.name !== "role" || who === undefined) return one;
      const run: typeof who.run = async (context, values) => [
        ...(await who.run(context, values)),
        { to: "here", message: saying(`${++count} times`) },
      ];
      return { ...one, words: { ...one.words, who: { ...who, run } } };
    });
    expect(await foundIn("reads | /role who | two reads differ", counting, "roles")).toBeDefined();
  });

  it("finds out soon that somebody who has left is still expected", async () => {
    const of = Object.getOwnPropertyDescriptor(Gatherings.prototype, "ofPersons");
    if (of === undefined) throw new Error("gatherings say nothing of people any more");
    Object.defineProperty(Gatherings.prototype, "ofPersons", {
      ...of,
      get(this: Gatherings) {
        return { ...(of.get?.call(this) as Gatherings["ofPersons"]), leavesCell: () => Promise.resolve() };
      },
    });
    try {
      expect(await foundIn("gone | Rsvp.personId | no member", commands, "gatherings")).toBeDefined();
    } finally {
      Object.defineProperty(Gatherings.prototype, "ofPersons", of);
    }
  });

  it("that fails is made small, and still fails", async () => {
    const lines = [...cell, ...clinic, drive, "ana@depot5: /pledge in", "wait 2 days", "cho@clinic: /help", "restart"];
    const met: Met = {
      finding: { check: "export", feature: "Pledge", kind: "lacks rows in the export", detail: "" },
      after: lines.length,
      whole: true,
      last: true,
    };
    const { export: write } = ComingAndGoing.prototype;
    ComingAndGoing.prototype.export = async function (person) {
      return { ...(await write.call(this, person)), pledges: [] };
    };
    try {
      const smallest = await shrink(theatre, { head, lines }, met, 60_000);
      expect(smallest?.lines).toContain("ana@depot5: /pledge in");
      expect(smallest?.lines.length).toBeLessThan(6);
    } finally {
      ComingAndGoing.prototype.export = write;
    }
  });
});
