import type { Database } from "#db/connection.ts";
import { driver } from "#db/connection.ts";
import { CHANNEL } from "#db/live.ts";

/** How often a listener checks that it hears itself, in milliseconds. */
const CHECK_MS = 5_000;

export type Listener = { end(): Promise<void> };

/**
 * Needs a direct connection of its own: a pooler in transaction mode hears nothing. What is sent while it is away is
 * lost, so the caller reads again on `onListen`.
 * @param onWake gets the id of the camp that changed and its version, or of a device or person and `standing`
 */
export function listen(
  db: Database,
  url: string,
  onWake: (id: string, about: string) => void,
  onListen: () => void,
  channel: string = CHANNEL,
): Listener {
  const token = `check:${crypto.randomUUID()}`;
  let client = driver(url, { max: 1, fetch_types: false });
  let heard = true;

  const hear = (said: string) => {
    if (said === token) heard = true;
    else if (!said.startsWith("check:")) {
      const colon = said.indexOf(":");
      onWake(said.slice(0, colon), said.slice(colon + 1));
    }
  };
  // Failing to listen is no fault: the next check tries again, and until then the hub reads by the clock.
  const begin = () => void client.listen(channel, hear, onListen).catch(() => undefined);

  // A connection that died without notice stays silent for ever, so the listener notifies itself.
  const check = async () => {
    if (!heard) {
      void client.end({ timeout: 0 }).catch(() => undefined);
      client = driver(url, { max: 1, fetch_types: false });
      begin();
    }
    heard = false;
    await db.$client`select pg_notify(${channel}, ${token})`.catch(() => undefined);
  };
  const timer = setInterval(check, CHECK_MS);
  begin();
  return {
    end: async () => {
      clearInterval(timer);
      await client.end({ timeout: 0 }).catch(() => undefined);
    },
  };
}
