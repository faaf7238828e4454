/** A mail about a place as somebody would get it. */
import type { EventView } from "#domain/event.ts";
import type { OwnWords } from "#domain/mail-words.ts";
import type { AnyPlaceholder } from "#domain/placeholder.ts";
import { env } from "#env.ts";
import { sampleValues, writeLetter } from "#messages/letter.ts";
import type { Written } from "#messages/mail-facts.ts";
import { inLanguage } from "#messages/words.ts";

/** Links that only the reader will have lead to the camp's page. */
export function previewOf(event: EventView, locale: string, words: OwnWords): Written {
  const page = `${env().ORIGIN}/e/${event.slug}`;
  return inLanguage(locale, () => writeLetter(words, sampleValues(event, new Date(), page)));
}

export const allBraced = (names: readonly AnyPlaceholder[]) => names.map((name) => `{${name}}`).join(", ");
