import type { Filled } from "#components/form/form.tsx";
import { RoomLetter } from "#components/ui/room.tsx";
import { LONGEST } from "#domain/limits.ts";
import { FEATURES, type Feature, hasSeats, type RoomView } from "#domain/room.ts";
import { wordsOf } from "#messages/words.ts";
import styles from "./table.module.css";
import { ActsCell, EditTable, rowsIn, TextCell, TickCell } from "./table.tsx";

const camp = wordsOf("camp");
const room = wordsOf("room");

const words = camp.rooms;

/** `id` and `letter` are empty for a new room. */
export type RoomRow = {
  id: string;
  letter: string;
  name: string;
  capacity: string;
  features: readonly Feature[];
  directions?: string | undefined;
  link?: string | undefined;
  unofficial?: boolean;
};

export const NO_ROOM: RoomRow = { id: "", letter: "", name: "", capacity: "", features: [] };

/** A room as its row shows it: a place without a known number of seats has none. */
export const rowOfRoom = (room: RoomView & { link?: string }): RoomRow => ({
  ...room,
  capacity: hasSeats(room) ? String(room.capacity) : "",
});

const HEADS = [
  { id: "letter", label: () => words.letter },
  { id: "name", label: () => words.name },
  { id: "capacity", label: () => words.seats },
  ...FEATURES.map((feature) => ({ id: feature, label: () => room.features[feature] })),
  { id: "unofficial", label: () => words.unofficial },
  { id: "directions", label: () => words.directions },
  { id: "link", label: () => words.link },
];

export function RoomRows({ fields, rows }: { fields: Filled; rows: readonly RoomRow[] }) {
  const count = rowsIn(fields, rows);
  const heads = HEADS.map(({ id, label }) => ({ id, label: label() }));
  return (
    <EditTable fields={fields} caption={words.title} heads={heads} count={count}>
      {Array.from({ length: count }, (_, index) => (
        <Row key={String(index)} fields={fields} index={index} begin={rows[index] ?? NO_ROOM} />
      ))}
    </EditTable>
  );
}

function Row({ fields, index, begin }: { fields: Filled; index: number; begin: RoomRow }) {
  const row = `room.${index}`;
  const letter = fields.text(`${row}.letter`, begin.letter);
  const of = letter ? words.number(letter) : words.row(index + 1);
  return (
    <tr data-of="room">
      <th scope="row" className={styles.head}>
        {letter ? <RoomLetter letter={letter} /> : null}
        <span className={letter ? "visually-hidden" : undefined}>{of}</span>
        <input type="hidden" name={`${row}.id`} value={fields.text(`${row}.id`, begin.id)} />
        <input type="hidden" name={`${row}.letter`} value={letter} />
      </th>
      <TextCell
        {...{ fields, of, name: `${row}.name`, label: words.name, otherwise: begin.name }}
        maxLength={LONGEST.roomName}
      />
      <TextCell
        {...{ fields, of, name: `${row}.capacity`, label: words.seats, otherwise: begin.capacity }}
        inputMode="numeric"
      />
      {FEATURES.map((feature) => (
        <TickCell
          key={feature}
          {...{ fields, of, name: `${row}.features`, label: room.features[feature], value: feature }}
          otherwise={begin.features.includes(feature)}
        />
      ))}
      <TickCell
        {...{ fields, of, name: `${row}.unofficial`, label: words.unofficial }}
        otherwise={begin.unofficial}
      />
      <TextCell
        {...{ fields, of, name: `${row}.directions`, label: words.directions }}
        otherwise={begin.directions ?? ""}
        maxLength={LONGEST.directions}
      />
      <TextCell
        {...{ fields, of, name: `${row}.link`, label: words.link, otherwise: begin.link ?? "" }}
        type="url"
        maxLength={LONGEST.roomLink}
      />
      <ActsCell {...{ fields, row, of, remove: words.remove }} />
    </tr>
  );
}
