import { ButtonLink, Buttons } from "#components/ui/button.tsx";
import { Heading } from "#components/ui/phone.tsx";
import { RoomName } from "#components/ui/room.tsx";
import { Tag } from "#components/ui/tag.tsx";
import { worded } from "#components/ui/words.tsx";
import type { EventView } from "#domain/event.ts";
import { hasSeats, type RoomView } from "#domain/room.ts";
import { isOnAt, leadsToNotes, notesPage } from "#domain/run-view.ts";
import { seatsOf } from "#messages/seats.ts";
import { readerLocale, wordsOf } from "#messages/words.ts";
import { RoomDay } from "./by-room.tsx";
import type { Reader } from "./reader.ts";
import { SessionRow } from "./session.tsx";
import styles from "./session-page.module.css";
import { leftWords } from "./span.ts";

const features = wordsOf("room").features;
const grids = wordsOf("grid");
const pitchWords = wordsOf("pitch");
const words = wordsOf("session");

type RoomPageProps = { camp: Pick<EventView, "slug" | "place">; room: RoomView; reader: Reader };

/** What happens in one room, now and on all days, and what it has. */
export function RoomPage({ camp, room, reader }: RoomPageProps) {
  const { now, runs } = reader;
  const on = runs.find((run) => run.roomId === room.id && isOnAt(run, now));
  return (
    <article className={styles.page}>
      <Heading
        above={words.room.is(room.letter)}
        title={<RoomName letter={room.letter}>{room.name}</RoomName>}
      />
      <RoomFacts room={room} place={camp.place} link={reader.links?.[room.id]} />
      <section className={styles.part}>
        <div className={styles.onNow}>
          <h2>{words.room.onNow}</h2>
          {on ? <span>{leftWords(on.endsAt, now)}</span> : null}
        </div>
        {on ? <SessionRow run={on} reader={reader} says="time" /> : <p>{words.room.nothing}</p>}
        {on && leadsToNotes(on, pitchWords.hidden) ? (
          <Buttons>
            <ButtonLink kind="quiet" href={notesPage(camp.slug, on.key)}>
              {words.room.notes}
            </ButtonLink>
          </Buttons>
        ) : null}
      </section>
      <section className={styles.part}>
        <h2>{words.room.day}</h2>
        <RoomDay room={room} reader={reader} />
      </section>
      <p className={styles.ways}>
        <a href={`/e/${camp.slug}/grid`}>{words.grid}</a>
      </p>
    </article>
  );
}

/** Its seats and what it has; that nobody has said it can be reached without steps. */
export function RoomFacts({
  room,
  place,
  link,
}: {
  room: RoomView;
  place: string;
  /** By which the reader joins from afar, where they may. */
  link?: string | undefined;
}) {
  const { features: has, directions } = room;
  return (
    <>
      <p className={styles.has}>
        <span>{hasSeats(room) ? seatsOf(room, readerLocale()) : grids.unofficial}</span>
        {has.map((feature) => (
          <Tag key={feature}>{features[feature]}</Tag>
        ))}
      </p>
      {directions ? <p>{worded(directions)}</p> : null}
      {has.includes("step_free") ? null : <p>{words.notStepFree}</p>}
      {place ? <p>{worded(words.room.at(place))}</p> : null}
      {link ? (
        <p>
          <a href={link} rel="noreferrer">
            {words.room.afar}
          </a>
        </p>
      ) : null}
    </>
  );
}
