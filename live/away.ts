/** Answers while the database is away or its disk is full: in words, at once, and without asking it. */
import type { IncomingMessage, ServerResponse } from "node:http";
import { databaseAway, databaseFull } from "#db/connection.ts";
import { escaped } from "#domain/html.ts";
import { pageText } from "#live/page.ts";
import { wordsOf } from "#messages/words.ts";

const words = wordsOf("away");
const common = wordsOf("common");

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

type Said = { html: Buffer; headers: Record<string, string> };

/** A page that was asked for reloads by itself. */
export function awayPage(request: IncomingMessage): Said {
  const reading = READING.has(request.method ?? "");
  const camp = /^\/e\/([a-z0-9-]+)/.exec(request.url ?? "")?.[1];
  const plain = reading && camp ? `<p><a href="/now/${camp}">${escaped(words.plain)}</a></p>` : "";
  const said = page(words.title, [words.why, reading ? words.reading : words.sending], plain);
  return reading ? { ...said, headers: { ...said.headers, refresh: AGAIN } } : said;
}

function fullPage(): Said {
  return page(words.full.title, [words.full.what, words.full.next], "");
}

function page(title: string, lines: readonly string[], more: string): Said {
  const body = lines.map((line) => `<p>${escaped(line)}</p>`).join("") + more;
  const { text, headers } = pageText({ title, camp: common.product, body });
  return { html: Buffer.from(text), headers: { ...headers, "retry-after": AGAIN } };
}
