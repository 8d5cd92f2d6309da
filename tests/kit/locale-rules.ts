/**
 * What must hold between the locale files and the code. Each rule returns what it found, so that
 * `tests/unit/locales.test.ts` can run them on this repository and on made-up samples.
 *
 * The rule for ids: an id of a message is written out as a string, in one of the places that
 * `placesOfIds` names. An id that is put together from parts cannot be checked, and is reported.
 */
import { parse, serializeExpression, Visitor } from "@fluent/syntax";
import type { Message, Pattern, SelectExpression, Term } from "@fluent/syntax";
import ts from "typescript";

/** A file, by its path in the repository. */
export interface SourceFile {
  readonly path: string;
  readonly text: string;
}

/** The Fluent files of one language. */
export interface Language {
  readonly language: string;
  readonly files: readonly SourceFile[];
}

export interface Finding {
  readonly rule:
    | "junk"
    | "duplicate"
    | "attribute"
    | "missing"
    | "surplus"
    | "untranslated"
    | "variable"
    | "plural"
    | "unused"
    | "undefined"
    | "built-id"
    | "argument"
    | "sentence";
  readonly where: string;
  readonly what: string;
}

/**
 * Where ids stand in code: the first argument of these functions, the values of this one, and these properties. An `ask`
 * is an id only where an option is described: the `ask` of an adapter's capabilities is a way of asking, without a hyphen.
 */
export const placesOfIds = {
  functions: ["phrase", "say", "refuse"],
  tables: ["messageIds"],
  properties: ["about", "ask"],
};

/** The language that the others are measured by. */
const ORIGINAL = "en";

interface Entry {
  readonly node: Message | Term;
  readonly pattern: Pattern;
  /** As it is written in the file. */
  readonly text: string;
  readonly where: string;
}

// Between languages

/** All rules that look at the locale files alone. `sameWords`: texts that may be the same in two languages ('OK'). */
export function checkLanguages(languages: readonly Language[], sameWords: ReadonlySet<string>): Finding[] {
  const found: Finding[] = [];
  const entries = new Map(languages.map((one) => [one.language, readEntries(one, found)]));
  const original = entries.get(ORIGINAL) ?? new Map<string, Entry>();
  for (const [language, own] of entries) {
    for (const entry of own.values()) found.push(...checkPlurals(entry, language));
    if (language === ORIGINAL) continue;
    for (const [id, { where }] of original) {
      if (!own.has(id)) found.push({ rule: "missing", where, what: `${id} is missing in ${language}` });
    }
    for (const [id, entry] of own) {
      const first = original.get(id);
      if (!first) {
        found.push({ rule: "surplus", where: entry.where, what: `${id} is not in ${ORIGINAL}` });
        continue;
      }
      if (entry.text === first.text && hasWords(entry.pattern) && !sameWords.has(entry.text)) {
        found.push({
          rule: "untranslated",
          where: entry.where,
          what: `${id} is the same as in ${ORIGINAL}: ${entry.text}`,
        });
      } else if (readsAsEnglish(entry.pattern)) {
        found.push({ rule: "untranslated", where: entry.where, what: `${id} reads as English: ${entry.text}` });
      }
      const [variables, firstVariables] = [variablesOf(entry, own), variablesOf(first, original)];
      const report = (name: string, has: string, lacks: string) =>
        found.push({ rule: "variable", where: entry.where, what: `${id} uses $${name} in ${has} and not in ${lacks}` });
      for (const name of without(variables, firstVariables)) report(name, language, ORIGINAL);
      for (const name of without(firstVariables, variables)) report(name, ORIGINAL, language);
    }
  }
  return found;
}

/** The messages and terms of a language by id (a term with its hyphen). What cannot be read is reported. */
function readEntries({ language, files }: Language, found: Finding[]): Map<string, Entry> {
  const entries = new Map<string, Entry>();
  for (const { path, text } of files) {
    for (const node of parse(text, {}).body) {
      if (node.type === "Junk") {
        found.push({ rule: "junk", where: path, what: `not Fluent: ${firstLine(node.content)}` });
      }
      if (node.type !== "Message" && node.type !== "Term") continue;
      const id = node.type === "Term" ? `-${node.id.name}` : node.id.name;
      // One id, one text: attributes would need a second notation for ids in code.
      if (node.attributes.length > 0 || !node.value) {
        found.push({ rule: "attribute", where: path, what: `${id} has attributes; write messages of their own` });
      }
      if (entries.has(id))
        found.push({ rule: "duplicate", where: path, what: `${id} is defined twice in ${language}` });
      if (!node.value) continue;
      const written = text.slice(node.value.span?.start, node.value.span?.end).trim();
      entries.set(id, { node, pattern: node.value, text: written, where: path });
    }
  }
  return entries;
}

