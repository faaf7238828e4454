/** The way to the camp's own pages from the foot of another. */
import { wordsOf } from "#messages/words.ts";
import styles from "./camp-page.module.css";

const words = wordsOf("campPage");

const IN_FOOT = ["conduct", "privacy", "accessibility"] as const;

export function CampFoot({ slug }: { slug: string }) {
  const at = `/e/${slug}/about`;
  return (
    <nav className={styles.foot} aria-label={words.foot}>
      <ul>
        <li>
          <a href={at}>{words.foot}</a>
        </li>
        {IN_FOOT.map((page) => (
          <li key={page}>
            <a href={`${at}/${page}`}>{words.short[page]}</a>
          </li>
        ))}
      </ul>
    </nav>
  );
}
