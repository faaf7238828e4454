import type { Filled } from "#components/form/form.tsx";
import { Check } from "#components/ui/check.tsx";
import { SelectField, TextField } from "#components/ui/field.tsx";
import { DAYS, LONGEST } from "#domain/limits.ts";
import { SLOT_KINDS, type SlotKind } from "#domain/slot.ts";
import { wordsOf } from "#messages/words.ts";
import styles from "./rows.module.css";

const camp = wordsOf("camp");

const words = camp.slots;

/** In local dates and times; `id` is empty for a new slot. */
export type SlotRow = {
  id: string;
  kind: SlotKind;
  title: string;
  day: string;
  starts: string;
  ends: string;
};

export function SlotRows({ fields, rows }: { fields: Filled; rows: readonly SlotRow[] }) {
  return (
    <div className={styles.rows}>
      {rows.map((row, index) => {
        const asked = (part: "title" | "day" | "starts" | "ends") => ({
          name: `slot.${index}.${part}`,
          defaultValue: fields.text(`slot.${index}.${part}`, row[part]),
          error: fields.error(`slot.${index}.${part}`),
        });
        const kind = `slot.${index}.kind`;
        const remove = `slot.${index}.remove`;
        return (
          <fieldset className={styles.row} data-of="slot" key={row.id || index}>
            <legend className={styles.title}>{row.id ? words.number(index + 1) : words.fresh}</legend>
            <input type="hidden" name={`slot.${index}.id`} value={row.id} />
            <SelectField label={words.kind} name={kind} defaultValue={fields.text(kind, row.kind)}>
              {SLOT_KINDS.map((one) => (
                <option key={one} value={one}>
                  {words.kinds[one]}
                </option>
              ))}
            </SelectField>
            <TextField label={words.name} maxLength={LONGEST.slotTitle} {...asked("title")} />
            <TextField label={words.day} type="date" {...DAYS} {...asked("day")} />
            <TextField label={words.starts} type="time" {...asked("starts")} />
            <TextField label={words.ends} type="time" {...asked("ends")} />
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
