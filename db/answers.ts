/** What somebody told us when they registered, changed by them later. Their address is db/address.ts's. */
import { and, eq } from "drizzle-orm";
import { record } from "#db/audit.ts";
import type { Database } from "#db/connection.ts";
import { lockEvent } from "#db/event.ts";
import { type Link, setClaim } from "#db/link.ts";
import { bump } from "#db/live.ts";
import { sector } from "#db/schema/event.ts";
import { registration } from "#db/schema/registration.ts";
import { transact } from "#db/transaction.ts";
import type { RegistrationForm } from "#domain/registration.ts";
import { granted, type Result, refused } from "#domain/result.ts";

export type Answers = Omit<RegistrationForm, "id" | "email">;

/**
 * Changes the answers behind a page. Safe to repeat. A browser that has not proven the mailbox changes only what it is
 * shown itself.
 *
 * @returns refused `bad_input` for a sector of another camp
 */
export async function changeAnswers(
  db: Database,
  link: Pick<Link, "tokenHash" | "registrationId" | "claim">,
  { name, sectorId, organisation, firstTime, access, photos }: Answers,
  now: Date,
): Promise<Result<null, "not_found" | "bad_input">> {
  const answers = { name, sectorId, organisation, firstTime, access, photos };
  return transact<null, "not_found" | "bad_input">(db, async (tx) => {
    const mine = eq(registration.id, link.registrationId);
    const [known] = await tx.select({ eventId: registration.eventId }).from(registration).where(mine);
    const camp = known && (await lockEvent(tx, known.eventId));
    if (!camp) return refused("not_found");
    const ours = and(eq(sector.id, sectorId), eq(sector.eventId, camp.id));
    if ((await tx.$count(sector, ours)) === 0) return refused("bad_input");
    if (link.claim) {
      await setClaim(tx, link, { ...link.claim, form: { ...link.claim.form, ...answers } });
      return granted(null);
    }
    await tx
      .update(registration)
      .set({ ...answers, changedAt: now })
      .where(mine);
    await record(tx, {
      eventId: camp.id,
      at: now,
      actor: "camper",
      actorId: link.registrationId,
      act: "change_answers",
      subjectId: link.registrationId,
    });
    await bump(tx, camp.id, ["people"]);
    return granted(null);
  });
}
