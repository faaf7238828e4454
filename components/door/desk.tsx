import { Numbers } from "#components/ui/figures.tsx";
import { paceOf } from "#domain/door/pace.ts";
import { number } from "#messages/counts.ts";
import { readerLocale, wordsOf } from "#messages/words.ts";
import styles from "./desk.module.css";

const words = wordsOf("door");

type DeskDoorProps = {
  figures: Record<"places" | "here" | "lately" | "left" | "standby" | "called", number>;
  /** How many were expected in all before anybody came. */
  forecast: number;
  /** The first of those who are not in. */
  missing: readonly { id: string; name: string }[];
  /** What part of those who came to the camp before was in by this time after the doors; null where that is not known. */
  before: { name: string; share: number } | null;
  /** The camp is over: nobody is expected any more. */
  over?: boolean;
};

/** How many are in, how fast they come, and who is not in yet. */
export function DeskDoor({ figures, forecast, missing, before, over = false }: DeskDoorProps) {
  const { places, here, lately, left: gone, standby, called } = figures;
  // More than were expected may have come already.
  const expected = Math.max(here + gone, forecast);
  const say = (many: number) => number(many, readerLocale());
  const { anHour, left } = paceOf(lately, here + gone, expected);
  const out = Math.max(missing.length, places - here - gone);
  return (
    <>
      <Numbers
        items={[
          { value: say(here), label: words.atDesk.here },
          ...(over ? [] : [{ value: say(expected), label: words.atDesk.expected }]),
          { value: say(places), label: words.atDesk.places },
          ...(over ? [] : [{ value: say(standby), label: words.atDesk.standby }]),
          ...(called > 0 ? [{ value: say(called), label: words.atDesk.called }] : []),
          ...(gone > 0 ? [{ value: say(gone), label: words.atDesk.gone }] : []),
        ]}
      />
      {over ? null : (
        <p>
          {words.atDesk.estimate} {words.atDesk.pace(anHour, left)}{" "}
          {before ? words.atDesk.before(before.name, before.share) : null}
        </p>
      )}
      {missing.length > 0 ? (
        <details className={styles.missing}>
          <summary>{over ? words.atDesk.stayedAway(out) : words.atDesk.missing(out)}</summary>
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
