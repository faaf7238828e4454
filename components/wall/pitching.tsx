import { Ring } from "#components/ui/bar.tsx";
import { BigNumber } from "#components/ui/figures.tsx";
import { Wall, WallTitle } from "#components/ui/wall.tsx";
import { worded } from "#components/ui/words.tsx";
import type { Snapshot } from "#domain/live.ts";
import { type LineToPitch, lineToPitch, PITCH_SECONDS, type PitchView } from "#domain/pitch.ts";
import { voting } from "#messages/en/voting.ts";
import { wall as words } from "#messages/en/wall.ts";
import { count, list, number } from "#messages/format.ts";
import { type Join, JoinBig, JoinLine } from "./join.tsx";
import styles from "./wall.module.css";

const LOCALE = "en-GB";

/** How many of the line are named: more could not be read from the back. */
const NAMED = 3;

/** Titles beyond this need smaller letters to leave the hands their place. */
const LONG = 56;

/** The wall while people pitch: the pitch at the front, its hands as they go up, and who comes then. */
export function WallPitching({ snapshot, now, join }: { snapshot: Snapshot; now: number; join: Join }) {
  const line = lineToPitch(snapshot.pitches);
  const { current, said, total } = line;
  const above = current ? words.pitching(number(said, LOCALE), number(total, LOCALE)) : words.lineOpen;
  const hands = snapshot.event.tally === "shown" && current ? (snapshot.hands?.[current.id] ?? 0) : null;
  return (
    <Wall
      hour={1}
      above={above}
      join={<JoinLine says={words.join} join={join} />}
      foot={
        <>
          <div>
            {hands === null ? null : (
              <BigNumber value={number(hands, LOCALE)} wall>
                {count(hands, voting.handsUp, LOCALE)}
              </BigNumber>
            )}
          </div>
          <Then line={line} />
          {current?.saidAt ? <Left saidAt={current.saidAt} now={now} /> : null}
        </>
      }
    >
      {current ? <AtTheFront pitch={current} /> : <Open join={join} />}
    </Wall>
  );
}

function AtTheFront({ pitch }: { pitch: PitchView }) {
  const by = pitch.voice === "for_me" ? words.readOut : list(pitch.hosts, LOCALE);
  return (
    <div className={pitch.title.length > LONG ? styles.long : undefined} aria-live="polite">
      <WallTitle {...(by && { by })}>{pitch.title}</WallTitle>
    </div>
  );
}

function Open({ join }: { join: Join }) {
  return (
    <div className={styles.beside}>
      <WallTitle by={words.firstPitch}>{words.lineOpen}</WallTitle>
      <JoinBig join={join} />
    </div>
  );
}

/** The names of the next to pitch; a title stands for who has no name here. */
function Then({ line: { waiting } }: { line: LineToPitch }) {
  const names = waiting.slice(0, NAMED).map((pitch) => pitch.hosts[0] ?? `“${pitch.title}”`);
  return (
    <p className={styles.then}>
      {words.upNext} <strong>{worded(names.length > 0 ? names.join(" · ") : words.nobody)}</strong>
    </p>
  );
}

/** The half minute. At its end the ring is gone and nobody is cut off. */
function Left({ saidAt, now }: { saidAt: string; now: number }) {
  const seconds = Math.ceil(PITCH_SECONDS - (now - Date.parse(saidAt)) / 1000);
  if (seconds <= 0) return null;
  const left = Math.min(seconds, PITCH_SECONDS);
  return <Ring value={left} max={PITCH_SECONDS} label={count(left, words.seconds, LOCALE)} />;
}
