import type { Filled } from "#components/form/form.tsx";
import { Check } from "#components/ui/check.tsx";
import { TextField } from "#components/ui/field.tsx";
import { RoomLetter } from "#components/ui/room.tsx";
import { LONGEST } from "#domain/limits.ts";
import { FEATURES, type Feature, hasSeats, type RoomView } from "#domain/room.ts";
import { wordsOf } from "#messages/words.ts";
import styles from "./rows.module.css";

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
export const rowOfRoom = (room: RoomView): RoomRow => ({
  ...room,
  capacity: hasSeats(room) ? String(room.capacity) : "",
});

/** @param removable rooms that exist can be removed with a tick */
export function RoomRows({
  fields,
  rows,
  removable,
}: {
  fields: Filled;
  rows: readonly RoomRow[];
  removable?: boolean;
}) {
  return (
    <div className={styles.rows}>
      {rows.map((row, index) => {
        const { letter } = row;
        const name = (part: string) => `room.${index}.${part}`;
        return (
          <fieldset className={styles.row} data-of="room" key={row.id || index}>
            <legend className={styles.title}>
              {letter ? <RoomLetter letter={letter} /> : null} {letter ? words.number(letter) : words.fresh}
            </legend>
            <input type="hidden" name={name("id")} value={row.id} />
            <input type="hidden" name={name("letter")} value={letter} />
            <TextField
              label={words.name}
              name={name("name")}
              maxLength={LONGEST.roomName}
              defaultValue={fields.text(name("name"), row.name)}
              error={fields.error(name("name"))}
            />
            <TextField
              label={words.seats}
              name={name("capacity")}
              inputMode="numeric"
              defaultValue={fields.text(name("capacity"), row.capacity)}
              error={fields.error(name("capacity"))}
            />
            <div className={styles.ticks}>
              {FEATURES.map((feature) => (
                <Check
                  key={feature}
                  id={name(feature)}
                  name={name("features")}
                  value={feature}
                  label={room.features[feature]}
                  defaultChecked={fields.ticked(name("features"), feature, row.features.includes(feature))}
                />
              ))}
              <Check
                id={name("unofficial")}
                name={name("unofficial")}
                value="yes"
                label={words.unofficial}
                defaultChecked={fields.ticked(name("unofficial"), "yes", row.unofficial)}
              />
              {removable && row.id ? (
                <Check
                  name={name("remove")}
                  value="yes"
                  label={words.remove}
                  defaultChecked={fields.ticked(name("remove"), "yes")}
                />
              ) : null}
            </div>
            <div className={styles.over}>
              <TextField
                label={words.directions}
                name={name("directions")}
                maxLength={LONGEST.directions}
                defaultValue={fields.text(name("directions"), row.directions ?? "")}
                error={fields.error(name("directions"))}
              />
              <TextField
                label={words.link}
                name={name("link")}
                type="url"
                maxLength={LONGEST.roomLink}
                defaultValue={fields.text(name("link"), row.link ?? "")}
                error={fields.error(name("link"))}
              />
            </div>
          </fieldset>
        );
      })}
    </div>
  );
}
