/** Texts of one line as they are kept, of any script, with the signs that tables and spreadsheets mean something by. */
import fc from "fast-check";
import { oneLine } from "#domain/text.ts";

const SIGNS = [
  "'",
  '"',
  "=",
  "+",
  "-",
  "@",
  ",",
  ";",
  "|",
  "\t",
  "\n",
  "sep=",
  " ",
  "x",
  "é",
  "漢",
  "می‌",
  "👩‍💻",
];

/** @param most UTF-16 code units */
export const writtenText = (most: number) =>
  fc
    .oneof(
      fc.string({ unit: "binary", maxLength: most }),
      fc.array(fc.constantFrom(...SIGNS), { maxLength: 12 }).map((signs) => signs.join("")),
    )
    .map((text) => oneLine(oneLine(text).slice(0, most)));
