/** Requests over a fixed number of open connections, each answered before its next: a client so lean that the server is what is measured. */
import net from "node:net";

export type Answered = { status: number; head: string; body: string; ms: number };

/** The bytes of a request without a body. */
export function request(method: string, path: string, headers: Record<string, string>): string {
  const lines = Object.entries({ host: "127.0.0.1", ...headers }).map(([name, value]) => `${name}: ${value}`);
  return `${method} ${path} HTTP/1.1\r\n${lines.join("\r\n")}\r\n\r\n`;
}

/**
 * Sends all requests as fast as they are answered.
 *
 * @param requests as `request` writes them
 * @param at how many are under way at once
 * @returns the answers in the order of the requests, and how long all of them took, in milliseconds
 */
export async function load(
  port: number,
  requests: readonly string[],
  at: number,
): Promise<{ answers: Answered[]; ms: number }> {
  const answers: Answered[] = new Array(requests.length);
  const sockets = await Promise.all(Array.from({ length: at }, () => open(port)));
  const start = performance.now();
  let next = 0;
  const work = async (socket: net.Socket) => {
    while (next < requests.length) {
      const index = next;
      next += 1;
      answers[index] = await ask(socket, requests[index]!);
    }
  };
  await Promise.all(sockets.map(work));
  const ms = performance.now() - start;
  for (const socket of sockets) socket.destroy();
  return { answers, ms };
}

/**
 * The same request again and again over each connection, for so long.
 * @param ms how long, in milliseconds, after `warmUpMs` that are not counted
 * @returns how long each answer took, in milliseconds
 */
export async function loadFor(
  port: number,
  request: string,
  { at, ms, warmUpMs }: { at: number; ms: number; warmUpMs: number },
): Promise<number[]> {
  const sockets = await Promise.all(Array.from({ length: at }, () => open(port)));
  const counted = performance.now() + warmUpMs;
  const times: number[] = [];
  const work = async (socket: net.Socket) => {
    while (performance.now() < counted + ms) {
      const begun = performance.now();
      const answer = await ask(socket, request);
      if (answer.status !== 200) throw new Error("a page was not answered");
      if (begun >= counted) times.push(answer.ms);
    }
    socket.destroy();
  };
  await Promise.all(sockets.map(work));
  return times;
}

/** A connection that stays open from one request to the next, as a browser's does. */
export function open(port: number): Promise<net.Socket> {
  return new Promise((resolve, reject) => {
    const socket = net.connect(port, "127.0.0.1", () => resolve(socket.setNoDelay(true)));
    socket.setEncoding("latin1").once("error", reject);
  });
}

/** Sends one request and waits for its whole answer. */
export function ask(socket: net.Socket, text: string): Promise<Answered> {
  return new Promise((resolve, reject) => {
    const start = performance.now();
    let said = "";
    const hear = (more: string) => {
      said += more;
      const end = said.indexOf("\r\n\r\n");
      if (end < 0) return;
      const [head, body] = [said.slice(0, end), said.slice(end + 4)];
      const whole = isWhole(head, body);
      if (whole === null) return settle(() => reject(new Error(`an answer without a length:\n${said}`)));
      if (!whole) return;
      const ms = performance.now() - start;
      settle(() => resolve({ status: Number(head.slice(9, 12)), head, body, ms }));
    };
    const cut = () => settle(() => reject(new Error("a connection was cut before its answer")));
    const settle = (act: () => void) => {
      socket.off("data", hear).off("close", cut);
      act();
    };
    socket.on("data", hear).once("close", cut);
    socket.write(text);
  });
}

/** Whether all of an answer is there (RFC 9112, 6.3); null where it does not say how long it is. */
function isWhole(head: string, body: string): boolean | null {
  if (head.startsWith("HTTP/1.1 304")) return true;
  const length = /\r\ncontent-length: (\d+)/i.exec(head)?.[1];
  if (length !== undefined) return body.length >= Number(length);
  return /\r\ntransfer-encoding: chunked/i.test(head) ? /(^|\r\n)0\r\n\r\n$/.test(body.slice(-7)) : null;
}
