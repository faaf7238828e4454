/** The ticket of a registration: the device that holds it pitches and raises hands for it. */
import { and, eq, inArray, type SQL } from "drizzle-orm";
import type { Database } from "#db/connection.ts";
import { dropDayAddresses } from "#db/day-address.ts";
import { holdTicket, rotateDevice } from "#db/device.ts";
import { bumpStanding } from "#db/live.ts";
import { lockPage } from "#db/page.ts";
import { mintLink } from "#db/registration/link.ts";
import { device, ticket } from "#db/schema/device.ts";
import { type Transaction, transact } from "#db/transaction.ts";
import type { Refusal } from "#domain/refusal.ts";
import { isProven, takesPart } from "#domain/registration.ts";
import { granted, type Result, refused } from "#domain/result.ts";

type TicketRefusal = Extract<Refusal, "not_found" | "not_possible_now" | "no_ticket">;

/**
 * The device's cookie gets a new token, since the old one may have been planted.
 * @returns that token; refused `no_ticket` unless the address is proven and they take part or stand by
 */
export async function takeTicket(
  db: Database,
  token: string,
  deviceId: string,
  now: Date,
): Promise<Result<{ token: string }, TicketRefusal>> {
  return transact<{ token: string }, TicketRefusal>(db, async (tx) => {
    const page = await lockPage(tx, token, now);
    if (!page) return refused("not_found");
    const { link, mine } = page;
    if (link.claim) return refused("not_possible_now");
    // Whoever stands by is called on this phone.
    if (!isProven(mine) || !(takesPart(mine.status) || mine.standsBySince)) return refused("no_ticket");
    await holdTicket(tx, deviceId, mine.id, link.second);
    return granted({ token: await rotateDevice(tx, deviceId, now) });
  });
}

/**
 * Ends every ticket of a registration, and the address at which a calendar follows its day: whoever held one may only have
 * typed the address.
 */
export async function endTickets(tx: Transaction, registrationId: string): Promise<void> {
  await end(tx, eq(ticket.registrationId, registrationId));
  await dropDayAddresses(tx, [registrationId]);
}

/** Ends the tickets that were taken by these people's second addresses, and the screens that are open with them. */
export async function endSecondTickets(tx: Transaction, registrationIds: readonly string[]): Promise<void> {
  const theirs = and(inArray(ticket.registrationId, [...registrationIds]), ticket.second);
  await bumpStanding(tx, await end(tx, theirs));
}

/** @returns the devices that held one */
async function end(tx: Transaction, which: SQL | undefined): Promise<string[]> {
  const ended = await tx.delete(ticket).where(which).returning({ id: ticket.deviceId });
  const ids = ended.map(({ id }) => id);
  // Without it they may be nobody's again, and db/forget.ts looks.
  if (ids.length > 0) await tx.update(device).set({ stranger: true }).where(inArray(device.id, ids));
  return ids;
}

/** A link to the private page of whom this device acts for, which ends with the ticket it was opened by. */
export async function mintOwnPage(
  db: Database,
  { deviceId, registrationId }: { deviceId: string; registrationId: string },
  now: Date,
): Promise<string> {
  const held = and(eq(ticket.deviceId, deviceId), eq(ticket.registrationId, registrationId));
  const [row] = await db.select({ second: ticket.second }).from(ticket).where(held);
  return mintLink(db, registrationId, { mailed: false, second: row?.second ?? false, now });
}
