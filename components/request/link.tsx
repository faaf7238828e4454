import { wordsOf } from "#messages/words.ts";
import styles from "./request.module.css";

const words = wordsOf("grid");

/** Leads from a session of the grid that is out to what may be asked of it. */
export function AskLink({ slug, pitchId, title }: { slug: string; pitchId: string; title: string }) {
  return (
    <a className={styles.link} href={`/e/${slug}/ask/${pitchId}`} aria-label={words.askAbout(title)}>
      {words.ask}
    </a>
  );
}
