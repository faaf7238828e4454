/** The server as a phone reaches it, over real HTTP on this machine, with the cookie of somebody made up. */
import { setMaxListeners } from "node:events";
import http from "node:http";
import { cookieName } from "#domain/cookie.ts";
import { loopback } from "#domain/loopback.ts";
import type { Env } from "#env.ts";

/** `status` 0 where there was no answer. */
export type Answer = { status: number; body: string; ms: number };

/** The settings that say where the server is. */
export type Reached = Pick<Env, "HOST" | "PORT" | "ORIGIN">;

export type Asked = {
  token?: string;
  body?: string;
  type?: string;
  headers?: Readonly<Record<string, string>>;
};

/** As many connections as a hall's access points make of hundreds of phones. */
const CONNECTIONS = 64;

/** How long an answer may take before it counts as none, in milliseconds. */
const PATIENCE_MS = 20_000;

export class Server {
  readonly origin: string;
  readonly #cookie: string;
  readonly #agent = new http.Agent({ keepAlive: true, maxSockets: CONNECTIONS });
  readonly #leaving: AbortSignal;

  /** @param leaving ends every request that is under way */
  constructor(leaving: AbortSignal, settings: Reached) {
    this.origin = `http://${loopback(settings)}`;
    this.#cookie = cookieName(settings.ORIGIN);
    // One for each request that is under way, and for each open phone.
    setMaxListeners(0, leaving);
    this.#leaving = leaving;
  }

  /** Never throws but when the run is over. */
  async ask(method: string, path: string, { token, body, type, headers }: Asked = {}): Promise<Answer> {
    this.#leaving.throwIfAborted();
    const began = performance.now();
    const { status, text } = await this.#send(
      method,
      path,
      {
        ...headers,
        ...(token && this.cookieOf(token)),
        ...(method !== "GET" && {
          origin: this.origin,
          "content-length": String(Buffer.byteLength(body ?? "")),
        }),
        ...(type && { "content-type": type }),
      },
      body,
    );
    this.#leaving.throwIfAborted();
    return { status, body: text, ms: performance.now() - began };
  }

  /** @throws when the run is over */
  goOn(): void {
    this.#leaving.throwIfAborted();
  }

  cookieOf(token: string): { cookie: string } {
    return { cookie: `${this.#cookie}=${token}` };
  }

  /** An answer that goes on for as long as it is wanted, over a connection of its own. */
  follow(path: string, token: string, hear: (text: string) => void): http.ClientRequest {
    const signal = this.#leaving;
    const options = { agent: false as const, signal, headers: this.cookieOf(token) };
    const request = http.get(this.origin + path, options, (response) => {
      response
        .setEncoding("utf8")
        .on("data", hear)
        .on("error", () => undefined);
    });
    return request.on("error", () => undefined);
  }

  close(): void {
    this.#agent.destroy();
  }

  #send(method: string, path: string, headers: Record<string, string>, body?: string) {
    return new Promise<{ status: number; text: string }>((resolve) => {
      const none = () => resolve({ status: 0, text: "" });
      const signal = AbortSignal.any([this.#leaving, AbortSignal.timeout(PATIENCE_MS)]);
      const options = { method, headers, agent: this.#agent, signal };
      const request = http.request(this.origin + path, options, (response) => {
        const chunks: Buffer[] = [];
        response.on("data", (chunk: Buffer) => chunks.push(chunk));
        response.on("error", none);
        response.on("end", () => {
          resolve({ status: response.statusCode ?? 0, text: Buffer.concat(chunks).toString("utf8") });
        });
      });
      request.on("error", none).end(body);
    });
  }
}

/** Does the same for each of many, so many of them at once. */
export async function among<T, R>(
  items: readonly T[],
  atOnce: number,
  work: (item: T, index: number) => Promise<R>,
): Promise<R[]> {
  const done: R[] = new Array(items.length);
  let next = 0;
  const lane = async () => {
    while (next < items.length) {
      const index = next++;
      done[index] = await work(items[index]!, index);
    }
  };
  await Promise.all(Array.from({ length: Math.min(atOnce, items.length) }, lane));
  return done;
}
