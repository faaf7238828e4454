/** What a page asks of the service worker (public/sw.js). */
import type { KeptTicket } from "#domain/ticket.ts";

/**
 * Lets it keep a page and the files this one is made of. Without service workers, or without https, nothing is kept and
 * all else works.
 * @param ticket whose, for the page of a ticket
 * @returns whether there was one to ask
 */
export async function keepWithFiles(what: { page: string; ticket?: KeptTicket }): Promise<boolean> {
  if (!("serviceWorker" in navigator)) return false;
  await navigator.serviceWorker.register("/sw.js");
  const { active } = await navigator.serviceWorker.ready;
  const files = performance
    .getEntriesByType("resource")
    .map(({ name }) => name)
    .filter((name) => name.startsWith(`${location.origin}/_next/static/`));
  active?.postMessage({ keep: { ...what, files } });
  return active !== null;
}
