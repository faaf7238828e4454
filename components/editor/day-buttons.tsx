"use client";

import { useRef } from "react";
import { useSnapshot } from "#components/live/provider.tsx";
import { weekdayAmong } from "#messages/format.ts";
import { readerLocale, wordsOf } from "#messages/words.ts";
import styles from "./days.module.css";
import { useDayTarget } from "./drag.ts";
import { useEditor } from "./state.tsx";

const words = wordsOf("editor");

/** The days of a camp of several: the one that is shown, and the others a press away. A card in the hand stays there. */
export function DayButtons() {
  const { days, holding } = useEditor();
  if (days.all.length < 2) return null;
  return (
    <section className={styles.days} aria-label={words.days} data-print="no">
      {days.all.map(({ day, things }) => (
        <DayButton key={day} day={day} startsAt={things[0]!.startsAt} />
      ))}
      {holding ? <p className={styles.hint}>{words.held.helpDays}</p> : null}
    </section>
  );
}

function DayButton({ day, startsAt }: { day: string; startsAt: string }) {
  const { board, zone, days, showDay } = useEditor();
  const { event } = useSnapshot();
  const element = useRef<HTMLButtonElement>(null);
  useDayTarget(element, day);
  const all = [...event.days, ...board.slots].map((it) => it.startsAt);
  return (
    <button
      type="button"
      ref={element}
      className={styles.day}
      aria-pressed={day === days.shown}
      onClick={() => showDay(day)}
    >
      {weekdayAmong(startsAt, all, { locale: readerLocale(), zone })}
    </button>
  );
}
