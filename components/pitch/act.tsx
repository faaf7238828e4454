"use client";

import { type ReactNode, useActionState, useEffect, useRef } from "react";
import { Submit } from "#components/ui/submit.tsx";
import { wordsOf } from "#messages/words.ts";
import { useSay } from "./answers.tsx";
import styles from "./pitch.module.css";
import { keptSafe } from "./safe.ts";

const words = wordsOf("common");

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
  /** What is said in the `Answer` of `at` once it was done: the button may be gone by then. */
  done?: string;
  /** Without it, the pitch. */
  at?: string;
  /** Called once it was done. */
  onDone?: (() => void) | undefined;
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
  done,
  at = pitchId,
  onDone,
  children,
}: ActFormProps) {
  const say = useSay();
  const here = useRef(false);
  useEffect(() => {
    here.current = true;
    return () => {
      here.current = false;
    };
  }, []);
  const answer = (told: Told) => {
    if (told && !here.current) say({ at, words: `${told.what} ${told.next}`, refused: true });
    if (told) return;
    if (done !== undefined) say({ at, words: done, refused: false });
    onDone?.();
  };
  const [told, send] = useActionState(heard(act, answer), null);
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

/** Hears the answer also once the form is gone, and what did not arrive as one. A server keeps the action as it is: it is the form's address without a script. */
function heard(act: Act, answer: (told: Told) => void): Act {
  if (typeof document === "undefined") return act;
  const safe = keptSafe(act, (_told, _form, unsent) => words.unsent[unsent]);
  return async (before, form) => {
    const told = await safe(before, form);
    answer(told);
    return told;
  };
}
