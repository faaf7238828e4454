"use client";

import type { FormAction } from "#components/form/answer.ts";
import { Form } from "#components/form/form.tsx";
import { TextField } from "#components/ui/field.tsx";
import { Submit } from "#components/ui/submit.tsx";
import { worded } from "#components/ui/words.tsx";
import { LONGEST } from "#domain/limits.ts";
import type { MergedPitch } from "#domain/pitch.ts";
import { wordsOf } from "#messages/words.ts";
import { Meta } from "./meta.tsx";
import styles from "./pitch.module.css";

const words = wordsOf("pitchMerging");

type MergeProps = { stays: string; goes: string; mark: string; action: FormAction };

/** The last step of merging: the reason, and the button. */
export function MergePitches({ stays, goes, mark, action }: MergeProps) {
  return (
    <Form action={action} pendingWords={words.doing}>
      {(fields) => (
        <div className={styles.fields}>
          {Object.entries({ stays, goes, mark }).map(([name, value]) => (
            <input key={name} type="hidden" name={name} value={value} />
          ))}
          <TextField
            name="reason"
            label={words.reason}
            error={fields.error("reason")}
            defaultValue={fields.text("reason")}
            maxLength={LONGEST.reason}
            required
          />
          <Submit pendingWords={words.doing}>{words.sure}</Submit>
        </div>
      )}
    </Form>
  );
}

type PartsProps = {
  parts: readonly MergedPitch[];
  /** Null where they cannot be taken apart any more. */
  action: FormAction | null;
};

/** What became part of a pitch, each as it was pitched. Opens without a script. */
export function Parts({ parts, action }: PartsProps) {
  return (
    <section className={styles.section}>
      <h2>{words.parts}</h2>
      <ul className={styles.parts}>
        {parts.map((part) => (
          <li key={part.id}>
            <h3>{worded(part.title)}</h3>
            {part.line ? <p>{worded(part.line)}</p> : null}
            <p className={styles.quiet}>
              <Meta pitch={{ ...part, kind: "discuss" }} />
            </p>
            {action ? <TakeApart part={part} action={action} /> : null}
          </li>
        ))}
      </ul>
    </section>
  );
}

function TakeApart({ part, action }: { part: MergedPitch; action: FormAction }) {
  return (
    <Form action={action} pendingWords={words.parting}>
      {(fields) => (
        <details open={fields.sent}>
          <summary aria-label={words.partAbout(part.title)}>{words.part}</summary>
          <div className={styles.fields}>
            <p>{words.partWhat(part.title)}</p>
            <input type="hidden" name="goes" value={part.id} />
            <TextField
              name="reason"
              id={`reason-${part.id}`}
              label={words.partReason}
              error={fields.error("reason")}
              defaultValue={fields.text("reason")}
              maxLength={LONGEST.reason}
              required
            />
            <Submit kind="quiet" pendingWords={words.parting}>
              {words.part}
            </Submit>
          </div>
        </details>
      )}
    </Form>
  );
}
