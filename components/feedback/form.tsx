"use client";

import type { FormAction } from "#components/form/answer.ts";
import { Form } from "#components/form/form.tsx";
import { Check } from "#components/ui/check.tsx";
import { Chips } from "#components/ui/choice.tsx";
import { TextArea } from "#components/ui/field.tsx";
import { Submit } from "#components/ui/submit.tsx";
import { FEEDBACK_ANSWERS, FEEDBACK_QUESTIONS } from "#domain/feedback.ts";
import { LONGEST } from "#domain/limits.ts";
import { wordsOf } from "#messages/words.ts";
import styles from "./feedback.module.css";

const words = wordsOf("feedback");

export function FeedbackForm({ action }: { action: FormAction }) {
  return (
    <Form action={action} keep="feedback" pendingWords={words.sending}>
      {(fields) => (
        <div className={styles.form}>
          {FEEDBACK_QUESTIONS.map((question) => (
            <Chips
              key={question}
              name={question}
              legend={words.questions[question]}
              options={FEEDBACK_ANSWERS.map((value) => ({ value, label: words.answers[value] }))}
              chosen={[fields.text(question)]}
              error={fields.error(question) ?? fields.error(`${question}-first`)}
            />
          ))}
          <TextArea
            name="comment"
            label={words.comment}
            optional={words.optional}
            hint={words.commentHint}
            rows={4}
            maxLength={LONGEST.feedback}
            defaultValue={fields.text("comment")}
            error={fields.error("comment")}
          />
          <Check
            name="open"
            value="yes"
            label={words.open}
            hint={words.openHint}
            defaultChecked={fields.ticked("open", "yes")}
          />
          <p>{words.kept}</p>
          <Submit wide pendingWords={words.sending}>
            {words.send}
          </Submit>
        </div>
      )}
    </Form>
  );
}
