/**
 * `/me link` and `/me unlink`: several accounts of one person, who counts once. Rules: docs/rules.md, "Linking accounts".
 * What waits for whom is in src/store/links.ts.
 */
import { Refused, usage, type JobRunner, type Reply } from "../src/core/command.ts";
import { isMember, type Context, type FederationContext, type MemberContext } from "../src/core/context.ts";
import { say, verbatim, type Block, type Button, type Message } from "../src/chat/message.ts";
import { shortName } from "../src/core/options/drive.ts";
import { choice, flag, optional, text } from "../src/core/options/index.ts";
import { placesOf } from "./delegate/messages.ts";
import { phrase, type Phrase, duration, time } from "../src/chat/phrase.ts";
import type { Drive } from "../src/domain/drives.ts";
import type { Answer } from "../src/domain/pledges.ts";

type Request = NonNullable<Awaited<ReturnType<Context["links"]["pending"]>>>;
type Outlook = Awaited<ReturnType<Context["links"]["outlook"]>>;
type Contested = Outlook["contested"][number];
type Maker = NonNullable<Awaited<ReturnType<Context["links"]["maker"]>>>;
type Account = Maker["identity"];
type Entered = Awaited<ReturnType<Context["federations"]["enterCode"]>>;

/** Asks the person who made a code whether the account that entered it is theirs. Payload: `person`. */
const askMaker = "link-ask";

const toPerson = (message: Message): readonly Reply[] => [{ to: "person", message }];

const buttons = (...all: readonly Button[]): Block => ({ type: "buttons", rows: all.map((one) => [one]) });

/** How an account is named in a sentence. */
const named = ({ name, platform }: Pick<Account, "name" | "platform">): Phrase =>
  phrase("me-account", { name, platform });

const drivesNamed = (drives: Outlook["lost"]): readonly string[] => drives.map((drive) => shortName(drive));

// The code

async function makeCode(context: Context): Promise<readonly Reply[]> {
  const { federation, person, platform, sender } = context;
  if (federation === undefined || person === undefined || sender === undefined) {
    throw new Refused(phrase("core-not-known"));
  }
  const { people, codes, random } = context;
  const account = await people.account(platform, sender.id);
  if (account === undefined) throw new Error("a person spoke through no account");
  const code = await codes.issue("link", { personId: person.id, identityId: account.id }, random);
  return toPerson({
    blocks: [
      { type: "paragraph", content: phrase("link-code", { code }), style: "strong" },
      { type: "paragraph", content: phrase("link-code-how", { code, lasts: duration(codes.minutes) }) },
      { type: "paragraph", content: phrase("link-code-keep"), style: "quiet" },
    ],
  });
}

function wrongCode(entered: Exclude<Entered, { readonly outcome: "found" }>): Message {
  switch (entered.outcome) {
    case "unknown":
      return say("link-code-unknown");
    case "used":
      return say("link-code-used");
    case "expired":
      return say("link-code-expired");
    case "too-many":
      return say("code-too-many", { until: time(entered.until, "relative") });
  }
}

/**
 * The second account enters the code. It may be anybody: the federation is found by the code. What went wrong is answered
 * and not refused, since what is refused is undone, and the try has to count.
 */
async function enterCode(context: Context, typed: string, sure: boolean): Promise<readonly Reply[]> {
  const { platform, account, place, sender, federations } = context;
  if (place === undefined || sender === undefined) throw new Error("a code came from nobody");
  const entered = await federations.enterCode("link", typed, { platform, user: sender.id });
  if (entered.outcome !== "found") return toPerson(wrongCode(entered));
  const { code } = entered;
  if (context.federation !== undefined && context.federation.id !== code.federationId) {
    return toPerson(say("link-other-federation"));
  }
  const federation = await federations.find(code.federationId);
  if (federation === undefined) return toPerson(say("link-code-unknown"));
  const { people, codes, links, jobs, now } = context.within(federation);
  const maker = await links.maker(code);
  if (maker === undefined) return toPerson(say("link-code-expired"));
  const known = await people.account(platform, sender.id);
  if (known?.id === maker.identity.id) return toPerson(say("link-same-account"));
  if (known?.personId === maker.person.id) return toPerson(say("link-already", { account: named(maker.identity) }));
  const second = known === undefined ? undefined : await people.get(known.personId);
  if (second !== undefined && !sure && (await links.hasRights(second))) return toPerson(warning(maker, typed));
  if (!(await codes.use(code))) return toPerson(say("link-code-used"));
  await links.request(maker, { platform, account, user: sender, direct: place.id });
  // Asked by a job, since what is said here belongs to no federation, or to nobody in it yet.
  const payload = { person: maker.person.id };
  await jobs.schedule({ kind: askMaker, key: `${askMaker}:${maker.person.id}`, payload, dueAt: now });
  return toPerson(say("link-entered", { account: named(maker.identity), lasts: duration(codes.minutes) }));
}

