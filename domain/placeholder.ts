/** What stands in braces in a mail to a group, and is each reader's own: {name}, {place}. */
import type { Inline, Rich } from "#domain/rich-text.ts";

/** In the order in which the page names them. */
export const PLACEHOLDERS = ["name", "camp", "day", "doors", "place", "my page"] as const;
export type Placeholder = (typeof PLACEHOLDERS)[number];

/** Those that are a link, and so have no place in a subject. */
const LINKS: readonly Placeholder[] = ["my page"];

const IN_BRACES = /\{([^{}\n]{0,40})\}/g;

/** As it may be typed: capitals and spaces do not count. */
const named = (typed: string) => typed.trim().replace(/\s+/g, " ").toLowerCase();

const isKnown = (name: string): name is Placeholder => (PLACEHOLDERS as readonly string[]).includes(name);

/** What stands in braces in a text, each once. */
function inBraces(text: string): string[] {
  return [...new Set([...text.matchAll(IN_BRACES)].map(([, typed = ""]) => typed))];
}

/** What stands in braces and is no placeholder, as it was typed. */
export function unknownIn(text: string): string[] {
  return inBraces(text).filter((typed) => !isKnown(named(typed)));
}

/** Whether a text leads to each reader's own page. */
export function leadsToPage(text: string): boolean {
  return inBraces(text).some((typed) => (LINKS as readonly string[]).includes(named(typed)));
}

/** What a placeholder says to one reader: words, or words that lead somewhere. */
export type Values = Readonly<Record<Placeholder, string | { says: string; to: string }>>;

/** A text of one line with what each reader is told. */
export function filledLine(text: string, values: Values): string {
  return text.replace(IN_BRACES, (whole, typed: string) => {
    const name = named(typed);
    if (!isKnown(name)) return whole;
    const value = values[name];
    return typeof value === "string" ? value : value.says;
  });
}

/** Filled in after the marks were read, so that a name with a star in it is a name. */
export function filled(blocks: readonly Rich[], values: Values): Rich[] {
  const inner = (inline: readonly Inline[], linked = false): Inline[] =>
    inline.flatMap((it): Inline[] => {
      if (it.kind === "text")
        return linked ? [{ kind: "text", text: filledLine(it.text, values) }] : pieces(it.text, values);
      return it.kind === "break" ? [it] : [{ ...it, of: inner(it.of, linked || it.kind === "link") }];
    });
  return blocks.map((block): Rich => {
    if (block.kind === "rule") return block;
    if (block.kind === "quote") return { ...block, of: filled(block.of, values) };
    if (block.kind === "list") return { ...block, items: block.items.map((item) => filled(item, values)) };
    return { ...block, of: inner(block.of) };
  });
}

function pieces(text: string, values: Values): Inline[] {
  const all: Inline[] = [];
  let at = 0;
  for (const match of text.matchAll(IN_BRACES)) {
    const name = named(match[1]!);
    if (!isKnown(name)) continue;
    if (match.index > at) all.push({ kind: "text", text: text.slice(at, match.index) });
    const value = values[name];
    all.push(
      typeof value === "string"
        ? { kind: "text", text: value }
        : { kind: "link", to: value.to, of: [{ kind: "text", text: value.says }] },
    );
    at = match.index + match[0].length;
  }
  if (at < text.length) all.push({ kind: "text", text: text.slice(at) });
  return all;
}
