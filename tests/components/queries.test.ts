/** A refusal reaches whoever asked in the server's words; what is no refusal does not pass for one. */
import http from "node:http";
import type { AddressInfo } from "node:net";
import { afterAll, beforeAll, expect, test, vi } from "vitest";
import { Refused, readHelp, readRefusal, readWeights } from "#components/queries.ts";
import type { Refusal } from "#domain/refusal.ts";
import { reply, replyRefused } from "#live/reply.ts";
import { refusal } from "#messages/en/refusal.ts";

/** What the server says next, whatever it is asked. */
let says: (response: http.ServerResponse) => void;
const server = http.createServer((_, response) => says(response));

beforeAll(async () => {
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const { port } = server.address() as AddressInfo;
  const bare = fetch;
  // A browser knows the address of its page.
  vi.stubGlobal("fetch", (path: string, init: RequestInit) => bare(`http://127.0.0.1:${port}${path}`, init));
});
afterAll(() => {
  vi.unstubAllGlobals();
  server.close();
});

const { signal } = new AbortController();
const asked = {
  weights: () => readWeights("camp", { pitchId: "pitch", copy: 0 }, signal),
  help: () => readHelp("camp", signal),
};
const why = (asking: Promise<unknown>) =>
  asking.then(
    () => null,
    (fault) => (fault instanceof Refused ? fault.said : "no refusal"),
  );

test.each(["signed_out", "not_found"] as const satisfies Refusal[])("%s is said in words", async (code) => {
  says = (response) => replyRefused(response, code);
  for (const ask of Object.values(asked)) expect(await why(ask())).toMatchObject(refusal[code]);
  expect(await readRefusal("camp", "desk")).toMatchObject({ code, said: refusal[code] });
});

test("a fault of the server is no refusal, whether it comes with words or not", async () => {
  for (const fault of [
    (response: http.ServerResponse) => reply(response, 503, { what: "Away.", next: "Wait." }),
    (response: http.ServerResponse) => void response.writeHead(502).end("<h1>Bad gateway</h1>"),
    (response: http.ServerResponse) => void response.destroy(),
  ]) {
    says = fault;
    for (const ask of Object.values(asked)) expect(await why(ask())).toBe("no refusal");
    expect(await readRefusal("camp", "desk")).toBeNull();
  }
});

test("an answer is an answer", async () => {
  says = (response) => reply(response, 200, { weights: {}, why: null });
  expect(await asked.weights()).toEqual({ weights: {}, why: null });
  expect(await readRefusal("camp", "desk")).toBeNull();
});
