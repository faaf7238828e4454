/** An `EventSource` for Node, as far as our own stream client uses one. */
import http from "node:http";
import type { Ear } from "#components/live/stream.ts";

export type Said = { event: string; id: string | undefined; data: string };

/** Cuts what came so far into whole messages (HTML standard, "Interpreting an event stream"). */
export function readEvents(text: string): { events: Said[]; rest: string } {
  const blocks = text.split("\n\n");
  const rest = blocks.pop() ?? "";
  const events = blocks.map((block) => {
    const fields = new Map(
      block.split("\n").map((line) => line.split(/: (.*)/s).slice(0, 2) as [string, string]),
    );
    return { event: fields.get("event") ?? "message", id: fields.get("id"), data: fields.get("data") ?? "" };
  });
  return { events: events.filter(({ data }) => data !== ""), rest };
}

/** Opens one. @param cookie what a browser would send by itself */
export function openSource(address: string, cookie: string, ear: Ear): { close(): void } {
  let closed = false;
  const lose = () => {
    if (!closed) ear.lost();
    closed = true;
  };
  const request = http.get(address, { agent: false, headers: { cookie } }, (response) => {
    if (response.statusCode !== 200) return lose();
    let text = "";
    response.setEncoding("utf8");
    response.on("data", (more: string) => {
      const { events, rest } = readEvents(text + more);
      text = rest;
      for (const { event, data } of closed ? [] : events) event === "beat" ? ear.beat() : ear.message(data);
    });
    response.on("error", () => undefined);
    response.on("close", lose);
  });
  request.on("error", lose);
  return {
    close: () => {
      closed = true;
      request.destroy();
    },
  };
}
