/** Spreadsheets as bytes and cells: whatever saved them, they become plain text that can do no harm. */

/** What Windows-1252 has at 0x80 to 0x9f, where Latin-1 has nothing to see. Node 20's own decoder mistakes one for the other. */
const WINDOWS = [..."€\u0081‚ƒ„…†‡ˆ‰Š‹Œ\u008dŽ\u008f\u0090‘’“”•–—˜™š›œ\u009dž\u0178"];

/**
 * Bytes as text: UTF-8 or UTF-16 where a mark says so, UTF-8 where they are that, else Windows-1252, which is what
 * an older Excel in western Europe writes.
 */
export function decode(bytes: Uint8Array): string {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return new TextDecoder("utf-16le").decode(bytes);
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return new TextDecoder("utf-16be").decode(bytes);
  try {
    return new TextDecoder("utf-8", { fatal: true }).decode(bytes);
  } catch {
    return Array.from(bytes, (byte) => WINDOWS[byte - 0x80] ?? String.fromCharCode(byte)).join("");
  }
}

/**
 * A cell as it is kept: one line, no marks that hide or reorder what is read (Unicode TR 36), composed letters. A
 * cell that starts like a formula stays the text it is: nothing here computes, and exports put a quote before it.
 */
export function clean(cell: string): string {
  return cell
    .normalize("NFC")
    .replace(/\s+/g, " ")
    .replace(/\p{Cc}|[\u200b\u200e\u200f\u202a-\u202e\u2066-\u2069\ufeff]/gu, "")
    .trim();
}

/** The same words as somebody else might type them: for comparing, never for showing. */
export function same(text: string): string {
  return clean(text).replace(/[‘’]/g, "'").replace(/[“”]/g, '"').toLowerCase();
}

/**
 * Shortens a text at a word, with three dots.
 *
 * @param most characters as Postgres counts them, the dots included
 */
export function shortened(text: string, most: number): string {
  const characters = [...text];
  if (characters.length <= most) return text;
  const cut = characters.slice(0, most - 1).join("");
  const word = cut.lastIndexOf(" ");
  return `${(word > most / 2 ? cut.slice(0, word) : cut).trimEnd()}…`;
}
