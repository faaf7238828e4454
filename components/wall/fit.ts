/** How large a wall's letters are: a projector cannot be scrolled, so all cards must fit, and nothing of it need stay empty. */
import { LONG_SAID } from "#components/ui/wall.tsx";

export type CardWords = { title: string; room: string; remarks: readonly string[] };

/** Sizes of letters; 1 can be read from twenty metres: on 1080 lines 47 px for a title and 36 px for a room. */
export const FITS = [1.3, 1.15, 1.07, 1, 0.93, 0.86, 0.74, 0.62, 0.52, 0.44] as const;
export type Fit = (typeof FITS)[number];

export const COLUMNS = 4;

// In hundredths of the screen's width, as in wall.module.css.
const CARD = 19.6;
const TITLE = 2.45;
const ROOM = 1.9;
const PADDING = 3.4;
const REMARK = 1.7;
/** What a line loses at its ragged end. */
const RAGGED = 1.15;

/** Half an em for most letters; capitals, emoji and scripts of wide signs need more. */
const widthOf = (text: string) =>
  [...text].reduce((sum, letter) => sum + (/[a-z0-9 .,:;'’!()/-]/.test(letter) ? 0.52 : 0.9), 0);

function linesOf(text: string, size: number, room: number): number {
  const width = widthOf(text) * size;
  return width <= room ? 1 : Math.ceil((width * RAGGED) / room);
}

function heightOf({ title, room, remarks }: CardWords, fit: Fit): number {
  const titleLines = linesOf(title, TITLE * fit, CARD);
  const roomLines = linesOf(room, ROOM * fit, CARD - 1.8 * ROOM * fit);
  const remarkLines = remarks.reduce((sum, remark) => sum + linesOf(remark, REMARK * fit, CARD), 0);
  return PADDING + (titleLines * TITLE * 1.16 + roomLines * ROOM * 1.4 + remarkLines * REMARK * 1.4) * fit;
}

// The same of an announcement, and a longer one, in its box across the head.
const [SAID, SAID_LONG] = [2.6, 2.1];
const HEAD = 91.6;

/** How much of the head an announcement takes, in hundredths of the screen's width. */
export function heightOfSaid(text: string): number {
  const size = text.length > LONG_SAID ? SAID_LONG : SAID;
  // Heavier letters than those of the cards.
  return (linesOf(text, size * 1.1, HEAD - 1.2 * size) * 1.2 + 0.8) * size + 0.6;
}

/**
 * The largest letters with which all cards can be seen, else the smallest. @param height of all cards, in hundredths of
 * the screen's width
 */
export function fitOf(cards: readonly CardWords[], height: number): Fit {
  const tall = (fit: Fit) => {
    const heights = cards.map((card) => heightOf(card, fit));
    const rows = Array.from({ length: Math.ceil(cards.length / COLUMNS) }, (_, row) =>
      Math.max(...heights.slice(row * COLUMNS, (row + 1) * COLUMNS)),
    );
    return rows.reduce((sum, row) => sum + row, 0);
  };
  return FITS.find((fit) => tall(fit) <= height) ?? FITS.at(-1)!;
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
