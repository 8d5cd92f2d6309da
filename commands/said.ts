/** What became of something is said where all whom it concerns read it. */
import type { Reply } from "../src/core/command.ts";
import type { Context } from "../src/core/context.ts";
import type { Message } from "../src/chat/message.ts";
import { phrase, type Phrase } from "../src/chat/phrase.ts";

/** What is said in many chats. */
export type ToChats = Extract<Reply, { readonly to: "chats" }>;

/** Said in those chats; who did it elsewhere is told there that it was done. */
export const saidIn = ({ chat }: Context, said: ToChats, done: Phrase): readonly Reply[] =>
  chat !== undefined && said.chats.includes(chat.id)
    ? [said]
    : [said, { to: "here", message: { blocks: [{ type: "paragraph", content: done }] } }];

/** The chats (ids of ours) of a cell. */
export const chatsOf = async ({ cells }: Context, cellId: string): Promise<readonly string[]> =>
  (await cells.chats({ cell: cellId })).map(({ id }) => id);

/** Said in every chat of the cell to which it belongs; who did it elsewhere is told there that it was done. */
export const toCell = async (
  context: Context,
  { cellId }: { readonly cellId: string },
  message: Message,
): Promise<readonly Reply[]> =>
  saidIn(context, { to: "chats", chats: await chatsOf(context, cellId), message }, phrase("gather-done-everywhere"));
