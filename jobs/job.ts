import type { Database } from "#db/connection.ts";

/** Several workers may run a job at once, on several machines: it must claim what it works on. */
export interface Job {
  /** For the log. */
  name: string;
  /** Seconds from the end of one run to the start of the next. */
  every: number;
  /**
   * Does what is due. A throw is logged, and the next run tries again.
   * @param leaving aborted when the worker is told to stop: what is under way is finished, and nothing more begun
   */
  run(db: Database, now: Date, leaving: AbortSignal): Promise<void>;
}
