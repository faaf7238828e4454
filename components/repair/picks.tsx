import type { ReactNode } from "react";
import styles from "./repair.module.css";

/** One thing to pick; `more` is a second, narrower way to pick it. */
export type PickLink = {
  href: string;
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
        {picks.map(({ href, label, hint, more = [] }) => (
          <li key={href} className={styles.pick}>
            <a href={href} className={styles.link}>
              <span className={styles.label}>{label}</span>
              {hint ? <span className={styles.hint}>{hint}</span> : null}
            </a>
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
