import { Card } from "#components/ui/card.tsx";
import { Icon } from "#components/ui/icon.tsx";
import { RoomName } from "#components/ui/room.tsx";
import { Tag } from "#components/ui/tag.tsx";
import { Words, worded } from "#components/ui/words.tsx";
import type { Raising } from "#components/voting/raising.ts";
import type { Session } from "#domain/day.ts";
import type { GridChange, GridView } from "#domain/grid.ts";
import { countedIn, type HeadCount, spaceFor } from "#domain/heads.ts";
import { hasSeats } from "#domain/room.ts";
import { runsOf } from "#domain/run.ts";
import { list } from "#messages/counts.ts";
import type { Place } from "#messages/format.ts";
import { changeTag, goneFrom } from "#messages/grid-change.ts";
import { readerLocale, wordsOf } from "#messages/words.ts";
import styles from "./grid.module.css";

const words = wordsOf("grid");
const pitchWords = wordsOf("pitch");

type Seen = {
  grid: GridView;
  session: Session;
  place: Place;
  raising: Raising;
  hosting: readonly string[];
};

/** `counts` are the heads that were counted at the doors. */
type SeenNow = Seen & { counts: readonly HeadCount[] };

/** What became one with it. Its hosts are named already, among all of them. */
const andsOf = ({ merged }: Session["pitch"]) =>
  (merged ?? []).map(({ id, title }) => ({ id, said: pitchWords.and(title, "") }));

/** Why this session is marked as yours; null when it is not. */
function yoursBecause({ session, raising, hosting }: Pick<Seen, "session" | "raising" | "hosting">) {
  if (hosting.includes(session.pitch.id)) return "youHost";
  return raising.up(session.pitch.id) ? "yourHand" : null;
}

/** Whether there is a seat: as it was counted at the door, else as it was expected where it has not moved since. */
function spaceOf({ grid, session, counts }: Pick<SeenNow, "grid" | "session" | "counts">, moved: boolean) {
  const { pitch, room, slot } = session;
  const counted = countedIn(counts, runsOf(grid), {
    pitchId: pitch.id,
    roomId: room.id,
    startsAt: slot.startsAt,
  });
  const expected = moved ? null : (grid.heads?.[pitch.id] ?? null);
  return spaceFor({ counted, expected }, room);
}

/** The room comes first, because people look for where to go. */
export function SessionCard({ hour, ...seen }: SeenNow & { hour?: 1 | 2 | 3 | 4 | 5 | 6 }) {
  const { grid, session, place } = seen;
  const moved = changeTag(grid, session.change, place);
  const fits = spaceOf(seen, moved !== null);
  const yours = yoursBecause(seen);
  const { hosts, noteLevel, title } = session.pitch;
  const by = hosts.length > 0 ? pitchWords.by(list(hosts, readerLocale())) : null;
  return (
    <Card
      as="li"
      level={2}
      // Known late, so it is where it moves nothing.
      pin={yours && pitchWords[yours]}
      {...(hour && { hour })}
      above={
        <>
          <span className={styles.room}>
            <RoomName letter={session.room.letter}>{session.room.name}</RoomName>
          </span>
          {moved ? <Tag>{worded(moved)}</Tag> : null}
          {hasSeats(session.room) ? null : <Tag>{words.unofficial}</Tag>}
          {fits ? (
            <Tag {...(fits === "tight" && { tone: "wait" })} {...(fits === "full" && { tone: "bad" })}>
              {words.space[fits]}
            </Tag>
          ) : null}
        </>
      }
      title={title}
    >
      {by || noteLevel !== "open" ? (
        <p>
          {noteLevel === "open" ? null : (
            <>
              <Tag>{pitchWords.choices.noteLevel[noteLevel]}</Tag>{" "}
            </>
          )}
          {by ? <Words>{by}</Words> : null}
        </p>
      ) : null}
      {andsOf(session.pitch).map(({ id, said }) => (
        <p key={id}>
          <Words>{said}</Words>
        </p>
      ))}
    </Card>
  );
}

export function SessionRow(seen: Seen) {
  const { grid, session, place } = seen;
  const moved = changeTag(grid, session.change, place);
  const yours = yoursBecause(seen);
  const { pitch, room } = session;
  return (
    <li className={styles.row}>
      <div className={styles.words}>
        <h3>
          <Words>{pitch.title}</Words>
        </h3>
        <p className={styles.where}>
          <RoomName letter={room.letter}>{room.name}</RoomName>
          {pitch.hosts.length > 0 ? (
            <span>{worded(pitchWords.by(list(pitch.hosts, readerLocale())))}</span>
          ) : pitch.noteLevel === "unlisted" ? null : (
            <span>{pitchWords.noHost}</span>
          )}
          {andsOf(pitch).map(({ id, said }) => (
            <span key={id}>{worded(said)}</span>
          ))}
          {pitch.noteLevel === "open" ? null : <Tag>{pitchWords.choices.noteLevel[pitch.noteLevel]}</Tag>}
          {moved ? <Tag>{worded(moved)}</Tag> : null}
        </p>
      </div>
      <span className={styles.yours}>
        {yours ? (
          <>
            <Icon name={yours === "youHost" ? "person" : "hand"} />
            <span className="visually-hidden">{pitchWords[yours]}</span>
          </>
        ) : null}
      </span>
    </li>
  );
}

type GoneProps = { grid: GridView; change: GridChange; place: Place };

/** What was here and was taken off: it stays to be seen until its slot has ended. */
export function GoneRow({ grid, change, place }: GoneProps) {
  const room = goneFrom(grid, change, place);
  return (
    <li className={styles.row}>
      <div className={styles.words}>
        <h3>
          <del>
            <Words>{change.title}</Words>
          </del>
        </h3>
        <p className={styles.where}>
          <Tag>{words.changed.gone}</Tag>
          {room ? <span>{worded(words.changed.goneFrom(room))}</span> : null}
        </p>
      </div>
    </li>
  );
}

/** The same among cards. */
export function GoneCard({ grid, change, place }: GoneProps) {
  const room = goneFrom(grid, change, place);
  return (
    <Card
      as="li"
      level={2}
      above={
        <>
          {room ? <span className={styles.room}>{worded(words.changed.goneFrom(room))}</span> : null}
          <Tag>{words.changed.gone}</Tag>
        </>
      }
      title={
        <del>
          <Words>{change.title}</Words>
        </del>
      }
    />
  );
}
