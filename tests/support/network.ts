/** A network between phones and the server that can die without a word: connections stay, nothing comes through. */
import net from "node:net";

export type Network = {
  origin: string;
  /** From now on every connection is open and dead, old ones and new ones. */
  die(): void;
  /** Lets through what comes from now on; what was lost stays lost. */
  revive(): void;
  close(): Promise<void>;
};

/** @param to the port of a server on this machine @param port a free one to listen on */
export async function network(to: number, port: number): Promise<Network> {
  const sockets = new Set<net.Socket>();
  let dead = false;
  const keep = (socket: net.Socket) => {
    sockets.add(socket);
    socket.once("close", () => sockets.delete(socket)).on("error", () => socket.destroy());
    return socket;
  };
  const server = net.createServer((socket) => {
    const client = keep(socket);
    if (dead) return;
    const server = keep(net.connect(to, "127.0.0.1"));
    client.on("data", (bytes) => dead || server.write(bytes));
    server.on("data", (bytes) => dead || client.write(bytes));
    client.once("close", () => server.destroy());
    server.once("close", () => dead || client.destroy());
  });
  await new Promise<void>((resolve) => server.listen(port, "127.0.0.1", resolve));
  return {
    origin: `http://127.0.0.1:${port}`,
    die: () => {
      dead = true;
    },
    revive: () => {
      dead = false;
      for (const socket of sockets) socket.destroy();
    },
    close: async () => {
      for (const socket of sockets) socket.destroy();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}
