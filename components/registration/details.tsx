"use client";

import { useActionState, useState } from "react";
import { FRESH } from "#components/form/answer.ts";
import { Submit } from "#components/ui/submit.tsx";
import { type CampQuestion, fieldOf, type More } from "#domain/question.ts";
import { ASKED, questionOf } from "#domain/registration/answers.ts";
import type { RegistrationView } from "#domain/registration.ts";
import { wordsOf } from "#messages/words.ts";
import { type Action, Answer } from "./act.tsx";
import { idsWith, OwnQuestion } from "./own-question.tsx";
import { Question, type Sector } from "./question.tsx";
import styles from "./status.module.css";

const words = wordsOf("status");

/** An address is mended in a form of its own. */
const TOLD = ASKED.filter((name) => name !== "email");

type DetailsProps = {
  registration: RegistrationView;
  sectors: readonly Sector[];
  /** The camp's own, and what was answered to them. */
  questions: readonly CampQuestion[];
  more: More;
  /** The fingerprint of these answers. */
  mark: string;
  token: string;
  change: Action;
};

/** Everything but the address, to be corrected. Closed at first. */
export function Details({ sectors, token, change, ...stored }: DetailsProps) {
  const [state, send] = useActionState(change, FRESH);
  // What comes anew from the server is not drawn over what somebody is typing, nor does it bring its mark.
  const [typing, setTyping] = useState<{ before: typeof state; in: typeof stored } | null>(null);
  // With each answer the form begins again.
  const { registration, questions, more, mark } = typing?.before === state ? typing.in : stored;
  const { details } = words;
  const sent = Object.keys(state.values).length > 0;
  const told = (name: (typeof TOLD)[number]) => {
    const ticks = questionOf(name).kind === "tick";
    if (sent) return ticks ? state.values[name] === "yes" : String(state.values[name] ?? "");
    return registration[name];
  };
  return (
    <details className={styles.sure} id="details" open={sent || Boolean(state.done)}>
      <summary className={styles.ask}>{details.title}</summary>
      <form
        className={styles.what}
        action={send}
        key={JSON.stringify([state, mark])}
        onInput={() =>
          setTyping((began) => (began?.before === state ? began : { before: state, in: stored }))
        }
      >
        <Answer state={state} idOf={idsWith(questions)} />
        <p>{details.what}</p>
        <input type="hidden" name="token" value={token} />
        <input type="hidden" name="mark" value={String(state.values.mark ?? mark)} />
        {TOLD.map((name) => (
          <Question
            key={name}
            name={name}
            value={told(name)}
            error={state.errors[name]}
            sectors={sectors}
            hint={name !== "name"}
          />
        ))}
        {questions.map((question) => {
          const field = fieldOf(question.id);
          const value = sent ? String(state.values[field] ?? "") : more[question.id];
          return (
            <OwnQuestion
              key={question.id}
              question={withSaid(question, more[question.id])}
              value={value}
              error={state.errors[field]}
            />
          );
        })}
        <Submit wide pendingWords={words.sending}>
          {details.save}
        </Submit>
      </form>
    </details>
  );
}

/** What somebody chose stays open to them, also where it can be chosen no more. */
function withSaid(question: CampQuestion, said: string | undefined): CampQuestion {
  const { kind, choices } = question;
  if (kind !== "choice" || !said || choices.includes(said)) return question;
  return { ...question, choices: [...choices, said] };
}

/** For a mistyped address, as long as nobody has proven it. */
export function MendAddress({ token, mend }: { token: string; mend: Action }) {
  const [state, send] = useActionState(mend, FRESH);
  const { details } = words;
  const typed = String(state.values.email ?? "");
  return (
    <details className={styles.sure} open={Boolean(typed)}>
      <summary className={styles.ask}>{details.mendTitle}</summary>
      <form className={styles.what} action={send} key={JSON.stringify(state)}>
        <Answer state={state} />
        <p>{details.mendWhat}</p>
        <input type="hidden" name="token" value={token} />
        <Question name="email" label={details.mend} hint={false} value={typed} error={state.errors.email} />
        <Submit kind="quiet" wide pendingWords={words.sending}>
          {details.mendSave}
        </Submit>
      </form>
    </details>
  );
}
