"use client";

import { useEffect, useState } from "react";
import { useLive } from "#components/live/provider.tsx";
import { readHelp } from "#components/queries.ts";
import type { Gains, Torn } from "#domain/weighing.ts";
import { count, list } from "#messages/format.ts";
import { readerLocale, wordsOf } from "#messages/words.ts";
import { useEditor } from "./state.tsx";
import styles from "./suggestion.module.css";
import { whyNot } from "./weighing.tsx";
import { timeIn } from "./words.ts";

const words = wordsOf("reasons");

/** The pairs that tear most people, and what one more room or slot would bring; worked out when it is opened. */
export function Help() {
  const { board, open } = useEditor();
  const [shown, setShown] = useState(false);
  if (!open || board.placements.length === 0) return null;
  return (
    <details
      className={styles.changes}
      data-print="no"
      onToggle={(event) => setShown(event.currentTarget.open)}
    >
      <summary>{words.help}</summary>
      {shown ? <Worked /> : null}
    </details>
  );
}

function Worked() {
  const { board, zone } = useEditor();
  const { slug } = useLive();
  const asked = board.placements.map((it) => `${it.pitchId} ${it.slotId} ${it.roomId}`).join();
  const [known, setKnown] = useState<{ torn: Torn[]; gains: Gains } | null>(null);
  const [refusal, setRefusal] = useState<ReturnType<typeof whyNot> | null>(null);
  // biome-ignore lint/correctness/useExhaustiveDependencies: other cells are another question
  useEffect(() => {
    const closed = new AbortController();
    setRefusal(null);
    readHelp(slug, closed.signal)
      .then((said) => closed.signal.aborted || setKnown(said))
      .catch((fault) => closed.signal.aborted || setRefusal(whyNot(fault)));
    return () => closed.abort();
  }, [slug, asked]);
  if (refusal)
    return (
      <p role="alert">
        {refusal.what} {refusal.next}
      </p>
    );
  if (!known) return <p aria-live="polite">{words.working}</p>;
  const { torn, gains } = known;
  const titleOf = (pitchId: string) => board.cards.get(pitchId)?.pitch.title ?? "";
  const timeOf = (slotId: string) => {
    const slot = board.slots.find(({ id }) => id === slotId);
    return slot ? timeIn(slot.startsAt, board, zone) : "";
  };
  return (
    <ul aria-live="polite">
      {torn.length === 0 ? <li>{words.tornNobody}</li> : null}
      {torn.map(({ pitchIds: [one, other], slotId, people }) => (
        <li key={one + other}>
          {words.pair(
            titleOf(one),
            titleOf(other),
            timeOf(slotId),
            count(people, words.want, readerLocale()),
          )}
        </li>
      ))}
      {gains.room ? <li>{words.room(gainWords(gains.room))}</li> : null}
      {gains.slot ? <li>{words.slot(gainWords(gains.slot))}</li> : null}
    </ul>
  );
}

function gainWords({ served, placed }: { served: number; placed: number }): string {
  const parts = [
    served > 0 && count(served, words.wishes, readerLocale()),
    placed > 0 && count(placed, words.places, readerLocale()),
  ].filter((part) => part !== false);
  return parts.length > 0 ? list(parts, readerLocale()) : words.nothing;
}
