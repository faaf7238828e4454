import { Ring } from "#components/ui/bar.tsx";
import { BigNumber } from "#components/ui/figures.tsx";
import { Wall, WallTitle } from "#components/ui/wall.tsx";
import { worded } from "#components/ui/words.tsx";
import type { Snapshot } from "#domain/live.ts";
import {
  type LineToPitch,
  lineToPitch,
  namedAloud,
  PITCH_SECONDS,
  type PitchView,
  voicesOf,
} from "#domain/pitch.ts";
import { type Ballot, seesTally } from "#domain/voting.ts";
import { count, isolated, list, number } from "#messages/counts.ts";
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

type WallPitchingProps = { snapshot: Snapshot; now: number; join: Join; said: string | null };

export function WallPitching({ snapshot, now, join, said: announced }: WallPitchingProps) {
  const line = lineToPitch(snapshot.pitches);
  const { current, said, total } = line;
  const above = current
    ? words.pitching(number(said, readerLocale()), number(total, readerLocale()))
    : words.lineOpen;
  const hands = seesTally(snapshot.event, NO_BALLOT) && current ? (snapshot.hands?.[current.id] ?? 0) : null;
  return (
    <Wall
      hour={1}
      above={above}
      said={announced}
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
          {current?.saidAt ? <Left saidAt={current.saidAt} now={now} /> : null}
        </>
      }
    >
      <div className={styles.beside}>
        {current ? (
          <AtTheFront pitch={current} />
        ) : (
          <WallTitle by={words.firstPitch}>{words.lineOpen}</WallTitle>
        )}
        <JoinBig says={words.join} join={join} />
      </div>
    </Wall>
  );
}

function AtTheFront({ pitch }: { pitch: PitchView }) {
  const read = voicesOf(pitch).includes("for_me") ? words.readOut : "";
  const said = list(namedAloud(pitch), readerLocale());
  const ands = (pitch.merged ?? []).map(({ title }) => pitchWords.and(title, ""));
  const by = [said, read, ...ands].filter(Boolean).join(" · ");
  return (
    <div className={styles[sizeOf(pitch.title)]} aria-live="polite">
      <WallTitle long={by.length > LETTERS} {...(by && { by })}>
        {pitch.title}
      </WallTitle>
    </div>
  );
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

/** The half minute of a pitch. At its end the ring disappears. */
function Left({ saidAt, now }: { saidAt: string; now: number }) {
  const seconds = Math.ceil(PITCH_SECONDS - (now - Date.parse(saidAt)) / 1000);
  if (seconds <= 0) return null;
  const left = Math.min(seconds, PITCH_SECONDS);
  return <Ring value={left} max={PITCH_SECONDS} label={count(left, words.seconds, readerLocale())} />;
}
