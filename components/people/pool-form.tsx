"use client";

import type { FormAction } from "#components/form/answer.ts";
import { type Filled, Form } from "#components/form/form.tsx";
import { TextField } from "#components/ui/field.tsx";
import { Figures } from "#components/ui/figures.tsx";
import { Submit } from "#components/ui/submit.tsx";
import { DAYS } from "#domain/limits.ts";
import { number } from "#messages/counts.ts";
import { readerLocale, wordsOf } from "#messages/words.ts";
import styles from "./pool-form.module.css";

const words = wordsOf("pool").settings;

/** A pool as the form begins with it: numbers as they are typed, empty for none. */
export type PoolFields = {
  id: string;
  name: string;
  floor: string;
  ceiling: string;
  taken: number;
  /** Of these, whose place was kept back from the releases: they take none of the kept ones. */
  byHand: number;
  beyond: number;
};

type PoolFormProps = {
  action: FormAction;
  /** As a form takes it: another one after every save. */
  facts: string;
  mark: string;
  sectors: readonly PoolFields[];
  firstTimers: Omit<PoolFields, "id" | "name">;
  organisationLimit: string;
  mergesDay: string;
  mergesTime: string;
  next: string;
};

/** What is kept for whom. Sent for the first time it shows what the numbers would do, and saves them after that. */
export function PoolForm({ action, facts, mark, sectors, firstTimers, ...begin }: PoolFormProps) {
  return (
    <div className={styles.form}>
      <Form action={action} facts={facts} keep="pools" anyway={words.saveAnyway} pendingWords={words.saving}>
        {(fields) => {
          const asked = (name: keyof typeof begin) => ({
            name,
            defaultValue: fields.text(name, begin[name]),
            error: fields.error(name),
          });
          return (
            <>
              <input type="hidden" name="mark" value={fields.text("mark", mark)} />
              <div className={styles.rows}>
                {sectors.map((sector) => (
                  <Row key={sector.id} of={`sector.${sector.id}`} fields={fields} {...sector} />
                ))}
                <Row of="first" fields={fields} {...firstTimers} name={words.firstTimers} />
              </div>
              <p className={styles.hint}>{words.firstTimersHint}</p>
              <div className={styles.pair}>
                <TextField
                  label={words.organisationLimit}
                  hint={words.organisationHint}
                  inputMode="numeric"
                  {...asked("organisationLimit")}
                />
              </div>
              <div className={styles.pair}>
                <TextField
                  label={words.mergesDay}
                  hint={words.mergesHint}
                  type="date"
                  {...DAYS}
                  {...asked("mergesDay")}
                />
                <TextField label={words.mergesTime} type="time" {...asked("mergesTime")} />
              </div>
              <div className={styles.pair}>
                <TextField label={words.next} hint={words.nextHint} inputMode="numeric" {...asked("next")} />
              </div>
              <Submit kind={fields.asked ? "quiet" : "primary"} pendingWords={words.saving}>
                {words.save}
              </Submit>
            </>
          );
        }}
      </Form>
    </div>
  );
}

type RowProps = Omit<PoolFields, "id"> & { of: string; fields: Filled };

function Row({ of, fields, name, floor, ceiling, taken, byHand, beyond }: RowProps) {
  const asked = (part: "floor" | "ceiling", value: string) => ({
    name: `${of}.${part}`,
    "aria-label": words[`${part}Of`](name),
    inputMode: "numeric" as const,
    defaultValue: fields.text(`${of}.${part}`, value),
    error: fields.error(`${of}.${part}`),
  });
  return (
    <fieldset className={styles.row}>
      <legend className={styles.title}>
        <span className={styles.name}>
          {name}
          <span className={styles.have}>
            {words.have} <Figures>{number(taken, readerLocale())}</Figures>
            {byHand > 0 ? `, ${words.byHand(byHand)}` : null}
            {beyond > 0 ? ` (${words.beyond(beyond)})` : null}
          </span>
        </span>
      </legend>
      <TextField label={words.floor} {...asked("floor", floor)} />
      <TextField label={words.ceiling} {...asked("ceiling", ceiling)} />
    </fieldset>
  );
}
