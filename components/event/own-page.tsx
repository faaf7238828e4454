"use client";

import type { FormAction } from "#components/form/answer.ts";
import { Form } from "#components/form/form.tsx";
import { Submit } from "#components/ui/submit.tsx";
import { wordsOf } from "#messages/words.ts";

const common = wordsOf("common");
const me = wordsOf("me");

export function OwnPage({ action }: { action: FormAction }) {
  return (
    <Form action={action}>
      {() => (
        <Submit kind="quiet" pendingWords={common.connection.connecting}>
          {me.page}
        </Submit>
      )}
    </Form>
  );
}
