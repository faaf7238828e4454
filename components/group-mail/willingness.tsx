"use client";

import { useActionState } from "react";
import { type FormAction, FRESH } from "#components/form/answer.ts";
import { Banner } from "#components/ui/banner.tsx";
import { Submit } from "#components/ui/submit.tsx";
import { wordsOf } from "#messages/words.ts";

const words = wordsOf("unsubscribe");

type WillingnessProps = { token: string; wantsNone: boolean; action: FormAction };

/** The one button, which undoes itself. */
export function Willingness({ token, wantsNone, action }: WillingnessProps) {
  const [state, send] = useActionState(action, FRESH);
  return (
    <form action={send}>
      {state.refusal ? (
        <Banner tone="wait" title={state.refusal.what} role="alert">
          <p>{state.refusal.next}</p>
        </Banner>
      ) : null}
      <input type="hidden" name="token" value={token} />
      <Submit kind={wantsNone ? "quiet" : "primary"} wide pendingWords={words.stopping}>
        {wantsNone ? words.none.resume : words.stop}
      </Submit>
    </form>
  );
}
