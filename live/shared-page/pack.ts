import { type Headers, type Packed, packed } from "#live/packed.ts";
import { staticPolicy } from "#live/policy.ts";
import type { Rendering } from "./framework.ts";

/** What a browser keeps it must ask about again. It may: there is nothing of anybody in it. */
const KEEPING = "private, no-cache";

/** What an answer says anew, or what only one connection is told. */
const OUR_OWN = new Set([
  ...["cache-control", "connection", "content-encoding", "content-length", "content-security-policy"],
  ...["date", "etag", "keep-alive", "transfer-encoding", "vary"],
]);

/** A rendering for everybody. Null for what may not be shown to others: anything but a whole page, and what sets a cookie. */
export async function pack({ status, headers, body }: Rendering): Promise<Packed | null> {
  if (status !== 200 || headers["set-cookie"]) return null;
  const said: Headers = {};
  for (const [name, value] of Object.entries(headers))
    if (!OUR_OWN.has(name) && value !== undefined) said[name] = String(value);
  said["cache-control"] = KEEPING;
  said.vary = [headers.vary, "accept-encoding"].filter(Boolean).join(", ");
  // A page that everybody gets has the hashes of its own scripts; a nonce would be everybody's too.
  if (headers["content-type"]?.startsWith("text/html"))
    said["content-security-policy"] = staticPolicy(body.toString("utf8"));
  return packed(body, said);
}
