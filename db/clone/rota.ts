/** The rota of one camp on that of another, with nobody down for anything. */
import { eq } from "drizzle-orm";
import type { Copy } from "#db/clone/frame.ts";
import { newId } from "#db/id.ts";
import { rotaTask } from "#db/schema/rota.ts";
import type { Moving } from "#db/slot.ts";
import type { Transaction } from "#db/transaction.ts";
import { movedSpan } from "#domain/time/slot-times.ts";

/** @returns how many tasks were left out, because the clocks there never show one of their times */
export async function copyRota(
  tx: Transaction,
  { from, to }: Copy,
  move: Moving,
  now: Date,
): Promise<number> {
  const tasks = await tx.select().from(rotaTask).where(eq(rotaTask.eventId, from));
  const copies = tasks.flatMap(({ task, place, wanted, startsAt, endsAt }) => {
    const span = movedSpan({ startsAt: startsAt.getTime(), endsAt: endsAt.getTime() }, move.from, move.to);
    if (!span) return [];
    const times = { startsAt: new Date(span.startsAt), endsAt: new Date(span.endsAt) };
    return [{ id: newId(), eventId: to, task, place, wanted, ...times, createdAt: now }];
  });
  // Two can come to one time, from an hour that was shown twice.
  if (copies.length > 0) await tx.insert(rotaTask).values(copies).onConflictDoNothing();
  return tasks.length - copies.length;
}
