/** What passes the gate, and what they may not pretend. */
import type { IncomingMessage } from "node:http";
import { describe, expect, test } from "vitest";
import { RETURNED } from "#domain/registration/returned.ts";
import { addressesOf, refuse, strip } from "#live/gate.ts";

const addresses = addressesOf({ ORIGIN: "https://camp.example", HOST: "10.0.0.5", PORT: 3000 });

function request(method: string, url: string, headers: Record<string, string>): IncomingMessage {
  return { method, url, headers: { host: "camp.example", ...headers } } as unknown as IncomingMessage;
}

const status = (method: string, url: string, headers: Record<string, string> = {}) =>
  refuse(request(method, url, headers), addresses)?.status;

describe("reading", () => {
  test("is for everybody, wherever they come from", () => {
    expect(status("GET", "/")).toBeUndefined();
    expect(
      status("GET", "/e/camp", { origin: "https://evil.example", "sec-fetch-site": "cross-site" }),
    ).toBeUndefined();
  });

  test.each(["camp.example", "CAMP.example", "127.0.0.1:3000", "localhost:3000", "10.0.0.5:3000"])(
    "as %s",
    (host) => {
      expect(status("GET", "/", { host })).toBeUndefined();
    },
  );

  test.each(["evil.example", "camp.example.evil.example", "camp.example:8080", "127.0.0.1", ""])(
    "never as %j",
    (host) => {
      expect(status("GET", "/", { host })).toBe(421);
    },
  );

  test.each(["//evil.example/", "/\\evil.example", "http://evil.example/", "*"])("never at %s", (url) => {
    expect(status("GET", url)).toBe(400);
  });

  test.each(["/e/%ff", "/e/%", "/e/%c3%28/now", "/e/a%00b", "/e/a%0d%0ab", "/e/%ed%a0%80"])(
    "never at %s, which is no text",
    (url) => {
      expect(status("GET", url)).toBe(400);
      expect(status("POST", url, { origin: "https://camp.example" })).toBe(400);
    },
  );

  test("at any other text, whatever the query says", () => {
    for (const url of ["/e/gwersyll-ŵyth", "/e/%E2%9C%93", "/e/100%25", "/e/camp?q=%ff%00"])
      expect(status("GET", url)).toBeUndefined();
  });

  test("no other protocol, no odd method", () => {
    expect(status("GET", "/", { upgrade: "websocket", connection: "upgrade" })).toBe(400);
    expect(status("TRACE", "/")).toBe(405);
    expect(status("CONNECT", "/")).toBe(405);
  });
});

describe("changing", () => {
  const methods = ["POST", "PUT", "PATCH", "DELETE"];

  test.each(methods)("%s from a page of ours", (method) => {
    expect(status(method, "/", { origin: "https://camp.example", cookie: "a=b" })).toBeUndefined();
    expect(
      status(method, "/", { host: "localhost:3000", origin: "http://localhost:3000", cookie: "a=b" }),
    ).toBeUndefined();
  });

  test.each(methods)("never %s from anywhere else", (method) => {
    for (const origin of ["https://evil.example", "http://camp.example", "null", "http://localhost:3000"]) {
      expect(status(method, "/", { origin })).toBe(403);
    }
  });

  test("never across sites, whatever Origin says", () => {
    for (const site of ["cross-site", "same-site", "none"]) {
      expect(status("POST", "/", { origin: "https://camp.example", "sec-fetch-site": site })).toBe(403);
    }
  });

  test("a program that says nothing acts as itself, never with a cookie", () => {
    expect(status("POST", "/")).toBeUndefined();
    expect(status("POST", "/", { cookie: "a=b" })).toBe(403);
    expect(status("POST", "/", { cookie: "a=b", "sec-fetch-site": "same-origin" })).toBeUndefined();
  });
});

describe("a message", () => {
  const ours = { origin: "https://camp.example" };
  const mebibyte = 1024 * 1024;

  test("has a length that is said first and not too great", () => {
    expect(status("POST", "/", { ...ours, "content-length": String(mebibyte) })).toBeUndefined();
    expect(status("POST", "/", { ...ours, "content-length": String(mebibyte + 1) })).toBe(413);
    expect(status("POST", "/", { ...ours, "transfer-encoding": "chunked" })).toBe(411);
  });

  test("may be a spreadsheet of 2 MiB where one is imported, and nowhere else", () => {
    const length = { ...ours, "content-length": String(2 * mebibyte) };
    expect(status("POST", "/e/camp/desk/import", length)).toBeUndefined();
    expect(status("POST", "/e/important", length)).toBe(413);
    expect(status("POST", "/e/camp?x=/important", length)).toBe(413);
  });
});

describe("nobody poses as the framework or a proxy", () => {
  test("what only they would say is taken away", () => {
    const { headers } = request("GET", "/", {
      "x-middleware-subrequest": "proxy",
      "x-forwarded-host": "evil.example",
      "x-forwarded-for": "1.2.3.4",
      "x-nextjs-data": "1",
      [RETURNED]: "%7B%7D",
      "next-resume": "1",
      forwarded: "host=evil.example",
      "content-security-policy": "script-src 'nonce-mine'",
      "content-security-policy-report-only": "script-src 'nonce-mine'",
    });
    strip(headers);
    expect(headers).toEqual({ host: "camp.example" });
  });

  test("what a browser's own navigation says stays", () => {
    const said = {
      rsc: "1",
      "next-router-state-tree": "x",
      "next-router-prefetch": "1",
      "next-url": "/",
      "next-action": "y",
    };
    const { headers } = request("GET", "/", { ...said, cookie: "a=b", accept: "text/html" });
    strip(headers);
    expect(headers).toMatchObject({ ...said, cookie: "a=b", accept: "text/html" });
  });

  test("the public host is ours to say", () => {
    const { headers } = request("POST", "/", {
      origin: "https://camp.example",
      host: "127.0.0.1:3000",
      "x-forwarded-host": "evil",
    });
    strip(headers);
    expect(headers["x-forwarded-host"]).toBe("camp.example");
  });
});
