/**
 * How large a wall's letters are: a projector cannot be scrolled, so what is on it fits, in letters as large as that
 * lets them be. What would be too small to read from the back takes turns.
 */
import { inParts } from "#components/ui/in-parts.ts";
import { linesOf, widestWord } from "#components/ui/letters.ts";
import { LONG_SAID } from "#components/ui/wall.tsx";

export type CardWords = { title: string; room: string; remarks: readonly string[] };

/** Sizes of letters; with 1, on 1080 lines, 47 px for a title and 36 px for a room. */
export const FITS = [
  2.4, 2.2, 2, 1.85, 1.7, 1.6, 1.5, 1.45, 1.4, 1.35, 1.3, 1.25, 1.2, 1.15, 1.1, 1.05, 1, 0.93, 0.86, 0.74,
  0.62, 0.52, 0.44,
] as const;
export type Fit = (typeof FITS)[number];

/** Below this what does not fit on one page is read better on two. */
export const READABLE: Fit = 1;

export const COLUMNS = [1, 2, 3, 4, 5] as const;
export type Columns = (typeof COLUMNS)[number];

// In hundredths of the screen's width, as in wall.module.css.
const WIDTH = 94.8;
const GAP = 1;
const SIDES = 2.3;
const TITLE = 2.45;
const ROOM = 1.9;
const PADDING = 2.6;
const REMARK = 1.5;
/** A square with a letter and the space after it, beside the room's name. */
const LETTER = 1.85;

/** @param inner how wide the words of a card may be */
function heightOf({ title, room, remarks }: CardWords, fit: Fit, inner: number): number {
  const letters = TITLE * fit;
  if (fit > READABLE && widestWord(title) * letters > inner) return Number.POSITIVE_INFINITY;
  const lines = (text: string, size: number, width: number) => linesOf(text, width / (size * fit));
  const rooms = lines(room, ROOM, inner - LETTER * ROOM * fit) * ROOM * 1.4;
  const said = remarks.reduce((sum, remark) => sum + lines(remark, REMARK, inner) * REMARK * 1.4, 0);
  return PADDING + (lines(title, TITLE, inner) * TITLE * 1.12 + rooms + said) * fit;
}

const innerOf = (columns: Columns) => (WIDTH - GAP * (columns - 1)) / columns - SIDES;

function rowsOf<Card>(cards: readonly Card[], columns: Columns): Card[][] {
  const rows = Math.ceil(cards.length / columns);
  return Array.from({ length: rows }, (_, row) => cards.slice(row * columns, (row + 1) * columns));
}

const tallest = (cards: readonly CardWords[], fit: Fit, columns: Columns) =>
  Math.max(...cards.map((card) => heightOf(card, fit, innerOf(columns))));

function tallOf(cards: readonly CardWords[], fit: Fit, columns: Columns): number {
  const rows = rowsOf(cards, columns);
  return rows.reduce((sum, row) => sum + tallest(row, fit, columns), GAP * Math.max(0, rows.length - 1));
}

export type Page<Card> = {
  columns: Columns;
  /** Cards with few words have larger letters where their row has room for them. */
  cards: { card: Card; fit: Fit }[];
};

type Found = { fit: Fit; columns: Columns };

/** The largest letters with which all cards can be seen, and in how many columns; else the smallest, in the most. */
function fitOf(cards: readonly CardWords[], height: number): Found {
  for (const fit of FITS) {
    const columns = COLUMNS.find((it) => it <= Math.max(1, cards.length) && tallOf(cards, fit, it) <= height);
    if (columns) return { fit, columns };
  }
  return { fit: FITS.at(-1)!, columns: COLUMNS.at(-1)! };
}

/** Cards on one page, or on as few as can be read. @param height of a page, in hundredths of the screen's width */
export function layCards<Card extends CardWords>(cards: readonly Card[], height: number): Page<Card>[] {
  for (let count = 1; ; count++) {
    const pages = inParts(cards, count).map((some) => ({ some, found: fitOf(some, height) }));
    if (count >= cards.length || pages.every(({ found }) => found.fit >= READABLE))
      return pages.map(({ some, found }) => ({ columns: found.columns, cards: grown(some, found) }));
  }
}

/** How much larger than another card's letters may be. */
const GROWN = 1.5;

function grown<Card extends CardWords>(
  cards: readonly Card[],
  { fit, columns }: { fit: Fit; columns: Columns },
) {
  return rowsOf(cards, columns).flatMap((row) => {
    const height = tallest(row, fit, columns);
    const fits = (card: Card, it: Fit) =>
      it <= fit || (it <= fit * GROWN && heightOf(card, it, innerOf(columns)) <= height);
    return row.map((card) => ({ card, fit: FITS.find((it) => fits(card, it))! }));
  });
}

// The same of an announcement, and a longer one, in its box across the head.
const [SAID, SAID_LONG] = [2.6, 2.1];
const HEAD = 94.8;

/** How much of the head an announcement takes, in hundredths of the screen's width. */
export function heightOfSaid(text: string): number {
  const size = text.length > LONG_SAID ? SAID_LONG : SAID;
  // Heavier letters than those of the cards.
  return (linesOf(text, (HEAD - 1.2 * size) / (size * 1.1)) * 1.2 + 0.8) * size + 0.6;
}

/** The first items whose words fit into so many letters, counting what stands between two. */
export function asManyAsFit<Item>(
  items: readonly Item[],
  words: (item: Item) => string,
  letters: number,
): readonly Item[] {
  let left = letters;
  const over = items.findIndex((item) => {
    left -= words(item).length + 5;
    return left < 0;
  });
  return over < 0 ? items : items.slice(0, over);
}

/** A title that is cut after a word where it is longer than so many letters. */
export function cut(title: string, letters: number): string {
  if (title.length <= letters) return title;
  const some = title.slice(0, letters - 1);
  const whole = /\s/u.test(title[letters - 1] ?? " ") ? some : some.replace(/\s+\S*$/u, "");
  const kept = whole.length > letters / 2 ? whole : some;
  return `${kept.replace(/[\s,;:.–-]+$|[\uD800-\uDBFF]$/u, "")}…`;
}
