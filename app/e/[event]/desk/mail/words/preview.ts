/** A mail about a place as somebody would get it. */
import type { LetterPreview } from "#components/group-mail/letter.tsx";
import type { EventView } from "#domain/event.ts";
import type { OwnWords } from "#domain/mail-words.ts";
import { deadLinksIn } from "#domain/markdown.ts";
import type { AnyPlaceholder } from "#domain/placeholder.ts";
import { env } from "#env.ts";
import { sampleValues, writeLetter } from "#messages/letter.ts";
import { inLanguage } from "#messages/words.ts";

/** Links that only the reader will have lead to the camp's page. */
export function previewOf(event: EventView, locale: string, words: OwnWords): LetterPreview {
  const page = `${env().ORIGIN}/e/${event.slug}`;
  const written = inLanguage(locale, () => writeLetter(words, sampleValues(event, new Date(), page)));
  return { ...written, dead: deadLinksIn(words.body) };
}

export const allBraced = (names: readonly AnyPlaceholder[]) => names.map((name) => `{${name}}`).join(", ");
