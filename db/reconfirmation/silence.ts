/** Places whose holders were told that they go back unless they answer, and did not. The camp's row must be locked. */
import { and, eq, isNull, lte, min, type SQL } from "drizzle-orm";
import { CLOCK, type EventRow, move } from "#db/registration/move.ts";
import { proven } from "#db/registration/place.ts";
import { reconfirmation } from "#db/schema/reconfirmation.ts";
import { registration } from "#db/schema/registration.ts";
import type { Transaction } from "#db/transaction.ts";
import { permits } from "#domain/event.ts";
import { TAKES_PART } from "#domain/registration.ts";

/** Only of whom the mail said so beforehand and reached, and as long as the organisers want it. */
function silent({ id, day, backDays }: EventRow): SQL | null {
  if (backDays === null) return null;
  const asked = and(
    eq(reconfirmation.eventId, id),
    eq(reconfirmation.day, day),
    isNull(reconfirmation.answer),
  );
  return and(asked, eq(registration.status, TAKES_PART), proven)!;
}

/** Gives them back. Until somebody else is offered it, each is still its holder's to take back. @returns how many */
export async function releaseSilent(tx: Transaction, camp: EventRow, now: Date): Promise<number> {
  const which = silent(camp);
  if (!which || !permits(camp.phase, "answer") || now >= camp.startsAt) return 0;
  // At most one for each place of the camp.
  const gone = await tx
    .select({ id: registration.id, email: registration.email, status: registration.status })
    .from(reconfirmation)
    .innerJoin(registration, eq(registration.id, reconfirmation.registrationId))
    .where(and(which, lte(reconfirmation.goesBackAt, now)));
  const set = { gaveBackAt: now };
  await move(tx, camp, gone, { move: "go_back", to: "released", by: CLOCK, set }, now);
  return gone.length;
}

/** When the first of them goes back, milliseconds since 1970; null where none does. */
export async function nextGoingBack(tx: Transaction, camp: EventRow): Promise<number | null> {
  const which = silent(camp);
  if (!which || !permits(camp.phase, "answer")) return null;
  const [row] = await tx
    .select({ at: min(reconfirmation.goesBackAt) })
    .from(reconfirmation)
    .innerJoin(registration, eq(registration.id, reconfirmation.registrationId))
    .where(which);
  const at = row?.at?.getTime() ?? null;
  return at !== null && at < camp.startsAt.getTime() ? at : null;
}
