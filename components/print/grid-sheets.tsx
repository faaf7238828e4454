import { RoomLetter } from "#components/ui/room.tsx";
import { Words, worded } from "#components/ui/words.tsx";
import { dayTable, type TableCell, type TableRow } from "#domain/day-table.ts";
import type { RoomView } from "#domain/room.ts";
import { time } from "#messages/format.ts";
import { seatsOf } from "#messages/seats.ts";
import { wordsOf } from "#messages/words.ts";
import { cellWords, type PrintedDay } from "./day.ts";
import { lay } from "./fit.ts";
import { Sheet } from "./sheet.tsx";
import styles from "./table.module.css";

const words = wordsOf("print");
const editor = wordsOf("editor");

/** The grid of a day, rooms across and time down: one sheet, or a few where its rooms are too many for one. */
export function GridSheets({ day, empty = false }: { day: PrintedDay; empty?: boolean }) {
  const { rooms, slots } = day.grid;
  const grid = empty ? { ...day.grid, placements: [] } : day.grid;
  const tableOf = (some: readonly RoomView[]) =>
    dayTable(
      grid,
      slots,
      some.map(({ id }) => id),
    );
  const laid = lay(rooms, tableOf, (id) => cellWords(day, id), day.paper);
  const title = empty ? words.empty : words.grid;
  return laid.sheets.map((some, n) => (
    <Sheet
      key={some[0]?.id ?? "none"}
      day={day}
      title={laid.sheets.length > 1 ? words.part(title, n + 1, laid.sheets.length) : title}
      aside={empty ? null : `${day.said} · ${day.address}`}
    >
      <table className={styles.table} data-size={laid.size} data-empty={empty}>
        <thead>
          <tr>
            <th scope="col" className={styles.times}>
              <span className="visually-hidden">{editor.timeColumn}</span>
            </th>
            {some.map((room) => (
              <th scope="col" key={room.id}>
                <RoomLetter letter={room.letter} /> <Words>{room.name}</Words>{" "}
                <small>{seatsOf(room, day.place.locale)}</small>
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {tableOf(some).map((row) => (
            <Row key={row.slot.id} row={row} day={day} hosts={laid.hosts} columns={some.length} />
          ))}
        </tbody>
      </table>
    </Sheet>
  ));
}

type RowProps = { row: TableRow; day: PrintedDay; hosts: boolean; columns: number };

function Row({ row: { slot, cells }, day, hosts, columns }: RowProps) {
  const from = time(slot.startsAt, day.place);
  if (!cells)
    return (
      <tr className={styles.bar}>
        <th scope="row">{from}</th>
        <td colSpan={columns}>{worded(slot.title || words.breakName)}</td>
      </tr>
    );
  return (
    <tr>
      <th scope="row">
        {from}
        <small>{words.until(time(slot.endsAt, day.place))}</small>
        {slot.title ? <small>{worded(slot.title)}</small> : null}
      </th>
      {cells.map((cell) => (
        <Cell key={cell.roomId} cell={cell} day={day} hosts={hosts} />
      ))}
    </tr>
  );
}

function Cell({
  cell: { run, rows, goesOn },
  day,
  hosts,
}: Omit<RowProps, "row" | "columns"> & { cell: TableCell }) {
  if (!run) return <td />;
  const { title, by } = cellWords(day, run.pitchId);
  return (
    <td rowSpan={rows}>
      <strong>{worded(title)}</strong>
      {goesOn ? <small>{words.goesOn}</small> : null}
      {hosts && by ? <small>{worded(by)}</small> : null}
    </td>
  );
}
