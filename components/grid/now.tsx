import { Stack } from "#components/ui/card.tsx";
import { Heading } from "#components/ui/phone.tsx";
import type { Raising } from "#components/voting/raising.ts";
import { type DayAt, minutesUntil, type SlotOfDay } from "#domain/day.ts";
import type { GridView } from "#domain/grid.ts";
import type { HeadCount } from "#domain/heads.ts";
import type { SlotView } from "#domain/slot.ts";
import { isOnDate, onSeveralDays } from "#domain/time/date.ts";
import { count } from "#messages/counts.ts";
import { type Place, rangeOn, timeAway } from "#messages/format.ts";
import { readerLocale, wordsOf } from "#messages/words.ts";
import styles from "./grid.module.css";
import { hourOfSlot } from "./hour.ts";
import { GoneCard, SessionCard } from "./session.tsx";

const words = wordsOf("grid");

type GridNowProps = {
  grid: GridView;
  counts: readonly HeadCount[];
  day: DayAt;
  now: number;
  place: Place;
  raising: Raising;
  hosting: readonly string[];
  /** When the camp goes on after this grid: an ISO 8601 instant, null where nothing follows. */
  goesOn: string | null;
};

/** What is on, where, until when, and what comes next. */
export function GridNow({ day, goesOn, ...seen }: GridNowProps) {
  const { now, place } = seen;
  const begun = seen.grid.slots.some(({ kind, endsAt }) => kind === "session" && Date.parse(endsAt) <= now);
  if (day.over) return <Heading title={words.now.over.title}>{words.now.over.body}</Heading>;
  return (
    <>
      {day.on ? <On day={day.on} {...seen} /> : null}
      {!day.on && day.next ? <Ahead slot={day.next.slot} begun={begun} {...seen} /> : null}
      {day.next ? (
        <Next day={day.next} alone={!day.on} {...seen} />
      ) : (
        <p>{goesOn ? words.now.lastOfDay(timeAway(goesOn, now, place)) : words.now.lastSlot}</p>
      )}
    </>
  );
}

const minutes = (n: number) => count(n, words.now.minutes, readerLocale());

/** Up to so many minutes are written as minutes, beyond as hours. */
const COUNTED = 90;

const span = (n: number) =>
  n <= COUNTED ? minutes(n) : count(Math.round(n / 60), words.now.hours, readerLocale());

/** How long until a slot, where that is soon or today. */
function untilWords({ startsAt }: SlotView, now: number, { zone }: Place): string | null {
  const n = minutesUntil(startsAt, now);
  return n <= COUNTED || isOnDate(startsAt, now, zone) ? words.now.in(span(n)) : null;
}

type Seen = Omit<GridNowProps, "day" | "goesOn">;

function Ahead({ slot, begun, now, place }: Seen & { slot: SlotView; begun: boolean }) {
  const title =
    slot.kind === "break"
      ? nextTitle(slot, now, place)
      : words.now[begun ? "between" : "before"](timeAway(slot.startsAt, now, place));
  const above = untilWords(slot, now, place);
  return <Heading {...(above && { above })} title={title} />;
}

function nextTitle(slot: SlotView, now: number, place: Place): string {
  const next = words.now.next(timeAway(slot.startsAt, now, place));
  return slot.kind === "break" ? `${next} · ${words.now.break(slot.title)}` : next;
}

function On({ day: { slot, sessions, gone }, ...seen }: Seen & { day: SlotOfDay }) {
  const { grid, now, place } = seen;
  const range = rangeOn(slot.startsAt, slot.endsAt, onSeveralDays(grid.slots, place.zone), place);
  if (slot.kind === "break") return <Heading above={range} title={words.now.break(slot.title)} />;
  const until = words.now.until(span(minutesUntil(slot.endsAt, now)));
  return (
    <>
      <Heading above={`${words.now.slot(slot.number, range)} · ${until}`} title={words.now.title} />
      {sessions.length === 0 ? <p>{words.now.nothingHere}</p> : null}
      <Stack as="ul">
        {sessions.map((session) => (
          <SessionCard key={session.pitch.id} session={session} {...seen} />
        ))}
        <Gone gone={gone} {...seen} />
      </Stack>
    </>
  );
}

function Next({ day: { slot, sessions, gone }, alone, ...seen }: Seen & { day: SlotOfDay; alone: boolean }) {
  const { now, place } = seen;
  const hour = hourOfSlot(slot);
  const until = untilWords(slot, now, place);
  return (
    <>
      {alone ? null : (
        <div className={styles.next}>
          <h2>{nextTitle(slot, now, place)}</h2>
          {until ? <span>{until}</span> : null}
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
        <Gone gone={gone} {...seen} />
      </Stack>
    </>
  );
}

const Gone = ({ gone, grid, place }: Pick<SlotOfDay, "gone"> & Pick<Seen, "grid" | "place">) =>
  gone.map((change) => <GoneCard key={change.pitchId} {...{ grid, change, place }} />);
