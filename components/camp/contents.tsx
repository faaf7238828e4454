import { wordsOf } from "#messages/words.ts";
import styles from "./rows.module.css";

const camp = wordsOf("camp");
const equality = wordsOf("equality");
const terms = wordsOf("terms");
const release = wordsOf("release");

/** The parts of the settings in their order, each by its title. Words are looked up when they are read. */
const TITLES = {
  details: () => camp.settings.details,
  days: () => camp.days.title,
  rules: () => camp.settings.rules,
  inside: () => terms.inside.title,
  releases: () => release.settings.title,
  terms: () => terms.title,
  mail: () => camp.settings.mail,
  rooms: () => camp.rooms.title,
  slots: () => camp.slots.title,
  sectors: () => camp.sectors.title,
  questions: () => camp.questions.title,
  equality: () => equality.title,
  privacy: () => camp.privacy.title,
} as const satisfies Record<string, () => string>;

export type PartId = keyof typeof TITLES;

const PART_IDS = Object.keys(TITLES) as PartId[];

export const titleOf = (id: PartId) => TITLES[id]();

/** What the settings hold, as links to each part. */
export function Contents() {
  return (
    <nav className={styles.contents} aria-label={camp.settings.contents}>
      <ul>
        {PART_IDS.map((id) => (
          <li key={id}>
            <a href={`#${id}`}>{titleOf(id)}</a>
          </li>
        ))}
      </ul>
    </nav>
  );
}
