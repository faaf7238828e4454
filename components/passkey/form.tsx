"use client";

import { type MouseEvent, type ReactNode, useRef, useState } from "react";
import type { FormAction } from "#components/form/answer.ts";
import { type Filled, Form } from "#components/form/form.tsx";
import { Banner } from "#components/ui/banner.tsx";
import type { ButtonKind } from "#components/ui/button.tsx";
import { Submit } from "#components/ui/submit.tsx";
import { wordsOf } from "#messages/words.ts";
import { type Asking, askKey, type Said } from "./ask-key.ts";
import styles from "./form.module.css";

const words = wordsOf("passkey");

type PasskeyFormProps = {
  asking: Asking;
  /** Takes what the browser answered. */
  action: FormAction;
  /** The page to go on to. */
  next: string | null;
  label: string;
  kind?: ButtonKind;
  children?: (fields: Filled) => ReactNode;
};

/** A form whose button asks the browser for a key first, and is sent with what it answered. */
export function PasskeyForm({ asking, action, next, label, kind, children }: PasskeyFormProps) {
  return (
    <Form action={action}>
      {(fields) => (
        <>
          {next === null ? null : <input type="hidden" name="next" value={next} />}
          {children?.(fields)}
          <div className={styles.scripted}>
            <Ask asking={asking} label={label} kind={kind} />
          </div>
          <noscript>
            <p>{words.noScript}</p>
          </noscript>
        </>
      )}
    </Form>
  );
}

type AskProps = { asking: Asking; label: string; kind: ButtonKind | undefined };

function Ask({ asking, label, kind = "primary" }: AskProps) {
  const answer = useRef<HTMLInputElement>(null);
  const [waits, setWaits] = useState(false);
  const [trouble, setTrouble] = useState<Said | null>(null);

  const ask = async (event: MouseEvent) => {
    const input = answer.current;
    // It has its answer: the form goes its way.
    if (input?.value !== "") return;
    event.preventDefault();
    if (waits) return;
    setWaits(true);
    setTrouble(null);
    const said = await askKey(asking);
    setWaits(false);
    if ("trouble" in said) return setTrouble(said.trouble);
    input.value = said.answer;
    input.form?.requestSubmit();
  };

  return (
    <>
      <input ref={answer} type="hidden" name="answer" defaultValue="" />
      {trouble ? (
        <Banner tone="bad" role="alert" title={trouble.what}>
          <p>{trouble.next}</p>
        </Banner>
      ) : null}
      <Submit wide kind={kind} pendingWords={words.signIn.pending} onClick={ask} aria-disabled={waits}>
        {waits ? words.signIn.asking : label}
      </Submit>
    </>
  );
}
