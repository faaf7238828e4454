import { number } from "#messages/counts.ts";
import { readerLocale, wordsOf } from "#messages/words.ts";
import type { Pages } from "./pages.ts";
import styles from "./wall.module.css";

const words = wordsOf("wall");

/** "2 of 3", and how to stop it there. Nothing where all is on one page. */
export function PageTurner({ pages, of }: { pages: Pages; of: number }) {
  if (of < 2) return null;
  const { page, held, hold, turn, goOn } = pages;
  const n = (count: number) => number(count, readerLocale());
  return (
    <div className={styles.turner}>
      <p>{words.page(n(page + 1), n(of))}</p>
      <button type="button" onClick={held ? goOn : hold}>
        {held ? words.goOn : words.hold}
      </button>
      {held ? (
        <button type="button" onClick={turn}>
          {words.turn}
        </button>
      ) : null}
    </div>
  );
}
