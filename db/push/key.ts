/** The keys by which push services know this installation; they are made by db/push/key-pair.ts. */
import type { Store } from "#db/connection.ts";
import { pushKey } from "#db/schema/push.ts";

/** What a browser asks a push service with; null before the first start has made it. */
export async function readPushKey(db: Store): Promise<string | null> {
  const [pair] = await db.select({ publicKey: pushKey.publicKey }).from(pushKey);
  return pair?.publicKey ?? null;
}

/** Both in base64url, to sign with. @throws before the first start has made them */
export async function readPushKeys(db: Store): Promise<{ publicKey: string; privateKey: string }> {
  const [pair] = await db.select().from(pushKey);
  if (!pair) throw new Error("no keys for push services were made");
  return pair;
}
