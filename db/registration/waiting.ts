/**
 * The waiting list that runs itself: what has run out ends, and a free place goes to the next in line, at once, under
 * the camp's lock. The clock and the organiser's button call the same commands.
 */
import { and, count, eq, inArray, isNull, lte, min, sql } from "drizzle-orm";
import { record } from "#db/audit.ts";
import type { Database, Store } from "#db/connection.ts";
import { lockEvent, readTimes } from "#db/event.ts";
import { bump } from "#db/live.ts";
import { isLoss } from "#db/loss.ts";
import { pushPlace } from "#db/push/fan-out.ts";
import { askRound, nextRound } from "#db/reconfirmation/round.ts";
import { nextGoingBack, releaseSilent } from "#db/reconfirmation/silence.ts";
import { drawDue } from "#db/registration/draw.ts";
import { seatEntrants } from "#db/registration/entrants.ts";
import { countToOffer, readLine } from "#db/registration/line.ts";
import { type By, CLOCK, type EventRow, move } from "#db/registration/move.ts";
import { endPauses, nextPauseEnd, tellResumed } from "#db/registration/pause-clock.ts";
import { readDivision } from "#db/registration/place.ts";
import { remindOf, remindOffers } from "#db/registration/reminder.ts";
import { listReleases } from "#db/release.ts";
import { registration } from "#db/schema/registration.ts";
import { type Transaction, transact } from "#db/transaction.ts";
import { endLateTransfers, nextTransferEnd } from "#db/transfer/ending.ts";
import { listUnsettled, postponeUnsettled, settleNextAt, takeUnsettled } from "#db/unsettled.ts";
import { isHalted, isOver, permits } from "#domain/event.ts";
import { RANGES } from "#domain/limits.ts";
import { nextMergeAt } from "#domain/pool.ts";
import { hasLapsed } from "#domain/registration/hold.ts";
import { type CampTimes, hasRunOut, offerUntil } from "#domain/registration/offer.ts";
import { freePlaces, nextInLine, placesToOffer, roomByLaw, roomOf } from "#domain/registration/places.ts";
import { callsStandby } from "#domain/registration/standby.ts";
import { nextReleaseAt } from "#domain/release.ts";
import { granted, type Result, refused } from "#domain/result.ts";
import { nextSettling, type OpenPlaces } from "#domain/unsettled.ts";
import type { May } from "#domain/viewer.ts";

/**
 * Ends what has run out and offers every free place to the line. The camp's row must be locked by this transaction.
 *
 * @param by who made the places free; null for the clock
 * @param except somebody who was put back in the line just now and is passed over this once, which is logged
 * @returns how many offers, holds, pauses, transfers and entries ended, how many offers were made (none while offers are off, the phase
 *   makes none, it is not the hour, or the camp is over; nothing at all of one that is halted) and how many people were reminded of theirs
 */
export async function settlePlaces(
  tx: Transaction,
  camp: EventRow,
  now: Date,
  by: May<"movePeople"> | null = null,
  except: string | null = null,
): Promise<{ ended: number; offered: number; reminded: number }> {
  if (isHalted(camp.phase)) return { ended: 0, offered: 0, reminded: 0 };
  const times = await readTimes(tx, camp);
  const over = isOver(camp.phase, times.endsAt, now.getTime());
  const late = await endLateTransfers(tx, camp, now, over);
  // Before anybody is asked again: what they were told last is what binds.
  const back = over ? 0 : await releaseSilent(tx, camp, now);
  const asked = over ? 0 : await askRound(tx, camp, now);
  const ended =
    late + asked + back + (await endOffers(tx, camp, now, over)) + (over ? 0 : await endHolds(tx, camp, now));
  if (over) return { ended, offered: 0, reminded: 0 };
  const reminded = await remindOffers(tx, camp, now);
  const resumed = await endPauses(tx, camp, now);
  const drawn = await drawDue(tx, camp, now);
  const offering = permits(camp.phase, "offer") && (camp.offersOn || by);
  const offered = offering ? await offerFree(tx, camp, times, now, { by, except }) : [];
  // After the line: whoever waited before has the better turn.
  const seated = await seatEntrants(tx, camp, now);
  const waiting = resumed.filter(({ id }) => !offered.includes(id));
  await tellResumed(tx, camp, waiting);
  return { ended: ended + resumed.length + drawn + seated, offered: offered.length, reminded };
}

async function offerFree(
  tx: Transaction,
  camp: EventRow,
  times: CampTimes,
  now: Date,
  { by, except }: { by: May<"movePeople"> | null; except: string | null },
): Promise<string[]> {
  const until = offerUntil(now.getTime(), times);
  if (until === null) return [];
  const { counts, ...division } = await readDivision(tx, camp, now);
  if (placesToOffer(division, counts) === 0) return [];
  const free = freePlaces(division.places, counts);
  const inside = roomByLaw(division.places, counts);
  // One more than there are places, for whom it may not be, and all where somebody may bring more than there is room for.
  const most = inside === null ? free + 1 : RANGES.lineLimit.max;
  const line = await readLine(tx, camp, { most, pools: division.pools });
  const next = (people: typeof line) => nextInLine(people, free, roomOf(division, counts), inside);
  if (except && next(line).includes(except))
    await record(tx, { eventId: camp.id, at: now, ...CLOCK, act: "pass_over", subjectId: except });
  const others = line.filter(({ id }) => id !== except);
  const people = new Map(others.map((person) => [person.id, person]));
  const chosen = next(others).map((id) => people.get(id)!);
  const offeredUntil = new Date(until);
  const actor: By = by ? { actor: "crew", actorId: by.personId } : CLOCK;
  const set = { offeredUntil, remindAt: remindOf(now, offeredUntil, camp.zone) };
  const facts = { until: offeredUntil.toISOString() };
  await move(tx, camp, chosen, { move: "offer", to: "offered", by: actor, set, facts }, now);
  const ids = chosen.map(({ id }) => id);
  if (callsStandby(camp.phase)) await pushPlace(tx, ids, now);
  return ids;
}

