import { AskLink } from "#components/request/link.tsx";
import { Star } from "#components/star/star-button.tsx";
import { Card } from "#components/ui/card.tsx";
import type { Hour } from "#components/ui/hour.ts";
import { Icon } from "#components/ui/icon.tsx";
import { Link } from "#components/ui/link.tsx";
import { RoomName } from "#components/ui/room.tsx";
import { Tag } from "#components/ui/tag.tsx";
import { Words, worded } from "#components/ui/words.tsx";
import { countedOf, type Space, spaceFor } from "#domain/heads.ts";
import type { PitchView } from "#domain/pitch.ts";
import { hasSeats, type RoomView } from "#domain/room.ts";
import { hasEnded, isKnown, otherRuns, type RunView, roomPage, sessionPage } from "#domain/run-view.ts";
import { list } from "#messages/counts.ts";
import { rangeOn, timeOn } from "#messages/format.ts";
import { changeTag } from "#messages/grid-change.ts";
import { readerLocale, wordsOf } from "#messages/words.ts";
import styles from "./grid.module.css";
import type { Reader } from "./reader.ts";

const words = wordsOf("grid");
const pitchWords = wordsOf("pitch");

type Seen = { run: RunView; reader: Reader };

/** The room comes first, because people look for where to go. */
export function SessionCard({ run, reader, hour }: Seen & { hour?: Hour }) {
  const mine = whyTheirs(run, reader);
  return (
    <Card
      as="li"
      level={2}
      // Known late, so it is where it moves nothing.
      pin={mine && pitchWords[mine]}
      {...(hour && hour !== "pause" && { hour })}
      above={
        <>
          <span className={styles.room}>
            <RoomLink slug={reader.slug} room={run.room} />
          </span>
          <Tags run={run} reader={reader} />
        </>
      }
      title={<SessionTitle run={run} slug={reader.slug} />}
    >
      <p className={styles.facts}>
        <Facts run={run} reader={reader} />
      </p>
      <Star run={run.key} title={run.pitch.title} />
    </Card>
  );
}

/** @param says where it is, or when */
export function SessionRow({ run, reader, says = "room" }: Seen & { says?: "room" | "time" }) {
  const { startsAt, endsAt, room } = run;
  return (
    <div className={styles.row} data-off={says === "time" && hasEnded(run, reader.now)}>
      <div className={styles.words}>
        <h3>
          <SessionTitle run={run} slug={reader.slug} />
        </h3>
        <p className={styles.where}>
          {says === "room" ? (
            <span className={styles.place}>
              <RoomLink slug={reader.slug} room={room} />
            </span>
          ) : (
            <span className={styles.time}>
              {worded(rangeOn(startsAt, endsAt, reader.several, reader.place))}
            </span>
          )}
          <Facts run={run} reader={reader} ends={says === "room"} />
          <Tags run={run} reader={reader} brief inRoom={says === "time"} />
          {reader.ask ? <AskLink slug={reader.slug} pitchId={run.pitchId} title={run.pitch.title} /> : null}
        </p>
        {hasEnded(run, reader.now) ? null : (
          <div className={styles.star}>
            <Star run={run.key} title={run.pitch.title} />
          </div>
        )}
      </div>
      <Marks run={run} reader={reader} />
    </div>
  );
}

/** As wide with nothing in it: whose session it is is known late. */
function Marks({ run, reader }: Seen) {
  const mine = whyTheirs(run, reader);
  return (
    <span className={styles.yours} data-mark={mine}>
      {mine ? (
        <>
          <Icon name={mine === "youHost" ? "person" : "star"} />
          <span className="visually-hidden">{pitchWords[mine]}</span>
        </>
      ) : null}
    </span>
  );
}

/** Leads to its page, but where its reader may not know what it is. */
export function SessionTitle({ run, slug }: { run: RunView; slug: string }) {
  const title = <Words>{run.pitch.title}</Words>;
  if (!isKnown(run, pitchWords.hidden)) return title;
  return (
    <Link className={styles.whole} href={sessionPage(slug, run.key)}>
      {title}
    </Link>
  );
}

export function RoomLink({ slug, room }: { slug: string; room: RoomView }) {
  return (
    <Link className={styles.roomLink} href={roomPage(slug, room.letter)}>
      <RoomName letter={room.letter}>{room.name}</RoomName>
    </Link>
  );
}

/** Who hosts it, what became one with it, until when it goes on beyond its slot, and when it runs again. */
function Facts({ run, reader, ends = true }: Seen & { ends?: boolean }) {
  const { pitch, slot, endsAt } = run;
  const { several, place } = reader;
  const again = otherRuns(run, reader.runs);
  return (
    <>
      {hostsOf(pitch)}
      {andsOf(pitch)}
      {ends && endsAt !== slot.endsAt ? (
        <span className={styles.time}>{words.until(timeOn(endsAt, false, place))}</span>
      ) : null}
      {again.map(({ key, startsAt, room }) => (
        <span key={key} className={styles.time}>
          {worded(words.again(timeOn(startsAt, several, place), room.name))}
        </span>
      ))}
    </>
  );
}

function hostsOf({ hosts, noteLevel }: PitchView) {
  if (hosts.length > 0) return <span>{worded(pitchWords.by(list(hosts, readerLocale())))}</span>;
  return noteLevel === "unlisted" ? null : <span>{pitchWords.noHost}</span>;
}

/** What became one with it. Its hosts are named already, among all of them. */
const andsOf = ({ merged }: PitchView) =>
  (merged ?? []).map(({ id, title }) => <span key={id}>{worded(pitchWords.and(title, ""))}</span>);

/**
 * What of its notes, what changed, and whether there is space; `brief` where that is said of many: only where there is
 * little; `inRoom` where what stands above says of the room that nobody knows its seats.
 */
export function Tags({
  run,
  reader,
  brief = false,
  inRoom = false,
}: Seen & { brief?: boolean; inRoom?: boolean }) {
  const { noteLevel } = run.pitch;
  const moved = changeTag(reader.grid, run.change, reader.place);
  const fits = spaceOf(run, reader);
  return (
    <>
      {noteLevel === "open" ? null : <Tag>{pitchWords.choices.noteLevel[noteLevel]}</Tag>}
      {moved ? <Tag>{worded(moved)}</Tag> : null}
      {inRoom || hasSeats(run.room) ? null : <Tag>{words.unofficial}</Tag>}
      {fits && !(brief && fits === "plenty") ? (
        <Tag {...(fits === "tight" && { tone: "wait" })} {...(fits === "full" && { tone: "bad" })}>
          {words.space[fits]}
        </Tag>
      ) : null}
    </>
  );
}

/** As it was counted at the door, else as it was expected. Of one that has ended nobody asks. */
export function spaceOf(run: RunView, { grid, now, counts = [] }: Reader): Space | null {
  if (hasEnded(run, now)) return null;
  return spaceFor({ counted: countedOf(counts, run), expected: grid.heads?.[run.key] ?? null }, run.room);
}

/** Why a session is theirs; null where it is not. */
export function whyTheirs(run: RunView, { hosting, isTheirs }: Reader): "youHost" | "yourStar" | null {
  if (hosting.includes(run.pitchId)) return "youHost";
  return isTheirs(run) ? "yourStar" : null;
}
