"use client";

import type { FormAction } from "#components/form/answer.ts";
import { Form } from "#components/form/form.tsx";
import { Banner } from "#components/ui/banner.tsx";
import { TextField } from "#components/ui/field.tsx";
import { Submit } from "#components/ui/submit.tsx";
import { LONGEST } from "#domain/limits.ts";
import { wordsOf } from "#messages/words.ts";

const words = wordsOf("handOffer");

type HandOfferProps = {
  /** Of whom is offered a place. */
  ids: readonly string[];
  /** Of the plan that is shown. */
  mark: string;
  /** The warning before more are offered than are free, and the agreement that the button then sends. */
  over: { says: string; agreement: string } | null;
  /** How the list was seen, to come back to. */
  kept: string;
  action: FormAction;
};

/** The last step of offering places by hand: the reason, and the button. */
export function HandOffer({ ids, mark, over, kept, action }: HandOfferProps) {
  const sure = words.sure(ids.length);
  return (
    <>
      {over ? <Banner tone="wait" title={over.says} /> : null}
      <Form action={action} anyway={sure} pendingWords={words.doing}>
        {(fields) => (
          <>
            {ids.map((id) => (
              <input key={id} type="hidden" name="to" value={id} />
            ))}
            <input type="hidden" name="mark" value={mark} />
            <input type="hidden" name="list" value={kept} />
            {over && !fields.asked ? <input type="hidden" name="agreed" value={over.agreement} /> : null}
            <TextField
              name="reason"
              label={words.reason}
              error={fields.error("reason")}
              defaultValue={fields.text("reason")}
              maxLength={LONGEST.reason}
              required
            />
            {fields.asked ? null : <Submit pendingWords={words.doing}>{sure}</Submit>}
          </>
        )}
      </Form>
    </>
  );
}
