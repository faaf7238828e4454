"use client";

import { Button } from "#components/ui/button.tsx";
import { Link } from "#components/ui/link.tsx";
import { wordsOf } from "#messages/words.ts";
import styles from "./door.module.css";

const words = wordsOf("door");

type DoorFootProps = {
  slug: string;
  /** Without a network none of the other pages opens. */
  offline: boolean;
  /** Shows who is inside from this phone's own list; null where it has none. */
  clear: (() => void) | null;
};

/** Where else the door leads; without a network what to do instead is said, and no link leads to nothing. */
export function DoorFoot({ slug, offline, clear }: DoorFootProps) {
  const inside = clear ? (
    <Button kind="quiet" onClick={clear}>
      {words.inside.title}
    </Button>
  ) : null;
  if (offline)
    return (
      <footer>
        <p>{words.offline.what}</p>
        <p>{words.offline.meanwhile}</p>
        <div className={styles.foot}>{inside}</div>
      </footer>
    );
  return (
    <footer className={styles.foot}>
      <Link href={`/e/${slug}/door/walk-in`}>{words.walkIn.link}</Link>
      <Link href={`/e/${slug}/door/list`}>{words.list}</Link>
      <Link href={`/e/${slug}/rota`}>{words.rota}</Link>
      <Link href={`/e/${slug}/door/standby`}>{words.standby}</Link>
      {inside ?? <Link href={`/e/${slug}/door/inside`}>{words.inside.title}</Link>}
      <Link href={`/e/${slug}/desk`}>{words.desk}</Link>
    </footer>
  );
}
