/**
 * Text as people write it, made fit to be kept. What comes out is composed (NFC), holds no sign that a database, a
 * page or a mail cannot carry, and is empty when nothing in it could be seen.
 */

const LINE_BREAK = /\r\n|[\r\n\v\f\u0085\u2028\u2029]/g;

/** Controls (but the line break), halves of a character (lone surrogates), and what Unicode will never assign. */
const NEVER_TEXT = /(?!\n)[\p{Cc}\p{Cs}\p{Noncharacter_Code_Point}]/gu;

/** What hides, or turns round what stands beside it: zero-width spaces, soft hyphens, bidi controls, BOM (UTS 36). */
const HIDING = /[\u00ad\u061c\u200b\u200e\u200f\u202a-\u202e\u2060-\u206f\ufeff\ufff9-\ufffb]/g;

/** Joiners shape Persian, Hindi, Malayalam and emoji, after something they can join; elsewhere they only hide. */
const JOINERS = /([\p{L}\p{M}\p{N}\p{P}\p{S}][\u200c\u200d])|[\u200c\u200d]/gu;

/** Tag characters spell the flags of Scotland and Wales, after a black flag; elsewhere they are invisible words. */
const TAGS = /(\u{1f3f4}[\u{e0020}-\u{e007f}]+)|[\u{e0000}-\u{e007f}]/gu;

/** Anything that leaves ink: no space, no mark that needs a letter, no filler that merely takes room. */
const VISIBLE = /[^\s\p{M}\p{Cc}\p{Cf}\p{Cs}\p{Default_Ignorable_Code_Point}\u2800]/u;

/** A text of one line: every run of spaces and line breaks is one space. */
export function oneLine(text: string): string {
  return kept(text).replace(/\s+/gu, " ").trim();
}

/** A text of several lines, each break a single `\n` whatever the browser sent. */
export function manyLines(text: string): string {
  return kept(text).trim();
}

/** Shortens a text at a word, with an ellipsis, and never within a character. @param most the ellipsis included */
export function shortened(text: string, most: number): string {
  if (text.length <= most) return text;
  let cut = "";
  for (const { segment } of new Intl.Segmenter("en", { granularity: "grapheme" }).segment(text)) {
    if (cut.length + segment.length > most - 1) break;
    cut += segment;
  }
  const word = cut.lastIndexOf(" ");
  return `${(word > most / 2 ? cut.slice(0, word) : cut).trimEnd()}…`;
}

/**
 * A name as a mail says it: anybody may register a stranger's address under the name of a website, and mail programs make
 * links of what looks like one. A zero-width space after each sign that joins it is seen by nobody.
 */
export function unlinked(name: string): string {
  return name.replace(/[.:/@\u3002\uFF0E\uFF61](?=\S)/gu, "$&\u200b");
}

/** Takes out what cannot be kept. Composed last, because what is taken out may have stood between a letter and its accent. */
function kept(text: string): string {
  const clean = text
    .replace(LINE_BREAK, "\n")
    .replaceAll("\t", " ")
    .replace(NEVER_TEXT, "")
    .replace(HIDING, "")
    .replace(TAGS, "$1")
    .replace(JOINERS, "$1")
    .normalize("NFC");
  return VISIBLE.test(clean) ? clean : "";
}
