"use client";

import { Form, type FormAction } from "#components/desk/form.tsx";
import { Banner } from "#components/ui/banner.tsx";
import { TextField } from "#components/ui/field.tsx";
import { Submit } from "#components/ui/submit.tsx";
import { LONGEST } from "#domain/limits.ts";
import { people as words } from "#messages/en/people.ts";
import styles from "./people.module.css";

/** What an organiser's hand can do; each is a key of the words. */
export type HandMove = keyof typeof words.moves;

type MoveProps = {
  move: HandMove;
  registrationId: string;
  action: FormAction;
  /** Said before a place is given that the room may not have. */
  warning?: string | undefined;
};

/** One thing an organiser can do by hand: what it will do, why it is done, then the button. Opens without a script. */
export function Move({ move, registrationId, action, warning }: MoveProps) {
  const { label, what, sure } = words.moves[move];
  const reason = `reason-${move}`;
  return (
    <details className={styles.move}>
      <summary>{label}</summary>
      <div className={styles.ask}>
        <p>{what}</p>
        {warning ? <Banner tone="wait" title={warning} /> : null}
        <Form action={action} keep={move}>
          {(fields) => (
            <>
              <input type="hidden" name="registration" value={registrationId} />
              <input type="hidden" name="move" value={move} />
              <TextField
                name="reason"
                id={reason}
                label={words.person.reason}
                error={fields.error("reason")}
                defaultValue={fields.text("reason")}
                maxLength={LONGEST.reason}
                required
              />
              <Submit kind={move === "remove" ? "danger" : "quiet"} pendingWords={words.person.doing}>
                {sure}
              </Submit>
            </>
          )}
        </Form>
      </div>
    </details>
  );
}
