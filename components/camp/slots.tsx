import type { Filled } from "#components/form/form.tsx";
import { DAYS, LONGEST } from "#domain/limits.ts";
import { SLOT_KINDS, type SlotKind } from "#domain/slot.ts";
import { wordsOf } from "#messages/words.ts";
import styles from "./table.module.css";
import { ActsCell, EditTable, rowsIn, SelectCell, TextCell } from "./table.tsx";

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

const HEADS = ["kind", "name", "day", "starts", "ends"] as const;

export function SlotRows({ fields, rows }: { fields: Filled; rows: readonly SlotRow[] }) {
  const count = rowsIn(fields, rows);
  const heads = [{ id: "row", label: words.row }, ...HEADS.map((head) => ({ id: head, label: words[head] }))];
  return (
    <EditTable fields={fields} caption={words.title} heads={heads} count={count}>
      {Array.from({ length: count }, (_, index) => (
        <Row key={String(index)} fields={fields} index={index} begin={rows[index] ?? rows.at(-1)!} />
      ))}
    </EditTable>
  );
}

/** @param begin of an empty row where there are more than it began with */
function Row({ fields, index, begin }: { fields: Filled; index: number; begin: SlotRow }) {
  const row = `slot.${index}`;
  const of = words.number(index + 1);
  const asked = (part: "title" | "day" | "starts" | "ends", label: string) => {
    return { fields, of, name: `${row}.${part}`, label, otherwise: begin[part] };
  };
  return (
    <tr data-of="slot">
      <th scope="row" className={styles.head}>
        {of}
        <input type="hidden" name={`${row}.id`} value={fields.text(`${row}.id`, begin.id)} />
      </th>
      <SelectCell {...{ fields, of, name: `${row}.kind`, label: words.kind, otherwise: begin.kind }}>
        {SLOT_KINDS.map((one) => (
          <option key={one} value={one}>
            {words.kinds[one]}
          </option>
        ))}
      </SelectCell>
      <TextCell {...asked("title", words.name)} maxLength={LONGEST.slotTitle} />
      <TextCell {...asked("day", words.day)} type="date" {...DAYS} />
      <TextCell {...asked("starts", words.starts)} type="time" />
      <TextCell {...asked("ends", words.ends)} type="time" />
      <ActsCell {...{ fields, row, of, remove: words.remove }} />
    </tr>
  );
}
