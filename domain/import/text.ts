/** Spreadsheets as bytes, and names as they are compared. What may be kept of a text is domain/text.ts's. */
import { oneLine } from "#domain/text.ts";

/** What Windows-1252 has at 0x80 to 0x9f, where Latin-1 has nothing to see. Node 20's own decoder mistakes one for the other. */
const WINDOWS = [..."€\u0081‚ƒ„…†‡ˆ‰Š‹Œ\u008dŽ\u008f\u0090‘’“”•–—˜™š›œ\u009dž\u0178"];

/**
 * Bytes as text: UTF-8 or UTF-16 where a mark says so, UTF-16 where every other byte of the beginning is nothing,
 * UTF-8 where they are that, else Windows-1252, which is what an older Excel in western Europe writes.
 *
 * @returns null when they are no text at all
 */
export function decode(bytes: Uint8Array): string | null {
  if (SIGNATURES.some((signature) => signature.every((byte, at) => bytes[at] === byte))) return null;
  const text = textOf(bytes);
  const controls = text.match(/(?!\s)\p{Cc}/gu)?.length ?? 0;
  return controls > CONTROLS && controls > text.length / CONTROLS ? null : text;
}

/** How other files begin: a workbook of the old kind (.xls), a PDF, pictures, something compressed. */
const SIGNATURES = [
  [0xd0, 0xcf, 0x11, 0xe0],
  [0x25, 0x50, 0x44, 0x46],
  [0x89, 0x50, 0x4e, 0x47],
  [0xff, 0xd8, 0xff],
  [0x1f, 0x8b],
];

/** A text has fewer control characters than this, or than one in so many. */
const CONTROLS = 20;

function textOf(bytes: Uint8Array): string {
  const wide = wideOf(bytes);
  if (wide) return new TextDecoder(wide).decode(bytes);
  try {
    return new TextDecoder("utf-8", { fatal: true }).decode(bytes);
  } catch {
    return Array.from(bytes, (byte) => WINDOWS[byte - 0x80] ?? String.fromCharCode(byte)).join("");
  }
}

/** Plain Latin letters in UTF-16 are a byte and a nothing by turns; no UTF-8 has a nothing in it. */
function wideOf(bytes: Uint8Array): "utf-16le" | "utf-16be" | null {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return "utf-16le";
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return "utf-16be";
  const start = [...bytes.subarray(0, 64)];
  const nothings = (parity: number) => start.filter((byte, at) => at % 2 === parity && byte === 0).length;
  if (start.length < 4 || start.length % 2 === 1) return null;
  if (nothings(1) > start.length / 4 && nothings(0) === 0) return "utf-16le";
  return nothings(0) > start.length / 4 && nothings(1) === 0 ? "utf-16be" : null;
}

/** Printable ASCII with single spaces, as most cells are, is one line already. */
const PLAIN_LINE = /^(?:[!-~]+(?: [!-~]+)*)?$/;

/** A cell as one line: the same as `oneLine`, quick where a file has ten thousand rows. */
export function tidy(text: string): string {
  return PLAIN_LINE.test(text) ? text : oneLine(text);
}

/** The same words as somebody else might type them: for comparing, never for showing. Every sign and mark counts. */
export function same(text: string): string {
  return tidy(text).replace(/[‘’]/g, "'").replace(/[“”]/g, '"').toLowerCase();
}

/** Letters that are one letter to whoever has another keyboard, and that no decomposition takes apart. */
const PLAIN: Record<string, string> = {
  ß: "ss",
  ø: "o",
  đ: "d",
  ð: "d",
  ł: "l",
  æ: "ae",
  œ: "oe",
  þ: "th",
  ı: "i",
  ς: "σ",
};

/**
 * A name without case, marks, signs and the order of its words. Names of one outline look alike and may well be two:
 * it is for asking, never for deciding.
 */
export function outline(text: string): string {
  const plain = tidy(text)
    .normalize("NFKD")
    .toLowerCase()
    .replace(/[ßøđðłæœþıς]/g, (letter) => PLAIN[letter]!)
    .replace(/\p{M}/gu, "");
  const words = plain.split(/[\s,;]+/).map((word) => word.replace(/[^\p{L}\p{N}]/gu, ""));
  return words
    .filter((word) => word !== "")
    .sort()
    .join(" ");
}
