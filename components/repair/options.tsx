"use client";

import type { FormAction } from "#components/form/answer.ts";
import { Form } from "#components/form/form.tsx";
import { Card, Stack } from "#components/ui/card.tsx";
import { TextField } from "#components/ui/field.tsx";
import { Figures } from "#components/ui/figures.tsx";
import { Submit } from "#components/ui/submit.tsx";
import { worded } from "#components/ui/words.tsx";
import { LONGEST } from "#domain/limits.ts";
import { wordsOf } from "#messages/words.ts";
import styles from "./repair.module.css";

const words = wordsOf("repair").options;

/** A repair in words. @property does what its button says @property sent what the form sends of it */
export type Option = {
  title: string;
  does: string;
  says: readonly string[];
  effect: readonly string[];
  sent: string;
};

/** The smallest repairs, each with its one button. @param asksWhy whether a room is switched off, and why may be said */
export function Options({
  options,
  asksWhy,
  action,
}: {
  options: readonly Option[];
  asksWhy: boolean;
  action: FormAction;
}) {
  return (
    <Stack as="ul">
      {options.map(({ title, does, says, effect, sent }, index) => (
        <Card as="li" level={3} key={sent} title={title}>
          <ul className={styles.says}>
            {says.map((said) => (
              <li key={said}>{worded(said)}</li>
            ))}
          </ul>
          {effect.map((said) => (
            <p key={said} className={styles.effect}>
              <Figures>{said}</Figures>
            </p>
          ))}
          <Form action={action} facts={sent} pendingWords={words.doing}>
            {(fields) => (
              <div className={styles.act}>
                <input type="hidden" name="repair" value={sent} />
                {asksWhy ? (
                  <TextField
                    id={`note-${index}`}
                    name="note"
                    label={words.note}
                    hint={words.noteHint}
                    maxLength={LONGEST.roomNote}
                    defaultValue={fields.text("note")}
                    error={fields.error("note")}
                  />
                ) : null}
                <Submit kind={index === 0 ? "primary" : "quiet"} pendingWords={words.doing} wide>
                  {does}
                </Submit>
              </div>
            )}
          </Form>
        </Card>
      ))}
    </Stack>
  );
}
