"use client";

import type { FormAction } from "#components/form/answer.ts";
import { Form } from "#components/form/form.tsx";
import { TextField } from "#components/ui/field.tsx";
import { Submit } from "#components/ui/submit.tsx";
import { LONGEST } from "#domain/limits.ts";
import { wordsOf } from "#messages/words.ts";
import styles from "./requests.module.css";

const words = wordsOf("requestsDesk");

/** Yes, or why not: either is told to whoever asked. */
export function RequestAnswer({ id, what, settle }: { id: string; what: string; settle: FormAction }) {
  return (
    <div className={styles.answer}>
      <Form action={settle} facts={`${id} yes`} pendingWords={words.sending}>
        {() => (
          <>
            <input type="hidden" name="id" value={id} />
            <input type="hidden" name="outcome" value="yes" />
            <Submit kind="quiet" pendingWords={words.sending} aria-label={words.yesAbout(what)}>
              {words.yes}
            </Submit>
          </>
        )}
      </Form>
      <details>
        <summary aria-label={words.noAbout(what)}>{words.no}</summary>
        <Form action={settle} facts={`${id} no`} pendingWords={words.sending}>
          {(fields) => (
            <>
              <input type="hidden" name="id" value={id} />
              <input type="hidden" name="outcome" value="no" />
              <TextField
                name="words"
                id={`words-${id}`}
                label={words.reason}
                error={fields.error("words")}
                defaultValue={fields.text("words")}
                maxLength={LONGEST.reason}
                required
              />
              <Submit kind="quiet" pendingWords={words.sending}>
                {words.send}
              </Submit>
            </>
          )}
        </Form>
      </details>
    </div>
  );
}
