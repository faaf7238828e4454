/** The crew's view of everybody, and moving people by hand: always with a reason, always in the audit log. */
import { and, eq, inArray, isNull, max, ne, sql } from "drizzle-orm";
import { asking, loggedOver, NOTHING_AGREED, type Outcome } from "#db/change.ts";
import type { Database, Store } from "#db/connection.ts";
import { type EventRow, lockEvent, readTimes } from "#db/event.ts";
import { bump } from "#db/live.ts";
import { carryOut, planOffers } from "#db/registration/hand-offer.ts";
import { countToOffer } from "#db/registration/line.ts";
import { move as moveTo } from "#db/registration/move.ts";
import { countPlaces, readDivision } from "#db/registration/place.ts";
import { puttingBack } from "#db/registration/put-back.ts";
import { settlePlaces } from "#db/registration/waiting.ts";
import { readPlaces } from "#db/release.ts";
import { audit } from "#db/schema/audit.ts";
import { event } from "#db/schema/event.ts";
import { registration } from "#db/schema/registration.ts";
import { type Transaction, transact } from "#db/transaction.ts";
import { fromRelease, overByHand } from "#domain/consequence/places.ts";
import { isOver, permits } from "#domain/event.ts";
import type { Act } from "#domain/history.ts";
import { whyNotByHand } from "#domain/people.ts";
import type { Refusal } from "#domain/refusal.ts";
import { beyondFree, freePlaces, type PeopleCounts } from "#domain/registration/places.ts";
import { allows, holdsPlace, LIVE, MOVES_THAT_FREE, STATUSES, type Status } from "#domain/registration.ts";
import { granted, type Result, refused } from "#domain/result.ts";
import type { May } from "#domain/viewer.ts";

const TO = { remove: "removed", put_back_in_line: "waiting", confirm: "confirmed" } as const satisfies Record<
  string,
  Status
>;
export type HandMove = keyof typeof TO;

type MoveRefusal =
  | Extract<Refusal, "not_found" | "not_possible_now" | "not_open" | "camp_over">
  | HeirRefusal;
type HeirRefusal = Extract<Refusal, "not_the_hour" | "changed_meanwhile" | "no_free_place">;

/**
 * Removes somebody, puts them back at their old place in the line, or gives them a place, even over capacity once that
 * was agreed to. Whoever is put back in the line is not offered the place they have just lost.
 * @param reason in the mover's words; refused `bad_input` when empty, `camp_over` or `not_open` by `whyNotByHand`
 * @param heir who is offered the place of somebody put back, instead of the next in line; refused as `planOffers` says,
 *   `changed_meanwhile` where they cannot be offered one, `no_free_place` where none became free
 * @param seen what they had when the organiser looked; refused `changed_meanwhile` where they have something else by now
 */
export async function moveByHand(
  db: Database,
  crew: May<"movePeople">,
  registrationId: string,
  move: HandMove,
  reason: string,
  now: Date,
  agreed = NOTHING_AGREED,
  heir: string | null = null,
  seen: Status | null = null,
): Promise<Result<Outcome<Status>, MoveRefusal | "bad_input">> {
  if (reason.trim() === "") return refused("bad_input");
  return transact<Outcome<Status>, MoveRefusal>(db, async (tx) => {
    const camp = await lockEvent(tx, crew.eventId);
    const [known] = await tx
      .select()
      .from(registration)
      .where(and(eq(registration.id, registrationId), eq(registration.eventId, crew.eventId)));
    if (!camp || !known) return refused("not_found");
    const to = TO[move];
    if (known.status === to) return granted({ done: to });
    if (seen !== null && seen !== known.status) return refused("changed_meanwhile");
    const { endsAt } = await readTimes(tx, camp);
    const closed = whyNotByHand(move, camp.phase, isOver(camp.phase, endsAt, now.getTime()));
    if (closed) return refused(closed);
    if (!allows(move, known.status)) return refused("not_possible_now");
    const counts = await countPlaces(tx, camp.id);
    const places = await readPlaces(tx, camp, now);
    const gets = move === "confirm" && !holdsPlace(known.status);
    const over = gets
      ? [...overByHand(camp, counts, known.status), ...fromRelease(1, beyondFree(places, counts))]
      : [];
    // Whoever is named instead takes the place that becomes free, and others may be free all the same.
    const again = move === "put_back_in_line" ? await puttingBack(tx, camp, known, now) : [];
    const question = asking([...over, ...again], agreed);
    if (question) return granted(question);
    const by = { actor: "crew", actorId: crew.personId } as const;
    const why = reason.trim();
    // Mail is tried again, even if it bounced before.
    const back = move === "put_back_in_line";
    const { capacity, open } = places;
    // What somebody holds already stays what it was.
    const ofKept = holdsPlace(known.status) ? known.keptBack : counts.keptBack < capacity - open;
    const set = { keptBack: move === "confirm" && ofKept, ...(back && { bouncedAt: null }) };
    const detail = loggedOver(over);
    await moveTo(tx, camp, [known], { move, to, by, reason: why, detail, set, facts: { reason: why } }, now);
    const named =
      back && heir ? await offerToHeir(tx, camp, heir, { crew, reason: why }, now) : granted(null);
    if (!named.ok) return named;
    await settlePlaces(tx, camp, now, null, back ? known.id : null);
    await bump(tx, camp.id, ["people"]);
    return granted({ done: to });
  });
}

