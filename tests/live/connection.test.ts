/** A stream that was ended: whatever is still sent to everybody does it no harm. */
import { createServer, type Server, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import { afterEach, expect, test } from "vitest";
import { Connection } from "#live/connection.ts";

let server: Server;
afterEach(() => void server.close());

/** A response that somebody reads, and its faults. */
async function opened(): Promise<{ response: ServerResponse; faults: Error[]; text: Promise<string> }> {
  const faults: Error[] = [];
  const responding = new Promise<ServerResponse>((resolve) => {
    server = createServer((_, response) => resolve(response.on("error", (fault) => faults.push(fault))));
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const { port } = server.address() as AddressInfo;
  const text = fetch(`http://127.0.0.1:${port}`).then((answer) => answer.text());
  return { response: await responding, faults, text };
}

test("gets what was sent before, and nothing after, without a fault", async () => {
  const { response, faults, text } = await opened();
  const connection = new Connection(response, "desk", "crew", () => Buffer.from("whole"));
  connection.send(Buffer.from("one "));
  connection.end();
  connection.beat(Buffer.from("beat"));
  connection.send(Buffer.from("two"));
  response.emit("drain");
  connection.end();
  expect(await text).toBe("one ");
  expect(faults).toEqual([]);
});
