/** What is said of care that is asked for: to one person at a time, by what they may know of it. */
import type { FederationContext } from "../../src/core/context.ts";
import { type Block, type Button, type Message } from "../../src/chat/message.ts";
import { phrase, time, type Phrase } from "../../src/chat/phrase.ts";
import { formName } from "../../src/core/options/care.ts";
import { whenNamed } from "../../src/core/options/numbered.ts";
import { shorten } from "../../src/core/options/option.ts";
import {
  giverOf,
  isAskedForm,
  isOpenPoint,
  mayGive,
  stateOf,
  type AskedForm,
  type CareNeed,
  type CareOffer,
} from "../../src/domain/asked-care.ts";
import { nameOf } from "../names.ts";

/** In what part somebody sees a need that is not theirs. */
export interface Sees {
  readonly coordinates: boolean;
  readonly offers: boolean;
}

const day = 24 * 60 * 60_000;
/** Letters of an offer on a button. */
const labelLength = 30;

const paragraph = (content: Phrase, style?: "strong" | "quiet"): Block =>
  style === undefined ? { type: "paragraph", content } : { type: "paragraph", content, style };

type Does = "can" | "cannot" | "agree" | "another" | "back" | "unlisted";

const needButton = ({ id }: Pick<CareNeed, "id">, label: Phrase, does: Does, style?: Button["style"]): Button => ({
  label,
  action: { command: "care", word: "mine", options: { need: id, do: does } },
  press: "unseen",
  ...(style === undefined ? {} : { style }),
});

const row = (...buttons: readonly Button[]): Block => ({ type: "buttons", rows: [buttons] });

/** What is needed and when, for a sentence: 'a ride to the clinic (rides)'. */
const facts = ({ what, form, at }: CareNeed) => ({
  what: isAskedForm(form) ? phrase("care-need-what", { what, form: formName(form) }) : what,
  time: whenNamed(at),
});

/** What members read of it: the form and the day, and no words of anybody. */
const lineOf = ({ form, at }: Pick<CareNeed, "form" | "at">): Phrase =>
  phrase("care-open-point", {
    form: isAskedForm(form) ? formName(form) : phrase("care-form-other"),
    day: time(at, "date"),
  });

/** What nobody can give yet, as lines for the card of a cell's next meeting. */
export const openNeeds = async ({ askedCare }: FederationContext, cellId: string): Promise<readonly Phrase[]> =>
  (await askedCare.forMeeting(cellId)).map(lineOf);

/** What becomes of it, to who has just asked for it. */
export async function asked(context: FederationContext, need: CareNeed): Promise<Message> {
  const open = isOpenPoint(need, context.now);
  return {
    blocks: [
      paragraph(phrase("care-need-asked", facts(need)), "strong"),
      paragraph(phrase("care-need-asked-how")),
      ...(await reach(context, need.personId, phrase("care-need-reach"))),
      ...meeting(need, open),
      row(
        needButton(need, phrase("care-need-button-back"), "back"),
        ...(need.listed ? [needButton(need, phrase("care-need-button-unlisted"), "unlisted")] : []),
      ),
    ],
  };
}

/** To whoever cannot be written to yet: that they have to write first, and what for. */
export async function reach(
  context: Pick<FederationContext, "reaches">,
  personId: string,
  what: Phrase,
): Promise<readonly Block[]> {
  if (await context.reaches(personId)) return [];
  return [paragraph(what), { type: "link", to: "direct", label: phrase("core-answer-directly") }];
}

/** What the next meeting reads of it. */
function meeting(need: CareNeed, open: boolean): readonly Block[] {
  if (!need.listed) return [];
  const line = lineOf(need);
  return [
    paragraph(
      open
        ? phrase("care-need-at-meeting", { line })
        : phrase("care-need-before-meeting", { line, time: whenNamed(need.openAt) }),
      "quiet",
    ),
  ];
}

/**
 * How it stands with a need, as one person may know it. Undefined: they need not be told, or may not know.
 * @param sees where it is not their own
 */
