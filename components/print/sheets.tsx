import { SHAPES } from "#domain/grid-sheet.ts";
import { wordsOf } from "#messages/words.ts";
import styles from "./print.module.css";

const words = wordsOf("sheet");

type SheetsProps = {
  /** The address of the published grid's; null where none is. */
  published: string | null;
  draft: string;
};

/** Where the grid is to be had as a spreadsheet. */
export function Sheets({ published, draft }: SheetsProps) {
  const links = (address: string) => (
    <dd>
      <ul>
        {(["xlsx", "csv"] as const).flatMap((type) =>
          SHAPES.map((shape) => (
            <li key={`${type} ${shape}`}>
              {/* A download, which the framework must not fetch as a page. */}
              <a href={`${address}?shape=${shape}&as=${type}`} download>
                {words.link(words.shapes[shape], words.types[type])}
              </a>
            </li>
          )),
        )}
      </ul>
    </dd>
  );
  return (
    <section className={styles.screens} data-print="no">
      <h2>{words.title}</h2>
      <p>{words.lede}</p>
      <dl>
        {published ? (
          <div>
            <dt>{words.published}</dt>
            {links(published)}
          </div>
        ) : null}
        <div>
          <dt>{words.draft}</dt>
          {links(draft)}
        </div>
      </dl>
    </section>
  );
}
