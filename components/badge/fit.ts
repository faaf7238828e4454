/** Words in a box of paper, in letters as large as they can be. Sizes are those of the letters, in millimetres, as the box. */
import { widthOf } from "#components/ui/letters.ts";

export type Box = { width: number; height: number };
export type Fitted = { size: number; lines: string[] };

/** From one line to the next. */
export const LEADING = 1.15;

/** In letters smaller than this a long word is broken sooner than written smaller still. */
const WHOLE_FROM = 3.6;

const segmenter = new Intl.Segmenter(undefined, { granularity: "grapheme" });

/** A picture, which a font without it draws as several beside each other. */
const PICTURE = /\p{Extended_Pictographic}|\p{Regional_Indicator}|\p{Emoji_Modifier}/u;

/** Accents and joiners stand over other signs. */
function widthOfSign(sign: string): number {
  const standing = sign.replace(/[\p{Mn}\p{Me}\p{Cf}]/gu, "");
  if (PICTURE.test(sign)) return [...standing].length * 1.4;
  // Those estimates are of text, in which letters of all widths make up for each other: a name may be one letter.
  return standing.normalize("NFD").startsWith("W") ? 1.06 : Math.max(widthOf(standing) * 1.03, 0.25);
}

const signsOf = (text: string) => [...segmenter.segment(text)].map(({ segment }) => segment);
const wide = (text: string) => signsOf(text).reduce((sum, sign) => sum + widthOfSign(sign), 0);

/** Words, and what stands between hyphens: what goes to the next line as a whole. */
const piecesOf = (text: string) =>
  text
    .trim()
    .split(/(?<=\s)|(?<=[-‐–/])(?=\p{L})/u)
    .filter(Boolean);

/** The lines of a text; null where a word does not fit and may not be broken. @param width in ems */
function linesIn(text: string, width: number, breaks: boolean): string[] | null {
  const lines: string[] = [];
  let [line, used] = ["", 0];
  const next = () => {
    if (line.trim() !== "") lines.push(line.trim());
    [line, used] = ["", 0];
  };
  for (const piece of piecesOf(text)) {
    const needs = wide(piece.trimEnd());
    if (used + needs > width) next();
    if (needs <= width) {
      line += piece;
      used += wide(piece);
      continue;
    }
    if (!breaks) return null;
    for (const sign of signsOf(piece)) {
      if (used + widthOfSign(sign) > width) next();
      line += sign;
      used += widthOfSign(sign);
    }
  }
  next();
  return lines;
}

/**
 * The largest of some sizes at which a text fits. Where none does, the smallest, with as many lines as there is room for and
 * an ellipsis. @param sizes the largest first
 */
export function fitted(text: string, box: Box, sizes: readonly number[]): Fitted {
  for (const size of sizes) {
    const lines = linesIn(text, box.width / size, size < WHOLE_FROM);
    if (lines && tallOf({ size, lines }) <= box.height) return { size, lines };
  }
  const size = sizes.at(-1)!;
  const lines = linesIn(text, box.width / size - 1, true)!;
  const room = Math.max(1, Math.floor(box.height / (size * LEADING)));
  if (lines.length <= room) return { size, lines };
  return { size, lines: [...lines.slice(0, room - 1), `${lines[room - 1]}…`] };
}

/** How wide the widest of its lines is. */
export const wideOf = ({ size, lines }: Fitted): number => Math.max(0, ...lines.map(wide)) * size;

/** How much of a box its lines take. */
export const tallOf = ({ size, lines }: Fitted): number => lines.length * size * LEADING;
