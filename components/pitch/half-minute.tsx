import { Ring } from "#components/ui/bar.tsx";
import { PITCH_SECONDS, secondsLeft } from "#domain/pitch/line.ts";
import { count } from "#messages/counts.ts";
import { readerLocale, wordsOf } from "#messages/words.ts";

const { halfMinute: words } = wordsOf("pitch");

/** What is left of a pitch’s half minute. At its end it says so, and goes on saying it: nobody is cut off. */
export function HalfMinute({ since, now }: { since: string; now: number }) {
  const left = secondsLeft(since, now);
  return (
    <Ring
      value={left}
      max={PITCH_SECONDS}
      label={left > 0 ? count(left, words.seconds, readerLocale()) : words.over}
      over={words.time}
    />
  );
}
