/** Which hot door a request is for. */
import type { IncomingMessage, ServerResponse } from "node:http";
import { isPassing } from "#db/loss.ts";
import { awayPage, cannotWrite } from "#live/away.ts";
import { complain } from "#live/complain.ts";
import type { Live } from "#live/instance.ts";
import { plain } from "#live/plain.ts";
import { ballot, snapshot } from "#live/reads.ts";
import { takeRegistration } from "#live/registration.ts";
import { reply } from "#live/reply.ts";
import { stream } from "#live/stream.ts";
import { tap } from "#live/taps.ts";
import { help, weights } from "#live/weighing.ts";
import { away as awayWords } from "#messages/en/away.ts";
import { live as words } from "#messages/en/live.ts";

type Place = { slug: string; pitch: string; query: URLSearchParams };
type Door = (live: Live, request: IncomingMessage, response: ServerResponse, place: Place) => Promise<void>;

const DOORS: readonly { path: RegExp; doors: Readonly<Record<string, Door>> }[] = [
  { path: /^\/live\/(?<slug>[a-z0-9-]+)\/stream$/, doors: { GET: stream } },
  { path: /^\/live\/(?<slug>[a-z0-9-]+)\/snapshot$/, doors: { GET: snapshot } },
  { path: /^\/live\/(?<slug>[a-z0-9-]+)\/ballot$/, doors: { GET: ballot } },
  { path: /^\/live\/(?<slug>[a-z0-9-]+)\/registration$/, doors: { POST: takeRegistration } },
  {
    path: /^\/live\/(?<slug>[a-z0-9-]+)\/pitches\/(?<pitch>[^/]+)\/hand$/,
    doors: { PUT: tap, DELETE: tap },
  },
  { path: /^\/live\/(?<slug>[a-z0-9-]+)\/pitches\/(?<pitch>[^/]+)\/weights$/, doors: { GET: weights } },
  { path: /^\/live\/(?<slug>[a-z0-9-]+)\/help$/, doors: { GET: help } },
  { path: /^\/now(?:\/(?<slug>[a-z0-9-]+))?\/?$/, doors: { GET: plain, HEAD: plain } },
  { path: /^\/e\/(?<slug>[a-z0-9-]+)\/plain$/, doors: { GET: plain, HEAD: plain } },
];

/**
 * Takes a request that is for a hot door. A fault is told to the house and answered with 503: the phone
 * keeps what it wanted to send.
 *
 * @returns whether it was taken
 */
export function route(live: () => Live, request: IncomingMessage, response: ServerResponse): boolean {
  const [pathname = "", query] = (request.url ?? "").split("?", 2);
  for (const { path, doors } of DOORS) {
    const named = path.exec(pathname)?.groups;
    if (!named) continue;
    const door = doors[request.method ?? ""];
    if (!door) {
      response.writeHead(405, { allow: Object.keys(doors).join(", ") }).end();
      return true;
    }
    const place = { slug: named.slug ?? "", pitch: named.pitch ?? "", query: new URLSearchParams(query) };
    // A registration keeps what was typed, whatever happens.
    if (cannotWrite(request) && door !== takeRegistration) replyFull(response);
    else door(live(), request, response, place).catch((fault) => fail(request, response, fault));
    return true;
  }
  return false;
}

function replyFull(response: ServerResponse): void {
  const { what, next } = awayWords.full;
  reply(response, 503, { what, next }, { "retry-after": "5" });
}

function fail(request: IncomingMessage, response: ServerResponse, fault: unknown): void {
  complain("a request failed", fault);
  if (response.headersSent) return void response.destroy();
  const passing = isPassing(fault);
  if (passing && !request.url?.startsWith("/live/")) {
    const { html, headers } = awayPage(request);
    response.writeHead(503, headers).end(html);
  } else reply(response, 503, passing ? awayWords.live : words.fault, { "retry-after": "2" });
}
