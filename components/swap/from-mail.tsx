"use client";

import type { FormAction } from "#components/form/answer.ts";
import { Form } from "#components/form/form.tsx";
import { Submit } from "#components/ui/submit.tsx";

type OneButtonProps = {
  action: FormAction;
  /** Of the private page that a mail led to. */
  token: string;
  /** The swap that it is about, where it is about one. */
  id?: string;
  label: string;
  pendingWords: string;
};

/** A page that a mail leads to has one button: a program that reads mail opens every link. */
export function OneButton({ action, token, id, label, pendingWords }: OneButtonProps) {
  return (
    <Form action={action} pendingWords={pendingWords}>
      {() => (
        <>
          <input type="hidden" name="token" value={token} />
          {id ? <input type="hidden" name="id" value={id} /> : null}
          <Submit wide pendingWords={pendingWords}>
            {label}
          </Submit>
        </>
      )}
    </Form>
  );
}
