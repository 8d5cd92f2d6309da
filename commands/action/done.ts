/** What follows when a care act was done: those who gave it are asked whether it may stand in the care ledger. */
import { Refused, type Reply } from "../../src/core/command.ts";
import type { MemberContext } from "../../src/core/context.ts";
import { say } from "../../src/chat/message.ts";
import { formName } from "../../src/core/options/care.ts";
import { actionName } from "../../src/core/options/numbered.ts";
import type { Action, CareAct } from "../../src/domain/actions.ts";
import { isAskedForm, kindOfForm } from "../../src/domain/asked-care.ts";
import { fold } from "../../src/core/options/option.ts";
import { askGiver } from "../care/ledger.ts";
import { chatsOf } from "../said.ts";
import { phrase } from "../../src/chat/phrase.ts";

/** Notes that it was done, once; each who took it on is asked on their own. */
export async function careDone(context: MemberContext, of: Action, act: CareAct): Promise<readonly Reply[]> {
  if (act.from > context.now) throw new Refused(phrase("action-care-early"));
  if (!(await context.actions.done(act))) throw new Refused(phrase("action-care-done-already"));
  const form = formName(act.form);
  const what = context.plain(phrase("action-care-given", { form, action: actionName(of) }));
  // Several shifts of one form are one thing to be thanked for: whoever gave them is asked once.
  const { id: first } = of.acts.find((one) => fold(one.form) === fold(act.form)) ?? act;
  const asked: Reply[] = [];
  for (const personId of act.takers) {
    const kind = isAskedForm(act.form) ? kindOfForm[act.form] : "time";
    const source = `${first}:${personId}`;
    asked.push(...(await askGiver(context, { personId, what, kind, at: act.from, source, cellId: of.cellId })));
  }
  const chats = await chatsOf(context, of.cellId);
  const message = say("action-care-done", { form, action: actionName(of) });
  const here = context.chat !== undefined && chats.includes(context.chat.id);
  return [{ to: "chats", chats, message }, ...(here ? [] : [{ to: "here", message } as const]), ...asked];
}
