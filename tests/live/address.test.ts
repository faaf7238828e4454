import http from "node:http";
import type { AddressInfo } from "node:net";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { sendOn } from "#live/address.ts";

const server = http.createServer((request, response) => {
  if (!sendOn(request, response)) response.writeHead(204).end();
});
let origin: string;
beforeAll(async () => {
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
});
afterAll(() => server.close());

const ask = async (path: string, method = "GET") => {
  const { status, headers } = await fetch(`${origin}${path}`, { method, redirect: "manual" });
  return [status, headers.get("location")];
};

describe("a camp's address typed with capitals", () => {
  test("leads to the one without, on every page, and keeps what follows", async () => {
    expect(await ask("/e/Commscamp-North")).toEqual([308, "/e/commscamp-north"]);
    expect(await ask("/e/COMMSCAMP/register?from=Poster")).toEqual([
      308,
      "/e/commscamp/register?from=Poster",
    ]);
    expect(await ask("/now/Commscamp")).toEqual([308, "/now/commscamp"]);
  });
  test("is the only thing that is sent on", async () => {
    for (const path of ["/e/commscamp", "/e/commscamp/r/AbC", "/e/Comms_Camp", "/E/x", "/e/%43amp", "/"])
      expect(await ask(path)).toEqual([204, null]);
    expect(await ask("/e/Commscamp", "POST")).toEqual([204, null]);
  });
});
