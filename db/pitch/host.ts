import { and, eq, sql } from "drizzle-orm";
import type { Database } from "#db/connection.ts";
import { permitted } from "#db/event.ts";
import { told } from "#db/pitch.ts";
import { pitch, pitchHost } from "#db/schema/pitch.ts";
import { transact } from "#db/transaction.ts";
import { HOSTS_MAX, stands } from "#domain/pitch.ts";
import { granted, type Result, refused } from "#domain/result.ts";
import type { Attendee } from "#domain/viewer.ts";

/**
 * Makes an attendee a co-host of a pitch that asks for company. It is no pitch of their own. Safe to repeat.
 * @returns refused `not_found` unless the pitch asked, `not_open` outside the phases for pitching, `changed_meanwhile`
 *   when it has as many hosts as it can
 */
export async function standWith(
  db: Database,
  attendee: Attendee,
  pitchId: string,
  now: Date,
): Promise<Result<null, "not_found" | "not_open" | "changed_meanwhile">> {
  return transact(db, async (tx) => {
    const open = await permitted(tx, attendee.eventId, "stand");
    const [asked] = await tx
      .select({ voice: pitch.voice, withdrawnAt: pitch.withdrawnAt, mergedInto: pitch.mergedInto })
      .from(pitch)
      .where(and(eq(pitch.id, pitchId), eq(pitch.eventId, attendee.eventId)))
      .for("update");
    if (asked?.voice !== "with_me" || !stands(asked)) return refused("not_found");
    const hosts = await tx.select().from(pitchHost).where(eq(pitchHost.pitchId, pitchId));
    const { registrationId, name } = attendee;
    if (hosts.some((host) => host.registrationId === registrationId)) return granted(null);
    if (!open) return refused("not_open");
    if (hosts.length >= HOSTS_MAX) return refused("changed_meanwhile");
    const position = 1 + Math.max(-1, ...hosts.map((host) => host.position));
    await tx.insert(pitchHost).values({ pitchId, position, registrationId, name });
    await told(tx, attendee, "stand_with", pitchId, now);
    return granted(null);
  });
}

/** Refused `not_found` to whoever brought the pitch, who withdraws it; `not_open` in a phase without pitches. */
export async function stepBack(
  db: Database,
  attendee: Attendee,
  pitchId: string,
  now: Date,
): Promise<Result<null, "not_found" | "not_open">> {
  return transact(db, async (tx) => {
    if (!(await permitted(tx, attendee.eventId, "withdraw"))) return refused("not_open");
    const gone = await tx
      .delete(pitchHost)
      .where(
        and(
          eq(pitchHost.pitchId, pitchId),
          eq(pitchHost.registrationId, attendee.registrationId),
          eq(pitchHost.own, false),
          sql`exists (select from ${pitch} where ${pitch.id} = ${pitchId} and ${pitch.eventId} = ${attendee.eventId})`,
        ),
      )
      .returning({ pitchId: pitchHost.pitchId });
    if (gone.length === 0) return refused("not_found");
    await told(tx, attendee, "step_back", pitchId, now);
    return granted(null);
  });
}
