"use client";

import type { FormAction } from "#components/form/answer.ts";
import { Form } from "#components/form/form.tsx";
import type { ButtonKind } from "#components/ui/button.tsx";
import { Submit } from "#components/ui/submit.tsx";

type PressProps = { action: FormAction; kind?: ButtonKind; says: string; pending: string };

/** A button that starts or stops it, with why it did not. */
export function Press({ action, kind = "primary", says, pending }: PressProps) {
  return (
    <Form action={action}>
      {() => (
        <Submit kind={kind} pendingWords={pending}>
          {says}
        </Submit>
      )}
    </Form>
  );
}
