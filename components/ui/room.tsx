import type { ReactNode } from "react";
import styles from "./room.module.css";
import { worded } from "./words.tsx";

/** The square with a room's letter, the same on phone, grid, wall, door sign and paper. */
export function RoomLetter({ letter }: { letter: string }) {
  return (
    <span className={styles.letter} aria-hidden="true">
      {letter}
    </span>
  );
}

/** The letter and the name; only the name is read out. */
export function RoomName({ letter, children }: { letter: string; children: ReactNode }) {
  return (
    <span className={styles.room}>
      <RoomLetter letter={letter} />
      <span>{worded(children)}</span>
    </span>
  );
}
