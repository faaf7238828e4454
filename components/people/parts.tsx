import Link from "next/link";
import { GROUPS, type Group } from "#domain/people.ts";
import { type PeopleView, viewAt } from "#domain/people-view.ts";
import { number } from "#messages/counts.ts";
import { readerLocale, wordsOf } from "#messages/words.ts";
import styles from "./people.module.css";

const words = wordsOf("people");

/** Only where there is anybody. */
const RARE: readonly Group[] = ["silent", "bounced"];

type PartsProps = {
  base: string;
  view: PeopleView;
  /** Whoever is looked for is looked for among everybody. */
  current: Group;
  counts: Readonly<Record<Group, number>>;
};

/** The parts of the list, each with how many are in it, in the order and as narrow as they are seen now. */
export function Parts({ base, view, current, counts }: PartsProps) {
  return (
    <nav className={styles.groups} aria-label={words.groupsLabel}>
      {GROUPS.filter((name) => !RARE.includes(name) || counts[name] > 0).map((name) => (
        <Link
          key={name}
          className={styles.group}
          href={viewAt(base, { ...view, group: name, page: 1 })}
          aria-current={name === current ? "page" : undefined}
          scroll={false}
        >
          {words.groups[name]} <span className={styles.count}>{number(counts[name], readerLocale())}</span>
        </Link>
      ))}
    </nav>
  );
}