/** Whoever can be talked into entering a stranger's code must not give away a federation with it. */
const warning = (maker: Maker, code: string): Message => ({
  blocks: [
    { type: "paragraph", content: phrase("link-rights", { account: named(maker.identity) }) },
    buttons({
      label: phrase("link-rights-yes"),
      action: { command: "me", word: "link", options: { code, sure: "confirm" } },
      press: "unseen",
      style: "danger",
    }),
  ],
});

// The confirmation

const decision = (request: Request, label: Phrase, answer: string, more: Partial<Button> = {}): Button => ({
  label,
  action: { command: "me", word: "link", options: { request: request.id, answer } },
  press: "unseen",
  ...more,
});

/** Whether the account is theirs, and what the link will do. */
async function question(
  context: FederationContext,
  person: string,
  request: Request,
  outlook: Outlook,
): Promise<Message> {
  const { entering } = request;
  const effects = await effectsOf(context, person, outlook);
  const { undecided } = outlook;
  if (undecided.length > 0) {
    effects.push(phrase("link-will-ask", { drives: drivesNamed(undecided.map(({ drive }) => drive)) }));
  }
  return {
    blocks: [
      {
        type: "paragraph",
        content: phrase("link-is-it-yours", {
          account: named({ name: entering.user.name, platform: entering.platform }),
        }),
      },
      ...(effects.length === 0 ? [] : [{ type: "list" as const, items: effects }]),
      buttons(
        decision(request, phrase("link-yes"), "yes", { style: "primary" }),
        decision(request, phrase("link-no"), "no"),
      ),
    ],
  };
}

/** What changes besides there being one person: nothing of it silently. */
async function effectsOf(context: FederationContext, person: string, outlook: Outlook): Promise<Phrase[]> {
  const { second, cellId, lost, closedTwice } = outlook;
  const home = cellId === undefined ? undefined : await context.cells.get(cellId);
  if (home === undefined) return [];
  const seats = second === undefined ? [] : await context.delegates.lostByLinking(person, second, cellId);
  const lostSeats = await Array.fromAsync(seats, async ({ as, ...at }) => {
    const places = await placesOf(context, at);
    return as === "delegate" ? phrase("link-seat-lost", places) : phrase("link-stands-in-no-more", places);
  });
  const moves = second?.cellId !== undefined && second.cellId !== home.id;
  return [
    ...(moves ? [phrase("link-counts-in", { cell: home.name })] : []),
    ...(lost.length === 0 ? [] : [phrase("link-withdrawn", { cell: home.name, drives: drivesNamed(lost) })]),
    ...lostSeats,
    ...(closedTwice === 0 ? [] : [phrase("link-closed-twice", { count: closedTwice })]),
  ];
}

/** An answer on a button. */
function short(answer: Answer, { ways }: Drive): Phrase {
  if (answer === "withdrawn") return phrase("link-answer-withdrawn");
  if (answer.scope === "way") return verbatim(ways[answer.way] ?? "");
  if (answer.scope === "none") return ways[0] === undefined ? phrase("link-answer-in") : verbatim(ways[0]);
  return answer.scope === "drive"
    ? phrase("link-answer-if", { others: answer.others })
    : phrase("link-answer-if-sector", { others: answer.others });
}

/** Two accounts, two answers. */
const whichStands = (request: Request, { drive, first, second, key }: Contested): Message => {
  const button = (answer: Answer, stands: string): Button => ({
    label: short(answer, drive),
    action: { command: "me", word: "link", options: { request: request.id, drive: drive.id, answer: stands, key } },
    press: "unseen",
  });
  return {
    blocks: [
      { type: "paragraph", content: phrase("link-which", { drive: shortName(drive, 60) }) },
      buttons(button(first, "first"), button(second, "second")),
    ],
  };
};

interface Decision {
  readonly request: string;
  readonly answer: "yes" | "no" | "first" | "second" | undefined;
  readonly drive: string | undefined;
  readonly key: string | undefined;
}

/** Where the code was made: yes, no, or which answer stands. */
async function decide(context: MemberContext, given: Decision): Promise<readonly Reply[]> {
  const { links, person } = context;
  const request = await links.pending(person.id);
  if (request === undefined || request.id !== given.request) throw new Refused(phrase("link-too-late"));
  const { answer, drive, key } = given;
  if (answer === "no") {
    await links.drop(person.id);
    return toPerson(say("link-declined"));
  }
  if ((answer === "first" || answer === "second") && drive !== undefined && key !== undefined) {
    return finish(context, await links.choose(person.id, request, drive, { stands: answer, key }));
  }
  return finish(context, request);
}

