import { Chips } from "#components/ui/choice.tsx";
import { TextArea, TextField } from "#components/ui/field.tsx";
import { LONGEST } from "#domain/limits.ts";
import { NEEDS, NOTE_LEVELS, type PitchKind, VOICES } from "#domain/pitch.ts";
import { wordsOf } from "#messages/words.ts";
import styles from "./pitch.module.css";
import type { PitchState } from "./state.ts";

const words = wordsOf("pitch");
const pitchForm = wordsOf("pitchForm");

/** The commonest first. */
const KINDS = ["discuss", "help", "share", "went_wrong"] as const satisfies readonly PitchKind[];

/** Where the error summary leads: a question of chips takes the focus on its first answer. */
export const fieldId = (field: string) =>
  ["title", "line", "hosts"].includes(field) ? field : `${field}-first`;

const options = <Value extends string>(values: readonly Value[], labels: Record<Value, string>) =>
  values.map((value) => ({ value, label: labels[value] }));

export function Questions({ state: { values, errors } }: { state: PitchState }) {
  const more = values.noteLevel !== "open" || values.needs.length > 0;
  return (
    <div className={styles.questions}>
      <TextField
        name="title"
        label={pitchForm.about}
        hint={pitchForm.aboutHint}
        error={errors.title}
        defaultValue={values.title}
        maxLength={LONGEST.pitchTitle}
        required
        autoComplete="off"
        enterKeyHint="next"
      />
      <TextArea
        name="line"
        label={pitchForm.line}
        optional={pitchForm.optional}
        error={errors.line}
        defaultValue={values.line}
        maxLength={LONGEST.pitchLine}
        rows={2}
      />
      <Chips
        name="kind"
        legend={pitchForm.kind}
        options={options(KINDS, words.kinds)}
        chosen={[values.kind]}
        error={errors.kind}
      />
      <Chips
        name="voice"
        legend={pitchForm.voice}
        options={options(VOICES, words.voices)}
        chosen={[values.voice]}
        error={errors.voice}
      />
      <details className={styles.more} open={more}>
        <summary>{pitchForm.more}</summary>
        <div>
          <Chips
            name="noteLevel"
            legend={pitchForm.level}
            options={NOTE_LEVELS.map((value) => ({
              value,
              label: words.levels[value],
              hint: words.levelHints[value],
            }))}
            chosen={[values.noteLevel]}
            error={errors.noteLevel}
          />
          <Chips
            name="needs"
            legend={pitchForm.needs}
            options={options(NEEDS, words.needs)}
            many
            chosen={values.needs}
            error={errors.needs}
          />
        </div>
      </details>
    </div>
  );
}
