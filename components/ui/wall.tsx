import type { ReactNode } from "react";
import type { Hour } from "./hour.ts";
import styles from "./wall.module.css";
import { worded } from "./words.tsx";

type WallProps = {
  hour: Hour;
  /** Where in the day we are: "Pitching · 14 of 41". */
  above: ReactNode;
  /** How to join, always visible: "Put your hand up on your phone: camp.example/now". */
  join?: ReactNode;
  children: ReactNode;
  /** The strip at the foot: the number and who is next, or what comes next in the colour of its own hour. */
  foot?: ReactNode;
  footHour?: Hour;
};

/** The layout for a whole room: one projector, readable from twenty metres, and nothing moves without a reason. */
export function Wall({ hour, above, join, children, foot, footHour }: WallProps) {
  return (
    <div className={styles.wall} data-layout="wall" data-hour={hour}>
      <header className={styles.top}>
        <div className={styles.above}>{worded(above)}</div>
        {join ? <div className={styles.join}>{join}</div> : null}
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
export function WallTitle({
  by,
  long,
  children,
}: {
  by?: ReactNode;
  /** So many names that they must leave the title its place. */
  long?: boolean;
  children: ReactNode;
}) {
  return (
    <div className={styles.pitch}>
      {by ? (
        <p className={styles.by} data-long={long}>
          {worded(by)}
        </p>
      ) : null}
      <h1 className={styles.title}>{worded(children)}</h1>
    </div>
  );
}

/** The head of a wall of cards: "On now", and quietly beside it until when. Stands in `above`. */
export function WallHeading({ title, children }: { title: ReactNode; children?: ReactNode }) {
  return (
    <div className={styles.heading}>
      <h1 className={styles.on}>{worded(title)}</h1>
      {children ? <p>{worded(children)}</p> : null}
    </div>
  );
}

/** The time of day, large: "1.53". */
export function WallClock({ children }: { children: ReactNode }) {
  return <time className={styles.clock}>{children}</time>;
}

/** What is on, a card for each room. @param fit how far its letters are taken down so that all can be seen */
export function WallCards({ fit = 1, children }: { fit?: number; children: ReactNode }) {
  return (
    <ul className={styles.cards} data-fit={fit}>
      {children}
    </ul>
  );
}
