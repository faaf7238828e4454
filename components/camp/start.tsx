"use client";

import type { FormAction } from "#components/form/answer.ts";
import { type Filled, Form } from "#components/form/form.tsx";
import { Check } from "#components/ui/check.tsx";
import { TextField } from "#components/ui/field.tsx";
import { Submit } from "#components/ui/submit.tsx";
import { wordsOf } from "#messages/words.ts";
import { DetailsFields, type DetailsView } from "./details.tsx";
import styles from "./rows.module.css";

const camp = wordsOf("camp");

const words = camp.start;

type StartFormProps = {
  action: FormAction;
  begin: DetailsView & { capacity: string };
  /** The earlier camp it is started from; null for one with rooms and a day of ours. */
  from: { slug: string; name: string } | null;
};

/** Rooms and slots are made from these few questions, and changed on the next page. */
export function StartForm({ action, begin, from }: StartFormProps) {
  return (
    <Form
      action={action}
      keep={from ? `start ${from.slug}` : "start"}
      anyway={words.anyway}
      pendingWords={words.pending}
    >
      {(fields) => (
        <>
          <section className={styles.section}>
            <h2>{words.what}</h2>
            <DetailsFields fields={fields} begin={begin} />
            <div className={styles.pair}>
              <TextField
                label={camp.fields.capacity}
                hint={camp.fields.capacityHint}
                name="capacity"
                inputMode="numeric"
                defaultValue={fields.text("capacity", begin.capacity)}
                error={fields.error("capacity")}
              />
              <TextField
                label={words.slug}
                optional={camp.fields.optional}
                hint={words.slugHint}
                name="slug"
                spellCheck={false}
                autoCapitalize="none"
                defaultValue={fields.text("slug")}
                error={fields.error("slug")}
              />
            </div>
          </section>
          <section className={styles.section}>
            {from ? (
              <Brought from={from} fields={fields} />
            ) : (
              <p className={styles.hint}>{words.afterwards}</p>
            )}
            {fields.asked ? null : <Submit pendingWords={words.pending}>{words.submit}</Submit>}
          </section>
        </>
      )}
    </Form>
  );
}

/** What comes along from the earlier camp, and what does not. */
function Brought({ from, fields }: { from: { slug: string; name: string }; fields: Filled }) {
  return (
    <div className={styles.brought}>
      <input type="hidden" name="from" value={from.slug} />
      <Check
        name="crew"
        value="yes"
        label={words.from.crew}
        hint={words.from.crewHint}
        defaultChecked={fields.ticked("crew", "yes", true)}
      />
      <p>{words.from.comes(from.name)}</p>
      <ul>
        {words.from.brought.map((it) => (
          <li key={it}>{it}</li>
        ))}
      </ul>
      <p>{words.from.stays}</p>
      <ul>
        {words.from.left.map((it) => (
          <li key={it}>{it}</li>
        ))}
      </ul>
    </div>
  );
}
