/** What stands in braces in a mail that organisers wrote, and is each reader's own: {name}, {place}. */
import type { Inline, Rich } from "#domain/rich-text.ts";

/** In the order in which the page names them. */
export const PLACEHOLDERS = ["name", "camp", "day", "doors", "place", "my page"] as const;
export type Placeholder = (typeof PLACEHOLDERS)[number];

/** What only some mails about a place know: until when, the code that proves an address, why an organiser did it. */
export type MorePlaceholder = "until" | "code" | "reason";
export type AnyPlaceholder = Placeholder | MorePlaceholder;

/** Those that are a link, and so have no place in a subject. */
const LINKS: readonly Placeholder[] = ["my page"];

const IN_BRACES = /\{([^{}\n]{0,40})\}/g;

/** As it may be typed: capitals and spaces do not count. */
const named = (typed: string) => typed.trim().replace(/\s+/g, " ").toLowerCase();

/** What stands in braces in a text, each once. */
function inBraces(text: string): string[] {
  return [...new Set([...text.matchAll(IN_BRACES)].map(([, typed = ""]) => typed))];
}

/** What stands in braces and is no placeholder, as it was typed. @param known those that can be filled in there */
export function unknownIn(text: string, known: readonly string[] = PLACEHOLDERS): string[] {
  return inBraces(text).filter((typed) => !known.includes(named(typed)));
}

/** Which of some placeholders a text does not have. */
export function missingIn<P extends AnyPlaceholder>(text: string, wanted: readonly P[]): P[] {
  const has = inBraces(text).map(named);
  return wanted.filter((name) => !has.includes(name));
}

/**
 * A line that ends with a placeholder and has no other: the words before it, without a colon, and its name; null for
 * any other line.
 */
export function endOf(line: string): { before: string; name: string } | null {
  const found = /^([^{}\n]*)\{([^{}\n]{0,40})\}$/.exec(line.trim());
  return found && { before: found[1]!.trim().replace(/\s*[:：]$/u, ""), name: named(found[2]!) };
}

/** Whether a text leads to each reader's own page. */
export function leadsToPage(text: string): boolean {
  return inBraces(text).some((typed) => (LINKS as readonly string[]).includes(named(typed)));
}

/** What a placeholder says to one reader: words, or words that lead somewhere. */
type Value = string | { says: string; to: string };
export type Values = Readonly<Record<Placeholder, Value> & Partial<Record<MorePlaceholder, Value>>>;

/** What is filled in: in a mail `Values`, on a page of the camp what it has set. */
type Fillings = Readonly<Partial<Record<string, Value>>>;

const filledWith = (values: Fillings, typed: string): Value | undefined => {
  const name = named(typed);
  return Object.hasOwn(values, name) ? values[name] : undefined;
};

/** A text of one line with what each reader is told. */
export function filledLine(text: string, values: Fillings): string {
  return text.replace(IN_BRACES, (whole, typed: string) => {
    const value = filledWith(values, typed);
    if (value === undefined) return whole;
    return typeof value === "string" ? value : value.says;
  });
}

/** Filled in after the marks were read, so that a name with a star in it is a name. */
export function filled(blocks: readonly Rich[], values: Fillings): Rich[] {
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

function pieces(text: string, values: Fillings): Inline[] {
  const all: Inline[] = [];
  let at = 0;
  for (const match of text.matchAll(IN_BRACES)) {
    const value = filledWith(values, match[1]!);
    if (value === undefined) continue;
    if (match.index > at) all.push({ kind: "text", text: text.slice(at, match.index) });
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
