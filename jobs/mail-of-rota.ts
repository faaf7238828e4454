/** What the mail about a task of the rota says, as the task was when it was posted. */
import type { MailFacts } from "#domain/mail-facts.ts";
import { env } from "#env.ts";
import { nightRange } from "#messages/format.ts";
import type { Written } from "#messages/mail-facts.ts";
import { readerLocale, wordsOf } from "#messages/words.ts";

const words = wordsOf("mail");

export function writeRota({ slug, begins, ends, zone, ...facts }: MailFacts["rota_changed"]): Written {
  const place = { locale: readerLocale(), zone };
  return words.rota_changed({
    ...facts,
    when: nightRange(begins, ends, place),
    link: `${env().ORIGIN}/e/${slug}/rota`,
  });
}
