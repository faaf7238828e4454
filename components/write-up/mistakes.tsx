import { Empty } from "#components/ui/empty.tsx";
import { Words } from "#components/ui/words.tsx";
import { sessionPage } from "#domain/run-view.ts";
import type { WriteUpQuestion } from "#domain/write-up.ts";
import { wordsOf } from "#messages/words.ts";
import { WriteUpCard } from "./card.tsx";
import styles from "./write-up.module.css";

const { mistakes: words, untitled } = wordsOf("writeUp");

type Item = Record<WriteUpQuestion, string> & {
  id: string;
  title: string | null;
  session: string | null;
  camp: string;
  slug: string;
};

/** With the camp each is from, and nobody's name. */
export function Mistakes({ items }: { items: readonly Item[] }) {
  if (items.length === 0) return <Empty title={words.none}>{words.noneWhy}</Empty>;
  return (
    <ul className={styles.cards}>
      {items.map(({ id, title, session, camp, slug, ...answers }) => (
        <WriteUpCard
          key={id}
          answers={answers}
          about={title ?? untitled}
          href={session && sessionPage(slug, session)}
          above={
            <a href={`/e/${slug}`}>
              <Words>{words.at(camp)}</Words>
            </a>
          }
        />
      ))}
    </ul>
  );
}
