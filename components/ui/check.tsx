import type { ComponentProps, ReactNode } from "react";
import styles from "./check.module.css";
import { describedBy, Notes } from "./field.tsx";

type CheckProps = Omit<ComponentProps<"input">, "type" | "className" | "style" | "id"> & {
  name: string;
  id?: string;
  label: ReactNode;
  hint?: ReactNode;
  error?: ReactNode;
};

export function Check({ name, id = name, label, hint, error, ...input }: CheckProps) {
  return (
    <div className={styles.check}>
      <Notes id={id} error={error} />
      <label className={styles.label}>
        <input
          {...input}
          {...describedBy({ name, id, hint, error })}
          name={name}
          type="checkbox"
          className={styles.box}
        />
        <span>{label}</span>
      </label>
      {hint ? (
        <p className={styles.hint} id={`${id}-hint`}>
          {hint}
        </p>
      ) : null}
    </div>
  );
}
