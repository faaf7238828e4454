"use client";

import { Choice } from "#components/ui/choice.tsx";
import { EQUALITY_QUESTIONS, type EqualityQuestion } from "#domain/equality.ts";
import { wordsOf } from "#messages/words.ts";
import { type Of, Part } from "./part.tsx";
import styles from "./rows.module.css";

const words = wordsOf("equality");

/** Which of the fixed questions a camp asks: none, unless some are chosen. */
export function EqualityPart({ begin, ...part }: Of<readonly EqualityQuestion[]>) {
  const { settings, questions } = words;
  return (
    <Part id="equality" {...part}>
      {(fields) => (
        <>
          <p className={styles.hint}>{settings.hint}</p>
          <Choice
            legend={settings.legend}
            name="asked"
            many
            hint={settings.once}
            options={EQUALITY_QUESTIONS.map((value) => {
              return { value, label: questions[value].name, hint: questions[value].ask };
            })}
            chosen={EQUALITY_QUESTIONS.filter((it) => fields.ticked("asked", it, begin.includes(it)))}
          />
        </>
      )}
    </Part>
  );
}
