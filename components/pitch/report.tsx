"use client";

import type { FormAction } from "#components/form/answer.ts";
import { Form } from "#components/form/form.tsx";
import { TextField } from "#components/ui/field.tsx";
import { Submit } from "#components/ui/submit.tsx";
import { LONGEST } from "#domain/limits.ts";
import { wordsOf } from "#messages/words.ts";
import styles from "./pitch.module.css";

const words = wordsOf("pitchReport");

/** Somebody says why a pitch does not belong. */
export function ReportPitch({ action }: { action: FormAction }) {
  return (
    <Form action={action} pendingWords={words.sending}>
      {(fields) => (
        <div className={styles.fields}>
          <TextField
            name="reason"
            label={words.reason}
            hint={words.reasonHint}
            error={fields.error("reason")}
            defaultValue={fields.text("reason")}
            maxLength={LONGEST.reason}
            required
          />
          <Submit pendingWords={words.sending}>{words.send}</Submit>
        </div>
      )}
    </Form>
  );
}
