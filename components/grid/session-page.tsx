import type { ReactNode } from "react";
import { ButtonLink, Buttons } from "#components/ui/button.tsx";
import { Card } from "#components/ui/card.tsx";
import { Figures } from "#components/ui/figures.tsx";
import { Heading } from "#components/ui/phone.tsx";
import { Words, worded } from "#components/ui/words.tsx";
import type { EventView } from "#domain/event.ts";
import {
  clashesOf,
  hasEnded,
  isOnAt,
  leadsToNotes,
  notesPage,
  otherRuns,
  type RunView,
  sessionPage,
} from "#domain/run-view.ts";
import { count, list } from "#messages/counts.ts";
import { rangeOn, timeOn } from "#messages/format.ts";
import { changeTag } from "#messages/grid-change.ts";
import { readerLocale, wordsOf } from "#messages/words.ts";
import { hourOfSlot } from "./hour.ts";
import type { Reader } from "./reader.ts";
import { RoomFacts } from "./room-page.tsx";
import { RoomLink, SessionTitle, spaceOf, whyTheirs } from "./session.tsx";
import styles from "./session-page.module.css";
import { leftWords, untilWords } from "./span.ts";

const pitchWords = wordsOf("pitch");
const words = wordsOf("session");

type Seen = { run: RunView; reader: Reader };
type SessionPageProps = Seen & {
  camp: Pick<EventView, "slug" | "place">;
  /** What can be done about it, below what is so. */
  children?: ReactNode;
};

/** One run of a session: what, who, when and where, and what else its reader wants at that time. */
export function SessionPage({ camp, run, reader, children }: SessionPageProps) {
  const { pitch, slot, startsAt, endsAt } = run;
  const { place, several } = reader;
  const range = rangeOn(startsAt, endsAt, several, place);
  return (
    <article className={styles.page} data-hour={hourOfSlot(slot)}>
      <Heading
        above={
          <span className={styles.when}>
            {worded(
              slot.kind === "break" ? words.inBreak(slot.title, range) : words.slot(slot.number, range),
            )}
            <span>{standingOf(run, reader)}</span>
          </span>
        }
        title={pitch.title}
      >
        {pitch.line || null}
      </Heading>
      <Where {...{ camp, run, reader }} />
      <Who run={run} />
      <Wanted {...{ run, reader }} />
      <Buttons>
        {leadsToNotes(run, pitchWords.hidden) ? (
          <ButtonLink kind="quiet" href={notesPage(camp.slug, run.key)}>
            {words.notesLink}
          </ButtonLink>
        ) : null}
        <ButtonLink
          kind="quiet"
          icon="calendar"
          download
          href={`${sessionPage(camp.slug, run.key)}/calendar.ics`}
        >
          {words.calendar}
        </ButtonLink>
      </Buttons>
      <Clashes {...{ run, reader }} />
      {children}
      <p className={styles.ways}>
        {Date.parse(startsAt) <= reader.now ? (
          <>
            <a href={`/e/${camp.slug}/write-up/${run.pitchId}`}>{words.writeUp}</a>
            <a href={`/e/${camp.slug}/learned?session=${run.pitchId}`}>{words.learned}</a>
          </>
        ) : null}
        <a href={`/e/${camp.slug}/changes`}>{words.log}</a>
      </p>
    </article>
  );
}

/** On, over, or how soon; null where that is days away. */
function standingOf(run: RunView, { now, place }: Reader): string | null {
  if (hasEnded(run, now)) return words.over;
  return isOnAt(run, now) ? words.on(leftWords(run.endsAt, now)) : untilWords(run.startsAt, now, place);
}

/** Its room with what that has, where it was before, and where else it is. */
function Where({ camp, run, reader }: SessionPageProps) {
  const { grid, place, several, runs } = reader;
  const moved = changeTag(grid, run.change, place);
  const mine = whyTheirs(run, reader);
  return (
    // Known late, so it is where it moves nothing.
    <Card pin={mine && pitchWords[mine]}>
      <h2 className={styles.room}>
        <RoomLink slug={camp.slug} room={run.room} />
      </h2>
      <RoomFacts room={run.room} place={camp.place} link={reader.links?.[run.room.id]} />
      {moved ? (
        <p className={styles.moved}>
          <Words>{moved}</Words>
        </p>
      ) : null}
      {otherRuns(run, runs).map((other) => (
        <p key={other.key}>
          <a href={sessionPage(camp.slug, other.key)}>
            {worded(words.again(timeOn(other.startsAt, several, place), other.room.name))}
          </a>
        </p>
      ))}
    </Card>
  );
}

function Who({ run: { pitch } }: Pick<Seen, "run">) {
  const { hosts, kind, noteLevel, merged = [] } = pitch;
  const by = hosts.length > 0 ? pitchWords.by(list(hosts, readerLocale())) : null;
  const nobody = noteLevel === "unlisted" ? null : pitchWords.noHost;
  const said = [pitchWords.choices.kind[kind], by ?? nobody].filter(Boolean).join(" · ");
  return (
    <>
      <p>{worded(said)}</p>
      {merged.map((part) => (
        <p key={part.id}>{worded(pitchWords.and(part.title, list(part.hosts, readerLocale())))}</p>
      ))}
      {noteLevel === "open" ? null : <p>{words.notes[noteLevel]}</p>}
    </>
  );
}

/** How many want it, and whether they have room. */
function Wanted({ run, reader }: Seen) {
  const hands = reader.raising.count(run.pitchId);
  const fits = spaceOf(run, reader);
  const said = [
    hands ? count(hands, words.hands, readerLocale()) : null,
    fits ? words.space[fits] : null,
  ].filter(Boolean);
  if (said.length === 0) return null;
  return (
    <p>
      <Figures>{said.join(" · ")}</Figures>
    </p>
  );
}

/** Gently: nobody has to choose, and many start in one and go on to the other. */
function Clashes({ run, reader }: Seen) {
  const { runs, isTheirs, hosting } = reader;
  const clashes = clashesOf(run, runs, isTheirs);
  if (clashes.length === 0) return null;
  const why = hosting.includes(run.pitchId) ? "host" : isTheirs(run) ? "both" : "other";
  return (
    <section className={styles.clash}>
      <h2>{words.clash.title}</h2>
      <p>{words.clash[why]}</p>
      <ul>
        {clashes.map((other) => (
          <li key={other.key}>
            <SessionTitle run={other} slug={reader.slug} /> <RoomLink slug={reader.slug} room={other.room} />
          </li>
        ))}
      </ul>
    </section>
  );
}
