"use client";

import type { FormAction } from "#components/form/answer.ts";
import { Form } from "#components/form/form.tsx";
import { TextField } from "#components/ui/field.tsx";
import { Link } from "#components/ui/link.tsx";
import { Submit } from "#components/ui/submit.tsx";
import { wordsOf } from "#messages/words.ts";

const words = wordsOf("signIn");

/** @param next the page to go back to */
export function AskForm({ action, next }: { action: FormAction; next: string | null }) {
  return (
    <Form action={action}>
      {(fields) => (
        <>
          {next === null ? null : <input type="hidden" name="next" value={next} />}
          <TextField
            label={words.email}
            name="email"
            type="email"
            autoComplete="email"
            inputMode="email"
            spellCheck={false}
            defaultValue={fields.text("email")}
            error={fields.error("email")}
          />
          <Submit wide pendingWords={words.sending}>
            {words.send}
          </Submit>
        </>
      )}
    </Form>
  );
}

/** A password manager or the phone may fill in the digits. */
export function CodeForm({ action }: { action: FormAction }) {
  return (
    <Form action={action}>
      {(fields) => (
        <>
          <TextField
            label={words.code.label}
            name="code"
            inputMode="numeric"
            autoComplete="one-time-code"
            maxLength={8}
            error={fields.error("code")}
          />
          <Submit wide pendingWords={words.code.pending}>
            {words.code.submit}
          </Submit>
          <p>
            <Link href="/sign-in">{words.code.other}</Link>
          </p>
        </>
      )}
    </Form>
  );
}

/** The page of a link: pressing its button is what signs in. */
export function LinkForm({ action, token }: { action: FormAction; token: string }) {
  return (
    <Form action={action}>
      {() => (
        <>
          <input type="hidden" name="token" value={token} />
          <Submit wide pendingWords={words.code.pending}>
            {words.link.submit}
          </Submit>
        </>
      )}
    </Form>
  );
}

export function SetupForm({ action, token }: { action: FormAction; token: string }) {
  return (
    <Form action={action}>
      {(fields) => (
        <>
          <input type="hidden" name="token" value={token} />
          <TextField
            label={words.setup.name}
            name="name"
            autoComplete="name"
            defaultValue={fields.text("name")}
            error={fields.error("name")}
          />
          <TextField
            label={words.setup.email}
            hint={words.setup.emailHint}
            name="email"
            type="email"
            autoComplete="email"
            spellCheck={false}
            defaultValue={fields.text("email")}
            error={fields.error("email")}
          />
          <Submit wide pendingWords={words.setup.pending}>
            {words.setup.submit}
          </Submit>
        </>
      )}
    </Form>
  );
}
