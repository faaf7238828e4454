import { Figures } from "#components/ui/figures.tsx";
import type { EventView } from "#domain/event.ts";
import type { PoolRules } from "#domain/pool.ts";
import { wordsOf } from "#messages/words.ts";
import styles from "./balance.module.css";
import { momentOf } from "./opening.tsx";

const words = wordsOf("pool").rules;

/** What is kept and limited, a line each. */
export function poolLines(rules: PoolRules, camp: Pick<EventView, "zone">): string[] {
  const all = [...rules.sectors, { name: null, ...rules.firstTimers }];
  return [
    ...all.flatMap(({ name, floor }) => (floor > 0 ? [words.floor(name, floor)] : [])),
    ...all.flatMap(({ name, ceiling }) => (ceiling !== null ? [words.ceiling(name, ceiling)] : [])),
    ...(rules.organisationLimit === null ? [] : [words.organisation(rules.organisationLimit)]),
    ...(rules.mergesAt === null ? [] : [words.merges(momentOf(rules.mergesAt, camp))]),
  ];
}

export function Rules({ rules, camp }: { rules: PoolRules; camp: Pick<EventView, "zone"> }) {
  return (
    <ul className={styles.rules}>
      {poolLines(rules, camp).map((line) => (
        <li key={line}>
          <Figures>{line}</Figures>
        </li>
      ))}
    </ul>
  );
}
