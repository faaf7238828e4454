import type { Filled } from "#components/form/form.tsx";
import { TextField } from "#components/ui/field.tsx";
import { DAYS, LONGEST } from "#domain/limits.ts";
import { wordsOf } from "#messages/words.ts";
import styles from "./rows.module.css";

const camp = wordsOf("camp");

const words = camp.fields;

export type DetailsView = {
  name: string;
  strapline: string;
  place: string;
  day: string;
  doors: string;
  zone: string;
};

/** Zones a camp like ours is in; any other may be typed. */
const ZONES = ["Europe/London", "Europe/Dublin", "Europe/Berlin", "Europe/Paris", "Europe/Amsterdam", "UTC"];

export function DetailsFields({ fields, begin }: { fields: Filled; begin: DetailsView }) {
  const asked = (name: keyof DetailsView) => ({
    name,
    defaultValue: fields.text(name, begin[name]),
    error: fields.error(name),
  });
  return (
    <>
      <TextField label={words.name} maxLength={LONGEST.campName} {...asked("name")} />
      <TextField
        label={words.strapline}
        optional={words.optional}
        maxLength={LONGEST.strapline}
        {...asked("strapline")}
      />
      <TextField label={words.place} hint={words.placeHint} maxLength={LONGEST.place} {...asked("place")} />
      <div className={styles.pair}>
        <TextField label={words.day} type="date" {...DAYS} {...asked("day")} />
        <TextField label={words.doors} type="time" {...asked("doors")} />
        <TextField label={words.zone} list="zones" autoComplete="off" {...asked("zone")} />
      </div>
      <datalist id="zones">
        {ZONES.map((zone) => (
          <option key={zone} value={zone} />
        ))}
      </datalist>
    </>
  );
}
