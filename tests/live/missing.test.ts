import http from "node:http";
import type { AddressInfo } from "node:net";
import { afterAll, expect, test } from "vitest";
import { type StandIn, standIn } from "#live/missing.ts";

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

const ask = async (path: string) => {
  const answer = await fetch(`http://127.0.0.1:${(server.address() as AddressInfo).port}${path}`);
  return [answer.status, await answer.text(), answer.headers.get("content-security-policy")];
};

test.each(["/streamed", "/in-one"])("a page that is not there is the prerendered one: %s", async (path) => {
  expect(await ask(path)).toEqual([404, page.html.toString(), page.headers["content-security-policy"]]);
});

test("any other answer is left as it is", async () => {
  expect(await ask("/found")).toEqual([200, "here", null]);
  expect(await ask("/data")).toEqual([404, "{}", null]);
  expect(await ask("/at-once")).toEqual([404, "nothing", null]);
});
