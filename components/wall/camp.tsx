import { dateOf, fullDatesOf, isOn, timeOf } from "#components/event/life.ts";
import { BigNumber } from "#components/ui/figures.tsx";
import { Wall, WallTitle } from "#components/ui/wall.tsx";
import { onTheWall } from "#domain/announcement.ts";
import { isDayDone } from "#domain/day.ts";
import { type EventView, type Halted, hasDate, isHalted, permits } from "#domain/event.ts";
import { goesOnAt } from "#domain/life.ts";
import type { Snapshot } from "#domain/live.ts";
import { isOnDate } from "#domain/time/date.ts";
import { handsOpen } from "#domain/voting.ts";
import { count } from "#messages/counts.ts";
import { type Place, timeAway } from "#messages/format.ts";
import { wordsOf } from "#messages/words.ts";
import { WallDay } from "./day.tsx";
import { type Join, JoinBig } from "./join.tsx";
import { WallPitching } from "./pitching.tsx";
import { WallRoom } from "./room.tsx";
import { WallSessions } from "./sessions.tsx";
import type { WallView } from "./view.ts";
import styles from "./wall.module.css";

const pitchWords = wordsOf("pitch");
const words = wordsOf("wall");
const halt = wordsOf("halt");

const HALL: WallView = { kind: "camp" };

type WallCampProps = {
  snapshot: Snapshot;
  now: number;
  place: Place;
  join: Join;
  view?: WallView;
  /** How old it is, where nothing newer is heard. */
  lost?: string | null;
};

export function WallCamp({ snapshot, now, place, join, view = HALL, lost = null }: WallCampProps) {
  const { event, grid } = snapshot;
  const said = onTheWall(snapshot.announcements, now)?.text ?? null;
  const shown = { now, place, join, said, lost };
  if (isHalted(event.phase)) return <WallHalted event={event} phase={event.phase} {...shown} />;
  // A screen before a room says what is in there as soon as anybody knows, whatever the hall does.
  if (grid && view.kind === "room")
    return <WallRoom grid={grid} counts={snapshot.heads} letter={view.letter} {...shown} />;
  if (grid && view.kind === "day") return <WallDay grid={grid} {...shown} />;
  if (permits(event.phase, "hearPitches")) return <WallPitching snapshot={snapshot} {...shown} />;
  const runs = grid && permits(event.phase, "followGrid");
  const goesOn = goesOnAt(event, now, runs ? isDayDone(grid, event, now) : false);
  if (runs && !goesOn) {
    return <WallSessions grid={grid} counts={snapshot.heads} {...shown} />;
  }
  const { title, by, hour } = goesOn
    ? ({
        title: words.goesOn(timeAway(goesOn, now, place)),
        by: isOnDate(goesOn, now, place.zone) ? words.goesOnToday : words.goesOnBy,
        hour: 5,
      } as const)
    : standing(snapshot, now);
  const pitches = permits(event.phase, "awaitGrid") ? snapshot.pitches.length : 0;
  return (
    <Wall
      hour={hour}
      above={`${event.name} · ${event.place}`}
      join={fullDatesOf(event)}
      said={said}
      lost={lost}
      {...(pitches > 0 && {
        foot: (
          <BigNumber value={pitches} wall>
            {count(pitches, pitchWords.list.counted, place.locale)}
          </BigNumber>
        ),
      })}
    >
      <div className={styles.beside}>
        <WallTitle by={by}>{title}</WallTitle>
        {permits(event.phase, "giveFeedback") && !isOn(event) ? (
          <JoinBig join={join} to="feedback" says={words.after.scan} />
        ) : (
          <JoinBig join={join} to={isOn(event) ? "now" : "front"} />
        )}
      </div>
    </Wall>
  );
}

/** Every screen says it, whatever it shows otherwise. */
function WallHalted({
  event,
  phase,
  join,
  said,
  lost,
}: {
  event: EventView;
  phase: Halted;
  join: Join;
  said: string | null;
  lost: string | null;
}) {
  const { title, by } = halt.wall[phase];
  const date = hasDate(phase) ? fullDatesOf(event) : halt.noDate;
  return (
    <Wall hour={5} above={`${event.name} · ${event.place}`} join={date} said={said} lost={lost}>
      <div className={styles.beside}>
        <WallTitle by={by(fullDatesOf(event))}>{title}</WallTitle>
        <JoinBig join={join} to="front" />
      </div>
    </Wall>
  );
}

function beforehand(event: EventView, now: number): string {
  const when = timeOf(event, now);
  if (when === "today") return words.today;
  return words[when === "gone" ? "gone" : "before"](dateOf(event, now));
}

/** For the phases in which nothing changes by the minute. */
function standing({ event, grid }: Snapshot, now: number) {
  switch (event.phase) {
    case "doors":
      return { title: words.doors, by: words.doorsNext, hour: 1 } as const;
    case "grid":
      return {
        title: words.making.title,
        by: handsOpen(event) ? words.making.body : words.making.closed,
        hour: 2,
      } as const;
    case "sessions":
      return { title: words.noGrid.title, by: words.noGrid.body, hour: 2 } as const;
    case "after":
      return { title: words.after.title, by: words.after.body, hour: 5 } as const;
    case "archived":
      return {
        title: event.name,
        by: grid ? words.archived : words.gone(fullDatesOf(event)),
        hour: 5,
      } as const;
    default:
      return { title: event.name, by: beforehand(event, now), hour: 1 } as const;
  }
}
