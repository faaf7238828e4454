"use client";

import type { FormAction } from "#components/form/answer.ts";
import { browserOf } from "#components/sign-in/browser.ts";
import { TextField } from "#components/ui/field.tsx";
import { LONGEST } from "#domain/limits.ts";
import { wordsOf } from "#messages/words.ts";
import type { Asking } from "./ask-key.ts";
import { PasskeyForm } from "./form.tsx";

const signIn = wordsOf("signIn");
const { add: words } = wordsOf("passkey");

/** What adding a passkey takes: how it begins, and what takes the answer. */
export type Adding = { begin: Extract<Asking, { kind: "add" }>["begin"]; action: FormAction };

type AddPasskeyProps = {
  adding: Adding;
  next: string | null;
  /** What the browser calls itself: what a passkey is called at first. */
  browser: string;
};

export function AddPasskey({ adding, next, browser }: AddPasskeyProps) {
  const { begin, action } = adding;
  return (
    <PasskeyForm asking={{ kind: "add", begin }} action={action} next={next} label={words.submit}>
      {(fields) => (
        <TextField
          label={words.name}
          hint={words.hint}
          name="name"
          autoComplete="off"
          maxLength={LONGEST.passkeyName}
          defaultValue={fields.text("name", usualName(browser))}
          error={fields.error("name")}
        />
      )}
    </PasskeyForm>
  );
}

function usualName(label: string): string {
  const { browser, system } = browserOf(label);
  if (browser && system) return signIn.devices.on(browser, system);
  return browser ?? system ?? words.usual;
}
