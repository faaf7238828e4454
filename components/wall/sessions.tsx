import { hourOfSlot } from "#components/grid/hour.ts";
import { Card } from "#components/ui/card.tsx";
import { RoomName } from "#components/ui/room.tsx";
import { Wall, WallCards, WallClock, WallHeading, WallTitle } from "#components/ui/wall.tsx";
import { Words, worded } from "#components/ui/words.tsx";
import { comingSessions, dayAt, type Session, type SlotOfDay } from "#domain/day.ts";
import type { GridView } from "#domain/grid.ts";
import { countedIn, type HeadCount, spaceFor } from "#domain/heads.ts";
import { runsOf } from "#domain/run.ts";
import { onSeveralDays } from "#domain/time/date.ts";
import { count } from "#messages/counts.ts";
import { type Place, rangeOn, time, timeAway, wallClock } from "#messages/format.ts";
import { changeSentences, changeTag, goneFrom } from "#messages/grid-change.ts";
import { wordsOf } from "#messages/words.ts";
import { asManyAsFit, type CardWords, COLUMNS, fitOf, heightOfSaid } from "./fit.ts";
import { type Join, JoinLine } from "./join.tsx";
import styles from "./wall.module.css";

const grids = wordsOf("grid");
const pitchWords = wordsOf("pitch");
const words = wordsOf("wall");

type Told = readonly { id: string; sentence: string }[];
type WallSessionsProps = {
  grid: GridView;
  counts: readonly HeadCount[];
  now: number;
  place: Place;
  join: Join;
  said: string | null;
};

/** How many letters the strip holds in two lines. */
const LETTERS = 180;

/** In hundredths of the screen's width: its height without its head, and the foot without and with what moved. */
const ROOM = 46;
const FOOT = 7.5;
const FOOT_OF_CHANGES = 10;

export function WallSessions({ grid, counts, now, place, join, said }: WallSessionsProps) {
  const { on, next } = dayAt(grid, now);
  const coming = comingSessions(grid, now);
  const shown = on?.slot.kind === "session" ? on : coming;
  const hour = on ? hourOfSlot(on.slot) : coming ? hourOfSlot(coming.slot) : "pause";
  const band = shown === on ? next : null;
  const told = band ? toldOf(band, grid, now, place) : [];
  const foot = band ? (told.length > 0 ? FOOT_OF_CHANGES : FOOT) : 0;
  const title =
    shown && shown === on ? words.on : shown ? words.next(timeAway(shown.slot.startsAt, now, place)) : null;
  const above = aboveOf(on, shown, onSeveralDays(grid.slots, place.zone), place);
  return (
    <Wall
      hour={hour}
      above={title ? <WallHeading title={title}>{above}</WallHeading> : above}
      join={
        <span className={styles.join}>
          <JoinLine says={words.follow} join={join} />
          <WallClock>{wallClock(new Date(now), place)}</WallClock>
        </span>
      }
      said={said}
      {...(band && {
        foot: <Next day={band} told={told} now={now} place={place} />,
        footHour: hourOfSlot(band.slot),
      })}
    >
      {shown ? (
        <Cards
          day={shown}
          grid={grid}
          counts={counts}
          place={place}
          room={ROOM - foot - (said ? heightOfSaid(said) : 0)}
        />
      ) : (
        <WallTitle by={words.after.body}>{words.after.title}</WallTitle>
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

function nextTitle({ slot }: SlotOfDay, now: number, place: Place): string {
  const at = timeAway(slot.startsAt, now, place);
  return slot.kind === "break" ? `${slot.title || words.breakName} · ${at}` : words.next(at);
}

type CardsProps = {
  day: SlotOfDay;
  grid: GridView;
  counts: readonly HeadCount[];
  place: Place;
  room: number;
};

function Cards({ day, grid, counts, place, room }: CardsProps) {
  const { slot, sessions } = day;
  if (sessions.length === 0) return slot.kind === "session" ? <WallTitle>{words.empty}</WallTitle> : null;
  const cards = [
    ...sessions.map((session) => cardOf(session, grid, counts, place)),
    ...goneFitting(day, grid, place),
  ];
  return (
    <WallCards fit={fitOf(cards, room)}>
      {cards.map(({ id, title, room, letter, remarks }) => (
        <Card
          as="li"
          key={id}
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

function cardOf(session: Session, grid: GridView, counts: readonly HeadCount[], place: Place): CardOfWall {
  const { pitch, room, slot, change } = session;
  const { id, title, noteLevel } = pitch;
  const moved = changeTag(grid, change, place);
  const notes = noteLevel === "open" ? null : pitchWords.choices.noteLevel[noteLevel];
  const counted = countedIn(counts, runsOf(grid), {
    pitchId: id,
    roomId: room.id,
    startsAt: slot.startsAt,
  });
  // A wall says of seats only what somebody counted: it is read from afar, and what is expected fills it with guesses.
  const space = spaceFor({ counted, expected: null }, room);
  const remarks = [notes, moved, space && grids.space[space]].filter((remark) => remark !== null);
  return { id, title, room: room.name, letter: room.letter, remarks };
}

/** What was taken off from here, in the places of the last row that nothing else needs: the strip says it too. */
function goneFitting({ sessions, gone }: SlotOfDay, grid: GridView, place: Place): CardOfWall[] {
  const left = (COLUMNS - (sessions.length % COLUMNS)) % COLUMNS;
  return gone.slice(0, left).map((change) => {
    const room = goneFrom(grid, change, place);
    const was = room ? grids.changed.goneFrom(room) : "";
    return {
      id: change.pitchId,
      title: change.title,
      room: was,
      letter: null,
      remarks: [grids.changed.gone],
    };
  });
}

/** What moved since the day was published and is still to come, as much of it as fits. */
function toldOf({ slot }: SlotOfDay, grid: GridView, now: number, place: Place): Told {
  const changes = changeSentences(grid, place, now, Date.parse(slot.startsAt));
  const told = asManyAsFit(changes, ({ sentence }) => sentence, LETTERS / 2);
  const more = changes.length - told.length;
  if (told.length === 0 || more === 0) return told;
  return [...told, { id: "more", sentence: count(more, words.more, place.locale) }];
}

/** What comes next, in the colour of its hour, and what moved. */
function Next({ day, told, now, place }: { day: SlotOfDay; told: Told; now: number; place: Place }) {
  const left = told.length > 0 ? LETTERS / 2 : LETTERS;
  const named = asManyAsFit(day.sessions, ({ pitch }) => pitch.title, left);
  const more = day.sessions.length - named.length;
  return (
    <>
      <p className={styles.next}>{worded(nextTitle(day, now, place))}</p>
      {named.length > 0 ? (
        <ul className={styles.coming}>
          {named.map(({ pitch, room }) => (
            <li key={pitch.id}>
              <strong>{room.letter}</strong> <Words>{pitch.title}</Words>
            </li>
          ))}
          {more > 0 ? <li>{count(more, words.more, place.locale)}</li> : null}
        </ul>
      ) : null}
      {told.length > 0 ? (
        <ul className={styles.changes} aria-live="polite">
          {told.map(({ id, sentence }) => (
            <li key={id}>{worded(sentence)}</li>
          ))}
        </ul>
      ) : null}
    </>
  );
}
