/** Holds a cluster for one supervisor: a second one is told so, and the first one hears when Postgres goes away. */
import { Trouble } from "#env.ts";
import { ALONE, driver } from "../connection.ts";
import type { Cluster } from "../embedded.ts";

/** Any number, as long as every version uses the same one. */
const lock = 7_110_417;

/**
 * Takes the cluster's lock in a session that stays open: it is free again the moment we are gone, however we go.
 * @param lost called once when the session breaks, which means that Postgres does
 * @returns lets go
 * @throws Trouble when somebody else holds it
 */
export async function hold(cluster: Cluster, lost: () => void): Promise<() => Promise<void>> {
  let letGo = false;
  let gone = () => {};
  // A question that is asked while Postgres goes again may never be answered by the driver.
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
