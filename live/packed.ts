/** A body as it goes to browsers: compressed once for all of them, with everything its answers say. */
import { createHash } from "node:crypto";
import type { IncomingMessage, ServerResponse } from "node:http";
import { promisify } from "node:util";
import zlib from "node:zlib";

const brotli = promisify(zlib.brotliCompress);
const gzip = promisify(zlib.gzip);

/** In the order in which we like them. */
const ENCODINGS = ["br", "gzip", "identity"] as const;
export type Encoding = (typeof ENCODINGS)[number];

export type Headers = Record<string, string>;
/** `headers` go with the body, `unchanged` with a 304 (RFC 9110, 15.4.5), whose policy the kept page then has. */
type Body = { bytes: Buffer; etag: string; headers: Headers; unchanged: Headers };
export type Packed = { bodies: Record<Encoding, Body>; bytes: number };

/** Better is several times as slow and saves little: a page is made again whenever it changes. */
const QUALITY = 5;

/**
 * @param said what its answers say, without what follows from how it is encoded
 * @param smaller it in brotli, where that was made beforehand; null where it is compressed already
 */
export async function packed(body: Buffer, said: Headers, smaller?: Buffer | null): Promise<Packed> {
  const params = { [zlib.constants.BROTLI_PARAM_QUALITY]: QUALITY };
  const [br, gz] =
    smaller === null
      ? []
      : await Promise.all([smaller ?? brotli(body, { params }), gzip(body, { level: 9 })]);
  const sum = createHash("sha256").update(body).update(JSON.stringify(said)).digest("base64url").slice(0, 22);
  const bodyOf = (encoding: Encoding, bytes: Buffer): Body => {
    const etag = `"${sum}-${encoding}"`;
    const { "content-type": _type, ...rest }: Headers = { ...said, etag };
    const encoded = encoding === "identity" ? {} : { "content-encoding": encoding };
    const length = { "content-length": String(bytes.length) };
    return { bytes, etag, headers: { ...said, etag, ...encoded, ...length }, unchanged: rest };
  };
  const identity = bodyOf("identity", body);
  const bodies = { br: br ? bodyOf("br", br) : identity, gzip: gz ? bodyOf("gzip", gz) : identity, identity };
  const bytes = body.length + (br?.length ?? 0) + (gz?.length ?? 0) + 2 * JSON.stringify(said).length;
  return { bodies, bytes };
}

/** Answers a GET or HEAD in the best encoding its asker takes, or says that they have it already. */
export function answerPacked(
  { method, headers: asked }: IncomingMessage,
  response: ServerResponse,
  { bodies }: Packed,
): void {
  const { bytes, etag, headers, unchanged } = bodies[encodingFor(asked["accept-encoding"])];
  if (hasAlready(asked["if-none-match"], etag)) {
    response.writeHead(304, unchanged).end();
    return;
  }
  response.writeHead(200, headers);
  response.end(method === "HEAD" ? undefined : bytes);
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
