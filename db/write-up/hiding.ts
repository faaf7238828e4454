/** What does not belong is hidden by the crew from everybody but whoever wrote it, who reads why; and shown again. */
import { and, eq } from "drizzle-orm";
import { record } from "#db/audit.ts";
import type { Database } from "#db/connection.ts";
import { permitted } from "#db/event.ts";
import { writeUp } from "#db/schema/write-up.ts";
import { type Transaction, transact } from "#db/transaction.ts";
import { granted, type Result, refused } from "#domain/result.ts";
import type { May } from "#domain/viewer.ts";

/**
 * Safe to repeat: the reason stays the first one.
 *
 * @param reason in the crew's words, for whoever wrote it; refused `bad_input` when empty
 * @returns refused `not_found` for another camp's and for what is its writer's alone, `not_open` by the phase
 */
export async function hideWriteUp(
  db: Database,
  crew: May<"runPitches">,
  { id, reason }: { id: string; reason: string },
  now: Date,
): Promise<Result<null, "not_found" | "not_open" | "bad_input">> {
  const why = reason.trim();
  if (why === "") return refused("bad_input");
  return decide(db, crew, id, { hiddenAt: now, hiddenReason: why }, now);
}

/** Undoes that. Safe to repeat. @returns refused as `hideWriteUp` */
export async function showWriteUp(
  db: Database,
  crew: May<"runPitches">,
  id: string,
  now: Date,
): Promise<Result<null, "not_found" | "not_open">> {
  return decide(db, crew, id, { hiddenAt: null, hiddenReason: "" }, now);
}

async function decide(
  db: Database,
  { eventId, personId }: May<"runPitches">,
  id: string,
  set: { hiddenAt: Date | null; hiddenReason: string },
  now: Date,
): Promise<Result<null, "not_found" | "not_open">> {
  return transact<null, "not_found" | "not_open">(db, async (tx) => {
    const open = await permitted(tx, eventId, "tidyWriteUps");
    const here = and(eq(writeUp.id, id), eq(writeUp.eventId, eventId));
    const [row] = await tx.select().from(writeUp).where(here).for("update");
    if (!row || row.level === "me") return refused("not_found");
    if (!open) return refused("not_open");
    if ((row.hiddenAt === null) === (set.hiddenAt === null)) return granted(null);
    await tx.update(writeUp).set(set).where(here);
    const act = set.hiddenAt ? "hide_write_up" : "show_write_up";
    await record(tx, { eventId, at: now, actor: "crew", actorId: personId, act, subjectId: id });
    return granted(null);
  });
}

/** What the crew said of those it hid goes with what else it wrote about people. */
export async function forgetHidingReasons(tx: Transaction, eventId: string): Promise<void> {
  await tx.update(writeUp).set({ hiddenReason: "" }).where(eq(writeUp.eventId, eventId));
}
