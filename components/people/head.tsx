import { Banner } from "#components/ui/banner.tsx";
import { Shares } from "#components/ui/bar.tsx";
import { Figures, Numbers } from "#components/ui/figures.tsx";
import { hourOf } from "#components/ui/hour.ts";
import type { PeopleSummary } from "#domain/people.ts";
import type { PeopleCounts } from "#domain/registration/places.ts";
import { number } from "#messages/counts.ts";
import { readerLocale, wordsOf } from "#messages/words.ts";
import styles from "./people.module.css";

const words = wordsOf("people");

const MINUTE = 60_000;

/** How long places may stand free while people wait before it is an alarm, in minutes. */
const PATIENCE = 10;

const n = (value: number) => number(value, readerLocale());

export function IdleAlarm({ since, now }: { since: string | null; now: number }) {
  const minutes = since ? Math.floor((now - Date.parse(since)) / MINUTE) : 0;
  if (minutes < PATIENCE) return null;
  return (
    <Banner tone="bad" role="alert" title={words.idle(minutes)}>
      <p>{words.idleWhy}</p>
    </Banner>
  );
}

/** Who has a place and what is free; of the rest what there is. */
export function PeopleNumbers({
  counts,
  capacity,
  turnedAway,
}: {
  counts: PeopleCounts;
  capacity: number;
  /** How many found the line full. */
  turnedAway: number;
}) {
  const { numbers } = words;
  const rest: [value: number, label: string][] = [
    [counts.held, numbers.held],
    [counts.offered, numbers.offers],
    [counts.waiting, numbers.waiting],
    [counts.paused, numbers.paused],
    [counts.entered, numbers.entered],
    [counts.unproven, numbers.unproven],
    [turnedAway, numbers.turnedAway],
  ];
  return (
    <div className={styles.numbers}>
      <Numbers
        items={[
          { value: n(counts.confirmed), label: numbers.have(capacity) },
          { value: n(counts.free), label: numbers.free },
          ...rest.filter(([value]) => value > 0).map(([value, label]) => ({ value: n(value), label })),
        ]}
      />
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
