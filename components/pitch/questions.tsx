import { Fragment, type ReactNode } from "react";
import { Chips } from "#components/ui/choice.tsx";
import { TextArea, TextField } from "#components/ui/field.tsx";
import { LONGEST } from "#domain/limits.ts";
import {
  BLANK_PITCH,
  PITCH_FIELDS,
  PITCH_QUESTIONS,
  type PitchField,
  type PitchQuestion,
} from "#domain/pitch.ts";
import { wordsOf } from "#messages/words.ts";
import styles from "./pitch.module.css";
import type { PitchState } from "./state.ts";

const words = wordsOf("pitch");
const pitchForm = wordsOf("pitchForm");

const questionOf = (field: PitchField): PitchQuestion => PITCH_QUESTIONS[field];

/** Where the error summary leads: a question of chips takes the focus on its first answer. */
export const fieldId = (field: string) =>
  field === "busy" || PITCH_FIELDS.some((name) => name === field && "of" in questionOf(name))
    ? `${field}-first`
    : field;

type QuestionsProps = {
  state: PitchState;
  underTitle?: ReactNode;
  /** What else is asked further down, what all of that is about, and whether any of it was answered. */
  more?: { about: string; asks: ReactNode; answered: boolean };
  /** Nobody is called to the front any more: how it is said is not asked. */
  late?: boolean;
};

/** What is asked of a pitch, as `domain/pitch.ts` says it is answered. */
export function Questions({ state, underTitle, more, late = false }: QuestionsProps) {
  const later = PITCH_FIELDS.filter((field) => questionOf(field).later);
  const said = (field: PitchField) => !["", String(BLANK_PITCH[field])].includes(String(state.values[field]));
  const changed = later.some(said);
  const ask = (field: PitchField) => (
    <Fragment key={field}>
      <Question field={field} state={state} />
      {field === "title" ? underTitle : null}
    </Fragment>
  );
  return (
    <div className={styles.questions}>
      {PITCH_FIELDS.filter((field) => !later.includes(field) && !(late && field === "voice")).map(ask)}
      {late ? <input type="hidden" name="voice" value={state.values.voice} /> : null}
      <details className={styles.more} open={changed || (more?.answered ?? false)}>
        <summary>{more?.about ?? pitchForm.more.plain}</summary>
        <div>
          {more?.asks}
          {later.map(ask)}
        </div>
      </details>
    </div>
  );
}

type QuestionProps = { field: PitchField; state: PitchState };

function Question({ field, state: { values, errors } }: QuestionProps) {
  const question = questionOf(field);
  const [label, value] = [pitchForm.questions[field], values[field]];
  const asked = { name: field, hint: pitchForm.hints[field], error: errors[field] };
  if ("of" in question)
    return (
      <Chips
        {...asked}
        legend={label}
        options={question.of.map((choice) => ({ value: choice, ...choiceWords(field, choice) }))}
        many={question.kind === "several"}
        chosen={[value].flat()}
      />
    );
  const required = question.required ?? false;
  const text = {
    ...asked,
    label,
    required,
    optional: required ? null : pitchForm.optional,
    defaultValue: String(value),
    maxLength: LONGEST[question.longest],
  };
  if (question.kind === "longText") return <TextArea {...text} rows={2} />;
  return <TextField {...text} autoComplete="off" enterKeyHint="next" />;
}

function choiceWords(field: PitchField, choice: string): { label: string; hint: string | undefined } {
  const labels: Partial<Record<PitchField, Record<string, string>>> = words.choices;
  const hints: Record<string, string> = pitchForm.choiceHints;
  return { label: labels[field]?.[choice] ?? choice, hint: hints[choice] };
}
