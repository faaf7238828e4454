import { Words } from "#components/ui/words.tsx";
import type { Announcement } from "#domain/announcement.ts";
import { type Place, timeAway } from "#messages/format.ts";
import { wordsOf } from "#messages/words.ts";
import styles from "./announcements.module.css";

const words = wordsOf("announcements");

/** What was announced, the newest first; nothing where nothing was. */
export function AnnouncementList({
  announcements,
  now,
  place,
}: {
  announcements: readonly Announcement[];
  now: number;
  place: Place;
}) {
  if (announcements.length === 0) return null;
  return (
    <section className={styles.list} aria-labelledby="announcements">
      <h2 id="announcements">{words.title}</h2>
      <ul>
        {announcements.map((one) => (
          <li key={one.id}>
            <time dateTime={one.at}>{timeAway(one.at, now, place)}</time> <Words>{one.text}</Words>
          </li>
        ))}
      </ul>
    </section>
  );
}
