"use client";

import type { FormAction } from "#components/form/answer.ts";
import { Form } from "#components/form/form.tsx";
import { TextField } from "#components/ui/field.tsx";
import { Submit } from "#components/ui/submit.tsx";
import { wordsOf } from "#messages/words.ts";
import { DetailsFields, type DetailsView } from "./details.tsx";
import styles from "./rows.module.css";

const camp = wordsOf("camp");

const words = camp.start;

type StartFormProps = {
  action: FormAction;
  begin: DetailsView & { capacity: string };
};

/** Rooms and slots are made from these few questions, and changed on the next page. */
export function StartForm({ action, begin }: StartFormProps) {
  return (
    <Form action={action} keep="start" anyway={words.anyway} pendingWords={words.pending}>
      {(fields) => (
        <>
          <section className={styles.section}>
            <h2>{words.what}</h2>
            <DetailsFields fields={fields} begin={begin} />
            <div className={styles.pair}>
              <TextField
                label={camp.fields.capacity}
                hint={camp.fields.capacityHint}
                name="capacity"
                inputMode="numeric"
                defaultValue={fields.text("capacity", begin.capacity)}
                error={fields.error("capacity")}
              />
              <TextField
                label={words.slug}
                optional={camp.fields.optional}
                hint={words.slugHint}
                name="slug"
                spellCheck={false}
                autoCapitalize="none"
                defaultValue={fields.text("slug")}
                error={fields.error("slug")}
              />
            </div>
          </section>
          <section className={styles.section}>
            <p className={styles.hint}>{words.afterwards}</p>
            {fields.asked ? null : <Submit pendingWords={words.pending}>{words.submit}</Submit>}
          </section>
        </>
      )}
    </Form>
  );
}
