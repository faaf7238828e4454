import { Figures } from "#components/ui/figures.tsx";
import { HourBand } from "#components/ui/hour-band.tsx";
import { Heading } from "#components/ui/phone.tsx";
import { worded } from "#components/ui/words.tsx";
import type { Raising } from "#components/voting/raising.ts";
import { dayAt, slotsOfDay } from "#domain/day.ts";
import type { EventView } from "#domain/event.ts";
import type { GridView } from "#domain/grid.ts";
import { keyOf } from "#domain/run.ts";
import { areNamed, byDay } from "#domain/time/date.ts";
import { count } from "#messages/counts.ts";
import { type Place, time, timeAway, weekdayAmong } from "#messages/format.ts";
import { changeSentences } from "#messages/grid-change.ts";
import { wordsOf } from "#messages/words.ts";
import styles from "./grid.module.css";
import { hourOfSlot } from "./hour.ts";
import { GoneRow, SessionRow } from "./session.tsx";

const words = wordsOf("grid");

type GridListProps = {
  camp: Pick<EventView, "slug" | "days">;
  grid: GridView;
  now: number;
  place: Place;
  raising: Raising;
  hosting: readonly string[];
};

export function GridList({ camp, grid, now, place, raising, hosting }: GridListProps) {
  const { on } = dayAt(grid, now);
  const days = byDay(grid.slots, place.zone);
  // The first slot of each day, under the day's name, where days are named.
  const starts = [...camp.days, ...grid.slots].map(({ startsAt }) => startsAt);
  const named = areNamed(
    days.map(({ day }) => day),
    camp,
  );
  const firsts = new Set(named ? days.map(({ things }) => things[0]?.id) : []);
  return (
    <>
      <Heading title={words.list.title}>
        <Figures>{words.list.version(grid.number, timeAway(grid.publishedAt, now, place))}</Figures>
        {on ? (
          <>
            {" · "}
            <a href={`#slot-${on.slot.id}`}>{words.list.toNow}</a>
          </>
        ) : null}
        {" · "}
        <a href={`/e/${camp.slug}/changes`}>{words.list.log}</a>
        {" · "}
        <a href={`/e/${camp.slug}/calendar.ics`}>{words.list.calendar}</a>
      </Heading>
      {grid.laterTakenBackAt ? (
        <p className={styles.back}>
          <Figures>{words.list.takenBack(timeAway(grid.laterTakenBackAt, now, place))}</Figures>
        </p>
      ) : null}
      <Changes grid={grid} now={now} place={place} />
      <div className={styles.bleed}>
        {slotsOfDay(grid, now).map(({ slot, sessions, gone }) => {
          const isNow = slot.id === on?.slot.id;
          const at = time(slot.startsAt, place);
          return (
            <section key={slot.id} className={styles.slot} id={`slot-${slot.id}`}>
              {firsts.has(slot.id) ? (
                <h2 className={styles.day}>{weekdayAmong(slot.startsAt, starts, place)}</h2>
              ) : null}
              <HourBand
                hour={hourOfSlot(slot)}
                level={firsts.size > 0 ? 3 : 2}
                aside={isNow ? words.list.now : null}
              >
                {slot.kind === "break" ? words.list.break(slot.title, at) : words.list.slot(slot.number, at)}
              </HourBand>
              {slot.kind === "session" && sessions.length + gone.length === 0 ? (
                <p className={styles.free}>{words.list.free}</p>
              ) : (
                <ul className={styles.rows}>
                  {sessions.map((session) => (
                    <SessionRow key={session.run.key} {...{ grid, session, place, raising, hosting }} />
                  ))}
                  {gone.map((change) => (
                    <GoneRow key={keyOf(change)} {...{ grid, change, place }} />
                  ))}
                </ul>
              )}
            </section>
          );
        })}
      </div>
    </>
  );
}

/** What moved, folded away: the tags on the sessions say it too. */
function Changes({ grid, now, place }: Pick<GridListProps, "grid" | "now" | "place">) {
  const sentences = changeSentences(grid, place, now);
  if (sentences.length === 0) return null;
  return (
    <details className={styles.changes}>
      <summary>
        <Figures>{count(sentences.length, words.changed.count, place.locale)}</Figures>
      </summary>
      <ul>
        {sentences.map(({ id, sentence }) => (
          <li key={id}>
            <Figures>{worded(sentence)}</Figures>
          </li>
        ))}
      </ul>
    </details>
  );
}
