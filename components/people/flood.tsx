"use client";

import type { FormAction } from "#components/form/answer.ts";
import { Form } from "#components/form/form.tsx";
import { TextField } from "#components/ui/field.tsx";
import { Figures } from "#components/ui/figures.tsx";
import { Submit } from "#components/ui/submit.tsx";
import { LONGEST } from "#domain/limits.ts";
import type { PeopleCounts } from "#domain/registration/places.ts";
import { wordsOf } from "#messages/words.ts";
import styles from "./people.module.css";

const words = wordsOf("people");

type FloodProps = {
  counts: Pick<PeopleCounts, "unproven">;
  /** How many found the line full. */
  turnedAway: number;
  /** How the list is seen, to come back to. */
  kept: string;
  /** Lets go of everybody unproven; null for whoever may not, or now that nobody may. */
  action: FormAction | null;
};

/** More people than there is room for: how many found the line full, and the way to be rid of invented addresses. */
export function Flood({ counts, turnedAway, kept, action }: FloodProps) {
  const { flood, person } = words;
  return (
    <>
      {turnedAway > 0 ? (
        <p>
          <Figures>{flood.turnedAway(turnedAway)}</Figures>
        </p>
      ) : null}
      {action && counts.unproven > 0 ? (
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
      ) : null}
    </>
  );
}
