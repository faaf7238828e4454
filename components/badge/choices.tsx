import print from "#components/print/print.module.css";
import { PrintButton } from "#components/print/print-button.tsx";
import { SelectField, TextField } from "#components/ui/field.tsx";
import { Submit } from "#components/ui/submit.tsx";
import { WHO, type Who } from "#domain/badge/choice.ts";
import { FORMAT_NAMES, type Format, onSheet } from "#domain/badge/format.ts";
import { wordsOf } from "#messages/words.ts";

const words = wordsOf("badges");

export const ON = ["sheet", "single"] as const;

type ChoicesProps = {
  chosen: { who: string; format: Format; on: (typeof ON)[number]; start: number };
  /** How many there are of each; null where one person's is printed. */
  many: Record<Who, number> | null;
  /** Whether there is anything to print. */
  some: boolean;
};

/** Whose badges, and on what. A plain form: without a script it leads to the same address. */
export function BadgeChoices({ chosen, many, some }: ChoicesProps) {
  return (
    <div data-print="no">
      <p>{words.lede}</p>
      {/* A new key draws the fields anew where another address was opened. */}
      <search>
        <form className={print.choices} key={JSON.stringify(chosen)}>
          {many ? (
            <SelectField name="who" label={words.who} defaultValue={chosen.who}>
              {WHO.map((who) => (
                <option key={who} value={who}>
                  {words.whose[who](many[who])}
                </option>
              ))}
            </SelectField>
          ) : (
            <input type="hidden" name="who" value={chosen.who} />
          )}
          <SelectField name="format" label={words.format} defaultValue={chosen.format}>
            {FORMAT_NAMES.map((format) => (
              <option key={format} value={format}>
                {words.formats[format]}
              </option>
            ))}
          </SelectField>
          <SelectField name="on" label={words.on} defaultValue={chosen.on}>
            {ON.map((on) => (
              <option key={on} value={on}>
                {words.ons[on]}
              </option>
            ))}
          </SelectField>
          <TextField
            name="start"
            type="number"
            inputMode="numeric"
            min={1}
            max={Math.max(...FORMAT_NAMES.map(onSheet))}
            label={words.start}
            hint={words.startHint}
            defaultValue={String(chosen.start)}
          />
          <Submit kind="quiet" pendingWords={words.show}>
            {words.show}
          </Submit>
          {some ? <PrintButton>{words.go}</PrintButton> : null}
        </form>
      </search>
      {some ? <p>{words.scale}</p> : null}
    </div>
  );
}
