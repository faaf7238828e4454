/**
 * Every request in front of all handlers: every request passes here before anything reads it.
 * Who is asking, and what they may do, is left to the handlers behind it.
 */
import type { IncomingHttpHeaders, IncomingMessage } from "node:http";
import { wordsOf } from "#messages/words.ts";

const words = wordsOf("gate");

/** A request that is not let in, and what it is told. */
export interface Refused {
  status: number;
  words: string;
}

/** The addresses this server answers for. */
export interface Addresses {
  /** The address the public types, without a slash at the end. */
  origin: string;
  /** Every `host:port` that may stand in a Host header, lower case. */
  hosts: ReadonlySet<string>;
}

const safe = new Set(["GET", "HEAD", "OPTIONS"]);
const known = new Set([...safe, "POST", "PUT", "PATCH", "DELETE"]);

const mebibyte = 1024 * 1024;

/** The public address, and this machine's own names for itself. */
export function addressesOf(settings: { ORIGIN: string; HOST: string; PORT: number }): Addresses {
  const names = [
    "127.0.0.1",
    "localhost",
    settings.HOST.includes(":") ? `[${settings.HOST}]` : settings.HOST,
  ];
  const own = names.map((name) => `${name}:${settings.PORT}`.toLowerCase());
  return { origin: settings.ORIGIN, hosts: new Set([new URL(settings.ORIGIN).host, ...own]) };
}

/** Looks at a request's first lines. @returns why it stays outside, or nothing when it may come in */
export function refuse(request: IncomingMessage, addresses: Addresses): Refused | undefined {
  const { method = "", url = "", headers } = request;
  // "//other.example" and "/\other.example" are addresses of other sites to whoever redirects to them.
  if (!url.startsWith("/") || /^\/[/\\]/.test(url)) return { status: 400, words: words.badAddress };
  if (!isReadable(url)) return { status: 400, words: words.badAddress };
  if (!known.has(method)) return { status: 405, words: words.badMethod };
  if (headers.upgrade !== undefined) return { status: 400, words: words.noUpgrade };
  if (!addresses.hosts.has(headers.host?.toLowerCase() ?? "")) return { status: 421, words: words.wrongHost };
  return bodyRefused(url, headers) ?? (safe.has(method) ? undefined : originRefused(headers, addresses));
}

/** Whether the escapes of an address are text, and none of it a control character: nothing of ours is called so. */
function isReadable(url: string): boolean {
  try {
    return !/\p{Cc}/u.test(decodeURIComponent(url.split("?", 1)[0]!));
  } catch {
    return false;
  }
}

/** A declared length is one the parser holds the sender to, so nothing behind this has to count. */
function bodyRefused(url: string, headers: IncomingHttpHeaders): Refused | undefined {
  if (headers["transfer-encoding"] !== undefined) return { status: 411, words: words.noLength };
  // An import carries a spreadsheet of up to 2 MiB and the form around it.
  const most = /\/import(\/|\?|$)/.test(url) ? 2.1 * mebibyte : mebibyte;
  if (Number(headers["content-length"] ?? 0) > most) return { status: 413, words: words.tooLong };
  return undefined;
}

/**
 * A change must come from a page of this site (OWASP, Cross-Site Request Forgery Prevention).
 * Every browser of today says where a change comes from. Something that says nothing at all is a program:
 * it may act as itself, but never with a cookie, which is the one thing a forged request could borrow.
 */
function originRefused(headers: IncomingHttpHeaders, addresses: Addresses): Refused | undefined {
  const { origin, cookie } = headers;
  const site = headers["sec-fetch-site"];
  const refused = { status: 403, words: words.otherSite };
  if (site !== undefined && site !== "same-origin") return refused;
  if (origin === undefined) return site === undefined && cookie !== undefined ? refused : undefined;
  // A proxy may call us by our own name; a browser on this machine does so itself.
  const own = headers.host === new URL(addresses.origin).host ? addresses.origin : `http://${headers.host}`;
  return origin === addresses.origin || origin === own ? undefined : refused;
}

/** What a browser's own navigation sends to the framework; the last four only in development. */
const spoken = new Set([
  "rsc",
  "next-action",
  "next-url",
  "next-router-state-tree",
  "next-router-prefetch",
  "next-router-segment-prefetch",
  "next-hmr-refresh",
  "next-hmr-refresh-hash",
  "x-nextjs-request-id",
  "x-nextjs-html-request-id",
]);

/**
 * Takes away every header by which somebody outside could pose as the framework or as a proxy in front of us.
 * The framework then learns the public host from us alone, for its own comparison with Origin.
 */
export function strip(headers: IncomingHttpHeaders): void {
  for (const name of Object.keys(headers)) {
    if (/^(x-|next-|forwarded$|content-security-policy)/.test(name) && !spoken.has(name))
      delete headers[name];
  }
  if (headers.origin && URL.canParse(headers.origin))
    headers["x-forwarded-host"] = new URL(headers.origin).host;
}
