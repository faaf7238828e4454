"use client";

import { useEffect, useRef, useState } from "react";
import type { FormAction } from "#components/form/answer.ts";
import { type Filled, Form } from "#components/form/form.tsx";
import { Check } from "#components/ui/check.tsx";
import { Choice } from "#components/ui/choice.tsx";
import { TextArea } from "#components/ui/field.tsx";
import { Submit } from "#components/ui/submit.tsx";
import { LONGEST } from "#domain/limits.ts";
import { type WriteUpForm as Answers, WRITE_UP_QUESTIONS, type WriteUpLevel } from "#domain/write-up.ts";
import { wordsOf } from "#messages/words.ts";
import styles from "./write-up.module.css";

const { form: words, questions, hints, levels } = wordsOf("writeUp");

type WriteUpFormProps = {
  /** What is saved so far, and which version of it that is: empty where nothing is. */
  begun: Answers;
  mark: string;
  /** The registration this phone holds: what is typed is kept on the phone for them alone. */
  owner: string;
  /** Who can be let read it, and whether its writer can be named. */
  open: readonly WriteUpLevel[];
  canBeNamed: boolean;
  /** Why that is not everybody, or why nobody is named. */
  why: readonly string[];
  action: FormAction;
};

/** Three questions, and for whom the answers are. Sends without a script; with one, what is typed stays on the phone until then. */
export function WriteUpForm({ begun, mark, owner, open, canBeNamed, why, action }: WriteUpFormProps) {
  const [typing, setTyping] = useState(false);
  const all = useRef<HTMLDivElement>(null);
  // What was typed before the script was there, or is back from before.
  useEffect(() => {
    const texts = [...(all.current?.querySelectorAll("textarea") ?? [])];
    if (texts.some(({ value, defaultValue }) => value !== defaultValue)) setTyping(true);
  }, []);
  return (
    <div ref={all} onInput={() => setTyping(true)}>
      <Form
        action={action}
        facts={mark}
        keep={`write-up ${owner}`}
        keptIn="phone"
        pendingWords={words.saving}
      >
        {(fields) => (
          <div className={styles.form}>
            <input type="hidden" name="mark" value={mark} />
            <Questions {...{ begun, fields }} />
            {why.map((line) => (
              <p key={line}>{line}</p>
            ))}
            {open.length > 1 ? (
              <Choice
                name="level"
                legend={words.level}
                options={open.map((value) => ({ value, ...levels[value] }))}
                chosen={[fields.text("level", open.includes(begun.level) ? begun.level : open[0])]}
                error={fields.error("level")}
              />
            ) : (
              <input type="hidden" name="level" value="me" />
            )}
            {canBeNamed && open.length > 1 ? (
              <Check
                name="named"
                value="yes"
                label={words.name}
                hint={words.nameHint}
                defaultChecked={fields.ticked("named", "yes", begun.named)}
              />
            ) : null}
            {open.includes("public") ? (
              <Check
                name="quotable"
                value="yes"
                label={words.quote}
                hint={words.quoteHint}
                defaultChecked={fields.ticked("quotable", "yes", begun.quotable)}
              />
            ) : null}
            <p className={styles.state} role="status">
              {typing ? words.unsaved : mark ? words.saved : null}
            </p>
            <Submit wide pendingWords={words.saving}>
              {words.save}
            </Submit>
          </div>
        )}
      </Form>
    </div>
  );
}

function Questions({ begun, fields }: { begun: Answers; fields: Filled }) {
  return WRITE_UP_QUESTIONS.map((question) => (
    <TextArea
      key={question}
      name={question}
      label={questions[question]}
      optional={words.optional}
      hint={hints[question]}
      rows={question === "readers" ? 1 : 3}
      maxLength={question === "readers" ? LONGEST.writeUpReaders : LONGEST.writeUp}
      defaultValue={fields.text(question, begun[question])}
      error={fields.error(question)}
    />
  ));
}

/** Says first what deleting does. Opens without a script. */
export function DeleteWriteUp({ action }: { action: FormAction }) {
  return (
    <Form action={action} pendingWords={words.deleting}>
      {() => (
        <details className={styles.part}>
          <summary>{words.delete}</summary>
          <p>{words.deletes}</p>
          <Submit kind="danger" pendingWords={words.deleting}>
            {words.deleteNow}
          </Submit>
        </details>
      )}
    </Form>
  );
}
