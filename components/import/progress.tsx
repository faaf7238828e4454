import { useFormStatus } from "react-dom";
import type { ImportProgress } from "#domain/import/progress.ts";
import { wordsOf } from "#messages/words.ts";
import styles from "./import.module.css";

const words = wordsOf("imports").progress;

/** How far the form around it is on its way. The step is said aloud, once; the figures would talk without end. */
export function Progress({ progress }: { progress: ImportProgress | null }) {
  const { pending } = useFormStatus();
  const step = progress ? words.steps[progress.step] : words.sending;
  return (
    <div className={styles.progress}>
      <output aria-live="polite">{pending ? step : null}</output>
      {pending ? <Bar label={step} {...(progress ?? { done: 0, of: 0 })} /> : null}
    </div>
  );
}

/** Without an end to be seen it only says that something goes on. */
function Bar({ label, done, of }: { label: string; done: number; of: number }) {
  const known = of > 0 && done > 0;
  return (
    <>
      <progress aria-label={label} {...(known && { value: done, max: of })} />
      <span aria-hidden="true">{known ? words.rows(done, of) : null}</span>
    </>
  );
}
