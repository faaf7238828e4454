"use client";

import { useMemo } from "react";
import { useSnapshot } from "#components/live/provider.tsx";
import { Link } from "#components/ui/link.tsx";
import { worded } from "#components/ui/words.tsx";
import { permits } from "#domain/event.ts";
import { pairsAlike } from "#domain/likeness.ts";
import { count } from "#messages/counts.ts";
import { readerLocale, wordsOf } from "#messages/words.ts";
import styles from "./pitch.module.css";

const { pairs: words } = wordsOf("pitchMerging");

/** More would be read by nobody. */
const SHOWN = 5;

/** Pitches that sound alike, for a campmaker to look at. It suggests, and decides nothing. */
export function PitchPairs() {
  const { event, pitches } = useSnapshot();
  const pairs = useMemo(() => pairsAlike(pitches), [pitches]);
  if (pairs.length === 0 || !permits(event.phase, "merge")) return null;
  const more = pairs.length - SHOWN;
  return (
    <section className={styles.section}>
      <h2>{words.title}</h2>
      <p className={styles.quiet}>{words.lede}</p>
      <ul className={styles.withdrawn}>
        {pairs.slice(0, SHOWN).map(([one, other]) => (
          <li key={`${one.id} ${other.id}`}>
            <span>{worded(words.both(one.title, other.title))}</span>
            <Link
              href={`/e/${event.slug}/desk/pitches/${one.id}/merge?with=${other.id}`}
              aria-label={`${words.link}: ${words.both(one.title, other.title)}`}
            >
              {words.link}
            </Link>
          </li>
        ))}
      </ul>
      {more > 0 ? <p className={styles.quiet}>{count(more, words.more, readerLocale())}</p> : null}
    </section>
  );
}
