/**
 * What organisers write, read as Markdown (CommonMark) into the few marks of domain/rich-text.ts. Pictures become
 * their words, HTML and code the signs that were typed, and a link to anywhere but the web or a mailbox its words.
 */
import type { Nodes, PhrasingContent, RootContent } from "mdast";
import { fromMarkdown } from "mdast-util-from-markdown";
import { type Inline, isLinkable, type Rich } from "#domain/rich-text.ts";

/** Four spaces at the beginning of a line are how people indent, and nobody's code; a bracket is a bracket. */
const READ = {
  extensions: [{ disable: { null: ["codeIndented", "codeFenced", "codeText", "htmlFlow", "htmlText"] } }],
};

export function readMarkdown(text: string): Rich[] {
  return fromMarkdown(text, READ).children.flatMap(blockOf);
}

/** Words that were typed as a link, and go out as words alone: where they were to lead is no whole address of the web or a mailbox. */
export type DeadLink = { words: string; to: string };

/** The links of a text that are dropped, in their order. One whose address stands elsewhere is among them. */
export function deadLinksIn(text: string): DeadLink[] {
  const tree = fromMarkdown(text, READ);
  const named = new Map(
    tree.children.flatMap((it) => (it.type === "definition" ? [[it.identifier, it.url] as const] : [])),
  );
  const dead = (node: Nodes): DeadLink[] => {
    if (node.type === "link" && !isLinkable(node.url)) return [{ words: plain(node), to: node.url }];
    if (node.type === "linkReference")
      return [{ words: plain(node), to: named.get(node.identifier) ?? node.identifier }];
    return "children" in node ? node.children.flatMap(dead) : [];
  };
  return dead(tree);
}

/** The words inside a node, without any mark. */
function plain(node: Nodes): string {
  if ("children" in node) return node.children.map(plain).join("");
  return "value" in node ? node.value : "";
}

function blockOf(node: RootContent): Rich[] {
  switch (node.type) {
    case "paragraph":
      return [{ kind: "paragraph", of: inlines(node.children) }];
    case "heading":
      return [{ kind: "heading", of: inlines(node.children) }];
    case "blockquote":
      return [{ kind: "quote", of: node.children.flatMap(blockOf) }];
    case "list": {
      const items = node.children.map((item) => item.children.flatMap(blockOf));
      return [{ kind: "list", from: node.ordered ? (node.start ?? 1) : null, items }];
    }
    case "thematicBreak":
      return [{ kind: "rule" }];
    default:
      // Such as where a link named elsewhere leads, which says nothing by itself.
      return [];
  }
}

const inlines = (nodes: readonly PhrasingContent[]): Inline[] => joined(nodes.flatMap(inlineOf));

function inlineOf(node: PhrasingContent): Inline[] {
  switch (node.type) {
    case "text":
      // A line that was broken in the text area is meant to be broken.
      return node.value
        .split("\n")
        .flatMap((text, n): Inline[] => [...(n > 0 ? [BREAK] : []), ...withLinks(text)]);
    case "strong":
    case "emphasis":
      return [{ kind: node.type, of: inlines(node.children) }];
    case "link":
      return isLinkable(node.url)
        ? [{ kind: "link", to: node.url, of: inlines(node.children).flatMap(unlinked) }]
        : inlines(node.children);
    case "break":
      return [BREAK];
    case "image":
      return node.alt ? [{ kind: "text", text: node.alt }] : [];
    default:
      return wordsOf(node);
  }
}

/** An address of the web as people paste it, without the full stop after it. */
const ADDRESS = /https?:\/\/[^\s<>{}]*[^\s<>{}.,;:!?'")\]]/g;

function withLinks(text: string): Inline[] {
  const all: Inline[] = [];
  let at = 0;
  for (const { 0: to, index } of text.matchAll(ADDRESS)) {
    if (!isLinkable(to)) continue;
    all.push({ kind: "text", text: text.slice(at, index) });
    all.push({ kind: "link", to, of: [{ kind: "text", text: to }] });
    at = index + to.length;
  }
  return [...all, { kind: "text", text: text.slice(at) }];
}

const BREAK = { kind: "break" } as const;

/** What is a link already holds no other. */
const unlinked = (it: Inline): readonly Inline[] => (it.kind === "link" ? it.of : [it]);

/** Of what has no form of its own here: the words inside it. */
function wordsOf(node: Nodes): Inline[] {
  if ("children" in node) return inlines(node.children as PhrasingContent[]);
  return "value" in node ? [{ kind: "text", text: node.value }] : [];
}

/** Pieces of text that stand beside each other are one. */
function joined(inline: readonly Inline[]): Inline[] {
  const all: Inline[] = [];
  for (const it of inline) {
    const last = all.at(-1);
    if (it.kind === "text" && last?.kind === "text")
      all[all.length - 1] = { kind: "text", text: last.text + it.text };
    else if (it.kind !== "text" || it.text !== "") all.push(it);
  }
  return all;
}
