/** The page of the door without a network: a service worker of its own, because it is none of the camp's pages. */
export async function keepDoor(): Promise<void> {
  if (!("serviceWorker" in navigator)) return;
  const scope = location.pathname;
  const worker = await navigator.serviceWorker.register("/door-sw.js", { scope });
  const files = performance
    .getEntriesByType("resource")
    .map(({ name }) => name)
    .filter((name) => name.startsWith(`${location.origin}/_next/static/`));
  const ready = worker.active ?? worker.waiting ?? worker.installing;
  ready?.postMessage({ keep: { page: scope, files } });
}
