import { cornerOf, FORMATS, type Format, onSheets, SHEET } from "#domain/badge/format.ts";
import { wordsOf } from "#messages/words.ts";
import styles from "./badge.module.css";
import { BadgeLabel, type Label } from "./label.tsx";

const words = wordsOf("badges");

/** On sheets of A4, from a label on. @param start of the first sheet, from 1 */
export function BadgeSheets({
  labels,
  format,
  start,
}: {
  labels: readonly Label[];
  format: Format;
  start: number;
}) {
  const { width, height } = SHEET;
  const sheets = onSheets(labels, format, start);
  return sheets.map((some, sheet) => (
    <svg
      // biome-ignore lint/suspicious/noArrayIndexKey: a sheet is nothing but its number
      key={sheet}
      className={styles.sheet}
      width={`${width}mm`}
      height={`${height}mm`}
      viewBox={`0 0 ${width} ${height}`}
    >
      <title>{words.sheet(sheet + 1, sheets.length)}</title>
      {some.map(({ n, badge }) => (
        <BadgeLabel key={n} format={format} label={badge} {...cornerOf(format, n)} />
      ))}
    </svg>
  ));
}

/** Each on a page of its own, as large as the label. */
export function SingleBadges({ labels, format }: { labels: readonly Label[]; format: Format }) {
  const { width, height } = FORMATS[format];
  return labels.map((label, n) => (
    <svg
      // biome-ignore lint/suspicious/noArrayIndexKey: as above
      key={n}
      className={styles.sheet}
      data-single={format}
      width={`${width}mm`}
      height={`${height}mm`}
      viewBox={`0 0 ${width} ${height}`}
    >
      <title>{words.sheet(n + 1, labels.length)}</title>
      <BadgeLabel format={format} label={label} x={0} y={0} />
    </svg>
  ));
}
