import { ButtonLink } from "#components/ui/button.tsx";
import type { Lack } from "#domain/camp-page.ts";
import { number } from "#messages/counts.ts";
import { readerLocale, wordsOf } from "#messages/words.ts";
import { Task } from "./task.tsx";

const words = wordsOf("beforeTickets");

type PagesTaskProps = {
  /** The address of the desk. */
  at: string;
  lacks: readonly Lack[];
};

/** What people must be able to read of a camp that is open, and cannot: it opened before that was asked. */
export function PagesTask({ at, lacks }: PagesTaskProps) {
  return (
    <Task
      tone="bad"
      value={number(lacks.length, readerLocale())}
      title={words.open.title(lacks.length)}
      why={words.open.why}
    >
      {lacks.map(({ page, why }) => (
        <ButtonLink key={page} kind="quiet" href={`${at}/pages/${page}`}>
          {words.lack(page, why)}
        </ButtonLink>
      ))}
    </Task>
  );
}
