"use client";

import type { ReactNode } from "react";
import { useAttention } from "./attention.ts";
import styles from "./error-summary.module.css";

/** `field` is the id of its control (for `Choice` and `Chips`: `{name}-first`). */
export type FieldError = { field: string; message: ReactNode };

/**
 * Every error of a form, at its top, each a link to its field. It takes the focus when it appears, without JavaScript
 * by autofocus.
 */
export function ErrorSummary({ title, errors }: { title: ReactNode; errors: readonly FieldError[] }) {
  const box = useAttention();
  if (errors.length === 0) return null;
  return (
    // biome-ignore lint/a11y/noAutofocus: the page was asked for by sending the form that this answers
    <div className={styles.summary} role="alert" tabIndex={-1} ref={box} autoFocus>
      <h2>{title}</h2>
      <ul className={styles.list}>
        {errors.map((error) => (
          <li key={error.field}>
            <a href={`#${error.field}`}>{error.message}</a>
          </li>
        ))}
      </ul>
    </div>
  );
}
