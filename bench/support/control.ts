/** Starts the bare control server in a process of its own, as ours is. */
import { fork } from "node:child_process";
import { fileURLToPath } from "node:url";

export type Control = { port: number; pid: number; stop(): void };

export async function startControl(): Promise<Control> {
  const program = fileURLToPath(new URL("./bare.ts", import.meta.url));
  const child = fork(program, { execArgv: ["--import", "tsx"] });
  const port = await new Promise<number>((resolve) => child.once("message", (said) => resolve(Number(said))));
  return { port, pid: child.pid ?? 0, stop: () => void child.kill() };
}
