/** A camp deleted with all there is of it, under its lock and in one transaction. */
import { and, countDistinct, eq, inArray, isNull } from "drizzle-orm";
import { record } from "#db/audit.ts";
import type { Database, Store } from "#db/connection.ts";
import { memberOf } from "#db/crew-list.ts";
import { forgetAccounts } from "#db/erasure/account.ts";
import { lockEvent } from "#db/event.ts";
import { bumpStanding } from "#db/live.ts";
import { clearCopies } from "#db/rehearsal/clear.ts";
import { event } from "#db/schema/event.ts";
import { outbox } from "#db/schema/mail.ts";
import { person, role } from "#db/schema/person.ts";
import { pitch } from "#db/schema/pitch.ts";
import { publication } from "#db/schema/publication.ts";
import { registration } from "#db/schema/registration.ts";
import { type Transaction, transact } from "#db/transaction.ts";
import { takeUnsettled } from "#db/unsettled.ts";
import { permits } from "#domain/event.ts";
import { allowed } from "#domain/permission.ts";
import { LIVE } from "#domain/registration.ts";
import { granted, type Result, refused } from "#domain/result.ts";
import type { May } from "#domain/viewer.ts";

/** What goes with a camp. `live` are the registrations of those who have a place, wait or are in a draw. */
export type Deletion = {
  registrations: number;
  live: number;
  pitches: number;
  versions: number;
  crew: number;
};

export async function readDeletion(db: Store, { eventId }: May<"changeSettings">): Promise<Deletion> {
  const ofCamp = eq(registration.eventId, eventId);
  const [crew] = await db
    .select({ people: countDistinct(role.personId) })
    .from(role)
    .where(eq(role.eventId, eventId));
  return {
    registrations: await db.$count(registration, ofCamp),
    live: await db.$count(registration, and(ofCamp, inArray(registration.status, [...LIVE]))),
    pitches: await db.$count(pitch, eq(pitch.eventId, eventId)),
    versions: await db.$count(publication, eq(publication.eventId, eventId)),
    crew: crew!.people,
  };
}

type DeleteRefusal = "not_found" | "camp_stays" | "still_registered" | "still_telling" | "other_address";

/**
 * The log of the installation keeps that it was deleted, by whom and when, and how many were registered. Whoever else
 * signed in for this camp alone has no way to sign in any more, and the crew's open screens are shut.
 * @param typed the camp's address, to show that this one is meant
 * @returns refused `camp_stays` but as a draft, called off or in the archive, and of a demo camp; `still_registered` for a draft in
 *   which people have a place or wait; `still_telling` while mails that call it off are to be sent
 */
export async function deleteCamp(
  db: Database,
  { eventId, personId }: May<"changeSettings">,
  typed: string,
  now: Date,
): Promise<Result<null, DeleteRefusal>> {
  return transact<null, DeleteRefusal>(db, async (tx) => {
    const camp = await lockEvent(tx, eventId);
    const member = camp && (await memberOf(tx, eventId, personId));
    if (!member || !allowed(member.roles, "changeSettings")) return refused("not_found");
    if (camp.demo || !permits(camp.phase, "delete")) return refused("camp_stays");
    const people = await tx
      .select({ id: registration.id, email: registration.email, status: registration.status })
      .from(registration)
      .where(eq(registration.eventId, eventId));
    const live = people.some(({ status }) => (LIVE as readonly string[]).includes(status));
    if (live && !permits(camp.phase, "visit")) return refused("still_registered");
    if (await isStillTelling(tx, eventId)) return refused("still_telling");
    if (typed !== camp.slug) return refused("other_address");
    const crew = await tx
      .selectDistinct({ id: person.id, email: person.email })
      .from(role)
      .innerJoin(person, eq(person.id, role.personId))
      .where(eq(role.eventId, eventId));
    await clearCopies(tx, eventId);
    await tx.delete(event).where(eq(event.id, eventId));
    // Once their roles here are gone. Whoever deletes it stays: the log says by whom, and they read what came of it.
    const known = [...people, ...crew.filter(({ id }) => id !== personId)];
    for (let at = 0; at < known.length; at += AT_ONCE)
      await forgetAccounts(tx, known.slice(at, at + AT_ONCE));
    // That its places went is no reason to look at them.
    await takeUnsettled(tx, eventId);
    await bumpStanding(
      tx,
      crew.map(({ id }) => id),
    );
    const entry = { eventId: null, at: now, actor: "crew" as const, actorId: personId, subjectId: eventId };
    const detail = { registrations: people.length };
    await record(tx, { ...entry, act: "delete_camp", from: camp.slug, to: null, detail });
    return granted(null);
  });
}

/** Whether mails that call the camp off are still to go: they would go with it. */
async function isStillTelling(tx: Transaction, eventId: string): Promise<boolean> {
  const { kind, sentAt, failedAt } = outbox;
  const due = and(inArray(kind, ["called_off", "crew_halted"]), isNull(sentAt), isNull(failedAt));
  return (await tx.$count(outbox, and(eq(outbox.eventId, eventId), due))) > 0;
}

/** People whose accounts are looked at in one statement. */
const AT_ONCE = 500;
