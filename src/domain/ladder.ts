/**
 * Ladders: drives that follow each other, and at which step which sector lost people. Rules: docs/rules.md, "Pledge drives".
 *
 * Only published figures come in here, so that what comes out tells nothing besides. A sector whose figure is not published at
 * one of two steps is not compared, and neither is a drive that still takes answers: whom it has not counted yet is not lost.
 * Nor are figures that lack a cell which the step before had in them: a cell that has become too small to be shown is not lost.
 */

/** What everybody may see of one drive. */
export interface Step {
  /** Whether it is closed, so that its figures stand. */
  readonly closed: boolean;
  /** Whether it is one cell's own, and its figures exact: nothing to compare with what several have published. */
  readonly exact: boolean;
  /** Each sector of its scope of which a figure is published. */
  readonly sectors: ReadonlyMap<string, SectorStep>;
}

/** A sector at one step. */
export interface SectorStep {
  readonly firm: number;
  /** The cells (ids) that are counted in it. */
  readonly cells: ReadonlySet<string>;
}

/** A sector at a step and at the one before: one that has lost people, where it has fewer. */
export interface Loss {
  /** Place of the step in the ladder, from 0: never the first. */
  readonly step: number;
  readonly sector: string;
  readonly before: number;
  readonly after: number;
}

/** How many fewer. */
export const fewer = ({ before, after }: Loss): number => before - after;

/** All losses: by step, at each the largest first, equal ones in the order of the sectors at the step before. */
export function losses(steps: readonly Step[]): readonly Loss[] {
  return steps.flatMap((_, step) =>
    compared(steps, step)
      .filter(({ before, after }) => after < before)
      .sort((a, b) => fewer(b) - fewer(a)),
  );
}

/** Each sector with a figure at a step and at the one before, of the same cells. */
function compared(steps: readonly Step[], step: number): readonly Loss[] {
  const [earlier, now] = [steps[step - 1], steps[step]];
  if (earlier?.closed !== true || now?.closed !== true || earlier.exact !== now.exact) return [];
  return [...earlier.sectors].flatMap(([sector, before]) => {
    const after = now.sectors.get(sector);
    return after === undefined || [...before.cells].some((cell) => !after.cells.has(cell))
      ? []
      : [{ step, sector, before: before.firm, after: after.firm }];
  });
}

/** Whether two steps in a row can be compared at all. */
export const isCompared = (steps: readonly Step[]): boolean =>
  steps.some((_, step) => compared(steps, step).length > 0);

/** Whether two steps in a row are closed, so that there is nothing more to wait for. */
export const areClosed = (steps: readonly Step[]): boolean =>
  steps.some(({ closed }, step) => closed && steps[step - 1]?.closed === true);

/** The loss of most people; of equal ones the earliest. Nothing where nobody was lost. */
export const greatest = (all: readonly Loss[]): Loss | undefined =>
  all.reduce<Loss | undefined>((most, one) => (most === undefined || fewer(one) > fewer(most) ? one : most), undefined);
