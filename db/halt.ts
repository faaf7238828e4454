/**
 * A camp called off, put off or on again, in one act under its lock: where it stands changes, so that the one table of
 * phases (domain/event.ts) lets nothing of its places move, and everybody it concerns is told in the same transaction.
 */
import { and, eq, isNull, sql } from "drizzle-orm";
import { record } from "#db/audit.ts";
import { moveCamp, planMove } from "#db/camp-moving.ts";
import type { Database } from "#db/connection.ts";
import { writeDayPhases } from "#db/day.ts";
import { lockEvent, readDays } from "#db/event.ts";
import { forgetArrivals } from "#db/halt/arrivals.ts";
import { tellHalted } from "#db/halt/telling.ts";
import { bumpProblem } from "#db/live.ts";
import { takeAllBack } from "#db/publication/taking-back.ts";
import { pushHalt } from "#db/push/fan-out.ts";
import { askAnew, closeRounds, keepSilent } from "#db/reconfirmation/anew.ts";
import { type EventRow, move } from "#db/registration/move.ts";
import { settlePlaces } from "#db/registration/waiting.ts";
import { event } from "#db/schema/event.ts";
import { registration } from "#db/schema/registration.ts";
import { transfer } from "#db/schema/transfer.ts";
import { type Transaction, transact } from "#db/transaction.ts";
import { endTransfer } from "#db/transfer/ending.ts";
import { tellPhase } from "#db/webhook/tell.ts";
import type { Audience } from "#domain/consequence.ts";
import { type Halted, type Phase, permits } from "#domain/event.ts";
import { type HaltAct, type HaltDate, isAhead, PERMITTED_AS } from "#domain/halt.ts";
import { goesOnIn, stepAt } from "#domain/life.ts";
import { holdUntil } from "#domain/registration/hold.ts";
import { granted, type Result, refused } from "#domain/result.ts";
import { localAt } from "#domain/time/local.ts";
import type { May } from "#domain/viewer.ts";

export type HaltWish = {
  act: HaltAct;
  /** The phase the organiser saw. */
  from: Phase;
  /** Why and what is next, in their words; empty for nothing. */
  note: string;
  /** When it takes place, or is put off to; null where nobody knows yet. */
  date: HaltDate | null;
  /** Whether whoever has a place is asked if they can come then. */
  ask: boolean;
  /** The camp's address, typed to show that it is meant; asked for where it is called off. */
  address: string;
};

/** @property told whom by mail @property crew how many of the crew besides @property offered how many of the line at once */
export type HaltDone = { told: Audience; crew: number; offered: number };

type Why = "not_found" | "changed_meanwhile" | "not_open" | "other_address" | "day_not_ahead" | "day_misfits";

const WITHOUT_DATE: Readonly<Record<HaltAct, Halted | null>> = {
  call_off: "called_off",
  put_off: "put_off",
  take_place: null,
};

/**
 * Calls a camp off, puts it off or says that it takes place. Safe to repeat: nobody is told twice.
 * @returns refused `changed_meanwhile` when it stands elsewhere by now, `not_open` where it cannot be, `other_address`
 *   unless the address was typed, `day_not_ahead` for a day that is past or, put off, the one it has, `day_misfits` where
 *   a slot would come to a time that the clocks never show
 */
export async function haltCamp(
  db: Database,
  crew: May<"changeSettings">,
  wish: HaltWish,
  now: Date,
): Promise<Result<HaltDone, Why>> {
  return transact<HaltDone, Why>(db, async (tx) => {
    const camp = await lockEvent(tx, crew.eventId);
    if (!camp) return refused("not_found");
    if (camp.phase !== wish.from) return refused("changed_meanwhile");
    if (!permits(camp.phase, PERMITTED_AS[wish.act])) return refused("not_open");
    if (wish.act === "call_off" && wish.address !== camp.slug) return refused("other_address");
    const halts = wish.act === "take_place" || wish.date ? null : WITHOUT_DATE[wish.act];
    return halts ? granted(await halt(tx, crew, camp, halts, wish, now)) : goOn(tx, crew, camp, wish, now);
  });
}

async function halt(
  tx: Transaction,
  crew: May<"changeSettings">,
  camp: EventRow,
  to: Halted,
  wish: HaltWish,
  now: Date,
): Promise<HaltDone> {
  const haltedFrom = camp.haltedFrom ?? camp.phase;
  const is = { ...camp, phase: to, haltedFrom, haltNote: wish.note };
  // Before offers end: whoever had one is told that it ended with the camp.
  const told = await tellHalted(tx, crew, { was: camp, is }, wish, now);
  await endOffers(tx, camp, crew, now);
  await endTransfers(tx, camp, crew, now);
  await tx
    .update(event)
    .set({ phase: to, haltedFrom, haltNote: wish.note, calendarRevision: camp.calendarRevision + 1 })
    .where(eq(event.id, camp.id));
  await note(tx, crew, camp.phase, to, wish, now);
  return { ...told, offered: 0 };
}

