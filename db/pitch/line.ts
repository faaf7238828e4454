/** The line to pitch as it stands. */
import { and, asc, eq, inArray, isNull, sql } from "drizzle-orm";
import type { Store } from "#db/connection.ts";
import { event } from "#db/schema/event.ts";
import { lineToPitch } from "#db/schema/line.ts";
import { person } from "#db/schema/person.ts";
import { pitch, pitchHost } from "#db/schema/pitch.ts";
import type { Transaction } from "#db/transaction.ts";
import { permits } from "#domain/event.ts";
import type { LineView } from "#domain/pitch/line.ts";
import { type InLine, type Line, lineOf, renumbered, type Turn } from "#domain/pitch/turn.ts";
import { paceOf } from "#domain/pitch/wait.ts";

/** As the crew sees it. */
export async function readLine(db: Store, eventId: string): Promise<LineView> {
  const [row] = await db
    .select({ front: lineToPitch.front, by: person.name, at: lineToPitch.at })
    .from(lineToPitch)
    .leftJoin(person, eq(person.id, lineToPitch.by))
    .where(eq(lineToPitch.eventId, eventId));
  const pitches = await listInLine(db, eventId);
  const { front, waiting } = lineOf(pitches, row?.front ?? null);
  const since = front && pitches.find(({ id }) => id === row!.front)?.said;
  return {
    front: front && since ? { id: front.id, since: new Date(since).toISOString() } : null,
    waiting: waiting.map(({ id }) => id),
    ...(waiting.some(({ round }) => round > 1) && { rounds: waiting.map(({ round }) => round) }),
    away: waiting.filter(({ away }) => away).map(({ id }) => id),
    pace: paceOf(pitches.flatMap(({ said }) => said ?? [])),
    last: row?.by && row.at ? { by: row.by, at: row.at.toISOString() } : null,
  };
}

/** Whose turn it is. Read it with the row of `line_to_pitch` locked, where it decides anything. */
export async function readTurns(db: Store, eventId: string): Promise<Line> {
  const [row] = await db.select().from(lineToPitch).where(eq(lineToPitch.eventId, eventId));
  return lineOf(await listInLine(db, eventId), row?.front ?? null);
}

/** Locks the line until the transaction ends: no two step at once. */
export async function lockLine(tx: Transaction, eventId: string): Promise<Line> {
  await tx.insert(lineToPitch).values({ eventId }).onConflictDoNothing();
  await tx.select().from(lineToPitch).where(eq(lineToPitch.eventId, eventId)).for("update");
  return readTurns(tx, eventId);
}

/** Notes that a pitch is said, or waits again. @param away since when they are away, as one that waits */
export async function setSaid(
  tx: Transaction,
  pitchId: string,
  saidAt: Date | null,
  away: Date | null = null,
): Promise<void> {
  await tx.update(pitch).set({ saidAt, awayAt: away }).where(eq(pitch.id, pitchId));
  // What was merged is said with it, and waits with it; taken apart, the one that was called is still the last.
  const before = saidAt && new Date(saidAt.getTime() - 1);
  await tx.update(pitch).set({ saidAt: before }).where(eq(pitch.mergedInto, pitchId));
}

/**
 * Before somebody is withdrawn or hidden: everybody else keeps their places. Whoever is at the front has not been said:
 * nobody is there then, and brought back they wait to be called. Nothing once nobody is called any more.
 */
export async function leaveLine(tx: Transaction, eventId: string, pitchId: string): Promise<void> {
  const [camp] = await tx.select({ phase: event.phase }).from(event).where(eq(event.id, eventId));
  if (!camp || !permits(camp.phase, "call")) return;
  // A step that calls it at this moment comes first, or finds it gone.
  const here = eq(lineToPitch.eventId, eventId);
  const [line] = await tx.select().from(lineToPitch).where(here).for("update");
  if (!line) return;
  await writeOrder(tx, (await readTurns(tx, eventId)).waiting);
  if (line.front !== pitchId) return;
  await tx.update(lineToPitch).set({ front: null }).where(here);
  await setSaid(tx, pitchId, null);
}

/**
 * Keeps the order of those who wait. One that nobody has made by hand needs no numbers: it is that of the rounds.
 * @param byHand whether it is another now than they came in
 */
export async function writeOrder(tx: Transaction, waiting: readonly Turn[], byHand = false): Promise<void> {
  const numbers = byHand || waiting.some(({ turn }) => turn !== null) ? renumbered(waiting) : [];
  if (numbers.length === 0) return;
  const ids = numbers.map(({ id }) => id);
  const turns = numbers.map(({ turn }) => turn);
  await tx.execute(sql`update ${pitch} set turn = kept.turn
    from unnest(${sql.param(ids)}::uuid[], ${sql.param(turns)}::int[]) as kept (id, turn) where ${pitch.id} = kept.id`);
  // Its number is of an order that is no more.
  await tx.update(pitch).set({ turn: null }).where(inArray(pitch.mergedInto, ids));
}

/** Before somebody comes back, goes into another or leaves it: everybody else who waits keeps their place. */
export async function keepPlaces(tx: Transaction, eventId: string): Promise<void> {
  await writeOrder(tx, (await lockLine(tx, eventId)).waiting);
}

/** Every pitch that was not withdrawn: bounded by the camp alone, as what every phone gets is. */
async function listInLine(db: Store, eventId: string): Promise<InLine[]> {
  const rows = await db
    .select({
      id: pitch.id,
      createdAt: pitch.createdAt,
      turn: pitch.turn,
      saidAt: pitch.saidAt,
      awayAt: pitch.awayAt,
      mergedInto: pitch.mergedInto,
      owner: pitchHost.registrationId,
    })
    .from(pitch)
    .leftJoin(pitchHost, and(eq(pitchHost.pitchId, pitch.id), eq(pitchHost.own, true)))
    .where(and(eq(pitch.eventId, eventId), isNull(pitch.withdrawnAt)))
    .orderBy(asc(pitch.createdAt), asc(pitch.id));
  return rows.map(({ createdAt, saidAt, awayAt, ...row }) => ({
    ...row,
    at: createdAt.getTime(),
    said: saidAt?.getTime() ?? null,
    away: awayAt !== null,
  }));
}
