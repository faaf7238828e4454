/** Finding somebody at the door by the beginning of a name. Looser than elsewhere: whoever is found is looked in the eye. */
import type { Guest } from "#domain/door/guest.ts";
import { finder, fold, searchText } from "#domain/search.ts";

/** So many are shown: with more, one more letter is quicker. */
export const MOST_FOUND = 8;

export type Known = { guest: Guest; text: string; first: string };

/** Makes a list ready to be searched at each keystroke. */
export function searchable(guests: Iterable<Guest>): Known[] {
  return [...guests].map((guest) => ({
    guest,
    text: searchText([guest.name, loose(guest.name), ...joined(guest.name)]),
    first: fold(guest.name),
  }));
}

/** Those found, whose name begins so before those in whom it is somewhere, and who may come in before who may not. */
export function findGuests(known: readonly Known[], typed: string): { found: Guest[]; more: number } {
  if (typed.trim() === "") return { found: [], more: 0 };
  const [asTyped, loosely] = [finder(typed), finder(loose(typed))];
  const beginning = fold(typed.trim());
  const weight = ({ guest, first, text }: Known) =>
    (guest.out && guest.called === undefined ? 4 : 0) +
    (first.startsWith(beginning) ? 0 : ` ${text}`.includes(` ${beginning}`) ? 1 : 2);
  const all = known
    .filter(({ text }) => asTyped(text) || loosely(text))
    .sort((a, b) => weight(a) - weight(b) || (a.first < b.first ? -1 : 1));
  return {
    found: all.slice(0, MOST_FOUND).map(({ guest }) => guest),
    more: Math.max(0, all.length - MOST_FOUND),
  };
}

/** Vowel points, hamzas and the stretch of Arabic, and the points of Hebrew: hardly anybody types them. */
const POINTS = /[\u0591-\u05c7\u0610-\u061a\u0640\u064b-\u065f\u0670]/gu;

/** Letters that keyboards of several languages write in their own way. */
const ALIKE: Readonly<Record<string, string>> = { ٱ: "ا", ى: "ي", ی: "ي", ة: "ه", ک: "ك" };

/** A name as somebody in a hurry types it. */
const loose = (text: string) =>
  fold(text)
    .replace(POINTS, "")
    .replace(/[ٱىیةک]/gu, (letter) => ALIKE[letter]!);

/** Before a name of their own, and by others written as one word with it. */
const PARTICLES = new Set(
  "o mc mac fitz st van von vande der den de del della la le du da das di do dos el al bin ibn abu ap ab ter ten zu".split(
    " ",
  ),
);

/** Scripts that leave no gap between the parts of a name, or do. */
const GAPLESS = /[\p{Script=Han}\p{Script=Hangul}\p{Script=Hiragana}\p{Script=Katakana}]/u;

/** Parts of a name that are written together elsewhere: "Mac Donald", "van der Berg", "李 小龍". */
function joined(name: string): string[] {
  const words = fold(name)
    .split(/[\s-]+/u)
    .filter(Boolean);
  const together: string[] = [];
  for (let from = 0; from < words.length - 1; from++) {
    let to = from;
    while (to < words.length - 1 && PARTICLES.has(words[to]!)) to++;
    if (to > from) together.push(words.slice(from, to + 1).join(""));
  }
  if (GAPLESS.test(name)) together.push(words.join(""), [...words].reverse().join(""));
  return together;
}
