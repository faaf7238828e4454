import { Empty } from "#components/ui/empty.tsx";
import { sessionPage } from "#domain/run-view.ts";
import type { BestLine } from "#domain/write-up.ts";
import type { Place } from "#messages/format.ts";
import { wordsOf } from "#messages/words.ts";
import { nameOf } from "./about.ts";
import styles from "./write-up.module.css";

const { best: words } = wordsOf("writeUp");

type BestLinesProps = { lines: readonly BestLine[]; slug: string; place: Place };

/** In the crew's order, each with the session it is from. */
export function BestLines({ lines, slug, place }: BestLinesProps) {
  if (lines.length === 0) return <Empty title={words.none}>{words.noneWhy}</Empty>;
  return (
    <ol className={styles.best}>
      {lines.map(({ writeUpId, line, session, ...about }) => (
        <li key={`${writeUpId} ${line}`}>
          <blockquote dir="auto">{line}</blockquote>
          {session ? (
            <a href={sessionPage(slug, session)}>{nameOf(about, place)}</a>
          ) : (
            <span>{nameOf(about, place)}</span>
          )}
        </li>
      ))}
    </ol>
  );
}
