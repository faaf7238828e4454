/** A whole page in one small answer, for what must be said before, or without, the framework. */
import { createHash } from "node:crypto";
import type { ServerResponse } from "node:http";
import { escaped } from "#domain/html.ts";
import { readerDirection, readerLocale } from "#messages/words.ts";

// The tokens of components/ui/styles, as far as a few lines need them.
const style = `:root{color-scheme:light dark;--paper:light-dark(#fbfaf6,#141310);--ink:light-dark(#1c1a16,#f6f3ea);--link:light-dark(#1f4bb8,#a9c4ff)}
*{box-sizing:border-box}
body{margin:0 auto;max-width:38rem;padding:20px;background:var(--paper);color:var(--ink);font:1.125rem/1.4 system-ui,sans-serif;overflow-wrap:anywhere}
h1{margin:.5rem 0;font-size:1.75rem;line-height:1.12;text-wrap:balance}
header{font-weight:700}
a{color:var(--link)}
a.button{display:block;width:100%;min-height:54px;margin-top:1.5rem;padding:12px 16px;border:2px solid var(--ink);border-radius:6px;background:var(--ink);color:var(--paper);font:600 1em/1.4 system-ui,sans-serif;text-align:center;text-decoration:none}
:focus-visible{outline:3px solid var(--link);outline-offset:2px}`;

const hash = createHash("sha256").update(style).digest("base64");
const policy = `default-src 'none'; style-src 'sha256-${hash}'; form-action 'none'; base-uri 'none'; frame-ancestors 'none'`;

/** Whoever makes the `body` escapes its words. */
type Page = { title: string; camp: string; body: string };

/** The page as text, with headers that forbid keeping it. */
export function pageText({ title, camp, body }: Page): { text: string; headers: Record<string, string> } {
  const headers = {
    "content-type": "text/html; charset=utf-8",
    "content-security-policy": policy,
    "cache-control": "private, no-store",
    "x-robots-tag": "noindex",
  };
  const text = `<!doctype html>
<html lang="${readerLocale()}" dir="${readerDirection()}"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width,initial-scale=1">
<title>${escaped(title)}</title><style>${style}</style></head>
<body><header>${escaped(camp)}</header><main><h1>${escaped(title)}</h1>${body}</main></body></html>
`;
  return { text, headers };
}

/** Redirects with GET (RFC 9110, 15.4.4). */
export function goTo(response: ServerResponse, path: string, headers: Record<string, string> = {}): void {
  response
    .writeHead(303, {
      location: path,
      "content-length": "0",
      "cache-control": "private, no-store",
      ...headers,
    })
    .end();
}
