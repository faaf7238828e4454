/**
 * Who is called to the front to say their pitch, and who is called next. Two phones may run a line at once: each says
 * whom it saw at the front, and where somebody else is by then, nothing is done.
 */
import { and, eq, or } from "drizzle-orm";
import { record } from "#db/audit.ts";
import type { Database } from "#db/connection.ts";
import { permitted } from "#db/event.ts";
import { bump } from "#db/live.ts";
import { lockLine, readTurns, setSaid, writeOrder } from "#db/pitch/line.ts";
import { ownedPitch } from "#db/pitch.ts";
import { pushTurns } from "#db/push/fan-out.ts";
import { lineToPitch } from "#db/schema/line.ts";
import { pitch, pitchHost } from "#db/schema/pitch.ts";
import { type Transaction, transact } from "#db/transaction.ts";
import type { LineAct } from "#domain/history.ts";
import { isId } from "#domain/id.ts";
import {
  type CalledOut,
  heldBack,
  hereAgain,
  type Line,
  notHere,
  putBefore,
  type Turn,
} from "#domain/pitch/turn.ts";
import { stands } from "#domain/pitch.ts";
import { granted, type Result, refused } from "#domain/result.ts";
import type { Attendee, May } from "#domain/viewer.ts";

type Crew = May<"runPitches">;
type FrontRefusal = "not_found" | "not_open" | "line_moved_on";

/** Whom whoever pressed saw at the front; null for nobody. */
export type Seen = string | null;

/** Who was called by it. */
export type Called = { called: string | null };

/** Whoever is at the front has said it, and the next one is called. Refused `line_moved_on`, `not_open`. */
export function callNext(db: Database, crew: Crew, seen: Seen, now: Date) {
  return goOn(db, crew, seen, now, "finish_pitch", () => null);
}

/** Whoever is at the front is called again after a few others. Refused as `callNext`. */
export function holdPitch(db: Database, crew: Crew, seen: Seen, now: Date) {
  return goOn(db, crew, seen, now, "hold_pitch", (held, rest) => heldBack(rest, held));
}

/** Whoever was called is not there: they are called again at the end of their round. Refused as `callNext`. */
export function missPitch(db: Database, crew: Crew, seen: Seen, now: Date) {
  return goOn(db, crew, seen, now, "miss_pitch", (missed, rest) => notHere(rest, missed));
}

/** @param goesBack the line with whoever was at the front in it again; null where they have said it */
function goOn(
  db: Database,
  crew: Crew,
  seen: Seen,
  now: Date,
  act: LineAct,
  goesBack: (front: Turn, rest: readonly Turn[]) => Turn[] | null,
): Promise<Result<Called, FrontRefusal>> {
  return onLine<Called>(db, crew, seen, async (tx, line) => {
    const { front, waiting } = line;
    const [next, ...rest] = waiting;
    const back = front ? goesBack(front, rest) : null;
    if (front && back) await setSaid(tx, front.id, null, act === "miss_pitch" ? now : null);
    if (next) await setSaid(tx, next.id, now);
    await writeOrder(tx, back ?? rest, back !== null);
    const called = next?.id ?? null;
    await done(tx, crew, line, called, [front && [act, front.id], next && ["call_pitch", next.id]], now);
    return granted({ called });
  });
}

/**
 * Calls a pitch out of its turn, or again for more time.
 *
 * @param seen undefined where it does not matter who is at the front
 * @returns who was at the front, and whether this one had been there before; refused `not_found` for another camp's or a
 *   withdrawn pitch, else as `callNext`
 */
export async function callPitch(
  db: Database,
  crew: Crew,
  pitchId: string,
  now: Date,
  seen?: Seen,
): Promise<Result<CalledOut, FrontRefusal>> {
  return onLine<CalledOut>(db, crew, seen, async (tx, line) => {
    const { front, waiting } = line;
    if (!(await isOfCamp(tx, crew, pitchId))) return refused("not_found");
    const place = waiting.findIndex(({ id }) => id === pitchId);
    await setSaid(tx, pitchId, now);
    const others = waiting.filter(({ id }) => id !== pitchId);
    await writeOrder(tx, others);
    await done(tx, crew, line, pitchId, [["call_pitch", pitchId]], now);
    const ahead = place < 0 ? null : (waiting[place + 1]?.id ?? null);
    return granted({ before: front?.id ?? null, again: place < 0, ahead });
  });
}

/** Puts a pitch back, first in the line, as if it had not been called; nobody is at the front then. Refused as `callPitch`. */
export async function sendBack(
  db: Database,
  crew: Crew,
  pitchId: string,
  now: Date,
): Promise<Result<null, FrontRefusal>> {
  return onLine<null>(db, crew, undefined, async (tx, line) => {
    const { front, waiting } = line;
    if (!(await isOfCamp(tx, crew, pitchId))) return refused("not_found");
    if (waiting.some(({ id }) => id === pitchId)) return granted(null);
    await setSaid(tx, pitchId, null);
    await writeOrder(tx, first((await readTurns(tx, crew.eventId)).waiting, pitchId), true);
    const stays = front && front.id !== pitchId ? front.id : null;
    await done(tx, crew, line, stays, [["send_pitch_back", pitchId]], now);
    return granted(null);
  });
}

/**
 * Undoes the last step: whoever was at the front before is there again with their half minute, and whoever was called
 * instead waits first in the line. Refused as `callPitch`.
 *
 * @param again whoever was called instead had been said before, and has been now
 * @param ahead before whom they waited, null for the end of the line; undefined for whoever was next
 */
