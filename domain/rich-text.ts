/** Text with a few marks, as somebody wrote it for a mail: a tree of our own, of which nothing can be but what is below. */
import { escaped } from "#domain/html.ts";

export type Inline =
  | { kind: "text"; text: string }
  | { kind: "strong" | "emphasis"; of: readonly Inline[] }
  | { kind: "link"; to: string; of: readonly Inline[] }
  | { kind: "break" };

export type Rich =
  | { kind: "paragraph" | "heading"; of: readonly Inline[] }
  | { kind: "quote"; of: readonly Rich[] }
  /** `from` is the first number; null for dots. */
  | { kind: "list"; from: number | null; items: readonly (readonly Rich[])[] }
  | { kind: "rule" };

/** A text as it was typed, with its paragraphs and lines and no other mark. */
export function typedText(text: string): Rich[] {
  return text.split(/\n{2,}/).map((paragraph) => ({
    kind: "paragraph",
    of: paragraph
      .split("\n")
      .flatMap((line, n): Inline[] => [
        ...(n > 0 ? [{ kind: "break" } as const] : []),
        { kind: "text", text: line },
      ]),
  }));
}

/** What a mail's text may lead to. Anything else, such as a script, stays words. */
export function isLinkable(address: string): boolean {
  if (!URL.canParse(address)) return false;
  return ["http:", "https:", "mailto:"].includes(new URL(address).protocol);
}

/** As plain text: a link says where it leads, unless its words do. */
export function richText(blocks: readonly Rich[]): string {
  return blocks.map(blockText).join("\n\n");
}

function blockText(block: Rich): string {
  switch (block.kind) {
    case "rule":
      return "* * *";
    case "quote":
      return indented(richText(block.of), "> ", "> ");
    case "list":
      return block.items
        .map((item, n) => {
          const mark = block.from === null ? "- " : `${block.from + n}. `;
          return indented(item.map(blockText).join("\n"), mark, " ".repeat(mark.length));
        })
        .join("\n");
    default:
      return inlineText(block.of);
  }
}

function indented(text: string, first: string, rest: string): string {
  return text
    .split("\n")
    .map((line, n) => `${n === 0 ? first : rest}${line}`.trimEnd())
    .join("\n");
}

/** The words alone, with where links lead. */
export function inlineText(inline: readonly Inline[]): string {
  return inline
    .map((it) => {
      if (it.kind === "text") return it.text;
      if (it.kind === "break") return "\n";
      const words = inlineText(it.of);
      if (it.kind !== "link") return words;
      const bare = it.to.replace(/^mailto:/, "");
      // In brackets that no program takes for a part of the address (RFC 3986, appendix C).
      return words === bare || words === it.to ? words : `${words} <${bare}>`;
    })
    .join("");
}

/** As HTML without a style, an attribute or a tag beyond those named here. */
export function richHtml(blocks: readonly Rich[]): string {
  return blocks.map(blockHtml).join("\n");
}

function blockHtml(block: Rich): string {
  switch (block.kind) {
    case "rule":
      return "<hr>";
    case "quote":
      return `<blockquote>${richHtml(block.of)}</blockquote>`;
    case "list": {
      const items = block.items.map((item) => `<li>${itemHtml(item)}</li>`).join("");
      if (block.from === null) return `<ul>${items}</ul>`;
      return block.from === 1 ? `<ol>${items}</ol>` : `<ol start="${block.from}">${items}</ol>`;
    }
    case "heading":
      return `<h2>${inlineHtml(block.of)}</h2>`;
    case "paragraph":
      return `<p>${inlineHtml(block.of)}</p>`;
  }
}

/** A single paragraph of an item stands without its own space around it. */
function itemHtml(item: readonly Rich[]): string {
  const [first, ...rest] = item;
  if (first?.kind !== "paragraph") return richHtml(item);
  return [inlineHtml(first.of), ...rest.map(blockHtml)].join("\n");
}

const TAGS = { strong: "strong", emphasis: "em" } as const;

function inlineHtml(inline: readonly Inline[]): string {
  return inline
    .map((it) => {
      if (it.kind === "text") return escaped(it.text);
      if (it.kind === "break") return "<br>";
      const words = inlineHtml(it.of);
      if (it.kind === "link") return `<a href="${escaped(it.to)}">${words}</a>`;
      return `<${TAGS[it.kind]}>${words}</${TAGS[it.kind]}>`;
    })
    .join("");
}
