/** Makes the keys by which push services know this installation. Loaded by the server and the worker, and by no page. */
import webPush from "web-push";
import type { Database } from "#db/connection.ts";
import { pushKey } from "#db/schema/push.ts";

/** Once for all processes and for good: with another pair every phone would have to ask anew. Safe to repeat. */
export async function makePushKeys(db: Database): Promise<void> {
  await db.insert(pushKey).values(webPush.generateVAPIDKeys()).onConflictDoNothing();
}
