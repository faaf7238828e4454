import type { ReactNode } from "react";
import styles from "./choice.module.css";
import { describedBy, Notes } from "./field.tsx";

/** `hint` is a second, quieter line. */
export type Option = { value: string; label: ReactNode; hint?: ReactNode; disabled?: boolean };

type ChoiceProps = {
  legend: ReactNode;
  name: string;
  options: readonly Option[];
  many?: boolean;
  /** What is chosen at first; the browser keeps it from there. */
  chosen?: readonly string[];
  /** With this the parent keeps what is chosen, and must pass it back in `chosen`. */
  onChoose?: (value: string, on: boolean) => void;
  hint?: ReactNode;
  error?: ReactNode;
  required?: boolean;
  /** When the question is the page's only one its legend is the title. */
  legendAs?: "h1" | "span";
};

function Options({ look, ...props }: ChoiceProps & { look: "boxes" | "chips" }) {
  const {
    legend,
    name,
    options,
    many,
    chosen = [],
    onChoose,
    hint,
    error,
    required,
    legendAs: Legend = "span",
  } = props;
  const said = describedBy({ name, hint, error });
  return (
    <fieldset className={styles.choice} id={name} aria-describedby={said["aria-describedby"]}>
      <legend className={styles.legend}>
        <Legend>{legend}</Legend>
      </legend>
      <Notes id={name} hint={hint} error={error} />
      <div className={styles[look]} data-bad={error ? true : undefined}>
        {options.map((option, index) => {
          const on = chosen.includes(option.value);
          return (
            <label className={styles.option} key={option.value}>
              <input
                type={many ? "checkbox" : "radio"}
                // The error summary links here: the first answer takes the focus.
                id={index === 0 ? `${name}-first` : undefined}
                name={name}
                value={option.value}
                required={required && !many}
                disabled={option.disabled}
                {...(onChoose
                  ? { checked: on, onChange: (event) => onChoose(option.value, event.currentTarget.checked) }
                  : { defaultChecked: on })}
              />
              <span>
                {option.label}
                {option.hint ? <small className={styles.small}>{option.hint}</small> : null}
              </span>
            </label>
          );
        })}
      </div>
    </fieldset>
  );
}

/** A question with few answers, each a large box over plain radios or checkboxes. */
export function Choice(props: ChoiceProps) {
  return <Options {...props} look="boxes" />;
}

/** For answers of a word or two, in a row. */
export function Chips(props: ChoiceProps) {
  return <Options {...props} look="chips" />;
}
