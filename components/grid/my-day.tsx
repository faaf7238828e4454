"use client";

import { Figures } from "#components/ui/figures.tsx";
import { RoomName } from "#components/ui/room.tsx";
import { Tag } from "#components/ui/tag.tsx";
import { Words, worded } from "#components/ui/words.tsx";
import type { EventView } from "#domain/event.ts";
import type { GridView } from "#domain/grid.ts";
import { type Going, myDay, type SlotOfMine, slotsTaken, type Whose } from "#domain/my-day.ts";
import { areNamed, byDay } from "#domain/time/date.ts";
import { list } from "#messages/counts.ts";
import { type Place, time, weekdayAmong } from "#messages/format.ts";
import { changeTag } from "#messages/grid-change.ts";
import { readerLocale, wordsOf } from "#messages/words.ts";
import { hourOfSlot } from "./hour.ts";
import styles from "./my-day.module.css";

const words = wordsOf("myDay");
const grids = wordsOf("grid");
const pitches = wordsOf("pitch");

type MyDayProps = {
  camp: Pick<EventView, "slug" | "days">;
  grid: GridView;
  whose: Whose;
  /** Milliseconds since 1970. */
  now: number;
  place: Place;
  /** Whether it is what this phone has kept, without a network. */
  offline?: boolean;
};

/** Somebody's own day, slot by slot. It says the same on a phone, without a script and on paper. */
export function MyDay({ camp, grid, whose, now, place, offline = false }: MyDayProps) {
  const day = myDay(grid, whose, now);
  const { taken, slots } = slotsTaken(day);
  const days = byDay(grid.slots, place.zone);
  const named = areNamed(
    days.map(({ day: date }) => date),
    camp,
  );
  const starts = [...camp.days, ...grid.slots].map(({ startsAt }) => startsAt);
  const at = { slug: camp.slug, grid, place };
  return (
    <>
      <p className={styles.taken}>
        <Figures>{words.taken(taken, slots)}</Figures>
        <output>{offline ? ` · ${words.offline}` : null}</output>
      </p>
      {taken === 0 ? (
        <p>
          {words.none} <a href={`/e/${camp.slug}/grid`}>{words.toGrid}</a>
        </p>
      ) : null}
      {days.map(({ day: date, things }) => {
        const first = things[0];
        const ids = new Set(things.map(({ id }) => id));
        return (
          <section key={date}>
            {named && first ? (
              <h2 className={styles.apart}>{weekdayAmong(first.startsAt, starts, place)}</h2>
            ) : null}
            <ul className={styles.list}>
              {day
                .filter(({ slot }) => ids.has(slot.id))
                .map((slot) => (
                  <Slot key={slot.slot.id} of={slot} {...at} level={named ? 3 : 2} />
                ))}
            </ul>
          </section>
        );
      })}
    </>
  );
}

type Seen = { slug: string; grid: GridView; place: Place; level: 2 | 3 };

function Slot({ of, ...seen }: Seen & { of: SlotOfMine }) {
  const { slug, place } = seen;
  const { slot, when, goings, goesOn, gone } = of;
  const at = time(slot.startsAt, place);
  const empty = goings.length + goesOn.length === 0;
  return (
    <li className={styles.slot}>
      <p className={styles.time} data-hour={hourOfSlot(slot)}>
        <strong>{at}</strong>
        {when === "ahead" ? null : (
          <>
            <br />
            {words.when[when]}
          </>
        )}
      </p>
      <ul className={styles.list}>
        {goesOn.map(({ run, pitch }) => (
          <li key={run.key} className={styles.quiet}>
            {worded(words.goesOn(pitch.title))}
          </li>
        ))}
        {goings.map((going) => (
          <GoingRow key={going.run.key} going={going} {...seen} />
        ))}
        {gone.map(({ pitchId, title }) => (
          <li key={pitchId}>
            <del>
              <Words>{title}</Words>
            </del>{" "}
            <Tag tone="wait">{grids.changed.gone}</Tag>
          </li>
        ))}
        {slot.kind === "break" && empty ? <li>{grids.now.break(slot.title)}</li> : null}
        {slot.kind === "session" && empty ? (
          <li className={styles.quiet}>
            {of.free === 0 ? (
              words.nothing
            ) : when === "over" ? (
              words.wasFree
            ) : (
              <>
                <Figures>{words.free(of.free)}</Figures>
                {" · "}
                <a href={`/e/${slug}/grid#slot-${slot.id}`}>{words.look(at)}</a>
              </>
            )}
          </li>
        ) : null}
      </ul>
    </li>
  );
}

function GoingRow({ going, grid, place, level }: Seen & { going: Going }) {
  const { pitch, room, hosts, change, besides } = going;
  const moved = changeTag(grid, change, place);
  const Title = level === 2 ? "h2" : "h3";
  return (
    <li>
      <Title>
        <Words>{pitch.title}</Words>
      </Title>
      <p>
        <RoomName letter={room.letter}>{room.name}</RoomName> {hosts ? <Tag>{words.host}</Tag> : null}{" "}
        {pitch.noteLevel === "open" ? null : <Tag>{pitches.choices.noteLevel[pitch.noteLevel]}</Tag>}{" "}
        {moved ? <Tag tone="wait">{worded(moved)}</Tag> : null}
      </p>
      {besides.length > 0 ? (
        <p className={styles.quiet}>
          {worded(
            words.besides(
              list(
                besides.map(({ title }) => `“${title}”`),
                readerLocale(),
              ),
            ),
          )}
        </p>
      ) : null}
    </li>
  );
}
