import { Stack } from "#components/ui/card.tsx";
import { Heading } from "#components/ui/phone.tsx";
import { worded } from "#components/ui/words.tsx";
import type { Raising } from "#components/voting/raising.ts";
import type { DayAt } from "#domain/day.ts";
import type { GridChange, GridView } from "#domain/grid.ts";
import { gapAt } from "#domain/grid-days.ts";
import type { HeadCount } from "#domain/heads.ts";
import { keyOf } from "#domain/run.ts";
import { isOnAt, type RunView, theirsFirst } from "#domain/run-view.ts";
import type { SlotView } from "#domain/slot.ts";
import { type Place, rangeOn, timeAway } from "#messages/format.ts";
import { wordsOf } from "#messages/words.ts";
import { GoneCard } from "./gone.tsx";
import styles from "./grid.module.css";
import { hourOfSlot } from "./hour.ts";
import { type Reader, useReader } from "./reader.ts";
import { SessionCard } from "./session.tsx";
import { leftWords, untilWords } from "./span.ts";

const words = wordsOf("grid");

type GridNowProps = {
  slug: string;
  grid: GridView;
  counts: readonly HeadCount[];
  day: DayAt;
  now: number;
  place: Place;
  raising: Raising;
  hosting: readonly string[];
  /** When the camp goes on after this grid: an ISO 8601 instant, null where nothing follows. */
  goesOn: string | null;
};

/** What is on, where, until when, and what comes next. */
export function GridNow({ day, goesOn, ...asked }: GridNowProps) {
  const reader = useReader(asked);
  const { now, place } = reader;
  const on = reader.runs.filter((run) => isOnAt(run, now));
  const slot = day.on?.slot ?? on[0]?.slot ?? null;
  if (!slot && day.over) return <Heading title={words.now.over.title}>{words.now.over.body}</Heading>;
  return (
    <>
      {slot ? <On {...{ slot, reader }} runs={on} gone={day.on?.gone ?? []} /> : null}
      {!slot && day.next ? <Ahead slot={day.next.slot} reader={reader} /> : null}
      {day.next ? (
        <>
          <Next slot={day.next.slot} gone={day.next.gone} alone={!slot} reader={reader} />
          <AfterBreak next={day.next.slot} reader={reader} />
        </>
      ) : (
        <p>{goesOn ? words.now.lastOfDay(timeAway(goesOn, now, place)) : words.now.lastSlot}</p>
      )}
    </>
  );
}

/** What a time without a slot is, and when it ends. */
function Ahead({ slot, reader: { grid, now, place } }: { slot: SlotView; reader: Reader }) {
  const gap = gapAt(grid.slots, slot, now, place.zone);
  const at = timeAway(slot.startsAt, now, place);
  const title = slot.kind === "break" ? nextTitle(slot, now, place) : words.now.ahead[gap](at);
  const until = untilWords(slot.startsAt, now, place);
  return <Heading above={[words.now.gaps[gap], until].filter(Boolean).join(" · ")} title={title} />;
}

function nextTitle(slot: SlotView, now: number, place: Place): string {
  const next = words.now.next(timeAway(slot.startsAt, now, place));
  return slot.kind === "break" ? `${next} · ${words.now.break(slot.title)}` : next;
}

type Group = { slot: SlotView; gone: readonly GridChange[]; reader: Reader };

function On({ slot, runs, ...seen }: Group & { runs: readonly RunView[] }) {
  const { now, place, several } = seen.reader;
  const range = rangeOn(slot.startsAt, slot.endsAt, several, place);
  const pause = slot.kind === "break";
  return (
    <>
      <div className={styles.on}>
        <Heading
          above={pause ? range : words.now.slot(slot.number, range)}
          title={pause ? words.now.break(slot.title) : words.now.title}
        />
        {isOnAt(slot, now) ? <p className={styles.left}>{leftWords(slot.endsAt, now)}</p> : null}
      </div>
      {runs.length === 0 && !pause ? <p>{words.now.nothingHere}</p> : null}
      <Cards runs={runs} {...seen} />
    </>
  );
}

function Next({ slot, alone, ...seen }: Group & { alone: boolean }) {
  const { now, place, runs } = seen.reader;
  const until = untilWords(slot.startsAt, now, place);
  return (
    <>
      {alone ? null : (
        <div className={styles.next}>
          <h2>{worded(nextTitle(slot, now, place))}</h2>
          {until ? <span>{until}</span> : null}
        </div>
      )}
      <Cards slot={slot} runs={runs.filter(({ slotId }) => slotId === slot.id)} {...seen} />
    </>
  );
}

/** Where a break comes next, what people look for beyond it. */
function AfterBreak({ next, reader }: { next: SlotView; reader: Reader }) {
  const { runs, now, place } = reader;
  const coming = runs.find(({ startsAt }) => Date.parse(startsAt) >= Date.parse(next.startsAt))?.slot;
  if (next.kind !== "break" || !coming || coming.id === next.id) return null;
  return (
    <>
      <div className={styles.next}>
        <h2>{worded(words.now.afterBreak(timeAway(coming.startsAt, now, place)))}</h2>
      </div>
      <Cards
        slot={coming}
        gone={[]}
        runs={runs.filter(({ slotId }) => slotId === coming.id)}
        reader={reader}
      />
    </>
  );
}

type CardsProps = Omit<Group, "slot"> & {
  runs: readonly RunView[];
  /** Whose hour the cards wear, where the page wears another. */
  slot?: SlotView;
};

/** Theirs first. */
function Cards({ runs, slot, gone, reader }: CardsProps) {
  return (
    <div className={styles.cards}>
      <Stack as="ul">
        {theirsFirst(runs, reader.isTheirs).map((run) => (
          <SessionCard key={run.key} {...{ run, reader }} {...(slot && { hour: hourOfSlot(slot) })} />
        ))}
        {gone.map((change) => (
          <GoneCard key={keyOf(change)} {...{ change, reader }} />
        ))}
      </Stack>
    </div>
  );
}
