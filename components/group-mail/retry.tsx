"use client";

import type { FormAction } from "#components/form/answer.ts";
import { Form } from "#components/form/form.tsx";
import { Submit } from "#components/ui/submit.tsx";
import { wordsOf } from "#messages/words.ts";

const { retry: words } = wordsOf("mailLog");

/** @param mail one of them; all that failed where none is named @param to said to a screen reader */
export function Retry({ mail, to, action }: { mail?: string; to?: string; action: FormAction }) {
  return (
    <Form action={action}>
      {() => (
        <>
          <input type="hidden" name="mail" value={mail ?? ""} />
          <Submit kind="quiet" pendingWords={words.pending}>
            {mail ? words.one : words.all}
            {to ? <span className="visually-hidden">{words.of(to)}</span> : null}
          </Submit>
        </>
      )}
    </Form>
  );
}
