/** Passes for the day: taken with a badge, and let go at the desk or by whoever they act for. */
import { and, eq, inArray, isNotNull, lte, ne } from "drizzle-orm";
import { record } from "#db/audit.ts";
import type { Database, Store } from "#db/connection.ts";
import { rotateDevice } from "#db/device.ts";
import { readTimes } from "#db/event.ts";
import { bumpStanding } from "#db/live.ts";
import { spend } from "#db/rate-limit.ts";
import { device, ticket } from "#db/schema/device.ts";
import { event } from "#db/schema/event.ts";
import { registration } from "#db/schema/registration.ts";
import { type Transaction, transact } from "#db/transaction.ts";
import { isOver, permits } from "#domain/event.ts";
import { goesBy } from "#domain/pass.ts";
import type { Charge } from "#domain/rate-limit.ts";
import type { Refusal } from "#domain/refusal.ts";
import { TAKES_PART } from "#domain/registration.ts";
import { granted, type Result, refused } from "#domain/result.ts";
import { codeIn } from "#domain/ticket.ts";
import type { May } from "#domain/viewer.ts";

type PassRefusal = Extract<
  Refusal,
  "not_found" | "not_open" | "camp_over" | "wrong_badge" | "pass_elsewhere" | "phone_of_another" | "too_many"
>;

/** What is typed from a badge: its code, and how its name begins. */
export type Badge = { code: string; name: string };

/**
 * Lets a device act for whoever the badge is, until the camp is over. Safe to repeat. A device that holds their ticket
 * keeps it; a pass it had for somebody else ends.
 *
 * @returns the device's new token for the cookie, null when it keeps its own; refused `not_open` unless the camp is
 *   on, `camp_over` by the calendar, `wrong_badge` where nobody with a place has this code and this name, `pass_elsewhere` while another device has
 *   the pass, `phone_of_another` for one that holds the ticket of somebody else with a place, `too_many` for whoever
 *   goes on trying
 */
export async function takePass(
  db: Database,
  deviceId: string,
  eventId: string,
  badge: Badge,
  now: Date,
): Promise<Result<{ token: string | null }, PassRefusal>> {
  // In a statement of its own: a code that was wrong counts as well.
  const code = codeIn(badge.code);
  const tried: Charge[] = code ? [{ limit: "pass_by_code", by: `${eventId} ${code}` }] : [];
  const spent = await spend(db, [{ limit: "pass_by_device", by: deviceId }, ...tried], now);
  if (!spent.ok) return spent;
  return transact<{ token: string | null }, PassRefusal>(db, async (tx) => {
    const [camp] = await tx.select().from(event).where(eq(event.id, eventId)).for("share");
    if (!camp) return refused("not_found");
    if (!permits(camp.phase, "attend")) return refused("not_open");
    const { endsAt } = await readTimes(tx, camp);
    if (isOver(camp.phase, endsAt, now.getTime())) return refused("camp_over");
    const mine = await lockBadge(tx, eventId, badge);
    if (!mine) return refused("wrong_badge");
    const held = await listHeld(tx, deviceId, eventId);
    const own = held.find(({ registrationId }) => registrationId === mine.id);
    if (own && own.passUntil === null) return granted({ token: null });
    if (held.some(({ passUntil }) => passUntil === null)) return refused("phone_of_another");
    await tx.delete(ticket).where(and(eq(ticket.registrationId, mine.id), lte(ticket.passUntil, now)));
    const passes = and(eq(ticket.registrationId, mine.id), isNotNull(ticket.passUntil));
    if ((await tx.$count(ticket, and(passes, ne(ticket.deviceId, deviceId)))) > 0)
      return refused("pass_elsewhere");
    if (own) return granted({ token: null });
    await tx.delete(ticket).where(
      passesOf(
        deviceId,
        held.map(({ registrationId }) => registrationId),
      ),
    );
    await tx.insert(ticket).values({ deviceId, registrationId: mine.id, passUntil: new Date(endsAt) });
    const by = { actor: "camper", actorId: mine.id, subjectId: mine.id } as const;
    await record(tx, { eventId, at: now, act: "take_pass", ...by });
    await bumpStanding(tx, [deviceId]);
    return granted({ token: await rotateDevice(tx, deviceId, now) });
  });
}

