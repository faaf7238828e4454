/**
 * Pages in place of the framework's. What it streams for `notFound()` is empty until its script has run, and while the
 * database is away it says that something broke; these say it at once, also without a script.
 */
import type { IncomingMessage, ServerResponse } from "node:http";
import { showSaid } from "#live/look.ts";
import { replyRefused } from "#live/reply.ts";
import { wordsOf } from "#messages/words.ts";

const common = wordsOf("common");

export type StandIn = {
  status: number;
  html: Buffer;
  headers: Readonly<Record<string, string>>;
  /** Also in place of what is no page. */
  always?: true;
};

/** In the language of whoever asked. */
export function missingPage(): StandIn {
  const { title, why, next } = common.notFound;
  return { status: 404, ...showSaid({ title, lines: [why], link: { href: "/", says: next } }) };
}

/** Says that what was asked for is not here: as a page to a browser that sent a form, and in words to a program. */
export function answerMissing(request: IncomingMessage, response: ServerResponse): void {
  const { status, html, headers } = missingPage();
  if (!request.headers.accept?.includes("text/html")) replyRefused(response, "not_found");
  else response.writeHead(status, { ...headers, "content-length": html.length }).end(html);
}

/**
 * In place of a fault. What no form of ours sends is told to whoever sent it; where the framework has no more than three
 * words of its own, it says that something broke here.
 *
 * @param type of what the framework would answer
 */
export function faultPage(type: string, unreadable: boolean): StandIn | null {
  if (!unreadable && !type.startsWith("text/plain")) return null;
  const { title, why } = unreadable ? common.unreadable : common.broken;
  const said = { title, lines: [why], link: { href: "/", says: common.broken.home } };
  return { status: unreadable ? 400 : 500, ...showSaid(said), always: true };
}

/**
 * What is no page keeps its body, and takes the other status.
 * @param choose is given the status and the type of what would be answered; null changes nothing
 */
export function standIn(
  response: ServerResponse,
  choose: (status: number, type: string) => StandIn | null,
): void {
  const { writeHead, write, end } = response;
  let body: Buffer | null = null;
  const type = () => String(response.getHeader("content-type") ?? "");
  const isPage = () => type().startsWith("text/html");
  const instead = (status: number) => {
    const page = choose(status, type());
    return page && (page.always || isPage() || page.status !== status) ? page : null;
  };

  // Every way to begin an answer comes through here, the framework's compression included.
  response.writeHead = ((status: number, ...rest: never[]) => {
    const page = instead(status);
    if (!page) return Reflect.apply(writeHead, response, [status, ...rest]);
    if (!page.always && !isPage()) return Reflect.apply(writeHead, response, [page.status, ...rest]);
    body = page.html;
    // `link` would have a browser fetch what the replaced page needs.
    for (const header of ["content-encoding", "etag", "transfer-encoding", "link"])
      response.removeHeader(header);
    for (const [name, value] of Object.entries(page.headers)) response.setHeader(name, value);
    response.setHeader("content-length", page.html.length);
    return Reflect.apply(writeHead, response, [page.status]);
  }) as typeof writeHead;

  response.write = ((...chunk: never[]) =>
    body ? true : Reflect.apply(write, response, chunk)) as typeof write;

  response.end = ((...chunk: never[]) => {
    // Only where nothing was sent before; any other answer ends as Node ends it, with its length.
    if (!response.headersSent && instead(response.statusCode)) response.writeHead(response.statusCode);
    return Reflect.apply(end, response, body ? [body] : chunk);
  }) as typeof end;
}
