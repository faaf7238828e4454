import { hourOfSlot } from "#components/grid/hour.ts";
import { Card } from "#components/ui/card.tsx";
import { RoomName } from "#components/ui/room.tsx";
import { Wall, WallCards, WallClock, WallHeading, WallTitle } from "#components/ui/wall.tsx";
import { worded } from "#components/ui/words.tsx";
import { comingSessions, dayAt, type Session, type SlotOfDay } from "#domain/day.ts";
import type { GridView } from "#domain/grid.ts";
import { countedOf, type HeadCount, spaceFor } from "#domain/heads.ts";
import { keyOf } from "#domain/run.ts";
import { onSeveralDays } from "#domain/time/date.ts";
import { type Place, rangeOn, time, timeAway, wallClock } from "#messages/format.ts";
import { changeTag, goneFrom } from "#messages/grid-change.ts";
import { runRemarks } from "#messages/run.ts";
import { wordsOf } from "#messages/words.ts";
import { type CardWords, heightOfSaid, layCards, type Page } from "./fit.ts";
import { type Join, JoinBig, JoinLine } from "./join.tsx";
import { bandOf, Next } from "./next.tsx";
import { PageTurner } from "./page-turner.tsx";
import { usePages } from "./pages.ts";
import styles from "./wall.module.css";

const grids = wordsOf("grid");
const pitchWords = wordsOf("pitch");
const words = wordsOf("wall");

/** In hundredths of the screen's width: its height without its head. */
const ROOM = 49;
/** Of the line that says how old all is. */
const LOST = 3.4;

type WallSessionsProps = {
  grid: GridView;
  counts: readonly HeadCount[];
  now: number;
  place: Place;
  join: Join;
  said: string | null;
  /** How old it is, where nothing newer is heard. */
  lost?: string | null;
};

export function WallSessions({ grid, counts, now, place, join, said, lost = null }: WallSessionsProps) {
  const { on, next } = dayAt(grid, now);
  const coming = comingSessions(grid, now);
  const shown = on?.slot.kind === "session" ? on : coming;
  const hour = on ? hourOfSlot(on.slot) : coming ? hourOfSlot(coming.slot) : "pause";
  const after = shown === on ? next : null;
  const band = after && bandOf(after, grid, now, place);
  const title =
    shown && shown === on ? words.on : shown ? words.next(timeAway(shown.slot.startsAt, now, place)) : null;
  const above = aboveOf(on, shown, onSeveralDays(grid.slots, place.zone), place);
  const room = ROOM - (band?.height ?? 0) - (said ? heightOfSaid(said) : 0) - (lost ? LOST : 0);
  const laid = layCards(shown ? cardsOf(shown, grid, counts, place) : [], room);
  const pages = usePages(now, laid.length);
  return (
    <Wall
      hour={hour}
      dense
      lost={lost}
      above={
        title ? (
          <WallHeading title={title} aside={<PageTurner pages={pages} of={laid.length} />}>
            {above}
          </WallHeading>
        ) : (
          above
        )
      }
      join={
        <span className={styles.join}>
          <JoinLine says={words.follow} join={join} />
          <WallClock>{wallClock(new Date(now), place)}</WallClock>
        </span>
      }
      said={said}
      {...(band && { foot: <Next band={band} place={place} />, footHour: hourOfSlot(after!.slot) })}
    >
      {shown ? (
        <Cards day={shown} page={laid[pages.page]} />
      ) : (
        <div className={styles.beside}>
          <WallTitle by={words.after.body}>{words.after.title}</WallTitle>
          <JoinBig join={join} to="feedback" says={words.after.scan} />
        </div>
      )}
    </Wall>
  );
}

/** The slot and until when, or the break that is on; empty where the title says it all. */
function aboveOf(on: SlotOfDay | null, shown: SlotOfDay | null, several: boolean, place: Place): string {
  if (on?.slot.kind === "session")
    return words.slot(on.slot.number, rangeOn(on.slot.startsAt, on.slot.endsAt, several, place));
  if (on) return `${on.slot.title || words.breakName} · ${words.breakUntil(time(on.slot.endsAt, place))}`;
  return shown ? words.first : "";
}

type CardsProps = { day: SlotOfDay; page: Page<CardOfWall> | undefined };

function Cards({ day: { slot, sessions }, page }: CardsProps) {
  if (sessions.length === 0 || !page)
    return slot.kind === "session" ? <WallTitle>{words.empty}</WallTitle> : null;
  return (
    <WallCards columns={page.columns}>
      {page.cards.map(({ card: { id, title, room, letter, remarks }, fit: own }) => (
        <Card
          as="li"
          key={id}
          fit={own}
          title={letter ? title : <del>{worded(title)}</del>}
          above={letter ? <RoomName letter={letter}>{room}</RoomName> : worded(room)}
        >
          {remarks.map((remark) => (
            <p key={remark}>{worded(remark)}</p>
          ))}
        </Card>
      ))}
    </WallCards>
  );
}

/** Without a letter it is off. */
type CardOfWall = CardWords & { id: string; letter: string | null };

/** The sessions of a slot, and what was taken off from it as far as the last row has room: the band says it too. */
function cardsOf(
  { sessions, gone }: SlotOfDay,
  grid: GridView,
  counts: readonly HeadCount[],
  place: Place,
): CardOfWall[] {
  if (sessions.length === 0) return [];
  const left = (ROW - (sessions.length % ROW)) % ROW;
  return [
    ...sessions.map((session) => cardOf(session, grid, counts, place)),
    ...gone.slice(0, left).map((change) => {
      const room = goneFrom(grid, change, place);
      const was = room ? grids.changed.goneFrom(room) : "";
      return {
        id: keyOf(change),
        title: change.title,
        room: was,
        letter: null,
        remarks: [grids.changed.gone],
      };
    }),
  ];
}

/** Cards in a row, usually. */
const ROW = 4;

function cardOf(session: Session, grid: GridView, counts: readonly HeadCount[], place: Place): CardOfWall {
  const { pitch, room, change, run } = session;
  const { title, noteLevel } = pitch;
  const moved = changeTag(grid, change, place);
  const notes = noteLevel === "open" ? null : pitchWords.choices.noteLevel[noteLevel];
  const counted = countedOf(counts, run);
  // A wall says of seats only what somebody counted: it is read from afar, and what is expected fills it with guesses.
  const space = spaceFor({ counted, expected: null }, room);
  const said = [notes, moved, space && grids.space[space], ...runRemarks(grid, session, place)];
  const remarks = said.filter((remark) => remark !== null);
  return { id: run.key, title, room: room.name, letter: room.letter, remarks };
}