/** Locked, so that two phones with one badge queue up. */
async function lockBadge(tx: Transaction, eventId: string, badge: Badge): Promise<{ id: string } | null> {
  const code = codeIn(badge.code);
  if (code === null) return null;
  const its = and(eq(registration.eventId, eventId), eq(registration.ticketCode, code));
  const [found] = await tx
    .select({ id: registration.id, name: registration.name })
    .from(registration)
    .where(and(its, eq(registration.status, TAKES_PART)))
    .for("update");
  return found && goesBy(found.name, badge.name) ? found : null;
}

/** For whom with a place a device acts at a camp: as many as one browser registers. */
function listHeld(tx: Transaction, deviceId: string, eventId: string) {
  return tx
    .select({ registrationId: ticket.registrationId, passUntil: ticket.passUntil })
    .from(ticket)
    .innerJoin(registration, eq(registration.id, ticket.registrationId))
    .where(
      and(
        eq(ticket.deviceId, deviceId),
        eq(registration.eventId, eventId),
        eq(registration.status, TAKES_PART),
      ),
    );
}

const passesOf = (deviceId: string, registrationIds: readonly string[]) =>
  and(
    eq(ticket.deviceId, deviceId),
    isNotNull(ticket.passUntil),
    inArray(ticket.registrationId, [...registrationIds]),
  );

/** Since when a phone has the pass of somebody's badge; null where none has. */
export async function readPass(db: Store, registrationId: string): Promise<{ since: string } | null> {
  const [row] = await db
    .select({ since: ticket.createdAt })
    .from(ticket)
    .where(and(eq(ticket.registrationId, registrationId), isNotNull(ticket.passUntil)));
  return row ? { since: row.since.toISOString() } : null;
}

/** What is typed from somebody's badge; null for whoever has no place at this crew's camp. */
export async function readBadgeCode(
  db: Store,
  crew: May<"movePeople">,
  registrationId: string,
): Promise<string | null> {
  const theirs = and(eq(registration.id, registrationId), eq(registration.eventId, crew.eventId));
  const [row] = await db
    .select({ code: registration.ticketCode })
    .from(registration)
    .where(and(theirs, eq(registration.status, TAKES_PART)));
  return row?.code ?? null;
}

/** Lets a badge's phone go, so that another may come in with it. Safe to repeat. Refused `not_found` for another camp's. */
export async function endPass(
  db: Database,
  crew: May<"movePeople">,
  registrationId: string,
  now: Date,
): Promise<Result<null, "not_found">> {
  return transact<null, "not_found">(db, async (tx) => {
    const here = and(eq(registration.id, registrationId), eq(registration.eventId, crew.eventId));
    const [found] = await tx.select({ id: registration.id }).from(registration).where(here).for("update");
    if (!found) return refused("not_found");
    const by = { actor: "crew", actorId: crew.personId } as const;
    await end(tx, crew.eventId, registrationId, by, now);
    return granted(null);
  });
}

/** The same by whoever it is for, from the phone that has it or from one that holds their ticket. Safe to repeat. */
export async function endOwnPass(
  db: Database,
  eventId: string,
  registrationId: string,
  now: Date,
): Promise<void> {
  await db.transaction((tx) =>
    end(tx, eventId, registrationId, { actor: "camper", actorId: registrationId }, now),
  );
}

type By = { actor: "camper" | "crew"; actorId: string };

async function end(
  tx: Transaction,
  eventId: string,
  registrationId: string,
  by: By,
  now: Date,
): Promise<void> {
  const ended = await tx
    .delete(ticket)
    .where(and(eq(ticket.registrationId, registrationId), isNotNull(ticket.passUntil)))
    .returning({ deviceId: ticket.deviceId });
  if (ended.length === 0) return;
  await record(tx, { eventId, at: now, ...by, act: "end_pass", subjectId: registrationId });
  const devices = ended.map(({ deviceId }) => deviceId);
  await tx.update(device).set({ stranger: true }).where(inArray(device.id, devices));
  await bumpStanding(tx, devices);
}
