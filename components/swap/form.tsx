"use client";

import type { FormAction } from "#components/form/answer.ts";
import { Form } from "#components/form/form.tsx";
import { Chips } from "#components/ui/choice.tsx";
import { TextField } from "#components/ui/field.tsx";
import { Submit } from "#components/ui/submit.tsx";
import { LONGEST } from "#domain/limits.ts";
import { type CardKind, type CardSays, SWAP_WAYS } from "#domain/swap.ts";
import { wordsOf } from "#messages/words.ts";
import styles from "./swap.module.css";

const { form: words, ways } = wordsOf("swaps");

const WAYS = SWAP_WAYS.map((value) => ({ value, label: ways[value] }));
const MANAGERS = (["yes", "not_yet"] as const).map((value) => ({ value, label: words.managers[value] }));

type CardFormProps = {
  /** Minted for this form, or that of the card that is changed. */
  id: string;
  kind: CardKind;
  /** What a card says that is changed; null for a new one. */
  card: CardSays | null;
  action: FormAction;
};

/** What somebody can show or wants to see, or has spare seats at. */
export function CardForm({ id, kind, card, action }: CardFormProps) {
  const manager = card && (card.managerAgreed ? "yes" : "not_yet");
  return (
    <Form action={action} facts={id} pendingWords={words.sending}>
      {(fields) => (
        <div className={styles.form}>
          <input type="hidden" name="id" value={id} />
          <input type="hidden" name="kind" value={kind} />
          <input type="hidden" name="changes" value={card ? "yes" : "no"} />
          {kind === "seats" ? (
            <TextField
              name="seats"
              inputMode="numeric"
              label={words.seats}
              defaultValue={fields.text("seats", card ? String(card.seats) : "")}
              error={fields.error("seats")}
            />
          ) : (
            <Chips
              name="way"
              legend={words.way}
              options={WAYS}
              chosen={[fields.text("way", card?.way ?? "")]}
              error={fields.error("way")}
            />
          )}
          <TextField
            name="area"
            label={words.area}
            hint={words.areaHints[kind]}
            maxLength={LONGEST.swapArea}
            defaultValue={fields.text("area", card?.area)}
            error={fields.error("area")}
          />
          <TextField
            name="days"
            label={words.days}
            optional={words.optional}
            hint={words.daysHint}
            maxLength={LONGEST.swapDays}
            defaultValue={fields.text("days", card?.days)}
            error={fields.error("days")}
          />
          <Chips
            name="manager"
            legend={words.manager}
            options={MANAGERS}
            chosen={[fields.text("manager", manager ?? "")]}
            error={fields.error("manager")}
          />
          <TextField
            name="line"
            label={words.line}
            optional={words.optional}
            maxLength={LONGEST.swapLine}
            defaultValue={fields.text("line", card?.line)}
            error={fields.error("line")}
          />
          <p>{card ? words.changing : words.unnamed}</p>
          <Submit wide pendingWords={words.sending}>
            {card ? words.save : words.send}
          </Submit>
        </div>
      )}
    </Form>
  );
}
