/** A page as Markdown: to be read as it is, and by programs. */
import type { Paper, PaperBlock } from "../chat/drawing.ts";
import { printable } from "./printable.ts";

/** What people wrote stands for itself: nothing of it is read as markup. */
const plain = (text: string): string =>
  printable(text)
    .replace(/[\\`*_{}[\]<>#|~&]/gu, "\\$&")
    .replace(/^([-+]|\d+[.)])(?=\s|$)/u, (start) => `${start.slice(0, -1)}\\${start.slice(-1)}`);

/** The text of a page, with a line break at its end. */
export function paperMarkdown({ title, subtitle, blocks, foot }: Paper<string>): string {
  const parts = [
    `# ${plain(title)}`,
    ...(subtitle === undefined ? [] : [plain(subtitle)]),
    ...blocks.map(markdown),
    "---",
    plain(foot),
  ];
  return `${parts.filter((part) => part !== "").join("\n\n")}\n`;
}

function markdown(block: PaperBlock<string>): string {
  switch (block.type) {
    case "heading":
      return `${block.small === true ? "###" : "##"} ${plain(block.text)}`;
    case "paragraph":
      return block.style === "strong" || block.style === "outcome" ? `**${plain(block.text)}**` : plain(block.text);
    case "waves":
      // What it shows stands below it in words.
      return "";
    case "list":
      return block.items.map((item) => `- ${plain(item)}`).join("\n");
    case "facts":
      return block.facts.map(([name, fact]) => `- **${plain(name)}** ${plain(fact)}`).join("\n");
    case "table":
      return [block.head, block.head.map((_, index) => (index === 0 ? "---" : "---:")), ...block.rows]
        .map((row, index) => `| ${row.map((cell) => (index === 1 ? cell : plain(cell))).join(" | ")} |`)
        .join("\n");
  }
}