async function offerToHeir(
  tx: Transaction,
  camp: EventRow,
  heir: string,
  by: { crew: May<"movePeople">; reason: string },
  now: Date,
): Promise<Result<null, HeirRefusal | "not_found" | "not_open" | "camp_over">> {
  const planned = await planOffers(tx, camp, [heir], now);
  if (!planned.ok) return planned;
  if (planned.value.offered.length === 0) return refused("changed_meanwhile");
  if (planned.value.offered.length > planned.value.free) return refused("no_free_place");
  await carryOut(tx, camp, planned.value, by, now);
  return granted(null);
}

/** The figures above the list. @throws when the camp is gone */
export async function readPeopleCounts(db: Store, eventId: string, now = new Date()): Promise<PeopleCounts> {
  const [camp] = await db.select().from(event).where(eq(event.id, eventId));
  if (!camp) throw new Error("people counted for a camp that is not there");
  const division = await readDivision(db, camp, now);
  const { counts, places } = division;
  const free = freePlaces(places, counts);
  const toOffer = await countToOffer(db, camp, division);
  const { offersOn, createdAt } = camp;
  const idle = toOffer > 0 && permits(camp.phase, "offer");
  const idleSince = idle ? ((await lastFreed(db, eventId)) ?? createdAt.toISOString()) : null;
  const { groups: _, ...sums } = counts;
  const beyond = beyondFree(places, counts);
  return { ...sums, ...beyond, ...(await countUnproven(db, eventId)), free, toOffer, offersOn, idleSince };
}

const LET_GO = STATUSES.filter((status) => allows("drop_unproven", status));

/** Those in the camp or its line who never proved their address, and of these whom `letGoUnproven` takes. */
async function countUnproven(
  db: Store,
  eventId: string,
): Promise<Pick<PeopleCounts, "unproven" | "toLetGo">> {
  const { status, email, verifiedAt } = registration;
  const [row] = await db
    .select({
      // Whoever walked in gave no address to prove.
      unproven: sql<number>`count(*) filter (where ${ne(email, "")})`.mapWith(Number),
      toLetGo: sql<number>`count(*) filter (where ${inArray(status, LET_GO)})`.mapWith(Number),
    })
    .from(registration)
    .where(and(eq(registration.eventId, eventId), inArray(status, [...LIVE]), isNull(verifiedAt)));
  return row!;
}

/** What makes a place free, or somebody ready for one: moves, proofs, and changes of the camp's places or phase. */
const FREEING: readonly Act[] = [
  ...MOVES_THAT_FREE,
  "verify",
  "end_pause",
  "rules",
  "raise_capacity",
  "phase",
];

/** When a place last became free or somebody ready for it, from the audit log. */
async function lastFreed(db: Store, eventId: string): Promise<string | null> {
  const [row] = await db
    .select({ at: max(audit.at) })
    .from(audit)
    .where(and(eq(audit.eventId, eventId), inArray(audit.act, FREEING)));
  return row?.at?.toISOString() ?? null;
}
