import { type Qr, QrCode } from "#components/ui/qr.tsx";
import { worded } from "#components/ui/words.tsx";
import { dayTable } from "#domain/day-table.ts";
import type { RoomView } from "#domain/room.ts";
import { seatsOf } from "#messages/seats.ts";
import { wordsOf } from "#messages/words.ts";
import { cellWords, type PrintedDay, rangeOf } from "./day.ts";
import sheet from "./sheet.module.css";
import styles from "./signs.module.css";

const words = wordsOf("print");
const rooms = wordsOf("room");

/** Where a room's page is, by its letter. */
export type RoomPage = { address: string; qr: Qr };

type SignsProps = { day: PrintedDay; pageOf: (letter: string) => RoomPage };

/** A sign for the door of each room: its letter, what is on in it, and the way to its page. */
export function Signs({ day, pageOf }: SignsProps) {
  return day.grid.rooms.map((room) => (
    <Sign key={room.id} room={room} day={day} page={pageOf(room.letter)} />
  ));
}

function Sign({ room, day, page }: { room: RoomView; day: PrintedDay; page: RoomPage }) {
  const rows = dayTable(day.grid, day.grid.slots, [room.id]);
  const has = [seatsOf(room, day.place.locale), ...room.features.map((feature) => rooms.features[feature])];
  return (
    <section className={sheet.sheet} data-paper={day.paper}>
      <div className={styles.sign}>
        <div className={styles.door}>
          <p className={styles.letter} data-long={room.letter.length > 1} aria-hidden="true">
            {room.letter}
          </p>
          <h2 data-long={room.name.length > 24}>{worded(room.name)}</h2>
          <p>{has.join(" · ")}</p>
          <div className={styles.scan}>
            <QrCode qr={page.qr} label={words.qr(page.address)} />
            <p>
              {words.scan} <strong>{worded(page.address)}</strong>
            </p>
          </div>
        </div>
        <div>
          <p className={styles.when}>
            {worded(day.camp)} · {day.day}
          </p>
          <ol
            className={styles.slots}
            data-rows={rows.length > 10 ? "many" : rows.length > 7 ? "some" : "few"}
          >
            {rows.map(({ slot, cells }) => (
              <li key={slot.id} data-bar={cells === null}>
                <span>{rangeOf(slot, day.place)}</span>
                {cells ? (
                  <InRoom day={day} pitchId={cells[0]?.run?.pitchId} covered={cells.length === 0} />
                ) : (
                  <span>{worded(slot.title || words.breakName)}</span>
                )}
              </li>
            ))}
          </ol>
        </div>
      </div>
    </section>
  );
}

type InRoomProps = { day: PrintedDay; pitchId: string | undefined; covered: boolean };

function InRoom({ day, pitchId, covered }: InRoomProps) {
  if (covered) return <span>{words.goesOn}</span>;
  if (!pitchId) return <span className={styles.free}>{words.free}</span>;
  const { title, by } = cellWords(day, pitchId);
  return (
    <span>
      <strong>{worded(title)}</strong>
      {by ? <small>{worded(by)}</small> : null}
    </span>
  );
}
