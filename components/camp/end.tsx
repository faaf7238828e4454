"use client";

import type { FormAction } from "#components/form/answer.ts";
import { Form } from "#components/form/form.tsx";
import { Banner } from "#components/ui/banner.tsx";
import { TextField } from "#components/ui/field.tsx";
import { Submit } from "#components/ui/submit.tsx";
import { type EventView, isHalted, permits } from "#domain/event.ts";
import { LONGEST } from "#domain/limits.ts";
import { wordsOf } from "#messages/words.ts";
import styles from "./rows.module.css";

const { end: words } = wordsOf("camp");

type EndOfCampProps = {
  camp: Pick<EventView, "slug" | "phase" | "name">;
  /** What goes when it is deleted. */
  goes: { registrations: number; live: number; pitches: number; versions: number; crew: number };
  keepDays: number;
  action: FormAction;
};

/** Both say first what becomes of whom. A camp is archived where its phase is moved. */
export function EndOfCamp({ camp, goes, keepDays, action }: EndOfCampProps) {
  const open = permits(camp.phase, "delete") && (goes.live === 0 || permits(camp.phase, "visit"));
  return (
    <>
      <section className={`${styles.section} ${styles.brought}`}>
        <h2>{words.archive.title}</h2>
        <ul>
          {words.archive.means({ ...goes, keepDays }).map((it) => (
            <li key={it}>{it}</li>
          ))}
        </ul>
        <p>
          {isHalted(camp.phase)
            ? words.archive.halted
            : permits(camp.phase, "set")
              ? words.archive.how
              : words.archive.is}
        </p>
      </section>
      <section className={`${styles.section} ${styles.brought}`}>
        <h2>{words.delete.title}</h2>
        <p>{words.delete.lede}</p>
        <ul>
          {words.delete.goes(goes).map((it) => (
            <li key={it}>{it}</li>
          ))}
        </ul>
        <p>{words.delete.stays}</p>
        {open ? (
          <Form action={action}>
            {(fields) => (
              <>
                <TextField
                  label={words.delete.address(camp.slug)}
                  name="address"
                  spellCheck={false}
                  autoCapitalize="none"
                  autoComplete="off"
                  maxLength={LONGEST.slug}
                  defaultValue={fields.text("address")}
                  error={fields.error("address")}
                />
                <Submit kind="danger" pendingWords={words.delete.busy}>
                  {words.delete.sure(camp.name)}
                </Submit>
              </>
            )}
          </Form>
        ) : (
          <Banner title={words.delete.notNow}>
            <p>{permits(camp.phase, "visit") ? words.delete.archiveFirst : words.delete.registered}</p>
          </Banner>
        )}
      </section>
    </>
  );
}
