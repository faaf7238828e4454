import { ButtonLink } from "#components/ui/button.tsx";
import { Figures } from "#components/ui/figures.tsx";
import { Heading } from "#components/ui/phone.tsx";
import { RoomName } from "#components/ui/room.tsx";
import { Words, worded } from "#components/ui/words.tsx";
import type { GridView } from "#domain/grid.ts";
import type { PitchView } from "#domain/pitch.ts";
import type { RoomView } from "#domain/room.ts";
import { type Run, runsOf } from "#domain/run.ts";
import { whereInTheDay } from "#domain/slot.ts";
import { onSeveralDays } from "#domain/time/date.ts";
import { list } from "#messages/counts.ts";
import { type Place, rangeOn, time, timeAway } from "#messages/format.ts";
import { wordsOf } from "#messages/words.ts";
import styles from "./room.module.css";

const words = wordsOf("roomPage");
const pitchWords = wordsOf("pitch");

type RoomProps = { grid: GridView; room: RoomView; slug: string; now: number; place: Place };

/** What is on in one room, what comes next, and everything else that is in it. */
export function RoomPage({ grid, room, slug, now, place }: RoomProps) {
  const runs = runsOf(grid).filter(({ roomId }) => roomId === room.id);
  const { on, next } = whereInTheDay(runs, now);
  const pitches = new Map(grid.sessions.map((pitch) => [pitch.id, pitch]));
  const several = onSeveralDays(grid.slots, place.zone);
  return (
    <>
      <Heading title={<RoomName letter={room.letter}>{room.name}</RoomName>} />
      <section className={styles.part}>
        <h2>
          <Figures>{on ? words.on(time(on.endsAt, place)) : words.nothingNow}</Figures>
        </h2>
        {on ? <Said pitch={pitches.get(on.pitchId)} place={place} /> : null}
      </section>
      <section className={styles.part}>
        <h2>
          <Figures>{next ? words.next(timeAway(next.startsAt, now, place)) : words.nothingMore}</Figures>
        </h2>
        {next ? <Said pitch={pitches.get(next.pitchId)} place={place} /> : null}
      </section>
      {runs.length > 0 ? (
        <section className={styles.part}>
          <h2>{words.later}</h2>
          <ol className={styles.runs}>
            {runs.map((run) => (
              <li key={run.key}>
                <Figures>{rangeOn(run.startsAt, run.endsAt, several, place)}</Figures>
                <Title run={run} pitches={pitches} />
              </li>
            ))}
          </ol>
        </section>
      ) : null}
      <p data-print="no">
        <ButtonLink kind="quiet" href={`/e/${slug}/grid`}>
          {words.grid}
        </ButtonLink>
      </p>
    </>
  );
}

function Said({ pitch, place }: { pitch: PitchView | undefined; place: Place }) {
  if (!pitch) return null;
  return (
    <>
      <p className={styles.title}>
        <Words>{pitch.title}</Words>
      </p>
      {pitch.hosts.length > 0 ? <p>{worded(pitchWords.by(list(pitch.hosts, place.locale)))}</p> : null}
    </>
  );
}

function Title({ run, pitches }: { run: Run; pitches: ReadonlyMap<string, PitchView> }) {
  const title = pitches.get(run.pitchId)?.title ?? "";
  return title ? (
    <strong>
      <Words>{title}</Words>
    </strong>
  ) : null;
}
