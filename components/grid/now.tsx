import { Stack } from "#components/ui/card.tsx";
import { Heading } from "#components/ui/phone.tsx";
import type { Raising } from "#components/voting/raising.ts";
import { type DayAt, minutesUntil, type SlotOfDay } from "#domain/day.ts";
import type { GridView } from "#domain/grid.ts";
import { onSeveralDays } from "#domain/time/date.ts";
import { count, type Place, rangeOn, timeAway } from "#messages/format.ts";
import { readerLocale, wordsOf } from "#messages/words.ts";
import styles from "./grid.module.css";
import { hourOfSlot } from "./hour.ts";
import { SessionCard } from "./session.tsx";

const words = wordsOf("grid");

type GridNowProps = {
  grid: GridView;
  day: DayAt;
  now: number;
  place: Place;
  raising: Raising;
  hosting: readonly string[];
};

/** What is on, where, until when, and what comes next: a glance of ten seconds. */
export function GridNow({ day, ...seen }: GridNowProps) {
  const { now, place } = seen;
  const begun = seen.grid.slots.some(({ kind, endsAt }) => kind === "session" && Date.parse(endsAt) <= now);
  if (day.over) return <Heading title={words.now.over.title}>{words.now.over.body}</Heading>;
  return (
    <>
      {day.on ? <On day={day.on} {...seen} /> : null}
      {!day.on && day.next ? (
        <Heading
          above={words.now.in(span(minutesUntil(day.next.slot.startsAt, now)))}
          title={words.now[begun ? "between" : "before"](timeAway(day.next.slot.startsAt, now, place))}
        />
      ) : null}
      {day.next ? <Next day={day.next} alone={!day.on} {...seen} /> : <p>{words.now.lastSlot}</p>}
    </>
  );
}

const minutes = (n: number) => count(n, words.now.minutes, readerLocale());

/** Minutes while they can be counted on two hands of a clock, then whole hours. */
const span = (n: number) =>
  n <= 90 ? minutes(n) : count(Math.round(n / 60), words.now.hours, readerLocale());

type Seen = Omit<GridNowProps, "day">;

function On({ day: { slot, sessions }, ...seen }: Seen & { day: SlotOfDay }) {
  const { grid, now, place, raising, hosting } = seen;
  const range = rangeOn(slot.startsAt, slot.endsAt, onSeveralDays(grid.slots, place.zone), place);
  if (slot.kind === "break") return <Heading above={range} title={words.now.break(slot.title)} />;
  const mine = (id: string) => hosting.includes(id) || raising.up(id);
  const yours = sessions.filter(({ pitch }) => mine(pitch.id));
  const others = sessions.filter(({ pitch }) => !mine(pitch.id));
  const until = words.now.until(minutes(minutesUntil(slot.endsAt, now)));
  return (
    <>
      <Heading above={`${words.now.slot(slot.number, range)} · ${until}`} title={words.now.title} />
      {sessions.length === 0 ? <p>{words.now.nothingHere}</p> : null}
      {yours.length > 0 ? (
        <Stack as="ul">
          {yours.map((session) => (
            <SessionCard key={session.pitch.id} session={session} remark={until} {...seen} />
          ))}
        </Stack>
      ) : null}
      {yours.length > 0 && others.length > 0 ? <h2 className={styles.others}>{words.now.others}</h2> : null}
      <Stack as="ul">
        {others.map((session) => (
          <SessionCard key={session.pitch.id} session={session} {...seen} />
        ))}
      </Stack>
    </>
  );
}

/** What comes next, in the colour of its own hour. */
function Next({ day: { slot, sessions }, alone, ...seen }: Seen & { day: SlotOfDay; alone: boolean }) {
  const { now, place } = seen;
  const hour = hourOfSlot(slot);
  const at = timeAway(slot.startsAt, now, place);
  const title =
    slot.kind === "break" ? `${words.now.next(at)} · ${words.now.break(slot.title)}` : words.now.next(at);
  return (
    <>
      {alone ? null : (
        <div className={styles.next}>
          <h2>{title}</h2>
          <span>{words.now.in(span(minutesUntil(slot.startsAt, now)))}</span>
        </div>
      )}
      <Stack as="ul">
        {sessions.map((session) => (
          <SessionCard
            key={session.pitch.id}
            session={session}
            {...(hour !== "pause" && { hour })}
            {...seen}
          />
        ))}
      </Stack>
    </>
  );
}
