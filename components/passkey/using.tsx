"use client";

import type { FormAction } from "#components/form/answer.ts";
import { wordsOf } from "#messages/words.ts";
import type { Asking } from "./ask-key.ts";
import { PasskeyForm } from "./form.tsx";

const words = wordsOf("passkey");

/** What using a passkey takes: how it begins, and what takes the answer. */
export type Using = { begin: Extract<Asking, { kind: "use" }>["begin"]; action: FormAction };

type UsePasskeyProps = { using: Using; next: string | null; quiet?: boolean; label?: string };

/** @param quiet beside another way to sign in */
export function UsePasskey({ using, next, quiet, label = words.signIn.use }: UsePasskeyProps) {
  const { begin, action } = using;
  return (
    <PasskeyForm
      asking={{ kind: "use", begin }}
      action={action}
      next={next}
      label={label}
      {...(quiet && { kind: "quiet" })}
    />
  );
}
