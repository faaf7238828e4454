/**
 * What somebody's own program sends to a form in place of what a browser sends. The framework's own decoder reads it here,
 * as in production; only the page around it is played.
 */
import { AsyncLocalStorage } from "node:async_hooks";
import http from "node:http";
import { createRequire } from "node:module";
import type { AddressInfo } from "node:net";
import { afterAll, afterEach, beforeEach, describe, expect, test, vi } from "vitest";
import { keepNamesOutOfTheLog } from "#live/complain.ts";
import { faultPage, standIn } from "#live/missing.ts";
import { readByFramework } from "#live/unreadable.ts";

type Decoder = { decodeAction(form: FormData, actions: unknown): Promise<unknown> };

Object.assign(globalThis, { AsyncLocalStorage, __next_require__: () => ({ act: () => {} }) });
const runtime = createRequire(import.meta.url)(
  "next/dist/compiled/next-server/app-page-turbo.runtime.prod.js",
);
const decoder: Decoder = runtime.vendored["react-rsc"].ReactServerDOMTurbopackServer;
const actions = { an_action: { id: "actions", name: "act", chunks: [] } };

/** The fault of reading a form. It is called by nothing of ours, as in production, so that no frame of it is ours. */
function faultOf(bound: string): Promise<unknown> {
  const form = new FormData();
  form.set("$ACTION_REF_1", "");
  form.set("$ACTION_1:0", '{"id":"an_action","bound":"$@1"}');
  form.set("$ACTION_1:1", bound);
  return new Promise((resolve) => {
    Promise.resolve()
      .then(decoder.decodeAction.bind(null, form, actions))
      .catch((fault: unknown) => setImmediate(resolve, fault));
  });
}

let answer: (response: http.ServerResponse) => void | Promise<void>;
const server = http.createServer((request, response) =>
  readByFramework(request, response, (wasUnreadable) => {
    standIn(response, (status, type) => (status === 500 ? faultPage(type, wasUnreadable()) : null));
    void answer(response);
  }),
);
await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
afterAll(() => void server.close());

const logged = vi.fn();
const { error } = console;
beforeEach(() => {
  logged.mockClear();
  console.error = logged;
  keepNamesOutOfTheLog();
});
afterEach(() => {
  console.error = error;
});

/** As the framework does with a fault: it is written to the log, and then answered with words of its own. */
function broken(response: http.ServerResponse, fault: unknown, type = "text/plain"): void {
  console.error("⨯", fault);
  response.statusCode = 500;
  response.setHeader("content-type", type);
  response.end("Internal Server Error");
}

async function send(method = "POST"): Promise<[status: number, title: string | undefined]> {
  const { port } = server.address() as AddressInfo;
  const response = await fetch(`http://127.0.0.1:${port}/sign-in`, { method });
  return [response.status, /<h1>(.*?)<\/h1>/.exec(await response.text())?.[1]];
}

const UNREADABLE = [400, "We could not read that"];
const BROKEN = [500, "Something broke on our side"];

describe("what no form of ours sends is answered in a sentence, and is no fault", () => {
  const asked = ["null", "x", '["$Q0"]', '["$B0"]', '["$F0"]', '["$1:constructor:constructor"]'];
  const named = asked.map((bound) => ({ name: bound, bound }));
  test.each([...named, { name: "2,000 brackets", bound: "[".repeat(2000) }])("$name", async ({ bound }) => {
    const fault = await faultOf(bound);
    expect(fault).toBeInstanceOf(Error);
    answer = (response) => broken(response, fault);
    expect(await send()).toEqual(UNREADABLE);
    expect(logged.mock.calls.flat().filter((what) => !/^live: what was sent to a form/.test(what))).toEqual(
      [],
    );
  });

  test("also where a script asked, whose answer has a number of the fault", async () => {
    const fault = Object.assign((await faultOf("x")) as Error, { digest: "1548502073" });
    answer = (response) => {
      response.statusCode = 500;
      broken(response, fault, "text/x-component");
    };
    expect(await send()).toEqual(UNREADABLE);
  });
});

describe("a fault of ours stays one, in words, and is written to the log", () => {
  const ours = async () => {
    await Promise.resolve();
    throw new Error("The power went");
  };

  test("in an action", async () => {
    const fault = await ours().catch((one: unknown) => one);
    answer = (response) => broken(response, fault);
    expect(await send()).toEqual(BROKEN);
    expect(logged.mock.calls).toEqual([["⨯", fault]]);
  });

  test("while the page of a form is drawn, also where none of its frames is ours", async () => {
    const fault = Object.assign((await faultOf("x")) as Error, { digest: "1" });
    answer = (response) => broken(response, fault);
    expect(await send()).toEqual(BROKEN);
    expect(logged.mock.calls).toEqual([["⨯", fault]]);
  });

  test("while a page is drawn that was only asked for", async () => {
    const fault = await faultOf("x");
    answer = (response) => broken(response, fault);
    expect(await send("GET")).toEqual(BROKEN);
    expect(logged.mock.calls).toEqual([["⨯", fault]]);
  });

  test("a script keeps its own answer", async () => {
    const fault = await ours().catch((one: unknown) => one);
    answer = (response) => broken(response, fault, "text/x-component");
    expect(await send()).toEqual([500, undefined]);
  });
});
