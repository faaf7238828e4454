"use client";

import type { FormAction } from "#components/form/answer.ts";
import { Form } from "#components/form/form.tsx";
import { Submit } from "#components/ui/submit.tsx";
import { wordsOf } from "#messages/words.ts";
import styles from "./people.module.css";

const words = wordsOf("people").sendAgain;

type SendAgainProps = {
  registrationId: string;
  /** How the list was seen from which one came here. */
  kept: string;
  email: string;
  /** Whether their address is proven: to whom it is not, the mail brings a code. */
  proven: boolean;
  action: FormAction;
};

/** For whoever says that the mail never came. Opens without a script. */
export function SendAgain({ registrationId, kept, email, proven, action }: SendAgainProps) {
  return (
    <Form action={action}>
      {(fields) => (
        <details className={styles.move} open={fields.sent}>
          <summary>{proven ? words.link : words.code}</summary>
          <div className={styles.ask}>
            <p>{proven ? words.linkWhat(email) : words.codeWhat(email)}</p>
            <input type="hidden" name="registration" value={registrationId} />
            <input type="hidden" name="list" value={kept} />
            <Submit kind="quiet" pendingWords={words.sending}>
              {words.sure}
            </Submit>
          </div>
        </details>
      )}
    </Form>
  );
}
