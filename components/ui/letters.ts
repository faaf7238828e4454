/** How much room words take before anything is drawn, in the display face: what is sized by it fits where nobody can scroll. */

/** Widths in ems, as measured in the heavier weights, and a little more. */
const WIDTHS: readonly [letters: RegExp, width: number][] = [
  [/\s/u, 0.25],
  [/[iljI.,:;'’!|1·]/u, 0.31],
  [/["“”()[\]/-]/u, 0.37],
  [/[ftr?]/u, 0.43],
  [/[acekvxsz7]/u, 0.58],
  [/[bdghnopquy0-9]/u, 0.64],
  [/[A-LO-VXYZ]/u, 0.71],
  [/[NMmwW]/u, 0.94],
];
/** Capitals beyond the alphabet, emoji and scripts of wide signs. */
const WIDEST = 1.02;

const known = new Map<string, number>();

function widthOfLetter(letter: string): number {
  const found = known.get(letter);
  if (found !== undefined) return found;
  const plain = letter.normalize("NFD")[0] ?? letter;
  const [, width = WIDEST] = WIDTHS.find(([letters]) => letters.test(plain)) ?? [];
  if (known.size < 5_000) known.set(letter, width);
  return width;
}

/** How wide a text is on one line, in ems. */
export function widthOf(text: string): number {
  let width = 0;
  for (const letter of text) width += widthOfLetter(letter);
  return width;
}

/** From here on a word stays whole where it fits on a line (words.tsx). */
const LONG = 12;

/** A word may go to the next line, and a long one break at its joints. */
const wordsIn = (text: string) => text.split(/(?<=\s)/u).filter((word) => word.trim() !== "");
const partsOf = (word: string) => word.split(word.length < LONG ? /(?<=-)/u : /(?<=[\s/@._\-?&=:#%+|])/u);

/** What sums of widths are wrong by. */
const ROUNDING = 1e-6;

/** How many lines a text takes; a word wider than a line is broken anywhere. @param line how wide a line is, in ems */
export function linesOf(text: string, line: number): number {
  let [lines, used] = [1, 0];
  const put = (piece: string) => {
    const ends = widthOf(piece.trimEnd());
    if (used > 0 && used + ends > line + ROUNDING) [lines, used] = [lines + 1, 0];
    if (ends > line + ROUNDING) {
      const filled = Math.ceil(ends / line - ROUNDING);
      lines += filled - 1;
      used = ends - (filled - 1) * line;
    } else used += widthOf(piece);
  };
  for (const word of wordsIn(text)) {
    const whole = word.trimEnd().length >= LONG && widthOf(word.trimEnd()) <= line + ROUNDING;
    for (const piece of whole ? [word] : partsOf(word)) put(piece);
    // What follows a long word that was broken at its joints begins on a line of its own.
    if (!whole && word.trimEnd().length >= LONG && partsOf(word).length > 1) used = line;
  }
  return lines;
}

/** The widest piece of a text that is never broken where it fits, in ems. */
export function widestWord(text: string): number {
  const pieces = wordsIn(text).flatMap(partsOf);
  return Math.max(0, ...pieces.map((piece) => widthOf(piece.trimEnd())));
}
