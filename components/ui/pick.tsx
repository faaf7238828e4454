import type { ReactNode } from "react";
import styles from "./choice.module.css";

type PickProps<Value extends string> = {
  /** Said to screen readers only: the answers are clear by themselves where this is used. */
  legend: string;
  name: string;
  options: readonly { value: Value; label: ReactNode }[];
  /** What is chosen at first; the browser keeps it from there. */
  chosen: Value;
};

/** One of a few, in a row, with nothing that could be wrong about it: lighter than `Chips`. */
export function Pick<Value extends string>({ legend, name, options, chosen }: PickProps<Value>) {
  return (
    <fieldset className={styles.chips}>
      <legend className="visually-hidden">{legend}</legend>
      {options.map(({ value, label }, index) => (
        <label className={styles.option} key={value}>
          <input
            type="radio"
            // Whoever asks for all again is led to the first.
            id={index === 0 ? `${name}-first` : undefined}
            name={name}
            value={value}
            defaultChecked={value === chosen}
          />
          {label}
        </label>
      ))}
    </fieldset>
  );
}
