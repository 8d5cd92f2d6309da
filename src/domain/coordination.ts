/**
 * Kinds of jobs that say in the chats of a cell or council what has ended with somebody who went: that they coordinated it; of
 * a cell also the address of its calendar, which they had.
 */
export const coordinationJobs = {
  /** Payload: `cell`. */
  cell: "cell-uncoordinated",
  /** Payload: `council`. */
  council: "council-uncoordinated",
  /** Payload: `cell`. */
  calendar: "cell-calendar-ended",
} as const;
