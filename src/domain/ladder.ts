/**
 * Ladders: drives that follow each other, and at which step which sector lost people. Rules: docs/rules.md, "Pledge drives".
 *
 * Only published figures come in here, so that what comes out tells nothing besides. A sector whose figure is not published at
 * one of two steps is not compared, and neither is a drive that still takes answers: whom it has not counted yet is not lost.
 */

/** What everybody may see of one drive. */
export interface Step {
  /** Whether it is closed, so that its figures stand. */
  readonly closed: boolean;
  /** Firm in each sector of its scope of which a figure is published. */
  readonly sectors: ReadonlyMap<string, number>;
}

/** A sector with fewer people than at the step before. */
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
  return steps.flatMap((now, step) => {
    const earlier = steps[step - 1];
    if (earlier?.closed !== true || !now.closed) return [];
    return [...earlier.sectors]
      .flatMap(([sector, before]): readonly Loss[] => {
        const after = now.sectors.get(sector);
        return after === undefined || after >= before ? [] : [{ step, sector, before, after }];
      })
      .sort((a, b) => fewer(b) - fewer(a));
  });
}

/** Whether two steps in a row can be compared at all. */
export const isCompared = (steps: readonly Step[]): boolean =>
  steps.some((now, step) => {
    const earlier = steps[step - 1];
    return (
      earlier?.closed === true && now.closed && [...earlier.sectors.keys()].some((sector) => now.sectors.has(sector))
    );
  });

/** The loss of most people; of equal ones the earliest. Nothing where nobody was lost. */
export const greatest = (all: readonly Loss[]): Loss | undefined =>
  all.reduce<Loss | undefined>((most, one) => (most === undefined || fewer(one) > fewer(most) ? one : most), undefined);
