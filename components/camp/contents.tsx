import { Link } from "#components/ui/link.tsx";
import { wordsOf } from "#messages/words.ts";
import styles from "./rows.module.css";

const camp = wordsOf("camp");
const equality = wordsOf("equality");
const terms = wordsOf("terms");
const release = wordsOf("release");
const pages = wordsOf("settingsPages");

/** The parts of the settings, each by its title. Words are looked up when they are read. */
const TITLES = {
  details: () => camp.settings.details,
  days: () => camp.days.title,
  mail: () => camp.settings.mail,
  language: () => camp.settings.language,
  rooms: () => camp.rooms.title,
  slots: () => camp.slots.title,
  hands: () => camp.settings.hands,
  places: () => camp.settings.rules,
  inside: () => terms.inside.title,
  releases: () => release.settings.title,
  terms: () => terms.title,
  sectors: () => camp.sectors.title,
  questions: () => camp.questions.title,
  equality: () => equality.title,
  privacy: () => camp.privacy.title,
} as const satisfies Record<string, () => string>;

export type PartId = keyof typeof TITLES;

export const isPart = (name: string): name is PartId => Object.hasOwn(TITLES, name);

export const titleOf = (id: PartId) => TITLES[id]();

/** The pages of the settings by what an organiser wants to do: each has the name and the title of its first part. */
const GROUPS = {
  camp: { details: [], days: [], mail: ["language"] },
  grid: { rooms: [], slots: [], hands: [] },
  places: { places: ["inside"], releases: [], terms: [] },
  registering: { sectors: [], questions: [], equality: [] },
  after: { privacy: [] },
} as const satisfies Record<string, Partial<Record<PartId, readonly PartId[]>>>;

const GROUP_IDS = Object.keys(GROUPS) as (keyof typeof GROUPS)[];

const PARTS = Object.assign({}, ...Object.values(GROUPS)) as Record<PageId, readonly PartId[]>;

export type PageId = { [Group in keyof typeof GROUPS]: keyof (typeof GROUPS)[Group] }[keyof typeof GROUPS];

export const isSettingsPage = (name: string): name is PageId => Object.hasOwn(PARTS, name);

/** The page that a part is on. */
export function pageOf(part: PartId): PageId {
  if (isSettingsPage(part)) return part;
  return (Object.keys(PARTS) as PageId[]).find((page) => PARTS[page].includes(part))!;
}

/** Whether a part has its page to itself, whose title is then its own. */
export const isAlone = (part: PartId) => PARTS[pageOf(part)].length === 0;

/** What is set on other pages of the desk, by the group it belongs to. */
const ELSEWHERE = [
  { id: "feeds", group: "camp", path: "feeds" },
  { id: "pages", group: "camp", path: "pages" },
  { id: "pools", group: "places", path: "people/pools" },
  { id: "archive", group: "after", path: "archive" },
  { id: "calledOff", group: "after", path: "called-off" },
  { id: "delete", group: "after", path: "delete" },
] as const;

type ContentsProps = {
  /** Of the desk: `/e/{slug}/desk`. */
  at: string;
  /** What each page holds now. */
  lines: Readonly<Record<PageId, string>>;
};

/** The pages of the settings, each with what it holds. A line has the id by which links once led to its part. */
export function Contents({ at, lines }: ContentsProps) {
  return GROUP_IDS.map((group) => (
    <section key={group} className={styles.group}>
      <h2>{pages.groups[group]}</h2>
      <ul>
        {(Object.keys(GROUPS[group]) as PageId[]).map((page) => (
          <Line key={page} id={page} href={`${at}/settings/${page}`} title={titleOf(page)}>
            {lines[page]}
          </Line>
        ))}
        {ELSEWHERE.filter((it) => it.group === group).map(({ id, path }) => (
          <Line key={id} href={`${at}/${path}`} title={pages.elsewhere[id].title}>
            {pages.elsewhere[id].line}
          </Line>
        ))}
      </ul>
    </section>
  ));
}

function Line({ id, href, title, children }: { id?: string; href: string; title: string; children: string }) {
  return (
    <li id={id}>
      <Link href={href}>{title}</Link>
      <span>{children}</span>
    </li>
  );
}
