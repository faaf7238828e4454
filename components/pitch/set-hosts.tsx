"use client";

import type { FormAction } from "#components/form/answer.ts";
import { Form } from "#components/form/form.tsx";
import { TextField } from "#components/ui/field.tsx";
import { Submit } from "#components/ui/submit.tsx";
import { LONGEST, MOST } from "#domain/limits.ts";
import { wordsOf } from "#messages/words.ts";
import styles from "./pitch.module.css";

const { hosts: words } = wordsOf("pitchDesk");

/** The crew changes who hosts a pitch. */
export function SetHosts({ hosts, action }: { hosts: readonly string[]; action: FormAction }) {
  return (
    <section className={styles.section}>
      <h2>{words.title}</h2>
      <Form action={action} pendingWords={words.saving}>
        {(fields) => (
          <div className={styles.fields}>
            <p>{words.what}</p>
            <input type="hidden" name="seen" value={JSON.stringify(hosts)} />
            <TextField
              name="hosts"
              label={words.label}
              hint={words.hint}
              error={fields.error("hosts")}
              defaultValue={fields.text("hosts", hosts.join(", "))}
              maxLength={MOST.hosts * (LONGEST.personName + 2)}
              autoComplete="off"
            />
            <Submit kind="quiet" pendingWords={words.saving}>
              {words.save}
            </Submit>
          </div>
        )}
      </Form>
    </section>
  );
}
