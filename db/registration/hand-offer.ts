/** Places offered by hand to people an organiser chose, and what that does to whoever waits before them. */
import { and, eq, inArray, sql } from "drizzle-orm";
import { record } from "#db/audit.ts";
import { asking, loggedOver, markOf, NOTHING_AGREED, type Outcome } from "#db/change.ts";
import type { Database, Store } from "#db/connection.ts";
import { lockEvent, readTimes } from "#db/event.ts";
import { bump } from "#db/live.ts";
import { pushPlace } from "#db/push/fan-out.ts";
import { readLine } from "#db/registration/line.ts";
import { type EventRow, move } from "#db/registration/move.ts";
import { readDivision } from "#db/registration/place.ts";
import { remindOf } from "#db/registration/reminder.ts";
import { settlePlaces } from "#db/registration/waiting.ts";
import { audit } from "#db/schema/audit.ts";
import { event, sector } from "#db/schema/event.ts";
import { type RegistrationRow, registration } from "#db/schema/registration.ts";
import { type Transaction, transact } from "#db/transaction.ts";
import { beyondPools, moreThanFree } from "#domain/consequence/places.ts";
import type { Consequence } from "#domain/consequence.ts";
import { isOver, permits } from "#domain/event.ts";
import { MOST, RANGES } from "#domain/limits.ts";
import { kindOf } from "#domain/pool.ts";
import type { Refusal } from "#domain/refusal.ts";
import {
  type Obstacle,
  obstacleTo,
  passedOver,
  type Share,
  shareOf,
} from "#domain/registration/hand-offer.ts";
import { offerUntil } from "#domain/registration/offer.ts";
import { freePlaces, roomOf } from "#domain/registration/places.ts";
import { callsStandby } from "#domain/registration/standby.ts";
import { isOffered } from "#domain/registration/status.ts";
import { HOLDING } from "#domain/registration.ts";
import { granted, type Result, refused } from "#domain/result.ts";
import type { May } from "#domain/viewer.ts";

type OfferRefusal = Extract<Refusal, "not_found" | "not_open" | "camp_over" | "not_the_hour">;

/** What offering places to some people would come to, as it is now. */
export type OfferPlan = {
  /** Who is offered a place, in the order of the line. */
  offered: readonly RegistrationRow[];
  unable: readonly { person: RegistrationRow; why: Obstacle }[];
  /** Ids of those with a better turn who get none, in the order of the line. */
  passedOver: readonly string[];
  share: Share;
  free: number;
  until: Date;
  over: readonly Consequence[];
};

/**
 * What offering places to these people would come to. To decide by it, call it with the camp's row locked.
 * @param ids at most MOST.handOffers; whoever is of another camp is left out
 * @returns refused `camp_over` or `not_open` where none is offered, `not_the_hour` where nobody could answer now
 */
export async function planOffers(
  store: Store,
  camp: EventRow,
  ids: readonly string[],
  now: Date,
): Promise<Result<OfferPlan, OfferRefusal>> {
  const times = await readTimes(store, camp);
  if (isOver(camp.phase, times.endsAt, now.getTime())) return refused("camp_over");
  if (!permits(camp.phase, "offer")) return refused("not_open");
  const until = offerUntil(now.getTime(), times);
  if (until === null) return refused("not_the_hour");
  const rows = await store
    .select()
    .from(registration)
    .where(and(eq(registration.eventId, camp.id), inArray(registration.id, ids.slice(0, MOST.handOffers))))
    .orderBy(registration.rank);
  const judged = rows.map((person) => ({ person, why: whyNot(person) }));
  const offered = judged.filter(({ why }) => why === null).map(({ person }) => person);
  const { counts, ...division } = await readDivision(store, camp, now);
  const { places, pools } = division;
  const free = freePlaces(places, counts);
  const left = camp.offersOn ? free - offered.length : 0;
  const line = offered.length > 0 ? await readLine(store, camp, { most: RANGES.lineLimit.max, pools }) : [];
  const keptBack = Math.max(0, places.capacity - places.open - counts.keptBack);
  const share = shareOf(offered.length, free, keptBack);
  // Places that were kept back count to no pool.
  const inPools = [...offered.slice(0, share.free), ...offered.slice(share.free + share.keptBack)];
  const room = roomOf(division, counts);
  return granted({
    offered,
    unable: judged.flatMap(({ person, why }) => (why ? [{ person, why }] : [])),
    passedOver: passedOver(
      line,
      new Set(offered.map(({ id }) => id)),
      left,
      () => roomOf(division, counts),
      offered.length > free,
    ),
    share,
    free,
    until: new Date(until),
    over: [
      ...moreThanFree(offered.length, free, camp, counts),
      ...beyondPools(inPools.map(kindOf), share.free, room),
    ],
  });
}

function whyNot({ status, verifiedAt, bouncedAt, pausedUntil }: RegistrationRow): Obstacle | null {
  const [verified, bounced, paused] = [verifiedAt !== null, bouncedAt !== null, pausedUntil !== null];
  return obstacleTo({ status, verified, bounced, paused });
}

/** A fingerprint of whom a plan concerns: what is sent is what was seen. */
export function markOfPlan({ offered, passedOver: passed }: OfferPlan): string {
  return markOf([offered.map(({ id }) => id), passed]);
}

/** The same for the organiser's eyes, with names and the balance that it makes. */
export type OfferPreview = OfferPlan & {
  mark: string;
  /** The first of those passed over, at most NAMED. */
  passed: readonly { id: string; name: string; organisation: string }[];
  /** Who holds or is offered a place afterwards, by sector, most first. */
  sectors: readonly { sector: string; people: number }[];
};

