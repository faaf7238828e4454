/**
 * Hands: raised and taken down in one statement that locks nothing shared. db/voting/tally.ts counts them, on a ticker;
 * where everybody has so many, db/voting/dots.ts.
 */
import { and, eq, sql } from "drizzle-orm";
import type { Database, Store } from "#db/connection.ts";
import { root } from "#db/pitch/standing.ts";
import { event } from "#db/schema/event.ts";
import { pitch } from "#db/schema/pitch.ts";
import { registration } from "#db/schema/registration.ts";
import { hand } from "#db/schema/voting.ts";
import { areCounted, raiseCounted } from "#db/voting/dots.ts";
import { handOf, latestPerHand, type Tap, upsertHands } from "#db/voting/upsert.ts";
import { isWithdrawn } from "#domain/pitch.ts";
import type { Refusal } from "#domain/refusal.ts";
import { takesPart } from "#domain/registration.ts";
import { granted, type Result, refused } from "#domain/result.ts";
import type { Attendee } from "#domain/viewer.ts";
import { type Ballot, handsOpen } from "#domain/voting.ts";

/** `castAt` in milliseconds since 1970. */
export type RaisedHand = { pitchId: string; up: boolean; castAt: number };

type TapRefusal = Extract<Refusal, "not_found" | "not_open" | "no_ticket" | "no_hands_left" | "hands_closed">;
export type TapAnswer = Result<RaisedHand, TapRefusal>;

/**
 * Raises hands and takes them down: one upsert for any number of taps. The last tap counts, not the last to arrive, so
 * that repeating an old one cannot undo a newer. A tap from the future counts as now, or just after one already stored.
 * @returns one answer per tap, in order: the asker's own hand as it is afterwards; refused `not_open` outside the
 *   phases for hands, `hands_closed` where the crew has closed them, `not_found` for a pitch that is not there or was withdrawn, `no_ticket` for whoever has no place
 *   any more, `no_hands_left` for whoever has as many up as the camp gives each
 */
export async function raiseHands(db: Database, taps: readonly Tap[], now: Date): Promise<TapAnswer[]> {
  const latest = latestPerHand(taps);
  const written = await upsertHands(db.$client, latest, now, false);
  const rest = latest.filter((tap) => !written.has(handOf(tap)));
  const counted = rest.length > 0 && (await areCounted(db, rest)) ? await raiseCounted(db, rest, now) : null;
  const answers: TapAnswer[] = [];
  for (const tap of taps) {
    const hand = handOf(tap);
    const kept = written.get(hand) ?? counted?.written.get(hand);
    const spent = counted?.spent.has(hand) ?? false;
    answers.push(kept ? granted({ pitchId: tap.pitchId, ...kept }) : refused(await whyNot(db, tap, spent)));
  }
  return answers;
}

/** In the order they raised them; one hand for what was merged, on the pitch that stayed. */
export async function readBallot(db: Store, attendee: Pick<Attendee, "registrationId">): Promise<Ballot> {
  const rows = await db
    .select({ pitchId: root })
    .from(hand)
    .innerJoin(pitch, eq(pitch.id, hand.pitchId))
    .where(and(eq(hand.registrationId, attendee.registrationId), eq(hand.up, true)))
    .groupBy(root)
    .orderBy(sql`min(${hand.castAt})`, root);
  return rows.map(({ pitchId }) => pitchId);
}

/** The first reason, in the order a person can do something about it. @param spent whether no hand was left for it */
async function whyNot(db: Store, { attendee, pitchId }: Tap, spent: boolean): Promise<TapRefusal> {
  const [found] = await db
    .select({
      phase: event.phase,
      handsClosed: event.handsClosed,
      status: registration.status,
      pitch: pitch.id,
      withdrawnAt: pitch.withdrawnAt,
    })
    .from(registration)
    .innerJoin(event, eq(event.id, registration.eventId))
    .leftJoin(pitch, and(eq(pitch.id, pitchId), eq(pitch.eventId, event.id)))
    .where(and(eq(registration.id, attendee.registrationId), eq(registration.eventId, attendee.eventId)));
  if (!found || !takesPart(found.status)) return "no_ticket";
  if (!found.pitch || isWithdrawn(found)) return "not_found";
  if (!handsOpen(found)) return found.handsClosed ? "hands_closed" : "not_open";
  return spent ? "no_hands_left" : "not_found";
}
