/**
 * `/now`, `/now/{event}` and `/e/{event}/plain`: one HTML page without a script, a font or a second request. It shows
 * what strangers may read, so that everybody's copy is the same and can be cached.
 */
import type { IncomingMessage, ServerResponse } from "node:http";
import { databaseAway } from "#db/connection.ts";
import { isLoss } from "#db/loss.ts";
import { permits } from "#domain/event.ts";
import type { Snapshot } from "#domain/live.ts";
import type { Live } from "#live/instance.ts";
import { type Choice, readChoice, theOne } from "#live/plain/choice.ts";
import { html } from "#live/plain/html.ts";
import { chooser, frame, plainPage, STYLE } from "#live/plain/page.ts";
import { policyOf, sendPlain } from "#live/plain/send.ts";
import { ageOf } from "#live/reply.ts";
import { readerLocale, wordsOf } from "#messages/words.ts";

const common = wordsOf("common");

const POLICY = policyOf(STYLE, "'none'");

const send = (request: IncomingMessage, response: ServerResponse, status: number, text: string) =>
  sendPlain(request, response, status, text, POLICY);

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
