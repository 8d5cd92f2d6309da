/** How a chat comes to belong to a cell or a council: by a code, used once (docs/rules.md, "People and permission"). */
import { Needed, Refused, type OptionType, type Refusal, type Reply } from "../src/core/command.ts";
import type { Context, FederationContext } from "../src/core/context.ts";
import { payloadOf } from "../src/chat/leads.ts";
import { say, type Block, type Message } from "../src/chat/message.ts";
import type { Cell, Council, Person } from "../src/core/options/index.ts";
import { phrase, duration, time } from "../src/chat/phrase.ts";

/** Binds the chat where the command was given to a cell, and makes who gave it a member. */
export async function bindHere(context: Context, { cells, people }: FederationContext, cell: Cell): Promise<Person> {
  const chat = await cells.bind(cell, placeOf(context));
  return (await people.recognise({ ...speakerOf(context), chat })).person;
}

/** Binds the chat to a council: nobody becomes a member by it. */
async function bindToCouncil(context: Context, { cells }: FederationContext, council: Council): Promise<void> {
  await cells.bind(council, placeOf(context));
}

function placeOf({ platform, account, place }: Context) {
  if (place === undefined) throw new Error("a chat was to be bound where there is none");
  const { id, thread, title, encrypted = false } = place;
  return { platform, account, ref: thread === undefined ? { id } : { id, thread }, title, encrypted };
}

function speakerOf({ platform, account, sender }: Context) {
  if (sender === undefined) throw new Error("a code came from nobody");
  return { platform, account, user: sender };
}

/** A code for another chat of the cell. */
export async function cellCode({ codes, random }: FederationContext, cell: Cell): Promise<Message> {
  const code = await codes.issue("chat", { cellId: cell.id }, random);
  return {
    blocks: [
      { type: "paragraph", content: phrase("cell-code", { cell: cell.name, code }), style: "strong" },
      { type: "paragraph", content: phrase("cell-code-how", { code, lasts: duration(codes.minutes) }) },
      ...byCamera(code),
    ],
  };
}

/** The address that takes the bot into a group, as a link and as a picture; where the platform hands the code on, the group joins by it. */
function byCamera(code: string): readonly Block[] {
  const leads = { to: "group", payload: payloadOf({ join: code }) } as const;
  return [
    { type: "link", label: phrase("code-link"), ...leads },
    { type: "image", file: { name: phrase("code-file"), scans: { leads } }, alt: phrase("code-alt"), said: true },
  ];
}

/** A code for another chat of the council. */
export async function councilCode({ codes, random }: FederationContext, council: Council): Promise<Message> {
  const code = await codes.issue("chat", { councilId: council.id }, random);
  return {
    blocks: [
      { type: "paragraph", content: phrase("council-code", { council: council.name, code }), style: "strong" },
      { type: "paragraph", content: phrase("council-code-how", { code, lasts: duration(codes.minutes) }) },
      ...byCamera(code),
    ],
  };
}

/** What became of a code that somebody typed. */
type Entered = Awaited<ReturnType<Context["federations"]["enterCode"]>>;

function refusedCode(entered: Exclude<Entered, { readonly outcome: "found" }>): Message {
  switch (entered.outcome) {
    case "unknown":
      return say("code-unknown");
    case "used":
      return say("code-used");
    case "expired":
      return say("code-expired");
    case "too-many":
      return say("code-too-many", { until: time(entered.until, "relative") });
  }
}

/** `/cell join` and `/council join`: the code says to what the chat comes, whichever of the two was typed. */
export async function joinByCode(context: Context, typed: string): Promise<readonly Reply[]> {
  const { federations } = context;
  const { platform, user } = speakerOf(context);
  const entered = await federations.enterCode("chat", typed, { platform, user: user.id });
  // Answered, not refused: what is refused is undone, and the try has to count.
  if (entered.outcome !== "found") return [{ to: "here", message: refusedCode(entered) }];

  const { cellId, councilId, federationId } = entered.code;
  const federation = await federations.find(federationId);
  if (federation === undefined) return [{ to: "here", message: say("code-unknown") }];
  const inside = context.within(federation);
  const cell = cellId === undefined ? undefined : await inside.cells.get(cellId);
  const council = councilId === undefined ? undefined : await inside.councils.get(councilId);
  if ((cell ?? council) === undefined || !(await inside.codes.use(entered.code))) {
    return [{ to: "here", message: say("code-used") }];
  }
  if (cell !== undefined) {
    await bindHere(context, inside, cell);
    return [{ to: "here", message: say("cell-joined", { cell: cell.name, federation: federation.name }) }];
  }
  if (council !== undefined) await bindToCouncil(context, inside, council);
  return [
    { to: "here", message: say("council-joined", { council: council?.name ?? "", federation: federation.name }) },
  ];
}

/**
 * Reads the option `value` of a setting as an option of that type would.
 * @throws Refused where it does not fit; Needed where several can be meant, so that it is asked which
 */
export async function readSetting<T>(type: OptionType<T>, raw: string, context: Context): Promise<T> {
  const result: { readonly value: T } | Refusal = await type.parse(raw, context);
  if ("refusal" in result) {
    throw result.choices === undefined ? new Refused(result.refusal) : new Needed("value", result);
  }
  return result.value;
}
