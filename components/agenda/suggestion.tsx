"use client";

import { agenda as words } from "#messages/en/agenda.ts";
import { useAgenda } from "./agenda.tsx";
import styles from "./suggestion.module.css";
import { saidOf } from "./words.ts";

/** What the planner reached, and who it had to leave out. */
export function Suggestion() {
  const { suggested } = useAgenda();
  if (!suggested) return null;
  return (
    <section className={styles.note}>
      <p className={styles.strong}>{saidOf(suggested)}</p>
      {suggested.leftOut.length > 0 ? (
        <ul>
          {suggested.leftOut.map(({ pitchId, title, rule }) => (
            <li key={pitchId}>{words.suggested.out(title, words.suggested.rules[rule])}</li>
          ))}
        </ul>
      ) : null}
      <p className={styles.small}>{words.suggested.meaning}</p>
    </section>
  );
}
