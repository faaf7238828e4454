"use client";

import type { FormAction } from "#components/form/answer.ts";
import { Form } from "#components/form/form.tsx";
import { TextField } from "#components/ui/field.tsx";
import { Submit } from "#components/ui/submit.tsx";
import { LONGEST } from "#domain/limits.ts";
import { wordsOf } from "#messages/words.ts";
import styles from "./people.module.css";

const words = wordsOf("people");

/** Opens without a script. */
export function Mend({
  registrationId,
  kept,
  action,
}: {
  registrationId: string;
  /** How the list was seen from which one came here. */
  kept: string;
  action: FormAction;
}) {
  const { label, what, email, sure } = words.mend;
  return (
    <Form action={action}>
      {(fields) => (
        <details className={styles.move} open={fields.sent}>
          <summary>{label}</summary>
          <div className={styles.ask}>
            <p>{what}</p>
            <input type="hidden" name="registration" value={registrationId} />
            <input type="hidden" name="list" value={kept} />
            <TextField
              name="email"
              type="email"
              label={email}
              error={fields.error("email")}
              defaultValue={fields.text("email")}
              autoComplete="off"
              maxLength={LONGEST.email}
              spellCheck={false}
              required
            />
            <TextField
              name="reason"
              id="reason-mend"
              label={words.person.reason}
              error={fields.error("reason")}
              defaultValue={fields.text("reason")}
              maxLength={LONGEST.reason}
              required
            />
            <Submit kind="quiet" pendingWords={words.person.doing}>
              {sure}
            </Submit>
          </div>
        </details>
      )}
    </Form>
  );
}
