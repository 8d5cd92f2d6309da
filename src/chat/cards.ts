/** Live messages, as all speak of them. */

/** What a card shows, or is made of besides. */
export interface Subject {
  readonly kind: string;
  /** An id. */
  readonly subject: string;
}

/**
 * Parts of cards that have no card of their own: what somebody is called, who is in a cell, who holds a council's seats, what
 * the next meeting of a cell or council has open, what a cell has learnt.
 */
export const cardParts = {
  person: "person",
  members: "members",
  seats: "seats",
  meeting: "meeting",
  learnt: "learnt",
} as const;

/** The notice in a chat that answers wait there for people who cannot be written to: a live message about the chat. */
export const waitingAnswers = "waiting-answers";
