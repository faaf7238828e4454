"use client";

import { useActionState } from "react";
import { type FormAction, FRESH } from "#components/form/answer.ts";
import { Answer } from "#components/registration/act.tsx";
import styles from "#components/registration/status.module.css";
import { Choice } from "#components/ui/choice.tsx";
import { Link } from "#components/ui/link.tsx";
import { Heading } from "#components/ui/phone.tsx";
import { Submit } from "#components/ui/submit.tsx";
import { answersTo, type EqualityQuestion } from "#domain/equality.ts";
import { wordsOf } from "#messages/words.ts";
import own from "./equality.module.css";
import { sayAnswer } from "./words.ts";

const words = wordsOf("equality");

type EqualityFormProps = {
  camp: string;
  asked: readonly EqualityQuestion[];
  /** Their own page. */
  page: string;
  token: string;
  action: FormAction;
};

/** What is asked, once it was said what becomes of it. The browser is told to keep nothing of it. */
export function EqualityForm({ camp, asked, page, token, action }: EqualityFormProps) {
  const [state, send] = useActionState(action, FRESH);
  const { form } = words;
  return (
    <>
      <Heading title={words.title}>{form.lede(camp)}</Heading>
      <ul className={styles.points}>
        {form.promises.map((it) => (
          <li key={it}>{it}</li>
        ))}
      </ul>
      <form className={styles.part} action={send} key={JSON.stringify(state)} autoComplete="off" noValidate>
        <Answer state={state} />
        <input type="hidden" name="token" value={token} />
        <div className={own.questions}>
          {asked.map((question) => (
            <Choice
              key={question}
              name={question}
              legend={words.questions[question].ask}
              hint={words.questions[question].hint}
              options={answersTo(question).map((value) => ({ value, label: sayAnswer(question, value) }))}
              chosen={[state.values[question] ?? []].flat()}
              error={state.errors[question] ?? state.errors[`${question}-first`]}
            />
          ))}
        </div>
        <Submit wide pendingWords={form.sending}>
          {form.send}
        </Submit>
      </form>
      <p className={styles.part}>
        <Link href={page}>{form.back}</Link>
      </p>
    </>
  );
}
