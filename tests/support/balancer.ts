/** A tiny balancer: each new connection goes to the next server that takes it. */
import net from "node:net";

export type Balancer = { origin: string; close(): Promise<void> };

/** @param ports of servers on this machine */
export async function roundRobin(ports: readonly number[]): Promise<Balancer> {
  const sockets = new Set<net.Socket>();
  let turn = 0;
  const server = net.createServer((client) => {
    sockets.add(client);
    client.once("close", () => sockets.delete(client));
    client.on("error", () => client.destroy());
    turn += 1;
    connect(client, turn, ports.length);
  });
  const connect = (client: net.Socket, next: number, tries: number): void => {
    if (tries === 0) return void client.destroy();
    const server = net.connect(ports[next % ports.length]!, "127.0.0.1");
    server.once("connect", () => {
      client.pipe(server).pipe(client);
      server.once("close", () => client.destroy());
      client.once("close", () => server.destroy());
    });
    let connected = false;
    server.once("connect", () => (connected = true));
    server.on("error", () => (connected ? client.destroy() : connect(client, next + 1, tries - 1)));
  };
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  return {
    origin: `http://127.0.0.1:${(server.address() as net.AddressInfo).port}`,
    close: async () => {
      for (const socket of sockets) socket.destroy();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}
