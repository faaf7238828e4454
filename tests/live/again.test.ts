import http from "node:http";
import type { AddressInfo } from "node:net";
import { afterAll, expect, test } from "vitest";
import { RETURNED, type Returned, unpacked } from "#domain/registration/returned.ts";
import { askAgain, withStatus } from "#live/again.ts";

/** Each begins its answer in another way. */
const answers: Record<string, (response: http.ServerResponse) => void> = {
  "/at-once": (response) => response.writeHead(200, { "content-type": "text/html" }).end("page"),
  "/set": (response) => {
    response.statusCode = 200;
    response.end("page");
  },
  "/streamed": (response) => {
    response.flushHeaders();
    response.end("page");
  },
  "/broken": (response) => response.writeHead(500).end("page"),
};

const returned: Returned = {
  ...{ camp: { slug: "camp", name: "Camp" }, tickets: null, questions: [], sectors: [], refused: null },
  ...{ typed: { name: "Méi\n\ud800 “Tan”" }, errors: { name: "wrong" } },
};

let asked: Pick<http.IncomingMessage, "method" | "url" | "headers"> | null = null;
const server = http.createServer((request, response) => {
  const draw = answers[request.url ?? ""]!;
  askAgain(request, returned);
  asked = request;
  withStatus(response, 422);
  draw(response);
});
await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
afterAll(() => void server.close());
const send = (path: string) =>
  fetch(`http://127.0.0.1:${(server.address() as AddressInfo).port}${path}`, {
    method: "POST",
    body: "a=b",
    headers: { "if-none-match": '"x"', cookie: "wallchart=y", "accept-language": "en" },
  });

test.each([
  ["/at-once", 422],
  ["/set", 422],
  ["/streamed", 422],
  ["/broken", 500],
])(
  "a page that is drawn takes the status, however it begins, and one that broke keeps its own: %s",
  async (path, status) => {
    const answer = await send(path);
    expect([answer.status, await answer.text()]).toEqual([status, "page"]);
  },
);

test("the framework is asked for the page by the same browser, and for nothing that was sent", async () => {
  await send("/at-once");
  expect([asked?.method, asked?.url]).toEqual(["GET", "/e/camp/register"]);
  expect(asked?.headers).toMatchObject({ cookie: "wallchart=y", "accept-language": "en" });
  expect(unpacked(String(asked!.headers[RETURNED]))).toEqual(returned);
  expect(Object.keys(asked!.headers).filter((name) => /^(content-|if-)/.test(name))).toEqual([]);
});
