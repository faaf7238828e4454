/** The page of a ticket on this phone, kept by the service worker for an entrance without a network. */
import { isHandedOn, type KeptTicket } from "#domain/ticket.ts";
import { keepWithFiles } from "./worker.ts";

/** As public/sw.js calls them. */
const TICKETS = "wallchart-tickets-1";
const WHOSE = "wallchart-ticket";

/** How often it is looked whether a page is kept, and how long between, in milliseconds. */
const LOOKS = 20;
const PAUSE = 300;

/**
 * Has the service worker keep this page. @returns whether it is there: an older one, or a full phone, keeps none
 */
export async function keepTicket(page: string, ticket: KeptTicket): Promise<boolean> {
  if (!(await keepWithFiles({ page, ticket })) || !("caches" in globalThis)) return false;
  const tickets = await caches.open(TICKETS);
  for (let look = 0; look < LOOKS; look++) {
    if (await tickets.match(page)) return true;
    await new Promise((resolve) => setTimeout(resolve, PAUSE));
  }
  return false;
}

/** The address of the ticket that this phone keeps of a camp; null where it keeps none. */
export async function findKeptTicket(slug: string): Promise<string | null> {
  if (!("caches" in globalThis)) return null;
  const kept = await (await caches.open(TICKETS)).keys();
  const paths = kept.map(({ url }) => new URL(url).pathname);
  return paths.find((path) => path.startsWith(`/e/${slug}/r/`)) ?? null;
}

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

/** Once what was held of somebody is deleted: it is not known any more whose a page was. */
export async function forgetTickets(slug: string): Promise<void> {
  await forgetThose(slug, () => true).catch(() => undefined);
}
