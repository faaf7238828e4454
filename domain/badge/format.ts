/** Sheets of labels and cards for badges, A4 upright, in millimetres. */

export const SHEET = { width: 210, height: 297 } as const;

/** A sheet stands in its middle, but where `top` says how far down its first row begins. */
type Measures = {
  width: number;
  height: number;
  columns: number;
  rows: number;
  /** Between two beside each other, and between two rows. */
  across: number;
  down: number;
  top?: number;
};

/**
 * Avery L7160 and L7163 as their maker’s own templates have them; Avery L4785 (as L4784, L4786, L4787 and Herma 4412) and
 * Durable Badgemaker 1445 as pretix and gLabels print on them, which were measured on paper by their users; A6 is ISO 216.
 */
export const FORMATS = {
  l7160: { width: 63.5, height: 38.1, columns: 3, rows: 7, across: 2.54, down: 0 },
  l7163: { width: 99.1, height: 38.1, columns: 2, rows: 7, across: 2.5, down: 0 },
  l4785: { width: 80, height: 50, columns: 2, rows: 5, across: 15, down: 5 },
  card: { width: 90, height: 54, columns: 2, rows: 5, across: 0, down: 0, top: 12 },
  a6: { width: 105, height: 148.5, columns: 2, rows: 2, across: 0, down: 0 },
} as const satisfies Record<string, Measures>;

export type Format = keyof typeof FORMATS;
export const FORMAT_NAMES = Object.keys(FORMATS) as [Format, ...Format[]];

const measuresOf = (format: Format): Measures => FORMATS[format];

/** How many are on a sheet. */
export function onSheet(format: Format): number {
  const { columns, rows } = measuresOf(format);
  return columns * rows;
}

/** Where a label begins on its sheet. @param n counted from 0, row by row */
export function cornerOf(format: Format, n: number): { x: number; y: number } {
  const { width, height, columns, rows, across, down, top } = measuresOf(format);
  const middle = (whole: number, each: number, many: number, gap: number) =>
    (whole - many * each - (many - 1) * gap) / 2;
  const left = middle(SHEET.width, width, columns, across);
  const first = top ?? middle(SHEET.height, height, rows, down);
  return {
    x: left + (n % columns) * (width + across),
    y: first + Math.floor(n / columns) * (height + down),
  };
}

/** What stands on each sheet, label by label. @param start of the first sheet the first that is still on it, from 1 */
export function onSheets<Badge>(
  badges: readonly Badge[],
  format: Format,
  start: number,
): { n: number; badge: Badge }[][] {
  const most = onSheet(format);
  const sheets: { n: number; badge: Badge }[][] = [];
  for (const [index, badge] of badges.entries()) {
    const place = index + start - 1;
    const sheet = Math.floor(place / most);
    sheets[sheet] = [...(sheets[sheet] ?? []), { n: place % most, badge }];
  }
  return sheets;
}
