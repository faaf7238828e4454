/** Answers while the database is away or its disk is full: in words, at once, and without asking it. */
import type { IncomingMessage, ServerResponse } from "node:http";
import { databaseAway, databaseFull } from "#db/connection.ts";
import { type Said, showSaid } from "#live/look.ts";
import { wordsOf } from "#messages/words.ts";

const words = wordsOf("away");

/** Seconds after which a browser may ask again. */
const AGAIN = "5";

const READING = new Set(["GET", "HEAD", "OPTIONS"]);

/** Whether a request wants to change something while the disk is full. */
export function cannotWrite(request: IncomingMessage): boolean {
  return databaseFull() && !READING.has(request.method ?? "");
}

/** Answers a request for a page or a form that only the database could answer. @returns whether it did */
export function answerAway(request: IncomingMessage, response: ServerResponse): boolean {
  const full = cannotWrite(request);
  if (!full && !databaseAway()) return false;
  const { html, headers } = full ? fullPage() : awayPage(request);
  response.writeHead(503, { ...headers, "content-length": html.length });
  response.end(request.method === "HEAD" ? undefined : html);
  return true;
}

type Answer = { html: Buffer; headers: Record<string, string> };

/** A page that was asked for reloads by itself. */
export function awayPage(request: IncomingMessage): Answer {
  const reading = READING.has(request.method ?? "");
  const camp = /^\/e\/([a-z0-9-]+)/.exec(request.url ?? "")?.[1];
  const link = reading && camp ? { href: `/now/${camp}`, says: words.plain } : null;
  const lines = [words.why, reading ? words.reading : words.sending];
  const said = page({ title: words.title, lines, link });
  return reading ? { ...said, headers: { ...said.headers, refresh: AGAIN } } : said;
}

function fullPage(): Answer {
  return page({ title: words.full.title, lines: [words.full.what, words.full.next], link: null });
}

function page(said: Said): Answer {
  const { html, headers } = showSaid(said);
  return { html, headers: { ...headers, "retry-after": AGAIN } };
}
