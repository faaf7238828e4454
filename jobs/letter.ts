/** A mail about a place in the words of its camp, and the copy of it that an organiser asked for. */
import type { Store } from "#db/connection.ts";
import { readCampOf } from "#db/group-mail/one.ts";
import type { DueMail } from "#db/mail.ts";
import { readMailWords } from "#db/mail-words.ts";
import type { OwnPage } from "#db/registration/status.ts";
import { letterOf } from "#domain/mail-words.ts";
import { env } from "#env.ts";
import { doors } from "#messages/format.ts";
import { sampleValues, writeLetter } from "#messages/letter.ts";
import type { CampFacts, Written } from "#messages/mail-facts.ts";
import { readerLocale, wordsOf } from "#messages/words.ts";

const words = wordsOf("mail");

/** Null where the words are ours. */
export async function writeOwnLetter(
  store: Store,
  { kind }: DueMail,
  facts: CampFacts,
  { event }: OwnPage,
): Promise<Written | null> {
  const letter = letterOf(kind, facts);
  const own = letter && (await readMailWords(store, event.id, { letter, locale: readerLocale() }));
  if (!own) return null;
  const where = { locale: readerLocale(), zone: event.zone };
  const { name, camp, day, place, code, reason, page } = facts;
  return writeLetter(own, {
    ...{ name, camp, day, place, code, reason, page, until: facts.until || facts.heldUntil },
    doors: doors(
      event.days.map(({ startsAt }) => startsAt),
      where,
    ),
  });
}

/** Null where its camp is gone. */
export async function writeTrialLetter(
  store: Store,
  { eventId, facts }: Extract<DueMail, { kind: "trial_words" }>,
  now: Date,
): Promise<Written | null> {
  const camp = await readCampOf(store, eventId);
  if (!camp) return null;
  const page = `${env().ORIGIN}/e/${camp.slug}`;
  return words.trial_words({
    written: writeLetter(facts, { ...sampleValues(camp, now, page), name: facts.name }),
  });
}
