/** What is being written, as the first of the group will read it. */
import type { LetterView } from "#components/group-mail/letter.tsx";
import { readReplyTo } from "#db/camp-mail.ts";
import { database } from "#db/connection.ts";
import { findReader } from "#db/group-mail/reach.ts";
import type { EventView } from "#domain/event.ts";
import { isBlank, isCrew, type MailWords } from "#domain/group-mail.ts";
import { deadLinksIn } from "#domain/markdown.ts";
import { env } from "#env.ts";
import { LANGUAGES } from "#messages/languages.ts";
import type { Written } from "#messages/mail-facts.ts";
import { ownWords } from "#messages/own-words.ts";
import { inLanguage, readerLocale, wordsOf } from "#messages/words.ts";

const { preview: words } = wordsOf("groupMail");
const mail = wordsOf("mail");

/** Null while nothing is written. */
export async function previewOf(event: EventView, draft: MailWords): Promise<LetterView | null> {
  if (isBlank(draft)) return null;
  const reader = await findReader(database(), { eventId: event.id, ...draft });
  const name = reader?.name ?? words.name;
  const here = readerLocale();
  const { written, theirs } = inLanguage(reader?.locale ?? event.locale, () => ({
    written: letterTo(event, draft, name),
    theirs: readerLocale(),
  }));
  return {
    ...written,
    dead: deadLinksIn(draft.body),
    title: reader ? words.title(name) : words.example,
    language: theirs === here ? null : words.language(LANGUAGES[theirs].name),
    answers: await readReplyTo(database(), event.id),
  };
}

/** Links that only the reader will have lead to the camp's page. */
export function letterTo(event: EventView, draft: MailWords, name: string): Written {
  const page = `${env().ORIGIN}/e/${event.slug}`;
  const facts = { ...ownWords(draft, event, { name, page }), unsubscribe: page };
  return isCrew(draft.group) ? mail.crew_mail(facts) : mail.group_mail(facts);
}

/** As it stands in a list, for nobody in particular. */
export function subjectOf(event: EventView, mail: { subject: string }): string {
  return ownWords({ ...mail, body: "" }, event, { name: words.name, page: "" }).subject;
}
