/** The front of the room: who is called to say their pitch. The wall shows the one called last. */
import { eq } from "drizzle-orm";
import type { Database } from "#db/connection.ts";
import { ownedPitch, told } from "#db/pitch.ts";
import { pitch } from "#db/schema/pitch.ts";
import { transact } from "#db/transaction.ts";
import { granted, type Result, refused } from "#domain/result.ts";
import type { Crew } from "#domain/viewer.ts";

/**
 * Calls a pitch to the front. Calling it again puts it there again with a full half minute.
 *
 * @returns `not_found` for a pitch of another camp or one that was withdrawn
 */
export async function callPitch(
  db: Database,
  crew: Crew,
  pitchId: string,
  now: Date,
): Promise<Result<null, "not_found">> {
  return setSaid(db, crew, pitchId, now, now);
}

/** Sends a pitch back to its place in the line, as if it had not been called. Refused as `callPitch`. */
export async function sendBack(
  db: Database,
  crew: Crew,
  pitchId: string,
  now: Date,
): Promise<Result<null, "not_found">> {
  return setSaid(db, crew, pitchId, null, now);
}

function setSaid(db: Database, crew: Crew, pitchId: string, saidAt: Date | null, now: Date) {
  return transact<null, "not_found">(db, async (tx) => {
    const row = await ownedPitch(tx, crew, pitchId);
    if (!row || row.withdrawnAt) return refused("not_found");
    await tx.update(pitch).set({ saidAt }).where(eq(pitch.id, pitchId));
    await told(tx, crew, saidAt ? "call_pitch" : "send_pitch_back", pitchId, now);
    return granted(null);
  });
}
