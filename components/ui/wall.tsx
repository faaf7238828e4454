import type { ReactNode } from "react";
import type { Hour } from "./hour.ts";
import styles from "./wall.module.css";
import { worded } from "./words.tsx";

type WallProps = {
  hour: Hour;
  /** Where in the day we are: "Pitching · 14 of 41". */
  above: ReactNode;
  /** How to join, always visible: "Put your hand up on your phone: camp.example/now". */
  join: ReactNode;
  children: ReactNode;
  /** The strip at the foot: the number and who is next, or what comes next in the colour of its own hour. */
  foot?: ReactNode;
  footHour?: Hour;
};

/** The face for a whole room: one projector, readable from twenty metres, and nothing moves without a reason. */
export function Wall({ hour, above, join, children, foot, footHour }: WallProps) {
  return (
    <div className={styles.wall} data-face="wall" data-hour={hour}>
      <header className={styles.top}>
        <p>{worded(above)}</p>
        <p className={styles.join}>{join}</p>
      </header>
      <main className={styles.main} id="main" tabIndex={-1}>
        {children}
      </main>
      {foot ? (
        <footer className={styles.foot} data-hour={footHour}>
          {foot}
        </footer>
      ) : null}
    </div>
  );
}

/** One pitch filling the wall: whose it is, and its title. */
export function WallTitle({ by, children }: { by?: ReactNode; children: ReactNode }) {
  return (
    <div className={styles.pitch}>
      {by ? <p className={styles.by}>{worded(by)}</p> : null}
      <h1 className={styles.title}>{worded(children)}</h1>
    </div>
  );
}

/** What is on, a card for each room. @param clock the time of day, large: "1.53". */
export function WallCards({
  title,
  clock,
  children,
}: {
  title: ReactNode;
  clock?: ReactNode;
  children: ReactNode;
}) {
  return (
    <>
      <div className={styles.heading}>
        <h1 className={styles.on}>{worded(title)}</h1>
        {clock ? <time className={styles.clock}>{clock}</time> : null}
      </div>
      <ul className={styles.cards}>{children}</ul>
    </>
  );
}
