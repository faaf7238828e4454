"use client";

import type { FormAction } from "#components/form/answer.ts";
import { Form } from "#components/form/form.tsx";
import { Choice } from "#components/ui/choice.tsx";
import { TextField } from "#components/ui/field.tsx";
import { Submit } from "#components/ui/submit.tsx";
import { LONGEST } from "#domain/limits.ts";
import { wordsOf } from "#messages/words.ts";
import styles from "./editor.module.css";

const { contacts: words, busy } = wordsOf("campPage").desk;

type ContactsFormProps = {
  action: FormAction;
  mark: string;
  at: string;
  /** Whom of the crew can be chosen. */
  crew: readonly { personId: string; name: string }[];
  chosen: readonly string[];
  /** Those typed, and empty rows for more. */
  typed: readonly { name: string; email: string }[];
};

/** Who is named in the code of conduct. */
export function ContactsForm({ action, mark, at, crew, chosen, typed }: ContactsFormProps) {
  return (
    <section className={styles.section} id="contacts">
      <h2>{words.title}</h2>
      <p>{words.lede}</p>
      <Form action={action} facts={`${mark} ${at}`} keep="contacts" pendingWords={busy}>
        {(fields) => (
          <div className={styles.rows}>
            <input type="hidden" name="mark" value={fields.text("mark", mark)} />
            <Choice
              many
              legend={words.crew}
              name="crew"
              options={crew.map(({ personId, name }) => ({ value: personId, label: name }))}
              chosen={crew
                .filter(({ personId }) => fields.ticked("crew", personId, chosen.includes(personId)))
                .map(({ personId }) => personId)}
              error={fields.error("crew")}
            />
            {typed.map(({ name, email }, index) => (
              <fieldset key={email || index} className={styles.row}>
                <legend>{words.row(index + 1)}</legend>
                <TextField
                  label={words.name}
                  name={`contact.${index}.name`}
                  autoComplete="off"
                  maxLength={LONGEST.personName}
                  defaultValue={fields.text(`contact.${index}.name`, name)}
                  error={fields.error(`contact.${index}.name`)}
                />
                <TextField
                  label={words.email}
                  name={`contact.${index}.email`}
                  type="email"
                  autoComplete="off"
                  maxLength={LONGEST.email}
                  defaultValue={fields.text(`contact.${index}.email`, email)}
                  error={fields.error(`contact.${index}.email`)}
                />
              </fieldset>
            ))}
            <Submit kind="quiet" pendingWords={busy}>
              {words.save}
            </Submit>
          </div>
        )}
      </Form>
    </section>
  );
}
