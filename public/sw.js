/*
 * Keeps what this phone has seen of a camp, so that a reload in a basement shows it. Only pages that everybody
 * at the camp may read, files that never change, and of private pages the one with this phone's ticket, which
 * components/live/kept-ticket.ts forgets once the phone is handed on; never a form, a desk or anything sent.
 * And shows what a phone that asked is told while no page is open: a PushNotification (domain/push.ts).
 */
const PAGES = "wallchart-pages-2";
const FILES = "wallchart-files-1";
const TICKETS = "wallchart-tickets-1";
/** Apart from a phone's pages: no phone is led to a wall. */
const WALLS = "wallchart-walls-1";
const PATIENCE_MS = 4000;
/** Those of a few builds; the oldest go first. */
const MOST_FILES = 160;

const TICKET_PAGE = /^\/e\/[a-z0-9-]+\/r\/[\w-]+$/;
const ME_PAGE = /^\/e\/[a-z0-9-]+\/me$/;
/** As it is asked for: the hall's, a whole day, a room. */
const WALL_PAGE = /^\/e\/[a-z0-9-]+\/wall(\?(view=day|room=[A-Za-z]{1,3}))?$/;
/** Every other page of a camper. The desk is nobody's on a phone without a network, and a wall has its own browser. */
const OTHER_PAGE = /^\/e\/[a-z0-9-]+\/(?!(desk|wall|r)(\/|$))/;
/** Drawn by the page of the grid as well: what is known of a session or a room is in every tab (components/event/tab.ts). */
const GRID_PART = /^(\/e\/[a-z0-9-]+\/)(sessions|rooms)\/[\w-]+$/;
const CAMP_PAGE = /^\/e\/[a-z0-9-]+(\/(now|pitches|grid|day|about(\/[a-z]+)?))?$|^\/now(\/[a-z0-9-]+)?$/;

self.addEventListener("install", () => self.skipWaiting());

self.addEventListener("activate", (event) => event.waitUntil(takeOver()));

async function takeOver() {
  const names = await caches.keys();
  const ours = [PAGES, FILES, TICKETS, WALLS];
  await Promise.all(names.filter((name) => !ours.includes(name)).map((name) => caches.delete(name)));
  await self.clients.claim();
}

self.addEventListener("fetch", (event) => {
  const { request } = event;
  const url = new URL(request.url);
  if (request.method !== "GET" || url.origin !== location.origin) return;
  if (request.mode === "navigate") {
    if (WALL_PAGE.test(url.pathname + url.search)) event.respondWith(wallPage(request, url.pathname + url.search));
    else if (CAMP_PAGE.test(url.pathname)) event.respondWith(page(request, url.pathname));
    else if (GRID_PART.test(url.pathname)) event.respondWith(gridPart(request, url.pathname));
    else if (TICKET_PAGE.test(url.pathname)) event.respondWith(ticketPage(request, url.pathname));
    else if (ME_PAGE.test(url.pathname)) event.respondWith(orElse(fetch(request), url.pathname, true, request.referrer));
    else if (OTHER_PAGE.test(url.pathname)) event.respondWith(orElse(fetch(request), url.pathname, false, request.referrer));
  } else if (url.pathname.startsWith("/_next/static/")) event.respondWith(file(request));
});

/** A page tells what it is and which files it is made of: on a first visit it was here before this worker. */
self.addEventListener("message", (event) => {
  const { keep } = event.data ?? {};
  if (!keep) return;
  const kept = keep.ticket ? keepTicket(keep.page, keep.ticket) : keepPage(keep.page);
  const others = (keep.others ?? []).map(keepOther);
  event.waitUntil(Promise.allSettled([kept, ...keep.files.map(keepFile), ...others]));
});

/** The network's page if it comes in time, else the one that was last seen. */
async function page(request, path) {
  const kept = await (await caches.open(PAGES)).match(path);
  // What was looked for by a form is a part of the page.
  const part = new URL(request.url).search !== "";
  const fresh = fetch(request).then((answer) => (part ? answer : remember(path, answer)));
  return kept ? newest(fresh, kept) : orElse(fresh, path, false);
}

/** A wall that is switched on again without a network shows what it last showed, and says how old that is. */
async function wallPage(request, path) {
  const kept = await (await caches.open(WALLS)).match(path);
  const fresh = fetch(request).then((answer) => remember(path, answer, WALLS));
  return kept ? newest(fresh, kept) : fresh;
}

/** So many pages need not be kept one by one: without a network that of the grid draws whichever is asked for. */
async function gridPart(request, path) {
  const kept = await (await caches.open(PAGES)).match(path.replace(GRID_PART, "$1grid"));
  return kept ? newest(fetch(request), kept) : orElse(fetch(request), path, false, request.referrer);
}

/**
 * Without a network, what this phone has kept of the camp at another address: its ticket, the page it comes from, or one
 * that leads on.
 */
async function orElse(fresh, path, ticketFirst, from = "") {
  try {
    return await fresh;
  } catch (fault) {
    const [, , slug] = path.split("/");
    const own = await keptUnder(TICKETS, `/e/${slug}/r/`);
    const camp = (await keptUnder(PAGES, `/e/${slug}/now`)) ?? (await keptUnder(PAGES, `/e/${slug}/`));
    const here = from.startsWith(location.origin) && (await caches.match(new URL(from).pathname));
    const page = here ? from.split("#")[0] : camp;
    // Once the grid is out a phone keeps its owner's day, which leads to the ticket.
    const day = ME_PAGE.test(path) && (await keptUnder(PAGES, `/e/${slug}/day`));
    const other = day || (ticketFirst ? (own ?? page) : page);
    if (!other) throw fault;
    // A ticket speaks for itself; another page says why it is shown (components/event/no-network.tsx).
    return Response.redirect(other === own ? other : `${other}#no-network`);
  }
}

