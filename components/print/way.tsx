import { wordsOf } from "#messages/words.ts";
import styles from "./print.module.css";

const words = wordsOf("print");

/** From the grid that is being made to what is printed of it; on paper it stands in its place, for it is no sheet. */
export function WayToPrint({ slug }: { slug: string }) {
  const address = `/e/${slug}/desk/print`;
  return (
    <p className={styles.way} data-print="alone">
      <a href={address}>{words.way}</a>
      <span>{words.wayOnPaper(address)}</span>
    </p>
  );
}