/** The variables that a message needs, with those of the messages that it refers to. */
function variablesOf(entry: Entry, entries: ReadonlyMap<string, Entry>, seen = new Set<Entry>()): Set<string> {
  if (seen.has(entry)) return new Set();
  seen.add(entry);
  const variables = new Set<string>();
  visit(entry.node, {
    variable: (name) => variables.add(name),
    message: (id) => {
      const other = entries.get(id);
      if (other) for (const name of variablesOf(other, entries, seen)) variables.add(name);
    },
  });
  return variables;
}

/**
 * A choice by a number has 'other' as its default, and a variant for every category that the language
 * uses for whole numbers up to a thousand: so 'many' is needed in Polish, and not in Spanish, where it begins with a million.
 */
function checkPlurals({ node, where }: Entry, language: string): Finding[] {
  const found: Finding[] = [];
  const id = node.id.name;
  visit(node, {
    select: (expression) => {
      const keys = expression.variants.map(({ key }) => (key.type === "Identifier" ? key.name : key));
      const names = keys.filter((key) => typeof key === "string");
      const numbers = keys.flatMap((key) => (typeof key === "string" ? [] : [Number(key.value)]));
      if (numbers.length === 0 && !names.some((name) => pluralNames.has(name))) return;
      const selector = serializeExpression(expression.selector);
      const standard = expression.variants.find((variant) => variant.default)?.key;
      if (standard?.type !== "Identifier" || standard.name !== "other") {
        found.push({ rule: "plural", where, what: `${id}: the default of ${selector} must be *[other]` });
      }
      for (const [category, examples] of categoriesOf(language)) {
        const covered = names.includes(category) || examples.every((example) => numbers.includes(example));
        if (!covered)
          found.push({ rule: "plural", where, what: `${id}: ${selector} lacks [${category}] in ${language}` });
      }
      const rules = new Set<string>(new Intl.PluralRules(language).resolvedOptions().pluralCategories);
      for (const name of names) {
        if (!rules.has(name)) {
          found.push({
            rule: "plural",
            where,
            what: `${id}: ${selector} has [${name}], which ${language} does not know`,
          });
        }
      }
    },
  });
  return found;
}

const pluralNames = new Set(["zero", "one", "two", "few", "many"]);

/** The categories other than 'other' that whole numbers up to a thousand fall into, each with those numbers. */
function categoriesOf(language: string): Map<string, number[]> {
  const rules = new Intl.PluralRules(language);
  const categories = new Map<string, number[]>();
  for (let number = 0; number <= 1000; number++) {
    const category = rules.select(number);
    if (category !== "other") categories.set(category, [...(categories.get(category) ?? []), number]);
  }
  return categories;
}

/** Whether there is anything to translate besides placeables and signs. */
function hasWords(pattern: Pattern): boolean {
  let words = false;
  visit(pattern, { text: (text) => (words ||= /\p{L}/u.test(text)) });
  return words;
}

/** Small words of English that are words of few other languages. */
const englishWords = new Set(
  "the and you your with this that what which when who they their there have been will from not is are was it its of".split(
    " ",
  ),
);