async function keptUnder(name, beginning) {
  const kept = await (await caches.open(name)).keys();
  return kept.find(({ url }) => new URL(url).pathname.startsWith(beginning))?.url;
}

/** The same for a ticket that this phone keeps; any other private page is left to the network. */
async function ticketPage(request, path) {
  const kept = await (await caches.open(TICKETS)).match(path);
  // The link of another mail, or one that went to somebody else: this phone has the ticket of whoever holds it.
  if (!kept) return orElse(fetch(request), path, true);
  const fresh = fetch(request).then(async (answer) => {
    await rememberTicket(path, answer, ticketOf(kept)).catch(() => undefined);
    return answer;
  });
  return newest(fresh, kept);
}

function newest(fresh, kept) {
  // A house that is just being built anew answers with a fault: what was seen is better.
  const whole = fresh.then((answer) => (answer.status >= 500 ? kept : answer));
  const late = new Promise((resolve) => setTimeout(() => resolve(kept), PATIENCE_MS));
  return Promise.race([whole.catch(() => kept), late]);
}

async function remember(path, answer, where = PAGES) {
  const html = answer.headers.get("content-type")?.startsWith("text/html");
  try {
    const pages = await caches.open(where);
    if (answer.ok && html && !answer.redirected) await pages.put(path, marked(answer.clone()));
    // Gone, or no longer theirs: it must not come back from here.
    else if (answer.status === 404 || answer.redirected) await pages.delete(path);
  } catch {
    // A full phone keeps nothing new, and shows what came.
  }
  return answer;
}

/** A kept page says so, in the one header a page can read of itself: its clock is that of another hour. */
function marked(answer, more = {}) {
  const headers = new Headers({ ...Object.fromEntries(answer.headers), ...more });
  headers.set("server-timing", "kept");
  return new Response(answer.body, { status: answer.status, statusText: answer.statusText, headers });
}

async function keepPage(path) {
  if (CAMP_PAGE.test(path)) await remember(path, await fetch(path));
  else if (WALL_PAGE.test(path)) await remember(path, await fetch(path), WALLS);
}

/** Pages that were not opened, and what they are made of, which only they say. */
async function keepOther(path) {
  if (!CAMP_PAGE.test(path)) return;
  const answer = await fetch(path);
  const text = await answer.clone().text();
  await remember(path, answer);
  const files = new Set(text.match(/\/_next\/static\/[^"'\\\s]+\.(?:js|css)/g));
  await Promise.allSettled([...files].map(keepFile));
}

/** One ticket a camp: that of whoever opened it here last. `ticket`: a KeptTicket (domain/ticket.ts). */
async function keepTicket(path, ticket) {
  if (!TICKET_PAGE.test(path)) return;
  await rememberTicket(path, await fetch(path), ticket);
  const tickets = await caches.open(TICKETS);
  const camp = path.slice(0, path.lastIndexOf("/") + 1);
  for (const { url } of await tickets.keys()) {
    const other = new URL(url).pathname;
    if (other !== path && other.startsWith(camp)) await tickets.delete(other);
  }
}

async function rememberTicket(path, answer, ticket) {
  const tickets = await caches.open(TICKETS);
  const html = answer.headers.get("content-type")?.startsWith("text/html");
  if (answer.ok && html && !answer.redirected)
    await tickets.put(path, marked(answer.clone(), { "wallchart-ticket": JSON.stringify(ticket) }));
  else if (answer.status === 404 || answer.redirected) await tickets.delete(path);
}

const ticketOf = (kept) => JSON.parse(kept.headers.get("wallchart-ticket"));

/** Files with a hash in their name never change: what is kept is right. */
async function file(request) {
  const kept = await (await caches.open(FILES)).match(request);
  return kept ?? rememberFile(request, await fetch(request));
}

async function keepFile(address) {
  const files = await caches.open(FILES);
  if (!(await files.match(address))) await rememberFile(address, await fetch(address));
}

async function rememberFile(key, answer) {
  // In development the same name brings another text a moment later, and says so.
  if (!answer.ok || !answer.headers.get("cache-control")?.includes("immutable")) return answer;
  try {
    const files = await caches.open(FILES);
    await files.put(key, answer.clone());
    const kept = await files.keys();
    await Promise.all(kept.slice(0, Math.max(0, kept.length - MOST_FILES)).map((old) => files.delete(old)));
  } catch {
    // A full phone keeps nothing new, and runs what came.
  }
  return answer;
}

self.addEventListener("push", (event) => {
  if (event.data) event.waitUntil(show(event.data.json()));
});

/** One that came twice is shown once, by its tag. */
function show({ title, body, tag, path, lang, dir }) {
  const icon = "/icons/icon-192.png";
  return self.registration.showNotification(title, { body, tag, lang, dir, icon, data: { path } });
}

self.addEventListener("notificationclick", (event) => {
  event.notification.close();
  event.waitUntil(openCamp(event.notification.data.path));
});

/**
 * What was announced is over every tab of the camp, so an open one comes to the front as it is; a form, with what is
 * typed in it, is left alone.
 */
async function openCamp(path) {
  const open = await self.clients.matchAll({ type: "window" });
  const at = (client) => new URL(client.url).pathname;
  const camp = path.slice(0, path.lastIndexOf("/"));
  const best = open.find((client) => at(client) === path) ?? open.find((client) => isTabOf(camp, at(client)));
  await (best ? best.focus() : self.clients.openWindow(path));
}

const isTabOf = (camp, path) => CAMP_PAGE.test(path) && path.startsWith(`${camp}/`);
