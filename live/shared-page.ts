/**
 * Pages that show only what everybody may know, rendered once for all and answered from memory. Who somebody is and
 * what is theirs comes later (live/me.ts and the stream) and is drawn over them.
 */
import type { IncomingMessage, ServerResponse } from "node:http";
import { permits } from "#domain/event.ts";
import { complain } from "#live/complain.ts";
import type { Live } from "#live/instance.ts";
import { answerPacked, type Packed } from "#live/packed.ts";
import { hasToken } from "#live/viewer.ts";
import { readerLocale } from "#messages/words.ts";
import type { Render } from "./shared-page/framework.ts";
import type { Known } from "./shared-page/freshness.ts";
import { PageMemory } from "./shared-page/memory.ts";
import { pack } from "./shared-page/pack.ts";

/** The grid as a spreadsheet: its address says in which shape, and of which type. */
const SHEET = /^\/e\/(?<slug>[a-z0-9-]+)\/grid\/sheet$/;
const SHEET_ASKED = /^shape=(?:table|list)&as=(?:xlsx|csv)$/;

/** The pages that are the same for everybody. What is not here is rendered for whoever asks. */
const SHARED = {
  home: /^\/$/,
  front: /^\/e\/(?<slug>[a-z0-9-]+)$/,
  register: /^\/e\/(?<slug>[a-z0-9-]+)\/register$/,
  tabs: /^\/e\/(?<slug>[a-z0-9-]+)\/(?:now|pitches|grid|day|changes|feeds)$/,
  about: /^\/e\/(?<slug>[a-z0-9-]+)\/about(?:\/[a-z]{1,20})?$/,
  fairness: /^\/e\/(?<slug>[a-z0-9-]+)\/fairness$/,
  session: /^\/e\/(?<slug>[a-z0-9-]+)\/sessions\/[\w-]{1,64}(?:\/notes)?$/,
  room: /^\/e\/(?<slug>[a-z0-9-]+)\/rooms\/[A-Z]{1,3}$/,
  feed: /^\/e\/(?<slug>[a-z0-9-]+)\/(?:(?:(?:rooms\/[A-Z]{1,3}|sessions\/[\w-]{1,64})\/)?calendar\.ics|schedule\.(?:xml|json))$/,
  sheet: SHEET,
  wall: /^\/e\/(?<slug>[a-z0-9-]+)\/wall$/,
};

/** How old a page may be though no version changed, in milliseconds: time passes, and is shown. */
const OLDEST_MS = 5_000;
/** The same for home, which has no version. */
const OLDEST_HOME_MS = 1_000;

/** Room for pages and for the framework's navigations, in bytes; apart, because anybody can make up navigations. */
const MOST_PAGES = 32 * 1024 * 1024;
const MOST_NAVIGATIONS = 8 * 1024 * 1024;

/** The headers by which the framework's navigation chooses what of a page it gets. */
const NAVIGATION = [
  "next-router-state-tree",
  "next-router-prefetch",
  "next-router-segment-prefetch",
  "next-url",
] as const;

/** Longer ones are not of our pages. */
const LONGEST_NAVIGATION = 4_096;

type Wanted = { slug: string | null; url: string; headers: Record<string, string> };

export type SharePages = (
  request: IncomingMessage,
  response: ServerResponse,
  otherwise: () => void,
) => boolean;

/** @returns answers a request for a shared page, or calls `otherwise`; false where it is for no such page */
export function sharePages(live: () => Live, render: Render): SharePages {
  const pages = new PageMemory<Packed>(MOST_PAGES);
  const navigations = new PageMemory<Packed>(MOST_NAVIGATIONS);

  async function find({ slug, url, headers }: Wanted) {
    let eventId: string | null = null;
    if (slug !== null) {
      const camp = await live().camps(slug);
      // A draft is its crew's alone.
      if (!camp || !permits(camp.phase, "visit")) return null;
      eventId = camp.id;
    }
    const locale = readerLocale();
    const memory = headers.rsc ? navigations : pages;
    return memory.find(JSON.stringify([locale, url, headers]), {
      versions: () => (eventId === null ? unversioned() : live().versions.find(eventId)),
      render: async () => pack(await render({ url, locale, headers })),
      oldest: eventId === null ? OLDEST_HOME_MS : OLDEST_MS,
    });
  }

  return (request, response, otherwise) => {
    const wanted = wantedBy(request);
    if (!wanted) return false;
    find(wanted)
      .catch((fault) => complain("a shared page could not be rendered", fault))
      .then((found) => {
        if (response.destroyed) return;
        if (found) show(request, response, found.page, found.age);
        else otherwise();
      })
      .catch((fault) => {
        complain("a shared page could not be answered", fault);
        response.destroy();
      });
    return true;
  };
}

const unversioned = (): Known => ({ at: performance.now(), any: 0, firm: 0 });

/** Null for what is no shared page, or asks for one in a way that only its asker may know. */
function wantedBy({ method, url = "/", headers }: IncomingMessage): Wanted | null {
  if (method !== "GET" && method !== "HEAD") return null;
  const [path = "/", query] = url.split("?", 2);
  const found = Object.values(SHARED)
    .map((pattern) => pattern.exec(path))
    .find((match) => match !== null);
  if (!found) return null;
  const slug = found.groups?.slug ?? null;
  const isPlain = query === undefined || (SHEET.test(path) && SHEET_ASKED.test(query));
  if (headers.rsc === undefined) return isPlain ? { slug, url, headers: {} } : null;
  if (headers.rsc !== "1" || !/^_rsc(=[\w-]{0,64})?$/.test(query ?? "")) return null;
  const chosen: Record<string, string> = { rsc: "1" };
  for (const name of NAVIGATION) if (headers[name] !== undefined) chosen[name] = String(headers[name]);
  return Object.values(chosen).join().length > LONGEST_NAVIGATION ? null : { slug, url, headers: chosen };
}

function show(request: IncomingMessage, response: ServerResponse, page: Packed, age: number): void {
  response.setHeader("age", Math.ceil(age / 1000));
  // Whoever brings no cookie is nobody, and need not ask who they are (components/live/me.ts). Said either way: what a
  // 304 does not say stays as the browser kept it.
  response.setHeader("server-timing", hasToken(request) ? "somebody" : "nobody");
  answerPacked(request, response, page);
}
