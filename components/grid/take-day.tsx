"use client";

import { type ReactNode, useActionState } from "react";
import { type FormAction, FRESH } from "#components/form/answer.ts";
import { useAlive } from "#components/ui/alive.ts";
import { Button, Buttons } from "#components/ui/button.tsx";
import { Stack } from "#components/ui/card.tsx";
import type { IconName } from "#components/ui/icon.tsx";
import { Spotlight } from "#components/ui/spotlight.tsx";
import { Submit } from "#components/ui/submit.tsx";
import { wordsOf } from "#messages/words.ts";
import styles from "./my-day.module.css";

const words = wordsOf("myDay");

type TakeDayProps = {
  /** Of the next press alone. */
  press: string;
  mail: FormAction;
  /** Null for whoever came in with a badge. */
  follow: FormAction | null;
  end: FormAction;
  /** Whether there is an address that a calendar may follow. */
  followed: boolean;
};

/** One's own day by mail, on paper and in a calendar. */
export function TakeDay({ press, mail, follow, end, followed }: TakeDayProps) {
  const alive = useAlive();
  return (
    <section className={styles.apart} data-print="no">
      <Stack>
        <h2>{words.send}</h2>
        <Press action={mail} icon="mail" label={words.mail.send} pending={words.mail.sending}>
          <input type="hidden" name="press" value={press} />
        </Press>
        <div className={styles.print}>
          <Button kind="quiet" aria-disabled={!alive || undefined} onClick={() => window.print()}>
            {words.print}
          </Button>
        </div>
        {follow ? (
          <>
            <p className={styles.quiet}>{followed ? words.calendar.followed : words.calendar.what}</p>
            <Buttons>
              <Press
                action={follow}
                icon="calendar"
                label={followed ? words.calendar.anew : words.calendar.make}
                pending={words.calendar.making}
                said={(address) => <Address address={address} />}
              />
              {followed ? (
                <Press action={end} label={words.calendar.end} pending={words.calendar.ending} />
              ) : null}
            </Buttons>
          </>
        ) : null}
      </Stack>
    </section>
  );
}

type PressProps = {
  action: FormAction;
  icon?: IconName;
  label: string;
  pending: string;
  /** How what came of it is said. */
  said?: (done: string) => ReactNode;
  children?: ReactNode;
};

/** A button that says beside it what came of it. */
function Press({ action, icon, label, pending, said = (done) => <p>{done}</p>, children }: PressProps) {
  const [answer, send] = useActionState(action, FRESH);
  const { refusal, done } = answer;
  return (
    <form action={send}>
      {children}
      <Submit kind="quiet" pendingWords={pending} {...(icon && { icon })}>
        {label}
      </Submit>
      {refusal ? (
        <Spotlight key={refusal.code}>
          <p role="alert">
            {refusal.what} {refusal.next}
          </p>
        </Spotlight>
      ) : done ? (
        <Spotlight key={done}>{said(done)}</Spotlight>
      ) : null}
    </form>
  );
}

/** It is shown this once: only its hash is kept. */
function Address({ address }: { address: string }) {
  return (
    <>
      <p>{words.calendar.made}</p>
      <p>
        <a href={address.replace(/^https?:/, "webcal:")} rel="noreferrer">
          {words.calendar.open}
        </a>
      </p>
      <p>
        <code>{address}</code>
      </p>
      <p className={styles.quiet}>{words.calendar.keep}</p>
    </>
  );
}
