import type { Server } from "node:http";
import { setTimeout as sleep } from "node:timers/promises";
import { type Env, Trouble } from "#env.ts";

type Address = Pick<Env, "HOST" | "PORT">;

/** How long a server that was just killed may take to release its port, in milliseconds. */
const patience = 3_000;

/** @throws Trouble when the port is taken, forbidden, or not of this machine */
export async function openPort(server: Server, address: Address): Promise<void> {
  for (const deadline = Date.now() + patience; ; await sleep(100)) {
    const error = await tryPort(server, address);
    if (!error) return;
    if (error.code !== "EADDRINUSE" || Date.now() > deadline) throw new Trouble(whyNot(error, address));
  }
}

function tryPort(server: Server, { HOST, PORT }: Address): Promise<NodeJS.ErrnoException | undefined> {
  return new Promise((resolve) => {
    const listening = () => settle(undefined);
    const settle = (error: NodeJS.ErrnoException | undefined) => {
      server.off("error", settle).off("listening", listening);
      resolve(error);
    };
    server.once("error", settle).once("listening", listening);
    server.listen(PORT, HOST);
  });
}

function whyNot(error: NodeJS.ErrnoException, { HOST, PORT }: Address): string {
  if (error.code === "EADDRINUSE")
    return `Port ${PORT} is in use by another program: stop it, or choose another with PORT=${PORT + 1}.`;
  if (error.code === "EACCES")
    return `Port ${PORT} may not be opened by this user: choose one above 1023 with PORT.`;
  if (error.code === "EADDRNOTAVAIL" || error.code === "ENOTFOUND")
    return `HOST=${HOST} is no address of this machine.`;
  return `Port ${PORT} cannot be opened: ${error.message}.`;
}
