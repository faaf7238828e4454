/** Text with a few marks, written back as the Markdown that is read as the same (domain/markdown.ts). */
import { readMarkdown } from "#domain/markdown.ts";
import type { Inline, Rich } from "#domain/rich-text.ts";

/** How often writing and reading are repeated at most until both say the same. */
const TRIES = 8;

/**
 * Written so that reading and writing it again changes nothing. Where marks stand so close to words that they would be
 * read otherwise, they become the signs they are written with.
 */
export function markdownText(blocks: readonly Rich[]): string {
  let text = written(blocks);
  for (let tries = 0; tries < TRIES; tries++) {
    const again = written(readMarkdown(text));
    if (again === text) return text;
    text = again;
  }
  return text;
}

function written(blocks: readonly Rich[]): string {
  return blocks
    .map((block, n) => blockText(block, marksOf(block, blocks[n - 1])))
    .filter((text) => text !== "")
    .join("\n\n");
}

type Marks = { dot: "-" | "*"; point: "." | ")" };

/** Two lists after each other would be one if they had the same marks. */
function marksOf(block: Rich, before: Rich | undefined): Marks {
  const second = block.kind === "list" && before?.kind === "list";
  return second ? { dot: "*", point: ")" } : { dot: "-", point: "." };
}

function blockText(block: Rich, { dot, point }: Marks): string {
  switch (block.kind) {
    case "rule":
      return "***";
    case "quote":
      return indented(written(block.of), "> ", "> ");
    case "list":
      return block.items
        .map((item, n) => {
          const mark = block.from === null ? `${dot} ` : `${block.from + n}${point} `;
          return indented(written(item), mark, " ".repeat(mark.length));
        })
        .join("\n");
    case "heading":
      return `## ${inlineText(block.of).replaceAll("\n", " ")}`.trimEnd();
    case "paragraph":
      return inlineText(block.of).split("\n").map(lineStart).join("\n").trim();
  }
}

function indented(text: string, first: string, rest: string): string {
  return text
    .split("\n")
    .map((line, n) => `${n === 0 ? first : rest}${line}`.trimEnd())
    .join("\n");
}

function inlineText(inline: readonly Inline[]): string {
  return inline.map(oneInline).join("");
}

function oneInline(it: Inline): string {
  switch (it.kind) {
    case "text":
      return it.text.replace(/[\\*_[\]<&]/g, "\\$&");
    case "break":
      return "\n";
    case "strong":
      return `**${inlineText(it.of)}**`;
    case "emphasis":
      return `*${inlineText(it.of)}*`;
    case "link":
      return linkText(it);
  }
}

/** An address that is its own words stands in angle brackets, which end it. */
function linkText({ to, of }: Extract<Inline, { kind: "link" }>): string {
  const words = of.map((it) => (it.kind === "text" ? it.text : "")).join("");
  if (of.length === 1 && words === to && /^https?:[^\s<>]+$/.test(to)) return `<${to}>`;
  return `[${inlineText(of)}](<${to.replace(/[\\<>&]/g, "\\$&")}>)`;
}

/** What would begin a heading, a list, a quote or a rule only where a line begins. */
function lineStart(line: string): string {
  const text = line.trim();
  if (/^\d{1,9}[.)]/.test(text)) return text.replace(/[.)]/, "\\$&");
  return /^[-+#>=~]/.test(text) ? `\\${text}` : text;
}
