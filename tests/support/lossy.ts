/**
 * A network of its own for one browser, which loses packets as a full hall does. Between two namespaces of the kernel
 * stands a router that drops some of what it forwards, so that TCP on both sides has to find out and send again.
 */
import { execFileSync } from "node:child_process";
import { chmodSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import os from "node:os";
import path from "node:path";
import { findChromium } from "./chromium.ts";

export type LossyNetwork = {
  /** Where a server is reached from inside, and listens outside: an address of this machine alone. */
  address: string;
  /** A browser all of whose packets go through it. */
  browser: string;
  /** From now on nothing goes through, and nobody is told. */
  die(): void;
  revive(): void;
  /** How many packets were carried and lost so far. */
  count(): { carried: number; lost: number };
  close(): void;
};

/**
 * @param percent of the packets, each way
 * @returns why there can be none, where this machine does not allow it
 */
export function lossyNetwork(percent: number): LossyNetwork | string {
  if (process.platform !== "linux" || process.getuid?.() !== 0)
    return "only root on Linux can make a network namespace";
  const name = `wallchart-${process.pid}`;
  const [router, room] = [`${name}-router`, `${name}-room`];
  const folder = mkdtempSync(path.join(os.tmpdir(), `${name}-`));
  const close = () => {
    for (const space of [room, router]) quietly(() => ip("netns", "del", space));
    rmSync(folder, { recursive: true, force: true });
  };
  try {
    lay(router, room);
    inside(router, "nft", "-f", lossRules(folder, percent));
  } catch (fault) {
    close();
    return `this machine makes no network namespace with lost packets: ${(fault as Error).message.split("\n")[0]}`;
  }
  const browser = path.join(folder, "chromium");
  writeFileSync(browser, `#!/bin/sh\nexec ip netns exec ${room} "${findChromium()}" "$@"\n`);
  chmodSync(browser, 0o755);
  return {
    address: OUTSIDE,
    browser,
    die: () => forward(router, false),
    revive: () => forward(router, true),
    count: () => {
      const [carried, lost] = [
        ...inside(router, "nft", "list", "table", "ip", "air").matchAll(/packets (\d+)/g),
      ].map((found) => Number(found[1]));
      return { carried: carried!, lost: lost! };
    },
    close,
  };
}

/** Two wires of four addresses each, of a range for testing between networks (RFC 2544); another process has others. */
const address = (n: number) => `198.18.${(process.pid >> 5) % 256}.${(process.pid % 32) * 8 + n}`;
const [OUTSIDE, NEAR, FAR, INSIDE] = [address(1), address(2), address(5), address(6)];
const ROOM = `${address(4)}/30`;
const LINK = `camp-${process.pid}`;

function lay(router: string, room: string): void {
  for (const space of [router, room]) ip("netns", "add", space);
  // Packets as they are on the air, and not many in one.
  const small = ["gso_max_segs", "1"];
  ip("link", "add", LINK, ...small, "type", "veth", "peer", "name", "to-camp", "netns", router);
  ip("-n", router, "link", "add", "to-room", ...small, "type", "veth", "peer", "name", "air", "netns", room);
  ip("-n", router, "link", "set", "to-camp", ...small);
  ip("-n", room, "link", "set", "air", ...small);
  ip("addr", "add", `${OUTSIDE}/30`, "dev", LINK);
  ip("-n", router, "addr", "add", `${NEAR}/30`, "dev", "to-camp");
  ip("-n", router, "addr", "add", `${FAR}/30`, "dev", "to-room");
  ip("-n", room, "addr", "add", `${INSIDE}/30`, "dev", "air");
  ip("link", "set", LINK, "up");
  for (const link of ["to-camp", "to-room"]) ip("-n", router, "link", "set", link, "up");
  for (const link of ["air", "lo"]) ip("-n", room, "link", "set", link, "up");
  ip("route", "add", ROOM, "via", NEAR);
  ip("-n", room, "route", "add", "default", "via", FAR);
  forward(router, true);
}

function forward(router: string, on: boolean): void {
  inside(router, "sh", "-c", `echo ${Number(on)} > /proc/sys/net/ipv4/ip_forward`);
}

function lossRules(folder: string, percent: number): string {
  const file = path.join(folder, "loss.nft");
  const lose = `numgen random mod 1000 < ${Math.round(percent * 10)} counter drop`;
  const chain = ["type filter hook forward priority 0;", "counter", lose].join("\n");
  writeFileSync(file, `table ip air {\nchain forward {\n${chain}\n}\n}\n`);
  return file;
}

const ip = (...args: string[]) => run("ip", args);
const inside = (space: string, ...command: string[]) => run("ip", ["netns", "exec", space, ...command]);
const run = (program: string, args: string[]) =>
  execFileSync(program, args, { encoding: "utf8", stdio: ["ignore", "pipe", "pipe"] });

function quietly(act: () => unknown): void {
  try {
    act();
  } catch {
    // It was never made.
  }
}
