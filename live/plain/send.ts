/** How a page goes out that is one file: with its one style, and nothing to load. */
import { createHash } from "node:crypto";
import type { IncomingMessage, ServerResponse } from "node:http";
import { gzipSync } from "node:zlib";

const sha256 = (text: string) => createHash("sha256").update(text).digest("base64");

/**
 * Nothing is loaded and nothing is sent; the one style is known by its hash.
 * @param framedBy whose pages may show it in a frame, as the policy writes it
 */
export const policyOf = (style: string, framedBy: "'none'" | "*"): string =>
  `default-src 'none'; style-src 'sha256-${sha256(style)}'; base-uri 'none'; form-action 'none'; frame-ancestors ${framedBy}`;

/** A page that is the same for everybody; 304 where it is known already. */
export function sendPlain(
  request: IncomingMessage,
  response: ServerResponse,
  status: number,
  text: string,
  policy: string,
): void {
  const etag = `"${sha256(text).slice(0, 22)}"`;
  const headers = {
    "content-security-policy": policy,
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
