import { Link } from "#components/ui/link.tsx";
import { wordsOf } from "#messages/words.ts";
import styles from "./event.module.css";

const home = wordsOf("home");

/** The public page of a year. */
export const yearPage = (year: number) => `/past/${year}`;

/** A link to the page of each year. @param at of a year's page @param current the year that is shown */
export function Years({
  years,
  at,
  current,
}: {
  years: readonly number[];
  at: (year: number) => string;
  current?: number;
}) {
  if (years.length === 0) return null;
  return (
    <nav className={styles.group} aria-labelledby="years">
      <h2 id="years">{home.years}</h2>
      <ul className={styles.years}>
        {years.map((year) => (
          <li key={year}>
            <Link href={at(year)} aria-current={year === current ? "page" : undefined}>
              {year}
            </Link>
          </li>
        ))}
      </ul>
    </nav>
  );
}
