import { changeLines } from "#components/grid/change.ts";
import { hourOfSlot } from "#components/grid/hour.ts";
import { Card } from "#components/ui/card.tsx";
import { RoomName } from "#components/ui/room.tsx";
import { Wall, WallCards, WallTitle } from "#components/ui/wall.tsx";
import { worded } from "#components/ui/words.tsx";
import { comingSessions, dayAt, type SlotOfDay } from "#domain/day.ts";
import type { GridView } from "#domain/grid.ts";
import { pitch as pitchWords } from "#messages/en/pitch.ts";
import { wall as words } from "#messages/en/wall.ts";
import { type Place, time, timeRange, wallClock } from "#messages/format.ts";
import { type Join, JoinLine } from "./join.tsx";
import styles from "./wall.module.css";

type WallSessionsProps = { grid: GridView; now: number; place: Place; join: Join };

/** From here on four columns leave too little for a title. */
const MANY = 8;

/** How many changes are said at once. */
const SAID = 2;

/** The wall while sessions run: what is on, room by room, and what comes next. */
export function WallSessions({ grid, now, place, join }: WallSessionsProps) {
  const { on, next } = dayAt(grid, now);
  const coming = comingSessions(grid, now);
  const shown = on?.slot.kind === "session" ? on : coming;
  const clock = wallClock(new Date(now), place);
  const hour = on ? hourOfSlot(on.slot) : coming ? hourOfSlot(coming.slot) : "pause";
  const band = shown === on ? next : null;
  return (
    <Wall
      hour={hour}
      above={aboveOf(on, coming, place)}
      join={<JoinLine says={words.follow} join={join} />}
      {...(band && { foot: <Next day={band} grid={grid} place={place} />, footHour: hourOfSlot(band.slot) })}
    >
      {shown ? (
        <Cards
          day={shown}
          title={shown === on ? words.on : words.next(time(shown.slot.startsAt, place))}
          clock={clock}
        />
      ) : (
        <WallTitle by={words.after.body}>{words.after.title}</WallTitle>
      )}
    </Wall>
  );
}

/** Where in the day we are: the slot, the break, or when it starts. */
function aboveOf(on: SlotOfDay | null, coming: SlotOfDay | null, place: Place): string {
  if (on?.slot.kind === "session")
    return words.slot(on.slot.number, timeRange(on.slot.startsAt, on.slot.endsAt, place));
  if (on) return `${on.slot.title || words.breakName} · ${words.breakUntil(time(on.slot.endsAt, place))}`;
  return coming ? words.first(time(coming.slot.startsAt, place)) : "";
}

const nextTitle = ({ slot }: SlotOfDay, place: Place) =>
  slot.kind === "break"
    ? `${slot.title || words.breakName} · ${time(slot.startsAt, place)}`
    : words.next(time(slot.startsAt, place));

function Cards({ day, title, clock }: { day: SlotOfDay; title: string; clock: string }) {
  return (
    <div className={day.sessions.length > MANY ? styles.many : styles.few}>
      <WallCards title={title} clock={clock}>
        {day.sessions.map(({ pitch, room }) => (
          <Card
            as="li"
            key={pitch.id}
            title={pitch.title}
            above={<RoomName letter={room.letter}>{room.name}</RoomName>}
          >
            {pitch.noteLevel === "open" ? null : <p>{pitchWords.levels[pitch.noteLevel]}</p>}
          </Card>
        ))}
      </WallCards>
      {day.sessions.length === 0 && day.slot.kind === "session" ? <p>{words.empty}</p> : null}
    </div>
  );
}

/** The strip at the foot, in the colour of the hour to come: when, and what moved. */
function Next({ day, grid, place }: { day: SlotOfDay; grid: GridView; place: Place }) {
  const lines = changeLines(grid, place, Date.parse(day.slot.startsAt)).slice(0, SAID);
  return (
    <>
      <p className={styles.next}>{worded(nextTitle(day, place))}</p>
      {lines.length > 0 ? (
        <ul className={styles.changes} aria-live="polite">
          {lines.map(({ id, line }) => (
            <li key={id}>{worded(line)}</li>
          ))}
        </ul>
      ) : null}
    </>
  );
}
