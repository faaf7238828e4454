import { useEffect, useState } from "react";
import { useAlive } from "#components/ui/alive.ts";
import { Figures } from "#components/ui/figures.tsx";
import { Heading } from "#components/ui/phone.tsx";
import { Words, worded } from "#components/ui/words.tsx";
import type { Raising } from "#components/voting/raising.ts";
import { dayAt } from "#domain/day.ts";
import { type EventView, permits } from "#domain/event.ts";
import type { GridView } from "#domain/grid.ts";
import { type GridDay, gridDays } from "#domain/grid-days.ts";
import type { HeadCount } from "#domain/heads.ts";
import { areNamed } from "#domain/time/date.ts";
import { count } from "#messages/counts.ts";
import { type Place, shortDay, timeAway, weekdayAmong } from "#messages/format.ts";
import { changeSentences } from "#messages/grid-change.ts";
import { readerLocale, wordsOf } from "#messages/words.ts";
import { ByRoom } from "./by-room.tsx";
import styles from "./grid.module.css";
import { Looks, useLooked } from "./looks.tsx";
import { type Reader, useReader } from "./reader.ts";
import { SlotTable } from "./slot-table.tsx";
import { leadTo, ToNow } from "./to-now.tsx";

const words = wordsOf("grid");

type GridListProps = {
  camp: Pick<EventView, "slug" | "days" | "phase">;
  grid: GridView;
  now: number;
  place: Place;
  raising: Raising;
  counts?: readonly HeadCount[];
  hosting: readonly string[];
};

/** The whole grid, opened at now: what is over is folded away. Once open nothing moves by itself. */
export function GridList({ camp, ...asked }: GridListProps) {
  const { grid, now, place } = asked;
  const reader = useReader({ ...asked, slug: camp.slug, ask: permits(camp.phase, "publish") });
  const [looked, look] = useLooked();
  const opened = useOpenedAt(now);
  const days = gridDays(grid, {
    ...{ zone: place.zone, opened, now },
    ...(looked.mine && { only: reader }),
  });
  const { on, next } = dayAt(grid, now);
  const all = gridDays(grid, { zone: place.zone, opened, now });
  const named = areNamed(
    all.map(({ day }) => day),
    camp,
  );
  const starts = [...camp.days, ...grid.slots].map(({ startsAt }) => startsAt);
  const nameOf = ({ over, rest }: GridDay) => weekdayAmong((over[0] ?? rest[0])!.startsAt, starts, place);
  return (
    <>
      <Heading title={words.list.title}>
        <Figures>{words.list.version(grid.number, timeAway(grid.publishedAt, now, place))}</Figures>
        {" · "}
        <a href={`/e/${camp.slug}/changes`}>{words.list.log}</a>
        {" · "}
        <a href={`/e/${camp.slug}/feeds`}>{words.list.feeds}</a>
      </Heading>
      {grid.laterTakenBackAt ? (
        <p className={styles.back}>
          <Figures>{words.list.takenBack(timeAway(grid.laterTakenBackAt, now, place))}</Figures>
        </p>
      ) : null}
      <Changes grid={grid} now={now} place={place} />
      <Looks looked={looked} onLook={look} />
      <div className={styles.bleed} data-wide data-several={all.length > 1}>
        {all.length > 1 && !looked.byRoom ? (
          <nav className={styles.days} aria-label={words.list.days} data-print="no">
            {all.map(({ day, over, rest }) => (
              <a key={day} href={`#day-${day}`} onClick={leadTo}>
                {shortDay((over[0] ?? rest[0])!.startsAt, place)}
              </a>
            ))}
          </nav>
        ) : null}
        {looked.mine && days.length === 0 ? <p className={styles.free}>{words.list.noneMine}</p> : null}
        {looked.byRoom ? (
          <ByRoom reader={reader} mine={looked.mine} />
        ) : (
          days.map((day) => (
            <section key={day.day} className={styles.ofDay} id={`day-${day.day}`}>
              {named ? <h2 className={styles.day}>{worded(nameOf(day))}</h2> : null}
              <Over day={day} named={named} reader={reader} />
              <SlotTable
                label={words.list.ofDay(nameOf(day))}
                rows={day.rest}
                on={on?.slot.id}
                {...{ named, reader }}
              />
            </section>
          ))
        )}
        {looked.byRoom ? null : <ToNow key={String(looked.mine)} slot={(on ?? next)?.slot.id} isNext={!on} />}
      </div>
    </>
  );
}

/**
 * When the grid was opened, so that nothing is folded away from under its reader. Of a page that is drawn by the server
 * it is when that comes alive: a kept one may be hours old.
 */
function useOpenedAt(now: number): number {
  const [drawn] = useState(now);
  const [opened, open] = useState(useAlive() ? now : null);
  useEffect(() => {
    if (opened === null && now !== drawn) open(now);
  }, [opened, now, drawn]);
  return opened ?? now;
}

/** The slots of a day that were over when the page was opened. */
function Over({ day, named, reader }: { day: GridDay; named: boolean; reader: Reader }) {
  const { over } = day;
  if (over.length === 0) return null;
  const sessions = over.reduce((sum, { runs }) => sum + runs.length, 0);
  return (
    <details className={styles.over}>
      <summary>
        <Figures>
          {[
            count(over.length, words.list.over, readerLocale()),
            ...(sessions > 0 ? [count(sessions, words.list.inIt, readerLocale())] : []),
          ].join(" · ")}
        </Figures>
      </summary>
      <SlotTable
        label={count(over.length, words.list.over, readerLocale())}
        rows={over}
        {...{ named, reader }}
      />
    </details>
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
            <Figures>
              <Words>{sentence}</Words>
            </Figures>
          </li>
        ))}
      </ul>
    </details>
  );
}
