"use client";

import type { FormAction } from "#components/form/answer.ts";
import { Form } from "#components/form/form.tsx";
import { Choice } from "#components/ui/choice.tsx";
import { Submit } from "#components/ui/submit.tsx";
import { wordsOf } from "#messages/words.ts";
import styles from "./note.module.css";

const { line: words } = wordsOf("note");

/** Somebody says which line is to be taken out. */
export function LineForm({ action, lines }: { action: FormAction; lines: readonly string[] }) {
  return (
    <Form action={action} pendingWords={words.sending}>
      {(fields) => (
        <div className={styles.fields}>
          <Choice
            legend={words.which}
            name="line"
            options={lines.map((line) => ({ value: line, label: line }))}
            chosen={[fields.text("line")]}
            error={fields.error("line")}
            required
          />
          <Submit pendingWords={words.sending}>{words.send}</Submit>
        </div>
      )}
    </Form>
  );
}
