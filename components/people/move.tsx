"use client";

import type { FormAction } from "#components/form/answer.ts";
import { Form } from "#components/form/form.tsx";
import { Banner } from "#components/ui/banner.tsx";
import { SelectField, TextField } from "#components/ui/field.tsx";
import { Submit } from "#components/ui/submit.tsx";
import { LONGEST } from "#domain/limits.ts";
import type { Status } from "#domain/registration.ts";
import { wordsOf } from "#messages/words.ts";
import styles from "./people.module.css";

const words = wordsOf("people");

export type HandMove = Exclude<keyof typeof words.moves, "withdraw">;

/** Somebody who could be offered a place. */
export type Heir = { id: string; name: string; position: number };

type MoveProps = {
  move: HandMove;
  /** What they have as this is shown: where they have something else by now, nothing is done. */
  seen: Status;
  registrationId: string;
  /** How the list was seen from which one came here. */
  kept: string;
  action: FormAction;
  /** The warning before a place is given beyond capacity, and the agreement that the button then sends. */
  over: { says: string; agreement: string } | null;
  /** Who could be offered the place of somebody whose open offer this withdraws; null where it is something else. */
  heirs: readonly Heir[] | null;
};

/** Opens without a script, and stays open while it is to be mended. */
export function Move({ move, seen, registrationId, kept, action, over, heirs }: MoveProps) {
  const { label, what, sure } = words.moves[heirs ? "withdraw" : move];
  const reason = `reason-${move}`;
  return (
    <Form action={action} keep={move} anyway={sure} pendingWords={words.person.doing}>
      {(fields) => (
        <details className={styles.move} open={fields.sent}>
          <summary>{label}</summary>
          <div className={styles.ask}>
            <p>{what}</p>
            {over ? <Banner tone="wait" title={over.says} /> : null}
            <input type="hidden" name="registration" value={registrationId} />
            <input type="hidden" name="list" value={kept} />
            <input type="hidden" name="move" value={move} />
            <input type="hidden" name="seen" value={seen} />
            {over && !fields.asked ? <input type="hidden" name="agreed" value={over.agreement} /> : null}
            {heirs ? (
              <SelectField name="heir" label={words.moves.withdraw.heir} defaultValue={fields.text("heir")}>
                <option value="">{words.moves.withdraw.next}</option>
                {heirs.map((heir) => (
                  <option key={heir.id} value={heir.id}>
                    {words.moves.withdraw.turn(heir.position, heir.name)}
                  </option>
                ))}
              </SelectField>
            ) : null}
            <TextField
              name="reason"
              id={reason}
              label={words.person.reason}
              error={fields.error("reason")}
              defaultValue={fields.text("reason")}
              maxLength={LONGEST.reason}
              required
            />
            {fields.asked ? null : (
              <Submit kind={move === "remove" ? "danger" : "quiet"} pendingWords={words.person.doing}>
                {sure}
              </Submit>
            )}
          </div>
        </details>
      )}
    </Form>
  );
}
