"use client";

import { type ReactNode, useEffect, useId, useRef } from "react";
import { Button, Buttons } from "./button.tsx";
import styles from "./dialog.module.css";

type DialogProps = {
  open: boolean;
  /** Asked for by Escape, the close button, or the browser's back gesture; the parent sets `open`. */
  onClose: () => void;
  title: ReactNode;
  closeLabel: string;
  /** Buttons, the most important first. */
  actions?: ReactNode;
  children?: ReactNode;
};

/** The browser's own modal, with its focus trap and its Escape. */
export function Dialog({ open, onClose, title, closeLabel, actions, children }: DialogProps) {
  const dialog = useRef<HTMLDialogElement>(null);
  const heading = useId();
  useEffect(() => {
    const element = dialog.current;
    if (open && !element?.open) element?.showModal();
    if (!open && element?.open) element.close();
  }, [open]);
  return (
    <dialog className={styles.dialog} ref={dialog} aria-labelledby={heading} onClose={onClose}>
      <h2 id={heading}>{title}</h2>
      <div className={styles.body}>{children}</div>
      <Buttons>
        {actions}
        <Button kind="quiet" onClick={() => dialog.current?.close()}>
          {closeLabel}
        </Button>
      </Buttons>
    </dialog>
  );
}
