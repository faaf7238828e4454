/**
 * A network between phones and the server: as slow as it is told to be, cutting and losing connections, or dead without
 * a word, when connections stay and nothing comes through.
 */
import net from "node:net";
import { setTimeout as sleep } from "node:timers/promises";

/**
 * What becomes of one connection: `reset` cuts it under what it carries, `black-holed` takes all and brings nothing,
 * `half-open` brings what the phone says to the server and never its answer.
 */
export type Fate = "whole" | "reset" | "black-holed" | "half-open";

export type Conditions = {
  /** Each way, of all connections together. */
  bitsPerSecond: number;
  /** Milliseconds each way: what comes last is never there first. */
  delay: number;
  jitter: number;
  /** @param nth connection, from 0, since these conditions hold */
  fate: (nth: number) => Fate;
};

export type Network = {
  origin: string;
  /** From now on every connection is open and dead, old ones and new ones. */
  die(): void;
  /** Lets through what comes from now on; what was lost stays lost. */
  revive(): void;
  /** How it is from now on; null for a good one. Connections that are open get the pace, and keep their fate. */
  become(conditions: Conditions | null): void;
  close(): Promise<void>;
};

/** One direction of all connections together, and when it has brought what was sent on it. */
type Way = { freeAt: number };

/** A connection that is to be cut lives so many milliseconds at most. */
const SHORT_LIFE_MS = 400;

/**
 * @param to the port of a server on this machine @param port a free one to listen on
 * @param random 0 up to 1, for the jitter and the length of short lives @param address of this machine
 */
export async function network(
  to: number,
  port: number,
  random: () => number = Math.random,
  address = "127.0.0.1",
): Promise<Network> {
  const sockets = new Set<net.Socket>();
  let dead = false;
  let conditions: Conditions | null = null;
  let opened = 0;
  const keep = (socket: net.Socket) => {
    sockets.add(socket);
    socket.once("close", () => sockets.delete(socket)).on("error", () => socket.destroy());
    return socket;
  };
  const [up, down]: [Way, Way] = [{ freeAt: 0 }, { freeAt: 0 }];
  const carry = (from: net.Socket, into: net.Socket, way: Way) => {
    let brought: Promise<void> = Promise.resolve();
    from.on("data", (bytes) => {
      if (dead) return;
      const arrives = arrivalOf(bytes.length, way, conditions, random);
      brought = brought.then(async () => {
        const wait = arrives - performance.now();
        if (wait > 0) await sleep(wait);
        if (!dead) into.write(bytes);
      });
    });
    return () => brought;
  };
  const server = net.createServer((socket) => {
    const client = keep(socket);
    const fate = conditions?.fate(opened++) ?? "whole";
    if (dead || fate === "black-holed") return void client.resume();
    const server = keep(net.connect(to, "127.0.0.1"));
    carry(client, server, up);
    if (fate === "half-open") server.resume();
    else {
      const answered = carry(server, client, down);
      server.once("close", () => dead || answered().then(() => client.destroy()));
    }
    if (fate === "reset")
      client.once("data", () => setTimeout(() => client.resetAndDestroy(), SHORT_LIFE_MS * random()));
    client.once("close", () => server.destroy());
  });
  await new Promise<void>((resolve) => server.listen(port, address, resolve));
  return {
    origin: `http://${address}:${port}`,
    die: () => {
      dead = true;
    },
    revive: () => {
      dead = false;
      for (const socket of sockets) socket.destroy();
    },
    become: (next) => {
      conditions = next;
      opened = 0;
    },
    close: async () => {
      for (const socket of sockets) socket.destroy();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}

/** When bytes that are sent now are there, by this process's clock: after those before them, and their way. */
function arrivalOf(bytes: number, way: Way, conditions: Conditions | null, random: () => number): number {
  const now = performance.now();
  if (!conditions) return now;
  const { bitsPerSecond, delay, jitter } = conditions;
  way.freeAt = Math.max(way.freeAt, now) + (bytes * 8_000) / bitsPerSecond;
  return way.freeAt + delay + jitter * random();
}
