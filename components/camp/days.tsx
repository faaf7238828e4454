import type { Filled } from "#components/form/form.tsx";
import { Check } from "#components/ui/check.tsx";
import { TextField } from "#components/ui/field.tsx";
import { DAYS } from "#domain/limits.ts";
import { wordsOf } from "#messages/words.ts";
import styles from "./rows.module.css";

const camp = wordsOf("camp");

const words = camp.days;

/** `id` is empty for a new day. */
export type DayRow = { id: string; date: string; doors: string };

export function DayRows({ fields, rows }: { fields: Filled; rows: readonly DayRow[] }) {
  return (
    <div className={styles.rows}>
      {rows.map((row, index) => {
        const asked = (part: "date" | "doors") => ({
          name: `day.${index}.${part}`,
          defaultValue: fields.text(`day.${index}.${part}`, row[part]),
          error: fields.error(`day.${index}.${part}`),
        });
        const remove = `day.${index}.remove`;
        return (
          <fieldset className={styles.row} data-of="day" key={row.id || index}>
            <legend className={styles.title}>{row.id ? words.number(index + 1) : words.fresh}</legend>
            <input type="hidden" name={`day.${index}.id`} value={row.id} />
            <TextField label={words.date} type="date" {...DAYS} {...asked("date")} />
            <TextField label={words.doors} type="time" {...asked("doors")} />
            {row.id && rows.length > 2 ? (
              <div className={styles.ticks}>
                <Check
                  name={remove}
                  value="yes"
                  label={words.remove}
                  defaultChecked={fields.ticked(remove, "yes")}
                />
              </div>
            ) : null}
          </fieldset>
        );
      })}
    </div>
  );
}
