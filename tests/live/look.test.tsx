/** What is said in place of a page looks like one: it wears what the build made of app/not-found.tsx. */
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import type { IncomingMessage } from "node:http";
import os from "node:os";
import path from "node:path";
import {
  AppRouterContext,
  type AppRouterInstance,
} from "next/dist/shared/lib/app-router-context.shared-runtime";
import { renderToStaticMarkup } from "react-dom/server";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import NotFound from "#app/not-found.tsx";
import { awayPage } from "#live/away.ts";
import { haveLook, lookOf, showSaid } from "#live/look.ts";
import { missingPage } from "#live/missing.ts";
import { haveLanguages, inLanguage } from "#messages/words.ts";
import { englishIn, readable } from "#tests/support/english.ts";

const ACCENTED = "el-x-accented";

/** As a build writes it, around what the page itself draws. */
const built = `<!DOCTYPE html><html lang="en-GB" dir="ltr" class="text display"><head><meta charSet="utf-8"/>
<link rel="stylesheet" href="/_next/static/chunks/a.css" data-precedence="next"/><link rel="preload" as="script" href="/_next/x.js"/>
<script src="/_next/x.js" async=""></script><meta name="theme-color" content="#fbfaf6" media="(prefers-color-scheme: light)"/>
<meta name="description" content="An unconference"/><link rel="icon" href="/icons/icon.svg" type="image/svg+xml"/></head>
<body><a class="skip" href="#main">Skip</a>${renderToStaticMarkup(
  <AppRouterContext.Provider value={{} as AppRouterInstance}>
    <NotFound />
  </AppRouterContext.Provider>,
)}<script>self.__next_f=[]</script></body></html>`;

let dist: string;
beforeEach(() => {
  dist = mkdtempSync(path.join(os.tmpdir(), "wallchart-look-"));
  mkdirSync(path.join(dist, "server/app"), { recursive: true });
  writeFileSync(path.join(dist, "server/app/_not-found.html"), built);
  haveLook(dist);
});
afterEach(() => {
  rmSync(dist, { recursive: true });
  haveLook(dist);
  haveLanguages([]);
});

const asked = (url: string, method = "GET") => awayPage({ url, method } as IncomingMessage);
const tags = (html: string, tag: string) =>
  [...html.matchAll(new RegExp(`<${tag}\\b[^>]*>`, "g"))].map(String);

describe("a page that is not there", () => {
  test("has the classes, the style sheets and the button of the page that was built", () => {
    const html = missingPage().html.toString();
    const inside = (text: string) =>
      /<div [^>]*data-layout="phone">.*<\/main>/s.exec(text)![0].replace(/<\/?bdi>|\n/g, "");
    expect(inside(html)).toBe(inside(built));
    expect(tags(html, "link")).toEqual([
      '<link rel="stylesheet" href="/_next/static/chunks/a.css" data-precedence="next"/>',
      '<link rel="icon" href="/icons/icon.svg" type="image/svg+xml"/>',
    ]);
    expect(tags(html, "html")).toEqual(['<html lang="en-GB" dir="ltr" class="text display">']);
    expect(html).toContain("<title>This page is not here · Wallchart</title>");
  });

  test("needs no script, and its policy lets none in, nor any style but the build's", () => {
    const { html, headers } = missingPage();
    expect(html.toString()).not.toMatch(/<script|<style|style=| on\w+=/);
    expect(headers["content-security-policy"]).toBe(
      "default-src 'none'; style-src 'self'; font-src 'self'; img-src 'self'; manifest-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'",
    );
    expect(headers["cache-control"]).toBe("private, no-store");
  });

  test("is in the language of whoever asked, whatever the build's is", () => {
    haveLanguages(["en-GB", ACCENTED]);
    const html = inLanguage(ACCENTED, () => missingPage().html.toString());
    expect(html).toContain(`<html lang="${ACCENTED}" dir="ltr" class="text display">`);
    expect(englishIn(readable(html))).toEqual([]);
  });
});

test("while the database is away it is said in the same look, with a way to what was known last", () => {
  const html = asked("/e/camp/grid").html.toString();
  expect(html).toMatch(
    /<a class="\w*button\w*" data-kind="primary" href="\/now\/camp">Read the camp as it was last known<\/a>/,
  );
  expect(html.match(/<p class="\w*lede\w*">/g)).toHaveLength(2);
  expect(tags(asked("/e/camp/grid", "POST").html.toString(), "a")).toHaveLength(1);
  expect(tags(asked("/desk").html.toString(), "a")).toEqual(['<a class="skip" href="#main">']);
});

test("what is said is text, whoever wrote it", () => {
  const said = { title: "<b>", lines: ["<i>"], link: { href: '/"x', says: "<u>" } };
  const html = showSaid(said).html.toString();
  expect(html).not.toMatch(/<[biu]>/);
  expect(html).toContain('href="/&quot;x"');
});

describe("without such a build", () => {
  const plain = /<style>.*<h1>This page is not here<\/h1>.*<a class="button" href="\/">/s;

  test("a page still says what it has to, in a style of its own", () => {
    writeFileSync(path.join(dist, "server/app/_not-found.html"), built.replace('data-layout="phone"', ""));
    haveLook(dist);
    expect(missingPage().html.toString()).toMatch(plain);
    rmSync(path.join(dist, "server"), { recursive: true });
    haveLook(dist);
    expect(missingPage().html.toString()).toMatch(plain);
  });

  test("one without its style sheet is none", () => {
    expect(lookOf(built.replace('rel="stylesheet"', 'rel="alternate"'))).toBeNull();
  });
});
