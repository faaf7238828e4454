"use client";

import type { FormAction } from "#components/form/answer.ts";
import { Form } from "#components/form/form.tsx";
import { Choice } from "#components/ui/choice.tsx";
import { TextArea, TextField } from "#components/ui/field.tsx";
import { Submit } from "#components/ui/submit.tsx";
import type { ContactView } from "#domain/contact.ts";
import { LONGEST } from "#domain/limits.ts";
import { wordsOf } from "#messages/words.ts";
import styles from "./camp-page.module.css";

const { concern: words } = wordsOf("campPage");

type ConcernFormProps = { action: FormAction; contacts: readonly ContactView[]; id: string };

/** Nothing of it is kept by the tab: others may use that phone. */
export function ConcernForm({ action, contacts, id }: ConcernFormProps) {
  return (
    <Form action={action} pendingWords={words.sending}>
      {(fields) => (
        <div className={styles.fields}>
          <input type="hidden" name="id" value={fields.text("id", id)} />
          <Choice
            legend={words.whom}
            name="contact"
            options={contacts.map((it) => ({ value: it.id, label: it.name }))}
            chosen={[fields.text("contact")]}
            error={fields.error("contact")}
            required
          />
          <TextArea
            label={words.words}
            hint={words.wordsHint}
            name="words"
            rows={8}
            maxLength={LONGEST.concern}
            defaultValue={fields.text("words")}
            error={fields.error("words")}
            required
          />
          <TextField
            label={words.reply}
            optional={words.optional}
            hint={words.replyHint}
            name="reply"
            autoComplete="off"
            maxLength={LONGEST.concernReply}
            defaultValue={fields.text("reply")}
            error={fields.error("reply")}
          />
          <Submit pendingWords={words.sending}>{words.send}</Submit>
        </div>
      )}
    </Form>
  );
}
