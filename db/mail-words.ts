/** What a camp says itself in the mails about a place. */
import { and, eq } from "drizzle-orm";
import { changeCamp, markOf, type SettingsPart } from "#db/change.ts";
import type { Database, Store } from "#db/connection.ts";
import { newId } from "#db/id.ts";
import { post } from "#db/mail.ts";
import { spend } from "#db/rate-limit.ts";
import { mailWords } from "#db/schema/mail-words.ts";
import { person } from "#db/schema/person.ts";
import { transact } from "#db/transaction.ts";
import { type Letter, type OwnWords, problemsOf } from "#domain/mail-words.ts";
import { granted, type Result, refused } from "#domain/result.ts";
import type { May } from "#domain/viewer.ts";

/** Which mail, in which language. */
export type LetterKey = { letter: Letter; locale: string };

/** Where the words are ours. */
const OURS: OwnWords = { subject: "", body: "" };

const isOne = (eventId: string, { letter, locale }: LetterKey) =>
  and(eq(mailWords.eventId, eventId), eq(mailWords.letter, letter), eq(mailWords.locale, locale));

/** Null where the words are ours. */
export async function readMailWords(db: Store, eventId: string, key: LetterKey): Promise<OwnWords | null> {
  const { subject, body } = mailWords;
  const [row] = await db.select({ subject, body }).from(mailWords).where(isOne(eventId, key));
  return row ?? null;
}

/** What a form shows: sent back when saving. */
export const markOfWords = (words: OwnWords | null): string => markOf(words ?? OURS);

/** Which are a camp's own: at most each in each language. */
export async function listOwnLetters(db: Store, { eventId }: May<"changeSettings">): Promise<LetterKey[]> {
  const { letter, locale } = mailWords;
  return db.select({ letter, locale }).from(mailWords).where(eq(mailWords.eventId, eventId));
}

const partOf = (key: LetterKey): SettingsPart<OwnWords> => ({
  name: `mail ${key.letter} ${key.locale}`,
  act: "settings",
  screens: [],
  read: async (tx, camp) => (await readMailWords(tx, camp.id, key)) ?? OURS,
});

/**
 * Keeps the words of a mail, or with null has ours again.
 * @param mark of what the organiser saw; refused `changed_meanwhile` when it is no longer so, `bad_input` for words that
 *   leave out what is essential or cannot be filled in
 */
export async function changeMailWords(
  db: Database,
  crew: May<"changeSettings">,
  key: LetterKey,
  mark: string,
  words: OwnWords | null,
  now: Date,
): Promise<Result<null, "not_found" | "archived" | "changed_meanwhile" | "bad_input">> {
  if (words && problemsOf(key.letter, words).length > 0) return refused("bad_input");
  const changed = await changeCamp<OwnWords, null, never>(
    db,
    crew,
    partOf(key),
    mark,
    now,
    async (tx, camp) => {
      await tx.delete(mailWords).where(isOne(camp.id, key));
      if (words) await tx.insert(mailWords).values({ eventId: camp.id, ...key, ...words, changedAt: now });
      return granted({ done: null });
    },
  );
  return changed.ok ? granted(null) : changed;
}

/**
 * Sends words to whoever writes them, with dates, a code and a reason that are made up. They need not be kept.
 * @returns refused `too_many` after so many in an hour, `bad_input` as `changeMailWords` does
 */
export async function tryMailWords(
  db: Database,
  { eventId, personId }: May<"changeSettings">,
  { letter, locale }: LetterKey,
  words: OwnWords,
  now: Date,
): Promise<Result<null, "not_found" | "too_many" | "bad_input">> {
  if (problemsOf(letter, words).length > 0) return refused("bad_input");
  return transact<null, "not_found" | "too_many">(db, async (tx) => {
    const spent = await spend(tx, [{ limit: "trial_mail_by_person", by: personId }], now);
    if (!spent.ok) return spent;
    const { email, name } = person;
    const [asker] = await tx.select({ email, name }).from(person).where(eq(person.id, personId));
    if (!asker) return refused("not_found");
    const facts = { name: asker.name, ...words };
    const to = { eventId, occasion: newId(), recipient: asker.email, locale };
    await post(tx, { ...to, kind: "trial_words", facts });
    return granted(null);
  });
}
