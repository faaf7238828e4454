"use client";

import type { FormAction } from "#components/form/answer.ts";
import { Form } from "#components/form/form.tsx";
import { SelectField, TextArea } from "#components/ui/field.tsx";
import { Submit } from "#components/ui/submit.tsx";
import { LONGEST, MOST } from "#domain/limits.ts";
import { wordsOf } from "#messages/words.ts";
import styles from "./rota.module.css";

const { desk: words } = wordsOf("rota");

/** `day` is `YYYY-MM-DD`, `label` says it in words. */
export type RotaDay = { day: string; label: string };

type AddingProps = {
  /** Days on which tasks may be: those of the camp, and the ones around it. */
  days: readonly RotaDay[];
  /** The day that is offered first. */
  first: string;
  /** Days that have tasks; copying needs one. */
  made: readonly RotaDay[];
  add: FormAction;
  paste: FormAction;
  copy: FormAction;
};

/** Puts tasks on the rota: a table to type into, a sheet to paste, or another day to copy. */
export function Adding({ days, first, made, add, paste, copy }: AddingProps) {
  return (
    <>
      <section className={styles.part}>
        <h2>{words.add.title}</h2>
        <TypeRows days={days} first={first} action={add} />
      </section>
      <section className={`${styles.part} ${styles.wide}`}>
        <h2>{words.paste.title}</h2>
        <Form action={paste} pendingWords={words.add.pending}>
          {(fields) => (
            <>
              <DaySelect {...{ days, id: "paste-day" }} chosen={fields.text("day", first)} />
              <TextArea
                label={words.paste.label}
                hint={words.paste.hint}
                name="sheet"
                maxLength={LONGEST.rotaSheet}
                rows={5}
                placeholder={words.paste.example}
                defaultValue={fields.text("sheet")}
                error={fields.error("sheet")}
              />
              <Submit kind="quiet" pendingWords={words.add.pending}>
                {words.paste.submit}
              </Submit>
            </>
          )}
        </Form>
      </section>
      {made.length > 0 ? (
        <section className={`${styles.part} ${styles.wide}`}>
          <h2>{words.copy.title}</h2>
          <Form action={copy} pendingWords={words.copy.pending}>
            {(fields) => (
              <>
                <DaySelect
                  {...{ days: made, id: "copy-from", name: "from", label: words.copy.from }}
                  chosen={fields.text("from")}
                />
                <DaySelect
                  {...{ days, id: "copy-to", name: "to", label: words.copy.to, hint: words.copy.hint }}
                  chosen={fields.text("to")}
                  error={fields.error("to")}
                />
                <Submit kind="quiet" pendingWords={words.copy.pending}>
                  {words.copy.submit}
                </Submit>
              </>
            )}
          </Form>
        </section>
      ) : null}
    </>
  );
}

type DaySelectProps = {
  days: readonly RotaDay[];
  id: string;
  name?: string;
  label?: string;
  hint?: string;
  chosen: string;
  error?: string | undefined;
};

function DaySelect({ days, id, name = "day", label = words.add.day, hint, chosen, error }: DaySelectProps) {
  return (
    <SelectField {...{ label, hint, id, name, error }} defaultValue={chosen}>
      {days.map((one) => (
        <option key={one.day} value={one.day}>
          {one.label}
        </option>
      ))}
    </SelectField>
  );
}

const COLUMNS = [
  { name: "task", max: LONGEST.rotaTask },
  { name: "place", max: LONGEST.rotaPlace },
  { name: "starts", max: 8, narrow: true },
  { name: "ends", max: 8, narrow: true },
  { name: "wanted", max: 2, narrow: true },
] as const;

function TypeRows({ days, first, action }: Pick<AddingProps, "days" | "first"> & { action: FormAction }) {
  return (
    <Form action={action} keep="rota" pendingWords={words.add.pending}>
      {(fields) => (
        <>
          <div className={styles.wide}>
            <DaySelect {...{ days, id: "add-day" }} chosen={fields.text("day", first)} />
          </div>
          <p className={styles.soft} id="rota-hint">
            {words.add.hint}
          </p>
          {fields.error("row") ? (
            <p className={styles.bad} id="row">
              {fields.error("row")}
            </p>
          ) : null}
          <table className={styles.rows}>
            <thead>
              <tr>
                {COLUMNS.map(({ name, ...column }) => (
                  <th key={name} scope="col" className={"narrow" in column ? styles.narrow : undefined}>
                    {words.add[name]}
                  </th>
                ))}
              </tr>
            </thead>
            <tbody>
              {Array.from({ length: MOST.rotaRows }, (_, row) => (
                <tr key={String(row)}>
                  {COLUMNS.map(({ name, max }) => (
                    <td key={name} data-label={words.add[name]}>
                      <input
                        name={`${name}-${row}`}
                        aria-label={`${words.add.row(row + 1)}: ${words.add[name]}`}
                        aria-describedby="rota-hint"
                        maxLength={max}
                        autoComplete="off"
                        {...(name === "wanted" && { inputMode: "numeric" as const })}
                        defaultValue={fields.text(`${name}-${row}`)}
                      />
                    </td>
                  ))}
                </tr>
              ))}
            </tbody>
          </table>
          <Submit kind="quiet" pendingWords={words.add.pending}>
            {words.add.submit}
          </Submit>
        </>
      )}
    </Form>
  );
}
