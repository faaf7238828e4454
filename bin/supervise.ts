import { setTimeout as sleep } from "node:timers/promises";
import { pauseAfter } from "#domain/backoff.ts";
import { MISCONFIGURED } from "#env.ts";
import type { Child } from "./child.ts";

const PAUSES = { first: 250, most: 30_000 };

/** After a program ran for so long, in milliseconds, the next pause is short again. */
const WELL = 60_000;

export type Supervised = { stop(): Promise<void> };

/** A machine without memory for one more process is a failure like any other: the next pause is longer. */
function startAgain(name: string, start: () => Child): Child {
  try {
    return start();
  } catch (fault) {
    console.error(`The ${name} could not be started: ${(fault as Error).message}.`);
    const gone = async () => undefined;
    return {
      pid: undefined,
      ready: new Promise(() => {}),
      ended: Promise.resolve(null),
      stop: gone,
      kill: gone,
    };
  }
}

/**
 * Starts a program again whenever it ends, after pauses that grow.
 * @param misconfigured called, instead of starting again, when it never got ready and says that its settings are why
 * @param pauses in milliseconds
 */
export function keepRunning(
  name: string,
  start: () => Child,
  misconfigured: () => void,
  pauses = PAUSES,
): Supervised {
  const leaving = new AbortController();
  let current = start();
  let ready = false;
  const watch = async (): Promise<void> => {
    for (let failures = 0; ; failures += 1) {
      const started = Date.now();
      void current.ready.then(() => {
        ready = true;
      });
      const code = await current.ended;
      if (leaving.signal.aborted) return;
      if (code === MISCONFIGURED && !ready) return misconfigured();
      if (Date.now() - started > WELL) failures = 0;
      const pause = pauseAfter(failures, Math.random(), pauses);
      console.error(
        `The ${name} ended unexpectedly (${code ?? "killed"}): starting it again in ${(pause / 1000).toFixed(1)} s. Everything else goes on.`,
      );
      await sleep(pause, undefined, { signal: leaving.signal }).catch(() => undefined);
      if (leaving.signal.aborted) return;
      current = startAgain(name, start);
    }
  };
  void watch();
  return {
    stop: () => {
      leaving.abort();
      return current.stop();
    },
  };
}
