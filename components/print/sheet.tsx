import type { ReactNode } from "react";
import { worded } from "#components/ui/words.tsx";
import type { PrintedDay } from "./day.ts";
import styles from "./sheet.module.css";

type SheetProps = {
  day: Pick<PrintedDay, "camp" | "day" | "paper">;
  title: ReactNode;
  /** At the end of the head: which grid it is, or where more is. */
  aside?: ReactNode;
  children: ReactNode;
};

/** One sheet of paper, whose head says of which camp and day it is. */
export function Sheet({ day, title, aside, children }: SheetProps) {
  return (
    <section className={styles.sheet} data-paper={day.paper}>
      <header className={styles.head}>
        <h2>{title}</h2>
        <p>
          {worded(day.camp)} · {day.day}
        </p>
        {aside ? <p className={styles.aside}>{aside}</p> : null}
      </header>
      {children}
    </section>
  );
}
