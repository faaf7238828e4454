import { createHash } from "node:crypto";
import zlib from "node:zlib";
import { describe, expect, test } from "vitest";
import { encodingFor, hasAlready, pack } from "#live/shared-page/packed.ts";

const html = `<!doctype html><title>Camp</title><script>go()</script>${"<p>Words</p>".repeat(300)}`;
const page = (headers = {}, status = 200) =>
  pack({
    status,
    headers: { "content-type": "text/html; charset=utf-8", ...headers },
    body: Buffer.from(html),
  });

describe("what is kept of a rendering", () => {
  test("is the same text in each encoding, each with its own name", async () => {
    const { bodies, bytes } = (await page())!;
    expect(zlib.brotliDecompressSync(bodies.br.bytes).toString()).toBe(html);
    expect(zlib.gunzipSync(bodies.gzip.bytes).toString()).toBe(html);
    expect(bodies.identity.bytes.toString()).toBe(html);
    expect(new Set(Object.values(bodies).map(({ etag }) => etag)).size).toBe(3);
    expect(bodies.br.headers).toMatchObject({
      "content-encoding": "br",
      "content-length": String(bodies.br.bytes.length),
    });
    expect(bodies.identity.headers).not.toHaveProperty("content-encoding");
    expect(bytes).toBeGreaterThan(html.length);
  });

  test("allows its own scripts by their hashes, also with a 304", async () => {
    const { bodies } = (await page())!;
    const sum = createHash("sha256").update("go()").digest("base64");
    for (const said of [bodies.br.headers, bodies.br.unchanged])
      expect(said["content-security-policy"]).toContain(`script-src 'self' 'sha256-${sum}';`);
  });

  test("is asked about again by whoever keeps it, and is chosen by encoding beside what the framework chooses by", async () => {
    const { headers } = (await page({ "cache-control": "private, no-store", vary: "rsc, next-url" }))!.bodies
      .br;
    expect(headers).toMatchObject({
      "cache-control": "private, no-cache",
      vary: "rsc, next-url, accept-encoding",
    });
  });

  test("has another name when it says something else", async () => {
    const etagOf = async (headers = {}) => (await page(headers))!.bodies.br.etag;
    expect(await etagOf()).toBe(await etagOf());
    expect(await etagOf()).not.toBe(await etagOf({ link: "</font>" }));
  });

  test.each([
    [307, {}],
    [404, {}],
    [500, {}],
    [503, {}],
    [200, { "set-cookie": ["wallchart=x"] }],
  ])("is nothing for %s %o", async (status, headers) => {
    expect(await page(headers, status)).toBe(null);
  });
});

test.each([
  ["br, gzip", "br"],
  ["gzip, deflate, br;q=0.5", "br"],
  ["gzip, br;q=0", "gzip"],
  ["GZIP", "gzip"],
  ["*", "br"],
  ["*, br;q=0", "gzip"],
  ["deflate", "identity"],
  ["identity", "identity"],
  ["", "identity"],
  [undefined, "identity"],
])("Accept-Encoding %s is answered in %s", (accepted, encoding) => {
  expect(encodingFor(accepted)).toBe(encoding);
});

test.each([
  ['"a"', true],
  ['W/"a"', true],
  ['"b", W/"a"', true],
  ["*", true],
  ['"ab"', false],
  ["a", false],
  ["", false],
  [undefined, false],
])("If-None-Match %s names it: %s", (header, named) => {
  expect(hasAlready(header, '"a"')).toBe(named);
});
