import type { IncomingMessage, ServerResponse } from "node:http";
import { REFUSALS, type Refusal } from "#domain/refusal.ts";
import { wordsOf } from "#messages/words.ts";

const words = wordsOf("refusal");

/** JSON that only its asker may keep, and must ask about again. */
export function reply(
  response: ServerResponse,
  status: number,
  body: unknown,
  headers: Record<string, string> = {},
): void {
  const json = JSON.stringify(body);
  response.writeHead(status, {
    "content-type": "application/json; charset=utf-8",
    // Without a length it would be sent in chunks: three writes instead of one.
    "content-length": Buffer.byteLength(json),
    "cache-control": "private, no-store",
    ...headers,
  });
  response.end(json);
}

/** A refusal's name is for programs, its words for people. */
export function replyRefused(response: ServerResponse, refusal: Refusal): void {
  const wait: Record<string, string> = refusal === "too_many" ? { "retry-after": "5" } : {};
  reply(response, REFUSALS[refusal], { refusal, ...words[refusal] }, wait);
}

/** 304 without a body when the asker has this answer already. @param etag without quotes */
export function replyFresh(
  request: IncomingMessage,
  response: ServerResponse,
  etag: string,
  json: string,
): void {
  const tag = `"${etag}"`;
  const headers = { etag: tag, "cache-control": "private, no-cache", vary: "cookie" };
  if (request.headers["if-none-match"]?.includes(tag)) {
    response.writeHead(304, headers).end();
    return;
  }
  response.writeHead(200, {
    "content-type": "application/json; charset=utf-8",
    "content-length": Buffer.byteLength(json),
    ...headers,
  });
  response.end(json);
}

/** The seconds since the database was last heard of, for the Age header of kept answers (RFC 9111, 5.1). */
export function ageOf(since: Date): string {
  return String(Math.max(0, Math.round((Date.now() - since.getTime()) / 1000)));
}
