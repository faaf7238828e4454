"use client";

import type { FormAction } from "#components/form/answer.ts";
import { Form } from "#components/form/form.tsx";
import { TextField } from "#components/ui/field.tsx";
import { Submit } from "#components/ui/submit.tsx";
import { LONGEST } from "#domain/limits.ts";
import { wordsOf } from "#messages/words.ts";
import styles from "./people.module.css";

const words = wordsOf("merging");

type TwinProps = {
  registrationId: string;
  /** How the list was seen from which one came here. */
  kept: string;
  action: FormAction;
};

/** Asks for the other address of somebody who registered twice. Opens without a script. */
export function Twin({ registrationId, kept, action }: TwinProps) {
  return (
    <Form action={action}>
      {(fields) => (
        <details className={styles.move} open={fields.sent}>
          <summary>{words.label}</summary>
          <div className={styles.ask}>
            <p>{words.what}</p>
            <input type="hidden" name="registration" value={registrationId} />
            <input type="hidden" name="list" value={kept} />
            <TextField
              name="email"
              id="email-twin"
              type="email"
              label={words.email}
              error={fields.error("email")}
              defaultValue={fields.text("email")}
              autoComplete="off"
              maxLength={LONGEST.email}
              spellCheck={false}
              required
            />
            <Submit kind="quiet" pendingWords={words.doing}>
              {words.look}
            </Submit>
          </div>
        </details>
      )}
    </Form>
  );
}

type MergeProps = { stays: string; goes: string; mark: string; kept: string; action: FormAction };

/** The last step of merging: the reason, and the button. */
export function Merge({ stays, goes, mark, kept, action }: MergeProps) {
  return (
    <Form action={action} pendingWords={words.doing}>
      {(fields) => (
        <>
          {Object.entries({ stays, goes, mark, list: kept }).map(([name, value]) => (
            <input key={name} type="hidden" name={name} value={value} />
          ))}
          <TextField
            name="reason"
            label={words.reason}
            error={fields.error("reason")}
            defaultValue={fields.text("reason")}
            maxLength={LONGEST.reason}
            required
          />
          <Submit kind="danger" pendingWords={words.doing}>
            {words.sure}
          </Submit>
        </>
      )}
    </Form>
  );
}
