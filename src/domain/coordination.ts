/** Kinds of jobs that say in the chats of a cell or council that nobody coordinates it any more: who did has gone. */
export const coordinationJobs = {
  /** Payload: `cell`. */
  cell: "cell-uncoordinated",
  /** Payload: `council`. */
  council: "council-uncoordinated",
} as const;
