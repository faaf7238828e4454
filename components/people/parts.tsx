import Link from "next/link";
import { GROUPS, type Group } from "#domain/people.ts";
import { wordsOf } from "#messages/words.ts";
import styles from "./people.module.css";

const words = wordsOf("people");

/** Only where there is anybody. */
const RARE: readonly Group[] = ["silent", "bounced"];

type PartsProps = {
  base: string;
  /** Null while somebody is looked for among all of them. */
  current: Group | null;
  counts: Readonly<Record<Group, number>>;
};

/** The parts of the list, each with how many are in it. */
export function Parts({ base, current, counts }: PartsProps) {
  return (
    <nav className={styles.groups} aria-label={words.groupsLabel}>
      {GROUPS.filter((name) => !RARE.includes(name) || counts[name] > 0).map((name) => (
        <Link
          key={name}
          className={styles.group}
          href={name === "line" ? base : `${base}?show=${name}`}
          aria-current={name === current ? "page" : undefined}
          scroll={false}
        >
          {words.groups[name]} <span className={styles.count}>{counts[name]}</span>
        </Link>
      ))}
    </nav>
  );
}
