/** How the reader of a second address says yes: by the link in the mail that asks them, which opens nothing else. */
import { and, eq, isNull } from "drizzle-orm";
import { record } from "#db/audit.ts";
import type { Database, Store } from "#db/connection.ts";
import { eventView, lockEvent } from "#db/event.ts";
import { hashToken, newId, newToken } from "#db/id.ts";
import { post } from "#db/mail.ts";
import { event } from "#db/schema/event.ts";
import { registration } from "#db/schema/registration.ts";
import { secondAddress } from "#db/schema/second-address.ts";
import { findSecond } from "#db/second-address/reading.ts";
import { type Transaction, transact } from "#db/transaction.ts";
import type { EventView } from "#domain/event.ts";
import { granted, type Result, refused } from "#domain/result.ts";
import { canSayYes, lapseOf, reachOf } from "#domain/second-address.ts";

type To = { secondOf: string; recipient: string };

/** Whether a mail that was decided for a second address may still go there: one that asks, or any other. */
export async function mayStillGo(
  store: Store,
  { secondOf, recipient, kind }: To & { kind: string },
  now: Date,
): Promise<boolean> {
  const row = await findSecond(store, secondOf);
  if (row?.email !== recipient) return false;
  return reachOf(row, now) === (kind === "second_asked" ? "asked" : "works");
}

/**
 * The token of the page on which a second address is confirmed. Call it when the mail goes out: its time begins then.
 * @returns null where it was taken away, replaced or confirmed meanwhile
 */
export async function mintSecond(
  tx: Transaction,
  { secondOf, recipient }: To,
  now: Date,
): Promise<string | null> {
  const token = newToken();
  const rows = await tx
    .update(secondAddress)
    .set({ tokenHash: hashToken(token), lapsesAt: new Date(lapseOf(now.getTime())) })
    .where(
      and(
        eq(secondAddress.registrationId, secondOf),
        eq(secondAddress.email, recipient),
        isNull(secondAddress.provenAt),
      ),
    )
    .returning({ id: secondAddress.registrationId });
  return rows.length > 0 ? token : null;
}

async function find(store: Store, token: string) {
  const [row] = await store
    .select({ second: secondAddress, mine: registration, camp: event })
    .from(secondAddress)
    .innerJoin(registration, eq(registration.id, secondAddress.registrationId))
    .innerJoin(event, eq(event.id, registration.eventId))
    .where(eq(secondAddress.tokenHash, hashToken(token)));
  return row ?? null;
}

/** The page behind the link: nothing of whose address it is to be. Null when the token opens nothing. Changes nothing. */
export async function readSecondPage(
  store: Store,
  token: string,
  now: Date,
): Promise<{ event: EventView; confirmed: boolean } | null> {
  const found = await find(store, token);
  if (!found || reachOf(found.second, now) === null) return null;
  return { event: await eventView(store, found.camp), confirmed: found.second.provenAt !== null };
}

/**
 * Confirms the second address, and that alone: it signs nobody in, and proves nothing of the first, which is told. Safe
 * to repeat.
 * @returns refused `not_found` when the token opens nothing: its time has passed, or the address was taken away
 */
export async function confirmSecond(
  db: Database,
  token: string,
  now: Date,
): Promise<Result<null, "not_found">> {
  return transact<null, "not_found">(db, async (tx) => {
    const before = await find(tx, token);
    const camp = before && (await lockEvent(tx, before.camp.id));
    const found = camp && (await find(tx, token));
    if (!found) return refused("not_found");
    const { second, mine } = found;
    if (second.provenAt !== null) return granted(null);
    if (!canSayYes(second, now)) return refused("not_found");
    await tx.update(secondAddress).set({ provenAt: now }).where(eq(secondAddress.registrationId, mine.id));
    const by = { actor: "camper", actorId: mine.id } as const;
    await record(tx, { eventId: camp.id, at: now, ...by, act: "confirm_second_address", subjectId: mine.id });
    await post(tx, {
      ...{ eventId: camp.id, kind: "second_confirmed", occasion: newId() },
      ...{ recipient: mine.email, facts: { registrationId: mine.id } },
    });
    return granted(null);
  });
}
