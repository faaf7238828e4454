"use client";

import { type ReactNode, useActionState } from "react";
import { Submit } from "#components/ui/submit.tsx";
import styles from "./pitch.module.css";

/** Why it was refused; null if it was not. */
export type Told = { what: string; next: string } | null;

/** Takes a form with `pitch` and `act`. */
export type Act = (told: Told, form: FormData) => Promise<Told>;

type ActFormProps = {
  act: Act;
  name: string;
  pitchId: string;
  pendingWords: string;
  /** For screen readers, where the words alone do not say which pitch. */
  label?: string;
  primary?: boolean;
  children: ReactNode;
};

/** One button for one pitch, with the refusal beside it. */
export function ActForm({ act, name, pitchId, pendingWords, label, primary, children }: ActFormProps) {
  const [told, send] = useActionState(act, null);
  return (
    <form action={send}>
      <input type="hidden" name="pitch" value={pitchId} />
      <input type="hidden" name="act" value={name} />
      <Submit
        kind={primary ? "primary" : "quiet"}
        pendingWords={pendingWords}
        {...(label !== undefined && { "aria-label": label })}
      >
        {children}
      </Submit>
      {told ? (
        <p className={styles.told} role="alert">
          {told.what} {told.next}
        </p>
      ) : null}
    </form>
  );
}
