/** A rehearsal in the hands of one worker: taken up, kept alive, and over with nothing of it left but its result. */
import { and, asc, desc, eq, lt, notInArray } from "drizzle-orm";
import type { Database, Store } from "#db/connection.ts";
import { newId } from "#db/id.ts";
import { clearCopies } from "#db/rehearsal/clear.ts";
import { whyNotNow } from "#db/rehearsal.ts";
import { event } from "#db/schema/event.ts";
import { rehearsal, underWay } from "#db/schema/rehearsal.ts";
import { overDeadlocks, type Transaction } from "#db/transaction.ts";
import { isRunning, type Line, type Part, RESULTS, type State, WAITS_MS } from "#domain/rehearsal.ts";

/** A worker that was not heard of for so long is dead. */
const SILENCE_MS = 20_000;

export type Task = { id: string; claim: string; eventId: string; askedBy: string | null; people: number };

/**
 * Ends what dead workers left, and takes up what was asked for, unless that was too long ago or it can no more be rehearsed.
 * Two workers never get the same.
 * @returns null where there is nothing to do
 */
export async function takeUpRehearsal(db: Database, now: Date): Promise<Task | null> {
  return db.transaction(async (tx) => {
    const [row] = await tx
      .select()
      .from(rehearsal)
      .where(underWay(rehearsal.state))
      .orderBy(asc(rehearsal.askedAt))
      .limit(1)
      .for("update", { skipLocked: true });
    if (!row) return null;
    const silent = row.beatAt !== null && row.beatAt.getTime() < now.getTime() - SILENCE_MS;
    if (isRunning(row.state) && !silent) return null;
    if (isRunning(row.state) || row.stopping) {
      await end(tx, row, row.stopping ? "stopped" : "cut_short", row.lines, now);
      return null;
    }
    const [camp] = await tx.select().from(event).where(eq(event.id, row.eventId));
    const late = now.getTime() - row.askedAt.getTime() > WAITS_MS;
    if (!camp || late || (await whyNotNow(tx, camp, now))) {
      await end(tx, row, "cut_short", row.lines, now);
      return null;
    }
    const claim = newId();
    await tx.update(rehearsal).set({ state: "running", claim, beatAt: now }).where(eq(rehearsal.id, row.id));
    const { id, eventId, askedBy, people } = row;
    return { id, claim, eventId, askedBy, people };
  });
}

type Claim = Pick<Task, "id" | "claim">;

const held = ({ id, claim }: Claim) =>
  and(eq(rehearsal.id, id), eq(rehearsal.claim, claim), eq(rehearsal.state, "running"));

/** A sign of life. @returns whether to go on: false where somebody pressed Stop, or it is another worker's by now */
export async function keepRehearsal(db: Store, task: Claim, now: Date): Promise<boolean> {
  const [row] = await db
    .update(rehearsal)
    .set({ beatAt: now })
    .where(held(task))
    .returning({ stopping: rehearsal.stopping });
  return row !== undefined && !row.stopping;
}

/** Whether it is still this worker's, and stays so until the transaction ends. */
export async function holdsRehearsal(tx: Transaction, task: Claim): Promise<boolean> {
  const rows = await tx.select({ id: rehearsal.id }).from(rehearsal).where(held(task)).for("share");
  return rows.length > 0;
}

/** What it is at, and what came of it until now. */
export async function noteRehearsal(
  db: Store,
  task: Claim,
  { part, lines }: { part: Part; lines: readonly Line[] },
): Promise<void> {
  await db
    .update(rehearsal)
    .set({ part, lines: [...lines] })
    .where(held(task));
}

/** Deletes the copy and all of it, and keeps the result, in one transaction. @param state where nobody pressed Stop */
export async function endRehearsal(
  db: Database,
  task: Claim,
  { state, lines }: { state: State; lines: readonly Line[] },
  now: Date,
): Promise<void> {
  await overDeadlocks(() =>
    db.transaction(async (tx) => {
      const [row] = await tx.select().from(rehearsal).where(held(task)).for("update");
      if (row) await end(tx, row, row.stopping ? "stopped" : state, lines, now);
    }),
  );
}

type Row = typeof rehearsal.$inferSelect;

async function end(
  tx: Transaction,
  { id, eventId }: Row,
  state: State,
  lines: readonly Line[],
  now: Date,
): Promise<void> {
  await clearCopies(tx, eventId);
  const over = { state, lines: [...lines], endedAt: now, askedBy: null, claim: null, part: null };
  await tx.update(rehearsal).set(over).where(eq(rehearsal.id, id));
  const kept = tx
    .select({ id: rehearsal.id })
    .from(rehearsal)
    .where(eq(rehearsal.eventId, eventId))
    .orderBy(desc(rehearsal.askedAt))
    .limit(RESULTS);
  const old = and(eq(rehearsal.eventId, eventId), lt(rehearsal.endedAt, now), notInArray(rehearsal.id, kept));
  await tx.delete(rehearsal).where(old);
}
