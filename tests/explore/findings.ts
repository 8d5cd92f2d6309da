/** What a check finds, and how it is named. */

/** Something that breaks a rule. Its key is what stays the same where the same fault is met again. */
export interface Finding {
  /** The check's name. */
  readonly check: string;
  /** What it is about: a command with its word, a job, a table, a kind of card. */
  readonly feature: string;
  /** In which way. */
  readonly kind: string;
  /** What was seen, for who reads it. */
  readonly detail: string;
}

export const keyOf = ({ check, feature, kind }: Pick<Finding, "check" | "feature" | "kind">): string =>
  `${check} | ${feature} | ${kind}`;
