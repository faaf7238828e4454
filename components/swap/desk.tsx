"use client";

import type { FormAction } from "#components/form/answer.ts";
import { Form } from "#components/form/form.tsx";
import { Stack } from "#components/ui/card.tsx";
import { TextField } from "#components/ui/field.tsx";
import { Submit } from "#components/ui/submit.tsx";
import { LONGEST } from "#domain/limits.ts";
import type { CardView } from "#domain/swap.ts";
import { wordsOf } from "#messages/words.ts";
import { areaOf, SwapCard } from "./card.tsx";
import styles from "./swap.module.css";

const { desk: words } = wordsOf("swaps");

type AtDesk = CardView & { hidden: boolean; reason: string };

/** The cards of a camp for its crew, each to be hidden or shown again. */
export function CardsAtDesk({ cards, decide }: { cards: readonly AtDesk[]; decide: FormAction }) {
  return (
    <div className={styles.desk}>
      <p>{cards.length === 0 ? words.none : words.lede}</p>
      <Stack as="ul">
        {cards.map((card) => (
          <SwapCard key={card.id} card={card} tone={card.hidden ? "bad" : undefined}>
            {card.hidden ? <p>{`${words.hidden}: ${card.reason}`}</p> : null}
            <Decide card={card} action={decide} />
          </SwapCard>
        ))}
      </Stack>
    </div>
  );
}

function Decide({ card, action }: { card: AtDesk; action: FormAction }) {
  const { id, hidden } = card;
  return (
    <Form action={action} facts={`${id} ${hidden}`} pendingWords={words.sending}>
      {(fields) => (
        <div className={styles.decide}>
          <input type="hidden" name="id" value={id} />
          <input type="hidden" name="to" value={hidden ? "show" : "hide"} />
          {hidden ? null : (
            <TextField
              name="reason"
              id={`reason-${id}`}
              label={words.reason}
              maxLength={LONGEST.reason}
              defaultValue={fields.text("reason")}
              error={fields.error("reason") ?? fields.error(`reason-${id}`)}
            />
          )}
          <Submit kind="quiet" pendingWords={words.sending}>
            {hidden ? words.show : words.hide}
            <span className="visually-hidden">: {areaOf(card)}</span>
          </Submit>
        </div>
      )}
    </Form>
  );
}
