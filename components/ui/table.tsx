import type { ReactNode } from "react";
import styles from "./table.module.css";
import { worded } from "./words.tsx";

export type Column<Row> = {
  id: string;
  label: string;
  /** The head is for a screen reader only, as over a column of buttons. */
  quiet?: boolean;
  /** Numbers, times and dates: display face, tabular, and `end` aligned when they are compared. */
  figures?: boolean;
  end?: boolean;
  /** Names its row: a screen reader says it with every other cell. */
  header?: boolean;
  /** What it says needs no label where there is no head above it, in a narrow frame. */
  plain?: boolean;
  cell: (row: Row) => ReactNode;
};

type TableProps<Row> = {
  /** Shown only to a screen reader unless `captionShown`. */
  caption: ReactNode;
  captionShown?: boolean;
  columns: readonly Column<Row>[];
  rows: readonly Row[];
  rowId: (row: Row) => string;
  /** A marked row has the first hour's tint; say why in one of its cells. */
  marked?: (row: Row) => boolean;
};

/** Said again, because browsers forget what a row is where it is drawn as anything else. */
const ROLE = {
  ...{ table: "table", group: "rowgroup", row: "row" },
  ...{ head: "columnheader", header: "rowheader", cell: "cell" },
} as const;

/** A table of more columns is squeezed long before it has no room. */
const FEW = 4;

/**
 * In a narrow frame the rows of many columns stand by themselves, one under the other: what names each, and then the
 * rest. What is too wide even so scrolls inside its own frame, reachable from the keyboard.
 */
export function Table<Row>({ caption, captionShown, columns, rows, rowId, marked }: TableProps<Row>) {
  return (
    <section
      className={styles.frame}
      data-folds={columns.length > FEW}
      // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable from the keyboard
      tabIndex={0}
      aria-label={typeof caption === "string" ? caption : undefined}
    >
      <table className={styles.table} role={ROLE.table}>
        <caption className={captionShown ? styles.caption : "visually-hidden"}>{caption}</caption>
        <thead role={ROLE.group}>
          <tr role={ROLE.row}>
            {columns.map((column) => (
              <th key={column.id} scope="col" role={ROLE.head} data-end={column.end}>
                {column.quiet ? <span className="visually-hidden">{column.label}</span> : column.label}
              </th>
            ))}
          </tr>
        </thead>
        <tbody role={ROLE.group}>
          {rows.map((row) => (
            <tr key={rowId(row)} id={rowId(row)} role={ROLE.row} data-hour={marked?.(row) ? 1 : undefined}>
              {columns.map((column) => {
                const Cell = column.header ? "th" : "td";
                return (
                  <Cell
                    key={column.id}
                    scope={column.header ? "row" : undefined}
                    role={column.header ? ROLE.header : ROLE.cell}
                    data-label={column.plain || column.quiet || column.header ? undefined : column.label}
                    data-figures={column.figures}
                    data-end={column.end}
                  >
                    {worded(column.cell(row))}
                  </Cell>
                );
              })}
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}
