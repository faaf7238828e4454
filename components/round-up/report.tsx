"use client";

import type { FormAction } from "#components/form/answer.ts";
import { Form } from "#components/form/form.tsx";
import { TextField } from "#components/ui/field.tsx";
import { Submit } from "#components/ui/submit.tsx";
import { LONGEST } from "#domain/limits.ts";
import type { RoundUpLink } from "#domain/round-up.ts";
import { wordsOf } from "#messages/words.ts";
import { LinkLine } from "./groups.tsx";
import styles from "./round-up.module.css";

const { reporting: words } = wordsOf("roundUp");

/** Somebody says why a link does not belong. */
export function ReportLink({ link, action }: { link: RoundUpLink; action: FormAction }) {
  return (
    <>
      <div className={styles.one}>
        <LinkLine link={link} />
      </div>
      <Form action={action} pendingWords={words.sending}>
        {(fields) => (
          <div className={styles.fields}>
            <input type="hidden" name="id" value={link.id} />
            <TextField
              name="reason"
              label={words.reason}
              maxLength={LONGEST.reason}
              defaultValue={fields.text("reason")}
              error={fields.error("reason")}
            />
            <Submit pendingWords={words.sending}>{words.send}</Submit>
          </div>
        )}
      </Form>
    </>
  );
}
