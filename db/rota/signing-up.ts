/** Being down for a task of the rota: by oneself, or by an organiser, which is told. */
import { and, eq } from "drizzle-orm";
import { record } from "#db/audit.ts";
import type { Database } from "#db/connection.ts";
import { shareEvent } from "#db/event.ts";
import { bump } from "#db/live.ts";
import { tellOfTask } from "#db/rota/telling.ts";
import { lockHand } from "#db/rota.ts";
import { rotaSignUp, rotaTask } from "#db/schema/rota.ts";
import { type Transaction, transact } from "#db/transaction.ts";
import { granted, type Result, refused } from "#domain/result.ts";
import { whyNot } from "#domain/rota.ts";
import type { May } from "#domain/viewer.ts";

/** Why somebody is not down for a task: `not_found` also where they may take none by then. */
export type SignUpRefusal = "not_found" | "task_over" | "task_full" | "task_clash";

/** Takes a task on. Safe to repeat. */
export function signUp(
  db: Database,
  crew: May<"takeTasks">,
  taskId: string,
  now: Date,
): Promise<Result<null, SignUpRefusal>> {
  return transact<null, SignUpRefusal>(db, (tx) => putDown(tx, crew, taskId, crew.personId, now));
}

/** Puts somebody of the crew in, and mails them. Safe to repeat. */
export function putIn(
  db: Database,
  crew: May<"makeRota">,
  taskId: string,
  personId: string,
  now: Date,
): Promise<Result<null, SignUpRefusal>> {
  return transact<null, SignUpRefusal>(db, (tx) => putDown(tx, crew, taskId, personId, now));
}

type By = { personId: string; eventId: string; name: string };

async function putDown(
  tx: Transaction,
  by: By,
  taskId: string,
  personId: string,
  now: Date,
): Promise<Result<null, SignUpRefusal>> {
  const { eventId } = by;
  if (!(await lockHand(tx, eventId, personId))) return refused("not_found");
  const task = await lockTask(tx, eventId, taskId);
  if (!task) return refused("not_found");
  const theirs = await tx
    .select({ id: rotaTask.id, startsAt: rotaTask.startsAt, endsAt: rotaTask.endsAt })
    .from(rotaSignUp)
    .innerJoin(rotaTask, eq(rotaTask.id, rotaSignUp.taskId))
    .where(and(eq(rotaSignUp.personId, personId), eq(rotaTask.eventId, eventId)));
  if (theirs.some(({ id }) => id === taskId)) return granted(null);
  const down = await tx.$count(rotaSignUp, eq(rotaSignUp.taskId, taskId));
  const no = whyNot(
    { ...times(task), wanted: task.wanted },
    { down, theirs: theirs.map(times) },
    now.getTime(),
  );
  if (no) return refused(no);
  await tx.insert(rotaSignUp).values({ taskId, personId, createdAt: now });
  const own = personId === by.personId;
  if (!own) await tellOfTask(tx, by, "put_in", task, [personId], now);
  await note(tx, by, own ? "take_task" : "put_in", personId, task, now);
  await bump(tx, eventId, ["crew"]);
  return granted(null);
}

/** Takes oneself off a task. Safe to repeat. */
export function signOff(
  db: Database,
  crew: May<"takeTasks">,
  taskId: string,
  now: Date,
): Promise<Result<null, "not_found">> {
  return transact<null, "not_found">(db, (tx) => takeDown(tx, crew, taskId, crew.personId, now));
}

/** Takes somebody off a task, and mails them. Safe to repeat. */
export function takeOut(
  db: Database,
  crew: May<"makeRota">,
  taskId: string,
  personId: string,
  now: Date,
): Promise<Result<null, "not_found">> {
  return transact<null, "not_found">(db, (tx) => takeDown(tx, crew, taskId, personId, now));
}

async function takeDown(
  tx: Transaction,
  by: By,
  taskId: string,
  personId: string,
  now: Date,
): Promise<Result<null, "not_found">> {
  const task = await lockTask(tx, by.eventId, taskId);
  if (!task) return refused("not_found");
  const [gone] = await tx
    .delete(rotaSignUp)
    .where(and(eq(rotaSignUp.taskId, taskId), eq(rotaSignUp.personId, personId)))
    .returning();
  if (!gone) return granted(null);
  const own = personId === by.personId;
  if (!own) await tellOfTask(tx, by, "taken_out", task, [personId], now);
  await note(tx, by, own ? "leave_task" : "take_out", personId, task, now);
  await bump(tx, by.eventId, ["crew"]);
  return granted(null);
}

type Task = typeof rotaTask.$inferSelect;

const times = ({ startsAt, endsAt }: Pick<Task, "startsAt" | "endsAt">) => ({
  from: startsAt.toISOString(),
  until: endsAt.toISOString(),
});

/** Two who take the last place of it queue up here. */
export async function lockTask(tx: Transaction, eventId: string, taskId: string): Promise<Task | null> {
  await shareEvent(tx, eventId);
  const [task] = await tx
    .select()
    .from(rotaTask)
    .where(and(eq(rotaTask.id, taskId), eq(rotaTask.eventId, eventId)))
    .for("update");
  return task ?? null;
}

const note = (
  tx: Transaction,
  { eventId, personId }: By,
  act: "take_task" | "put_in" | "leave_task" | "take_out",
  subjectId: string,
  { task }: Task,
  at: Date,
) => record(tx, { eventId, at, actor: "crew", actorId: personId, act, subjectId, to: task });
