"use client";

import { useActionState } from "react";
import { FRESH } from "#components/form/answer.ts";
import { Submit } from "#components/ui/submit.tsx";
import { ASKED, questionOf } from "#domain/registration/answers.ts";
import type { RegistrationView } from "#domain/registration.ts";
import { wordsOf } from "#messages/words.ts";
import { type Action, Answer } from "./act.tsx";
import { Question, type Sector } from "./question.tsx";
import styles from "./status.module.css";

const words = wordsOf("status");

/** An address is mended in a form of its own. */
const TOLD = ASKED.filter((name) => name !== "email");

type DetailsProps = {
  registration: RegistrationView;
  sectors: readonly Sector[];
  token: string;
  change: Action;
};

/** Everything but the address, to be corrected. Closed at first. */
export function Details({ registration, sectors, token, change }: DetailsProps) {
  const [state, send] = useActionState(change, FRESH);
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
      <form className={styles.what} action={send} key={JSON.stringify([state, registration])}>
        <Answer state={state} />
        <p>{details.what}</p>
        <input type="hidden" name="token" value={token} />
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
        <Submit wide pendingWords={words.sending}>
          {details.save}
        </Submit>
      </form>
    </details>
  );
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
