"use client";

import { useActionState } from "react";
import { type Answer, FRESH } from "#components/form/answer.ts";
import { DeadLinks, Letter, type LetterPreview } from "#components/group-mail/letter.tsx";
import { Banner } from "#components/ui/banner.tsx";
import { Buttons } from "#components/ui/button.tsx";
import { ErrorSummary } from "#components/ui/error-summary.tsx";
import { TextArea, TextField } from "#components/ui/field.tsx";
import { Spotlight } from "#components/ui/spotlight.tsx";
import { Submit } from "#components/ui/submit.tsx";
import { LONGEST } from "#domain/limits.ts";
import type { OwnWords } from "#domain/mail-words.ts";
import { wordsOf } from "#messages/words.ts";
import styles from "./mail-words.module.css";

const common = wordsOf("common");
const words = wordsOf("letterWords");

/** `seen` is what was typed, as a reader would get it. */
export type LetterAnswer = Answer & { seen?: LetterPreview };
export type LetterAction = (before: LetterAnswer, form: FormData) => Promise<LetterAnswer>;

type LetterFormProps = {
  action: LetterAction;
  letter: string;
  language: string;
  /** What the mail says now, and how a reader gets it. */
  now: OwnWords;
  seen: LetterPreview;
  mark: string;
  /** Whether these are the camp's own, so that ours can be had again. */
  own: boolean;
  /** What can stand in braces, and what must. */
  known: string;
  must: string;
};

/** Looking and trying change nothing. Works without JavaScript. */
export function LetterForm(props: LetterFormProps) {
  const { action, letter, language, now, seen, mark, own, known, must } = props;
  const [answer, send] = useActionState<LetterAnswer, FormData>(action, FRESH);
  const { values, errors, refusal, done } = answer;
  const text = (name: "subject" | "body") => String(values[name] ?? now[name]);
  const wrong = Object.entries(errors).map(([field, message]) => ({ field, message }));
  return (
    <div className={styles.columns}>
      <form action={send} key={JSON.stringify([answer, now])} noValidate>
        {refusal || done ? (
          <Spotlight>
            <Banner
              tone={refusal ? "bad" : "good"}
              role={refusal ? "alert" : "status"}
              title={refusal?.what ?? done}
            >
              {refusal ? <p>{refusal.next}</p> : null}
            </Banner>
          </Spotlight>
        ) : null}
        {wrong.length > 0 ? <ErrorSummary title={common.errorSummary} errors={wrong} /> : null}
        {/* What Enter presses in the subject. */}
        <button type="submit" name="step" value="look" hidden tabIndex={-1} />
        <input type="hidden" name="mark" value={mark} />
        <input type="hidden" name="letter" value={letter} />
        <input type="hidden" name="language" value={language} />
        <TextField
          label={words.subject}
          name="subject"
          autoComplete="off"
          maxLength={LONGEST.mailSubject}
          defaultValue={text("subject")}
          error={errors.subject}
        />
        <TextArea
          label={words.body}
          hint={
            <>
              {words.bodyHint(known)} <strong>{words.must(must)}</strong>
            </>
          }
          name="body"
          rows={16}
          maxLength={LONGEST.mailBody}
          defaultValue={text("body")}
          error={errors.body}
        />
        <Buttons>
          <Submit kind="quiet" name="step" value="look" pendingWords={words.busy}>
            {words.look}
          </Submit>
          <Submit kind="quiet" name="step" value="trial" pendingWords={words.busy}>
            {words.trial}
          </Submit>
          <Submit name="step" value="keep" pendingWords={words.busy}>
            {words.keep}
          </Submit>
        </Buttons>
        {own ? (
          <details className={styles.reset}>
            <summary>{words.reset.open}</summary>
            <p>{words.reset.sure}</p>
            <Submit kind="danger" name="step" value="reset" pendingWords={words.busy}>
              {words.reset.go}
            </Submit>
          </details>
        ) : null}
      </form>
      <section className={styles.preview} aria-live="polite">
        <h2>{words.preview}</h2>
        {answer.seen ? <p>{words.previewOnly}</p> : null}
        <DeadLinks dead={(answer.seen ?? seen).dead} />
        <Letter letter={answer.seen ?? seen} />
      </section>
    </div>
  );
}
