/** What is posted of a drive or a vote, to many chats. Rules: docs/rules.md, "Tallies". */

/** The kind of the live message that shows a drive's or a vote's figures; its subject is the drive or the vote. */
export const tallyCard = "tally";

/** The kind of the live message that shows to which chats these were brought. The same subject. */
export const tallyReceipts = "tally-receipts";
