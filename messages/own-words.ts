/** What an organiser wrote to many, as one reader gets it, in the language of whoever is being answered. */
import type { EventView } from "#domain/event.ts";
import { readMarkdown } from "#domain/markdown.ts";
import { filled, filledLine, type Values } from "#domain/placeholder.ts";
import type { Rich } from "#domain/rich-text.ts";
import { dates, doors } from "#messages/format.ts";
import { readerLocale, wordsOf } from "#messages/words.ts";

const words = wordsOf("mail");

type Camp = Pick<EventView, "name" | "place" | "zone" | "days">;
/** @property page their own, as a whole address */
type Reader = { name: string; page: string };

/** The words as the reader's mail has them. */
export function ownWords(
  { subject, body }: { subject: string; body: string },
  camp: Camp,
  reader: Reader,
): { camp: string; name: string; subject: string; own: Rich[] } {
  const values = valuesFor(camp, reader);
  return {
    ...{ camp: camp.name, name: reader.name },
    subject: filledLine(subject, values),
    own: filled(readMarkdown(body), values),
  };
}

function valuesFor({ name: camp, place, zone, days }: Camp, { name, page }: Reader): Values {
  const where = { locale: readerLocale(), zone };
  const all = days.map(({ startsAt }) => startsAt);
  return {
    ...{ name, camp, place, day: dates(all, where), doors: doors(all, where) },
    "my page": { says: words.yourPage, to: page },
  };
}
