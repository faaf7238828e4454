"use client";

import type { FormAction } from "#components/form/answer.ts";
import { Form } from "#components/form/form.tsx";
import { Choice } from "#components/ui/choice.tsx";
import { TextField } from "#components/ui/field.tsx";
import { Submit } from "#components/ui/submit.tsx";
import { worded } from "#components/ui/words.tsx";
import { LONGEST } from "#domain/limits.ts";
import type { RequestKind } from "#domain/session-request.ts";
import { wordsOf } from "#messages/words.ts";
import styles from "./request.module.css";

const words = wordsOf("sessionRequest");

type AskForChangeProps = {
  /** Minted for this form, so that sending twice asks once. */
  id: string;
  action: FormAction;
  /** What may be asked of the session by itself, and the sessions that are on at the same time. */
  kinds: readonly RequestKind[];
  beside: readonly { id: string; title: string }[];
};

/** Somebody asks something of a session, and says why. */
export function AskForChange({ id, action, kinds, beside }: AskForChangeProps) {
  const alone = kinds.flatMap((kind) =>
    kind === "apart" ? [] : [{ value: kind, label: words.ask.kinds[kind], hint: words.ask.hints[kind] }],
  );
  const clashes = beside.map((other) => ({
    value: other.id,
    label: worded(words.ask.kinds.apart(other.title)),
    hint: words.ask.hints.apart,
  }));
  return (
    <Form action={action} facts={id} pendingWords={words.sending}>
      {(fields) => (
        <div className={styles.fields}>
          <input type="hidden" name="id" value={id} />
          <Choice
            legend={words.ask.title}
            name="wanted"
            options={[...alone, ...clashes]}
            chosen={[fields.text("wanted")]}
            error={fields.error("wanted")}
            required
          />
          <TextField
            name="reason"
            label={words.ask.reason}
            hint={words.ask.reasonHint}
            error={fields.error("reason")}
            defaultValue={fields.text("reason")}
            maxLength={LONGEST.reason}
          />
          <p className={styles.quiet}>{words.unnamed}</p>
          <Submit pendingWords={words.sending}>{words.ask.send}</Submit>
        </div>
      )}
    </Form>
  );
}
