/** Addresses of camps as people type them: with capitals, as they stand on a poster. */
import type { IncomingMessage, ServerResponse } from "node:http";
import { otherSlug } from "#domain/slug.ts";

/** The pages of a camp, by its address. */
const CAMP = /^\/(e|now)\/([^/?#]+)([^?#]*)(.*)$/;

/**
 * Sends a reader on to the one address a camp has (RFC 9110, 15.4.9), where theirs differs by capitals.
 *
 * @returns whether the request was answered
 */
export function sendOn(request: IncomingMessage, response: ServerResponse): boolean {
  if (request.method !== "GET" && request.method !== "HEAD") return false;
  const [, part, typed = "", rest, query] = CAMP.exec(request.url ?? "") ?? [];
  const slug = otherSlug(typed);
  if (!slug) return false;
  response.writeHead(308, { location: `/${part}/${slug}${rest}${query}`, "content-length": "0" }).end();
  return true;
}
