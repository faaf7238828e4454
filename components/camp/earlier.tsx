/** The camps from which another can be started. */
import { shortDatesOf } from "#components/event/life.ts";
import { Link } from "#components/ui/link.tsx";
import { worded } from "#components/ui/words.tsx";
import type { EventView } from "#domain/event.ts";
import { wordsOf } from "#messages/words.ts";
import styles from "./rows.module.css";

const { from: words } = wordsOf("camp").start;

/** @param chosen the address of the one that the form begins from; null for none */
export function Earlier({ camps, chosen }: { camps: readonly EventView[]; chosen: string | null }) {
  if (camps.length === 0) return null;
  return (
    <nav className={styles.earlier} aria-label={words.title}>
      <h2>{words.title}</h2>
      <p className={styles.hint}>{words.hint}</p>
      <ul>
        {camps.map((camp) => (
          <li key={camp.id}>
            <Link
              href={`/desk/new?from=${camp.slug}`}
              aria-current={camp.slug === chosen ? "page" : undefined}
            >
              {worded(camp.name)}
            </Link>{" "}
            <span className={styles.when}>{shortDatesOf(camp)}</span>
          </li>
        ))}
      </ul>
      {chosen ? <Link href="/desk/new">{words.without}</Link> : null}
    </nav>
  );
}
