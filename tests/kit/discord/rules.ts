/**
 * Discord's rules for what a bot sends: commands, messages, components, forms. Each breach is a line, as in the
 * `errors` of error 50035. Source: discord.com/developers/docs ("Application Commands", "Message", "Component Reference").
 */
import type { Json } from "./world.ts";

type Report = (where: string, why: string) => void;

const isObject = (value: unknown): value is Json =>
  typeof value === "object" && value !== null && !Array.isArray(value);
const listOf = (value: unknown): readonly unknown[] => (Array.isArray(value) ? (value as readonly unknown[]) : []);
const objectsIn = (value: unknown): readonly Json[] => listOf(value).filter(isObject);
const textOf = (value: unknown): string => (typeof value === "string" ? value : "");

/** Discord's locales ("Locales" in its reference). */
export const locales = new Set(
  "id da de en-GB en-US es-ES es-419 fr hr it lt hu nl no pl pt-BR ro fi sv-SE vi tr cs el bg ru uk hi th zh-CN ja zh-TW ko".split(
    " ",
  ),
);

const commandName = /^[-_'\p{L}\p{N}\p{sc=Deva}\p{sc=Thai}]{1,32}$/u;
const mostCommands = 100;
const mostOptions = 25;
const mostChoices = 25;
/** Name, description and values of a command and all below it; of localisations the longest counts. */
const mostText = 8_000;

/** What is wrong with a set of commands given to the bulk PUT. */
export function commandProblems(body: unknown): string[] {
  const problems: string[] = [];
  if (!Array.isArray(body)) return ["body: must be a list"];
  const commands = objectsIn(body);
  if (commands.length > mostCommands) problems.push(`commands: ${commands.length}, at most ${mostCommands}`);
  const names = commands.map(({ name }) => textOf(name));
  if (new Set(names).size !== names.length) problems.push("APPLICATION_COMMANDS_DUPLICATE_NAME");
  for (const command of commands) {
    const where = `/${textOf(command["name"])}`;
    const report: Report = (at, why) => problems.push(`${at}: ${why}`);
    if (command["type"] !== undefined && command["type"] !== 1) continue;
    named(command, where, report);
    options(command["options"], where, 0, report);
    const size = textSize(command);
    if (size > mostText) report(where, `${size} characters in all, at most ${mostText}`);
    for (const context of listOf(command["contexts"])) {
      if (![0, 1, 2].includes(Number(context))) report(where, "unknown context");
    }
  }
  return problems;
}

function named(of: Json, where: string, report: Report): void {
  const name = textOf(of["name"]);
  if (!commandName.test(name)) report(where, "name does not match the pattern");
  if (name !== name.toLowerCase()) report(where, "name must be lower case");
  described(textOf(of["description"]), `${where} description`, report);
  for (const [locale, text] of Object.entries(isObject(of["name_localizations"]) ? of["name_localizations"] : {})) {
    if (!locales.has(locale)) report(where, `unknown locale ${locale}`);
    if (!commandName.test(textOf(text)) || textOf(text) !== textOf(text).toLowerCase())
      report(where, `name in ${locale}`);
  }
  const localised = isObject(of["description_localizations"]) ? of["description_localizations"] : {};
  for (const [locale, text] of Object.entries(localised)) {
    if (!locales.has(locale)) report(where, `unknown locale ${locale}`);
    described(textOf(text), `${where} description in ${locale}`, report);
  }
}

function described(text: string, where: string, report: Report): void {
  if (text.trim().length < 1 || text.length > 100) report(where, `${text.length} characters, 1 to 100`);
}

/** Depth 0: of the command, 1: of a subcommand or group, 2: of a subcommand in a group. */
function options(value: unknown, where: string, depth: number, report: Report): void {
  const all = objectsIn(value);
  if (all.length > mostOptions) report(where, `${all.length} options, at most ${mostOptions}`);
  const names = all.map(({ name }) => textOf(name));
  if (new Set(names).size !== names.length) report(where, "option names must be unique");
  const nested = all.filter(({ type }) => type === 1 || type === 2);
  if (nested.length > 0 && nested.length < all.length) report(where, "subcommands and options do not mix");
  let optionalSeen = false;
  for (const option of all) {
    const at = `${where} ${textOf(option["name"])}`;
    named(option, at, report);
    const type = Number(option["type"]);
    if (type === 1 || type === 2) {
      if (depth > (type === 2 ? 0 : 1)) report(at, "nested too deeply");
      options(option["options"], at, depth + 1, report);
      continue;
    }
    if (type < 1 || type > 11 || !Number.isInteger(type)) report(at, "unknown type");
    if (option["required"] === true && optionalSeen) report(at, "required options come first");
    if (option["required"] !== true) optionalSeen = true;
    const choices = objectsIn(option["choices"]);
    if (choices.length > mostChoices) report(at, `${choices.length} choices, at most ${mostChoices}`);
    if (choices.length > 0 && ![3, 4, 10].includes(type)) report(at, "choices need a string or number");
    if (option["autocomplete"] === true) {
      if (choices.length > 0) report(at, "choices and autocomplete exclude each other");
      if (![3, 4, 10].includes(type)) report(at, "autocomplete needs a string or number");
    }
    for (const choice of choices) choiceProblems(choice, type, at, report);
    for (const key of ["min_value", "max_value"]) {
      const bound = option[key];
      if (bound === undefined) continue;
      if (type !== 4 && type !== 10) report(at, `${key} needs a number`);
      if (!Number.isSafeInteger(bound) && type === 4) report(at, `${key} out of range`);
    }
    for (const key of ["min_length", "max_length"]) {
      const bound = option[key];
      if (bound !== undefined && (type !== 3 || Number(bound) > 6_000)) report(at, `${key} out of range`);
    }
  }
}

function choiceProblems(choice: Json, type: number, at: string, report: Report): void {
  const name = textOf(choice["name"]);
  if (name.length < 1 || name.length > 100) report(at, "choice name: 1 to 100 characters");
  const value = choice["value"];
  if (type === 3 && (typeof value !== "string" || value.length < 1 || value.length > 100)) {
    report(at, "choice value: 1 to 100 characters");
  }
  if (type !== 3 && typeof value !== "number") report(at, "choice value: a number");
}

function textSize(of: Json): number {
  const longest = (base: unknown, localised: unknown): number =>
    Math.max(
      textOf(base).length,
      ...Object.values(isObject(localised) ? localised : {}).map((text) => textOf(text).length),
    );
  const own =
    longest(of["name"], of["name_localizations"]) + longest(of["description"], of["description_localizations"]);
  const choices = objectsIn(of["choices"]).reduce(
    (sum, choice) => sum + longest(choice["name"], choice["name_localizations"]) + String(choice["value"]).length,
    0,
  );
  return objectsIn(of["options"]).reduce((sum, option) => sum + textSize(option), own + choices);
}

const userId = /^\d{17,20}$/;
const componentsV2 = 1 << 15;

/** What is wrong with a message. `files` are the parts that came with it. */
export function messageProblems(body: Json, files: number, { edit = false } = {}): string[] {
  const problems: string[] = [];
  const report: Report = (where, why) => problems.push(`${where}: ${why}`);
  const content = textOf(body["content"]);
  if (body["content"] !== undefined && body["content"] !== null && typeof body["content"] !== "string") {
    report("content", "must be a string");
  }
  if (content.length > 2_000) report("content", `${content.length} characters, at most 2000`);
  const embeds = objectsIn(body["embeds"]);
  if (embeds.length > 10) report("embeds", "at most 10");
  const size = embeds.reduce((sum, embed) => sum + embedSize(embed), 0);
  if (size > 6_000) report("embeds", `${size} characters, at most 6000`);
  for (const embed of embeds)
    if (textOf(embed["description"]).length > 4_096) report("embeds", "description: at most 4096");
  const rows = objectsIn(body["components"]);
  if ((Number(body["flags"] ?? 0) & componentsV2) !== 0) {
    if (content !== "" || embeds.length > 0) report("content", "not with components v2");
  } else rowsOf(rows, report);
  if (!edit && content.trim() === "" && embeds.length === 0 && rows.length === 0 && files === 0) {
    report("message", "cannot be empty (50006)");
  }
  const mentions = body["allowed_mentions"];
  if (!isObject(mentions)) report("allowed_mentions", "missing: everybody named in the text would be pinged");
  else {
    for (const kind of listOf(mentions["parse"])) {
      if (!["roles", "users", "everyone"].includes(String(kind))) report("allowed_mentions", "unknown kind");
    }
    const users = listOf(mentions["users"]);
    if (users.length > 100) report("allowed_mentions", "at most 100 users");
    if (users.some((id) => !userId.test(String(id)))) report("allowed_mentions", "not a user id");
    if (users.length > 0 && listOf(mentions["parse"]).includes("users"))
      report("allowed_mentions", "users named twice");
  }
  const nonce = body["nonce"];
  if (nonce !== undefined && String(nonce).length > 25) report("nonce", "at most 25 characters");
  if (body["enforce_nonce"] === true && nonce === undefined) report("nonce", "missing with enforce_nonce");
  if (files > 10) report("files", "at most 10");
  return problems;
}

const embedSize = (embed: Json): number =>
  textOf(embed["title"]).length +
  textOf(embed["description"]).length +
  (isObject(embed["footer"]) ? textOf(embed["footer"]["text"]).length : 0) +
  (isObject(embed["author"]) ? textOf(embed["author"]["name"]).length : 0) +
  objectsIn(embed["fields"]).reduce(
    (sum, field) => sum + textOf(field["name"]).length + textOf(field["value"]).length,
    0,
  );

function rowsOf(rows: readonly Json[], report: Report): void {
  if (rows.length > 5) report("components", `${rows.length} rows, at most 5`);
  const ids: string[] = [];
  for (const row of rows) {
    if (row["type"] !== 1) {
      report("components", "only rows at the top");
      continue;
    }
    const inside = objectsIn(row["components"]);
    if (inside.length < 1 || inside.length > 5) report("components", `${inside.length} in a row, 1 to 5`);
    for (const component of inside) {
      if (component["type"] === 2) buttonProblems(component, ids, report);
      else if (component["type"] === 3) {
        const choices = objectsIn(component["options"]);
        if (inside.length > 1) report("components", "a select fills its row");
        if (choices.length < 1 || choices.length > 25) report("components", "a select has 1 to 25 choices");
        for (const one of choices) {
          for (const key of ["label", "value"]) {
            const { length } = textOf(one[key]);
            if (length < 1 || length > 100) report("select", `${key} of ${length}, 1 to 100`);
          }
        }
        if (new Set(choices.map(({ value }) => value)).size !== choices.length)
          report("select", "two options have the same value");
        if (textOf(component["placeholder"]).length > 150) report("select", "placeholder: at most 150");
        const id = textOf(component["custom_id"]);
        if (id.length < 1 || id.length > 100) report("select", `custom_id of ${id.length}, 1 to 100`);
        ids.push(id);
      } else report("components", "unknown kind");
    }
  }
  if (new Set(ids).size !== ids.length)
    report("components", "custom_id is not unique (COMPONENT_CUSTOM_ID_DUPLICATED)");
}

function buttonProblems(button: Json, ids: string[], report: Report): void {
  const style = Number(button["style"]);
  const label = textOf(button["label"]);
  if (label.length > 80) report("button", `label of ${label.length}, at most 80`);
  if (label.trim() === "" && button["emoji"] === undefined) report("button", "needs a label or an emoji");
  if (style === 5) {
    if (!/^https?:\/\/|^discord:\/\//.test(textOf(button["url"]))) report("button", "a link needs an address");
    if (textOf(button["url"]).length > 512) report("button", "address too long");
    if (button["custom_id"] !== undefined) report("button", "a link has no custom_id");
    return;
  }
  const id = textOf(button["custom_id"]);
  if (style < 1 || style > 4) report("button", "unknown style");
  if (id.length < 1 || id.length > 100) report("button", `custom_id of ${id.length}, 1 to 100`);
  ids.push(id);
}

/** The text inputs of a form, in rows (the older way) or labels. */
export const inputsOf = (modal: Json): readonly Json[] =>
  objectsIn(modal["components"]).flatMap((component) =>
    component["type"] === 18
      ? isObject(component["component"])
        ? [component["component"]]
        : []
      : objectsIn(component["components"]),
  );

/** What is wrong with a form. */
export function modalProblems(modal: Json): string[] {
  const problems: string[] = [];
  const report: Report = (where, why) => problems.push(`${where}: ${why}`);
  const title = textOf(modal["title"]);
  if (title.length < 1 || title.length > 45) report("title", `${title.length} characters, 1 to 45`);
  const id = textOf(modal["custom_id"]);
  if (id.length < 1 || id.length > 100) report("custom_id", "1 to 100 characters");
  const components = objectsIn(modal["components"]);
  if (components.length < 1 || components.length > 5) report("components", "1 to 5");
  for (const component of components) {
    if (component["type"] === 18) {
      const label = textOf(component["label"]);
      if (label.length < 1 || label.length > 45) report("label", `${label.length} characters, 1 to 45`);
      if (textOf(component["description"]).length > 100) report("label", "description: at most 100");
    } else if (component["type"] !== 1) report("components", "labels or rows");
  }
  for (const input of inputsOf(modal)) {
    if (input["type"] !== 4) report("input", "unknown kind");
    if (textOf(input["placeholder"]).length > 100) report("input", "placeholder: at most 100");
    if (Number(input["max_length"] ?? 4000) > 4_000) report("input", "max_length: at most 4000");
    if (textOf(input["custom_id"]).length < 1) report("input", "custom_id: missing");
  }
  return problems;
}

/** What is wrong with an answer to an autocomplete. */
export function completionProblems(data: Json): string[] {
  const problems: string[] = [];
  const choices = objectsIn(data["choices"]);
  if (!Array.isArray(data["choices"])) problems.push("choices: missing");
  if (choices.length > mostChoices) problems.push(`choices: ${choices.length}, at most ${mostChoices}`);
  for (const choice of choices) choiceProblems(choice, 3, "choices", (where, why) => problems.push(`${where}: ${why}`));
  return problems;
}
