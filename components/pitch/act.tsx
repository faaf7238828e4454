"use client";

import { type ReactNode, useActionState, useEffect, useRef } from "react";
import { Submit } from "#components/ui/submit.tsx";
import styles from "./pitch.module.css";

/** Why it was refused; null if it was not. */
export type Told = { what: string; next: string } | null;

/** Takes a form with `pitch` and `act`, and `other` where it is about two. */
export type Act = (told: Told, form: FormData) => Promise<Told>;

type ActFormProps = {
  act: Act;
  name: string;
  pitchId: string;
  /** Another pitch that it is about as well. */
  otherId?: string;
  pendingWords: string;
  /** For screen readers, where the words alone do not say which pitch. */
  label?: string;
  primary?: boolean;
  /** Called once it was done. */
  onDone?: () => void;
  children: ReactNode;
};

/** One button for one pitch, with the refusal beside it. */
export function ActForm({
  act,
  name,
  pitchId,
  otherId,
  pendingWords,
  label,
  primary,
  onDone,
  children,
}: ActFormProps) {
  const [told, send, pending] = useActionState(act, null);
  const sent = useRef(false);
  useEffect(() => {
    if (pending) sent.current = true;
    else if (sent.current) {
      sent.current = false;
      if (!told) onDone?.();
    }
  }, [pending, told, onDone]);
  return (
    <form action={send}>
      <input type="hidden" name="pitch" value={pitchId} />
      <input type="hidden" name="act" value={name} />
      {otherId === undefined ? null : <input type="hidden" name="other" value={otherId} />}
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
