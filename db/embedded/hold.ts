import { Trouble } from "#env.ts";
import { ALONE, driver } from "../connection.ts";
import type { Cluster } from "../embedded.ts";

/** Any number, as long as every version uses the same one. */
const lock = 7_110_417;

/**
 * An advisory lock in a session that stays open, for one supervisor at a time: it is free again however we end.
 * @param lost called once when the session breaks, which means that Postgres has gone
 * @throws Trouble when another supervisor holds it
 */
export async function hold(cluster: Cluster, lost: () => void): Promise<() => Promise<void>> {
  let letGo = false;
  let gone = () => {};
  // The driver may never answer a query sent while Postgres goes away.
  const broken = new Promise<never>((_, reject) => {
    gone = () => reject(new Trouble("Postgres went away while it was taken hold of."));
  });
  broken.catch(() => undefined);
  const closed = () => {
    gone();
    if (!letGo) lost();
    letGo = true;
  };
  const sql = driver(cluster.url("postgres"), {
    ...ALONE,
    max_lifetime: null,
    idle_timeout: 0,
    onclose: closed,
  });
  const end = () => {
    letGo = true;
    return sql.end({ timeout: 1 });
  };
  const asked = sql`select pg_try_advisory_lock(${lock}) as held`;
  const [row] = await Promise.race([asked, broken]).catch(async (fault) => {
    await end();
    throw fault;
  });
  if (row?.held) return end;
  await end();
  throw new Trouble("Wallchart is already running from this folder: stop it first, or start another clone.");
}
