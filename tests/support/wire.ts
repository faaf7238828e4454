/** The wire between us and the test database, which can go silent, break, or lead nowhere. */
import net from "node:net";

export type Wire = {
  /** A connection string that goes over it. */
  url: string;
  /** Nothing arrives any more, and nothing is closed: a machine that hangs. */
  hush(): void;
  /** What was held up arrives. */
  speak(): void;
  /** Every connection breaks. */
  cut(): void;
  /** Nobody listens any more. */
  close(): Promise<void>;
  /** Somebody listens again. */
  open(): Promise<void>;
};

/** @param url of a database behind a unix socket or a port */
export async function wireTo(url: string): Promise<Wire> {
  const address = new URL(url);
  const folder = address.searchParams.get("host");
  const behind = () =>
    folder?.startsWith("/")
      ? net.connect(`${folder}/.s.PGSQL.5432`)
      : net.connect(Number(address.port || 5432), address.hostname);
  const pairs = new Set<[net.Socket, net.Socket]>();
  let silent = false;
  const server = net.createServer((client) => {
    const pair: [net.Socket, net.Socket] = [client, behind()];
    pairs.add(pair);
    for (const [from, to] of [pair, [pair[1], pair[0]] as const]) {
      from.on("error", () => to.destroy());
      from.on("close", () => {
        to.destroy();
        pairs.delete(pair);
      });
      from.on("data", (chunk) => to.write(chunk));
      if (silent) from.pause();
    }
  });
  const listen = (port: number) =>
    new Promise<void>((resolve) => server.listen(port, "127.0.0.1", () => resolve()));
  const each = (act: (socket: net.Socket) => void) => {
    for (const pair of pairs) pair.forEach(act);
  };
  await listen(0);
  const { port } = server.address() as net.AddressInfo;
  const cut = () => each((socket) => socket.destroy());
  return {
    url: `postgres://${address.username}@127.0.0.1:${port}${address.pathname}`,
    hush: () => {
      silent = true;
      each((socket) => socket.pause());
    },
    speak: () => {
      silent = false;
      each((socket) => socket.resume());
    },
    cut,
    close: async () => {
      const closed = new Promise((resolve) => server.close(resolve));
      cut();
      await closed;
    },
    open: () => listen(port),
  };
}
