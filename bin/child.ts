import { type ChildProcess, spawn } from "node:child_process";
import path from "node:path";
import { fileURLToPath } from "node:url";

const root = fileURLToPath(new URL("..", import.meta.url));

/** How long a program may take to stop before it is made to. */
const grace = 5_000;

export type Variables = Record<string, string | undefined>;

export interface Child {
  pid: number | undefined;
  /** Settles when it says that it is ready; never, where it does not come to that. */
  ready: Promise<void>;
  /** Settles when it ends, with its exit code, or null where a signal ended it. */
  ended: Promise<number | null>;
  /** Asks it to stop, then makes it. */
  stop(): Promise<void>;
  /** Ends it as a power cut would. */
  kill(): Promise<unknown>;
}

/**
 * Starts a TypeScript program in a process group of its own, so that a Ctrl-C reaches it through us alone and in order.
 * The channel between us breaks when we are killed, and the program then stops by itself.
 * @param file path from the root
 */
export function startChild(file: string, variables: Variables): Child {
  const child = spawn(process.execPath, ["--import", "tsx", path.join(root, file)], {
    cwd: root,
    env: variables as NodeJS.ProcessEnv,
    detached: true,
    stdio: ["ignore", variables.NODE_ENV === "development" ? "inherit" : "ignore", "inherit", "ipc"],
  });
  const ended = new Promise<number | null>((resolve) => {
    child.once("exit", (code) => resolve(code));
    child.once("error", () => resolve(null));
  });
  const ready = new Promise<void>((resolve) => child.once("message", () => resolve()));
  const kill = () => {
    child.kill("SIGKILL");
    return ended;
  };
  return { pid: child.pid, ready, ended, kill, stop: () => stop(child, ended) };
}

async function stop(child: ChildProcess, ended: Promise<unknown>): Promise<void> {
  child.kill("SIGTERM");
  const late = setTimeout(() => child.kill("SIGKILL"), grace);
  await ended;
  clearTimeout(late);
}

/** Runs a Node program to its end. @returns its exit code and the end of what it said */
export async function runProgram(
  args: string[],
  variables: Variables,
  signal: AbortSignal,
): Promise<{ code: number | null; said: string }> {
  const env = variables as NodeJS.ProcessEnv;
  const child = spawn(process.execPath, args, { cwd: root, env, signal, stdio: ["ignore", "pipe", "pipe"] });
  let said = "";
  for (const stream of [child.stdout, child.stderr]) {
    stream.on("data", (chunk) => {
      said = `${said}${chunk}`.slice(-4000);
    });
  }
  return new Promise((resolve) => {
    child.once("error", () => resolve({ code: null, said: said.trim() }));
    child.once("close", (code) => resolve({ code, said: said.trim() }));
  });
}