export async function stateFor(
  context: FederationContext,
  need: CareNeed,
  personId: string,
  sees?: Sees,
): Promise<Message | undefined> {
  if (need.personId === personId) return toWhoNeeds(context, need);
  if (sees === undefined || !mayGive(need, personId, sees)) return undefined;
  const giver = giverOf(need);
  const state = stateOf(need, personId);
  if (state === "given") {
    const person = await nameOf(context, need.personId);
    return {
      blocks: [
        paragraph(phrase("care-need-given", { ...facts(need), person }), "strong"),
        paragraph(phrase("care-need-write"), "quiet"),
        row(needButton(need, phrase("care-need-button-after-all"), "cannot")),
      ],
    };
  }
  if (giver !== undefined) return undefined;
  const args = { ...facts(need), cell: (await context.cells.get(need.cellId))?.name ?? "" };
  const can = needButton(need, phrase("care-need-button-can"), "can", "primary");
  if (state !== undefined || !sees.coordinates) {
    return {
      blocks: [
        paragraph(phrase("care-need-question", args), "strong"),
        paragraph(phrase("care-need-question-how"), "quiet"),
        row(can, needButton(need, phrase("care-need-button-cannot"), "cannot")),
      ],
    };
  }
  const open = isOpenPoint(need, context.now);
  return {
    blocks: [
      paragraph(phrase(open ? "care-need-coordinator-open" : "care-need-coordinator", args), "strong"),
      paragraph(phrase("care-need-coordinator-how"), "quiet"),
      row(can),
    ],
  };
}

async function toWhoNeeds(context: FederationContext, need: CareNeed): Promise<Message> {
  const giver = giverOf(need);
  const back = needButton(need, phrase("care-need-button-back"), "back");
  if (giver?.state === "given") {
    const person = await nameOf(context, giver.personId);
    return {
      blocks: [
        paragraph(phrase("care-need-found", { ...facts(need), person }), "strong"),
        paragraph(phrase("care-need-write"), "quiet"),
        row(needButton(need, phrase("care-need-button-not-needed"), "back")),
      ],
    };
  }
  if (giver !== undefined) {
    return {
      blocks: [
        paragraph(phrase("care-need-match", facts(need)), "strong"),
        paragraph(phrase("care-need-match-how"), "quiet"),
        row(
          needButton(need, phrase("care-need-button-agree"), "agree", "primary"),
          needButton(need, phrase("care-need-button-another"), "another"),
          back,
        ),
      ],
    };
  }
  const open = context.now >= need.openAt;
  return {
    blocks: [
      paragraph(phrase(open ? "care-need-nobody" : "care-need-searching", facts(need)), "strong"),
      ...meeting(need, isOpenPoint(need, context.now)),
      row(back, ...(need.listed ? [needButton(need, phrase("care-need-button-unlisted"), "unlisted")] : [])),
    ],
  };
}

/** What somebody had said yes to is not needed any more, for whatever reason. `at`: when it would have been. */
export const toldGone = (at: number): Message => ({
  blocks: [paragraph(phrase("care-need-told-gone", { time: whenNamed(at) }))],
});

/** Which of the two somebody offers: a form that has a name, or what they have written, which is nearly its name. */
export function nearButtons(near: AskedForm, written: string): readonly Block[] {
  const offers = (form: string, more: Readonly<Record<string, string>>): Pick<Button, "action" | "press"> => ({
    action: { command: "care", word: "offer", options: { form, ...more } },
    press: "unseen",
  });
  return [
    row(
      { label: formName(near), ...offers(near, {}), style: "primary" },
      {
        label: phrase("care-offer-button-as-written", { form: shorten(written, labelLength) }),
        ...offers(written, { sure: "yes" }),
      },
    ),
  ];
}

/** What somebody offers, each with a button that takes it back. */
export function offersMessage(
  { federation }: Pick<FederationContext, "federation">,
  offers: readonly CareOffer[],
  more: readonly Block[] = [],
): Message {
  return {
    blocks: [
      ...offers.map((one) =>
        paragraph(
          phrase("care-offered", {
            form: formName(one.form),
            day: time(one.saidAt + federation.retentionDays * day, "date", { dated: true }),
          }),
        ),
      ),
      paragraph(phrase("care-offered-how"), "quiet"),
      ...more,
      {
        type: "buttons",
        rows: offers.map((one) => [
          {
            label: phrase("care-offer-button-back", {
              form: isAskedForm(one.form) ? formName(one.form) : shorten(one.form, labelLength),
            }),
            action: { command: "care", word: "mine", options: { offer: one.id } },
            press: "unseen",
          } satisfies Button,
        ]),
      },
    ],
  };
}