/** Of those who are passed over so many are named. */
const NAMED = 20;

/** Changes nothing. Refused as `planOffers` says. */
export async function previewOffers(
  db: Store,
  { eventId }: May<"seePeople" | "movePeople">,
  ids: readonly string[],
  now: Date,
): Promise<Result<OfferPreview, OfferRefusal>> {
  const [camp] = await db.select().from(event).where(eq(event.id, eventId));
  if (!camp) return refused("not_found");
  const planned = await planOffers(db, camp, ids, now);
  if (!planned.ok) return planned;
  const plan = planned.value;
  const { id, name, organisation, rank } = registration;
  const passed = await db
    .select({ id, name, organisation })
    .from(registration)
    .where(inArray(id, plan.passedOver.slice(0, NAMED)))
    .orderBy(rank);
  return granted({ ...plan, mark: markOfPlan(plan), passed, sectors: await readBalance(db, eventId, plan) });
}

async function readBalance(db: Store, eventId: string, { offered }: OfferPlan) {
  const people = sql<number>`count(*)`.mapWith(Number);
  const chosen = offered.map(({ id }) => id);
  const then = sql`(${inArray(registration.status, [...HOLDING])} or ${inArray(registration.id, chosen)})`;
  return db
    .select({ sector: sector.name, people })
    .from(registration)
    .innerJoin(sector, eq(sector.id, registration.sectorId))
    .where(and(eq(registration.eventId, eventId), then))
    .groupBy(sector.name)
    .orderBy(sql`count(*) desc`, sector.name);
}

/**
 * Offers each of these people a place, and notes with the reason who is passed over by it. Safe to repeat: where all of
 * them have an open offer by this organiser and for this reason, it is done already.
 *
 * @param reason in the organiser's words; refused `bad_input` when empty
 * @param mark of the plan that was seen; refused `changed_meanwhile` where it would be another by now
 * @returns how many offers stand; asks first where they are more than the free places, or not as pools are; refused as `planOffers` says
 */
export async function offerByHand(
  db: Database,
  crew: May<"movePeople">,
  { ids, reason, mark }: { ids: readonly string[]; reason: string; mark: string },
  now: Date,
  agreed = NOTHING_AGREED,
): Promise<Result<Outcome<number>, OfferRefusal | "bad_input" | "changed_meanwhile">> {
  if (reason.trim() === "") return refused("bad_input");
  return transact<Outcome<number>, OfferRefusal | "changed_meanwhile">(db, async (tx) => {
    const camp = await lockEvent(tx, crew.eventId);
    if (!camp) return refused("not_found");
    const planned = await planOffers(tx, camp, ids, now);
    if (!planned.ok) return planned;
    const plan = planned.value;
    const { offered, unable } = plan;
    const open = unable.filter(({ person }) => isOffered(person.status)).map(({ person }) => person.id);
    const sentBefore = offered.length === 0 && open.length > 0 && open.length === unable.length;
    if (sentBefore && (await areBy(tx, crew, open, reason.trim()))) return granted({ done: open.length });
    if (markOfPlan(plan) !== mark || offered.length === 0) return refused("changed_meanwhile");
    const question = asking(plan.over, agreed);
    if (question) return granted(question);
    await carryOut(tx, camp, plan, { crew, reason: reason.trim() }, now);
    await settlePlaces(tx, camp, now);
    await bump(tx, camp.id, ["people"]);
    return granted({ done: offered.length });
  });
}

/** Whether it was this organiser who offered a place to each of them, for this reason: another's offers are not theirs. */
async function areBy(
  tx: Transaction,
  { eventId, personId }: May<"movePeople">,
  ids: readonly string[],
  reason: string,
): Promise<boolean> {
  const rows = await tx
    .selectDistinct({ id: audit.subjectId })
    .from(audit)
    .where(
      and(
        eq(audit.eventId, eventId),
        eq(audit.act, "offer"),
        eq(audit.actorId, personId),
        eq(audit.reason, reason),
        inArray(audit.subjectId, [...ids]),
      ),
    );
  return rows.length === ids.length;
}

/** Offers what is planned, and notes who is passed over. The caller settles the places afterwards. */
export async function carryOut(
  tx: Transaction,
  camp: EventRow,
  { offered, passedOver: passed, share, until, over }: OfferPlan,
  { crew, reason }: { crew: May<"movePeople">; reason: string },
  now: Date,
): Promise<void> {
  const by = { actor: "crew", actorId: crew.personId } as const;
  const facts = { until: until.toISOString() };
  const kept = offered.slice(share.free, share.free + share.keptBack);
  const others = offered.filter((person) => !kept.includes(person));
  for (const [people, keptBack] of [[others, false] as const, [kept, true] as const]) {
    const set = { offeredUntil: until, remindAt: remindOf(now, until, camp.zone), keptBack };
    await move(
      tx,
      camp,
      people,
      { move: "offer", to: "offered", by, reason, detail: loggedOver(over), set, facts },
      now,
    );
  }
  if (callsStandby(camp.phase))
    await pushPlace(
      tx,
      offered.map(({ id }) => id),
      now,
    );
  for (let at = 0; at < passed.length; at += AT_ONCE)
    await record(
      tx,
      passed.slice(at, at + AT_ONCE).map((subjectId) => {
        return { eventId: camp.id, at: now, ...by, act: "pass_over" as const, subjectId, reason };
      }),
    );
}

/** Entries of the log written by one statement. */
const AT_ONCE = 1_000;
