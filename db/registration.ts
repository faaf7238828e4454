/**
 * Registration: who gets a place is decided under the camp's lock, once, and everything that follows
 * from it (link, mail, audit) is in the same transaction.
 */
import { and, count, eq, inArray, or } from "drizzle-orm";
import { record } from "#db/audit.ts";
import type { Database, Store } from "#db/connection.ts";
import { lockEvent } from "#db/event.ts";
import { mintLink, postOwnPage } from "#db/link.ts";
import { bump } from "#db/live.ts";
import { post } from "#db/mail.ts";
import { event, sector } from "#db/schema/event.ts";
import { registration } from "#db/schema/registration.ts";
import { type Transaction, transact } from "#db/transaction.ts";
import { permits } from "#domain/event.ts";
import type { Refusal } from "#domain/refusal.ts";
import {
  admit,
  allows,
  type Counts,
  LIVE,
  type RegistrationForm,
  type Status,
  sameAddress,
} from "#domain/registration.ts";
import { granted, type Result, refused } from "#domain/result.ts";

type EventRow = typeof event.$inferSelect;
export type RegistrationRow = typeof registration.$inferSelect;
export type Registered = { registrationId: string; status: Status; token: string };
type RegisterRefusal = Extract<
  Refusal,
  "not_found" | "bad_input" | "not_open" | "line_full" | "already_registered"
>;

/**
 * Registers somebody: a place while any is free and nobody waits, else the back of the line.
 * Sending the same form again changes nothing and answers with the same registration.
 *
 * @param form its `id` is minted with the form and known to nobody else
 * @param now when the form arrived; with the lock it decides the place in the line
 * @returns the registration and a fresh token for its private address; refused
 *   `already_registered` when the address has a live registration, whose page is then mailed there
 */
export async function register(
  db: Database,
  eventId: string,
  form: RegistrationForm,
  now: Date,
): Promise<Result<Registered, RegisterRefusal>> {
  const email = sameAddress(form.email);
  const result = await transact<Registered, RegisterRefusal>(db, async (tx) => {
    const camp = await lockEvent(tx, eventId);
    if (!camp) return refused("not_found");
    const known = await findKnown(tx, eventId, form.id, email);
    if (known?.id === form.id && known.email === email) return repeated(tx, known, now);
    if (!permits(camp.phase, "register")) return refused("not_open");
    if (known?.id === form.id || !(await hasSector(tx, eventId, form.sectorId))) return refused("bad_input");
    if (known && !allows("register", known.status)) return refused("already_registered");
    const admitted = admit(camp.capacity, camp.lineLimit, await countPlaces(tx, eventId));
    if (!admitted.ok) return admitted;
    return enter(tx, camp, known, { ...form, email }, admitted.value, now);
  });
  if (!result.ok && result.refusal === "already_registered") await postOwnPage(db, eventId, email, now);
  return result;
}

/** The registration this form made, or the one its address has. */
async function findKnown(tx: Transaction, eventId: string, id: string, email: string) {
  const [row] = await tx
    .select()
    .from(registration)
    .where(and(eq(registration.eventId, eventId), or(eq(registration.id, id), eq(registration.email, email))))
    .limit(1);
  return row ?? null;
}

async function hasSector(tx: Transaction, eventId: string, sectorId: string): Promise<boolean> {
  return (await tx.$count(sector, and(eq(sector.id, sectorId), eq(sector.eventId, eventId)))) === 1;
}

async function repeated(tx: Transaction, known: RegistrationRow, now: Date) {
  const token = await mintLink(tx, known.id, { mailed: false, now });
  return granted({ registrationId: known.id, status: known.status, token });
}

/** Writes the newcomer, or the returner at the back of the line. */
async function enter(
  tx: Transaction,
  camp: EventRow,
  known: RegistrationRow | null,
  form: RegistrationForm,
  to: "confirmed" | "waiting",
  now: Date,
) {
  const id = known?.id ?? form.id;
  const { name, email, sectorId, organisation, firstTime, access, photos } = form;
  const answers = { name, email, sectorId, organisation, firstTime, access, photos };
  const place = { ...answers, status: to, rank: camp.nextRank, registeredAt: now, changedAt: now };
  if (known) await tx.update(registration).set(place).where(eq(registration.id, id));
  else await tx.insert(registration).values({ id, eventId: camp.id, ...place });
  await tx
    .update(event)
    .set({ nextRank: camp.nextRank + 1 })
    .where(eq(event.id, camp.id));
  const token = await mintLink(tx, id, { mailed: false, now });
  await post(tx, {
    eventId: camp.id,
    kind: "registered",
    occasion: `${id}:${camp.nextRank}`,
    recipient: email,
    facts: { registrationId: id, status: to },
  });
  await record(tx, {
    eventId: camp.id,
    at: now,
    actor: "camper",
    actorId: id,
    act: "register",
    subjectId: id,
    from: known?.status ?? null,
    to,
  });
  await bump(tx, camp.id, ["people"]);
  return granted({ registrationId: id, status: to as Status, token });
}

/** How many hold a place, have one offered, or wait. Call it with the camp's row locked to decide by it. */
export async function countPlaces(store: Store, eventId: string): Promise<Counts> {
  const rows = await store
    .select({ status: registration.status, people: count() })
    .from(registration)
    .where(and(eq(registration.eventId, eventId), inArray(registration.status, [...LIVE])))
    .groupBy(registration.status);
  const of = (status: Status) => rows.find((row) => row.status === status)?.people ?? 0;
  return { confirmed: of("confirmed"), offered: of("offered"), waiting: of("waiting") };
}
