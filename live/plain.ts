/**
 * `/now`, `/now/{event}` and `/e/{event}/plain`: one HTML page without a script, a font or a second request. It shows
 * what strangers may read, so that everybody's copy is the same and can be cached.
 */
import { createHash } from "node:crypto";
import type { IncomingMessage, ServerResponse } from "node:http";
import { gzipSync } from "node:zlib";
import { databaseAway } from "#db/connection.ts";
import { isLoss } from "#db/loss.ts";
import { permits } from "#domain/event.ts";
import type { Snapshot } from "#domain/live.ts";
import type { Live } from "#live/instance.ts";
import { type Choice, readChoice, theOne } from "#live/plain/choice.ts";
import { html } from "#live/plain/html.ts";
import { chooser, frame, plainPage, STYLE } from "#live/plain/page.ts";
import { ageOf } from "#live/reply.ts";
import { readerLocale, wordsOf } from "#messages/words.ts";

const common = wordsOf("common");

const sha256 = (text: string) => createHash("sha256").update(text).digest("base64");

/** Nothing is loaded and nothing is sent; the one style is known by its hash. */
const POLICY = `default-src 'none'; style-src 'sha256-${sha256(STYLE)}'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'`;

const MINUTE = 60_000;

type Kept = { key: string; html: string; text: string; version: number; at: Date };

/** The last page of each camp, kept for the next reader and for while the database is away. */
const kept = new Map<string, Kept>();
const MOST = 200;

/** The camp named in the address, or the one that is on, or a list to choose from: of what is coming, or of a year. */
export async function plain(
  live: Live,
  request: IncomingMessage,
  response: ServerResponse,
  { slug, query }: { slug: string; query: URLSearchParams },
): Promise<void> {
  const choice = slug ? null : await choose(live, query);
  // Whoever asks for a page of the list wants to choose.
  const asksForList = choice && query.has("page");
  const camp = choice ? (asksForList ? null : theOne(choice)) : await live.camps(slug);
  if (!camp && choice && isChoice(choice)) return send(request, response, 200, chooser(choice));
  if (!camp || !permits(camp.phase, "visit")) return send(request, response, 404, notFound());
  const { version, text, since } = await read(live, camp.id);
  if (since) response.setHeader("age", ageOf(since));
  send(request, response, 200, page(camp.id, version, text, since));
}

let listed: Choice | null = null;

/** While the database is away, the camps it last listed. */
async function choose(live: Live, asked: URLSearchParams): Promise<Choice> {
  try {
    const choice = await readChoice(live.db, new Date(), asked);
    if (asked.size === 0) listed = choice;
    return choice;
  } catch (fault) {
    if (listed && isLoss(fault)) return listed;
    throw fault;
  }
}

/** Without any camp the page says so; a year or a page without one is not there. */
const isChoice = ({ camps, year }: Choice) => camps.items.length > 0 || (year === null && camps.page === 1);

type Read = { version: number; text: string; since: Date | null };

/** @returns the snapshot, and since when it may be out of date, where the database is away */
async function read(live: Live, eventId: string): Promise<Read> {
  try {
    const camp = await live.hub.camp(eventId);
    return { version: camp.version, text: camp.snapshot("public"), since: databaseAway() };
  } catch (fault) {
    const known = kept.get(eventId);
    if (known && isLoss(fault)) return { version: known.version, text: known.text, since: known.at };
    throw fault;
  }
}

/** Made anew when the camp changes, and every minute; `/now` shows a camp in the language of the installation. */
function page(eventId: string, version: number, text: string, since: Date | null): string {
  const minute = Math.floor(Date.now() / MINUTE);
  const key = `${readerLocale()} ${version} ${minute} ${since?.getTime() ?? ""}`;
  const known = kept.get(eventId);
  if (known?.key === key) return known.html;
  const written = plainPage(JSON.parse(text) as Snapshot, minute * MINUTE, since);
  kept.delete(eventId);
  kept.set(eventId, { key, html: written, text, version, at: since ?? new Date() });
  if (kept.size > MOST) kept.delete(kept.keys().next().value!);
  return written;
}

function notFound(): string {
  const { title, why } = common.notFound;
  return frame(title, html`<h1>${title}</h1><p>${why}<p><a href="/now">${common.notFound.next}</a>`);
}

function send(request: IncomingMessage, response: ServerResponse, status: number, text: string): void {
  const etag = `"${sha256(text).slice(0, 22)}"`;
  const headers = {
    "content-security-policy": POLICY,
    "cache-control": "no-cache",
    vary: "accept-encoding",
    etag,
  };
  if (status === 200 && request.headers["if-none-match"]?.includes(etag)) {
    response.writeHead(304, headers).end();
    return;
  }
  const zipped = /\bgzip\b/.test(request.headers["accept-encoding"] ?? "");
  const body = zipped ? gzipSync(text) : Buffer.from(text);
  response.writeHead(status, {
    ...headers,
    "content-type": "text/html; charset=utf-8",
    "content-length": body.length,
    ...(zipped && { "content-encoding": "gzip" }),
  });
  response.end(request.method === "HEAD" ? undefined : body);
}
