import { Tag } from "#components/ui/tag.tsx";
import { Words } from "#components/ui/words.tsx";
import type { RoundUpGroup, RoundUpLink } from "#domain/round-up.ts";
import { wordsOf } from "#messages/words.ts";
import styles from "./round-up.module.css";

const words = wordsOf("roundUp");

type GroupsProps = {
  groups: readonly RoundUpGroup[];
  /** Where somebody says that a link does not belong; null for whoever may not. */
  report: string | null;
};

/** The links under the sessions they are about. */
export function LinkGroups({ groups, report }: GroupsProps) {
  return groups.map(({ topic, links }) => (
    <section key={topic?.id ?? ""} className={styles.group}>
      <h2>{topic ? <Words>{topic.title}</Words> : words.whole}</h2>
      <ul className={styles.links}>
        {links.map((link) => (
          <li key={link.id}>
            <LinkLine link={link} />
            {report ? (
              <a className={styles.report} href={`${report}?link=${link.id}`}>
                {words.report}
                <span className="visually-hidden"> ({link.title})</span>
              </a>
            ) : null}
          </li>
        ))}
      </ul>
    </section>
  ));
}

type LineProps = { link: Pick<RoundUpLink, "url" | "title" | "author" | "kind"> };

/** What it is called, which leads there, with who made it and where it is. */
export function LinkLine({ link: { url, title, author, kind } }: LineProps) {
  return (
    <>
      <a className={styles.title} href={url} rel="noreferrer nofollow ugc">
        <Words>{title}</Words>
      </a>
      <p className={styles.facts}>
        <Tag>{words.kinds[kind]}</Tag>{" "}
        {author ? (
          <>
            <Words>{words.by(author)}</Words>,{" "}
          </>
        ) : null}
        {words.on(new URL(url).host)}
      </p>
    </>
  );
}
