import http from "node:http";
import type { AddressInfo } from "node:net";
import zlib from "node:zlib";
import { expect, onTestFinished, test } from "vitest";
import { answerPacked, encodingFor, hasAlready, packed } from "#live/packed.ts";

const text = "Words ".repeat(300);
const said = { "content-type": "text/plain", "cache-control": "private" };

test("a body is the same text in each encoding, each with its own name", async () => {
  const { bodies, bytes } = await packed(Buffer.from(text), said);
  expect(zlib.brotliDecompressSync(bodies.br.bytes).toString()).toBe(text);
  expect(zlib.gunzipSync(bodies.gzip.bytes).toString()).toBe(text);
  expect(bodies.identity.bytes.toString()).toBe(text);
  expect(new Set(Object.values(bodies).map(({ etag }) => etag)).size).toBe(3);
  expect(bodies.br.headers).toMatchObject({
    ...said,
    "content-encoding": "br",
    "content-length": String(bodies.br.bytes.length),
  });
  expect(bodies.identity.headers).not.toHaveProperty("content-encoding");
  expect(bytes).toBeGreaterThan(text.length);
});

test("what was made smaller beforehand goes out as it is, and what is compressed already in no encoding", async () => {
  const smaller = zlib.brotliCompressSync(text);
  expect((await packed(Buffer.from(text), said, smaller)).bodies.br.bytes).toBe(smaller);
  const font = (await packed(Buffer.from(text), said, null)).bodies;
  expect([font.br, font.gzip]).toEqual([font.identity, font.identity]);
});

test("it is answered whole, by its head alone, or as unchanged", async () => {
  const body = await packed(Buffer.from(text), said);
  const server = http.createServer((request, response) => answerPacked(request, response, body));
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  onTestFinished(() => void server.close());
  const origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  const whole = await fetch(origin);
  expect([whole.status, await whole.text()]).toEqual([200, text]);
  const head = await fetch(origin, { method: "HEAD" });
  expect([head.headers.get("etag"), await head.text()]).toEqual([whole.headers.get("etag"), ""]);
  const again = await fetch(origin, { headers: { "if-none-match": whole.headers.get("etag")! } });
  expect([again.status, again.headers.get("cache-control"), await again.text()]).toEqual([
    304,
    "private",
    "",
  ]);
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
