import { wordsOf } from "#messages/words.ts";
import styles from "./event.module.css";

const words = wordsOf("event");

/** @param first whether there is still somebody to say it to who has never been to one */
export function HowItWorks({ first = true }: { first?: boolean }) {
  return (
    <section className={styles.group}>
      <h2>{words.how.title}</h2>
      <ol className={styles.steps}>
        {words.how.steps.map((step) => (
          <li key={step.title}>
            <strong>{step.title}</strong>
            <p>{step.body}</p>
          </li>
        ))}
      </ol>
      {first ? <p>{words.how.first}</p> : null}
    </section>
  );
}
