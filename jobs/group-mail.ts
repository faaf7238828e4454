/** What a mail to a group says to one of its readers, and what is made for it when its turn comes. */
import type { Store } from "#db/connection.ts";
import { type OneOfMany, readCampOf, readToOne, readWordsOf } from "#db/group-mail/one.ts";
import { mintUnsubscribe } from "#db/group-mail/unwilling.ts";
import type { DueMail } from "#db/mail.ts";
import { mintLink } from "#db/registration/link.ts";
import type { Transaction } from "#db/transaction.ts";
import type { Made } from "#domain/mail-facts.ts";
import { leadsToPage } from "#domain/placeholder.ts";
import { unlinked } from "#domain/text.ts";
import { env } from "#env.ts";
import type { Written } from "#messages/mail-facts.ts";
import { ownWords } from "#messages/own-words.ts";
import { wordsOf } from "#messages/words.ts";

const words = wordsOf("mail");

export type ToMany = OneOfMany | Extract<DueMail, { kind: "trial_mail" }>;

export function isToMany(mail: DueMail): mail is ToMany {
  return mail.kind === "trial_mail" || isOneOfMany(mail);
}

export function isOneOfMany(mail: DueMail): mail is OneOfMany {
  return mail.kind === "group_mail" || mail.kind === "crew_mail";
}

/** Its link to want no more, and one to the reader's own page only where the words lead there: such mail is passed on. */
export async function makeForOne(tx: Transaction, mail: OneOfMany, now: Date): Promise<Made | null> {
  const body = await readWordsOf(tx, mail);
  if (body === null || !mail.eventId) return null;
  const unsubscribe = await mintUnsubscribe(tx, { eventId: mail.eventId, email: mail.recipient }, now);
  if (mail.kind === "crew_mail" || !leadsToPage(body)) return { unsubscribe };
  return { unsubscribe, token: await mintLink(tx, mail.facts.registrationId, { mailed: true, now }) };
}

/** @property oneClick where a mail program sends that its reader wants no more (RFC 8058) */
type WrittenToMany = Written & { oneClick: string | null };

/** Null when what it is about is gone. */
export async function writeToMany(store: Store, mail: ToMany): Promise<WrittenToMany | null> {
  if (mail.kind === "trial_mail") {
    const camp = await readCampOf(store, mail.eventId);
    if (!camp) return null;
    const { name } = mail.facts;
    const page = `${env().ORIGIN}/e/${camp.slug}`;
    return { ...words.trial_mail(ownWords(mail.facts, camp, { name, page })), oneClick: null };
  }
  const one = await readToOne(store, mail);
  if (!one) return null;
  const { slug } = one.camp;
  const { token, unsubscribe } = mail.made;
  const facts = {
    ...ownWords(one, one.camp, { name: unlinked(one.name), page: `${env().ORIGIN}/e/${slug}/r/${token}` }),
    unsubscribe: `${env().ORIGIN}/e/${slug}/unsubscribe/${unsubscribe}`,
  };
  const oneClick = `${env().ORIGIN}/live/${slug}/unsubscribe/${unsubscribe}`;
  return { ...words[mail.kind](facts), oneClick };
}
