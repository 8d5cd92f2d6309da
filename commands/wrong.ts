/**
 * `/help wrong`: somebody says that a sentence of the bot is wrong, and the stewards hear it, with the ids of the messages that say
 * it. Rules: docs/rules.md, "A sentence that is wrong".
 *
 * Nobody hears who said it. It is only told: nothing of it is kept, but for a steward who is not to be disturbed now.
 */
import { Refused, usage, type JobRunner, type Reply } from "../src/core/command.ts";
import { isFederated, type FederationContext } from "../src/core/context.ts";
import { say, verbatim, type Block, type Button, type Message } from "../src/chat/message.ts";
import { phrase, type Phrase } from "../src/chat/phrase.ts";
import { languageName, optional, required, shorten, text } from "../src/core/options/index.ts";
import type { Sentence } from "../src/core/sentences.ts";
import { longestWrong, wrongJob } from "../src/domain/sentences.ts";

export { wrongJob };

/** What the button says for 'none of these'. */
const none = "none";
/** Between the ids of messages that say the same. */
const between = ",";

const written = ({ language, ids }: Sentence): string => [language, ...ids].join(between);

/** The sentence that a button means: its language, and the ids of its messages. */
function readSentence(value: string | undefined): Pick<Sentence, "language" | "ids"> | undefined {
  if (value === undefined || value === none) return undefined;
  const [language = "", ...ids] = value.split(between);
  return ids.length === 0 ? undefined : { language, ids };
}

export const wrong = usage({
  about: "help-wrong-about",
  level: "anyone",
  where: ["cell", "council", "unbound", "direct"],
  answer: "private",
  fallback: "notice",
  // Whoever finds fault with a sentence may quote what was said to them alone.
  unseen: true,
  options: {
    text: required(text({ max: longestWrong, lines: true }), {
      about: "help-wrong-option-text",
      ask: "help-wrong-ask-text",
      position: 0,
    }),
    sentence: optional(text({ max: 400 }), { about: "help-wrong-about", ask: "help-wrong-which", hidden: true }),
  },
  async run(context, { text: said, sentence }) {
    const stewards = isFederated(context) ? await stewardsOf(context) : [];
    if (stewards.length === 0) {
      const unknown = !isFederated(context) && context.place?.kind === "direct";
      throw new Refused(phrase(unknown ? "help-wrong-stranger" : "help-wrong-nobody"));
    }
    const quoted = sentence === undefined ? context.sentences.quoted(said) : [];
    const [only, ...others] = quoted;
    const sure = only !== undefined && others.length === 0 ? written(only) : sentence;
    const offered = sure === undefined ? likely(quoted, context.sentences.lately()) : [];
    if (offered.length > 0) return [{ to: "person", message: whichOf(said, offered) }];
    const may = context.sentences.mayTell(said);
    if (may === "many") throw new Refused(phrase("help-wrong-many"));
    const found = readSentence(sure);
    const thanked: Reply = { to: "person", message: say(...thanks(found)) };
    if (may === "told") return [thanked];
    return [thanked, ...stewards.map((steward) => tell(steward, said, found))];
  },
});

/** So many are offered, and so many of them for the words that they have in common with what was written. */
const mostOffered = 5;
const mostQuoted = 3;

/** What may be meant: people write words of their own, too, and mean what they have just read. */
function likely(quoted: readonly Sentence[], lately: readonly Sentence[]): readonly Sentence[] {
  const all = [...quoted.slice(0, mostQuoted), ...lately, ...quoted.slice(mostQuoted)];
  return [...new Map(all.map((one) => [one.text, one])).values()].slice(0, mostOffered);
}

const thanks = (found: Pick<Sentence, "language" | "ids"> | undefined): Parameters<typeof say> =>
  found === undefined
    ? ["help-wrong-told"]
    : ["help-wrong-told-of", { ids: [...found.ids], language: languageName(found.language) }];

/** Those who look after the federation and can be written to; who asks is among them, if they are one. */
async function stewardsOf(context: FederationContext): Promise<readonly string[]> {
  const all = await context.alerts.stewards();
  const reached = await Array.fromAsync(all, (id) => context.reaches(id));
  return all.filter((_, index) => reached[index] === true);
}

function whichOf(said: string, offered: readonly Sentence[]): Message {
  const button = (label: Phrase, sentence: string): readonly Button[] => [
    {
      label,
      action: { command: "help", word: "wrong", options: { text: said, sentence }, under: { once: true } },
      press: "unseen",
    },
  ];
  return {
    blocks: [
      { type: "paragraph", content: phrase("help-wrong-which") },
      { type: "list", ordered: true, items: offered.map((one) => verbatim(shorten(one.text, 200))) },
      {
        type: "buttons",
        menu: phrase("help-wrong-which"),
        rows: [
          ...offered.map((one, at) =>
            button(phrase("options-which-line", { number: at + 1, name: shorten(one.text, 34) }), written(one)),
          ),
          button(phrase("help-wrong-none"), none),
        ],
      },
    ],
  };
}

function tell(person: string, said: string, found: Pick<Sentence, "language" | "ids"> | undefined): Reply {
  const of: Block =
    found === undefined
      ? { type: "paragraph", content: phrase("help-wrong-unknown"), style: "quiet" }
      : {
          type: "paragraph",
          content: phrase("help-wrong-where", { ids: [...found.ids], folder: `locales/${found.language}` }),
          style: "quiet",
        };
  const message: Message = {
    blocks: [
      { type: "paragraph", content: phrase("help-wrong-heard") },
      { type: "paragraph", content: verbatim(said), style: "strong" },
      of,
      { type: "paragraph", content: phrase("help-wrong-how"), style: "quiet" },
    ],
  };
  const payload = { person, sentence: found === undefined ? none : [found.language, ...found.ids].join(between) };
  return { to: "direct", person, message, waits: { until: Infinity, kind: wrongJob, payload, keeps: said } };
}

/** A steward's quiet hours are over. */
export const tellLater: JobRunner = async (context, { person = "", sentence, kept = "" }) => {
  const said = await context.keptWords.take(kept);
  const stands = (await context.alerts.stewards()).includes(person);
  return said === undefined || !stands ? [] : [tell(person, said, readSentence(sentence))];
};