/** Asks for the next choice, or links. */
async function finish(context: MemberContext, request: Request): Promise<readonly Reply[]> {
  const { links, person, people } = context;
  const outlook = await links.outlook(person, request);
  const [next] = outlook.undecided;
  if (next !== undefined) return toPerson(whichStands(request, next));
  const effects = await effectsOf(context, person.id, outlook);
  const { identity } = await links.link(person, request);
  const accounts = await people.identities(person.id);
  const others = accounts.filter(({ id }) => id !== identity.id);
  return [
    {
      to: "person",
      message: {
        blocks: [
          { type: "paragraph", content: phrase("link-done", { accounts: accounts.map(named) }) },
          ...(effects.length === 0 ? [] : [{ type: "list" as const, items: effects }]),
          { type: "paragraph", style: "quiet", content: phrase("link-undo") },
        ],
      },
    },
    {
      to: "direct",
      person: person.id,
      account: identity.id,
      message: say("link-done-there", { accounts: others.map(named) }),
      waits: "own-doing",
    },
  ];
}

// The words of `/me`

const hidden = { about: "option-confirm", ask: "option-confirm", hidden: true } as const;

export const linkJobs: Readonly<Record<string, JobRunner>> = {
  [askMaker]: async (context, payload) => {
    const { people, links } = context;
    const person = await people.get(payload["person"] ?? "");
    const request = person === undefined ? undefined : await links.pending(person.id);
    if (person === undefined || request === undefined) return [];
    const message = await question(context, person.id, request, await links.outlook(person, request));
    return [{ to: "direct", person: person.id, account: request.identityId, message, waits: "own-doing" }];
  },
};

export const link = usage({
  about: "link-about",
  // Whoever enters a code may be nobody yet.
  level: "anyone",
  where: ["cell", "council", "direct"],
  answer: "private",
  fallback: "notice",
  options: {
    code: optional(text({ max: 40 }), { about: "link-option-code", ask: "link-ask-code", position: 0 }),
    sure: optional(flag("confirm"), hidden),
    request: optional(text({ max: 40 }), hidden),
    answer: optional(choice(["yes", "no", "first", "second"]), hidden),
    drive: optional(text({ max: 40 }), hidden),
    key: optional(text({ max: 60 }), hidden),
  },
  async run(context, { code, sure, request, answer, drive, key }) {
    if (context.place?.kind !== "direct") {
      throw new Refused(phrase("link-only-direct"), {
        blocks: [{ type: "link", label: phrase("link-open-direct"), to: "direct" }],
      });
    }
    if (request !== undefined) {
      if (!isMember(context)) throw new Refused(phrase("link-too-late"));
      return decide(context, { request, answer, drive, key });
    }
    return code === undefined ? makeCode(context) : enterCode(context, code, sure === true);
  },
});

export const unlink = usage({
  about: "link-unlink-about",
  level: "member",
  where: ["cell", "council", "direct"],
  answer: "private",
  fallback: "notice",
  options: { confirm: optional(flag("confirm"), hidden) },
  async run({ people, links, cells, person, platform, sender }, { confirm }) {
    const all = await people.identities(person.id);
    const account = all.find((one) => one.platform === platform && one.ref.id === sender?.id);
    const others = all.filter((one) => one !== account);
    if (account === undefined || others.length === 0) return toPerson(say("link-only-account"));
    const names = { account: named(account), others: others.map(named) };
    if (confirm !== true) {
      const action = { command: "me", word: "unlink", options: { confirm: "confirm" } };
      return toPerson({
        blocks: [
          { type: "paragraph", content: phrase("link-unlink-sure", names) },
          buttons({ label: phrase("link-unlink-yes"), action, press: "unseen", style: "danger" }),
        ],
      });
    }
    const alone = await links.unlink(person, account);
    const mine = (await cells.ofPerson(alone.id)).map(({ name }) => name);
    const where = mine.length === 0 ? phrase("me-show-no-cell") : phrase("me-show-cells", { cells: mine });
    return [
      {
        to: "person",
        message: {
          blocks: [
            { type: "paragraph", content: phrase("link-unlinked", { account: named(account) }) },
            { type: "paragraph", content: where },
          ],
        },
      },
      {
        to: "direct",
        person: person.id,
        message: say("link-unlinked-there", { account: named(account) }),
        waits: "own-doing",
      },
    ];
  },
});
