"use client";

import type { FormAction } from "#components/form/answer.ts";
import { Form } from "#components/form/form.tsx";
import { Submit } from "#components/ui/submit.tsx";
import { wordsOf } from "#messages/words.ts";

const words = wordsOf("people");

/** @param show the part of the list to come back to */
export function OfferFree({ free, show, action }: { free: number; show: string; action: FormAction }) {
  return (
    <Form action={action}>
      {() => (
        <>
          <input type="hidden" name="show" value={show} />
          <Submit pendingWords={words.offering}>{words.offer(free)}</Submit>
        </>
      )}
    </Form>
  );
}
