"use client";

import type { FormAction } from "#components/form/answer.ts";
import { Form } from "#components/form/form.tsx";
import { Submit } from "#components/ui/submit.tsx";
import type { SwapPress } from "./acts.ts";

type PressProps = {
  action: FormAction;
  id: string;
  act: SwapPress;
  kind?: "primary" | "quiet";
  /** Which card or swap it is about, for whoever does not see it beside the button. */
  about: string;
  label: string;
  pendingWords: string;
};

/** One button that does one thing to a card or a swap. */
export function Press({ action, id, act, kind = "quiet", about, label, pendingWords }: PressProps) {
  return (
    <Form action={action} facts={`${id} ${act}`} pendingWords={pendingWords}>
      {() => (
        <>
          <input type="hidden" name="id" value={id} />
          <input type="hidden" name="act" value={act} />
          <Submit kind={kind} pendingWords={pendingWords}>
            {label}
            <span className="visually-hidden">: {about}</span>
          </Submit>
        </>
      )}
    </Form>
  );
}
