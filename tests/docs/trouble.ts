/** What log and `doctor` can say that is wrong, out of the code: docs/operators.md has to know it. */
import ts from "typescript";

/** A sentence as it stands in the code: its parts between what is filled in. */
export interface Trouble {
  readonly file: string;
  readonly parts: readonly string[];
}

/** Errors whose message ends a start, or a command. */
const startErrors = new Set(["StartError", "MigrationError", "MasterKeyError", "DatabaseHeld", "SealingError"]);

export function troublesIn(file: string, text: string): readonly Trouble[] {
  const source = ts.createSourceFile(file, text, ts.ScriptTarget.Latest, true);
  const found: Trouble[] = [];
  const add = (node: ts.Node | undefined): void => {
    for (const parts of node === undefined ? [] : sentencesIn(node)) found.push({ file, parts });
  };
  const walk = (node: ts.Node): void => {
    if (ts.isCallExpression(node)) {
      const called = /(?:^|[.#])(\w+)$/u.exec(node.expression.getText())?.[1] ?? "";
      const said = node.arguments.at(-1);
      if (said !== undefined && /^(?:warn|error|problem|failed)$/u.test(called) && node.arguments.length > 1) {
        add(ts.isIdentifier(said) ? declared(said) : said);
      }
    } else if (ts.isVariableDeclaration(node) && node.name.getText() === "remedies") {
      for (const one of node.getText().matchAll(/"([A-Z][^"]+)"/gu)) found.push({ file, parts: [one[1] ?? ""] });
    } else if (ts.isNewExpression(node) && ts.isIdentifier(node.expression)) {
      if (startErrors.has(node.expression.text)) add(node.arguments?.[0]);
    } else if (ts.isObjectLiteralExpression(node)) {
      if (valueOf(node, "ok")?.kind === ts.SyntaxKind.FalseKeyword) add(valueOf(node, "said"));
      if (/^"(?:down|refused)"$/u.test(valueOf(node, "state")?.getText() ?? "")) add(valueOf(node, "detail"));
    }
    ts.forEachChild(node, walk);
  };
  walk(source);
  return found;
}

/** What a property is set to; where it stands by its name alone, what that was declared as just before. */
function valueOf(object: ts.ObjectLiteralExpression, name: string): ts.Expression | undefined {
  for (const property of object.properties) {
    if (property.name?.getText() !== name) continue;
    return ts.isPropertyAssignment(property) ? property.initializer : declared(property);
  }
  return undefined;
}

/** What a name was declared as, in the blocks around it. */
function declared(named: ts.Node): ts.Expression | undefined {
  const name = ts.isIdentifier(named) ? named.text : (named as ts.ShorthandPropertyAssignment).name.text;
  for (let block = named.parent; !ts.isSourceFile(block); block = block.parent) {
    if (!ts.isBlock(block)) continue;
    for (const statement of block.statements.filter(ts.isVariableStatement)) {
      const found = statement.declarationList.declarations.find((one) => one.name.getText() === name);
      if (found !== undefined) return found.initializer;
    }
  }
  return undefined;
}

/** The sentences that an expression may come to. */
function sentencesIn(node: ts.Node): readonly (readonly string[])[] {
  if (ts.isStringLiteralLike(node)) return [[node.text]];
  if (ts.isTemplateExpression(node))
    return [[node.head.text, ...node.templateSpans.map(({ literal }) => literal.text)]];
  if (ts.isParenthesizedExpression(node)) return sentencesIn(node.expression);
  if (ts.isConditionalExpression(node)) return [...sentencesIn(node.whenTrue), ...sentencesIn(node.whenFalse)];
  if (ts.isBinaryExpression(node)) {
    const [left, right] = [sentencesIn(node.left), sentencesIn(node.right)];
    if (node.operatorToken.kind !== ts.SyntaxKind.PlusToken) return [...left, ...right];
    return [[...left.flat(), ...right.flat()]];
  }
  return [];
}
