import { Link } from "#components/ui/link.tsx";
import type { PageVersion } from "#domain/camp-page.ts";
import { MOST } from "#domain/limits.ts";
import { type Place, time, weekday } from "#messages/format.ts";
import { wordsOf } from "#messages/words.ts";
import styles from "./editor.module.css";

const { versions: words } = wordsOf("campPage").desk;

type VersionsProps = { page: string; versions: readonly PageVersion[]; place: Place };

/** What the page said before, each to begin from again. @property page its address at the desk */
export function Versions({ page, versions, place }: VersionsProps) {
  const last = versions.at(-1);
  return (
    <section className={styles.section} id="versions">
      <h2>{words.title}</h2>
      {versions.length === 0 ? <p>{words.none}</p> : null}
      <ul className={styles.list}>
        {versions.map(({ version, body, madeAt, by }) => (
          <li key={version}>
            <strong>{words.one(version)}</strong>
            <span>{words.by(`${time(madeAt, place)}, ${weekday(madeAt, place)}`, by)}</span>
            {body === null ? (
              <span>{words.ours}</span>
            ) : (
              <Link href={`${page}?from=${version}`}>
                {words.begin}
                <span className="visually-hidden"> {words.one(version)}</span>
              </Link>
            )}
          </li>
        ))}
      </ul>
      {last && last.version > 1 && versions.length === MOST.pageVersions ? (
        <p>
          <Link href={`${page}?before=${last.version}#versions`}>{words.older}</Link>
        </p>
      ) : null}
    </section>
  );
}
