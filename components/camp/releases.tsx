import type { Filled } from "#components/form/form.tsx";
import { Check } from "#components/ui/check.tsx";
import { SelectField, TextField } from "#components/ui/field.tsx";
import { DAYS, LONGEST } from "#domain/limits.ts";
import { WAYS, type Way } from "#domain/release.ts";
import { wordsOf } from "#messages/words.ts";
import styles from "./rows.module.css";

const words = wordsOf("release").settings;

/** In local dates and times; `id` is empty for a new one. */
export type ReleaseFields = {
  id: string;
  way: Way;
  places: string;
  opensDay: string;
  opensTime: string;
  closesDay: string;
  closesTime: string;
  source: string;
};

/** What a draw asks is hidden by the style sheet for the other ways: without it, all is shown and says whose it is. */
export function ReleaseRows({ fields, rows }: { fields: Filled; rows: readonly ReleaseFields[] }) {
  return (
    <div className={styles.rows}>
      {rows.map((row, index) => {
        const asked = (part: Exclude<keyof ReleaseFields, "id" | "way">) => ({
          name: `release.${index}.${part}`,
          defaultValue: fields.text(`release.${index}.${part}`, row[part]),
          error: fields.error(`release.${index}.${part}`),
        });
        const way = `release.${index}.way`;
        const remove = `release.${index}.remove`;
        return (
          <fieldset className={styles.row} data-of="release" key={row.id || index}>
            <legend className={styles.title}>{row.id ? words.number(index + 1) : words.fresh}</legend>
            <input type="hidden" name={`release.${index}.id`} value={row.id} />
            <SelectField label={words.way} name={way} defaultValue={fields.text(way, row.way)}>
              {WAYS.map((one) => (
                <option key={one} value={one}>
                  {words.ways[one]}
                </option>
              ))}
            </SelectField>
            <TextField label={words.places} inputMode="numeric" {...asked("places")} />
            <TextField label={words.opensDay} type="date" {...DAYS} {...asked("opensDay")} />
            <TextField label={words.opensTime} type="time" {...asked("opensTime")} />
            <div className={styles.draw}>
              <TextField label={words.closesDay} type="date" {...DAYS} {...asked("closesDay")} />
              <TextField label={words.closesTime} type="time" {...asked("closesTime")} />
              <TextField
                label={words.source}
                hint={words.sourceHint}
                maxLength={LONGEST.drawSource}
                {...asked("source")}
              />
            </div>
            {row.id ? (
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
