import { ButtonLink } from "#components/ui/button.tsx";
import { Card, Stack } from "#components/ui/card.tsx";
import { notesPage } from "#domain/run-view.ts";
import { count } from "#messages/counts.ts";
import { readerLocale, wordsOf } from "#messages/words.ts";

const { desk: words } = wordsOf("note");

type NotesAskedProps = { slug: string; asked: readonly { key: string; title: string; lines: number }[] };

/** The sessions of whose notes a line is asked to be taken out. */
export function NotesAsked({ slug, asked }: NotesAskedProps) {
  if (asked.length === 0) return <p>{words.none}</p>;
  return (
    <Stack as="ul">
      {asked.map(({ key, title, lines }) => (
        <Card as="li" level={2} key={key} title={title}>
          <p>{count(lines, words.lines, readerLocale())}</p>
          <ButtonLink kind="quiet" href={`${notesPage(slug, key)}/keep`}>
            {words.decide}
            <span className="visually-hidden"> {title}</span>
          </ButtonLink>
        </Card>
      ))}
    </Stack>
  );
}
