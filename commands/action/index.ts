/** `/action`: something a cell does, with its care and its rest. Rules: docs/rules.md, "Actions and care". */
import { command, Refused, usage, type JobRunner, type Reply } from "../../src/core/command.ts";
import type { FederationContext } from "../../src/core/context.ts";
import { say, verbatim, type Message } from "../../src/chat/message.ts";
import { cellHere } from "../../src/core/options/drive.ts";
import { optional, required, text } from "../../src/core/options/index.ts";
import { actionName, actionOrOnly, whenNamed } from "../../src/core/options/numbered.ts";
import { phrase, messageIds } from "../../src/chat/phrase.ts";
import {
  actionCard,
  actionJobs,
  careChangedJob,
  toTemplate,
  type Action,
  type ActionState,
} from "../../src/domain/actions.ts";
import { chatsOf, toCell } from "../said.ts";
import { beginDebrief } from "../debrief/begin.ts";
import {
  actionButton,
  actionMessage,
  endMessage,
  lacks,
  mending,
  openMessage,
  renderAction,
  spanLine,
} from "./announce.ts";
import { everywhere, which, open } from "./meant.ts";
import { plan, change } from "./planning.ts";
import { care, tellTaker } from "./care.ts";

/** Longest texts, in characters. */
const longestReason = 300;
const longestName = 60;

const confirm = usage({
  about: "action-confirm-about",
  level: "coordinator",
  where: everywhere,
  answer: "chat",
  options: {
    action: which,
    reason: optional(text({ max: longestReason }), { about: "action-option-reason", ask: "action-ask-reason" }),
  },
  async run(context, { action: named, reason }) {
    const of = await open(named, context);
    const { care, rest } = lacks(of);
    const lacking = care || rest;
    if (of.state === "planned" && lacking && reason === undefined) {
      const why = care && rest ? "both" : care ? "care" : "rest";
      throw new Refused(phrase(lackSentences[why]), {
        blocks: [
          await mending(context, of),
          { type: "paragraph", style: "quiet", content: phrase("action-lacks-way", { number: of.number }) },
        ],
      });
    }
    const confirmed = await context.actions.confirm(of.id, context.person.id, lacking ? reason : undefined);
    if (confirmed === undefined) throw new Refused(phrase("action-confirmed-already"));
    return toCell(context, of, {
      blocks: [
        { type: "heading", content: verbatim(of.what) },
        { type: "paragraph", style: "strong", content: phrase("action-confirmed", { time: whenNamed(of.from) }) },
        ...(confirmed.reason === undefined
          ? []
          : [{ type: "paragraph", content: phrase("action-reason", { reason: confirmed.reason }) } as const]),
      ],
    });
  },
});

const lackSentences = messageIds({
  both: "action-lacks-both",
  care: "action-lacks-care",
  rest: "action-lacks-rest",
});

const cancel = usage({
  about: "action-cancel-about",
  ends: true,
  level: "coordinator",
  where: everywhere,
  answer: "chat",
  options: { action: which },
  async run(context, values) {
    const of = await open(values.action, context);
    if ((await context.actions.cancel(of.id)) === undefined) throw new Refused(phrase("action-over"));
    return toCell(context, of, say("action-cancelled", { action: actionName(of) }));
  },
});

const close = usage({
  about: "action-close-about",
  ends: true,
  level: "coordinator",
  where: everywhere,
  answer: "chat",
  options: { action: which },
  async run(context, values) {
    const of = await open(values.action, context);
    if (of.from > context.now) throw new Refused(phrase("action-not-begun"));
    const over = await context.actions.end(of.id, { early: true });
    if (over === undefined) throw new Refused(phrase("action-over"));
    const message = await ended(context, over);
    const said = message === undefined ? [] : await toCell(context, over, message);
    return [...said, ...(await learning(context, over))];
  },
});

/** Once it is over its cell is asked what it has learnt. */
const learning = (context: FederationContext, { id, cellId, what }: Action): Promise<readonly Reply[]> =>
  beginDebrief(context, { cellId, of: { kind: "action", what }, subject: `action:${id}` });

/** What is said when an action is over. */
async function ended(context: FederationContext, of: Action): Promise<Message | undefined> {
  const rest = of.rest === undefined ? undefined : await context.gatherings.get(of.rest.id);
  return rest === undefined ? undefined : endMessage(of, rest, context.now);
}

