"use client";

import type { FormAction } from "#components/form/answer.ts";
import { Form } from "#components/form/form.tsx";
import { SelectField, TextField } from "#components/ui/field.tsx";
import { Submit } from "#components/ui/submit.tsx";
import { Words } from "#components/ui/words.tsx";
import { LONGEST } from "#domain/limits.ts";
import type { TypedTask } from "#domain/rota/sheet.ts";
import type { RotaPerson, RotaTask } from "#domain/rota.ts";
import { wordsOf } from "#messages/words.ts";
import type { RotaDay } from "./adding.tsx";
import styles from "./rota.module.css";

const { desk } = wordsOf("rota");
const words = desk.member;

type TaskMakerProps = {
  task: RotaTask;
  typed: TypedTask & { day: string };
  days: readonly RotaDay[];
  /** Who may be put in, and is not down for it. */
  hands: readonly RotaPerson[];
  change: FormAction;
  putIn: FormAction;
  takeOut: FormAction;
  remove: FormAction;
};

/** One task at the desk: who is down for it, who may be put in, and everything about it. */
export function TaskMaker({ task, typed, days, hands, change, putIn, takeOut, remove }: TaskMakerProps) {
  return (
    <div className={`${styles.parts} ${styles.wide}`}>
      <section className={styles.part}>
        <h2>{words.down}</h2>
        {task.people.length === 0 ? <p className={styles.soft}>{words.nobody}</p> : null}
        <ul className={styles.list}>
          {task.people.map(({ id, name }) => (
            <li key={id}>
              <Form action={takeOut} pendingWords={words.pending}>
                {() => (
                  <div className={styles.tags}>
                    <input type="hidden" name="person" value={id} />
                    <span className={styles.what}>
                      <Words>{name}</Words>
                    </span>
                    <Submit kind="quiet" pendingWords={words.pending} aria-label={words.takeOutOf(name)}>
                      {words.takeOut}
                    </Submit>
                  </div>
                )}
              </Form>
            </li>
          ))}
        </ul>
      </section>
      {hands.length > 0 ? (
        <section className={styles.part}>
          <h2>{words.putIn}</h2>
          <Form action={putIn} pendingWords={words.pending}>
            {(fields) => (
              <>
                <SelectField
                  label={words.who}
                  hint={words.putInHint}
                  name="person"
                  defaultValue={fields.text("person")}
                  error={fields.error("person")}
                >
                  <option value="">{words.choose}</option>
                  {hands.map(({ id, name }) => (
                    <option key={id} value={id}>
                      {name}
                    </option>
                  ))}
                </SelectField>
                <Submit pendingWords={words.pending}>{words.submitIn}</Submit>
              </>
            )}
          </Form>
        </section>
      ) : null}
      <section className={styles.part}>
        <h2>{words.change}</h2>
        <p className={styles.soft}>{words.changeHint}</p>
        <Form action={change} facts={JSON.stringify(typed)} pendingWords={words.saving}>
          {(fields) => (
            <>
              <SelectField label={desk.day} name="day" defaultValue={fields.text("day", typed.day)}>
                {days.map(({ day, label }) => (
                  <option key={day} value={day}>
                    {label}
                  </option>
                ))}
              </SelectField>
              {(["task", "place", "starts", "ends", "wanted"] as const).map((name) => (
                <TextField
                  key={name}
                  label={desk.add[name]}
                  name={name}
                  autoComplete="off"
                  {...(name === "task" && { maxLength: LONGEST.rotaTask })}
                  {...(name === "place" && { maxLength: LONGEST.rotaPlace })}
                  {...(name === "wanted" && { inputMode: "numeric" as const })}
                  defaultValue={fields.text(name, typed[name])}
                  error={fields.error(name)}
                />
              ))}
              <Submit kind="quiet" pendingWords={words.saving}>
                {words.save}
              </Submit>
            </>
          )}
        </Form>
      </section>
      <section className={styles.part}>
        <h2>{words.remove}</h2>
        <p className={styles.soft}>{words.removeHint}</p>
        <Form action={remove} pendingWords={words.pending}>
          {() => (
            <Submit kind="danger" pendingWords={words.pending}>
              {words.remove}
            </Submit>
          )}
        </Form>
      </section>
    </div>
  );
}
