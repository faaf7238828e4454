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
  const { days } = useEditor();
  if (days.all.length < 2) return null;
  return (
    <nav className={styles.days} aria-label={words.days} data-print="no">
      {days.all.map(({ day, things }) => (
        <DayButton key={day} day={day} startsAt={things[0]!.startsAt} />
      ))}
    </nav>
  );
}

function DayButton({ day, startsAt }: { day: string; startsAt: string }) {
  const { board, zone, days } = useEditor();
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
      onClick={() => days.show(day)}
    >
      {weekdayAmong(startsAt, all, { locale: readerLocale(), zone })}
    </button>
  );
}
