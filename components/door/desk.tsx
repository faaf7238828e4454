import { Numbers } from "#components/ui/figures.tsx";
import { paceOf } from "#domain/door/pace.ts";
import { number } from "#messages/counts.ts";
import { readerLocale, wordsOf } from "#messages/words.ts";
import styles from "./desk.module.css";

const words = wordsOf("door");

type DeskDoorProps = {
  figures: { places: number; here: number; lately: number };
  /** How many were expected in all before anybody came. */
  forecast: number;
  /** The first of those who are not in. */
  missing: readonly { id: string; name: string }[];
};

/** How many are in, how fast they come, and who is not in yet. */
export function DeskDoor({ figures: { places, here, lately }, forecast, missing }: DeskDoorProps) {
  // More than were expected may have come already.
  const expected = Math.max(here, forecast);
  const say = (many: number) => number(many, readerLocale());
  const { anHour, left } = paceOf(lately, here, expected);
  const out = Math.max(missing.length, places - here);
  return (
    <>
      <Numbers
        items={[
          { value: say(here), label: words.atDesk.here },
          { value: say(expected), label: words.atDesk.expected },
          { value: say(places), label: words.atDesk.places },
        ]}
      />
      <p>{words.atDesk.pace(anHour, left)}</p>
      {missing.length > 0 ? (
        <details className={styles.missing}>
          <summary>{words.atDesk.missing(out)}</summary>
          <ul>
            {missing.map(({ id, name }) => (
              <li key={id}>{name}</li>
            ))}
          </ul>
          {out > missing.length ? <p>{words.atDesk.andMore(out - missing.length)}</p> : null}
        </details>
      ) : null}
    </>
  );
}