const template = usage({
  about: "action-template-about",
  level: "coordinator",
  where: everywhere,
  answer: "chat",
  options: {
    action: which,
    name: required(text({ max: longestName }), { about: "action-option-name", ask: "action-ask-name", position: 1 }),
  },
  async run(context, { action: named, name }) {
    const of = await actionOrOnly(named, context, () => true);
    await context.actionTemplates.save(of.cellId, name, toTemplate(of, of.rest?.at));
    return [{ to: "here", message: say("action-template-saved", { name }) }];
  },
});

const show = usage({
  about: "action-show-about",
  level: "member",
  where: everywhere,
  answer: "chat",
  options: { action: which },
  async run(context, values) {
    const of = await actionOrOnly(values.action, context);
    if (context.chat === undefined) return [{ to: "here", message: await actionMessage(context, of) }];
    return [{ to: "card", kind: actionCard, subject: of.id, anew: true }];
  },
});

const listLines = messageIds({
  planned: "action-list-planned",
  confirmed: "action-list-confirmed",
  over: "action-list-over",
  cancelled: "action-list-cancelled",
}) satisfies Record<ActionState, string>;

const list = usage({
  about: "action-list-about",
  level: "member",
  where: everywhere,
  answer: "private",
  // Which actions there are is known to the whole chat.
  fallback: "chat",
  async run(context) {
    const cellId = cellHere(context);
    const all = cellId === undefined ? [] : await context.actions.list(cellId, { ended: true });
    if (all.length === 0) throw new Refused(phrase("action-none"));
    const items = all.map((of) =>
      phrase(listLines[of.state], { number: of.number, action: actionName(of, 80), time: whenNamed(of.from) }),
    );
    return [{ to: "person", message: { blocks: [{ type: "list", items }] } }];
  },
});

/** What other cells see of an action, from now on or no more. It says what that is, before anybody has looked. */
const sharing = (about: string, shared: boolean) =>
  usage({
    about,
    level: "coordinator",
    where: everywhere,
    answer: "chat",
    options: { action: which },
    async run(context, values) {
      const of = await open(values.action, context);
      if (!(await context.waves.share(of, shared))) {
        throw new Refused(shared ? phrase("action-shared-already") : phrase("action-not-shared"));
      }
      if (!shared) return toCell(context, of, say("action-share-ended", { action: actionName(of) }));
      const cell = await context.cells.get(of.cellId);
      const sector = (await context.cells.sectors()).find(({ id }) => id === cell?.sectorId)?.name ?? "";
      return toCell(context, of, {
        blocks: [
          { type: "heading", content: verbatim(of.what) },
          {
            type: "paragraph",
            content: phrase("action-shared", { what: of.what, span: spanLine(of, context.zone), sector }),
          },
          { type: "buttons", rows: [[actionButton(of, "unshare", phrase("action-button-unshare"))]] },
        ],
      });
    },
  });

/** A job for one action; one whose federation was shredded has nothing left to do. */
const onAction =
  (run: (context: FederationContext, id: string) => Promise<readonly Reply[]>): JobRunner =>
  async (context, { action: id = "" }) => {
    return (await context.actions.get(id)) === undefined ? [] : run(context, id);
  };

export const action = command({
  name: "action",
  about: "action-about",
  words: {
    plan,
    show,
    list,
    care,
    confirm,
    change,
    cancel,
    close,
    template,
    share: sharing("action-share-about", true),
    unshare: sharing("action-unshare-about", false),
  },
  cards: { [actionCard]: renderAction },
  jobs: {
    [actionJobs.open]: onAction(async (context, id) => {
      const of = await context.actions.remind(id);
      return of === undefined
        ? []
        : [{ to: "chats", chats: await chatsOf(context, of.cellId), message: openMessage(of, context.now) }];
    }),
    [actionJobs.end]: onAction(async (context, id) => {
      const over = await context.actions.end(id);
      const message = over === undefined ? undefined : await ended(context, over);
      if (over === undefined || message === undefined) return [];
      const said: Reply = { to: "chats", chats: await chatsOf(context, over.cellId), message };
      return [said, ...(await learning(context, over))];
    }),
    [careChangedJob]: tellTaker,
    [actionJobs.clear]: onAction(async ({ actions }, id) => {
      await actions.clear(id);
      return [];
    }),
  },
});
