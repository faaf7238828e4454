"use client";

import type { FormAction } from "#components/form/answer.ts";
import { Form } from "#components/form/form.tsx";
import { Banner } from "#components/ui/banner.tsx";
import { Submit } from "#components/ui/submit.tsx";
import { wordsOf } from "#messages/words.ts";
import styles from "./event.module.css";

const words = wordsOf("badge");

/** For the phone that came in with a badge. */
export function HeldPass({ end }: { end: FormAction }) {
  const { held } = words;
  return (
    <div className={styles.behind}>
      <Banner
        title={held.title}
        action={
          <Form action={end}>
            {() => (
              <Submit kind="quiet" pendingWords={held.ending}>
                {held.end}
              </Submit>
            )}
          </Form>
        }
      >
        <p>{held.body}</p>
      </Banner>
    </div>
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
    <div className={styles.behind}>
      <Banner
        tone="wait"
        title={elsewhere.title}
        action={
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
        }
      >
        <p>{elsewhere.body(when)}</p>
      </Banner>
    </div>
  );
}
