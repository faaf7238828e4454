/** The cards on the desk: every session with its hosts, its hands and what its expected audience follows from. */
import { and, asc, eq } from "drizzle-orm";
import { forgetPlan } from "#db/agenda.ts";
import { record } from "#db/audit.ts";
import type { Database, Store } from "#db/connection.ts";
import { listRooms, listSlots } from "#db/draft.ts";
import { permitted } from "#db/event.ts";
import { bump } from "#db/live.ts";
import { standing } from "#db/pitch/standing.ts";
import { listPitches } from "#db/pitch.ts";
import { pitch, pitchHost } from "#db/schema/pitch.ts";
import { registration } from "#db/schema/registration.ts";
import { hand } from "#db/schema/voting.ts";
import { transact } from "#db/transaction.ts";
import { type Camp, correctedHands, parallelSessions } from "#domain/audience.ts";
import type { Card } from "#domain/draft.ts";
import { granted, type Result, refused } from "#domain/result.ts";
import type { Crew } from "#domain/viewer.ts";
import { MAY_RAISE } from "#domain/voting.ts";

/** A host is the same human being where the registration is the same or, without one, the name. */
export function hostKey(host: { registrationId: string | null; name: string }): string {
  return host.registrationId ?? host.name.trim().toLowerCase();
}

/** The hosts of a camp's pitches, in their order. */
export async function listHosts(db: Store, eventId: string) {
  return db
    .select({ pitchId: pitchHost.pitchId, registrationId: pitchHost.registrationId, name: pitchHost.name })
    .from(pitchHost)
    .innerJoin(pitch, eq(pitch.id, pitchHost.pitchId))
    .where(and(eq(pitch.eventId, eventId), standing))
    .orderBy(asc(pitchHost.pitchId), asc(pitchHost.position));
}

/** Hands that are up, of people who have a place, for pitches that stand; in the order they were raised. */
export async function listRaised(db: Store, eventId: string) {
  return db
    .select({ pitchId: hand.pitchId, registrationId: hand.registrationId, at: hand.castAt })
    .from(hand)
    .innerJoin(pitch, eq(pitch.id, hand.pitchId))
    .innerJoin(registration, eq(registration.id, hand.registrationId))
    .where(and(eq(pitch.eventId, eventId), standing, eq(hand.up, true), eq(registration.status, MAY_RAISE)))
    .orderBy(asc(hand.castAt));
}

/** All cards of a camp in the order they were pitched, and the camp's own figures for `expectAudience`. */
export async function readCards(db: Store, crew: Crew): Promise<{ cards: Card[]; camp: Camp }> {
  const { eventId } = crew;
  const [pitches, hosts, raised, own, rooms, slots, people] = await Promise.all([
    listPitches(db, eventId),
    listHosts(db, eventId),
    listRaised(db, eventId),
    db.select({ id: pitch.id, expected: pitch.expected }).from(pitch).where(eq(pitch.eventId, eventId)),
    listRooms(db, eventId),
    listSlots(db, eventId),
    db.$count(registration, and(eq(registration.eventId, eventId), eq(registration.status, MAY_RAISE))),
  ]);
  const expected = new Map(own.map((row) => [row.id, row.expected]));
  const times = raised.map(({ at }) => at.getTime());
  const cards = pitches.map((view): Card => {
    const hands = raised.filter(({ pitchId }) => pitchId === view.id).length;
    const since = times.length - firstAt(times, Date.parse(view.at));
    return {
      pitch: view,
      hosts: hosts
        .filter(({ pitchId }) => pitchId === view.id)
        .map((host) => ({ key: hostKey(host), name: host.name })),
      hands,
      corrected: correctedHands(hands, since, times.length, pitches.length),
      expected: expected.get(view.id) ?? null,
    };
  });
  const sessionSlots = slots.filter((slot) => slot.kind === "session").length;
  const total = cards.reduce((sum, card) => sum + card.corrected, 0);
  return {
    cards,
    camp: {
      people,
      parallel: parallelSessions(cards.length, sessionSlots, rooms.length),
      meanHands: cards.length > 0 ? total / cards.length : 0,
    },
  };
}

/**
 * Keeps the crew's own number of how many will come, over what follows from hands; null goes back to the hands.
 *
 * @returns refused `not_found` for a session that is not this camp's, `not_open` once the grid is made
 */
export async function expectPeople(
  db: Database,
  crew: Crew,
  { pitchId, expected }: { pitchId: string; expected: number | null },
  now: Date,
): Promise<Result<null, "not_found" | "not_open">> {
  const { eventId, personId } = crew;
  return transact(db, async (tx) => {
    if (!(await permitted(tx, eventId, "arrange"))) return refused("not_open");
    const which = and(eq(pitch.id, pitchId), eq(pitch.eventId, eventId), standing);
    const [row] = await tx.select({ before: pitch.expected }).from(pitch).where(which).for("update");
    if (!row) return refused("not_found");
    if (row.before === expected) return granted(null);
    await tx.update(pitch).set({ expected }).where(which);
    const [from, to] = [row.before, expected].map((n) => (n === null ? null : String(n)));
    await record(tx, {
      eventId,
      at: now,
      actor: "crew",
      actorId: personId,
      act: "expect",
      subjectId: pitchId,
      from: from ?? null,
      to: to ?? null,
    });
    await forgetPlan(tx, eventId);
    await bump(tx, eventId, ["draft"]);
    return granted(null);
  });
}

/** Where in a sorted list the first number is at least `least`. */
function firstAt(sorted: readonly number[], least: number): number {
  let [low, high] = [0, sorted.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if (sorted[middle]! < least) low = middle + 1;
    else high = middle;
  }
  return low;
}
