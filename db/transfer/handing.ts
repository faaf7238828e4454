/** The place that somebody is handing on, for them. */
import { and, eq, isNull } from "drizzle-orm";
import type { Store } from "#db/connection.ts";
import { type TransferRow, transfer } from "#db/schema/transfer.ts";
import { canTransfer, type Handing, NOT_HANDED_ON, transfersUntil } from "#domain/registration/transfer.ts";

/** Null where it is on its way to nobody. */
export async function openOf(store: Store, giverId: string): Promise<TransferRow | null> {
  const [row] = await store
    .select()
    .from(transfer)
    .where(and(eq(transfer.giverId, giverId), isNull(transfer.endedAt)));
  return row ?? null;
}

/** What whoever has a place is shown on their page. */
export async function readHanding(
  store: Store,
  giverId: string,
  { startsAt, transferHours }: { startsAt: Date; transferHours: number | null },
  now: Date,
): Promise<Handing> {
  const until = transfersUntil(startsAt.getTime(), transferHours);
  if (until === null || !canTransfer(until, now.getTime())) return NOT_HANDED_ON;
  const open = await openOf(store, giverId);
  const to = open && { name: open.name, email: open.email };
  return { until: new Date(until).toISOString(), to };
}
