import { Heading } from "#components/ui/phone.tsx";
import { wordsOf } from "#messages/words.ts";

const { notCrew: words } = wordsOf("rota");

/** Whoever takes no tasks, and where they go from here. @param watches an observer, who sees the rota at the desk */
export function NotCrew({ slug, watches }: { slug: string; watches: boolean }) {
  return (
    <>
      <Heading title={words.title}>{watches ? words.watches : words.body}</Heading>
      <p>
        {watches ? (
          <a href={`/e/${slug}/desk/rota`}>{words.toDesk}</a>
        ) : (
          <a href={`/e/${slug}`}>{words.toCamp}</a>
        )}
      </p>
    </>
  );
}
