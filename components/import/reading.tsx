/** How a file was read, in plain form fields, so that it can be corrected without a script. */

import { Chips } from "#components/ui/choice.tsx";
import { SelectField } from "#components/ui/field.tsx";
import { DAYS_OF } from "#domain/import/moved-days.ts";
import type { Reading } from "#domain/import/reading.ts";
import { COLUMNS_OF, SHEET_KINDS } from "#domain/import/sheets.ts";
import type { Page } from "#domain/import/workbook.ts";
import { fullDay } from "#messages/format.ts";
import { readerLocale, wordsOf } from "#messages/words.ts";
import styles from "./import.module.css";

const imports = wordsOf("imports");

const { read } = imports;
const place = () => ({ locale: readerLocale(), zone: "UTC" });

type ReadingProps = { reading: Reading; pages: readonly Page[]; page: number; day: string };

export function ReadingFields({ reading, pages, page, day }: ReadingProps) {
  const { sheet, order, zone, days, moved } = reading;
  const onto = (from: string) => {
    if (moved?.as !== "camp") return dayName(from);
    const to = moved.days.find((one) => one.from === from)?.to ?? null;
    return read.movedDay(dayName(from), to && dayName(to));
  };
  const kind = sheet === "people" ? null : sheet;
  return (
    <div className={styles.reading}>
      <p>{read.hint}</p>
      <div className={styles.fields}>
        {pages.length > 1 ? (
          <SelectField name="page" label={read.page} defaultValue={page}>
            {pages.map(({ name }, index) => (
              <option key={name} value={index}>
                {name}
              </option>
            ))}
          </SelectField>
        ) : null}
        <SelectField name="kind" label={read.sheet} defaultValue={kind ?? ""}>
          {kind === null ? (
            <option value="">{sheet === "people" ? read.people : read.sheetUnknown}</option>
          ) : null}
          {SHEET_KINDS.map((one) => (
            <option key={one} value={one}>
              {read.sheets[one]}
            </option>
          ))}
        </SelectField>
      </div>
      {kind ? <ColumnFields columns={reading.columns} kind={kind} /> : null}
      {order ? (
        <Chips
          legend={read.order}
          hint={read.orderWhy(order)}
          name="order"
          chosen={[order.order]}
          options={(["day", "month"] as const).map((value) => ({ value, label: read.orders[value] }))}
        />
      ) : null}
      {days.length > 0 ? (
        <section className={styles.days}>
          <h3>{read.days}</h3>
          <ul>
            {days.map((one) => (
              <li key={one.day}>{read.day(onto(one.day), one.rows)}</li>
            ))}
          </ul>
          <p>{read.zone(zone)}</p>
          {moved ? (
            <Chips
              legend={read.daysOf}
              hint={read.daysOfHint}
              name="days"
              chosen={[moved.as]}
              options={DAYS_OF.map((value) => ({ value, label: read.daysOfOptions[value] }))}
            />
          ) : null}
          {moved?.as === "file" && !days.some((one) => one.day === day) ? (
            <p>{read.otherDays(dayName(day))}</p>
          ) : null}
        </section>
      ) : null}
    </div>
  );
}

type ColumnProps = { columns: Reading["columns"]; kind: (typeof SHEET_KINDS)[number] };

function ColumnFields({ columns, kind }: ColumnProps) {
  return (
    <fieldset className={styles.columnFields}>
      <legend>{read.columns}</legend>
      <div className={styles.fields}>
        {columns.map(({ at, name, sample, means }) => (
          <SelectField
            key={at}
            name={`column.${at}`}
            label={read.column(name, at + 1)}
            hint={read.sample(sample)}
            defaultValue={means ?? ""}
          >
            <option value="">{read.alone}</option>
            {COLUMNS_OF[kind].map((column) => (
              <option key={column} value={column}>
                {read.means(column)}
              </option>
            ))}
          </SelectField>
        ))}
      </div>
    </fieldset>
  );
}

function dayName(day: string): string {
  return fullDay(`${day}T12:00:00Z`, place());
}
