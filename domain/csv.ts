/** Tables as text (RFC 4180), safe to open in a spreadsheet. */

/**
 * What a spreadsheet would take for the start of a formula (OWASP, CSV Injection): the four signs, small,
 * full-width or as mathematics writes them, also behind spaces and signs that cannot be seen; and a tab or a line
 * break itself.
 */
export const FORMULA =
  /^(?:[\t\r\n]|[\s\p{Cc}\p{Cf}\p{Default_Ignorable_Code_Point}]*[=+\-@＝＋－＠﹦﹢﹣﹫−])/u;

/** A text that looks like a formula gets an apostrophe in front, so that it stays a text. */
export const defused = (text: string): string => (FORMULA.test(text) ? `'${text}` : text);

function cell(value: string | number): string {
  const text = typeof value === "string" ? defused(value) : String(value);
  return /[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}

/** Writes rows as CSV, with a line break after each. */
export function writeCsv(rows: readonly (readonly (string | number)[])[]): string {
  return rows.map((row) => `${row.map(cell).join(",")}\r\n`).join("");
}
