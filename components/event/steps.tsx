import { wordsOf } from "#messages/words.ts";
import styles from "./event.module.css";

const words = wordsOf("event");

export function HowItWorks() {
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
      <p>{words.how.first}</p>
    </section>
  );
}
