import { setTimeout as sleep } from "node:timers/promises";
import { pauseAfter } from "#domain/backoff.ts";
import { PassingTrouble, Trouble } from "#env.ts";
import { LIMITS } from "./connection.ts";
import { codeOf } from "./loss.ts";
import { inSession } from "./session.ts";

/** Worth waiting for. */
const passing: Record<string, string> = {
  ECONNREFUSED: "nothing answers there",
  ENOENT: "nothing answers there",
  // A machine that is started beside this one has no name until it runs.
  EAI_AGAIN: "no machine has that name",
  ENOTFOUND: "no machine has that name",
  ETIMEDOUT: "there was no answer in time",
  CONNECT_TIMEOUT: "there was no answer in time",
  EHOSTUNREACH: "there is no way to that machine",
  ENETUNREACH: "there is no way to that machine",
  ECONNRESET: "it ended the conversation",
  EPIPE: "it ended the conversation",
  CONNECTION_CLOSED: "it ended the conversation",
  "53300": "it has no connection free",
  "57P01": "it is shutting down",
  "57P02": "it has crashed and recovers",
  "57P03": "it is starting up",
};

/** Has to be mended by somebody: waiting would hide it. */
const settings: Record<string, string> = {
  EACCES: "this user may not open its socket",
  "08P01": `what stands before it takes no settings (PgBouncer: ignore_startup_parameters = ${Object.keys(LIMITS).join(", ")})`,
  "28P01": "the name or password is wrong",
  "28000": "that name may not come in",
  "3D000": "there is no database of that name",
  "42501": "that name may not connect to it",
};

const PAUSES = { first: 200, most: 5_000 };

/**
 * Makes sure the database can be used. One that is not there yet is waited for, with growing pauses and one sentence
 * about it; one that cannot be used is reported at once.
 * @param patience how long to wait at most, in milliseconds
 * @param tell gets the sentence
 * @throws Trouble naming host, database and reason, never the password; PassingTrouble when the patience is over
 */
export async function reach(url: string, patience = 60_000, tell = console.error): Promise<void> {
  const deadline = performance.now() + patience;
  for (let tries = 0; ; tries += 1) {
    const reason = await tryOnce(url);
    if (!reason) return;
    const pause = pauseAfter(tries, Math.random(), PAUSES);
    if (performance.now() + pause > deadline)
      throw new PassingTrouble(`${place(url)} cannot be used: ${reason}. Check DATABASE_URL.`);
    if (tries === 0) tell(`${place(url)} cannot be used yet: ${reason}. Waiting for it.`);
    await sleep(pause);
  }
}

/** @returns why it is worth trying again, or null when it can be used */
async function tryOnce(url: string): Promise<string | null> {
  try {
    const [row] = await inSession(
      url,
      async (sql) => sql<{ version: number; may_create: boolean }[]>`
      select current_setting('server_version_num')::int as version,
        has_schema_privilege('public', 'create') and has_database_privilege(current_database(), 'create') as may_create`,
      { connect_timeout: 10, connection: LIMITS },
    );
    if (!row || row.version < 150_000)
      throw new Trouble(`${place(url)} is older than Postgres 15, which Wallchart needs.`);
    if (!row.may_create)
      throw new Trouble(`${place(url)}: that name may not make tables there. Make it the database's owner.`);
    return null;
  } catch (error) {
    const code = codeOf(error);
    if (passing[code]) return passing[code];
    if (!settings[code]) throw error;
    throw new Trouble(`${place(url)} cannot be used: ${settings[code]}. Check DATABASE_URL.`);
  }
}

function place(url: string): string {
  const { hostname, port, pathname, searchParams } = new URL(url);
  return `The database ${pathname.slice(1)} at ${searchParams.get("host") ?? `${hostname}:${port || 5432}`}`;
}
