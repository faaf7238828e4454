"use client";

import type { FormAction } from "#components/form/answer.ts";
import { Form } from "#components/form/form.tsx";
import { Submit } from "#components/ui/submit.tsx";
import type { RoundUpLink } from "#domain/round-up.ts";
import { wordsOf } from "#messages/words.ts";
import { LinkLine } from "./groups.tsx";
import styles from "./round-up.module.css";

const { own: words } = wordsOf("roundUp");

type OwnProps = { links: readonly (RoundUpLink & { hidden: boolean })[]; remove: FormAction };

/** What somebody brought, each to be taken out again. */
export function OwnLinks({ links, remove }: OwnProps) {
  return (
    <section className={styles.group}>
      <h2>{words.title}</h2>
      <ul className={styles.links}>
        {links.map((link) => (
          <li key={link.id}>
            <LinkLine link={link} />
            {link.hidden ? <p>{words.hidden}</p> : null}
            <Form action={remove} pendingWords={words.removing}>
              {() => (
                <>
                  <input type="hidden" name="id" value={link.id} />
                  <Submit kind="quiet" pendingWords={words.removing}>
                    {words.remove}
                    <span className="visually-hidden">: {link.title}</span>
                  </Submit>
                </>
              )}
            </Form>
          </li>
        ))}
      </ul>
    </section>
  );
}
