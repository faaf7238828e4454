"use client";

import { useEffect, useMemo, useState } from "react";
import { Button } from "#components/ui/button.tsx";
import { Stack } from "#components/ui/card.tsx";
import type { Raising } from "#components/voting/raising.ts";
import { lineToPitch, type PitchView } from "#domain/pitch.ts";
import { count } from "#messages/counts.ts";
import { readerLocale, wordsOf } from "#messages/words.ts";
import type { Act } from "./act.tsx";
import { PitchCard } from "./card.tsx";
import styles from "./pitch.module.css";
import { Beside } from "./stand.tsx";

const words = wordsOf("pitch");

type PitchListProps = {
  pitches: readonly PitchView[];
  raising: Raising;
  hosting: readonly string[];
  own: readonly string[];
  /** Null where nobody may stand beside a host now. */
  standWith: Act | null;
  onStood: () => void;
  /** Where one says of a pitch that it does not belong; null while nobody can. */
  reportAt: ((pitchId: string) => string) | null;
};

/** In the order they came, which no hand changes, so that nothing moves under a thumb; a button tells of new ones. */
export function PitchList({ pitches, raising, hosting, own, standWith, onStood, reportAt }: PitchListProps) {
  const { current } = useMemo(() => lineToPitch(pitches), [pitches]);
  const { fresh, see } = useFresh(pitches);
  return (
    <>
      <Stack as="ul">
        {pitches.map((pitch) => (
          <PitchCard
            key={pitch.id}
            pitch={pitch}
            raising={raising}
            yours={hosting.includes(pitch.id)}
            atTheFront={pitch.id === current?.id}
            {...(reportAt && { report: reportAt(pitch.id) })}
            action={standWith ? <Beside action={standWith} {...{ pitch, hosting, own, onStood }} /> : null}
          />
        ))}
      </Stack>
      <div className={styles.fresh} aria-live="polite">
        {fresh > 0 ? <Button onClick={see}>{count(fresh, words.list.fresh, readerLocale())}</Button> : null}
      </div>
    </>
  );
}

/** Counts what came since the reader last looked at the end of the list, and takes them there. */
function useFresh(pitches: readonly PitchView[]): { fresh: number; see: () => void } {
  const [seen, setSeen] = useState<ReadonlySet<string>>(() => new Set(pitches.map(({ id }) => id)));
  const unseen = pitches.filter(({ id }) => !seen.has(id));
  const first = unseen[0]?.id;
  useEffect(() => {
    const card = first && document.getElementById(`pitch-${first}`);
    if (!card) return;
    const all = new Set(pitches.map(({ id }) => id));
    const watch = new IntersectionObserver(([entry]) => entry?.isIntersecting && setSeen(all));
    watch.observe(card);
    return () => watch.disconnect();
  }, [first, pitches]);
  const see = () => document.getElementById(`pitch-${first}`)?.scrollIntoView({ block: "center" });
  return { fresh: unseen.length, see };
}
