/** Program: Node's own HTTP server that answers with bytes it was given, and does nothing else. */
import http from "node:http";
import type { AddressInfo } from "node:net";

export type Page = { head: Record<string, string>; body: string };

const pages = new Map<string, { head: Record<string, string>; body: Buffer }>();

process.on("message", (told: Record<string, Page>) => {
  for (const [path, { head, body }] of Object.entries(told))
    pages.set(path, { head, body: Buffer.from(body, "latin1") });
  process.send?.("ready");
});

const server = http.createServer((request, response) => {
  const page = pages.get(request.url ?? "");
  if (!page) return void response.writeHead(404, { "content-length": 0 }).end();
  response.writeHead(200, page.head);
  response.end(page.body);
});

server.listen(0, "127.0.0.1", () => process.send?.((server.address() as AddressInfo).port));
process.once("disconnect", () => process.exit());
