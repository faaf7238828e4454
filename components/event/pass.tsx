"use client";

import type { FormAction } from "#components/form/answer.ts";
import { Form } from "#components/form/form.tsx";
import { Banner } from "#components/ui/banner.tsx";
import { Submit } from "#components/ui/submit.tsx";
import { wordsOf } from "#messages/words.ts";

const words = wordsOf("badge");

/** For the phone that came in with a badge. */
export function HeldPass({ end }: { end: FormAction }) {
  const { held } = words;
  return (
    <Banner title={held.title}>
      <p>{held.body}</p>
      <Form action={end}>
        {() => (
          <Submit kind="quiet" pendingWords={held.ending}>
            {held.end}
          </Submit>
        )}
      </Form>
    </Banner>
  );
}

/** That another phone came in with a badge. @param when in the camp's words @param registration for the desk alone */
export function PassElsewhere({
  when,
  end,
  registration,
}: {
  when: string;
  end: FormAction;
  registration?: string;
}) {
  const { elsewhere } = words;
  return (
    <Banner tone="wait" title={elsewhere.title}>
      <p>{elsewhere.body(when)}</p>
      <Form action={end}>
        {() => (
          <>
            {registration ? <input type="hidden" name="registration" value={registration} /> : null}
            <Submit kind="quiet" pendingWords={elsewhere.ending}>
              {elsewhere.end}
            </Submit>
          </>
        )}
      </Form>
    </Banner>
  );
}
