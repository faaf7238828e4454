import { ButtonLink } from "#components/ui/button.tsx";
import { Card, Stack } from "#components/ui/card.tsx";
import { notesPage } from "#domain/run-view.ts";
import { count } from "#messages/counts.ts";
import { readerLocale, wordsOf } from "#messages/words.ts";
import styles from "./note.module.css";

const { desk: words } = wordsOf("note");

type NotesAskedProps = { slug: string; asked: readonly { key: string; title: string; lines: number }[] };

/** The sessions of whose notes a line is asked to be taken out, each decided about where the note is looked after. */
export function NotesAsked({ slug, asked }: NotesAskedProps) {
  return (
    <section className={styles.section} id="notes">
      <h2>{words.title}</h2>
      {asked.length === 0 ? <p>{words.none}</p> : null}
      <Stack as="ul">
        {asked.map(({ key, title, lines }) => (
          <Card as="li" level={3} key={key} title={title}>
            <p>{count(lines, words.lines, readerLocale())}</p>
            <ButtonLink kind="quiet" href={`${notesPage(slug, key)}/keep`}>
              {words.decide}
              <span className="visually-hidden"> {title}</span>
            </ButtonLink>
          </Card>
        ))}
      </Stack>
    </section>
  );
}
