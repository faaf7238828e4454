/** A whole page in one small answer, for what must be said before, or without, the framework. */
import { createHash } from "node:crypto";
import type { ServerResponse } from "node:http";
import { escaped } from "#domain/html.ts";
import { readerDirection, readerLocale } from "#messages/words.ts";

// The tokens of components/ui/styles, as far as one form needs them.
const style = `:root{color-scheme:light dark;--paper:light-dark(#fbfaf6,#141310);--card:light-dark(#fff,#201e1a);--ink:light-dark(#1c1a16,#f6f3ea);--soft:light-dark(#4f4a42,#cdc7ba);--edge:light-dark(#756e61,#a49d8f);--bad:light-dark(#a01f17,#ffaba1);--wash:light-dark(#fbe5e2,#4a1712);--link:light-dark(#1f4bb8,#a9c4ff)}
*{box-sizing:border-box}
body{margin:0 auto;max-width:38rem;padding:20px;background:var(--paper);color:var(--ink);font:1.125rem/1.4 system-ui,sans-serif;overflow-wrap:anywhere}
h1{margin:.5rem 0;font-size:1.75rem;line-height:1.12;text-wrap:balance}
header{font-weight:700}
a{color:var(--link)}
label,legend{display:block;margin-top:1rem;padding:0;font-weight:600}
fieldset{margin:1.5rem 0 0;padding:0;border:0}
input[type=radio]{flex:none;width:1.25em;height:1.25em;accent-color:var(--ink)}
fieldset label{display:flex;gap:.75rem;align-items:center;min-height:56px;margin-top:10px;padding:8px 16px;border:2px solid var(--edge);border-radius:6px;background:var(--card);font-weight:400}
p.bad{margin:.25rem 0;color:var(--bad);font-weight:600}
div.bad{margin:1rem 0;padding:1rem;border:2px solid var(--bad);border-bottom-width:5px;border-radius:6px;background:var(--wash)}
div.bad h2{margin:0;font-size:1.3125rem}
div.bad a{color:var(--bad);font-weight:600}
input:not([type=radio]),textarea{width:100%;min-height:48px;margin-top:4px;padding:8px 12px;border:2px solid var(--edge);border-radius:6px;background:var(--card);color:inherit;font:inherit}
button,a.button{display:block;width:100%;min-height:54px;margin-top:1.5rem;padding:12px 16px;border:2px solid var(--ink);border-radius:6px;background:var(--ink);color:var(--paper);font:600 1em/1.4 system-ui,sans-serif;text-align:center;text-decoration:none}
:focus-visible{outline:3px solid var(--link);outline-offset:2px}`;

const hash = createHash("sha256").update(style).digest("base64");
const policy = `default-src 'none'; style-src 'sha256-${hash}'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'`;

/** Whoever makes the `body` escapes its words. */
export type Page = { title: string; camp: string; body: string };

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

/** Nobody may keep a copy of the page. */
export function showPage(response: ServerResponse, status: number, page: Page): void {
  const { text, headers } = pageText(page);
  response.writeHead(status, headers);
  response.end(text);
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
