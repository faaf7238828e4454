"use client";

import type { FormAction } from "#components/form/answer.ts";
import { Form } from "#components/form/form.tsx";
import { Figures } from "#components/ui/figures.tsx";
import { Submit } from "#components/ui/submit.tsx";
import { wordsOf } from "#messages/words.ts";
import styles from "./repair.module.css";

const words = wordsOf("repair").last;

/** The last repair, and taking it back. */
export function LastRepair({ id, said, action }: { id: string; said: string; action: FormAction }) {
  return (
    <section className={styles.last}>
      <h2 className={styles.question}>{words.title}</h2>
      <p>
        <Figures>{said}</Figures>
      </p>
      <Form action={action} facts={id} pendingWords={words.undoing}>
        {() => (
          <>
            <input type="hidden" name="id" value={id} />
            <Submit kind="quiet" icon="undo" pendingWords={words.undoing}>
              {words.undo}
            </Submit>
          </>
        )}
      </Form>
    </section>
  );
}
