/**
 * How a page of the product looks, taken from the build, for what is said in place of one: the same style sheets, fonts
 * and classes, in the language of whoever asked, and no script.
 */
import { existsSync, readFileSync } from "node:fs";
import path from "node:path";
import { escaped } from "#domain/html.ts";
import { pageText } from "#live/page.ts";
import { readerDirection, readerLocale, wordsOf } from "#messages/words.ts";

const common = wordsOf("common");

/** What a page says, in words that are not escaped yet. */
export type Said = {
  title: string;
  lines: readonly string[];
  link: { href: string; says: string } | null;
};

type Shown = { html: Buffer; headers: Record<string, string> };

const PARTS = ["fonts", "phone", "top", "camp", "main", "heading", "lede", "button"] as const;

/** The classes of a page, and what its head links to. */
type Look = Readonly<Record<(typeof PARTS)[number], string>> & { head: string };

/** The page of app/not-found.tsx as it is built: a `Phone` with a `Heading` and a `ButtonLink`. */
const BUILT = new RegExp(
  [
    '<html [^>]*class="(?<fonts>[^"]*)"',
    '<div class="(?<phone>[^"]*)" data-layout="phone"><header class="(?<top>[^"]*)"><span class="(?<camp>[^"]*)"',
    '<main class="(?<main>[^"]*)"',
    '<div class="(?<heading>[^"]*)"><h1>',
    '<p class="(?<lede>[^"]*)"',
    '<a class="(?<button>[^"]*)" data-kind="primary"',
  ].join(".*?"),
  "s",
);

/** The style sheets and the icons; what only a script needs stays away. */
const LINK =
  /<link rel="(?:stylesheet|manifest|icon|apple-touch-icon)"[^>]*>|<meta name="theme-color"[^>]*>/g;

const policy = [
  "default-src 'none'",
  "style-src 'self'",
  "font-src 'self'",
  "img-src 'self'",
  "manifest-src 'self'",
  "form-action 'self'",
  "base-uri 'none'",
  "frame-ancestors 'none'",
].join("; ");

/** Null for a page that is built otherwise, and then looks as in live/page.ts. */
export function lookOf(built: string): Look | null {
  const found = BUILT.exec(built)?.groups;
  const head = built.match(LINK)?.join("") ?? "";
  return found && head.includes("stylesheet") ? ({ ...found, head } as Look) : null;
}

let look: Look | null = null;

/** From now on pages look as in this build. @param dist absolute path of its folder */
export function haveLook(dist: string): void {
  const built = path.join(dist, "server/app/_not-found.html");
  look = existsSync(built) ? lookOf(readFileSync(built, "utf8")) : null;
}

/** A whole page that nobody may keep. */
export function showSaid({ title, lines, link }: Said): Shown {
  if (!look) {
    const button = link
      ? `<p><a class="button" href="${escaped(link.href)}">${escaped(link.says)}</a></p>`
      : "";
    const body = lines.map((line) => `<p>${escaped(line)}</p>`).join("") + button;
    const { text, headers } = pageText({ title, camp: common.product, body });
    return { html: Buffer.from(text), headers };
  }
  const headers = {
    "content-type": "text/html; charset=utf-8",
    "content-security-policy": policy,
    "cache-control": "private, no-store",
    "x-robots-tag": "noindex",
  };
  return { html: Buffer.from(written(look, { title, lines, link })), headers };
}

function written(look: Look, { title, lines, link }: Said): string {
  const lede = lines.map((line) => `<p class="${look.lede}">${escaped(line)}</p>`).join("");
  const button = link
    ? `<a class="${look.button}" data-kind="primary" href="${escaped(link.href)}">${escaped(link.says)}</a>`
    : "";
  return `<!doctype html>
<html lang="${readerLocale()}" dir="${readerDirection()}" class="${look.fonts}"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1, viewport-fit=cover">
<title>${escaped(title)} · ${escaped(common.product)}</title>${look.head}</head>
<body><a class="skip" href="#main">${escaped(common.skip)}</a>
<div class="${look.phone}" data-layout="phone"><header class="${look.top}"><span class="${look.camp}">${escaped(common.product)}</span></header>
<main class="${look.main}" id="main" tabindex="-1"><div class="${look.heading}"><h1>${escaped(title)}</h1>${lede}</div>${button}</main></div></body></html>
`;
}
