/**
 * The framework asked by this process itself, for a page as nobody sees it. It is real HTTP, over a connection that
 * exists in memory alone: no port, no socket, and no way in from outside.
 */
import http from "node:http";
import { Duplex } from "node:stream";
import { inLanguage } from "#messages/words.ts";

export type Rendering = { status: number; headers: http.IncomingHttpHeaders; body: Buffer };

/** Asks for a page. @throws when it does not come in time */
export type Render = (asked: Asked) => Promise<Rendering>;

/** `headers` choose among the ways to render it, and never say who asks. */
export type Asked = { url: string; locale: string; headers: Readonly<Record<string, string>> };

/** One rendering that hangs would otherwise hold everybody who waits for it. */
const PATIENCE_MS = 20_000;

/** Only we can ask, so the header can be trusted. */
const LANGUAGE = "x-wallchart-language";

/** @param page the framework's own handler @param host what the public calls us */
export function framework(page: http.RequestListener, host: string): Render {
  const server = http.createServer((request, response) => {
    const locale = String(request.headers[LANGUAGE]);
    delete request.headers[LANGUAGE];
    inLanguage(locale, () => page(request, response));
  });
  return ({ url, locale, headers }) =>
    new Promise((resolve, reject) => {
      const [ours, theirs] = connectionInMemory();
      server.emit("connection", theirs);
      const request = http.get({
        createConnection: () => ours,
        path: url,
        headers: { ...headers, host, "user-agent": "wallchart", [LANGUAGE]: locale },
        signal: AbortSignal.timeout(PATIENCE_MS),
      });
      request.on("error", reject);
      request.once("response", (response) => {
        const chunks: Buffer[] = [];
        response.on("data", (chunk: Buffer) => chunks.push(chunk));
        response.on("error", reject);
        response.once("end", () => {
          const { statusCode: status = 500, headers } = response;
          resolve({ status, headers, body: Buffer.concat(chunks) });
        });
      });
    });
}

/** What is written at one end is read at the other. */
class End extends Duplex {
  other: End | null = null;
  #taken: (() => void) | null = null;

  override _read(): void {
    const taken = this.#taken;
    this.#taken = null;
    taken?.();
  }

  override _write(chunk: Buffer, _encoding: BufferEncoding, done: () => void): void {
    this.other!.#taken = done;
    this.other!.push(chunk);
  }

  override _final(done: () => void): void {
    this.other!.push(null);
    done();
  }

  override _destroy(error: Error | null, done: (error: Error | null) => void): void {
    // Whoever still waits at the other end hears of it, as of a socket that closes.
    const { other } = this;
    if (other && !other.destroyed) process.nextTick(() => other.destroy());
    done(error);
  }
}

function connectionInMemory(): [End, End] {
  const [one, other] = [new End(), new End()];
  one.other = other;
  other.other = one;
  return [one, other];
}
