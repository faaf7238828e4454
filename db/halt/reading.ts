/** Whom calling a camp off or putting it off concerns, counted before it is done. */
import { and, countDistinct, eq, gt, inArray, isNotNull, isNull } from "drizzle-orm";
import { countCompanions } from "#db/access.ts";
import type { Store } from "#db/connection.ts";
import { listCrewBesides } from "#db/halt/telling.ts";
import { readAudience } from "#db/mail-notice.ts";
import { event } from "#db/schema/event.ts";
import { registration } from "#db/schema/registration.ts";
import { rotaSignUp, rotaTask } from "#db/schema/rota.ts";
import { transfer } from "#db/schema/transfer.ts";
import { HALTED } from "#domain/event.ts";
import type { Halting } from "#domain/halt.ts";
import type { May } from "#domain/viewer.ts";

/** Whether a camp is called off or put off by now. */
export async function isCampHalted(db: Store, eventId: string | null): Promise<boolean> {
  if (eventId === null) return false;
  return (await db.$count(event, and(eq(event.id, eventId), inArray(event.phase, [...HALTED])))) > 0;
}

export async function readHalting(db: Store, crew: May<"changeSettings">, now: Date): Promise<Halting> {
  const { eventId } = crew;
  const of = (...which: Parameters<typeof and>) =>
    db.$count(registration, and(eq(registration.eventId, eventId), ...which));
  const ahead = and(eq(rotaTask.eventId, eventId), gt(rotaTask.endsAt, now));
  const [down] = await db
    .select({ people: countDistinct(rotaSignUp.personId) })
    .from(rotaSignUp)
    .innerJoin(rotaTask, eq(rotaTask.id, rotaSignUp.taskId))
    .where(ahead);
  return {
    ...(await readAudience(db, eventId)),
    entered: await of(eq(registration.status, "entered")),
    held: await of(eq(registration.status, "held")),
    standby: await of(isNotNull(registration.standsBySince)),
    companions: (await countCompanions(db, eventId)).companions,
    transfers: await db.$count(transfer, and(eq(transfer.eventId, eventId), isNull(transfer.endedAt))),
    crew: (await listCrewBesides(db, crew)).length,
    tasks: await db.$count(rotaTask, ahead),
    down: down!.people,
  };
}
