"use client";

import type { FormAction } from "#components/form/answer.ts";
import { Form } from "#components/form/form.tsx";
import { Link } from "#components/ui/link.tsx";
import { Heading, Phone } from "#components/ui/phone.tsx";
import { Submit } from "#components/ui/submit.tsx";
import { wordsOf } from "#messages/words.ts";
import styles from "./door.module.css";

const door = wordsOf("door");

type LetBackProps = {
  slug: string;
  camp: string;
  guest: { id: string; name: string };
  action: FormAction;
};

/** Somebody whose place was passed on: one button. Works without a script; it needs the network. */
export function LetBack({ slug, camp, guest, action }: LetBackProps) {
  const words = door.walkIn;
  return (
    <Phone layout="check-in" camp={camp} home={`/e/${slug}`}>
      <Heading title={guest.name}>{door.why.passed_on}</Heading>
      <p>{door.what.passed_on}</p>
      <Form action={action} pendingWords={words.saving}>
        {() => (
          <>
            <input type="hidden" name="person" value={guest.id} />
            <Submit wide pendingWords={words.saving}>
              {door.letBack}
            </Submit>
          </>
        )}
      </Form>
      <p className={styles.foot}>
        <Link href={`/e/${slug}/door`}>{words.back}</Link>
      </p>
    </Phone>
  );
}