/** Ends the offers whose time has passed; once the camp is over, all of them. */
async function endOffers(tx: Transaction, camp: EventRow, now: Date, over: boolean): Promise<number> {
  const open = await tx
    .select()
    .from(registration)
    .where(and(eq(registration.eventId, camp.id), eq(registration.status, "offered")));
  const gone = open.filter((offer) => over || hasRunOut(offer, now));
  const facts = { over: over ? "yes" : "" } as const;
  await move(tx, camp, gone, { move: "expire", to: "expired", by: CLOCK, facts }, now);
  return gone.length;
}

/** Holds that may have lapsed, by what is indexed. */
const heldUntil = (now: Date) => and(eq(registration.status, "held"), lte(registration.heldUntil, now));

/** Ends the holds nobody proved in time: those people wait, at the turn they had. */
async function endHolds(tx: Transaction, camp: EventRow, now: Date): Promise<number> {
  const due = await tx
    .select()
    .from(registration)
    .where(and(eq(registration.eventId, camp.id), heldUntil(now)));
  const gone = due.filter((hold) => hasLapsed(hold, now));
  await move(
    tx,
    camp,
    gone,
    { move: "lapse", to: "waiting", by: CLOCK, set: { lapsedAt: now }, facts: {} },
    now,
  );
  return gone.length;
}

/** How many rows of what is due one beat looks at; what is left is seen to in the next. */
const MOST = 500;

/** How long a camp whose places could not be seen to is left alone, in milliseconds. */
const PAUSE = 60_000;

/**
 * One beat of the clock: every camp in which something is due is seen to, and says when it is due again. What it costs
 * follows what is due, not how many camps there are.
 *
 * @param failed told of a camp in which it failed; the others are still seen to. Without it the first fault is thrown
 * @throws when the database is away
 */
export async function tick(
  db: Database,
  now: Date,
  failed: (eventId: string, fault: unknown) => void = (_, fault) => {
    throw fault;
  },
): Promise<void> {
  for (const eventId of await listUnsettled(db, now, MOST)) {
    try {
      await settleDue(db, eventId, now);
    } catch (fault) {
      if (isLoss(fault)) throw fault;
      failed(eventId, fault);
      await postponeUnsettled(db, eventId, new Date(now.getTime() + PAUSE));
    }
  }
}

async function settleDue(db: Database, eventId: string, now: Date): Promise<void> {
  await transact(db, async (tx) => {
    const camp = await lockEvent(tx, eventId);
    await takeUnsettled(tx, eventId);
    if (!camp) return granted(null);
    const { ended, offered } = await settlePlaces(tx, camp, now);
    const next = nextSettling(camp, await readTimes(tx, camp), await readOpen(tx, camp, now), now.getTime());
    if (next !== null) await settleNextAt(tx, eventId, next);
    if (ended + offered > 0) await bump(tx, eventId, ["people"]);
    return granted(null);
  });
}

async function readOpen(tx: Transaction, camp: EventRow, now: Date): Promise<OpenPlaces> {
  const { id } = camp;
  const { eventId, status, bouncedAt, offeredUntil, heldUntil, remindAt } = registration;
  const [row] = await tx
    .select({
      offers: count(offeredUntil),
      offerEnds: sql`min(${offeredUntil}) filter (where ${isNull(bouncedAt)})`.mapWith(offeredUntil),
      reminds: sql`min(${remindAt}) filter (where ${isNull(bouncedAt)})`.mapWith(remindAt),
      holdEnds: min(heldUntil),
    })
    .from(registration)
    .where(and(eq(eventId, id), inArray(status, ["offered", "held"])));
  const division = await readDivision(tx, camp, now);
  const releases = await listReleases(tx, id);
  return {
    offers: row!.offers > 0,
    offerEnds: (row!.offerEnds as Date | null)?.getTime() ?? null,
    reminds: (row!.reminds as Date | null)?.getTime() ?? null,
    holdEnds: row!.holdEnds?.getTime() ?? null,
    toOffer: await countToOffer(tx, camp, division),
    releaseDue: nextReleaseAt(releases, now.getTime()),
    poolsMerge: nextMergeAt(division.pools, now.getTime()),
    pauseEnds: await nextPauseEnd(tx, id),
    transfersEnd: await nextTransferEnd(tx, camp),
    asks: await nextRound(tx, camp, now),
    goBack: await nextGoingBack(tx, camp),
  };
}

/** Whether this is an hour at which a camp makes offers: on its day only while people are awake, and never afterwards. */
export async function isOfferHour(
  store: Store,
  camp: Pick<EventRow, "id" | "zone"> & { startsAt: Date | string },
  now: Date,
): Promise<boolean> {
  const times = await readTimes(store, { ...camp, startsAt: new Date(camp.startsAt) });
  return offerUntil(now.getTime(), times) !== null;
}

/** The organiser's button: the same for one camp, now, even while offers are off. */
export async function offerFreePlaces(
  db: Database,
  crew: May<"movePeople">,
  now: Date,
): Promise<Result<number, "not_found" | "not_open">> {
  const { eventId } = crew;
  return transact<number, "not_found" | "not_open">(db, async (tx) => {
    const camp = await lockEvent(tx, eventId);
    if (!camp) return refused("not_found");
    if (!permits(camp.phase, "offer")) return refused("not_open");
    const { ended, offered } = await settlePlaces(tx, camp, now, crew);
    if (ended + offered > 0) await bump(tx, eventId, ["people"]);
    return granted(offered);
  });
}
