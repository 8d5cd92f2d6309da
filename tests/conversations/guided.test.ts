/** Every command that asks for what it needs is walked to its end by taps alone; only a text of one's own is written. */
import { expect } from "vitest";
import { commands } from "../../commands/index.ts";
import type { AnyUsage, Option } from "../../src/core/command.ts";
import { phrase } from "../../src/chat/phrase.ts";
import { Texts } from "../../src/core/text.ts";
import { conversation, newestCode, only } from "../kit/conversation.ts";
import type { Shown, StagePerson } from "../kit/stage.ts";

const texts = Texts.load(new URL("../../locales", import.meta.url).pathname);

interface Guided {
  readonly line: string;
  readonly usage: AnyUsage;
  readonly options: readonly Option<unknown>[];
}

/** From the list of commands: what asks for something when it is typed bare. */
const guided: readonly Guided[] = commands
  .flatMap((command) => [
    ...(command.bare === undefined ? [] : [{ line: `/${command.name}`, usage: command.bare }]),
    ...Object.entries(command.words ?? {}).map(([word, usage]) => ({ line: `/${command.name} ${word}`, usage })),
  ])
  .map(({ line, usage }) => ({
    line,
    usage,
    options: Object.values((usage.options ?? {}) as Readonly<Record<string, Option<unknown>>>),
  }))
  .filter(({ options }) => options.some((option) => option.required || option.guided === true))
  // What changes the language of who walks, and what makes cells of chats that are cells already, comes last.
  .sort(
    (a, b) =>
      Number(/language|settings|join|setup/u.test(a.line)) - Number(/language|settings|join|setup/u.test(b.line)),
  );

/** Longer is no guidance. */
const mostQuestions = 8;

/** What is asked in a message: its words, and the labels of its buttons. */
function asked({ rendered }: Shown): { readonly words: string; readonly buttons: readonly string[] } {
  const words = rendered.blocks.flatMap((block) =>
    block.type === "ask"
      ? [block.label]
      : block.type === "paragraph"
        ? [block.content.map((one) => ("text" in one ? one.text : "")).join("")]
        : [],
  );
  const buttons = rendered.blocks.flatMap((block) => (block.type === "buttons" ? block.rows.flat() : []));
  return { words: words.join("\n"), buttons: buttons.map(({ label }) => label) };
}

const isAbout = (words: string, { ask }: Option<unknown>): boolean =>
  texts.languages.some((language) => words.includes(texts.plain(language, phrase(ask), { zone: "UTC", now: 0 })));

/** Whether it asks which thing is meant: nothing waits for an answer in words, and each button goes on. */
function asksWhich(shown: Shown, options: readonly Option<unknown>[]): boolean {
  const { words, buttons } = asked(shown);
  return buttons.length > 0 && options.some((option) => isAbout(words, option));
}

/** Walks one command to where nothing is asked any more. */
async function walk(person: StagePerson, { line, options }: Guided): Promise<void> {
  const seen = new Set<string>();
  let shown = await person.says(line);
  for (;;) {
    const question = shown.findLast((one) => one.rendered.question !== undefined || asksWhich(one, options));
    if (question === undefined) break;
    const { words, buttons } = asked(question);
    expect(seen, `${line} asks once more: ${words}`).not.toContain(words);
    seen.add(words);
    expect(seen.size, `${line} asks on and on`).toBeLessThan(mostQuestions);
    const [first] = buttons;
    if (first !== undefined) {
      shown = await person.presses(first);
      continue;
    }
    const option = options.find((one) => isAbout(words, one));
    const why = `${line} asks for what has to be typed; only free words may: give the option's type choices. ${words}`;
    expect(option?.type.kind, why).toBe("text");
    shown = await person.answers("Night shift");
  }
  expect(shown.length, `${line} ends with a word`).toBeGreaterThan(0);
}

const asTaps = only("what is asked is the same everywhere, and buttons of a chat are tapped here", "telegram");

for (const language of texts.languages) {
  conversation(`every guided command is walked to its end by taps (${language})`, asTaps, async ({ cell, stage }) => {
    const { zoe, ana, chat } = await cell("Depot 5", { sector: "transport", language });
    await cell("Depot 6", { sector: "health", language });
    await zoe.says("/council new Valley cells:all");
    const council = stage.chat("council", "telegram");
    const there = council.person("Zoe").administrates();
    await there.says(`/council join ${newestCode(stage)}`);
    await ana.says("/help");
    await zoe.starts();
    await zoe.says("/role new Keys every:2w day:friday time:18:00");
    await ana.says("/role join Keys");
    await zoe.says('/action plan Gate from:"saturday 10:00" to:14:00');
    const empty = stage.chat("empty", "telegram").person("Zoe").administrates();
    expect(guided.length).toBeGreaterThan(25);
    for (const one of guided) {
      const { where } = one.usage;
      const person = where.includes("cell") ? chat.person("Zoe") : where.includes("council") ? there : empty;
      await walk(person, one);
      await person.says("/cancel");
    }
    expect(stage.problems).toEqual([]);
  });
}

conversation("in Spanish a menu and its words are Spanish", async ({ cell, stage, platform }) => {
  const { zoe, ana } = await cell("Cochera 5", { sector: "transporte" });
  await zoe.says("/cell settings language es");
  for (const one of [zoe, ana]) {
    await one.says("/ayuda");
    await one.writes("/ayuda");
  }
  await zoe.says("/vote open ¿Paramos?");
  await ana.writes("/vote sí").isTold(/Tu voto está dentro|Has votado/);
  await ana.writes("/vote quizás").isTold(/no conoce eso|^Hola/);
  if (platform === "discord") await ana.presses("Me abstengo").isTold(/Te has abstenido/);
  else await ana.presses("me abstengo").isTold(/Te has abstenido/);
  await ana.writes("/vote no").isTold(/Tu voto está dentro|Has votado/);
  await zoe.says('/drive new ¿Firmamos? goal:3 deadline:"en 7 días"');
  await ana.writes("/pledge hola").isTold(/Puede ser dentro, si, retirar o hecho/);
  expect(stage.problems).toEqual([]);
});
