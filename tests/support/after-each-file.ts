/**
 * Runs with every test file: ends what its tests opened, wherever they did, also in a hook, and what they put in the place
 * of something real, because other files may share the process.
 */
import { afterAll, vi } from "vitest";
import { endAll } from "./ending.ts";

afterAll(async () => {
  await endAll();
  vi.restoreAllMocks();
  vi.unstubAllEnvs();
  vi.unstubAllGlobals();
  vi.useRealTimers();
});
