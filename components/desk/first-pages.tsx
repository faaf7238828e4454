/** What people must be able to read before the tickets of a camp open, each with where it is written. */
import type { Lack } from "#domain/camp-page.ts";
import { wordsOf } from "#messages/words.ts";
import styles from "./phase-box.module.css";

const words = wordsOf("beforeTickets");

type FirstPagesProps = { slug: string; lacks: readonly Lack[] };

/** In the place of the way to open them. */
export function FirstPages({ slug, lacks }: FirstPagesProps) {
  return (
    <div className={styles.first}>
      <p>
        <strong>{words.title}</strong>
      </p>
      <Links slug={slug} lacks={lacks} />
      <p>{words.why}</p>
    </div>
  );
}

function Links({ slug, lacks }: FirstPagesProps) {
  return (
    <ul>
      {lacks.map(({ page, why }) => (
        <li key={page}>
          <a href={`/e/${slug}/desk/pages/${page}`}>{words.lack(page, why)}</a>
        </li>
      ))}
    </ul>
  );
}
