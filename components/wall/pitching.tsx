import { HalfMinute } from "#components/pitch/half-minute.tsx";
import { BigNumber } from "#components/ui/figures.tsx";
import { Wall, WallTitle } from "#components/ui/wall.tsx";
import { worded } from "#components/ui/words.tsx";
import type { Snapshot } from "#domain/live.ts";
import { type LineToPitch, lineToPitch } from "#domain/pitch/line.ts";
import { namedAloud, type PitchView, voicesOf } from "#domain/pitch.ts";
import { type Ballot, handsOpen, seesTally } from "#domain/voting.ts";
import { count, type Forms, isolated, list, number } from "#messages/counts.ts";
import { readerLocale, wordsOf } from "#messages/words.ts";
import { asManyAsFit } from "./fit.ts";
import { type Join, JoinBig } from "./join.tsx";
import styles from "./wall.module.css";

const voting = wordsOf("voting");
const pitchWords = wordsOf("pitch");
const words = wordsOf("wall");

/** A wall is nobody's. */
const NO_BALLOT: Ballot = [];

/** More could not be read from the back. */
const NAMED = 3;
const LETTERS = 110;

/** Longer titles need smaller letters, to leave room for the hands. */
const LONG = 44;
const LONGEST = 72;

type WallPitchingProps = {
  snapshot: Snapshot;
  now: number;
  join: Join;
  said: string | null;
  /** How old it is, where nothing newer is heard. */
  lost?: string | null;
};

export function WallPitching({ snapshot, now, join, said: announced, lost = null }: WallPitchingProps) {
  const line = lineToPitch(snapshot.pitches, snapshot.line);
  const { current, since, said, total } = line;
  const begun = since !== null || said > 0;
  const above =
    total > 0
      ? words.pitching(number(said, readerLocale()), number(total, readerLocale()))
      : worded(snapshot.event.name);
  const hands = seesTally(snapshot.event, NO_BALLOT) && current ? (snapshot.hands?.[current.id] ?? 0) : null;
  return (
    <Wall
      hour={1}
      above={above}
      said={announced}
      lost={lost}
      foot={
        <>
          <div>
            {hands === null ? null : (
              <BigNumber value={number(hands, readerLocale())} wall>
                {count(hands, voting.handsUp, readerLocale())}
              </BigNumber>
            )}
          </div>
          <Then line={line} />
          {since ? <HalfMinute since={since} now={now} /> : null}
        </>
      }
    >
      <div className={styles.beside}>
        {current ? (
          <AtTheFront pitch={current} />
        ) : since ? (
          <WallTitle>{words.unlisted}</WallTitle>
        ) : (
          <WallTitle by={words.firstPitch}>
            {begun && line.waiting.length > 0 ? words.between : words.lineOpen}
          </WallTitle>
        )}
        <JoinBig says={handsOpen(snapshot.event) ? words.join : words.joinClosed} join={join} />
      </div>
    </Wall>
  );
}

function AtTheFront({ pitch }: { pitch: PitchView }) {
  const by = byLine(pitch);
  return (
    <div className={styles[sizeOf(pitch.title)]} aria-live="polite">
      <WallTitle {...(by && { by })}>{pitch.title}</WallTitle>
    </div>
  );
}

/** Who brings it and what is part of it, as much as is read from the back; the rest is counted. */
function byLine(pitch: PitchView): string {
  const read = voicesOf(pitch).includes("for_me") ? words.readOut : "";
  const hosts = list(named(namedAloud(pitch), words.moreNamed, LETTERS), readerLocale());
  const ands = (pitch.merged ?? []).map(({ title }) => pitchWords.and(title, ""));
  const left = LETTERS - hosts.length - read.length;
  return [hosts, read, ...named(ands, words.moreParts, left)].filter(Boolean).join(" · ");
}

/** Those for which there is room, and how many more there are. */
function named(all: readonly string[], more: Forms, letters: number): string[] {
  const fit = asManyAsFit(all, (name) => name, letters);
  const rest = all.length - fit.length;
  return rest > 0 ? [...fit, count(rest, more, readerLocale())] : [...fit];
}

const sizeOf = ({ length }: string) => (length > LONGEST ? "longest" : length > LONG ? "long" : "usual");

/** A title stands for whoever has no name here, or has theirs read. */
function Then({ line: { waiting } }: { line: LineToPitch }) {
  const named = waiting.slice(0, NAMED).map((pitch) => namedAloud(pitch)[0] ?? `“${pitch.title}”`);
  const names = asManyAsFit(named, isolated, LETTERS).map(isolated);
  return (
    <p className={styles.then}>
      {words.upNext} <strong>{worded(waiting.length > 0 ? names.join(" · ") : words.nobody)}</strong>
    </p>
  );
}
