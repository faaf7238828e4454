/** The ticket of a registration: the device that holds it pitches and raises hands for it. */
import { eq, inArray } from "drizzle-orm";
import type { Database } from "#db/connection.ts";
import { holdTicket, rotateDevice } from "#db/device.ts";
import { lockPage } from "#db/page.ts";
import { device, ticket } from "#db/schema/device.ts";
import { type Transaction, transact } from "#db/transaction.ts";
import type { Refusal } from "#domain/refusal.ts";
import { isProven, takesPart } from "#domain/registration.ts";
import { granted, type Result, refused } from "#domain/result.ts";

type TicketRefusal = Extract<Refusal, "not_found" | "not_possible_now" | "no_ticket">;

/**
 * The device's cookie gets a new token, since the old one may have been planted.
 * @returns that token; refused `no_ticket` unless the address is proven and they take part
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
    if (!isProven(mine) || !takesPart(mine.status)) return refused("no_ticket");
    await holdTicket(tx, deviceId, mine.id);
    return granted({ token: await rotateDevice(tx, deviceId, now) });
  });
}

/** Ends every ticket of a registration: whoever held one may only have typed the address. */
export async function endTickets(tx: Transaction, registrationId: string): Promise<void> {
  const ended = await tx
    .delete(ticket)
    .where(eq(ticket.registrationId, registrationId))
    .returning({ id: ticket.deviceId });
  const ids = ended.map(({ id }) => id);
  // Without it they may be nobody's again, and db/forget.ts looks.
  if (ids.length > 0) await tx.update(device).set({ stranger: true }).where(inArray(device.id, ids));
}
