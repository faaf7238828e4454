"use client";

import type { FormAction } from "#components/form/answer.ts";
import { Form } from "#components/form/form.tsx";
import { TextField } from "#components/ui/field.tsx";
import { Submit } from "#components/ui/submit.tsx";
import { LONGEST } from "#domain/limits.ts";
import type { PeopleCounts } from "#domain/registration/places.ts";
import { wordsOf } from "#messages/words.ts";
import styles from "./people.module.css";

const words = wordsOf("people");

type FloodProps = {
  counts: Pick<PeopleCounts, "toLetGo">;
  /** How the list is seen, to come back to. */
  kept: string;
  /** Lets go of everybody unproven; null for whoever may not, or now that nobody may. */
  action: FormAction | null;
};

/** The way to be rid of invented addresses. */
export function Flood({ counts, kept, action }: FloodProps) {
  const { flood, person } = words;
  if (!action || counts.toLetGo === 0) return null;
  return (
    <details className={styles.filters}>
      <summary>{flood.label}</summary>
      <div className={styles.narrow}>
        <p>{flood.what}</p>
        <Form action={action} anyway={flood.sure} pendingWords={person.doing}>
          {(fields) => (
            <>
              <input type="hidden" name="list" value={kept} />
              <TextField
                name="reason"
                id="reason-flood"
                label={person.reason}
                error={fields.error("reason")}
                defaultValue={fields.text("reason")}
                maxLength={LONGEST.reason}
                required
              />
              {fields.asked ? null : (
                <Submit kind="quiet" pendingWords={person.doing}>
                  {flood.ask}
                </Submit>
              )}
            </>
          )}
        </Form>
      </div>
    </details>
  );
}
