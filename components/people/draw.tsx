"use client";

import type { FormAction } from "#components/form/answer.ts";
import { Form } from "#components/form/form.tsx";
import { Card } from "#components/ui/card.tsx";
import { TextField } from "#components/ui/field.tsx";
import { Submit } from "#components/ui/submit.tsx";
import { LONGEST } from "#domain/limits.ts";
import type { DrawView } from "#domain/release.ts";
import { wordsOf } from "#messages/words.ts";

const words = wordsOf("release").desk;

type DrawPanelProps = {
  draw: DrawView;
  /** When its entries close, as people read it. */
  closes: string;
  /** The page anybody can check it on. */
  page: string;
  /** None for those who may not make it. */
  action: FormAction | null;
};

/** A draw that is still to be made: how many have entered, and where its number is typed once it exists. */
export function DrawPanel({ draw, closes, page, action }: DrawPanelProps) {
  const closed = draw.listHash !== null;
  return (
    <Card title={words.title}>
      <p>{closed ? words.waits(draw.entries, draw.places) : words.open(draw.entries, closes)}</p>
      <p>
        {words.source}: {draw.source}
      </p>
      {closed && action ? (
        <Form action={action} anyway={words.button} pendingWords={words.making}>
          {(fields) => (
            <>
              <input type="hidden" name="release" value={draw.id} />
              <TextField
                label={words.seed}
                hint={words.seedHint}
                name="seed"
                maxLength={LONGEST.drawSeed}
                autoComplete="off"
                defaultValue={fields.text("seed")}
                error={fields.error("seed")}
              />
              {fields.asked ? null : <Submit pendingWords={words.making}>{words.button}</Submit>}
            </>
          )}
        </Form>
      ) : null}
      <p>
        <a href={page}>{words.see}</a>
      </p>
    </Card>
  );
}
