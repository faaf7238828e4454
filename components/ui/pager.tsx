import { Link } from "./link.tsx";
import styles from "./pager.module.css";

type PagerProps = {
  /** Names the links for a screen reader. */
  label: string;
  /** "Page 2". */
  at: string;
  /** Null on the first page. */
  back: { href: string; words: string } | null;
  /** Null on the last page. */
  next: { href: string; words: string } | null;
};

/** From a page of a long list to the one before and the one after; nothing where there is one page only. */
export function Pager({ label, at, back, next }: PagerProps) {
  if (!back && !next) return null;
  return (
    <nav className={styles.pager} aria-label={label}>
      {back ? (
        <Link href={back.href} rel="prev">
          {back.words}
        </Link>
      ) : null}
      <span className={styles.at}>{at}</span>
      {next ? (
        <Link href={next.href} rel="next">
          {next.words}
        </Link>
      ) : null}
    </nav>
  );
}
