"use client";

import type { FormAction } from "#components/form/answer.ts";
import { Form } from "#components/form/form.tsx";
import { TextField } from "#components/ui/field.tsx";
import { Submit } from "#components/ui/submit.tsx";
import { LONGEST } from "#domain/limits.ts";
import { wordsOf } from "#messages/words.ts";
import styles from "./pitch.module.css";
import report from "./report.module.css";

const { desk: words } = wordsOf("pitchReport");

/** Says first what hiding does, and takes the reason. Opens without a script. */
export function HidePitch({
  pitchId,
  title,
  action,
}: {
  pitchId: string;
  title: string;
  action: FormAction;
}) {
  return (
    <Form action={action} pendingWords={words.hiding}>
      {(fields) => (
        <details className={report.hide} open={fields.sent}>
          <summary aria-label={words.hideAbout(title)}>{words.hide}</summary>
          <div className={styles.fields}>
            <ul className={styles.happens}>
              {words.hides.map((line) => (
                <li key={line}>{line}</li>
              ))}
            </ul>
            <input type="hidden" name="pitch" value={pitchId} />
            <TextField
              name="reason"
              id={`hide-${pitchId}`}
              label={words.reason}
              error={fields.error("reason")}
              defaultValue={fields.text("reason")}
              maxLength={LONGEST.reason}
              required
            />
            <Submit kind="quiet" pendingWords={words.hiding}>
              {words.sure}
            </Submit>
          </div>
        </details>
      )}
    </Form>
  );
}
