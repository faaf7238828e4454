/** Room by room: the day of each, or the day of one. */
import { Tag } from "#components/ui/tag.tsx";
import { hasSeats, type RoomView } from "#domain/room.ts";
import { wordsOf } from "#messages/words.ts";
import styles from "./grid.module.css";
import type { Reader } from "./reader.ts";
import { RoomLink, SessionRow } from "./session.tsx";

const words = wordsOf("grid");

/** @param mine only what is theirs, and only rooms with any of it */
export function ByRoom({ reader, mine }: { reader: Reader; mine: boolean }) {
  const rooms = reader.grid.rooms.filter((room) => !mine || runsIn(room, reader, true).length > 0);
  return (
    <div className={styles.byRoom}>
      {rooms.map((room) => (
        <section key={room.id} className={styles.inRoom}>
          <h2>
            <RoomLink slug={reader.slug} room={room} />
          </h2>
          {hasSeats(room) ? null : (
            <p className={styles.of}>
              <Tag>{words.unofficial}</Tag>
            </p>
          )}
          <RoomDay {...{ room, reader, mine }} />
        </section>
      ))}
    </div>
  );
}

export function RoomDay({ room, reader, mine = false }: { room: RoomView; reader: Reader; mine?: boolean }) {
  const runs = runsIn(room, reader, mine);
  if (runs.length === 0) return <p className={styles.free}>{words.list.free}</p>;
  return (
    <ol className={styles.rows}>
      {runs.map((run) => (
        <li key={run.key}>
          <SessionRow says="time" {...{ run, reader }} />
        </li>
      ))}
    </ol>
  );
}

const runsIn = (room: RoomView, { runs, isTheirs }: Reader, mine: boolean) =>
  runs.filter((run) => run.roomId === room.id && (!mine || isTheirs(run)));
