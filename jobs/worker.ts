/** The process that runs the clock. What recurs, and how often, is on one page: clock.ts. */
import { setTimeout as sleep } from "node:timers/promises";
import { closeDatabase, database } from "#db/connection.ts";
import { migrate } from "#db/migrate.ts";
import { reach } from "#db/reach.ts";
import { env, Trouble } from "#env.ts";
import { clock } from "./clock.ts";
import type { Job } from "./job.ts";
import { Planner } from "./planner.ts";

const leaving = new AbortController();

async function main(): Promise<void> {
  const url = env().DATABASE_URL;
  if (!url) throw new Trouble("DATABASE_URL is not set. `npm start` brings a database along.");
  await reach(url);
  await migrate(url);
  for (const event of ["SIGTERM", "SIGINT", "disconnect"]) process.once(event, () => leaving.abort());
  const planner = new Planner(database(), url);
  await Promise.all(clock.map(repeat));
  await planner.end();
  await closeDatabase();
  process.exit(0);
}

/** Runs one job for ever, never beside itself; a run under way is finished before we leave. */
async function repeat(job: Job): Promise<void> {
  while (!leaving.signal.aborted) {
    await job
      .run(database(), new Date())
      .catch((error: unknown) => console.error(`${job.name} failed: ${reason(error)}`));
    await sleep(job.every * 1000, undefined, { signal: leaving.signal }).catch(() => undefined);
  }
}

/** Where it went wrong and never with what: a database's message may quote an address. */
function reason(error: unknown): string {
  const { name, code, stack } = ((error as Error).cause ?? error) as Error & { code?: string };
  return `${name} ${code ?? ""}\n${stack?.split("\n").slice(1).join("\n")}`;
}

main().catch((error: unknown) => {
  console.error(error instanceof Trouble ? error.message : error);
  process.exit(1);
});
