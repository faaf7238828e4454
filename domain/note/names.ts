/**
 * Names of people in a text that is to have none. Better one word too many than one name too few: a part of a name
 * counts where it begins with a capital, and a whole name however it is written.
 */
import { NOTE_PARTS, type NoteWords } from "#domain/note.ts";
import { fold } from "#domain/search.ts";

/** Where a name stands: signs of the text, the end not included. */
type Span = { from: number; to: number };
type Token = Span & { word: string; folded: string };

const WORD = /[\p{L}\p{M}\p{N}]+/gu;
const hasCase = (text: string) => text.toLowerCase() !== text.toUpperCase();
const hasLetter = (text: string) => /\p{L}/u.test(text);
const isCapital = (word: string) => {
  const [first = ""] = word;
  return first !== first.toLowerCase();
};

function tokensOf(text: string): Token[] {
  return [...text.matchAll(WORD)].map(({ 0: word, index }) => {
    return { word, folded: fold(word), from: index, to: index + word.length };
  });
}

/** Names made ready to be looked for. */
export type Names = {
  /** Each part of two signs and more. */
  parts: ReadonlySet<string>;
  /** Whole names of several parts, by the first of them. */
  whole: ReadonlyMap<string, readonly (readonly string[])[]>;
  /** Names in scripts that have no capitals, which may put no space beside them. */
  uncased: readonly string[];
};

/** @param names as people gave them */
export function namesOf(names: readonly string[]): Names {
  const whole = new Map<string, (readonly string[])[]>();
  const [parts, uncased] = [new Set<string>(), new Set<string>()];
  for (const name of names) {
    const tokens = tokensOf(name);
    const folded = tokens.map((token) => token.folded);
    for (const token of tokens) {
      if ([...token.word].length < 2) continue;
      if (hasCase(token.word)) parts.add(token.folded);
      else if (hasLetter(token.word)) uncased.add(token.word);
    }
    if (folded.length > 1) whole.set(folded[0]!, [...(whole.get(folded[0]!) ?? []), folded]);
    const joined = tokens.map(({ word }) => word).join("");
    if (joined.length > 1 && !hasCase(joined) && hasLetter(joined)) uncased.add(joined);
  }
  return { parts, whole, uncased: [...uncased] };
}

/** The same, but that only a name as a whole counts, and none of a single word. */
export function wholeNamesOf(names: readonly string[]): Names {
  return { ...namesOf(names), parts: new Set(), uncased: [] };
}

/** Where names stand in a text, from the beginning; those beside each other are one. */
function spansOf(text: string, { parts, whole, uncased }: Names): Span[] {
  const tokens = tokensOf(text);
  const found: Span[] = [];
  tokens.forEach(({ word, folded, from, to }, at) => {
    if (parts.has(folded) && isCapital(word)) found.push({ from, to });
    for (const name of whole.get(folded) ?? [])
      if (name.every((part, n) => tokens[at + n]?.folded === part))
        found.push({ from, to: tokens[at + name.length - 1]!.to });
  });
  for (const name of uncased)
    for (let at = text.indexOf(name); at >= 0; at = text.indexOf(name, at + name.length))
      found.push({ from: at, to: at + name.length });
  const spans: Span[] = [];
  for (const span of found.sort((a, b) => a.from - b.from)) {
    const last = spans.at(-1);
    if (last && /^[^\S\n]?$/u.test(text.slice(Math.min(last.to, span.from), span.from)))
      last.to = Math.max(last.to, span.to);
    else if (last && span.from < last.to) last.to = Math.max(last.to, span.to);
    else spans.push({ ...span });
  }
  return spans;
}

/** The names in a text, as they are written there, each once. */
function namesIn(text: string, names: Names): string[] {
  return [...new Set(spansOf(text, names).map(({ from, to }) => text.slice(from, to)))];
}

/** The same in all boxes of a note. */
export function namesWritten(words: NoteWords, names: Names): string[] {
  return [...new Set(NOTE_PARTS.flatMap((part) => namesIn(words[part], names)))];
}

/** A note with something else in the place of each name. */
export function unnamed({ text, actions, links }: NoteWords, names: Names, instead: string): NoteWords {
  const without = (of: string) => withoutNames(of, names, instead);
  return { text: without(text), actions: without(actions), links: without(links) };
}

/** The text with something else wherever a name stands as it was found. */
export function replaced(text: string, name: string, instead: string): string {
  const edge = hasCase(name) ? "[\\p{L}\\p{M}\\p{N}]" : "(?!)";
  const escaped = name.replace(/[.*+?^${}()|[\]\\]/g, "\\$&");
  return text.replace(new RegExp(`(?<!${edge})${escaped}(?!${edge})`, "gu"), () => instead);
}

function withoutNames(text: string, names: Names, instead: string): string {
  let [out, at] = ["", 0];
  for (const { from, to } of spansOf(text, names)) {
    out += text.slice(at, from) + instead;
    at = to;
  }
  return out + text.slice(at);
}
