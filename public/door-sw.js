/*
 * The door of a camp (/e/{event}/door) without a network: its page, which names nobody, and what it is made of. The
 * names are the page's own business (components/door/store.ts).
 */
const KEPT = "wallchart-door-1";
const PATIENCE_MS = 3000;

self.addEventListener("install", () => self.skipWaiting());
self.addEventListener("activate", (event) => event.waitUntil(self.clients.claim()));

self.addEventListener("message", (event) => {
  const { keep } = event.data ?? {};
  if (keep) event.waitUntil(Promise.allSettled([keepPage(keep.page), ...keep.files.map(keepFile)]));
});

self.addEventListener("fetch", (event) => {
  const { request } = event;
  const url = new URL(request.url);
  if (request.method !== "GET" || url.origin !== location.origin) return;
  const isDoor = url.pathname === pathOf(self.registration.scope);
  if (request.mode === "navigate") event.respondWith(isDoor ? page(request) : orDoor(request));
  else if (url.pathname.startsWith("/_next/static/")) event.respondWith(file(request));
});

const pathOf = (address) => new URL(address).pathname;

/** The network's page if it comes in time and is the door; else the one that was last seen. */
async function page(request) {
  const path = pathOf(request.url);
  const kept = await (await caches.open(KEPT)).match(path);
  const fresh = fetch(request).then((answer) => remember(path, answer));
  if (!kept) return fresh;
  const whole = fresh.then((answer) => (answer.status >= 500 ? kept : answer));
  const late = new Promise((resolve) => setTimeout(() => resolve(kept), PATIENCE_MS));
  return Promise.race([whole.catch(() => kept), late]);
}

/** Any other page of the door needs the network: without one the door is shown, and says so (components/door/door.tsx). */
async function orDoor(request) {
  try {
    return await fetch(request);
  } catch (fault) {
    const path = pathOf(self.registration.scope);
    if (!(await (await caches.open(KEPT)).match(path))) throw fault;
    return Response.redirect(`${path}#no-network`);
  }
}

async function keepPage(path) {
  if (path === pathOf(self.registration.scope)) await remember(path, await fetch(path));
}

async function remember(path, answer) {
  const cache = await caches.open(KEPT);
  // Whoever is on the crew no more is sent elsewhere, and finds no door here again.
  if (answer.ok && !answer.redirected) await cache.put(path, answer.clone());
  else if (answer.status < 500) await cache.delete(path);
  return answer;
}

/** Files with a hash in their name never change: what is kept is right. */
async function file(request) {
  const kept = await (await caches.open(KEPT)).match(request);
  return kept ?? rememberFile(request, await fetch(request));
}

async function keepFile(address) {
  const cache = await caches.open(KEPT);
  if (!(await cache.match(address))) await rememberFile(address, await fetch(address));
}

async function rememberFile(key, answer) {
  if (answer.ok && answer.headers.get("cache-control")?.includes("immutable"))
    await (await caches.open(KEPT)).put(key, answer.clone()).catch(() => undefined);
  return answer;
}
