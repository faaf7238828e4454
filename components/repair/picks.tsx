import type { ReactNode } from "react";
import { RoomName } from "#components/ui/room.tsx";
import styles from "./repair.module.css";

/** One thing to pick; `more` is a second, narrower way to pick it. */
export type PickLink = {
  href: string;
  /** Of a room. */
  letter?: string;
  label: ReactNode;
  hint?: ReactNode;
  more?: readonly { href: string; label: string }[];
};

/** Big links, one under the other: what has happened, or where. */
export function Picks({ title, picks }: { title: string; picks: readonly PickLink[] }) {
  return (
    <section>
      <h2 className={styles.question}>{title}</h2>
      <ul className={styles.picks}>
        {picks.map(({ href, letter, label, hint, more = [] }) => (
          <li key={href} className={styles.pick}>
            <a href={href} className={styles.link}>
              <span className={styles.label}>
                {letter ? <RoomName letter={letter}>{label}</RoomName> : label}
              </span>
              {hint ? <span className={styles.hint}>{hint}</span> : null}
            </a>{" "}
            {more.map((it) => (
              <a key={it.href} href={it.href} className={styles.narrow}>
                {it.label}
              </a>
            ))}
          </li>
        ))}
      </ul>
    </section>
  );
}
