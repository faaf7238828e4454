/** A TypeScript program in a thread beside the event loop. What it is told and says is between it and its starter. */
import { Worker } from "node:worker_threads";

/**
 * Starts one, which keeps no process alive. On Node 20 a thread does not take over its parent's TypeScript loader, not
 * even with `--import tsx`: it registers one itself before the first .ts file.
 *
 * @param program its file
 * @param data what it finds in `workerData`
 */
export function startThread(program: URL, data: unknown = null): Worker {
  const boot = `
import("tsx/esm/api").then(({ register }) => {
  register();
  return import(${JSON.stringify(program.href)});
});
`;
  const worker = new Worker(boot, { eval: true, execArgv: [], workerData: data });
  worker.unref();
  return worker;
}
