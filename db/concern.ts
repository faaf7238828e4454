/** What somebody tells one of those named in a code of conduct: by mail to them, and kept nowhere else. */
import { createHash } from "node:crypto";
import { eq } from "drizzle-orm";
import type { Database } from "#db/connection.ts";
import { listContacts } from "#db/contact.ts";
import { post } from "#db/mail.ts";
import { spend } from "#db/rate-limit.ts";
import { event } from "#db/schema/event.ts";
import { transact } from "#db/transaction.ts";
import type { Concern } from "#domain/contact.ts";
import { granted, type Result, refused } from "#domain/result.ts";

/**
 * Nothing is logged: that somebody was told something is theirs alone. Safe to repeat; other words, or the same to
 * somebody else, are another mail, also from the same form.
 * @param deviceId of the browser that sends it
 * @returns refused `not_found` where the one who was chosen is named no more; `too_many` by browser, by whom it goes to
 *   and by camp
 */
export async function tellContact(
  db: Database,
  eventId: string,
  deviceId: string,
  concern: Concern,
  now: Date,
): Promise<Result<null, "not_found" | "too_many">> {
  return transact<null, "not_found" | "too_many">(db, async (tx) => {
    const { contactId, words, reply } = concern;
    const [camp] = await tx.select({ name: event.name }).from(event).where(eq(event.id, eventId));
    const to = camp && (await listContacts(tx, eventId)).find((it) => it.id === contactId);
    if (!camp || !to) return refused("not_found");
    const limits = [
      { limit: "concern_by_device" as const, by: deviceId },
      { limit: "concern_by_contact" as const, by: contactId },
      { limit: "concern_by_camp" as const, by: eventId },
    ];
    const spent = await spend(tx, limits, now);
    if (!spent.ok) return spent;
    const facts = { camp: camp.name, name: to.name, body: words, reply };
    const occasion = `${eventId}:${markOf(concern)}`;
    await post(tx, { eventId, kind: "concern", occasion, recipient: to.email, facts });
    return granted(null);
  });
}

/** Tells of nothing that was said: the form's id, which is kept nowhere else, is part of it. */
function markOf({ id, contactId, words, reply }: Concern): string {
  return createHash("sha256")
    .update(JSON.stringify([id, contactId, words, reply]))
    .digest("base64url");
}
