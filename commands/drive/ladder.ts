/** `/drive ladder`: drives that follow each other, step by step, and where people were lost. Published figures only. */
import { Refused, usage } from "../../src/core/command.ts";
import type { MemberContext } from "../../src/core/context.ts";
import type { Block } from "../../src/chat/message.ts";
import { phrase, time, type Phrase } from "../../src/chat/phrase.ts";
import { drive as driveOption, drivesHere, isHere, shortName } from "../../src/core/options/drive.ts";
import { optional } from "../../src/core/options/index.ts";
import { numbersShown, type Drive, type Figures } from "../../src/domain/drives.ts";
import { areClosed, fewer, greatest, isCompared, losses, type Loss, type Step } from "../../src/domain/ladder.ts";

/** Sectors that are named at one step; more are counted. */
const mostNamed = 8;

/** A drive of the ladder with what everybody may see of it here; no figures where none is shown yet. */
interface Rung {
  readonly of: Drive;
  readonly figures: Figures | undefined;
  /** Of each sector the cells (ids) that are counted in its figure. */
  readonly counted: ReadonlyMap<string, ReadonlySet<string>>;
}

export const ladder = usage({
  about: "drive-ladder-about",
  level: "member",
  where: ["cell", "council", "direct"],
  answer: "chat",
  options: { drive: optional(driveOption({ closed: true }), { about: "option-drive", ask: "drive-ask-which" }) },
  async run(context, values) {
    const steps = await stepsHere(context, values.drive ?? (await newestStep(context)));
    if (steps.length < 2) throw new Refused(phrase("drive-ladder-none"));
    const rungs = await Array.fromAsync(steps, async (of): Promise<Rung> => ({
      of,
      figures: numbersShown(of) ? await context.drives.figures(of, undefined) : undefined,
      counted: await context.drives.counted(of),
    }));
    const names = new Map((await context.cells.sectors()).map(({ id, name }) => [id, name]));
    return [{ to: "here", message: { blocks: ladderBlocks(rungs, names) } }];
  },
});

/** The newest drive here that follows another one. */
async function newestStep(context: MemberContext): Promise<Drive> {
  const all = (await drivesHere(context, true)).filter(({ afterId }) => afterId !== undefined);
  const newest = all.reduce<Drive | undefined>((a, b) => (a === undefined || b.number > a.number ? b : a), undefined);
  if (newest === undefined) throw new Refused(phrase("drive-ladder-none"));
  return newest;
}

/** The steps of a drive's ladder that may be shown here. */
async function stepsHere(context: MemberContext, of: Drive): Promise<readonly Drive[]> {
  const steps: Drive[] = [];
  for (const one of await context.drives.ladder(of)) if (await isHere(one, context)) steps.push(one);
  return steps;
}

function ladderBlocks(rungs: readonly Rung[], names: ReadonlyMap<string, string>): readonly Block[] {
  const steps = rungs.map(stepAt);
  const all = losses(steps);
  const most = greatest(all);
  const exactAt = (step: number): boolean => steps[step]?.exact === true;
  const args = most && { ...stepOf(rungs, most), sector: names.get(most.sector) ?? "", fewer: fewer(most) };
  const said =
    args !== undefined
      ? phrase(exactAt(args.step - 1) ? "drive-ladder-most" : "drive-ladder-most-last", args)
      : isCompared(steps)
        ? phrase("drive-ladder-nobody")
        : phrase(areClosed(steps) ? "drive-ladder-not-compared" : "drive-ladder-not-yet");
  const byStep = rungs.flatMap((_, step) =>
    lossLines(
      all.filter((one) => one.step === step),
      names,
      exactAt(step),
    ),
  );
  return [
    { type: "heading", content: phrase("drive-ladder") },
    { type: "list", ordered: true, items: rungs.map(rungLine) },
    { type: "paragraph", style: "strong", content: said },
    // One alone says what was said above.
    ...(byStep.length < 2 ? [] : [{ type: "list", items: byStep } as const]),
    ...(steps.every(({ exact }) => exact)
      ? []
      : [{ type: "paragraph", style: "quiet", content: phrase("drive-ladder-note") } as const]),
  ];
}

/** In a drive of several cells 0 stands for fewer people than are shown: it is no figure. */
function stepAt({ of, figures, counted }: Rung): Step {
  const exact = of.scope === "cell";
  const shown = figures?.sectors.filter(({ sectorId, firm }) => counted.has(sectorId) && (exact || firm > 0)) ?? [];
  return {
    closed: of.closedAt !== undefined,
    exact,
    sectors: new Map(
      shown.map(({ sectorId, firm }) => [sectorId, { firm, cells: counted.get(sectorId) ?? new Set() }]),
    ),
  };
}

function rungLine({ of, figures }: Rung): Phrase {
  return phrase("drive-ladder-step", { drive: shortName(of, 60), number: of.number, figures: inWords(of, figures) });
}

function inWords({ closedAt, deadline }: Drive, figures: Figures | undefined): Phrase {
  if (figures === undefined) return phrase("drive-ladder-hidden");
  const { firm, exact, sectors } = figures;
  const counted = phrase(exact ? "drive-ladder-firm" : "drive-ladder-firm-last", { firm });
  const open = { figures: counted, deadline: time(deadline, "date") };
  if (closedAt === undefined) return phrase("drive-ladder-open", open);
  const kept = sectors.reduce((sum, one) => sum + one.kept, 0);
  return kept > 0 ? phrase("drive-ladder-kept", { figures: counted, kept }) : counted;
}

/** By its place among the steps that are shown. */
const stepOf = (rungs: readonly Rung[], { step }: Loss) => ({
  step: step + 1,
  drive: shortName(rungs[step]?.of ?? { name: undefined, question: "" }, 40),
});

/** The losses of one step. */
function lossLines(of: readonly Loss[], names: ReadonlyMap<string, string>, exact: boolean): readonly Phrase[] {
  const id = exact ? "drive-ladder-loss" : "drive-ladder-loss-last";
  const lines = of
    .slice(0, mostNamed)
    .map(({ step, sector, before, after }) =>
      phrase(id, { step: step + 1, sector: names.get(sector) ?? "", before, after }),
    );
  const [first] = of;
  const more = of.length - lines.length;
  return first === undefined || more === 0
    ? lines
    : [...lines, phrase("drive-ladder-more", { step: first.step + 1, sectors: more })];
}
