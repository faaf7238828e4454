/** The one mail to a group that a camp's organisers are writing: kept for all of them, and saved over what was seen only. */
import { and, eq, isNull } from "drizzle-orm";
import { markOf } from "#db/change.ts";
import type { Database, Store } from "#db/connection.ts";
import { newId } from "#db/id.ts";
import { sector } from "#db/schema/event.ts";
import { groupMail } from "#db/schema/group-mail.ts";
import { type Transaction, transact } from "#db/transaction.ts";
import { type MailWords, NO_WORDS } from "#domain/group-mail.ts";
import { granted, type Result, refused } from "#domain/result.ts";
import type { May } from "#domain/viewer.ts";

/** `mark` is the fingerprint of what is kept; `id` is null while nothing is. */
export type MailDraft = MailWords & { id: string | null; mark: string };

const wordsIn = ({ group, sectorId, subject, body }: MailWords): MailWords => ({
  group,
  sectorId,
  subject,
  body,
});

const unsent = (eventId: string) => and(eq(groupMail.eventId, eventId), isNull(groupMail.sentAt));

/** What is being written; nothing yet where nobody began. */
export async function readMailDraft(store: Store, { eventId }: May<"writeMail">): Promise<MailDraft> {
  const [row] = await store.select().from(groupMail).where(unsent(eventId));
  return draftOf(row);
}

function draftOf(row: (MailWords & { id: string }) | undefined): MailDraft {
  const words = row ? wordsIn(row) : NO_WORDS;
  return { ...words, id: row?.id ?? null, mark: markOf([row?.id ?? null, words]) };
}

/**
 * Keeps what was typed.
 * @param mark of what the organiser saw; refused `changed_meanwhile` when somebody else has kept or sent another since
 * @returns the draft as it is now, with its new mark
 */
export async function keepMailDraft(
  db: Database,
  may: May<"writeMail">,
  mark: string,
  words: MailWords,
): Promise<Result<MailDraft & { id: string }, "changed_meanwhile">> {
  return transact<MailDraft & { id: string }, "changed_meanwhile">(db, async (tx) => {
    const before = await lockMailDraft(tx, may);
    if (before.mark !== mark) return refused("changed_meanwhile");
    const row = { ...words, sectorId: await sectorOf(tx, may, words) };
    const id = before.id ?? newId();
    if (before.id) await tx.update(groupMail).set(row).where(eq(groupMail.id, id));
    else {
      const begun = await tx
        .insert(groupMail)
        .values({ ...row, id, eventId: may.eventId })
        .onConflictDoNothing()
        .returning({ id: groupMail.id });
      // Two desks began at once.
      if (begun.length === 0) return refused("changed_meanwhile");
    }
    return granted({ ...row, id, mark: markOf([id, wordsIn(row)]) });
  });
}

/** Throws what is being written away. Refused as `keepMailDraft` is. */
export async function dropMailDraft(
  db: Database,
  may: May<"writeMail">,
  mark: string,
): Promise<Result<null, "changed_meanwhile">> {
  return transact<null, "changed_meanwhile">(db, async (tx) => {
    if ((await lockMailDraft(tx, may)).mark !== mark) return refused("changed_meanwhile");
    await tx.delete(groupMail).where(unsent(may.eventId));
    return granted(null);
  });
}

/** What is being written, which nobody else keeps, sends or throws away until the transaction ends. */
export async function lockMailDraft(tx: Transaction, { eventId }: May<"writeMail">): Promise<MailDraft> {
  const [row] = await tx.select().from(groupMail).where(unsent(eventId)).for("update");
  return draftOf(row);
}

/** Only one of this camp; null for other groups. */
async function sectorOf(tx: Transaction, { eventId }: May<"writeMail">, { group, sectorId }: MailWords) {
  if (group !== "sector" || sectorId === null) return null;
  const [row] = await tx
    .select({ id: sector.id })
    .from(sector)
    .where(and(eq(sector.id, sectorId), eq(sector.eventId, eventId)));
  return row?.id ?? null;
}
