/** The live handlers in a process of their own, which can be killed like one. */
import { type ChildProcess, fork } from "node:child_process";
import { fileURLToPath } from "node:url";

export type Instance = { port: number; pid: number; kill(): Promise<void> };

/** Starts one on a database that is migrated. */
export async function startInstance(url: string): Promise<Instance> {
  const program = fileURLToPath(new URL("./live-program.ts", import.meta.url));
  const child = fork(program, {
    execArgv: ["--import", "tsx"],
    env: { ...process.env, DATABASE_URL: url },
  });
  const port = await new Promise<number>((resolve, reject) => {
    child.once("message", (said) => resolve(Number(said)));
    child.once("exit", (code) => reject(new Error(`an instance ended at once with ${code}`)));
  });
  return { port, pid: child.pid ?? 0, kill: () => kill(child) };
}

/** As the machine would when it runs out of memory: no goodbye. */
async function kill(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return;
  const gone = new Promise((resolve) => child.once("exit", resolve));
  child.kill("SIGKILL");
  await gone;
}