/** Of a camp that was halted, or one that is put off to a date. */
async function goOn(
  tx: Transaction,
  crew: May<"changeSettings">,
  camp: EventRow,
  wish: HaltWish,
  now: Date,
): Promise<Result<HaltDone, "day_not_ahead" | "day_misfits">> {
  const { zone, place } = camp;
  const had = localAt(camp.startsAt.getTime(), zone);
  const { day, doors } = wish.date ?? { day: camp.day, doors: had.time };
  const today = localAt(now.getTime(), zone).day;
  const last = (await readDays(tx, camp.id)).at(-1)?.date ?? camp.day;
  if (!isAhead(wish.act, day, { is: camp.day, last, today })) return refused("day_not_ahead");
  const plan = await planMove(tx, camp, { day, doors, zone, place });
  if (!plan) return refused("day_misfits");
  const phase = goesOnIn(camp.haltedFrom ?? camp.phase, day !== camp.day);
  await tx
    .update(event)
    .set({ phase, haltedFrom: null, haltNote: "", calendarRevision: camp.calendarRevision + 1 })
    .where(eq(event.id, camp.id));
  const retimed = plan.moves ? await moveCamp(tx, crew, { ...camp, phase }, plan, now) : new Map();
  if (!retimed) return refused("day_misfits");
  const days = await readDays(tx, camp.id);
  await writeDayPhases(tx, stepAt({ phase, days }), days);
  const is = (await lockEvent(tx, camp.id))!;
  if (day !== camp.day) {
    await forgetArrivals(tx, camp.id);
    // What is out says the old date, and calendars would confirm it.
    await takeAllBack(tx, camp.id, crew.personId, now);
  }
  await restartHolds(tx, is, now);
  // What a round would ask just now is said or asked by this mail.
  await closeRounds(tx, is, now);
  if (wish.ask) await askAnew(tx, is, { actor: "crew", actorId: crew.personId }, now);
  else await keepSilent(tx, is);
  // Before anybody is told: whoever is offered a place just now is not told that they wait.
  const { offered } = await settlePlaces(tx, is, now);
  const told = await tellHalted(tx, crew, { was: camp, is }, { ...wish, plan }, now);
  await note(tx, crew, camp.phase, phase, wish, now);
  return granted({ ...told, offered });
}

async function note(
  tx: Transaction,
  { eventId, personId }: May<"changeSettings">,
  from: Phase,
  to: Phase,
  { act, note, date, ask }: HaltWish,
  now: Date,
): Promise<void> {
  if (from !== to) await tellPhase(tx, eventId, { from, to }, now);
  await pushHalt(tx, eventId, now);
  const by = { actor: "crew" as const, actorId: personId };
  const detail = { act, note, date, ask };
  await record(tx, { eventId, at: now, ...by, act: "phase", subjectId: eventId, from, to, detail });
  await bumpProblem(tx, eventId, ["event", "people", "draft", "grid"]);
}

/** Those people wait at the turn they had. Their mail is that of the camp. */
async function endOffers(
  tx: Transaction,
  camp: EventRow,
  { personId: actorId }: May<"changeSettings">,
  now: Date,
): Promise<void> {
  const offered = await tx
    .select()
    .from(registration)
    .where(and(eq(registration.eventId, camp.id), eq(registration.status, "offered")));
  await move(tx, camp, offered, { move: "halt", to: "waiting", by: { actor: "crew", actorId } }, now);
}

/** The place stays with its giver; whoever was to get it is told. At most one for each place. */
async function endTransfers(
  tx: Transaction,
  camp: EventRow,
  { personId: actorId }: May<"changeSettings">,
  now: Date,
): Promise<void> {
  const open = await tx
    .select()
    .from(transfer)
    .where(and(isNull(transfer.endedAt), eq(transfer.eventId, camp.id)));
  for (const one of open) await endTransfer(tx, one, "place_gone", now, { actor: "crew", actorId });
}

/** Nobody could prove an address meanwhile: whose time ran gets it anew. */
async function restartHolds(tx: Transaction, camp: EventRow, now: Date): Promise<void> {
  const until = holdUntil(now.getTime(), { ...camp, startsAt: camp.startsAt.getTime() });
  await tx
    .update(registration)
    .set({
      heldUntil: sql`greatest(${registration.heldUntil}, ${new Date(until).toISOString()}::timestamptz)`,
    })
    .where(
      // Also of whose mail was never sent: it is dropped while a camp is halted, and starts no clock any more.
      and(eq(registration.eventId, camp.id), eq(registration.status, "held")),
    );
}
