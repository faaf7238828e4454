import { RoomName } from "#components/ui/room.tsx";
import type { RoomView } from "#domain/room.ts";
import { wordsOf } from "#messages/words.ts";
import styles from "./print.module.css";

const words = wordsOf("print").screens;

/** The addresses of the walls. @param wall that of the camp's own */
export function Screens({ wall, rooms }: { wall: string; rooms: readonly RoomView[] }) {
  return (
    <section className={styles.screens} data-print="no">
      <h2>{words.title}</h2>
      <p>{words.lede}</p>
      <dl>
        <div>
          <dt>{words.wall}</dt>
          <dd>
            <a href={wall} translate="no">
              {wall}
            </a>
          </dd>
        </div>
        <div>
          <dt>{words.day}</dt>
          <dd>
            <a href={`${wall}?view=day`} translate="no">{`${wall}?view=day`}</a>
          </dd>
        </div>
        {rooms.length > 0 ? (
          <div>
            <dt>{words.rooms}</dt>
            {rooms.map(({ id, letter, name }) => (
              <dd key={id}>
                <a href={`${wall}?room=${letter}`}>
                  <RoomName letter={letter}>{name}</RoomName>
                </a>
              </dd>
            ))}
          </div>
        ) : null}
      </dl>
    </section>
  );
}
