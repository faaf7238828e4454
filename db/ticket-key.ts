/** The keys that tell a ticket of this installation from a guess: whoever has the public one needs no network for it. */
import { createPrivateKey, generateKeyPairSync, sign } from "node:crypto";
import type { Database, Store } from "#db/connection.ts";
import { ticketKey } from "#db/schema/ticket-key.ts";
import { signedText } from "#domain/ticket.ts";

/** Once for all processes and for good: with another pair every ticket that is out would have to be printed anew. Safe to repeat. */
export async function makeTicketKey(db: Database): Promise<void> {
  const { publicKey, privateKey } = generateKeyPairSync("ec", { namedCurve: "P-256" });
  const { x = "", y = "" } = publicKey.export({ format: "jwk" });
  // Uncompressed, as a browser imports it (SEC 1, 2.3.3).
  const point = Buffer.concat([Buffer.of(4), Buffer.from(x, "base64url"), Buffer.from(y, "base64url")]);
  const pair = {
    publicKey: point.toString("base64url"),
    privateKey: privateKey.export({ format: "der", type: "pkcs8" }).toString("base64url"),
  };
  await db.insert(ticketKey).values(pair).onConflictDoNothing();
}

/** What a phone checks tickets with, in base64url; null before the first start has made it. */
export async function readTicketKey(store: Store): Promise<string | null> {
  const [pair] = await store.select({ publicKey: ticketKey.publicKey }).from(ticketKey);
  return pair?.publicKey ?? null;
}

/** Signs a ticket's code, in base64url; with nothing before the first start has made the keys. */
export type TicketSigner = (eventId: string, code: string) => string;

export async function ticketSigner(store: Store): Promise<TicketSigner> {
  const [pair] = await store.select().from(ticketKey);
  if (!pair) return () => "";
  const der = Buffer.from(pair.privateKey, "base64url");
  const key = createPrivateKey({ key: der, format: "der", type: "pkcs8" });
  // As browsers verify it: both numbers and no more (IEEE P1363).
  return (eventId, code) =>
    sign("sha256", Buffer.from(signedText(eventId, code)), { key, dsaEncoding: "ieee-p1363" }).toString(
      "base64url",
    );
}
