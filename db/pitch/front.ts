/** Who is called to the front to say their pitch. The wall shows the one called last. */
import { eq } from "drizzle-orm";
import type { Database } from "#db/connection.ts";
import { permitted } from "#db/event.ts";
import { told } from "#db/pitch/told.ts";
import { ownedPitch } from "#db/pitch.ts";
import { pitch } from "#db/schema/pitch.ts";
import { transact } from "#db/transaction.ts";
import { stands } from "#domain/pitch.ts";
import { granted, type Result, refused } from "#domain/result.ts";
import type { May } from "#domain/viewer.ts";

type FrontRefusal = "not_found" | "not_open";

/** Refused `not_found` for another camp's or a withdrawn pitch, `not_open` unless people pitch. Again for more time. */
export async function callPitch(
  db: Database,
  crew: May<"runPitches">,
  pitchId: string,
  now: Date,
): Promise<Result<null, FrontRefusal>> {
  return setSaid(db, crew, pitchId, now, now);
}

/** Puts a pitch back in its place in the line, as if it had not been called. Refused as `callPitch`. */
export async function sendBack(
  db: Database,
  crew: May<"runPitches">,
  pitchId: string,
  now: Date,
): Promise<Result<null, FrontRefusal>> {
  return setSaid(db, crew, pitchId, null, now);
}

function setSaid(db: Database, crew: May<"runPitches">, pitchId: string, saidAt: Date | null, now: Date) {
  return transact<null, FrontRefusal>(db, async (tx) => {
    const open = await permitted(tx, crew.eventId, "call");
    const row = await ownedPitch(tx, crew, pitchId);
    if (!row || !stands(row)) return refused("not_found");
    if (!open) return refused("not_open");
    await tx.update(pitch).set({ saidAt }).where(eq(pitch.id, pitchId));
    // What was merged is said with it, and waits with it; taken apart, the one that was called is still the last.
    const before = saidAt && new Date(saidAt.getTime() - 1);
    await tx.update(pitch).set({ saidAt: before }).where(eq(pitch.mergedInto, pitchId));
    await told(tx, crew, saidAt ? "call_pitch" : "send_pitch_back", pitchId, now);
    return granted(null);
  });
}
