import { Empty } from "#components/ui/empty.tsx";
import { levelsFor, type OwnWriteUp, writeUpKey } from "#domain/write-up.ts";
import type { Place } from "#messages/format.ts";
import { wordsOf } from "#messages/words.ts";
import { nameOf } from "./about.ts";
import { WriteUpCard } from "./card.tsx";
import styles from "./write-up.module.css";

const { mine: words, levels } = wordsOf("writeUp");

type MineProps = { own: readonly OwnWriteUp[]; slug: string; place: Place };

/** All that somebody wrote, with who may read each. */
export function MyWriteUps({ own, slug, place }: MineProps) {
  if (own.length === 0) return <Empty title={words.none}>{words.noneWhy}</Empty>;
  return (
    <ul className={styles.cards}>
      {own.map((each) => (
        <WriteUpCard
          key={each.id}
          answers={each}
          about={nameOf(each, place)}
          above={<span>{standingOf(each)}</span>}
          foot={
            <div>
              {noteOf(each)}
              <a href={`/e/${slug}/write-up/${writeUpKey(each.of)}`}>
                {words.change}
                <span className="visually-hidden">{words.about(nameOf(each, place))}</span>
              </a>
            </div>
          }
        />
      ))}
    </ul>
  );
}

/** Who reads it, and with a name or without. */
function standingOf({ level, name, hidden }: OwnWriteUp): string {
  const { label } = levels[level];
  if (hidden !== null) return words.onlyYou;
  return level === "me" ? label : `${label}, ${name ? words.named : words.unnamed}`;
}

/** Why fewer read it than its writer chose. */
function noteOf({ level, notes, hidden }: OwnWriteUp) {
  if (hidden !== null) return <p>{hidden ? words.hiddenWhy(hidden) : words.hidden}</p>;
  return levelsFor(notes).includes(level) ? null : <p>{words.held}</p>;
}

type Choice = { key: string; name: string };

/** What can be written about. @param chosen what is written about already */
export function ChooseSubject({
  choices,
  legend,
  slug,
  chosen,
}: {
  choices: readonly Choice[];
  legend: string;
  slug: string;
  chosen: ReadonlySet<string>;
}) {
  const open = choices.filter(({ key }) => !chosen.has(key));
  if (open.length === 0) return null;
  return (
    <>
      <h3>{legend}</h3>
      <ul className={styles.choose}>
        {open.map(({ key, name }) => (
          <li key={key}>
            <a href={`/e/${slug}/write-up/${key}`}>{name}</a>
          </li>
        ))}
      </ul>
    </>
  );
}
