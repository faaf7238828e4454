"use client";

import { Form, type FormAction } from "#components/desk/form.tsx";
import { Submit } from "#components/ui/submit.tsx";
import { people as words } from "#messages/en/people.ts";

/** Offers what is free to the next in line, now. */
export function OfferFree({ free, action }: { free: number; action: FormAction }) {
  return (
    <Form action={action}>{() => <Submit pendingWords={words.offering}>{words.offer(free)}</Submit>}</Form>
  );
}
