"use client";

import { type ReactNode, useCallback, useRef } from "react";
import { Button } from "./button.tsx";
import { Opens } from "./link.tsx";
import styles from "./menu.module.css";

type MenuProps = { id: string; label: ReactNode; close: ReactNode; children: ReactNode };

/**
 * What stands beside a page on a wide screen, and on a narrow one opens over it at a button. The browser opens and closes
 * it, so that it works before any script; one that cannot shows it all.
 */
export function Menu({ id, label, close, children }: MenuProps) {
  const menu = useRef<HTMLDivElement>(null);
  // A page that is opened in place would stand under the menu that led to it.
  const shut = useCallback(() => {
    menu.current?.hidePopover?.();
    return false;
  }, []);
  return (
    <>
      <div className={styles.button}>
        <Button kind="quiet" popoverTarget={id}>
          {label}
        </Button>
      </div>
      <div className={styles.menu} id={id} popover="auto" ref={menu}>
        {/* With large letters nothing of the page is left to tap beside it. */}
        <div className={styles.close}>
          <Button kind="quiet" popoverTarget={id} popoverTargetAction="hide">
            {close}
          </Button>
        </div>
        <Opens value={shut}>{children}</Opens>
      </div>
    </>
  );
}
