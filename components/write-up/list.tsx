import { Empty } from "#components/ui/empty.tsx";
import { Tag } from "#components/ui/tag.tsx";
import { sessionPage } from "#domain/run-view.ts";
import type { WriteUpView } from "#domain/write-up.ts";
import type { Place } from "#messages/format.ts";
import { wordsOf } from "#messages/words.ts";
import { nameOf } from "./about.ts";
import { WriteUpCard } from "./card.tsx";
import styles from "./write-up.module.css";

const { public: words } = wordsOf("writeUp");

/** What others wrote, as far as its reader may know it. */
export function WriteUpList({
  items,
  slug,
  place,
}: {
  items: readonly WriteUpView[];
  slug: string;
  place: Place;
}) {
  if (items.length === 0) return <Empty title={words.none}>{words.noneWhy}</Empty>;
  return (
    <ul className={styles.cards}>
      {items.map((each) => (
        <WriteUpCard
          key={each.id}
          answers={each}
          about={nameOf(each, place)}
          href={each.session && sessionPage(slug, each.session)}
          name={each.name}
          above={each.level === "public" ? null : <Tag>{words.campOnly}</Tag>}
        />
      ))}
    </ul>
  );
}
