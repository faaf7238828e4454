/** An `EventSource` for Node, as far as our own stream client uses one. */
import http from "node:http";

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

export class NodeSource extends EventTarget {
  onmessage: ((event: MessageEvent<string>) => void) | null = null;
  onerror: (() => void) | null = null;
  readonly #request: http.ClientRequest;
  #closed = false;

  constructor(address: string, cookie: string) {
    super();
    this.#request = http.get(address, { agent: false, headers: { cookie } }, (response) => {
      if (response.statusCode !== 200) return this.#fail();
      let rest = "";
      response.setEncoding("utf8");
      response.on("data", (text: string) => {
        const read = readEvents(rest + text);
        rest = read.rest;
        for (const said of read.events) this.#tell(said);
      });
      response.on("error", () => undefined);
      response.on("close", () => this.#fail());
    });
    this.#request.on("error", () => this.#fail());
  }

  close(): void {
    this.#closed = true;
    this.#request.destroy();
  }

  #tell({ event, data }: Said): void {
    if (this.#closed) return;
    if (event === "message") this.onmessage?.({ data } as MessageEvent<string>);
    else this.dispatchEvent(new Event(event));
  }

  #fail(): void {
    if (this.#closed) return;
    this.#closed = true;
    this.onerror?.();
  }
}
