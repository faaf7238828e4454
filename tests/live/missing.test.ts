import http from "node:http";
import type { AddressInfo } from "node:net";
import { afterAll, expect, test } from "vitest";
import { missingPage, type StandIn, standIn } from "#live/missing.ts";
import { haveLanguages, inLanguage } from "#messages/words.ts";
import { englishIn, readable } from "#tests/support/english.ts";

const page: StandIn = {
  status: 404,
  html: Buffer.from("<h1>This page is not here</h1>"),
  headers: { "content-security-policy": "default-src 'none'" },
};

/** What the framework says, by path; each begins its answer in another way. */
const answers: Record<string, (response: http.ServerResponse) => void> = {
  "/streamed": (response) => {
    response.statusCode = 404;
    response.setHeader("content-type", "text/html; charset=utf-8");
    response.setHeader("content-encoding", "gzip");
    response.setHeader("link", "</font.woff2>; rel=preload");
    response.flushHeaders();
    response.write("half of ");
    response.end("nothing");
  },
  "/at-once": (response) => response.writeHead(404, {}).end("nothing"),
  "/in-one": (response) => {
    response.statusCode = 404;
    response.setHeader("content-type", "text/html");
    response.end();
  },
  "/found": (response) => {
    response.setHeader("content-type", "text/html");
    response.end("here");
  },
  "/data": (response) => {
    response.statusCode = 404;
    response.setHeader("content-type", "application/json");
    response.end("{}");
  },
};

const server = http.createServer((request, response) => {
  standIn(response, (status) => (status === 404 ? page : null));
  answers[request.url ?? ""]?.(response);
});
await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
afterAll(() => void server.close());

const addressOf = (path: string) => `http://127.0.0.1:${(server.address() as AddressInfo).port}${path}`;
const ask = async (path: string) => {
  const answer = await fetch(addressOf(path));
  return [answer.status, await answer.text(), answer.headers.get("content-security-policy")];
};

test.each(["/streamed", "/in-one"])("a page that is not there is the one that says so: %s", async (path) => {
  expect((await fetch(addressOf(path))).headers.has("link")).toBe(false);
  expect(await ask(path)).toEqual([404, page.html.toString(), page.headers["content-security-policy"]]);
});

test("any other answer is left as it is", async () => {
  expect(await ask("/found")).toEqual([200, "here", null]);
  expect(await ask("/data")).toEqual([404, "{}", null]);
  expect(await ask("/at-once")).toEqual([404, "nothing", null]);
});

test("a page that broke gives way to another with its own status, and what is no page to the status alone", async () => {
  const instead = { status: 503, html: Buffer.from("<h1>Wait</h1>"), headers: { refresh: "5" } };
  const broken = http.createServer((request, response) => {
    standIn(response, (status) => (status === 500 ? instead : null));
    response.statusCode = 500;
    response.setHeader("content-type", request.url === "/page" ? "text/html" : "text/x-component");
    response.end("broke");
  });
  await new Promise<void>((resolve) => broken.listen(0, "127.0.0.1", resolve));
  const said = async (path: string) => {
    const answer = await fetch(`http://127.0.0.1:${(broken.address() as AddressInfo).port}${path}`);
    return [answer.status, await answer.text(), answer.headers.get("refresh")];
  };
  expect(await said("/page")).toEqual([503, "<h1>Wait</h1>", "5"]);
  expect(await said("/data")).toEqual([503, "broke", null]);
  broken.close();
});

test("what is not there is said in the language of whoever asked", () => {
  haveLanguages(["en-GB", "el-x-accented"]);
  const said = (locale: string) => inLanguage(locale, () => missingPage().html.toString());
  expect(said("en-GB")).toContain("<h1>This page is not here</h1>");
  expect(said("el-x-accented")).toContain('<html lang="el-x-accented" dir="ltr">');
  expect(englishIn(readable(said("el-x-accented")))).toEqual([]);
  haveLanguages([]);
});
