import { createHash } from "node:crypto";
import { expect, test } from "vitest";
import { pack } from "#live/shared-page/pack.ts";

const html = "<!doctype html><title>Camp</title><script>go()</script>";
const page = (headers = {}, status = 200) =>
  pack({
    status,
    headers: { "content-type": "text/html; charset=utf-8", ...headers },
    body: Buffer.from(html),
  });

test("a rendering for everybody allows its own scripts by their hashes, also with a 304", async () => {
  const { bodies } = (await page())!;
  const sum = createHash("sha256").update("go()").digest("base64");
  for (const said of [bodies.br.headers, bodies.br.unchanged])
    expect(said["content-security-policy"]).toContain(`script-src 'self' 'sha256-${sum}';`);
});

test("it is asked about again by whoever keeps it, and is chosen by encoding beside what the framework chooses by", async () => {
  const { headers } = (await page({ "cache-control": "private, no-store", vary: "rsc, next-url" }))!.bodies
    .br;
  expect(headers).toMatchObject({
    "cache-control": "private, no-cache",
    vary: "rsc, next-url, accept-encoding",
  });
});

test("it has another name when it says something else", async () => {
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
])("it is for nobody else with %s %o", async (status, headers) => {
  expect(await page(headers, status)).toBe(null);
});
