"use client";

import type { FormAction } from "#components/form/answer.ts";
import { Form } from "#components/form/form.tsx";
import { SelectField, TextField } from "#components/ui/field.tsx";
import { Submit } from "#components/ui/submit.tsx";
import { LONGEST } from "#domain/limits.ts";
import type { RotaTask } from "#domain/rota.ts";
import { wordsOf } from "#messages/words.ts";
import type { Tap } from "./answer.ts";
import styles from "./rota.module.css";

const words = wordsOf("help");

export type Calling = {
  call: FormAction;
  answer: Tap;
  /** Of the next call, so that sending it twice calls once. */
  freshId: string;
};

/** Calls the crew: more hands for one of the tasks, or in one's own words. */
export function CallForm({ calling, tasks }: { calling: Calling; tasks: readonly RotaTask[] }) {
  const names = [...new Set(tasks.map(({ task }) => task))];
  return (
    <section className={styles.part} id="call">
      <h2>{words.ask}</h2>
      <p className={styles.soft}>{words.askLede}</p>
      <Form action={calling.call} facts={calling.freshId} pendingWords={words.calling}>
        {(fields) => (
          <>
            <input type="hidden" name="id" value={calling.freshId} />
            <TextField
              label={words.what}
              hint={words.whatHint}
              name="what"
              maxLength={LONGEST.helpCall}
              autoComplete="off"
              defaultValue={fields.text("what")}
              error={fields.error("what")}
            />
            {names.length > 0 ? (
              <SelectField label={words.quick} name="task" defaultValue={fields.text("task")}>
                <option value="">{words.none}</option>
                {names.map((name) => (
                  <option key={name} value={name}>
                    {name}
                  </option>
                ))}
              </SelectField>
            ) : null}
            <TextField
              label={words.where}
              optional={words.optional}
              name="place"
              maxLength={LONGEST.rotaPlace}
              autoComplete="off"
              defaultValue={fields.text("place")}
              error={fields.error("place")}
            />
            <Submit kind="quiet" wide pendingWords={words.calling}>
              {words.submit}
            </Submit>
          </>
        )}
      </Form>
    </section>
  );
}
