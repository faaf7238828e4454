/**
 * Program: the control. Node's own HTTP server and nothing else: it answers a hand or a form with the same bytes, keeps
 * counts in memory, and tells every open stream at once. It measures the machine, not us.
 */
import http from "node:http";
import type { AddressInfo } from "node:net";

const streams = new Set<http.ServerResponse>();
const counts = new Map<string, number>();
let version = 0;

const server = http.createServer((request, response) => {
  const [, , , , pitch = ""] = request.url?.split("/") ?? [];
  if (request.method === "PUT") raise(pitch, response);
  else if (request.method === "POST") take(request, response);
  else hold(response);
});

/** Reads a form and sends its browser on, with a cookie as long as ours. */
function take(request: http.IncomingMessage, response: http.ServerResponse): void {
  request.resume().on("end", () => {
    response.writeHead(303, {
      location: `/e/bench/r/${"x".repeat(43)}`,
      "content-length": "0",
      "cache-control": "private, no-store",
      "set-cookie": `wallchart=${"x".repeat(43)}; Path=/; Max-Age=15552000; HttpOnly; SameSite=Lax`,
    });
    response.end();
  });
}

function raise(pitch: string, response: http.ServerResponse): void {
  const json = JSON.stringify({ pitch, up: true });
  response.writeHead(200, {
    "content-type": "application/json; charset=utf-8",
    "content-length": Buffer.byteLength(json),
    "cache-control": "private, no-store",
  });
  response.end(json);
  if (streams.size === 0) return;
  const count = (counts.get(pitch) ?? 0) + 1;
  counts.set(pitch, count);
  version += 1;
  const message = `id: ${version}\ndata: ${JSON.stringify({ v: version, hands: { [pitch]: count } })}\n\n`;
  for (const stream of streams) stream.write(message);
}

function hold(response: http.ServerResponse): void {
  response.writeHead(200, { "content-type": "text/event-stream", "cache-control": "no-cache" });
  response.write(`id: 0\ndata: ${JSON.stringify({ v: 0, hands: {} })}\n\n`);
  streams.add(response);
  response.once("close", () => streams.delete(response));
}

server.listen(0, "127.0.0.1", () => process.send?.((server.address() as AddressInfo).port));
process.once("disconnect", () => process.exit());
