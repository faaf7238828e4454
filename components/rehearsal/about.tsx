import type { FormAction } from "#components/form/answer.ts";
import { Banner } from "#components/ui/banner.tsx";
import { minutesFor } from "#domain/rehearsal.ts";
import { wordsOf } from "#messages/words.ts";
import { Press } from "./press.tsx";
import styles from "./rehearsal.module.css";

const words = wordsOf("rehearsal");

type AboutProps = {
  /** How many would be made up. */
  people: number;
  /** Null where it cannot be started: `why` says so. */
  start: FormAction | null;
  why: string;
};

/** What it does, how long and at what cost, before it is started. */
export function AboutRehearsal({ people, start, why }: AboutProps) {
  return (
    <section className={styles.part}>
      <h2>{words.what}</h2>
      <ul className={styles.happens}>
        {words.happens(people).map((it) => (
          <li key={it}>{it}</li>
        ))}
      </ul>
      <p>
        <strong>{words.takes(minutesFor(people))}</strong>
      </p>
      <p>{words.load}</p>
      {start ? <Press action={start} says={words.start} pending={words.starting} /> : <Banner title={why} />}
    </section>
  );
}
