import type { IncomingMessage, ServerResponse } from "node:http";
import { otherSlug } from "#domain/slug.ts";

const CAMP = /^\/(e|now)\/([^/?#]+)([^?#]*)(.*)$/;

/** Redirects a slug typed with capitals, as on a poster (308; RFC 9110, 15.4.9). @returns whether it did */
export function sendOn(request: IncomingMessage, response: ServerResponse): boolean {
  if (request.method !== "GET" && request.method !== "HEAD") return false;
  const [, part, typed = "", rest, query] = CAMP.exec(request.url ?? "") ?? [];
  const slug = otherSlug(typed);
  if (!slug) return false;
  response.writeHead(308, { location: `/${part}/${slug}${rest}${query}`, "content-length": "0" }).end();
  return true;
}
