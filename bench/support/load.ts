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
  const sockets = await Promise.all(Array.from({ length: at }, () => connect(port)));
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

function connect(port: number): Promise<net.Socket> {
  return new Promise((resolve, reject) => {
    const socket = net.connect(port, "127.0.0.1", () => resolve(socket.setNoDelay(true)));
    socket.setEncoding("latin1").once("error", reject);
  });
}

/** Every server here says how long its answer is. */
function ask(socket: net.Socket, text: string): Promise<Answered> {
  return new Promise((resolve, reject) => {
    const start = performance.now();
    let said = "";
    const hear = (more: string) => {
      said += more;
      const end = said.indexOf("\r\n\r\n");
      if (end < 0) return;
      const length = Number(/\r\ncontent-length: (\d+)/i.exec(said)?.[1] ?? Number.NaN);
      if (Number.isNaN(length))
        return settle(() => reject(new Error(`an answer without a length:\n${said}`)));
      if (said.length < end + 4 + length) return;
      const ms = performance.now() - start;
      const [head, body] = [said.slice(0, end), said.slice(end + 4)];
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
