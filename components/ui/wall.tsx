import type { ReactNode } from "react";
import type { Hour } from "./hour.ts";
import styles from "./wall.module.css";
import cards from "./wall-cards.module.css";
import { worded } from "./words.tsx";

type WallProps = {
  hour: Hour;
  /** "Pitching · 14 of 41". */
  above: ReactNode;
  /** How to join, always visible: "Put your hand up on your phone: camp.example/now". */
  join?: ReactNode;
  /** How old what is shown is, where nothing newer is heard. */
  lost?: string | null;
  /** With as little room at the edges as can be, for what must fit. */
  dense?: boolean;
  /** What was just announced: read by the whole room. */
  said?: string | null;
  children: ReactNode;
  /** The strip at the foot: the number and who is next, or what comes next in the colour of its own hour. */
  foot?: ReactNode;
  footHour?: Hour;
};

/** A longer announcement is set smaller, so that what is at the foot stays on the screen. */
export const LONG_SAID = 70;

/** The layout for a projector, readable from twenty metres. */
export function Wall({ hour, above, join, lost, dense, said, children, foot, footHour }: WallProps) {
  return (
    <div className={styles.wall} data-layout="wall" data-hour={hour} data-dense={dense}>
      <header className={styles.top}>
        <output className={styles.lost}>{lost}</output>
        <div className={styles.above}>{worded(above)}</div>
        {join ? <div className={styles.join}>{join}</div> : null}
        <output className={styles.said} data-long={said ? said.length > LONG_SAID : undefined}>
          {said ? worded(said) : null}
        </output>
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

export function WallTitle({ by, children }: { by?: ReactNode; children: ReactNode }) {
  return (
    <div className={styles.pitch}>
      {by ? <p className={styles.by}>{worded(by)}</p> : null}
      <h1 className={styles.title}>{worded(children)}</h1>
    </div>
  );
}

type WallHeadingProps = { title: ReactNode; aside?: ReactNode; children?: ReactNode };

/** For `above`: "On now", and beside it until when; under that an aside. */
export function WallHeading({ title, aside, children }: WallHeadingProps) {
  return (
    <div className={styles.heading}>
      <h1 className={styles.on}>{worded(title)}</h1>
      <div>
        {children ? <p>{worded(children)}</p> : null}
        {aside}
      </div>
    </div>
  );
}

/** "1.53" */
export function WallClock({ children }: { children: ReactNode }) {
  return <time className={styles.clock}>{children}</time>;
}

/** Each card says how large its own letters are, so that all can be seen. */
export function WallCards({ columns, children }: { columns: number; children: ReactNode }) {
  return (
    <ul className={cards.cards} data-columns={columns}>
      {children}
    </ul>
  );
}
