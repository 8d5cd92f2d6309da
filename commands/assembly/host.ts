/** `/assembly host`: whose turn it is to host, and whether they do. */
import { saidIn, type ToChats } from "../said.ts";
import { Refused, usage } from "../../src/core/command.ts";
import type { Context, MemberContext } from "../../src/core/context.ts";
import { say, type Message } from "../../src/chat/message.ts";
import { choice, optional } from "../../src/core/options/index.ts";
import { phrase } from "../../src/chat/phrase.ts";
import type { Assembly } from "../../src/domain/assemblies.ts";
import { askHost } from "./jobs.ts";
import { hostLine, hostReason, titleOf } from "./messages.ts";
import { ranks } from "../../src/chat/levels.ts";
import { which, ofCard, everywhere, lookAt, currentOf, here } from "./meant.ts";

export const host = usage({
  about: "assembly-host-about",
  level: "member",
  where: everywhere,
  answer: "chat",
  options: {
    action: optional(choice(["accept", "pass"]), {
      about: "assembly-option-host",
      ask: "assembly-ask-host",
      position: 0,
    }),
    assembly: ofCard,
    council: which,
  },
  async run(context, values) {
    const { assemblies } = context;
    const assembly = values.assembly ?? (await currentOf(context, await lookAt(context, values.council)));
    if (values.action === undefined) return [{ to: "here", message: await hostMessage(context, assembly) }];
    if (assembly.openedAt !== undefined || assembly.closedAt !== undefined) {
      throw new Refused(phrase("assembly-host-too-late"));
    }
    await mayAnswerForHost(context, assembly);
    if (values.action === "accept") {
      const accepted = await assemblies.acceptHost(assembly);
      const chats = await assemblies.councilChats(assembly.councilId);
      const said: ToChats = {
        to: "chats",
        chats,
        message: say("assembly-host-said-yes", { host: await hostLine(context, accepted) }),
      };
      return saidIn(context, said, phrase("assembly-host-thanks"));
    }
    const passed = await assemblies.passHost(assembly);
    return [
      here(phrase("assembly-host-passed", { host: await hostLine(context, passed) })),
      ...(await askHost(context, passed)),
    ];
  },
});

async function hostMessage(context: Context, assembly: Assembly): Promise<Message> {
  const why = assembly.host === undefined ? [] : hostReason(assembly.host.why);
  return {
    blocks: [
      { type: "heading", content: titleOf(assembly) },
      { type: "paragraph", content: await hostLine(context, assembly) },
      ...(why.length === 0 ? [] : [{ type: "list" as const, items: why }]),
    ],
  };
}

/** For a host answer the coordinator of a cell that hosts, or whoever runs the council. */
async function mayAnswerForHost(context: MemberContext, assembly: Assembly): Promise<void> {
  const { councils, assemblies, person } = context;
  const council = await councils.get(assembly.councilId);
  if (council === undefined || assembly.host === undefined) throw new Refused(phrase("assembly-host-nobody"));
  if (ranks[await councils.levelOf(person, council)] >= ranks.coordinator) return;
  const cells = await assemblies.hostCells(assembly);
  if (!cells.some(({ coordinatorId }) => coordinatorId === person.id))
    throw new Refused(phrase("assembly-host-not-yours"));
}
