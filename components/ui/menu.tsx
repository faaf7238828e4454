"use client";

import type { MouseEvent, ReactNode } from "react";
import { Button } from "./button.tsx";
import styles from "./menu.module.css";

type MenuProps = { id: string; label: ReactNode; close: ReactNode; children: ReactNode };

/**
 * What stands beside a page on a wide screen, and on a narrow one opens over it at a button. The browser opens and closes
 * it, so that it works before any script; one that cannot shows it all.
 */
export function Menu({ id, label, close, children }: MenuProps) {
  return (
    <>
      <div className={styles.button}>
        <Button kind="quiet" popoverTarget={id}>
          {label}
        </Button>
      </div>
      {/* biome-ignore lint/a11y: the links in it are pressed, and the menu only hears of it */}
      <div className={styles.menu} id={id} popover="auto" onClick={closeAfterLink}>
        {/* With large letters nothing of the page is left to tap beside it. */}
        <div className={styles.close}>
          <Button kind="quiet" popoverTarget={id} popoverTargetAction="hide">
            {close}
          </Button>
        </div>
        {children}
      </div>
    </>
  );
}

/** A page that is opened in place would stand under the menu that led to it. */
function closeAfterLink({ target, currentTarget }: MouseEvent<HTMLElement>) {
  if (target instanceof Element && target.closest("a")) currentTarget.hidePopover?.();
}
