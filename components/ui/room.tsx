import type { ReactNode } from "react";
import styles from "./room.module.css";
import { worded } from "./words.tsx";

/** The ink square with a room's letter: the same on the phone, the grid, the wall, the door sign and in print. */
export function RoomLetter({ letter }: { letter: string }) {
  return (
    <span className={styles.letter} aria-hidden="true">
      {letter}
    </span>
  );
}

/** A room's letter and name together; the name alone is read out. */
export function RoomName({ letter, children }: { letter: string; children: ReactNode }) {
  return (
    <span className={styles.room}>
      <RoomLetter letter={letter} />
      <span>{worded(children)}</span>
    </span>
  );
}
