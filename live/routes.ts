import type { IncomingMessage, ServerResponse } from "node:http";
import { isPassing } from "#db/loss.ts";
import type { Again } from "#live/again.ts";
import { api } from "#live/api.ts";
import { archive } from "#live/archive.ts";
import { awayPage, cannotWrite } from "#live/away.ts";
import { called } from "#live/called.ts";
import { complain } from "#live/complain.ts";
import { door } from "#live/door.ts";
import { embed } from "#live/embed.ts";
import { tapHeads } from "#live/heads.ts";
import type { Live } from "#live/instance.ts";
import { takeMailReport } from "#live/mail-report.ts";
import { noteStream, writeNote } from "#live/note.ts";
import { plain } from "#live/plain.ts";
import { me, snapshot } from "#live/reads.ts";
import { askForForm, takeRegistration } from "#live/registration.ts";
import { reply } from "#live/reply.ts";
import { requests } from "#live/requests.ts";
import { review } from "#live/review.ts";
import { tapStar } from "#live/star.ts";
import { stream } from "#live/stream.ts";
import { askToUnsubscribe, unsubscribe } from "#live/unsubscribe.ts";
import { tap } from "#live/voting.ts";
import { help, weights } from "#live/weighing.ts";
import { wordsOf } from "#messages/words.ts";

const awayWords = wordsOf("away");
const words = wordsOf("live");

type Place = {
  slug: string;
  pitch: string;
  run: string;
  token: string;
  shape: string;
  query: URLSearchParams;
  again: Again;
};
type Handler = (
  live: Live,
  request: IncomingMessage,
  response: ServerResponse,
  place: Place,
) => Promise<void>;

/** What a hall asks most of comes first. */
const ROUTES: readonly { path: RegExp; handlers: Readonly<Record<string, Handler>> }[] = [
  {
    path: /^\/live\/(?<slug>[a-z0-9-]+)\/pitches\/(?<pitch>[^/]+)\/hand$/,
    handlers: { PUT: tap, DELETE: tap },
  },
  {
    path: /^\/live\/(?<slug>[a-z0-9-]+)\/runs\/(?<run>[^/]+)\/star$/,
    handlers: { PUT: tapStar, DELETE: tapStar },
  },
  { path: /^\/live\/(?<slug>[a-z0-9-]+)\/runs\/(?<run>[^/]+)\/heads$/, handlers: { PUT: tapHeads } },
  { path: /^\/live\/(?<slug>[a-z0-9-]+)\/runs\/(?<run>[^/]+)\/note$/, handlers: { POST: writeNote } },
  {
    path: /^\/live\/(?<slug>[a-z0-9-]+)\/runs\/(?<run>[^/]+)\/note\/stream$/,
    handlers: { GET: noteStream },
  },
  { path: /^\/live\/(?<slug>[a-z0-9-]+)\/stream$/, handlers: { GET: stream } },
  { path: /^\/live\/(?<slug>[a-z0-9-]+)\/snapshot$/, handlers: { GET: snapshot } },
  { path: /^\/live\/(?<slug>[a-z0-9-]+)\/me$/, handlers: { GET: me } },
  {
    path: /^\/live\/(?<slug>[a-z0-9-]+)\/registration$/,
    handlers: { GET: askForForm, POST: takeRegistration },
  },
  { path: /^\/live\/(?<slug>[a-z0-9-]+)\/pitches\/(?<pitch>[^/]+)\/weights$/, handlers: { GET: weights } },
  {
    path: /^\/live\/(?<slug>[a-z0-9-]+)\/unsubscribe\/(?<token>[\w-]{43})$/,
    handlers: { GET: askToUnsubscribe, POST: unsubscribe },
  },
  { path: /^\/live\/(?<slug>[a-z0-9-]+)\/door$/, handlers: { POST: door } },
  { path: /^\/live\/(?<slug>[a-z0-9-]+)\/called$/, handlers: { GET: called } },
  { path: /^\/live\/(?<slug>[a-z0-9-]+)\/help$/, handlers: { GET: help } },
  { path: /^\/live\/(?<slug>[a-z0-9-]+)\/review$/, handlers: { GET: review } },
  { path: /^\/live\/(?<slug>[a-z0-9-]+)\/archive$/, handlers: { GET: archive } },
  { path: /^\/live\/(?<slug>[a-z0-9-]+)\/requests$/, handlers: { GET: requests } },
  { path: /^\/hooks\/mail\/(?<shape>signed|postmark|ses)$/, handlers: { POST: takeMailReport } },
  { path: /^\/now(?:\/(?<slug>[a-z0-9-]+))?\/?$/, handlers: { GET: plain, HEAD: plain } },
  { path: /^\/embed\/(?<slug>[a-z0-9-]+)$/, handlers: { GET: embed, HEAD: embed } },
  { path: /^\/e\/(?<slug>[a-z0-9-]+)\/plain$/, handlers: { GET: plain, HEAD: plain } },
];

/**
 * @param again shows a page of the framework once more
 * @returns whether the request was for a live handler. A fault gets 503: the phone then keeps what it wanted to send.
 */
export function route(
  live: () => Live,
  request: IncomingMessage,
  response: ServerResponse,
  again: Again,
): boolean {
  const [pathname = "", query] = (request.url ?? "").split("?", 2);
  if (pathname.startsWith("/api/")) {
    void api(live(), request, response);
    return true;
  }
  for (const { path, handlers } of ROUTES) {
    const named = path.exec(pathname)?.groups;
    if (!named) continue;
    const handler = handlers[request.method ?? ""];
    if (!handler) {
      response.writeHead(405, { allow: Object.keys(handlers).join(", ") }).end();
      return true;
    }
    const { slug = "", pitch = "", run = "", token = "", shape = "" } = named;
    const place = { slug, pitch, run, token, shape, query: new URLSearchParams(query), again };
    // A registration keeps what was typed, whatever happens.
    if (cannotWrite(request) && handler !== takeRegistration) replyFull(response);
    else handler(live(), request, response, place).catch((fault) => fail(request, response, fault));
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
