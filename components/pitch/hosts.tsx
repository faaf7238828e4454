"use client";

import type { FormAction } from "#components/form/answer.ts";
import { Form } from "#components/form/form.tsx";
import { TextField } from "#components/ui/field.tsx";
import { Submit } from "#components/ui/submit.tsx";
import { LONGEST } from "#domain/limits.ts";
import type { HostAskKind } from "#domain/pitch/host-ask.ts";
import { wordsOf } from "#messages/words.ts";
import styles from "./pitch.module.css";

const words = wordsOf("pitchHosts");

/** Asks somebody by name to host a pitch as well, or to take it over. */
export function AskHost({ kind, action }: { kind: HostAskKind; action: FormAction }) {
  const { title, body, send } = words.asks[kind];
  return (
    <section className={styles.section}>
      <h2>{title}</h2>
      <Form action={action} pendingWords={words.asking}>
        {(fields) => (
          <div className={styles.fields}>
            <p>{body}</p>
            <input type="hidden" name="kind" value={kind} />
            <TextField
              name="whom"
              id={`whom-${kind}`}
              label={words.who}
              hint={kind === "beside" ? words.whoHint : undefined}
              error={fields.error("whom")}
              defaultValue={fields.text("whom")}
              maxLength={LONGEST.personName}
              autoComplete="off"
              required
            />
            <Submit kind={kind === "beside" ? "primary" : "quiet"} pendingWords={words.asking}>
              {send}
            </Submit>
          </div>
        )}
      </Form>
    </section>
  );
}
