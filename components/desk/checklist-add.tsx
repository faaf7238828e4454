"use client";

import type { FormAction } from "#components/form/answer.ts";
import { Form } from "#components/form/form.tsx";
import { TextField } from "#components/ui/field.tsx";
import { Submit } from "#components/ui/submit.tsx";
import { LONGEST } from "#domain/limits.ts";
import { wordsOf } from "#messages/words.ts";
import styles from "./announcements.module.css";

const words = wordsOf("checklist");

/** Something of the crew's own. @param freshId of the next one, so that sending it twice adds it once */
export function AddToChecklist({ freshId, action }: { freshId: string; action: FormAction }) {
  return (
    <section className={styles.part}>
      <h2>{words.add}</h2>
      <Form action={action} keep="checklist" facts={freshId}>
        {(fields) => (
          <>
            <input type="hidden" name="id" value={freshId} />
            <TextField
              label={words.what}
              name="title"
              maxLength={LONGEST.checklistItem}
              autoComplete="off"
              defaultValue={fields.text("title")}
              error={fields.error("title")}
              required
            />
            <TextField
              label={words.days}
              hint={words.daysHint}
              name="daysBefore"
              defaultValue={fields.text("daysBefore")}
              error={fields.error("daysBefore")}
              required
            />
            <Submit kind="quiet" pendingWords={words.adding}>
              {words.submit}
            </Submit>
          </>
        )}
      </Form>
    </section>
  );
}
