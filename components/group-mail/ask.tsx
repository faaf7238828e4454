"use client";

import type { FormAction } from "#components/form/answer.ts";
import { Form } from "#components/form/form.tsx";
import { Banner } from "#components/ui/banner.tsx";
import { ButtonLink, Buttons } from "#components/ui/button.tsx";
import { Submit } from "#components/ui/submit.tsx";
import { type MailReach, willGet } from "#domain/group-mail.ts";
import { wordsOf } from "#messages/words.ts";
import styles from "./group-mail.module.css";

const { ask: words, reach: counted } = wordsOf("groupMail");

type AskProps = {
  mail: string;
  /** To whom, in words. */
  group: string;
  reach: MailReach;
  agreement: string;
  action: FormAction;
  back: string;
};

/** To how many it goes and what that means, before it does. */
export function Ask({ mail, group, reach, agreement, action, back }: AskProps) {
  const people = willGet(reach);
  return (
    <section className={styles.ask}>
      <h2>{words.to(group)}</h2>
      <p>
        <strong>{people > 0 ? counted.will(people) : counted.nobody}</strong> {counted.leftOut(reach)}
      </p>
      {people > 0 ? (
        <Form action={action}>
          {() => (
            <>
              <p>{words.what}</p>
              <p>{words.final}</p>
              <input type="hidden" name="mail" value={mail} />
              <input type="hidden" name="agreement" value={agreement} />
              <Buttons>
                <Submit pendingWords={words.going}>{words.go(people)}</Submit>
                <ButtonLink kind="quiet" href={back}>
                  {words.back}
                </ButtonLink>
              </Buttons>
            </>
          )}
        </Form>
      ) : (
        <Banner
          tone="wait"
          title={words.nobody}
          action={
            <ButtonLink kind="quiet" href={back}>
              {words.back}
            </ButtonLink>
          }
        />
      )}
    </section>
  );
}
