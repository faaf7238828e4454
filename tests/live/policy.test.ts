/** Every page has a policy that lets in its own scripts and nothing inline besides. */
import { createHash } from "node:crypto";
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import type { IncomingMessage } from "node:http";
import os from "node:os";
import path from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { productionPolicy, securityHeaders } from "#live/policy.ts";

/** A nonce, and the hash of the one script of ours that is in every page. */
const OF_ITS_OWN = /^'self' 'nonce-[\w+/=]{24}'( 'sha256-[\w+/=]{44}'){3}$/;

const dist = mkdtempSync(path.join(os.tmpdir(), "wallchart-policy-"));
afterAll(() => rmSync(dist, { recursive: true }));

const write = (file: string, text: string) => {
  mkdirSync(path.dirname(path.join(dist, file)), { recursive: true });
  writeFileSync(path.join(dist, file), text);
};
const prerender = (revalidate: number | false) =>
  write(
    "prerender-manifest.json",
    JSON.stringify({ routes: { "/about": { initialRevalidateSeconds: revalidate } } }),
  );

beforeAll(() => {
  write("server/app/index.html", "<p>home</p><script>start()</script>");
  write(
    "server/app/about.html",
    '<script src="/x.js"></script><script id="a">self.a = "</p>";\nb()</script><script>start()</script>',
  );
  prerender(false);
});

const request = (url: string, method = "GET", headers = {}) => ({ url, method, headers }) as IncomingMessage;
const hash = (text: string) => `'sha256-${createHash("sha256").update(text).digest("base64")}'`;
const scripts = (policy: string | undefined) => /script-src ([^;]*)/.exec(policy ?? "")?.[1];

describe("a prerendered page", () => {
  test("lets in exactly its own inline scripts, by hash", () => {
    const policy = productionPolicy(dist)(request("/about?x=1"));
    expect(scripts(policy)).toBe(`'self' ${hash('self.a = "</p>";\nb()')} ${hash("start()")}`);
    expect(scripts(productionPolicy(dist)(request("/")))).toBe(`'self' ${hash("start()")}`);
  });

  test("is asked for in the framework's own way without one", () => {
    expect(productionPolicy(dist)(request("/about", "GET", { rsc: "1" }))).toBeUndefined();
    expect(productionPolicy(dist)(request("/_next/static/x.js"))).toBeUndefined();
  });

  test("gets a nonce where a form without script is answered by drawing it anew", () => {
    expect(scripts(productionPolicy(dist)(request("/about", "POST")))).toMatch(OF_ITS_OWN);
  });

  test("may not be one that is rebuilt while running", () => {
    prerender(60);
    expect(() => productionPolicy(dist)).toThrow("/about would be rebuilt while running");
    prerender(false);
  });
});

describe("a dynamic page", () => {
  test("gets a nonce of its own each time, told to the framework on the request", () => {
    const [one, two] = [request("/e/camp"), request("/e/camp")];
    const policy = productionPolicy(dist);
    const said = policy(one);
    expect(scripts(said)).toMatch(OF_ITS_OWN);
    expect(one.headers["content-security-policy"]).toBe(said);
    expect(policy(two)).not.toBe(said);
  });
});

test("no policy lets in anything inline, evaluated or from outside", () => {
  for (const url of ["/", "/about", "/e/camp", "/nowhere"]) {
    const policy = productionPolicy(dist)(request(url)) ?? "";
    expect(policy).not.toMatch(/unsafe|https?:|\*/);
    expect(policy).toContain("frame-ancestors 'none'");
    expect(policy).toContain("style-src 'self';");
  }
});

test("only a site on https tells browsers to stay there", () => {
  const names = (origin: string) => securityHeaders(origin).map(([name]) => name);
  expect(names("https://camp.example")).toContain("strict-transport-security");
  expect(names("http://127.0.0.1:3000")).not.toContain("strict-transport-security");
});
