"use client";

import { type ReactNode, useActionState, useEffect } from "react";
import { type FormAction, type Answer as FormAnswer, FRESH } from "#components/form/answer.ts";
import { Theirs } from "#components/form/theirs.tsx";
import { Banner } from "#components/ui/banner.tsx";
import type { ButtonKind } from "#components/ui/button.tsx";
import { ErrorSummary } from "#components/ui/error-summary.tsx";
import { TextField } from "#components/ui/field.tsx";
import { Spotlight } from "#components/ui/spotlight.tsx";
import { Submit } from "#components/ui/submit.tsx";
import { wordsOf } from "#messages/words.ts";

const words = wordsOf("status");
const common = wordsOf("common");

/** The form carries the token of the private page it acts for. */
export type Action = FormAction;

type ActProps = {
  action: Action;
  /** Of the private page: whoever has it may act. */
  token: string;
  kind?: ButtonKind;
  wide?: boolean;
  children: ReactNode;
};

/**
 * How an act went: what came of it, why it was refused, or what of it is to be mended. It takes the focus.
 * @param idOf where the error of a field leads; to its name where nothing else is said
 */
export function Answer({ state, idOf = itself }: { state: FormAnswer; idOf?: (name: string) => string }) {
  const { errors, refusal, done } = state;
  const wrong = Object.entries(errors).map(([name, message]) => ({ field: idOf(name), message }));
  const which = JSON.stringify(state);
  if (wrong.length > 0) return <ErrorSummary key={which} title={common.errorSummary} errors={wrong} />;
  if (done)
    return (
      <Spotlight key={which}>
        <Banner tone="good" title={done} role="status" />
      </Spotlight>
    );
  if (!refusal) return null;
  return (
    <Spotlight key={which}>
      <Banner tone="wait" title={refusal.what} role="alert">
        <p>{refusal.next}</p>
        <Theirs refusal={refusal} />
      </Banner>
    </Spotlight>
  );
}

const itself = (name: string) => name;

/** Works without JavaScript; a refusal is shown above it. */
export function Act({ action, token, kind = "primary", wide, children }: ActProps) {
  const [state, send] = useActionState(action, FRESH);
  return (
    <form action={send}>
      <Answer state={state} />
      <input type="hidden" name="token" value={token} />
      <Submit kind={kind} wide={wide ?? false} pendingWords={words.sending}>
        {children}
      </Submit>
    </form>
  );
}

/** The six digits from the mail. What is wrong with them is said at the field. */
export function CodeForm({ action, token }: { action: Action; token: string }) {
  const [state, send] = useActionState(action, FRESH);
  const refusal = state.refusal && `${state.refusal.what} ${state.refusal.next}`;
  const error = state.errors.code ?? refusal;
  // The field is drawn anew with what was wrong, and is read with it.
  const wrong = state.errors.code ? state.errors : state.refusal;
  useEffect(() => {
    if (wrong) document.getElementById("code")?.focus();
  }, [wrong]);
  return (
    <form action={send}>
      <input type="hidden" name="token" value={token} />
      <TextField
        name="code"
        label={words.verify.code}
        error={error}
        inputMode="numeric"
        autoComplete="one-time-code"
        maxLength={12}
        size={8}
        required
        defaultValue={String(state.values.code ?? "")}
        key={String(state.values.code ?? "")}
      />
      <Submit pendingWords={words.sending}>{words.verify.confirm}</Submit>
    </form>
  );
}
