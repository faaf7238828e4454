/** The rota goes along where its camp's days move, and whoever is down for something hears when it is now. */
import { asc, eq, inArray, sql } from "drizzle-orm";
import { bump } from "#db/live.ts";
import { tellOfTask } from "#db/rota/telling.ts";
import { rotaSignUp, rotaTask } from "#db/schema/rota.ts";
import type { Moving } from "#db/slot.ts";
import type { Transaction } from "#db/transaction.ts";
import { movedSpan } from "#domain/time/slot-times.ts";

type Task = typeof rotaTask.$inferSelect;
type Move = { was: Task; is: Task };

/**
 * Moves tasks along with the days of a camp, or to another zone, keeping their local times. What the clocks there never
 * show, and what is on the rota there already, stays where it was. Under the camp's lock, once the camp is as it will be.
 * @param by who moves the camp, who is not told of it
 * @param moving what becomes of what begins at an instant, milliseconds since 1970; null where it stays
 */
export async function moveRota(
  tx: Transaction,
  by: { personId: string; eventId: string; name: string },
  moving: (instant: number) => Moving | null,
  now: Date,
): Promise<void> {
  const tasks = await tx
    .select()
    .from(rotaTask)
    .where(eq(rotaTask.eventId, by.eventId))
    .orderBy(asc(rotaTask.startsAt), asc(rotaTask.id));
  const moves = withoutMeeting(
    tasks,
    tasks.map((task) => movedTask(task, moving)),
  );
  if (moves.length === 0) return;
  await write(tx, moves);
  const down = await readDown(tx, moves);
  // Nobody has to know when something was.
  for (const { is } of moves)
    if (is.endsAt > now) await tellOfTask(tx, by, "changed", is, down.get(is.id) ?? [], now);
  await bump(tx, by.eventId, ["crew"]);
}

/** Null for one that stays where it is. */
function movedTask(was: Task, moving: (instant: number) => Moving | null): Move | null {
  const of = moving(was.startsAt.getTime());
  const times = { startsAt: was.startsAt.getTime(), endsAt: was.endsAt.getTime() };
  const span = of && movedSpan(times, of.from, of.to);
  if (!span || (span.startsAt === times.startsAt && span.endsAt === times.endsAt)) return null;
  return { was, is: { ...was, startsAt: new Date(span.startsAt), endsAt: new Date(span.endsAt) } };
}

const placeOf = ({ startsAt, endsAt, task, place }: Task) => JSON.stringify([startsAt, endsAt, task, place]);

/** Those that come to where nothing stays and nothing else comes: what cannot go is in the way of others in turn. */
function withoutMeeting(tasks: readonly Task[], wanted: readonly (Move | null)[]): Move[] {
  let moves = wanted.flatMap((move) => move ?? []);
  for (;;) {
    const going = new Set(moves.map(({ was }) => was.id));
    const taken = new Set(tasks.filter(({ id }) => !going.has(id)).map(placeOf));
    const free = moves.filter(({ is }) => !taken.has(placeOf(is)) && taken.add(placeOf(is)));
    if (free.length === moves.length) return moves;
    moves = free;
  }
}

/** All of them leave before any arrives: one day's door may come to where the next day's was. */
async function write(tx: Transaction, moves: readonly Move[]): Promise<void> {
  const ids = moves.map(({ was }) => was.id);
  await tx
    .update(rotaTask)
    .set({ endsAt: sql`${rotaTask.endsAt} + interval '1000 years'` })
    .where(inArray(rotaTask.id, ids));
  for (const { is } of moves)
    await tx.update(rotaTask).set({ startsAt: is.startsAt, endsAt: is.endsAt }).where(eq(rotaTask.id, is.id));
}

/** Who is down for each, by its id. */
async function readDown(tx: Transaction, moves: readonly Move[]): Promise<Map<string, string[]>> {
  const ids = moves.map(({ was }) => was.id);
  const rows = await tx.select().from(rotaSignUp).where(inArray(rotaSignUp.taskId, ids));
  const down = new Map<string, string[]>();
  for (const { taskId, personId } of rows) down.set(taskId, [...(down.get(taskId) ?? []), personId]);
  return down;
}
