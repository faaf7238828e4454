/**
 * Slots of a day: rooms across and time down where there is room for that, else one slot under the other. It is one
 * table either way, so that a screen reader can ask of any session when and where it is.
 */
import { HourBand } from "#components/ui/hour-band.tsx";
import type { Cell, Row } from "#domain/grid-days.ts";
import { keyOf } from "#domain/run.ts";
import { time } from "#messages/format.ts";
import { wordsOf } from "#messages/words.ts";
import { GoneRow } from "./gone.tsx";
import styles from "./grid.module.css";
import { hourOfSlot } from "./hour.ts";
import type { Reader } from "./reader.ts";
import { RoomLink, SessionRow } from "./session.tsx";
import tableStyles from "./slot-table.module.css";

const words = wordsOf("grid");

/** Said again, because browsers forget what a row is where it is drawn as anything else. */
const ROLE = {
  ...{ table: "table", group: "rowgroup", row: "row" },
  ...{ head: "columnheader", header: "rowheader", cell: "cell" },
} as const;

/** So many columns have room wherever there is a table, and so many on every laptop; more scroll in their frame. */
const FEW = 4;
const MANY = 8;

type SlotTableProps = {
  /** Names it for a screen reader. */
  label: string;
  rows: readonly Row[];
  /** The slot that is on, by its id. */
  on?: string | undefined;
  /** Whether it stands under the name of a day. */
  named: boolean;
  reader: Reader;
};

export function SlotTable({ label, rows, on, named, reader }: SlotTableProps) {
  const { rooms } = reader.grid;
  if (rows.length === 0) return null;
  return (
    <div
      className={tableStyles.frame}
      data-columns={rooms.length <= FEW ? "few" : rooms.length > MANY ? "many" : undefined}
    >
      <table className={tableStyles.table} role={ROLE.table} aria-label={label}>
        <thead role={ROLE.group}>
          <tr role={ROLE.row}>
            <th scope="col" role={ROLE.head}>
              {words.list.time}
            </th>
            {rooms.map((room) => (
              <th key={room.id} scope="col" role={ROLE.head}>
                <RoomLink slug={reader.slug} room={room} />
              </th>
            ))}
          </tr>
        </thead>
        <tbody role={ROLE.group}>
          {rows.map((row) => (
            <SlotRow key={row.slot.id} isOn={row.slot.id === on} {...{ row, named, reader }} />
          ))}
        </tbody>
      </table>
    </div>
  );
}

const holds = ({ runs, gone }: Cell) => runs.length + gone.length > 0;

type SlotRowProps = { row: Row; isOn: boolean; named: boolean; reader: Reader };

function SlotRow({ row: { slot, cells, runs, lost }, isOn, named, reader }: SlotRowProps) {
  const at = time(slot.startsAt, reader.place);
  const empty = runs.length + lost.length === 0 && !cells.some(holds);
  const first = cells.findIndex(holds);
  return (
    <tr id={`slot-${slot.id}`} role={ROLE.row} data-kind={slot.kind}>
      <th scope="row" role={ROLE.header} data-hour={hourOfSlot(slot)}>
        <HourBand hour={hourOfSlot(slot)} level={named ? 3 : 2} aside={isOn ? words.list.now : null}>
          {slot.kind === "break" ? words.list.break(slot.title, at) : words.list.slot(slot.number, at)}
        </HourBand>
        {slot.kind === "session" && empty ? <p className={styles.free}>{words.list.free}</p> : null}
        {lost.map((change) => (
          <GoneRow key={keyOf(change)} {...{ change, reader }} />
        ))}
      </th>
      {cells.map((cell, column) => (
        <td
          // biome-ignore lint/suspicious/noArrayIndexKey: a column is its room
          key={column}
          role={ROLE.cell}
          rowSpan={cell.rows > 1 ? cell.rows : undefined}
          data-empty={!holds(cell)}
          data-first={column === first}
          // Of a table it is a part of the cell above.
          data-goes-on={cell.rows === 0 || undefined}
        >
          {cell.runs.map((run) => (
            <SessionRow key={run.key} {...{ run, reader }} />
          ))}
          {cell.gone.map((change) => (
            <GoneRow key={keyOf(change)} {...{ change, reader }} />
          ))}
        </td>
      ))}
    </tr>
  );
}
