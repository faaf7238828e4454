import { hourOfSlot } from "#components/grid/hour.ts";
import { RoomLetter } from "#components/ui/room.tsx";
import { Wall, WallClock } from "#components/ui/wall.tsx";
import { worded } from "#components/ui/words.tsx";
import { dateShown, dayTable, type TableCell, type TableRow } from "#domain/day-table.ts";
import type { GridView } from "#domain/grid.ts";
import { byDay, dateAt, isOnDate } from "#domain/time/date.ts";
import { list } from "#messages/counts.ts";
import { type Place, time, wallClock, weekday } from "#messages/format.ts";
import { wordsOf } from "#messages/words.ts";
import styles from "./day.module.css";
import { layDay, type Page } from "./day-fit.ts";
import { heightOfSaid } from "./fit.ts";
import { type Join, JoinLine } from "./join.tsx";
import { PageTurner } from "./page-turner.tsx";
import { usePages } from "./pages.ts";
import walls from "./wall.module.css";

const words = wordsOf("wall");

/** Of the line that says how old all is, in hundredths of the screen's width. */
const LOST = 3.4;

type WallDayProps = {
  grid: GridView;
  now: number;
  place: Place;
  join: Join;
  said: string | null;
  lost?: string | null;
};

type Told = { title: string; hosts: string };

/** The whole day, rooms across and time down: of today, or of the next day there is. */
export function WallDay({ grid, now, place, join, said, lost = null }: WallDayProps) {
  const days = byDay(grid.slots, place.zone);
  const shown = dateShown(
    days.map(({ day }) => day),
    dateAt(now, place.zone),
  );
  const slots = days.find(({ day }) => day === shown)?.things ?? [];
  const sessions = new Map(
    grid.sessions.map(({ id, title, hosts }) => [id, { title, hosts: list(hosts, place.locale) }]),
  );
  const wordsOfRun = (id: string) => ({
    title: sessions.get(id)?.title ?? "",
    by: sessions.get(id)?.hosts ?? "",
  });
  const tableOf = ({ slots, rooms }: Page) =>
    dayTable(
      grid,
      slots,
      rooms.map(({ id }) => id),
    );
  const less = (said ? heightOfSaid(said) : 0) + (lost ? LOST : 0);
  const laid = layDay(slots, grid.rooms, tableOf, wordsOfRun, less);
  const pages = usePages(now, laid.pages.length);
  const page = laid.pages[pages.page] ?? { slots: [], rooms: [] };
  const first = slots[0]?.startsAt;
  return (
    <Wall
      hour="pause"
      dense
      lost={lost}
      said={said}
      above={
        <div className={styles.head}>
          <h1>{first ? weekday(first, place) : words.empty}</h1>
          <PageTurner pages={pages} of={laid.pages.length} />
        </div>
      }
      join={
        <span className={walls.join}>
          <JoinLine says={words.follow} join={join} />
          <WallClock>{wallClock(new Date(now), place)}</WallClock>
        </span>
      }
    >
      <table className={styles.table} data-size={laid.size}>
        <thead>
          <tr>
            <th scope="col" className={styles.times}>
              <span className="visually-hidden">{words.timeColumn}</span>
            </th>
            {page.rooms.map(({ id, letter, name }) => (
              <th scope="col" key={id}>
                <RoomLetter letter={letter} /> {worded(name)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {tableOf(page).map((row) => (
            <Row
              key={row.slot.id}
              {...{ row, sessions, now, place }}
              hosts={laid.hosts}
              columns={page.rooms.length}
            />
          ))}
        </tbody>
      </table>
    </Wall>
  );
}

type RowProps = {
  row: TableRow;
  sessions: ReadonlyMap<string, Told>;
  hosts: boolean;
  columns: number;
  now: number;
  place: Place;
};

function Row({ row: { slot, cells }, sessions, hosts, columns, now, place }: RowProps) {
  const isOn = Date.parse(slot.startsAt) <= now && now < Date.parse(slot.endsAt);
  const isGone = Date.parse(slot.endsAt) <= now && isOnDate(slot.startsAt, now, place.zone);
  return (
    <tr data-hour={hourOfSlot(slot)} data-on={isOn} data-gone={isGone}>
      <th scope="row">
        {time(slot.startsAt, place)}
        {isOn ? <small>{words.now}</small> : null}
      </th>
      {cells ? (
        cells.map((cell) => <Cell key={cell.roomId} cell={cell} sessions={sessions} hosts={hosts} />)
      ) : (
        <td className={styles.bar} colSpan={columns}>
          {worded(slot.title || words.breakName)}
        </td>
      )}
    </tr>
  );
}

function Cell({
  cell: { run, rows, goesOn },
  sessions,
  hosts,
}: Pick<RowProps, "sessions" | "hosts"> & { cell: TableCell }) {
  const told = run && sessions.get(run.pitchId);
  if (!told) return <td />;
  return (
    <td rowSpan={rows} className={styles.session}>
      <strong>{worded(told.title)}</strong>
      {goesOn ? <small>{words.carriesOn}</small> : null}
      {hosts && told.hosts ? <small>{worded(told.hosts)}</small> : null}
    </td>
  );
}
