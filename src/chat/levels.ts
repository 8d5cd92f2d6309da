/** Who may do something, and in which kind of chat. */

/**
 * anyone in the chat < member < delegate < coordinator < steward (docs/rules.md, "People and permission"). A delegate is one in
 * the chats of their council and for its business; what only they may do asks for their seat besides.
 */
export type Level = "anyone" | "member" | "delegate" | "coordinator" | "steward";

export const ranks: Readonly<Record<Level, number>> = { anyone: 0, member: 1, delegate: 2, coordinator: 3, steward: 4 };

/** Where a command may be used: in a chat of a cell, in one of a council, in a chat not bound yet, in the direct chat. */
export type Where = "cell" | "council" | "unbound" | "direct";
