"use client";

import type { ReactNode } from "react";
import { type Answered, Said } from "#components/desk/said.tsx";
import type { FormAction } from "#components/form/answer.ts";
import { type Filled, Form } from "#components/form/form.tsx";
import { Submit } from "#components/ui/submit.tsx";
import { wordsOf } from "#messages/words.ts";
import { isAlone, type PartId, titleOf } from "./contents.tsx";
import styles from "./rows.module.css";

const words = wordsOf("camp").settings;

/** A part of the settings with its own form, under the title of its page where it is the only one. `mark` is the fingerprint of what it shows. */
type PartProps = {
  id: PartId;
  mark: string;
  action: FormAction;
  /** What became of the last save, and which save it was. */
  answered: Answered | null;
  at: string;
};

export function Part({
  id,
  mark,
  action,
  answered,
  at,
  children,
}: PartProps & { children: (fields: Filled) => ReactNode }) {
  const title = titleOf(id);
  return (
    <section className={styles.section} id={id} aria-label={isAlone(id) ? title : undefined}>
      {isAlone(id) ? null : <h2>{title}</h2>}
      <Said answered={answered} at={at} />
      <Form action={action} facts={`${mark} ${answered ? at : ""}`} keep={id} pendingWords={words.saving}>
        {(fields) => (
          <>
            {/* Of what was on the screen when it was typed, also where the page is drawn anew. */}
            <input type="hidden" name="mark" value={fields.text("mark", mark)} />
            {children(fields)}
            {/* After a question its own button saves. */}
            {fields.asked ? null : (
              <Submit kind="quiet" pendingWords={words.saving}>
                {words.save}
                <span className="visually-hidden"> {title}</span>
              </Submit>
            )}
          </>
        )}
      </Form>
    </section>
  );
}

export type Of<Begin> = Omit<PartProps, "id"> & { begin: Begin };
