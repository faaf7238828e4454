import type { ComponentProps, ReactNode } from "react";
import styles from "./field.module.css";
import { Icon } from "./icon.tsx";

type Asked = {
  label: ReactNode;
  /** The words for "you may skip this". */
  optional?: ReactNode;
  hint?: ReactNode;
  /** The same words are in the error summary, which links to this field. */
  error?: ReactNode;
  name: string;
  id?: string;
};

type Bare<Tag extends "input" | "textarea" | "select"> = Omit<
  ComponentProps<Tag>,
  "className" | "style" | "id" | "name" | "aria-describedby" | "aria-invalid"
>;

/** Ties a control to its hint and its error for screen readers. */
export function describedBy({ name, id = name, hint, error }: Pick<Asked, "name" | "id" | "hint" | "error">) {
  return {
    id,
    "aria-describedby": [hint && `${id}-hint`, error && `${id}-error`].filter(Boolean).join(" ") || undefined,
    "aria-invalid": error ? (true as const) : undefined,
  };
}

/** Hint and error, with the ids that `describedBy` points at. */
export function Notes({ id, hint, error }: { id: string; hint?: ReactNode; error?: ReactNode }) {
  return (
    <>
      {hint ? (
        <p className={styles.hint} id={`${id}-hint`}>
          {hint}
        </p>
      ) : null}
      {error ? (
        <p className={styles.error} id={`${id}-error`}>
          <Icon name="warn" />
          <span>{error}</span>
        </p>
      ) : null}
    </>
  );
}

function Frame({ label, optional, hint, error, name, id = name, children }: Asked & { children: ReactNode }) {
  return (
    <div className={styles.field} data-bad={error ? true : undefined}>
      <label className={styles.label} htmlFor={id}>
        {label} {optional ? <span className={styles.optional}>{optional}</span> : null}
      </label>
      <Notes id={id} hint={hint} error={error} />
      {children}
    </div>
  );
}

/** Takes everything an `<input>` takes. */
export function TextField({ label, optional, hint, error, id, ...input }: Asked & Bare<"input">) {
  const asked = { label, optional, hint, error, name: input.name, id: id ?? input.name };
  return (
    <Frame {...asked}>
      <input type="text" {...input} {...describedBy(asked)} className={styles.control} />
    </Frame>
  );
}

/** The box grows with the answer where the browser can do that. */
export function TextArea({ label, optional, hint, error, id, ...area }: Asked & Bare<"textarea">) {
  const asked = { label, optional, hint, error, name: area.name, id: id ?? area.name };
  return (
    <Frame {...asked}>
      <textarea rows={3} {...area} {...describedBy(asked)} className={styles.control} />
    </Frame>
  );
}

/** For a long list. For a short one use `Choice` or `Chips`, which show every answer. */
export function SelectField({
  label,
  optional,
  hint,
  error,
  id,
  children,
  ...select
}: Asked & Bare<"select">) {
  const asked = { label, optional, hint, error, name: select.name, id: id ?? select.name };
  return (
    <Frame {...asked}>
      <select {...select} {...describedBy(asked)} className={styles.control}>
        {children}
      </select>
    </Frame>
  );
}
