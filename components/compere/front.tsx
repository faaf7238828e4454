import { HalfMinute } from "#components/pitch/half-minute.tsx";
import { Heading } from "#components/ui/phone.tsx";
import { Tag } from "#components/ui/tag.tsx";
import { worded } from "#components/ui/words.tsx";
import type { Hands } from "#domain/live.ts";
import type { LineToPitch } from "#domain/pitch/line.ts";
import { isHostless, type PitchView, voicesOf } from "#domain/pitch.ts";
import { count, list } from "#messages/counts.ts";
import { readerLocale, wordsOf } from "#messages/words.ts";
import styles from "./compere.module.css";

const pitchDesk = wordsOf("pitchDesk");
const pitchWords = wordsOf("pitch");
const words = wordsOf("compere");

type FrontProps = { line: LineToPitch; hands: Hands | null; now: number };

/** What is being said, by whom, and how long it still has; or that nobody is there, and why. */
export function NowAtTheFront({ line: { current, since, waiting, said, total }, hands, now }: FrontProps) {
  if (!current) {
    const why =
      total === 0
        ? words.empty
        : waiting.length === 0
          ? words.through
          : said > 0
            ? words.between
            : words.first;
    return (
      <Heading above={words.said(said, total)} title={words.nobody}>
        {why}
      </Heading>
    );
  }
  return (
    <section className={styles.front}>
      <div className={styles.top}>
        <p>{words.said(said, total)}</p>
        {since ? <HalfMinute since={since} now={now} /> : null}
      </div>
      <h1>{worded(current.title)}</h1>
      <p className={styles.by}>
        {current.hosts.length > 0 ? worded(list(current.hosts, readerLocale())) : pitchDesk.nobody}
      </p>
      <Remarks pitch={current} />
      {current.line ? <p>{worded(current.line)}</p> : null}
      {(current.merged ?? []).map((part) => (
        <p key={part.id}>{worded(pitchWords.and(part.title, ""))}</p>
      ))}
      <p className={styles.hands}>
        {hands ? count(hands[current.id] ?? 0, words.hands, readerLocale()) : pitchDesk.kept}
      </p>
    </section>
  );
}

/** What a compère should know before they hand over the microphone. */
function Remarks({ pitch }: { pitch: PitchView }) {
  const voices = voicesOf(pitch)
    .filter((voice) => voice !== "me")
    .filter((voice) => voice !== "wish" || isHostless(pitch));
  if (voices.length === 0 && pitch.noteLevel === "open") return null;
  return (
    <p className={styles.tags}>
      {voices.map((voice) => (
        <Tag key={voice} tone="wait">
          {pitchDesk[voice]}
        </Tag>
      ))}
      {pitch.noteLevel === "open" ? null : <Tag>{pitchWords.choices.noteLevel[pitch.noteLevel]}</Tag>}
    </p>
  );
}
