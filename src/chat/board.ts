/** The board of an assembly, for the wall: words and figures as they are shown, in the council's language. */

export interface BoardLine {
  /** What it is about: "Next", "Transport". */
  readonly label: string;
  readonly text: string;
}

export interface BoardVote {
  readonly label: string;
  readonly question: string;
  /** Its rule while it is open, its numbers afterwards. */
  readonly detail: string | undefined;
  /** How many have voted, or what came of it. */
  readonly said: string;
  /** What came of it; undefined while it is open. */
  readonly carried: boolean | undefined;
}

export interface Board {
  /** A tag such as `en`. */
  readonly language: string;
  readonly title: string;
  readonly facts: readonly string[];
  /** How many are there, of how many, and how many are needed; undefined before people can check in. */
  readonly quorum:
    | {
        readonly label: string;
        readonly said: string;
        readonly present: number;
        readonly needed: number;
        readonly all: number;
        readonly met: boolean;
      }
    | undefined;
  /** What is being dealt with: nothing, or one thing. */
  readonly now: readonly BoardLine[];
  /** Who speaks, and who is next. */
  readonly floor: readonly BoardLine[];
  /** The vote that is open, or else the one that was closed last, until something else is dealt with. */
  readonly vote: BoardVote | undefined;
  readonly sectors: { readonly label: string; readonly lines: readonly BoardLine[] };
  /** What is said where the connection is lost, and once the board has ended. */
  readonly lost: string;
  readonly ended: string;
}
