import type { Filled } from "#components/form/form.tsx";
import { Check } from "#components/ui/check.tsx";
import { Chips } from "#components/ui/choice.tsx";
import { TextArea, TextField } from "#components/ui/field.tsx";
import { LONGEST } from "#domain/limits.ts";
import { QUESTION_KINDS, type QuestionKind, SEEN_BY, type SeenBy } from "#domain/question.ts";
import { wordsOf } from "#messages/words.ts";
import styles from "./rows.module.css";

const camp = wordsOf("camp");

const words = camp.questions;

/** `id` is empty for a new question. */
export type QuestionRow = {
  id: string;
  kind: QuestionKind;
  label: string;
  /** One a line. */
  choices: string;
  purpose: string;
  seenBy: SeenBy;
  keepUntil: string;
  required: boolean;
  /** Its answers were deleted on their day, and it is asked no more. */
  emptied: boolean;
};

/** Each with its place in the order, as a number: it is moved without a mouse. */
export function QuestionRows({ fields, rows }: { fields: Filled; rows: readonly QuestionRow[] }) {
  return (
    <div className={styles.rows}>
      {rows.map((row, index) => (
        <fieldset className={styles.row} data-of="question" key={row.id || index}>
          <legend className={styles.title}>{row.id ? words.number(index + 1) : words.fresh}</legend>
          <Row fields={fields} row={row} index={index} />
        </fieldset>
      ))}
    </div>
  );
}

function Row({ fields, row, index }: { fields: Filled; row: QuestionRow; index: number }) {
  const name = (part: string) => `question.${index}.${part}`;
  const text = (part: "label" | "choices" | "purpose" | "keepUntil") => ({
    name: name(part),
    label: words[part],
    defaultValue: fields.text(name(part), row[part]),
    error: fields.error(name(part)),
  });
  const kind = row.id ? row.kind : fields.text(name("kind"), row.kind);
  return (
    <>
      <input type="hidden" name={name("id")} value={row.id} />
      {row.emptied ? <p className={styles.hint}>{words.emptied}</p> : null}
      <TextField {...text("label")} maxLength={LONGEST.questionLabel} />
      {row.id ? (
        <>
          <input type="hidden" name={name("kind")} value={row.kind} />
          <p className={styles.hint}>{words.answeredBy(words.kinds[row.kind])}</p>
        </>
      ) : (
        <Chips
          legend={words.kind}
          name={name("kind")}
          options={QUESTION_KINDS.map((value) => ({ value, label: words.kinds[value] }))}
          chosen={[kind]}
          error={fields.error(name("kind"))}
        />
      )}
      {!row.id || row.kind === "choice" ? <TextArea {...text("choices")} hint={words.choicesHint} /> : null}
      <TextField {...text("purpose")} hint={words.purposeHint} maxLength={LONGEST.questionPurpose} />
      <Chips
        legend={words.seenBy}
        name={name("seenBy")}
        options={SEEN_BY.map((value) => ({ value, label: words.seers[value] }))}
        chosen={[fields.text(name("seenBy"), row.seenBy)]}
        error={fields.error(name("seenBy"))}
      />
      <div className={styles.pair}>
        <TextField {...text("keepUntil")} type="date" hint={words.keepUntilHint} />
        <TextField
          name={name("position")}
          label={words.position}
          inputMode="numeric"
          defaultValue={fields.text(name("position"), String(index + 1))}
        />
      </div>
      <div className={styles.ticks}>
        <Check
          name={name("required")}
          value="yes"
          label={words.required}
          defaultChecked={fields.ticked(name("required"), "yes", row.required)}
        />
        {row.id ? (
          <Check
            name={name("remove")}
            value="yes"
            label={words.remove}
            defaultChecked={fields.ticked(name("remove"), "yes")}
          />
        ) : null}
      </div>
    </>
  );
}
