"use client";

import type { FormAction } from "#components/form/answer.ts";
import { Form } from "#components/form/form.tsx";
import { Submit } from "#components/ui/submit.tsx";
import { wordsOf } from "#messages/words.ts";

const words = wordsOf("people");

/** @param kept how the list is seen, to come back to */
export function OfferFree({ free, kept, action }: { free: number; kept: string; action: FormAction }) {
  return (
    <Form action={action}>
      {() => (
        <>
          <input type="hidden" name="list" value={kept} />
          <Submit pendingWords={words.offering}>{words.offer(free)}</Submit>
        </>
      )}
    </Form>
  );
}
