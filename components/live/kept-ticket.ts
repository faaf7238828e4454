/** The page of a ticket on this phone, kept by the service worker for an entrance without a network. */
import { isHandedOn, type KeptTicket } from "#domain/ticket.ts";

/** As public/sw.js calls them. */
const TICKETS = "wallchart-tickets-1";
const WHOSE = "wallchart-ticket";

/** Forgets those of a camp of which it is so. A browser that keeps nothing is no fault. */
async function forgetThose(slug: string, which: (ticket: KeptTicket) => boolean): Promise<void> {
  if (!("caches" in globalThis)) return;
  const tickets = await caches.open(TICKETS);
  for (const request of await tickets.keys()) {
    if (!new URL(request.url).pathname.startsWith(`/e/${slug}/r/`)) continue;
    const kept = await tickets.match(request);
    const whose = JSON.parse(kept?.headers.get(WHOSE) ?? "null") as KeptTicket | null;
    if (whose === null || which(whose)) await tickets.delete(request);
  }
}

/** Once it is known for whom this phone acts. @param holder their registration, or null */
export async function forgetHandedOn(slug: string, holder: string | null): Promise<void> {
  await forgetThose(slug, (ticket) => isHandedOn(ticket, holder)).catch(() => undefined);
}

/** Once somebody's place is gone. */
export async function forgetTicketOf(slug: string, owner: string): Promise<void> {
  await forgetThose(slug, (ticket) => ticket.owner === owner).catch(() => undefined);
}
