"use client";

import { useSnapshot } from "#components/live/provider.tsx";
import { RoomLetter } from "#components/ui/room.tsx";
import { sameCell } from "#domain/cell.ts";
import { occupantOf } from "#domain/draft.ts";
import type { RoomView } from "#domain/room.ts";
import type { SlotView } from "#domain/slot.ts";
import { count } from "#messages/counts.ts";
import { time, weekdayAmong } from "#messages/format.ts";
import { seatsOf } from "#messages/seats.ts";
import { readerLocale, wordsOf } from "#messages/words.ts";
import { Cell, GoesOn } from "./cell.tsx";
import { useEditor } from "./state.tsx";
import styles from "./table.module.css";
import { timeIn, titleOf } from "./words.ts";

const words = wordsOf("editor");
const roomWords = wordsOf("room");

/**
 * Rooms across, time down. It is a table, so that a screen reader says room and time with every card; on a phone it is
 * drawn as a list, slot by slot.
 */
export function Table() {
  const { board, days } = useEditor();
  return (
    <section
      className={styles.frame}
      // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable from the keyboard
      tabIndex={0}
      aria-label={words.grid}
    >
      <table
        className={styles.table}
        data-rooms={board.rooms.length > 6 ? "many" : "few"}
        data-wide={board.rooms.length > 12}
      >
        <caption className="visually-hidden">{words.grid}</caption>
        <thead>
          <tr>
            <th scope="col" className={styles.corner}>
              <span className="visually-hidden">{words.timeColumn}</span>
              <span className={styles.legend}>{words.legend}</span>
            </th>
            {board.rooms.map((room) => (
              <RoomHead key={room.id} room={room} />
            ))}
          </tr>
        </thead>
        {days.all.map(({ day, things }) => (
          <tbody key={day} data-shown={day === days.shown}>
            {days.named ? <Day first={things[0]!} /> : null}
            {things.map((slot) =>
              slot.kind === "break" ? <Break key={slot.id} slot={slot} /> : <Row key={slot.id} slot={slot} />,
            )}
          </tbody>
        ))}
      </table>
    </section>
  );
}

function RoomHead({ room }: { room: RoomView }) {
  const features = room.features.map((feature) => roomWords.features[feature].toLowerCase());
  return (
    <th scope="col" className={styles.room}>
      <span className={styles.letter}>
        <RoomLetter letter={room.letter} /> {seatsOf(room, readerLocale())}
      </span>
      <span className={styles.name}>{room.name}</span>
      {features.length > 0 ? <span className={styles.features}>{features.join(" · ")}</span> : null}
    </th>
  );
}

/** The name of a day, above its slots. */
function Day({ first }: { first: SlotView }) {
  const { board, zone, days } = useEditor();
  const { event } = useSnapshot();
  return (
    <tr className={days.all.length > 1 ? styles.onPaper : undefined}>
      <th scope="rowgroup" className={styles.day} colSpan={board.rooms.length + 1}>
        {weekdayAmong(
          first.startsAt,
          [...event.days, ...board.slots].map(({ startsAt }) => startsAt),
          { locale: readerLocale(), zone },
        )}
      </th>
    </tr>
  );
}

function Row({ slot }: { slot: SlotView }) {
  const { board, zone } = useEditor();
  const at = time(slot.startsAt, { locale: readerLocale(), zone });
  return (
    <tr data-hour={slot.hour}>
      <th scope="row" className={styles.time}>
        {at}
        <span className={styles.length}>{lengthOf(slot)}</span>
      </th>
      {board.rooms.map((room) => {
        const cell = { slotId: slot.id, roomId: room.id };
        const there = occupantOf(board, cell);
        // What goes on from the row above has its cell there.
        if (there && !sameCell(there, cell))
          return <GoesOn key={room.id} room={room} title={titleOf(board, there)} />;
        return <Cell key={room.id} cell={cell} room={room} time={timeIn(slot.startsAt, board, zone)} />;
      })}
    </tr>
  );
}

function Break({ slot }: { slot: SlotView }) {
  const { board, zone } = useEditor();
  return (
    <tr data-hour="pause">
      <th scope="row" className={styles.time}>
        {time(slot.startsAt, { locale: readerLocale(), zone })}
      </th>
      <td className={styles.break} colSpan={board.rooms.length}>
        {slot.title}
      </td>
    </tr>
  );
}

function lengthOf({ startsAt, endsAt }: SlotView): string {
  const minutes = Math.round((Date.parse(endsAt) - Date.parse(startsAt)) / 60_000);
  return count(minutes, words.minutes, readerLocale());
}