export async function callBack(
  db: Database,
  crew: Crew,
  pitchId: string,
  seen: Seen,
  now: Date,
  { again = false, ahead }: { again?: boolean; ahead?: string | null } = {},
): Promise<Result<null, FrontRefusal>> {
  return onLine<null>(db, crew, seen, async (tx, line) => {
    const { front } = line;
    if (!(await isOfCamp(tx, crew, pitchId))) return refused("not_found");
    const instead = front && front.id !== pitchId && !again ? front.id : null;
    if (instead) await setSaid(tx, instead, null);
    await setSaid(tx, pitchId, now);
    const { waiting } = await readTurns(tx, crew.eventId);
    const back = instead && ahead !== undefined ? putBefore(waiting, instead, ahead) : null;
    await writeOrder(tx, back ?? (instead ? first(waiting, instead) : waiting), true);
    const did: Did[] = instead ? [["send_pitch_back", instead]] : [];
    await done(tx, crew, line, pitchId, [...did, ["call_pitch", pitchId]], now);
    return granted(null);
  });
}

/**
 * Puts a pitch before another in the line, or behind everybody. Again changes nothing.
 * @param before null for the end
 * @returns refused `line_moved_on` where either waits no more, `not_open` by the phase
 */
export async function movePitch(
  db: Database,
  crew: Crew,
  { pitchId, before }: { pitchId: string; before: string | null },
  now: Date,
): Promise<Result<null, FrontRefusal>> {
  return onLine<null>(db, crew, undefined, async (tx, line) => {
    const { front, waiting } = line;
    const moved = putBefore(waiting, pitchId, before);
    if (!moved) return refused("line_moved_on");
    await writeOrder(tx, moved, true);
    await done(tx, crew, line, front?.id ?? null, [["move_pitch", pitchId]], now);
    return granted(null);
  });
}

/**
 * Whoever was not there when called is back, and is called next; again changes nothing.
 * @returns refused `not_found` for a pitch that is not theirs, `not_open` by the phase
 */
export async function comeBack(
  db: Database,
  who: Attendee,
  pitchId: string,
  now: Date,
): Promise<Result<null, "not_found" | "not_open">> {
  return transact<null, "not_found" | "not_open">(db, async (tx) => {
    const open = await permitted(tx, who.eventId, "call");
    const line = await lockLine(tx, who.eventId);
    const { waiting } = line;
    if (!isId(pitchId) || !(await hosts(tx, who, pitchId))) return refused("not_found");
    if (!open) return refused("not_open");
    if (!waiting.some(({ id, away }) => id === pitchId && away)) return granted(null);
    await tx.update(pitch).set({ awayAt: null }).where(eq(pitch.id, pitchId));
    await writeOrder(tx, hereAgain(waiting, pitchId), true);
    const { eventId, registrationId: actorId } = who;
    await record(tx, { eventId, at: now, actor: "camper", actorId, act: "come_back", subjectId: pitchId });
    await pushTurns(tx, line, await readTurns(tx, eventId), now);
    await bump(tx, eventId, ["line"]);
    return granted(null);
  });
}

type Did = [act: LineAct, pitchId: string];

/** One step under the lock of the line. @param seen undefined where it does not matter */
function onLine<Value>(
  db: Database,
  crew: Crew,
  seen: Seen | undefined,
  step: (tx: Transaction, line: Line) => Promise<Result<Value, FrontRefusal>>,
): Promise<Result<Value, FrontRefusal>> {
  return transact<Value, FrontRefusal>(db, async (tx) => {
    const open = await permitted(tx, crew.eventId, "call");
    const line = await lockLine(tx, crew.eventId);
    if (!open) return refused("not_open");
    if (seen !== undefined && seen !== (line.front?.id ?? null)) return refused("line_moved_on");
    return step(tx, line);
  });
}

/** Who is at the front now, by whom, and what was done, last in every step; hosts who asked are told. */
async function done(
  tx: Transaction,
  { eventId, personId }: Crew,
  before: Line,
  front: string | null,
  did: readonly (Did | null | undefined)[],
  now: Date,
): Promise<void> {
  await tx.update(lineToPitch).set({ front, by: personId, at: now }).where(eq(lineToPitch.eventId, eventId));
  const entry = { eventId, at: now, actor: "crew" as const, actorId: personId };
  await record(
    tx,
    did.flatMap((one) => (one ? [{ ...entry, act: one[0], subjectId: one[1] }] : [])),
  );
  await pushTurns(tx, before, await readTurns(tx, eventId), now);
  await bump(tx, eventId, ["line"]);
}

async function isOfCamp(tx: Transaction, crew: Crew, pitchId: string): Promise<boolean> {
  const row = await ownedPitch(tx, crew, pitchId);
  return row !== null && stands(row);
}

async function hosts(
  tx: Transaction,
  { registrationId, eventId }: Attendee,
  pitchId: string,
): Promise<boolean> {
  const [row] = await tx
    .select({ id: pitch.id })
    .from(pitch)
    .innerJoin(pitchHost, and(eq(pitchHost.pitchId, pitch.id), eq(pitchHost.registrationId, registrationId)))
    .where(and(eq(pitch.eventId, eventId), or(eq(pitch.id, pitchId), eq(pitch.mergedInto, pitchId))))
    .limit(1);
  return row !== undefined;
}

const first = (waiting: readonly Turn[], id: string): Turn[] =>
  putBefore(waiting, id, waiting[0]?.id ?? null) ?? [...waiting];
