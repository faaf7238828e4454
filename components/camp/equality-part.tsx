"use client";

import { Check } from "#components/ui/check.tsx";
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
          <p className={styles.hint}>{settings.once}</p>
          <fieldset>
            <legend className="visually-hidden">{settings.legend}</legend>
            <div className={styles.choices}>
              {EQUALITY_QUESTIONS.map((question) => (
                <Check
                  key={question}
                  id={`asked-${question}`}
                  name="asked"
                  value={question}
                  label={questions[question].name}
                  hint={questions[question].ask}
                  defaultChecked={fields.ticked("asked", question, begin.includes(question))}
                />
              ))}
            </div>
          </fieldset>
        </>
      )}
    </Part>
  );
}
