import type postgres from "postgres";
import { ALONE, driver } from "./connection.ts";

/** Longer than any statement of a short session takes, in milliseconds. */
const MOST_MS = 30_000;

/**
 * Asks in a session of its own, which ends afterwards. The driver may never answer a query that was sent while
 * Postgres went away, so the end of the connection is an answer too, and so is the end of all patience.
 * @throws what the question throws; CONNECTION_CLOSED when the connection ended first, CONNECT_TIMEOUT when nothing came
 */
export async function inSession<T>(
  url: string,
  ask: (sql: postgres.Sql) => Promise<T>,
  options: { connect_timeout?: number; connection?: Record<string, number> } = {},
): Promise<T> {
  let end = (_code: "CONNECTION_CLOSED" | "CONNECT_TIMEOUT") => {};
  const ended = new Promise<never>((_, reject) => {
    end = (code) => reject(Object.assign(new Error("the session ended before its answer"), { code }));
  });
  ended.catch(() => undefined);
  const timer = setTimeout(() => end("CONNECT_TIMEOUT"), MOST_MS);
  const onclose = () => end("CONNECTION_CLOSED");
  const sql = driver(url, { ...ALONE, max_lifetime: null, ...options, onclose });
  try {
    const answer = ask(sql);
    answer.catch(() => undefined);
    return await Promise.race([answer, ended]);
  } finally {
    clearTimeout(timer);
    await sql.end({ timeout: 1 });
  }
}
