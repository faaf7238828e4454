/** What a page asks of the service worker (public/sw.js). */
import type { KeptTicket } from "#domain/ticket.ts";

/**
 * Lets it keep a page and the files this one is made of. Without service workers, or without https, nothing is kept and
 * all else works.
 * @param ticket whose, for the page of a ticket
 * @param others pages that it may be asked for too, with what they are made of
 * @returns whether there was one to ask
 */
export async function keepWithFiles(what: {
  page: string;
  ticket?: KeptTicket;
  others?: readonly string[];
}): Promise<boolean> {
  const worker = await readyWorker();
  if (!worker) return false;
  const { active } = worker;
  const files = performance
    .getEntriesByType("resource")
    .map(({ name }) => name)
    .filter((name) => name.startsWith(`${location.origin}/_next/static/`));
  active?.postMessage({ keep: { ...what, files } });
  return active !== null;
}

/** Once it is there; null without service workers. */
export async function readyWorker(): Promise<ServiceWorkerRegistration | null> {
  if (!("serviceWorker" in navigator)) return null;
  await navigator.serviceWorker.register("/sw.js");
  return navigator.serviceWorker.ready;
}