/** Whether at least two different small words of English stand in it: it was translated in part, or changed since. */
function readsAsEnglish(pattern: Pattern): boolean {
  const words = new Set<string>();
  visit(pattern, {
    text: (text) => {
      for (const word of text.toLowerCase().split(/[^\p{L}']+/u)) if (englishWords.has(word)) words.add(word);
    },
  });
  return words.size >= 2;
}

interface Watcher {
  variable?(name: string): void;
  message?(id: string): void;
  select?(expression: SelectExpression): void;
  text?(text: string): void;
}

/** Walks through a part of a Fluent file. */
function visit(node: Message | Term | Pattern, watcher: Watcher): void {
  class Walk extends Visitor {
    override visitVariableReference(reference: { id: { name: string } }): void {
      watcher.variable?.(reference.id.name);
    }
    override visitMessageReference(reference: { id: { name: string } }): void {
      watcher.message?.(reference.id.name);
    }
    override visitTermReference(reference: { id: { name: string } }): void {
      watcher.message?.(`-${reference.id.name}`);
    }
    override visitSelectExpression(expression: SelectExpression): void {
      watcher.select?.(expression);
      this.genericVisit(expression);
    }
    override visitTextElement(element: { value: string }): void {
      watcher.text?.(element.value);
    }
  }
  new Walk().visit(node);
}

// Between languages and code

/** Messages that no code uses, ids in code that no message has, ids put together, and arguments that do not fit. */
export function checkUse(languages: readonly Language[], code: readonly SourceFile[]): Finding[] {
  const original = languages.find(({ language }) => language === ORIGINAL);
  const entries = original ? readEntries(original, []) : new Map<string, Entry>();
  const found: Finding[] = [];
  const used = new Set<string>();
  for (const { node } of entries.values()) visit(node, { message: (id) => used.add(id) });

  for (const file of code) {
    const source = parseCode(file);
    walk(source, (node) => {
      if (ts.isStringLiteralLike(node)) used.add(node.text);
      for (const { id, args } of idsAt(node)) {
        const where = place(source, file.path, id);
        if (!ts.isStringLiteralLike(id)) {
          found.push({ rule: "built-id", where, what: `write the id out: ${firstLine(id.getText(source))}` });
          continue;
        }
        const entry = entries.get(id.text);
        if (!entry) found.push({ rule: "undefined", where, what: `there is no message ${id.text}` });
        else if (args) found.push(...checkArguments(id.text, args, variablesOf(entry, entries), where));
      }
    });
  }
  for (const [id, { where }] of entries) {
    if (!used.has(id)) found.push({ rule: "unused", where, what: `nothing uses ${id}` });
  }
  return found;
}

interface IdInCode {
  /** The expression for the id: a string, or something put together. */
  readonly id: ts.Expression;
  /** The names of the arguments, where they are all written beside it. */
  readonly args?: ReadonlySet<string>;
}

/** The ids that stand at this node, in one of the places of ids. */
function idsAt(node: ts.Node): IdInCode[] {
  if (ts.isCallExpression(node)) {
    const name = calledName(node);
    const [first, second] = node.arguments;
    if (first && placesOfIds.functions.includes(name)) {
      const args = namesOf(second);
      return branches(first).map((id) => (args ? { id, args } : { id }));
    }
    if (first && placesOfIds.tables.includes(name) && ts.isObjectLiteralExpression(first)) {
      return first.properties
        .flatMap((one) => (ts.isPropertyAssignment(one) ? branches(one.initializer) : []))
        .map((id) => ({ id }));
    }
  }
  if (ts.isPropertyAssignment(node) && ts.isIdentifier(node.name) && placesOfIds.properties.includes(node.name.text)) {
    if (isCapability(node)) return [];
    return branches(node.initializer).map((id) => ({ id }));
  }
  // A phrase without the function: { id: "...", args: ... }
  if (ts.isObjectLiteralExpression(node)) {
    const fields = node.properties.filter(ts.isPropertyAssignment);
    const id = fields.find((field) => field.name.getText() === "id")?.initializer;
    const args = fields.find((field) => field.name.getText() === "args")?.initializer;
    const names = namesOf(args);
    if (id && args && names) return branches(id).map((one) => ({ id: one, args: names }));
  }
  return [];
}

/** The `ask` of capabilities, which stands beside `prefixes` and `budget`, and not beside `about`; and a word of a language. */
function isCapability({ name, parent }: ts.PropertyAssignment): boolean {
  return (
    name.getText() === "ask" &&
    (parent.properties.some((one) => one.name !== undefined && one.name.getText() === "budget") ||
      (ts.isPropertyAssignment(parent.parent) && parent.parent.name.getText() === "words"))
  );
}

/** Both sides of `a ? b : c`. Variables and calls are not followed: their strings are checked where they are written. */
function branches(expression: ts.Expression): ts.Expression[] {
  if (ts.isParenthesizedExpression(expression)) return branches(expression.expression);
  if (ts.isConditionalExpression(expression))
    return [...branches(expression.whenTrue), ...branches(expression.whenFalse)];
  if (ts.isStringLiteralLike(expression)) return [expression];
  const built = ts.isTemplateExpression(expression) || ts.isBinaryExpression(expression);
  return built ? [expression] : [];
}

/** The names in `{ a, b: 1 }`; nothing where a spread or a variable hides some. No second argument is no names. */
function namesOf(expression: ts.Expression | undefined): ReadonlySet<string> | undefined {
  if (!expression) return new Set();
  if (!ts.isObjectLiteralExpression(expression)) return undefined;
  const names = new Set<string>();
  for (const property of expression.properties) {
    if (ts.isSpreadAssignment(property) || !property.name || ts.isComputedPropertyName(property.name)) return undefined;
    names.add(property.name.text);
  }
  return names;
}

function checkArguments(id: string, given: ReadonlySet<string>, needed: ReadonlySet<string>, where: string): Finding[] {
  const findings: Finding[] = [];
  for (const name of without(needed, given)) findings.push({ rule: "argument", where, what: `${id} needs $${name}` });
  for (const name of without(given, needed))
    findings.push({ rule: "argument", where, what: `${id} has no use for $${name}` });
  return findings;
}

/** What is in `a` and not in `b`. */
function without(a: ReadonlySet<string>, b: ReadonlySet<string>): string[] {
  return [...a].filter((one) => !b.has(one));
}

// Sentences in code

/** Files that speak to who runs the bot or writes a scenario, not to people in chats. */
export const forOperators = [
  /^src\/(config|main)\.ts$/,
  /^src\/cli\//,
  /^src\/rehearsal\//,
  /^src\/operations\//,
  /^src\/store\/(master-key|schema-engine|inspection)\.ts$/,
  // What is said of variables of the environment.
  /^adapters\/\w+\/platform\.ts$/,
  // What `npm run steward -- doctor` finds.
  /^(src\/chat|adapters\/\w+)\/check\.ts$/,
  /^scripts\//,
  /(^|\/)generated\//,
];

/**
 * Strings in code that look like a sentence for people: at least two words beside each other. Not looked at: errors that are
 * thrown for developers, calls of loggers, SQL, zod's messages, media types, the names of types and modules, the `detail` of an
 * adapter's status or failure (src/chat/adapter.ts: for the operator, in the platform's own words), and files for operators. Anything else that is right as it is bears `// not for people: REASON` on its line, or in a comment
 * before it or before the declaration that it is part of.
 */
export function checkSentences(code: readonly SourceFile[]): Finding[] {
  const found: Finding[] = [];
  for (const file of code) {
    if (forOperators.some((pattern) => pattern.test(file.path))) continue;
    const source = parseCode(file);
    const lines = file.text.split("\n");
    walk(source, (node) => {
      const text = textOf(node);
      if (text === undefined || !twoWords.test(text) || notWords.test(text) || sql.test(text)) return;
      const { line } = source.getLineAndCharacterOfPosition(node.getStart(source));
      if (isExempt(node) || notForPeople.test(lines[line] ?? "") || isDeclared(node)) return;
      found.push({ rule: "sentence", where: `${file.path}:${line + 1}`, what: firstLine(text) });
    });
  }
  return found;
}

/** Words of two letters or more, since 'a b' is rarely one. The sign between may be what a template puts in. */
const twoWords = /\p{L}[\p{L}'’]+[,:;.!?]? +(?:\S+ +)?\p{L}[\p{L}'’]+/u;

/** A media type; or capitals only, as in keywords of SQL and names of variables. */
const notWords = /^(?:[\w.+-]+\/[\w.+-]+(?:; ?[\w-]+=\S+)*|[^\p{Ll}]*)$/u;

const notForPeople = /not for people: \S/;

const sql =
  /^\s*(?:select|insert into|insert or|update|delete from|create (?:unique )?(?:table|index|role|database|schema)|alter|drop|truncate|pragma|begin|commit|rollback|savepoint|release|set |with |vacuum|attach|lock table)\b/i;

/** The text of a string; a template's with `{}` for what is put in. Pieces of templates count with the whole. */
function textOf(node: ts.Node): string | undefined {
  if (ts.isStringLiteralLike(node)) return node.text;
  if (!ts.isTemplateExpression(node)) return undefined;
  return node.head.text + node.templateSpans.map((span) => `{}${span.literal.text}`).join("");
}

const loggers = new Set(["log", "logger", "console"]);
/** What hands an error and a sentence to the log. */
const logHelpers = new Set(["problem"]);
/** What takes a reason for developers: src/store/of-persons.ts. */
const reasons = new Set(["nothing"]);
const logMethods = new Set(["trace", "debug", "info", "warn", "error", "fatal", "log"]);
const sqlCalls = /^\$?(?:queryRaw|executeRaw|raw|sql|exec|prepare|query|execute)/i;

/** Whether a string stands where only developers, operators, databases or the compiler read it. */
function isExempt(node: ts.Node): boolean {
  for (let child = node, parent = node.parent; parent; child = parent, parent = parent.parent) {
    if (ts.isImportDeclaration(parent) || ts.isExportDeclaration(parent) || ts.isLiteralTypeNode(parent)) return true;
    if (isDetail(parent) && child !== parent.name) return true;
    if (ts.isTaggedTemplateExpression(parent) && sqlCalls.test(lastName(parent.tag))) return true;
    if (ts.isNewExpression(parent) && /Error$/.test(parent.expression.getText())) return true;
    if (ts.isCallExpression(parent) && child !== parent.expression) {
      const name = calledName(parent);
      const owner = ts.isPropertyAccessExpression(parent.expression) ? lastName(parent.expression.expression) : "";
      if (name === "super" || /Error$/.test(name) || sqlCalls.test(name)) return true;
      if (reasons.has(name)) return true;
      if (logHelpers.has(name) || (logMethods.has(name) && loggers.has(owner))) return true;
      if (rootName(parent.expression) === "z") return true;
    }
    // A function inside an argument is code of its own again.
    if (ts.isFunctionLike(parent) || ts.isSourceFile(parent)) return false;
  }
  return false;
}

/** `detail: ...` or `const detail = ...`. */
function isDetail(node: ts.Node): node is ts.PropertyAssignment | ts.VariableDeclaration {
  return (ts.isPropertyAssignment(node) || ts.isVariableDeclaration(node)) && node.name.getText() === "detail";
}

/** Whether a comment before the string, or before the declaration around it, says that it is not for people. */
function isDeclared(node: ts.Node): boolean {
  for (
    let part = node;
    part && !ts.isFunctionLike(part) && !ts.isBlock(part) && !ts.isSourceFile(part);
    part = part.parent
  ) {
    const text = part.getSourceFile().text.slice(part.getFullStart(), part.getStart());
    if (notForPeople.test(text)) return true;
  }
  return false;
}

function calledName(call: ts.CallExpression): string {
  return call.expression.kind === ts.SyntaxKind.SuperKeyword ? "super" : lastName(call.expression);
}

/** `b` of `a.b`, `this.#b` and `b`, and of `b<T>`. */
function lastName(expression: ts.Expression): string {
  if (ts.isPropertyAccessExpression(expression)) return expression.name.text.replace(/^#/, "");
  if (ts.isCallExpression(expression)) return lastName(expression.expression);
  return ts.isIdentifier(expression) ? expression.text : "";
}

/** `z` of `z.string().min(1, "...")`. */
function rootName(expression: ts.Expression): string {
  if (ts.isPropertyAccessExpression(expression) || ts.isCallExpression(expression))
    return rootName(expression.expression);
  return ts.isIdentifier(expression) ? expression.text : "";
}

function parseCode({ path, text }: SourceFile): ts.SourceFile {
  return ts.createSourceFile(path, text, ts.ScriptTarget.Latest, true);
}

function walk(node: ts.Node, look: (node: ts.Node) => void): void {
  look(node);
  ts.forEachChild(node, (child) => walk(child, look));
}

function place(source: ts.SourceFile, path: string, node: ts.Node): string {
  return `${path}:${source.getLineAndCharacterOfPosition(node.getStart(source)).line + 1}`;
}

function firstLine(text: string): string {
  return text.trim().split("\n")[0]?.slice(0, 100) ?? "";
}
