/** Every request passes here before anything reads it. Who is asking, and what they may do, is left to the handlers. */
import type { IncomingHttpHeaders, IncomingMessage } from "node:http";
import { wordsOf } from "#messages/words.ts";

const words = wordsOf("gate");

export interface Refused {
  status: number;
  words: string;
}

export interface Addresses {
  /** The address the public types, without a slash at the end. */
  origin: string;
  /** Its `host:port`. */
  host: string;
  /** Every `host:port` that may stand in a Host header, lower case. */
  hosts: ReadonlySet<string>;
}

const safe = new Set(["GET", "HEAD", "OPTIONS"]);
const known = new Set([...safe, "POST", "PUT", "PATCH", "DELETE"]);

const mebibyte = 1024 * 1024;

/** The public address, and this machine's own names. */
export function addressesOf(settings: { ORIGIN: string; HOST: string; PORT: number }): Addresses {
  const names = [
    "127.0.0.1",
    "localhost",
    settings.HOST.includes(":") ? `[${settings.HOST}]` : settings.HOST,
  ];
  const own = names.map((name) => `${name}:${settings.PORT}`.toLowerCase());
  const { host } = new URL(settings.ORIGIN);
  return { origin: settings.ORIGIN, host, hosts: new Set([host, ...own]) };
}

/** @returns why a request is refused, or nothing when it may pass */
export function refuse(request: IncomingMessage, addresses: Addresses): Refused | undefined {
  const { method = "", url = "", headers } = request;
  // Whoever redirects to "//other.example" or "/\other.example" sends people to another site.
  if (!url.startsWith("/") || /^\/[/\\]/.test(url)) return { status: 400, words: words.badAddress };
  if (!isReadable(url)) return { status: 400, words: words.badAddress };
  if (!known.has(method)) return { status: 405, words: words.badMethod };
  if (headers.upgrade !== undefined) return { status: 400, words: words.noUpgrade };
  if (!addresses.hosts.has(headers.host?.toLowerCase() ?? "")) return { status: 421, words: words.wrongHost };
  return bodyRefused(url, headers) ?? (safe.has(method) ? undefined : originRefused(headers, addresses));
}

/** Whether the escapes of an address are text without control characters. */
function isReadable(url: string): boolean {
  if (/^[!-$&-~]*$/.test(url)) return true;
  try {
    return !/\p{Cc}/u.test(decodeURIComponent(url.split("?", 1)[0]!));
  } catch {
    return false;
  }
}

/** The parser holds the sender to a declared length, so nothing behind this has to count. */
function bodyRefused(url: string, headers: IncomingHttpHeaders): Refused | undefined {
  if (headers["transfer-encoding"] !== undefined) return { status: 411, words: words.noLength };
  // An import carries a spreadsheet of up to 2 MiB and the form around it.
  const most = /\/import(\/|\?|$)/.test(url) ? 2.1 * mebibyte : mebibyte;
  if (Number(headers["content-length"] ?? 0) > most) return { status: 413, words: words.tooLong };
  return undefined;
}

/**
 * A change must come from a page of this site (OWASP, Cross-Site Request Forgery Prevention). Every current browser
 * says where a change comes from. A program that says nothing may act, but never with a cookie, which is what a forged
 * request would borrow.
 */
function originRefused(headers: IncomingHttpHeaders, addresses: Addresses): Refused | undefined {
  const { origin, cookie } = headers;
  const site = headers["sec-fetch-site"];
  const refused = { status: 403, words: words.otherSite };
  if (site !== undefined && site !== "same-origin") return refused;
  if (origin === undefined) return site === undefined && cookie !== undefined ? refused : undefined;
  // A proxy may call us by our own name; a browser on this machine does so itself.
  const own = headers.host === addresses.host ? addresses.origin : `http://${headers.host}`;
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
 * Removes every header by which somebody outside could pose as the framework or as a proxy in front of us. The
 * framework then learns the public host from us alone, for its own comparison with Origin.
 */
export function strip(headers: IncomingHttpHeaders): void {
  for (const name of Object.keys(headers)) {
    if (/^(x-|next-|forwarded$|content-security-policy)/.test(name) && !spoken.has(name))
      delete headers[name];
  }
  const host = headers.origin && hostOf(headers.origin);
  if (host) headers["x-forwarded-host"] = host;
}

let last = { origin: "", host: "" };

/** The host of an origin, empty where it is none. Nearly every request has the same, and reading one takes long. */
function hostOf(origin: string): string {
  if (origin !== last.origin) last = { origin, host: URL.canParse(origin) ? new URL(origin).host : "" };
  return last.host;
}
