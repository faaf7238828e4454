import type { Store } from "#db/connection.ts";
import { ticketSigner } from "#db/ticket-key.ts";
import { ticketAddress } from "#domain/ticket.ts";

/** What the QR code of somebody's ticket opens, signed. */
export async function readTicketAddress(
  store: Store,
  origin: string,
  camp: { id: string; slug: string },
  code: string,
): Promise<string> {
  const signed = await ticketSigner(store);
  return ticketAddress(origin, camp.slug, code, signed(camp.id, code));
}
