/** A rendering as it goes to browsers: compressed beforehand, with everything its answers say. */
import { createHash } from "node:crypto";
import { promisify } from "node:util";
import zlib from "node:zlib";
import { staticPolicy } from "#live/policy.ts";
import type { Rendering } from "./framework.ts";

const brotli = promisify(zlib.brotliCompress);
const gzip = promisify(zlib.gzip);

/** In the order in which we like them. */
const ENCODINGS = ["br", "gzip", "identity"] as const;
export type Encoding = (typeof ENCODINGS)[number];

type Headers = Record<string, string>;
/** `headers` go with the body, `unchanged` with a 304 (RFC 9110, 15.4.5), whose policy the kept page then has. */
type Body = { bytes: Buffer; etag: string; headers: Headers; unchanged: Headers };
export type Packed = { bodies: Record<Encoding, Body>; bytes: number };

/** Better is several times as slow and saves little: a page is made again whenever it changes. */
const QUALITY = 5;

/** What a browser keeps it must ask about again. It may: there is nothing of anybody in it. */
const KEEPING = "private, no-cache";

/** What an answer says anew, or what only one connection is told. */
const OUR_OWN = new Set([
  ...["cache-control", "connection", "content-encoding", "content-length", "content-security-policy"],
  ...["date", "etag", "keep-alive", "transfer-encoding", "vary"],
]);

/** Null for what may not be shown to others: anything but a whole page, and what sets a cookie. */
export async function pack({ status, headers, body }: Rendering): Promise<Packed | null> {
  if (status !== 200 || headers["set-cookie"]) return null;
  const type = headers["content-type"] ?? "";
  const page = type.startsWith("text/html");
  const said: Headers = {};
  for (const [name, value] of Object.entries(headers))
    if (!OUR_OWN.has(name) && value !== undefined) said[name] = String(value);
  said["cache-control"] = KEEPING;
  said.vary = [headers.vary, "accept-encoding"].filter(Boolean).join(", ");
  // A page that everybody gets has the hashes of its own scripts; a nonce would be everybody's too.
  if (page) said["content-security-policy"] = staticPolicy(body.toString("utf8"));
  const params = { [zlib.constants.BROTLI_PARAM_QUALITY]: QUALITY };
  const [br, gz] = await Promise.all([brotli(body, { params }), gzip(body)]);
  const sum = createHash("sha256").update(body).update(JSON.stringify(said)).digest("base64url").slice(0, 22);
  const bodyOf = (bytes: Buffer, encoding: Encoding): Body => {
    const etag = `"${sum}-${encoding}"`;
    const { "content-type": _type, ...rest }: Headers = { ...said, etag };
    const encoded = encoding === "identity" ? {} : { "content-encoding": encoding };
    const length = { "content-length": String(bytes.length) };
    return { bytes, etag, headers: { ...said, etag, ...encoded, ...length }, unchanged: rest };
  };
  return {
    bodies: { br: bodyOf(br, "br"), gzip: bodyOf(gz, "gzip"), identity: bodyOf(body, "identity") },
    bytes: body.length + br.length + gz.length + 2 * JSON.stringify(said).length,
  };
}

/** The best that an Accept-Encoding allows (RFC 9110, 12.5.3). */
export function encodingFor(accepted: string | string[] | undefined): Encoding {
  const weights = new Map(
    String(accepted ?? "")
      .toLowerCase()
      .split(",")
      .map((one) => {
        const [name = "", ...parameters] = one.split(";").map((part) => part.trim());
        const weight = parameters.find((parameter) => parameter.startsWith("q="));
        return [name, weight ? Number(weight.slice(2)) : 1] as const;
      }),
  );
  const weightOf = (name: Encoding) => weights.get(name) ?? weights.get("*") ?? 0;
  return ENCODINGS.find((name) => name !== "identity" && weightOf(name) > 0) ?? "identity";
}

/** Whether an If-None-Match names it, compared weakly (RFC 9110, 13.1.2 and 8.8.3.2). */
export function hasAlready(ifNoneMatch: string | undefined, etag: string): boolean {
  if (ifNoneMatch === undefined) return false;
  return (
    ifNoneMatch.trim() === "*" || [...ifNoneMatch.matchAll(/"[^"]*"/g)].some(([named]) => named === etag)
  );
}
