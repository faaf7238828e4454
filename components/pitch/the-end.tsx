import type { ReactNode, RefObject } from "react";
import { Button } from "#components/ui/button.tsx";
import { Figures } from "#components/ui/figures.tsx";
import type { Raising } from "#components/voting/raising.ts";
import type { PitchView } from "#domain/pitch.ts";
import { count } from "#messages/counts.ts";
import { readerLocale, wordsOf } from "#messages/words.ts";
import styles from "./looking.module.css";

const words = wordsOf("oneAtATime");
const list = wordsOf("pitch").list;

type TheEndProps = {
  pitches: readonly PitchView[];
  raising: Raising;
  closed: boolean;
  /** The way back to the list. */
  back: ReactNode;
  title: RefObject<HTMLHeadingElement | null>;
  /** How many came since the last was shown, and the way to them. */
  fresh: number;
  more: () => void;
  again: () => void;
};

/** After the last of them, and where all were seen before. */
export function TheEnd({ pitches, raising, closed, back, title, fresh, more, again }: TheEndProps) {
  const up = pitches.filter(({ id }) => raising.up(id)).length;
  return (
    <article className={styles.one} data-fill>
      <div className={styles.said}>
        {back}
        <div className={styles.card}>
          <h1 ref={title} tabIndex={-1}>
            {words.end.title}
          </h1>
          {up > 0 || raising.raise ? (
            <p className={styles.told}>
              <Figures>{up > 0 ? count(up, words.end.up, readerLocale()) : words.end.none}</Figures>
            </p>
          ) : null}
          {closed || raising.raise ? (
            <p className={styles.quiet}>{raising.raise ? words.end.change : words.closed}</p>
          ) : null}
        </div>
      </div>
      <div className={styles.controls}>
        <div className={styles.more} aria-live="polite">
          {fresh > 0 ? (
            <Button wide onClick={more}>
              {count(fresh, list.fresh, readerLocale())}
            </Button>
          ) : null}
        </div>
        <Button kind="quiet" wide onClick={again}>
          {words.end.again}
        </Button>
      </div>
    </article>
  );
}
