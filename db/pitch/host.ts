import { and, eq, inArray, isNull, type SQL, sql } from "drizzle-orm";
import type { Database } from "#db/connection.ts";
import { permitted } from "#db/event.ts";
import { root } from "#db/pitch/standing.ts";
import { told } from "#db/pitch/told.ts";
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
    await tx.insert(pitchHost).values({ pitchId, position: nextPosition(hosts), registrationId, name });
    await told(tx, attendee, "stand_with", pitchId, now);
    return granted(null);
  });
}

/**
 * Makes an attendee the host of a pitch that nobody hosts. It is no pitch of their own. Safe to repeat.
 * @returns refused `not_found` for one that nobody sees, `not_open` outside the phases for pitching, `has_host` where
 *   somebody was faster
 */
export async function hostPitch(
  db: Database,
  attendee: Attendee,
  pitchId: string,
  now: Date,
): Promise<Result<null, "not_found" | "not_open" | "has_host">> {
  return transact<null, "not_found" | "not_open" | "has_host">(db, async (tx) => {
    const open = await permitted(tx, attendee.eventId, "stand");
    const whole = and(eq(pitch.eventId, attendee.eventId), eq(root, pitchId), isNull(pitch.withdrawnAt));
    // Two who say it at once queue up.
    const parts = await tx.select({ id: pitch.id }).from(pitch).where(whole).orderBy(pitch.id).for("update");
    if (!parts.some(({ id }) => id === pitchId)) return refused("not_found");
    const ids = parts.map(({ id }) => id);
    const rows = await tx.select().from(pitchHost).where(inArray(pitchHost.pitchId, ids));
    const { registrationId, name } = attendee;
    const hosts = rows.filter(({ hosting }) => hosting);
    if (hosts.some((host) => host.registrationId === registrationId)) return granted(null);
    if (!open) return refused("not_open");
    if (hosts.length > 0) return refused("has_host");
    const mine = rows.find((row) => row.registrationId === registrationId && row.pitchId === pitchId);
    if (mine) {
      const row = and(eq(pitchHost.pitchId, pitchId), eq(pitchHost.position, mine.position));
      await tx.update(pitchHost).set({ hosting: true }).where(row);
    } else await tx.insert(pitchHost).values({ pitchId, position: nextPosition(rows), registrationId, name });
    await told(tx, attendee, "host_pitch", pitchId, now);
    return granted(null);
  });
}

export const nextPosition = (hosts: readonly { position: number }[]): number =>
  1 + Math.max(-1, ...hosts.map(({ position }) => position));

/**
 * Refused `not_found` to whoever brought the pitch, who withdraws it, but for a wish, of which they say no more that they
 * host it; `not_open` in a phase without pitches.
 */
export async function stepBack(
  db: Database,
  attendee: Attendee,
  pitchId: string,
  now: Date,
): Promise<Result<null, "not_found" | "not_open">> {
  return transact(db, async (tx) => {
    if (!(await permitted(tx, attendee.eventId, "withdraw"))) return refused("not_open");
    const here = (its: SQL) =>
      and(
        eq(pitchHost.pitchId, pitchId),
        eq(pitchHost.registrationId, attendee.registrationId),
        sql`exists (select from ${pitch} where ${pitch.id} = ${pitchId} and ${pitch.eventId} = ${attendee.eventId} and ${its})`,
      );
    const gone = await tx
      .delete(pitchHost)
      .where(and(here(sql`true`), eq(pitchHost.own, false)))
      .returning({ pitchId: pitchHost.pitchId });
    const wished = await tx
      .update(pitchHost)
      .set({ hosting: false })
      .where(and(here(eq(pitch.voice, "wish")), pitchHost.own, pitchHost.hosting))
      .returning({ pitchId: pitchHost.pitchId });
    if (gone.length + wished.length === 0) return refused("not_found");
    await told(tx, attendee, "step_back", pitchId, now);
    return granted(null);
  });
}
