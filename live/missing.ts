/**
 * The page for what is not there. What the framework streams when a page says `notFound()` is empty until its
 * script has run; the prerendered page says the same words at once, and to browsers without a script.
 */
import { readFileSync } from "node:fs";
import type { ServerResponse } from "node:http";
import path from "node:path";
import { staticPolicy } from "#live/policy.ts";

export type MissingPage = { html: Buffer; policy: string };

/** Reads it from a finished build. @param dist absolute path of the build's folder */
export function readMissingPage(dist: string): MissingPage {
  const html = readFileSync(path.join(dist, "server/app/_not-found.html"));
  return { html, policy: staticPolicy(html.toString("utf8")) };
}

/** Lets the prerendered page stand in for any page of this answer that turns out not to be there. */
export function standIn(response: ServerResponse, page: MissingPage): void {
  const { writeHead, write, end } = response;
  let body: Buffer | null = null;
  const missing = (status: number) =>
    status === 404 && String(response.getHeader("content-type")).startsWith("text/html");

  // Every way to begin an answer comes through here, the framework's compression included.
  response.writeHead = ((status: number, ...rest: never[]) => {
    if (!missing(status)) return Reflect.apply(writeHead, response, [status, ...rest]);
    body = page.html;
    for (const header of ["content-encoding", "etag", "transfer-encoding"]) response.removeHeader(header);
    response.setHeader("content-length", page.html.length);
    response.setHeader("content-security-policy", page.policy);
    return Reflect.apply(writeHead, response, [status]);
  }) as typeof writeHead;

  response.write = ((...chunk: never[]) =>
    body ? true : Reflect.apply(write, response, chunk)) as typeof write;

  response.end = ((...chunk: never[]) => {
    // Begun here where nothing was said before; any other answer ends as Node ends it, with its length.
    if (!response.headersSent && missing(response.statusCode)) response.writeHead(404);
    return Reflect.apply(end, response, body ? [body] : chunk);
  }) as typeof end;
}
