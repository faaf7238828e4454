import { figuresOf, placeFigures } from "#components/desk/place-figures.ts";
import { Banner } from "#components/ui/banner.tsx";
import { Shares } from "#components/ui/bar.tsx";
import { Figures, Numbers } from "#components/ui/figures.tsx";
import { hourOf } from "#components/ui/hour.ts";
import type { PeopleSummary } from "#domain/people.ts";
import { type PeopleCounts, whyIdle } from "#domain/registration/places.ts";
import { number } from "#messages/counts.ts";
import { readerLocale, wordsOf } from "#messages/words.ts";
import styles from "./people.module.css";

const words = wordsOf("people");
const { idle } = wordsOf("desk");

/** An organiser switched offers off; that they do not run is a fault. */
const IDLE_TONE = { off: "wait", late: "bad" } as const;

const MINUTE = 60_000;

const n = (value: number) => number(value, readerLocale());

type IdleAlarmProps = {
  counts: Pick<PeopleCounts, "toOffer" | "idleSince" | "offersOn">;
  /** Whether this is an hour at which places are offered. */
  awake: boolean;
  /** Milliseconds since 1970. */
  now: number;
};

export function IdleAlarm({ counts, awake, now }: IdleAlarmProps) {
  const why = whyIdle(counts, awake, now);
  if (why === null || counts.idleSince === null) return null;
  const minutes = Math.floor((now - Date.parse(counts.idleSince)) / MINUTE);
  return (
    <Banner tone={IDLE_TONE[why]} role="alert" title={idle.whole(counts.toOffer, minutes)}>
      <p>{idle.why[why]}</p>
    </Banner>
  );
}

/** How the places stand. @param turnedAway how many found the line full */
export function PeopleNumbers({
  counts,
  capacity,
  turnedAway,
  over,
}: {
  counts: PeopleCounts;
  capacity: number;
  /** Whether the camp is over. */
  over: boolean;
  turnedAway: number;
}) {
  const more = figuresOf([[turnedAway, words.numbers.turnedAway]]);
  return (
    <div className={styles.numbers}>
      <Numbers items={[...placeFigures(counts, capacity, over), ...more]} />
    </div>
  );
}

/** Sectors of those with a place, and how many of them are new. */
export function Mix({ sectors, inside, firstTimers }: Omit<PeopleSummary, "groups">) {
  if (inside === 0) return null;
  const shares = sectors.map(({ sector, people }, index) => ({
    label: sector,
    value: people,
    hour: hourOf(index + 1),
  }));
  return (
    <>
      <Shares label={words.sectors} shares={shares} count={n} />
      <p>
        <Figures>{words.firstTimers(Math.round((100 * firstTimers) / inside))}</Figures>
      </p>
    </>
  );
}
