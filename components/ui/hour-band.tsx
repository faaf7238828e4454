import type { ReactNode } from "react";
import type { Hour } from "./hour.ts";
import styles from "./hour-band.module.css";
import { worded } from "./words.tsx";

type HourBandProps = {
  hour: Hour;
  /** "Slot 3 · 1.30pm". */
  children: ReactNode;
  /** What is true of it at the moment: "Now", "15 min". */
  aside?: ReactNode;
  /** A band is a heading when something stands under it; lunch is a line. */
  level?: 2 | 3;
  id?: string;
};

/** The heading of a slot, in the colour of its hour. */
export function HourBand({ hour, children, aside, level, id }: HourBandProps) {
  const Title = level === 2 ? "h2" : level === 3 ? "h3" : "p";
  return (
    <div className={styles.band} data-hour={hour} id={id}>
      <Title className={styles.title}>{worded(children)}</Title>
      {aside ? <span className={styles.aside}>{aside}</span> : null}
    </div>
  );
}
