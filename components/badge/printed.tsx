"use client";

import type { FormAction } from "#components/form/answer.ts";
import { Form } from "#components/form/form.tsx";
import { Banner } from "#components/ui/banner.tsx";
import { Submit } from "#components/ui/submit.tsx";
import styles from "./badge.module.css";

type PrintedProps = {
  action: FormAction;
  /** Whose, and what stands on them, as `id:mark`. */
  marks: string;
  words: { title: string; body: string; button: string; saving: string };
};

/** After they came out of the printer: looking at a page marks nothing. */
export function Printed({ action, marks, words }: PrintedProps) {
  return (
    <div className={styles.form} data-print="no">
      <Banner
        title={words.title}
        action={
          <Form action={action} facts={marks}>
            {() => (
              <>
                <input type="hidden" name="printed" value={marks} />
                <Submit kind="quiet" pendingWords={words.saving}>
                  {words.button}
                </Submit>
              </>
            )}
          </Form>
        }
      >
        <p>{words.body}</p>
      </Banner>
    </div>
  );
}
