/**
 * Pages that stand in for what the framework would say. What it streams when a page says `notFound()` is empty until its
 * script has run, and what it says when the database is away is that something broke; these say it at once, and to
 * browsers without a script.
 */
import { readFileSync } from "node:fs";
import type { ServerResponse } from "node:http";
import path from "node:path";
import { staticPolicy } from "#live/policy.ts";

/** An answer in place of another. */
export type StandIn = { status: number; html: Buffer; headers: Readonly<Record<string, string>> };

/** Reads the page for what is not there from a finished build. @param dist absolute path of the build's folder */
export function readMissingPage(dist: string): StandIn {
  const html = readFileSync(path.join(dist, "server/app/_not-found.html"));
  return { status: 404, html, headers: { "content-security-policy": staticPolicy(html.toString("utf8")) } };
}

/**
 * Lets another page stand in for any page of this answer. What is no page keeps its body, and takes the other status.
 * @param choose gets the status the answer would have; null lets it be
 */
export function standIn(response: ServerResponse, choose: (status: number) => StandIn | null): void {
  const { writeHead, write, end } = response;
  let body: Buffer | null = null;
  const isPage = () => String(response.getHeader("content-type")).startsWith("text/html");
  const instead = (status: number) => {
    const page = choose(status);
    return page && (isPage() || page.status !== status) ? page : null;
  };

  // Every way to begin an answer comes through here, the framework's compression included.
  response.writeHead = ((status: number, ...rest: never[]) => {
    const page = instead(status);
    if (!page) return Reflect.apply(writeHead, response, [status, ...rest]);
    if (!isPage()) return Reflect.apply(writeHead, response, [page.status, ...rest]);
    body = page.html;
    for (const header of ["content-encoding", "etag", "transfer-encoding"]) response.removeHeader(header);
    for (const [name, value] of Object.entries(page.headers)) response.setHeader(name, value);
    response.setHeader("content-length", page.html.length);
    return Reflect.apply(writeHead, response, [page.status]);
  }) as typeof writeHead;

  response.write = ((...chunk: never[]) =>
    body ? true : Reflect.apply(write, response, chunk)) as typeof write;

  response.end = ((...chunk: never[]) => {
    // Begun here where nothing was said before; any other answer ends as Node ends it, with its length.
    if (!response.headersSent && instead(response.statusCode)) response.writeHead(response.statusCode);
    return Reflect.apply(end, response, body ? [body] : chunk);
  }) as typeof end;
}
