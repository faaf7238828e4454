"use client";

import type { FormAction } from "#components/form/answer.ts";
import { Form } from "#components/form/form.tsx";
import { TextField } from "#components/ui/field.tsx";
import { Submit } from "#components/ui/submit.tsx";
import { LONGEST } from "#domain/limits.ts";
import { wordsOf } from "#messages/words.ts";
import styles from "./write-up.module.css";

const { desk: words } = wordsOf("writeUp");

type OneProps = { id: string; about: string; action: FormAction };

/** Says first what hiding does, and takes the reason. Opens without a script. */
export function HideWriteUp({ id, about, action }: OneProps) {
  return (
    <Form action={action} pendingWords={words.hiding}>
      {(fields) => (
        <details open={fields.sent}>
          <summary aria-label={words.hideAbout(about)}>{words.hide}</summary>
          <div className={styles.form}>
            <p>{words.hides}</p>
            <input type="hidden" name="id" value={id} />
            <TextField
              name="reason"
              id={`hide-${id}`}
              label={words.reason}
              error={fields.error("reason")}
              defaultValue={fields.text("reason")}
              maxLength={LONGEST.reason}
              required
            />
            <Submit kind="quiet" pendingWords={words.hiding}>
              {words.hideNow}
            </Submit>
          </div>
        </details>
      )}
    </Form>
  );
}

export function ShowWriteUp({ id, about, action }: OneProps) {
  return (
    <Form action={action} pendingWords={words.showing}>
      {() => (
        <>
          <input type="hidden" name="id" value={id} />
          <Submit kind="quiet" pendingWords={words.showing}>
            {words.show}
            <span className="visually-hidden">: {about}</span>
          </Submit>
        </>
      )}
    </Form>
  );
}

type LineProps = { writeUpId: string; line: string; action: FormAction };

/** One button about one line. @param to what it does */
function LineButton({ writeUpId, line, to, label, action }: LineProps & { to: string; label: string }) {
  return (
    <Form action={action} pendingWords={words.taking}>
      {() => (
        <>
          <input type="hidden" name="id" value={writeUpId} />
          <input type="hidden" name="line" value={line} />
          <input type="hidden" name="to" value={to} />
          <Submit kind="quiet" pendingWords={words.taking}>
            {label}
            <span className="visually-hidden">: {line}</span>
          </Submit>
        </>
      )}
    </Form>
  );
}

/** The lines of one write-up, of which those that are chosen have no button. */
export function LinesOf({
  writeUpId,
  lines,
  action,
}: {
  writeUpId: string;
  lines: readonly string[];
  action: FormAction;
}) {
  return (
    <details>
      <summary>{words.choose}</summary>
      <p>{words.chooseWhy}</p>
      {lines.map((line) => (
        <div key={line} className={styles.part}>
          <p className={styles.line} dir="auto">
            {line}
          </p>
          <LineButton {...{ writeUpId, line, action }} to="choose" label={words.take} />
        </div>
      ))}
    </details>
  );
}

/** Those that are chosen, in their order. */
export function ChosenLines({
  lines,
  action,
}: {
  lines: readonly { writeUpId: string; line: string; shown: boolean }[];
  action: FormAction;
}) {
  return (
    <ol className={styles.best}>
      {lines.map(({ writeUpId, line, shown }, at) => (
        <li key={`${writeUpId} ${line}`}>
          <p dir="auto">{line}</p>
          {shown ? null : <p className={styles.state}>{words.gone}</p>}
          <div className={styles.acts}>
            {at > 0 ? <LineButton {...{ writeUpId, line, action }} to="up" label={words.up} /> : null}
            <LineButton {...{ writeUpId, line, action }} to="out" label={words.out} />
          </div>
        </li>
      ))}
    </ol>
  );
}
