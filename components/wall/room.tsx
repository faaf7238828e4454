import { hourOfSlot } from "#components/grid/hour.ts";
import { RoomName } from "#components/ui/room.tsx";
import { Tag } from "#components/ui/tag.tsx";
import { Wall, WallClock, WallTitle } from "#components/ui/wall.tsx";
import { Words, worded } from "#components/ui/words.tsx";
import { minutesUntil } from "#domain/day.ts";
import type { GridView } from "#domain/grid.ts";
import { countedOf, type HeadCount, spaceFor } from "#domain/heads.ts";
import type { RoomView } from "#domain/room.ts";
import { type Run, runsOf } from "#domain/run.ts";
import { whereInTheDay } from "#domain/slot.ts";
import { isOnDate } from "#domain/time/date.ts";
import { count, list } from "#messages/counts.ts";
import { type Place, time, timeAway, wallClock } from "#messages/format.ts";
import { wordsOf } from "#messages/words.ts";
import { asManyAsFit } from "./fit.ts";
import { type Join, JoinLine } from "./join.tsx";
import styles from "./wall.module.css";

const grids = wordsOf("grid");
const pitchWords = wordsOf("pitch");
const words = wordsOf("wall");

type WallRoomProps = {
  counts?: readonly HeadCount[];
  grid: GridView;
  letter: string;
  now: number;
  place: Place;
  join: Join;
  said: string | null;
  lost?: string | null;
};

/** A screen before one room: what is on in there, how long, and what comes next. */
export function WallRoom({ grid, counts = [], letter, now, place, join, said, lost = null }: WallRoomProps) {
  const room = grid.rooms.find((it) => it.letter === letter);
  const runs = room ? runsOf(grid).filter(({ roomId }) => roomId === room.id) : [];
  const { on, next } = whereInTheDay(runs, now);
  const today = next && isOnDate(next.startsAt, now, place.zone) ? next : null;
  const at = on ?? today;
  return (
    <Wall
      hour={at ? hourOf(grid, at) : "pause"}
      dense
      lost={lost}
      said={said}
      above={
        <p className={styles.room} data-long={(room?.name.length ?? 0) > LONG_NAME}>
          {room ? <RoomName letter={letter}>{room.name}</RoomName> : letter}
        </p>
      }
      join={
        <span className={styles.join}>
          <JoinLine says={words.follow} join={join} />
          <WallClock>{wallClock(new Date(now), place)}</WallClock>
        </span>
      }
      {...(room && {
        foot: <NextHere run={next} {...{ grid, now, place }} />,
        ...(next && { footHour: hourOf(grid, next) }),
      })}
    >
      {room === undefined ? (
        <WallTitle by={words.room.noneNext}>{words.room.none(letter)}</WallTitle>
      ) : on ? (
        <OnHere run={on} {...{ grid, counts, room, now, place }} />
      ) : (
        <WallTitle by={words.room.freeNext}>{words.room.free}</WallTitle>
      )}
    </Wall>
  );
}

const hourOf = (grid: GridView, { slotId }: Run) => hourOfSlot(grid.slots.find(({ id }) => id === slotId)!);

type HereProps = {
  grid: GridView;
  counts: readonly HeadCount[];
  room: RoomView;
  run: Run;
  now: number;
  place: Place;
};

function OnHere({ grid, counts, room, run, now, place }: HereProps) {
  const pitch = grid.sessions.find(({ id }) => id === run.pitchId);
  const left = count(minutesUntil(run.endsAt, now), words.room.left, place.locale);
  const expected = grid.heads?.[run.key] ?? null;
  const fits = spaceFor({ counted: countedOf(counts, run), expected }, room);
  const notes = pitch && pitch.noteLevel !== "open" ? pitchWords.choices.noteLevel[pitch.noteLevel] : null;
  return (
    <div className={styles[sizeOf(pitch?.title ?? "")]} aria-live="polite">
      <WallTitle by={words.room.on(time(run.endsAt, place), left)}>{pitch?.title ?? ""}</WallTitle>
      <p className={styles.here}>
        {pitch && pitch.hosts.length > 0 ? worded(pitchWords.by(named(pitch.hosts, place))) : null}
        {fits ? (
          <Tag {...(fits === "tight" && { tone: "wait" })} {...(fits === "full" && { tone: "bad" })}>
            {grids.space[fits]}
          </Tag>
        ) : null}
        {notes ? <Tag>{notes}</Tag> : null}
      </p>
    </div>
  );
}

/** Longer titles and names need smaller letters. */
const [LONG, LONGEST, LONG_NAME] = [44, 72, 24];

const sizeOf = ({ length }: string) => (length > LONGEST ? "longest" : length > LONG ? "long" : "usual");

/** So many letters of hosts are read from the door. */
const LETTERS = 110;

/** The hosts for whom there is room, and how many more there are. */
function named(hosts: readonly string[], { locale }: Place): string {
  const fit = asManyAsFit(hosts, (name) => name, LETTERS);
  const rest = hosts.length - fit.length;
  return list(rest > 0 ? [...fit, count(rest, words.moreNamed, locale)] : fit, locale);
}

type NextProps = { grid: GridView; run: Run | null; now: number; place: Place };

function NextHere({ grid, run, now, place }: NextProps) {
  if (!run) return <p className={styles.next}>{words.room.nothingNext}</p>;
  const title = grid.sessions.find(({ id }) => id === run.pitchId)?.title ?? "";
  return (
    <>
      <p className={styles.next}>{words.next(timeAway(run.startsAt, now, place))}</p>
      <p className={styles.nextHere}>
        <Words>{title}</Words>
      </p>
    </>
  );
}
