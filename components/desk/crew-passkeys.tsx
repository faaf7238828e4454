"use client";

import type { FormAction } from "#components/form/answer.ts";
import { Form } from "#components/form/form.tsx";
import { Card } from "#components/ui/card.tsx";
import { Link } from "#components/ui/link.tsx";
import { Submit } from "#components/ui/submit.tsx";
import { list } from "#messages/counts.ts";
import { readerLocale, wordsOf } from "#messages/words.ts";
import styles from "./crew.module.css";

const { rule: words, reset } = wordsOf("passkey");

/** `used`: whoever looks used a passkey in this browser. */
export type RuleView = {
  required: boolean;
  without: { names: readonly string[]; more: number };
  used: boolean;
};

/** Whether the crew needs a passkey, and who of it has none. */
export function PasskeyRuleCard({ rule, action }: { rule: RuleView; action: FormAction }) {
  const { required, without, used } = rule;
  const { names, more } = without;
  const all = [...names, ...(more > 0 ? [words.more(more)] : [])];
  return (
    <div className={styles.crew}>
      <Card as="section" title={words.title}>
        <p>{required ? words.on : words.off}</p>
        <p>{all.length > 0 ? words.without(list(all, readerLocale())) : words.everybody}</p>
        {used ? (
          <Form action={action} anyway={words.sure} pendingWords={words.pending}>
            {(fields) => (
              <>
                <input type="hidden" name="required" value={required ? "no" : "yes"} />
                {fields.asked ? null : (
                  <Submit kind="quiet" pendingWords={words.pending}>
                    {required ? words.free : words.require}
                  </Submit>
                )}
              </>
            )}
          </Form>
        ) : (
          <>
            <p>{words.first}</p>
            <p>
              <Link href="/sign-in/passkeys">{words.yours}</Link>
            </p>
          </>
        )}
      </Card>
    </div>
  );
}

type ResetProps = {
  member: { personId: string; name: string; passkey: boolean };
  /** Whether this camp needs passkeys: another takes none away. */
  required: boolean;
  used: boolean;
  action: FormAction;
};

/** The way back for whoever lost theirs. */
export function ResetPasskeys({ member, required, used, action }: ResetProps) {
  const { personId, name, passkey } = member;
  const said = required ? reset.means : reset.notAsked;
  return (
    <div className={styles.crew}>
      <Card as="section" title={reset.title}>
        <p>{passkey ? said(name) : reset.none(name)}</p>
        {passkey && required && used ? (
          <Form action={action} anyway={reset.sure} pendingWords={reset.pending}>
            {(fields) => (
              <>
                <input type="hidden" name="person" value={personId} />
                {fields.asked ? null : (
                  <Submit kind="danger" pendingWords={reset.pending}>
                    {reset.submit}
                    <span className="visually-hidden"> {name}</span>
                  </Submit>
                )}
              </>
            )}
          </Form>
        ) : null}
        {passkey && required && !used ? (
          <>
            <p>{reset.first}</p>
            <p>
              <Link href="/sign-in/passkeys">{words.yours}</Link>
            </p>
          </>
        ) : null}
      </Card>
    </div>
  );
}
